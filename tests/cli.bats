#!/usr/bin/env bats
# The manners of every program: its command line, files and streams, and what surrounds it. What happens
# when reading, writing or memory fail stands in cli_failures.bats, hostile bytes in cli_bytes.bats.
load helper
load programs

setup_file() {
	make_samples
}

# Help, version, options.

help_is_given() {
	"$1" --help >out 2>messages </dev/null
	head -n 1 out | grep -q "^Usage: $1 \[OPTION\]\.\.\. "
	grep -q '^  -h, --help  ' out
	grep -q '^  -V, --version  ' out
	[ ! -s messages ]
	"$1" -h | cmp out -
}

@test "--help goes to standard output with status 0" {
	every help_is_given
}

version_is_given() {
	[ "$("$1" --version </dev/null 2>&1)" = "$1 (crosscheck) $("$1" -V | sed 's/.* //')" ]
	"$1" --version | grep -qE ' [0-9]+\.[0-9]+\.[0-9]+$'
}

@test "--version goes to standard output with status 0" {
	every version_is_given
}

full_device_is_told() {
	for option in --help --version; do
		status=0
		"$1" $option >/dev/full 2>messages || status=$?
		trouble "$1" 'No space left on device'
	done
}

@test "--help and --version fail where they cannot be written (48)" {
	every full_device_is_told
}

refused() { # refused PROGRAM MESSAGE OPTION...
	local program=$1 message=$2 status=0
	shift 2
	guard "$program" "$@" <"$(sample "$program")" >out 2>messages || status=$?
	trouble "$program" "$message"
	[ ! -s out ]
}

wrong_options_are_refused() {
	refused "$1" '--no-such-option: no such option' --no-such-option
	refused "$1" '-%: no such option' -%
	refused "$1" '--help=x: takes no value' --help=x
	refused "$1" '--hel: no such option' --hel
}

@test "an option that does not exist is refused: status 2, nothing on standard output (48)" {
	every wrong_options_are_refused
}

values_are_asked_for() {
	for option in $("$1" --help | grep -oE -- '--[a-z-]+=[A-Z]' | sed 's/=.*//'); do
		refused "$1" "$option: needs a value" "$option"
	done
	for option in $("$1" --help | grep -oE -- '^ .*--[a-z-]+ ' | grep -oE -- '--[a-z-]+'); do
		refused "$1" "$option=x: takes no value" "$option=x"
	done
}

@test "options with and without a value are told apart" {
	every values_are_asked_for
}

# page_of PROGRAM: its man page.
page_of() {
	if [ "$1" = crosscheck ]; then
		echo "$TESTS/../bin/crosscheck.1"
	else
		echo "$TESTS/../src/$1/$1.1"
	fi
}

page_tells_all() {
	"$1" --help | grep '^  ' | grep -oE -- '--[a-z-]+' | sort -u >in_help
	grep '^\.It Fl' "$(page_of "$1")" | grep -oE 'Fl -[a-z-]+' | sed 's/Fl /-/' | sort | diff in_help -
	[ "$(wc -l <in_help)" -ge 2 ]
}

@test "documents in a language without words are read as English ones, and a note says so" {
	for filter in numbers attribute; do
		echo 'Police said that 40 people fled.' | "$filter" --language=mt >out 2>notes
		grep -q "^$filter: mt: no words of this language are known" notes
		echo 'Police said that 40 people fled.' | "$filter" | diff - out
		echo 'Police said that 40 people fled.' | "$filter" --language= 2>&1 | diff - out
	done
}

@test "a program's help and its man page name the same options" {
	every page_tells_all
	page_tells_all crosscheck
}

# `.Dq a , Dq b` puts the second quotation into the first.
@test "no quotation in a man page holds another" {
	not grep -nE '^\.([A-Z][a-z] )*(Dq|Ql|Sq) .* (Dq|Ql|Sq) ' "$TESTS"/../src/*/*.[17] "$TESTS"/../bin/*.1
}

# Files and streams.

operands_are_taken() {
	guard "$1" <"$(sample "$1")" >want
	guard "$1" -- - <"$(sample "$1")" | cmp - want
	[ "$1" != clean ] || sed -i "s/^\([a-z]*$TAB\)-/\1-x/" want
	cp "$(sample "$1")" ./-x
	guard "$1" -- -x </dev/null | cmp - want
	cp "$(sample "$1")" x
	guard "$1" x --help </dev/null | grep -q '^Usage: '
}

@test "files, - and -- are understood, and options behind files" {
	every operands_are_taken
}

missing_file_is_passed_over() {
	cp "$(sample "$1")" here
	guard "$1" here >want
	status=0
	guard "$1" none here >out 2>messages </dev/null || status=$?
	trouble "$1" 'none: No such file or directory'
	cmp out want
}

@test "a file that is missing is named, and the others are done (24)" {
	every missing_file_is_passed_over
}

nothing_gives_nothing() {
	guard "$1" </dev/null >out 2>&1
	case $1 in
	clean) not grep -v "^doc$TAB" out ;;
	report | json) ;;
	*) [ ! -s out ] ;;
	esac
}

@test "empty input: no record, no message, status 0 (19)" {
	every nothing_gives_nothing
}

last_newline_is_not_needed() {
	guard "$1" <"$(sample "$1")" >want
	printf %s "$(cat "$(sample "$1")")" | guard "$1" | cmp - want
}

@test "a last line without LF is a line (20)" {
	every last_newline_is_not_needed
}

carriage_returns_are_data() {
	sed 's/$/\r/' "$(sample "$1")" >crlf
	if [ "$1" = clean ]; then
		guard clean <"$(sample clean)" >want
		guard clean <crlf | cmp - want
	elif [ "$1" = report ] || [ "$1" = json ]; then
		survives "$1" crlf
	else
		passes "$1" crlf
	fi
}

@test "CRLF is no trouble for clean, and data for the others (21)" {
	every carriage_returns_are_data
}

byte_order_mark_is_no_trouble() {
	(printf '\357\273\277'; cat "$(sample "$1")") >bom
	if [ "$1" = clean ]; then
		guard clean <"$(sample clean)" >want
		guard clean <bom | cmp - want
	elif [ "$1" = report ] || [ "$1" = json ]; then
		survives "$1" bom
	else
		passes "$1" bom
	fi
}

@test "a byte order mark is no trouble for clean, and data for the others (21)" {
	every byte_order_mark_is_no_trouble
}

newlines_are_no_work() {
	yes '' | head -n 100000 >newlines
	guard "$1" <newlines >out 2>&1
	case $1 in
	clean | report | json) ;;
	*) cmp out newlines ;;
	esac
}

@test "100,000 empty lines are no work (22)" {
	every newlines_are_no_work
}

byte_by_byte() {
	guard "$1" <"$(sample "$1")" >want
	head -c 1500 "$(sample "$1")" >short
	guard "$1" <short >want
	dd if=short bs=1 status=none | guard "$1" | cmp - want
}

@test "input that comes byte by byte gives the same (17)" {
	every byte_by_byte
}

# What surrounds a program.

same_everywhere() {
	local program
	program=$(command -v "$1")
	guard "$1" <"$(sample "$1")" >want
	for locale in xx_NONE C POSIX tr_TR.UTF-8 de_DE; do
		env -i LC_ALL=$locale LANG=$locale TZ=Mars/Olympus "$program" <"$(sample "$1")" | cmp - want
	done
}

@test "no locale, time zone, HOME or PATH changes the output (44)" {
	every same_everywhere
}

same_again() {
	guard "$1" <"$(sample "$1")" >want
	for value in 0 85 165; do
		MALLOC_PERTURB_=$value guard "$1" <"$(sample "$1")" | cmp - want
	done
}

@test "the same input gives the same output, whatever memory held before (45)" {
	every same_again
}

dies_of_signal() {
	mkfifo "$1.fifo"
	for signal in TERM:143 INT:130; do
		env --default-signal=INT,TERM "$1" <"$1.fifo" >out 2>&1 &
		pid=$!
		exec 9>"$1.fifo"
		sleep 0.2
		kill "-${signal%:*}" "$pid"
		status=0
		wait "$pid" || status=$?
		exec 9>&-
		[ "$status" -eq "${signal#*:}" ]
	done
}

@test "TERM and INT end a program that waits (46)" {
	every dies_of_signal
}

is_live() {
	case $1 in
	sentences | numbers | attribute | progress) ;;
	*) return 0 ;; # they need all documents, or (clean) the whole of one
	esac
	guard "$1" <"$(sample "$1")" >want
	mkfifo fifo."$1"
	guard "$1" <fifo."$1" >out &
	pid=$!
	exec 9>fifo."$1"
	(cat "$(sample "$1")"; printf 'doc\tlast\t\t\t\t\t\t\n') >&9
	for _ in $(seq 100); do
		[ "$(wc -c <out)" -lt "$(wc -c <want)" ] || break
		sleep 0.1
	done
	head -c "$(wc -c <want)" out | cmp - want
	exec 9>&-
	wait "$pid"
}

@test "records appear before the input ends (47)" {
	every is_live
}

takes_its_own_output() {
	guard "$1" <"$(sample "$1")" >once
	guard "$1" <once >twice
	case $1 in
	clean | report | json) well_formed "$1" <twice ;;
	*) cmp once twice ;;
	esac
}

@test "a program takes its own output, and makes nothing twice (49)" {
	every takes_its_own_output
}

quiet() {
	guard "$1" <"$(sample "$1")" 2>&1 >out | cmp - /dev/null
	[ -s out ]
	well_formed "$1" <out
}

@test "good input gives no message" {
	every quiet
}
