#!/usr/bin/env bats
# What a program needs: descriptors, system calls, time and memory in proportion to its input. Numbers in
# brackets are those of the kinds of failure, as in cli.bats.
load helper
load programs

setup_file() {
	make_samples
	make_big_samples
}

# Files.

# The file shrinks once the first byte was written. A pipe holds less than what is read then.
shrinking_file() {
	for size in 0 100 4096 300000; do
		cat "$(big "$1")" "$(big "$1")" "$(big "$1")" >file
		{ status=0; guard "$1" <file 2>messages || status=$?; echo $status >status; } |
			{ head -c 1; truncate -s "$size" file; cat; } >out
		[ "$(cat status)" -eq 0 ] || [ "$(cat status)" -eq 2 ]
		well_formed "$1" <out
	done
}

@test "a file that shrinks while it is read kills nobody (23)" {
	every shrinking_file
}

# The shell takes up to ten descriptors itself.
few_descriptors() {
	mkdir -p files
	for n in $(seq 300); do
		ln -f "$(sample "$1")" "files/$n"
	done
	(ulimit -n 16 && guard "$1" files/* >out 2>messages) || [ $? -eq 2 ]
	not grep -q 'Too many open files' messages
	[ "$1" != clean ] || [ "$(grep -c '^doc' out)" -eq 300 ]
}

@test "three hundred files need no more than sixteen descriptors (25)" {
	every few_descriptors
}

odd_names() {
	local odd=$'a\tb\nc\\d \xff'
	cp "$(sample "$1")" ./-x
	cp "$(sample "$1")" "$odd"
	guard "$1" "$(sample "$1")" "$(sample "$1")" >want 2>/dev/null || [ $? -eq 2 ]
	guard "$1" -- -x "$odd" >out 2>messages || [ $? -eq 2 ]
	well_formed "$1" <out
	if [ "$1" = clean ]; then
		grep '^doc' out | cut -f 2 >ids
		printf -- '-x\na\\tb\\nc\\\\d \xef\xbf\xbd\n' | cmp - ids
	else
		cmp want out
	fi
	rm ./-x
	guard "$1" -- -x "$odd" none$'\n'none >out 2>messages || [ $? -eq 2 ]
	[ "$(grep -c "^$1: " messages)" -eq "$(wc -l <messages)" ]
}

@test "names of files may hold any byte, and stay within their record (26)" {
	every odd_names
}

# Calls.

confined() {
	guard "$1" <"$(sample "$1")" >want 2>/dev/null || [ $? -eq 2 ]
	local status=0
	guard env LD_PRELOAD="$TOOLS/preload-confine.so" "$1" <"$(sample "$1")" >out 2>messages || status=$?
	echo "status $status"
	[ "$status" -ne 77 ] || return 0 # it cannot be tried here
	[ "$status" -eq 0 ] || [ "$status" -eq 2 ]
	cmp want out
}

@test "once it reads, a program needs no calls but to read, write, close and take memory (50)" {
	no_sanitizer 'they make calls of their own'
	every confined
	guard env CONFINE=open LD_PRELOAD="$TOOLS/preload-confine.so" clean "$TESTS"/samples/*.txt |
		grep -c '^doc' | grep -qx 2
}

# Time and memory.

# once PROGRAM, fourfold PROGRAM: name files of input, the second four times as long. few PROGRAM,
# many PROGRAM: of 2,000 and 20,000 documents.
once() {
	echo "$BATS_FILE_TMPDIR/$1.once"
}

fourfold() {
	echo "$BATS_FILE_TMPDIR/$1.fourfold"
}

few() {
	echo "$BATS_FILE_TMPDIR/$1.few"
}

many() {
	echo "$BATS_FILE_TMPDIR/$1.many"
}

make_lengths() {
	varied text $((300000 * $2)) >"$("$1" clean)"
	varied records $((300000 * $2)) >"$("$1" sentences)"
	make_next "$1" sentences numbers attribute compare report
	cp "$("$1" report)" "$("$1" json)"
	cp "$("$1" compare)" "$("$1" progress)"
}

make_counts() {
	seq "$2" | awk '{ print "{\"id\": \"" $1 "\", \"text\": \"Some " $1 " people fled, Ida Marr said. They came back.\"}" }' \
		>"$("$1" clean)"
	clean --from=jsonl <"$("$1" clean)" >"$("$1" sentences)"
	make_next "$1" sentences numbers attribute json
	cp "$("$1" json)" "$("$1" progress)"
}

# took FIELD PROGRAM FILE: what tests/measure says of a run: 2 seconds of processor, 3 KiB of memory.
took() {
	"$TOOLS/measure" "$2" <"$3" 3>measured >/dev/null 2>&1 || [ $? -eq 2 ]
	cut -d ' ' -f "$1" measured
}

least_time() { # least_time PROGRAM FILE: the shortest of three runs
	for _ in 1 2 3; do
		took 2 "$1" "$2"
	done | sort -n | head -n 1
}

# What is short is mostly start, which does not grow.
linear_time() {
	echo "$(least_time "$1" "$(once "$1")") $(least_time "$1" "$(fourfold "$1")")" >took.times
	cat took.times
	awk '{ exit $2 > 6 * $1 + 0.1 }' took.times
}

@test "four times the input takes no more than six times the time (38)" {
	make_lengths once 1
	make_lengths fourfold 4
	every linear_time
}

flat_memory() {
	case $1 in
	compare | report) return 0 ;; # they hold all documents
	esac
	echo "$(took 3 "$1" "$(few "$1")") $(took 3 "$1" "$(many "$1")")" >memory
	cat memory
	awk '{ exit $2 > 1.25 * $1 + 4096 }' memory
}

@test "ten times as many documents take no more memory (39)" {
	no_sanitizer 'they keep what was freed'
	make_counts few 2000
	make_counts many 20000
	every flat_memory
}

@test "clean: 200,000 elements within one another need no more than 256 KiB of stack (40)" {
	no_sanitizer 'they need more stack themselves'
	(echo '<!DOCTYPE html><title>Deep</title><p>It rained all day in the valley, and nobody came.</p>'
		yes '<div>' | head -n 200000
		echo '<p>Then it froze.') >deep.html
	(ulimit -s 256 && timeout 60 clean --from=html deep.html >out)
	grep -q '^text.*It rained all day' out
}
