#!/usr/bin/env bats
# What every program does when writing, reading or memory fails: nothing is lost in silence. Numbers in
# brackets are those of the kinds of failure, as in cli.bats.
load helper
load programs

setup_file() {
	make_samples
	make_big_samples
}

# preloaded LIBRARY SETTING=VALUE... PROGRAM: runs the program with a library of tests/preload.
preloaded() {
	guard env LD_PRELOAD="$TOOLS/preload-$1.so" "${@:2}"
}

preload_io() {
	no_sanitizer 'they take read and write for themselves, as the preloaded library does'
}

# Writing.

full_device() {
	status=0
	guard "$1" <"$("$2" "$1")" >/dev/full 2>messages || status=$?
	trouble "$1" 'write error: No space left on device'
}

@test "a full device is told when little is written (1)" {
	every full_device sample
}

@test "a full device is told when much is written (2)" {
	every full_device big
}

full_device_ends_it() {
	case $1 in
	clean | report | json) return 0 ;; # they need all of a document first
	esac
	status=0
	(while cat "$(big "$1")"; do :; done) 2>/dev/null | guard "$1" >/dev/full 2>messages || status=$?
	trouble "$1" 'write error: No space left on device'
}

@test "a full device ends a program at once, while its input goes on (2)" {
	every full_device_ends_it
}

closed_output() {
	status=0
	guard "$1" <"$(sample "$1")" 2>messages >&- || status=$?
	trouble "$1" 'write error: Bad file descriptor'
}

@test "closed standard output is a failure (3)" {
	every closed_output
}

filling_up() {
	guard "$1" <"$(big "$1")" >want 2>/dev/null || true
	status=0
	mkdir -p small
	# shellcheck disable=SC2016 # expanded by the shell within
	unshare --map-root-user --mount sh -c 'mount -t tmpfs -o size=16k none small &&
		exec timeout 60 "$0" >small/out' "$1" <"$(big "$1")" 2>messages || status=$?
	[ "$(wc -c <want)" -gt 16384 ]
	trouble "$1" 'write error: No space left on device'
}

@test "a file system that fills up is told (4)" {
	mkdir small
	unshare --map-root-user --mount mount -t tmpfs none small 2>/dev/null ||
		skip 'no file system can be mounted here'
	every filling_up
}

quota() {
	status=0
	preloaded io WRITE_ERROR=2 SHORT_WRITE=1000 "$1" <"$(sample "$1")" >out 2>messages || status=$?
	trouble "$1" 'write error: Disk quota exceeded'
	[ "$(wc -c <out)" -eq 1000 ]
}

@test "a quota that is used up in the middle is told (5)" {
	preload_io
	every quota
}

error_at_close() {
	status=0
	preloaded io CLOSE_ERROR=1 "$1" <"$(sample "$1")" >out 2>messages || status=$?
	trouble "$1" 'write error: Input/output error'
}

@test "an error that only closing reports is told (6)" {
	preload_io
	every error_at_close
}

file_size_limit() {
	status=0
	(trap '' XFSZ; ulimit -f 16; guard "$1" <"$(big "$1")" >limited 2>messages) || status=$?
	[ "$(wc -c <"$(big "$1")")" -gt 20000 ]
	trouble "$1" 'write error: File too large'
}

@test "a limit on the size of files is told (7)" {
	every file_size_limit
}

# What a report says may be little enough to be taken whole.
ended_early() { # PROGRAM STATUS
	echo "status $2"
	[ "$2" -eq 141 ] || [ "$2" -eq 2 ] || { [ "$1" = report ] && [ "$2" -eq 0 ]; }
	[ "$(wc -l <messages)" -le 1 ]
}

# shellcheck disable=SC2016 # expanded by the shell within
leaving_reader() {
	env --default-signal=PIPE bash -c 'timeout 60 "$1" <"$2" 2>messages | head -c 1 >/dev/null
		exit "${PIPESTATUS[0]}"' - "$1" "$(big "$1")" || status=$?
	ended_early "$1" "${status:-0}"
}

@test "when the reader leaves, a program ends (8)" {
	every leaving_reader
}

leaving_reader_ignored() {
	(trap '' PIPE; status=0; guard "$1" <"$(big "$1")" 2>messages || status=$?; echo "$status" >status) |
		head -c 1 >/dev/null
	ended_early "$1" "$(cat status)"
}

@test "when the reader leaves and SIGPIPE is ignored, a program ends too (9)" {
	every leaving_reader_ignored
}

short_writes() {
	guard "$1" <"$(sample "$1")" >want
	preloaded io SHORT_WRITE=3 "$1" <"$(sample "$1")" | cmp - want
}

@test "short writes lose nothing (10)" {
	preload_io
	every short_writes
}

# The reader takes nothing until the pipe is full.
slow_reader() {
	local status=0
	guard "$1" <"$(big "$1")" >want 2>/dev/null || status=$?
	{ preloaded io NONBLOCK=1 "$1" <"$(big "$1")" 2>/dev/null; echo $? >status; } |
		{ sleep 0.3; cat; } | cmp - want
	[ "$(cat status)" -eq "$status" ]
}

@test "output that does not block loses nothing (11)" {
	preload_io
	every slow_reader
}

closed_error() {
	status=0
	guard "$1" <"$(sample "$1")" >/dev/full 2>&- || status=$?
	[ "$status" -eq 2 ]
	cp "$(sample "$1")" input.copy
	status=0
	"$1" none input.copy >out 2>&- || status=$?
	[ "$status" -eq 2 ]
	cmp input.copy "$(sample "$1")"
	not grep -q "^$1: " out
}

@test "with standard error closed no message lands in a file (12)" {
	every closed_error
}

# Reading.

closed_input() {
	status=0
	guard "$1" <&- >out 2>messages || status=$?
	trouble "$1" 'standard input: Bad file descriptor'
}

@test "closed standard input is a failure (13)" {
	every closed_input
}

directory_as_input() {
	status=0
	guard "$1" <. >out 2>messages || status=$?
	trouble "$1" 'standard input: Is a directory'
	status=0
	guard "$1" . >out 2>messages </dev/null || status=$?
	trouble "$1" '\.: Is a directory'
}

@test "a directory is no input (14)" {
	every directory_as_input
}

write_only_input() {
	status=0
	guard "$1" 0>file >out 2>messages || status=$?
	trouble "$1" 'standard input: Bad file descriptor'
}

@test "input that is open for writing only is a failure (15)" {
	every write_only_input
}

read_error() {
	status=0
	preloaded io READ_ERROR=2 SHORT_READ=1000 "$1" <"$(sample "$1")" >out 2>messages || status=$?
	trouble "$1" 'standard input: Input/output error'
	well_formed "$1" <out
	case $1 in
	clean | report | json) return 0 ;;
	esac
	without "$1" <out >passed
	[ -s passed ]
	without "$1" <"$(sample "$1")" | head -c "$(wc -c <passed)" | cmp - passed
}

@test "a read error in the middle is told, and what it cut off is no record (16)" {
	preload_io
	every read_error
}

short_reads() {
	guard "$1" <"$(sample "$1")" >want
	preloaded io SHORT_READ=3 "$1" <"$(sample "$1")" | cmp - want
}

@test "short reads change nothing (17)" {
	preload_io
	every short_reads
}

interrupted() {
	guard "$1" <"$(sample "$1")" >want
	preloaded io INTERRUPT=2 SHORT_READ=100 SHORT_WRITE=100 "$1" <"$(sample "$1")" | cmp - want
}

@test "interrupted reads and writes change nothing (18)" {
	preload_io
	every interrupted
}

# Memory.

small_stack() {
	guard "$1" <"$(sample "$1")" >want
	(ulimit -s 128 && guard "$1" <"$(sample "$1")") | cmp - want
}

@test "128 KiB of stack are enough (41)" {
	no_sanitizer 'they need more stack themselves'
	every small_stack
}

# Each of the first forty, then every so many that there are forty more.
failing_allocations() {
	preloaded memory COUNT=9 "$1" <"$(sample "$1")" 9>count >want
	[ "$(cat count)" -gt 5 ]
	for after in 0 1; do
		for n in $(seq 40) $(seq 41 $(($(cat count) / 40 + 1)) "$(cat count)"); do
			status=0
			preloaded memory FAIL_AT="$n" FAIL_ON="$after" "$1" \
				<"$(sample "$1")" >out 2>messages || status=$?
			case $status in
			0) cmp out want ;;
			2) grep -q "^$1: " messages ;;
			*) false ;;
			esac || { echo "allocation $n fails, FAIL_ON=$after: status $status"; return 1; }
		done
	done
}

@test "each allocation that fails is told, or not needed (42)" {
	no_sanitizer 'they take malloc for themselves, as the preloaded library does'
	every failing_allocations
}

address_space_limit() {
	status=0
	(ulimit -v 49152 && guard "$1" <"$BATS_FILE_TMPDIR/huge" >out 2>messages) || status=$?
	trouble "$1" 'out of memory'
}

@test "too little address space for a line is told (43)" {
	no_sanitizer 'they need the address space for themselves'
	(printf 'sentence\td\t1\t1\tbody\t'; head -c 72000000 /dev/zero | tr '\0' a) >"$BATS_FILE_TMPDIR/huge"
	every address_space_limit
}
