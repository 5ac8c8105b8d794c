# For tests that hold for every program: their names, input for each, and checks that are run over all.
# A new program needs its name here and, where it takes part in the pipeline, a line in make_samples.

: "${PROGRAMS:=clean sentences numbers attribute compare report json progress}"

# every CHECK [ARGUMENT...]: calls the function CHECK PROGRAM ARGUMENT... for each program, and names
# those for which it fails. (In the background, because there the shell stops at the first error also
# where the caller looks at the status.)
every() {
	local check=$1 failed='' program
	shift
	for program in $PROGRAMS; do
		"$check" "$program" "$@" &
		wait $! || failed="$failed $program"
	done
	[ -z "$failed" ] || {
		echo "not so for:$failed"
		return 1
	}
}

# No program may hang.
guard() {
	timeout 60 "$@"
}

# sample PROGRAM: names a file of a few kilobytes in the program's own form. big PROGRAM: one of some
# 700 kilobytes. Both are made once for each test file, by make_samples in its setup_file.
sample() {
	echo "$BATS_FILE_TMPDIR/$1.in"
}

big() {
	echo "$BATS_FILE_TMPDIR/$1.big"
}

varied() { # varied FORM BYTES
	awk -v form="$1" -v bytes="$2" -f "$TESTS/text.awk" "$TESTS"/samples/*.txt
}

# The following programs' input is what the one before them writes.
make_samples() {
	cat "$TESTS"/samples/*.txt >"$(sample clean)"
	(cd "$TESTS/samples" && clean one.txt two.txt) >"$(sample sentences)"
	make_next sample sentences numbers attribute compare report
	cp "$(sample report)" "$(sample json)"
	cp "$(sample compare)" "$(sample progress)"
}

make_big_samples() {
	varied text 700000 >"$(big clean)"
	varied records 700000 >"$(big sentences)"
	make_next big sentences numbers attribute compare report
	cp "$(big report)" "$(big json)"
	cp "$(big compare)" "$(big progress)"
}

make_next() {
	local make=$1 program=$2
	shift 2
	for next; do
		# where much looks alike `compare` says what it leaves out: trouble
		"$program" <"$("$make" "$program")" >"$("$make" "$next")" || [ $? -eq 2 ]
		program=$next
	done
}

# The types of the records that a program makes, as grep -E takes them.
made_by() {
	case $1 in
	clean) echo 'doc|text' ;;
	sentences) echo 'sentence' ;;
	numbers) echo 'number' ;;
	attribute) echo 'attribution' ;;
	compare) echo 'figure|quotation|reuse|origin|independent' ;;
	*) echo none ;;
	esac
}

# Standard input without the records that a program makes.
without() {
	grep -avE "^($(made_by "$1"))$TAB" || [ $? -eq 1 ]
}

# passes PROGRAM FILE: all lines of the file, but those of the program's own types, come out byte for
# byte and in order.
passes() {
	guard "$1" <"$2" 2>/dev/null >passed || [ $? -eq 2 ] || return
	without "$1" <"$2" >want.passed
	without "$1" <passed | cmp - want.passed
}

# Whether the records on standard input that a program makes have their number of fields, and the last
# line its LF. What `clean` writes is valid UTF-8 without control characters.
well_formed() {
	cat >formed
	[ ! -s formed ] || [ "$(tail -c 1 formed | od -An -tx1)" = ' 0a' ] || {
		echo 'no LF at the end'
		return 1
	}
	case $1 in
	report | json) return 0 ;; # what they write are no records
	progress) return 0 ;; # it makes none
	esac
	awk -F '\t' -v OFS=: '
		BEGIN {
			split("doc 8 text 5 sentence 6 number 12 attribution 16 figure 13 quotation 10 reuse 9 origin 6 independent 7", pairs, " ")
			for (i = 1; i in pairs; i += 2)
				fields[pairs[i]] = pairs[i + 1]
		}
		NF != fields[$1] { print "line " NR, NF " fields", $0; bad = 1 }
		END { exit bad }' <(grep -aE "^($(made_by "$1"))$TAB" formed) || return
	[ "$1" != clean ] || clean_text
}

clean_text() {
	iconv -f UTF-8 -t UTF-8 formed >/dev/null || return
	not grep -aq $'[\x01-\x08\x0b-\x1f\x7f]' formed || return
	not grep -aq $'\xc2[\x80-\x9f]' formed || return
	tr -d '\0' <formed | cmp - formed
}

# survives PROGRAM FILE...: whatever the bytes, the program ends by itself with status 0 or 2 and what
# it writes is well formed.
survives() {
	local program=$1 status=0
	shift
	guard "$program" "$@" >survived 2>messages </dev/null || status=$?
	[ "$status" -eq 0 ] || [ "$status" -eq 2 ] || {
		echo "$program $*: status $status"
		head -n 20 messages
		return 1
	}
	well_formed "$program" <survived
}

# trouble PROGRAM WHY: what ran before left status 2 in `status`, and in `messages` one line that
# begins with the program's name and says why.
trouble() {
	echo "status $status"
	cat messages
	[ "$status" -eq 2 ]
	[ "$(wc -l <messages)" -eq 1 ]
	grep -q "^$1: .*$2" messages
}

no_sanitizer() { # no_sanitizer REASON
	[ -z "$SANITIZE" ] || skip "under sanitizers: $1"
}
