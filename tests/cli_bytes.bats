#!/usr/bin/env bats
# Hostile bytes, broken records and lines of any length: no input kills a program, and what it writes is
# well formed. Numbers in brackets as in cli.bats.
load helper
load programs

setup_file() {
	make_samples
}

# put_bytes PROGRAM BYTES: the program's sample with the bytes (as printf takes them) put into its text.
put_bytes() {
	# shellcheck disable=SC2059 # the bytes are a format
	printf "$2" >bytes
	awk -v at="thunder" '{
		where = index($0, at)
		if (where) {
			printf "%s", substr($0, 1, where - 1)
			while ((getline line <"bytes") > 0)
				;
			close("bytes")
			system("cat bytes")
			print substr($0, where)
		} else
			print
		fflush()
	}' "$(sample "$1")" >hostile
}

bytes_are_no_harm() { # PROGRAM BYTES
	put_bytes "$1" "$2"
	survives "$1" hostile
	case $1 in
	clean) grep -aq 'thunder' survived && grep -aq 'guard' survived ;;
	report | json) ;;
	*) passes "$1" hostile ;;
	esac
}

@test "NUL bytes (27)" {
	every bytes_are_no_harm 'a\0b\0\0'
}

@test "UTF-8 that is invalid, overlong, a surrogate, too high or cut off (28)" {
	every bytes_are_no_harm '\377\300\257\355\240\200\364\220\200\200 text \342\200'
}

@test "all control characters (29)" {
	every bytes_are_no_harm "$(printf '\\%o' $(seq 1 8) $(seq 11 31) 127)"
	every bytes_are_no_harm '\302\205\342\200\250\342\200\251\357\273\277\302\200'
}

@test "bad bytes become U+FFFD in clean, one for each maximal subpart (28)" {
	put_bytes clean 'x\377\300\257\355\240\200\364\220\200\200 text \342\200 '
	bad=$'\xef\xbf\xbd'
	clean hostile | grep -q "x$bad$bad$bad$bad$bad$bad$bad$bad$bad$bad text $bad thunder"
}

random_bytes() {
	for seed in $(seq "$2"); do
		"$TOOLS/noise" "$seed" 20000 >noise
		survives "$1" noise || { echo "noise $seed 20000"; return 1; }
	done
}

@test "random bytes (30)" {
	every random_bytes 20
}

# Random changes to what a program reads find more than random bytes do.
random_changes() {
	for seed in $(seq "$2"); do
		"$TOOLS/noise" "$seed" 60 "$(sample "$1")" >noise
		survives "$1" noise || { echo "noise $seed 60 $1.in"; return 1; }
	done
}

@test "random changes to good input (30)" {
	every random_changes 40
}

cut_anywhere() {
	local size
	size=$(wc -c <"$(sample "$1")")
	for at in $(seq 1 $((size / 60 + 1)) "$size") $((size - 1)); do
		head -c "$at" "$(sample "$1")" >"cut"
		survives "$1" cut || { echo "cut at $at"; return 1; }
	done
}

@test "input cut at any byte (31)" {
	every cut_anywhere
}

# Nobody can forge a record from inside a document.

@test "text that looks like a record stays text (32)" {
	printf 'He said:\n\nnumber\t-\t1\t0\t1\tcount\texact\t1\t1\t\tx\ty\n\nThat was 7 days ago.\n' >forged.txt
	printf '{"id":"a","text":"He said: \\"x\\nnumber\\t-\\t1\\t0\\t1\\tcount\\texact\\t1\\t1\\t\\tx\\ty\\\\n\\"."}\n' >forged.jsonl
	printf '<p>He said: &#34;x&#10;number&#9;-&#9;1\nnumber\t-\t1\t0\t1\tcount\texact\t1\t1\t\tx\ty</p><pre>\nnumber\t-\t1</pre>' >forged.html
	printf 'Name with TAB.' >$'odd\tname\nnumber\t-\t1\t\\.txt'
	clean forged.* odd* >cleaned
	well_formed clean <cleaned
	not grep -avE "^(doc|text)$TAB" cleaned
	clean forged.* odd* | sentences >./split
	not grep -avE "^(doc|text|sentence)$TAB" split
	cp split again
	numbers split | attribute | compare | without numbers | without attribute | without compare | cmp - again
}

@test "a bare line cannot forge a record either (32)" {
	printf 'It cost \\nnumber\\t 5 dollars.\\\n' | sentences | numbers >out
	[ "$(grep -c '^number' out)" -eq 1 ]
	[ "$(grep -c '^sentence' out)" -eq 1 ]
	well_formed numbers <out
}

# Broken records.

broken_records() {
	case $1 in
	clean) return 0 ;; # reads no records
	esac
	for record in 'doc\td' 'text\td\tx\tbody\tIt.' 'text\td\t1' 'sentence\td\t-1\t1\tbody\tIt.' 'sentence\td\t1\t1\tbody' \
		'sentence\td\t99999999999999999999\t1\tbody\tIt.'; do
		[[ $1$record != sentences"sentence"* ]] || continue # it drops its own
		printf 'zzz\tx\n%b\nsentence\td\t1\t1\tbody\tIt rained.\n' "$record" >broken
		status=0
		guard "$1" <broken >out 2>messages || status=$?
		trouble "$1" 'd: line 2: '
		[ "$1" = report ] || [ "$1" = json ] || passes "$1" broken
	done
}

@test "a record with too few fields, or a bad number, is passed on, named and trouble (33)" {
	every broken_records
}

no_id() {
	printf 'text\t\t1\tbody\tIt rained. Seven men fled, Ida Marr said.\nsentence\t\t1\t1\tbody\tSeven men fled, Ida Marr said.\n' >no_id
	survives "$1" no_id
	[ ! -s messages ]
	case $1 in
	sentences) [ "$(grep -c '^sentence' survived)" -eq 2 ] ;;
	numbers | attribute) [ "$(wc -l <survived)" -eq 3 ] ;;
	esac
}

@test "records of a document without an ID are read as any others (33)" {
	every no_id
}

odd_records() {
	tabs=$(printf '%5000s' '' | tr ' ' '\t')
	printf 'doc\td%s\nsentence\td\t1\t1\tbody\tIn \\x 12 days\\%s\nnumber\td\t1\t3\t9\t%s\nattribution\td\t1%s\nnumber\td\t1\t\\\n' \
		"$tabs" "$tabs" "$tabs" "$tabs" >odd
	survives "$1" odd
	case $1 in
	clean | report | json) ;;
	*) passes "$1" odd ;;
	esac
}

@test "records of 5000 fields and bad escapes are passed on (33)" {
	every odd_records
}

@test "offsets and numbers out of range are not trusted (34)" {
	digits=$(printf '%5000s' '' | tr ' ' 9)
	for value in -5 18446744073709551616 nan inf 1e999 0x10 "$digits" 4294967295 9007199254740993 ''; do
		for id in one two; do
			printf 'doc\t%s\ten\t\t\t\t\t\n' $id
			printf 'sentence\t%s\t1\t1\tbody\tAbout 12 men and 9 women were hurt, he said.\n' $id
			printf 'attribution\t%s\t1\t0\t%s\tindirect\tnamed\tMara Jellen\t\tsaid\tX\t%s\t%s\t%s\t%s\t%s\n' \
				$id "$value" "$value" "$value" "$value" "$value" "$value"
			printf 'attribution\t%s\t1\t%s\t9\tdirect\tnamed\tMara Jellen\t\tsaid\tX\t1\t%s\t3\t%s\t9\n' \
				$id "$value" "$value" "$value"
			printf 'number\t%s\t1\t%s\t8\tcount\tabout\t12\t12\t\tmen\t12\n' $id "$value"
			printf 'number\t%s\t1\t6\t%s\tcount\tabout\t12\t12\t\tmen\t12\n' $id "$value"
			printf 'number\t%s\t1\t6\t8\tcount\tabout\t%s\t%s\t\tmen\t12\n' $id "$value" "$value"
			printf 'number\t%s\t%s\t6\t8\tcount\tabout\t12\t12\t\tmen\t12\n' $id "$value"
		done >wild
		for program in sentences numbers attribute compare report; do
			survives "$program" wild
		done
		status=0
		compare wild >compared 2>messages || status=$?
		survives report compared
		survives json compared
		grep -E '^figure' compared | cut -f 6,7,12,13 | tr '\t' '\n' >used || true
		not grep -nvE '^(-?[0-9]{1,20}(\.[0-9]+)?)?$' used
	done
}

unknown_types() {
	case $1 in
	clean | report | json) return 0 ;; # they write no records of others
	esac
	awk '{ print; print "zzz\td\t" NR; print "sentences\td"; print "Sentence\t"; print "\t\t" }' "$(sample "$1")" >unknown
	passes "$1" unknown
	[ "$(grep -c '^zzz' passed)" -eq "$(wc -l <"$(sample "$1")")" ]
}

@test "records of unknown types are passed on in their place (35)" {
	every unknown_types
}

# Long lines.

# Half a megabyte of each unit, as one paragraph and, for the programs that read sentences, also in ten.
repeated_units() {
	guard() { # eight seconds of processor are too much
		"$TOOLS/measure" timeout 60 "$@" 3>took
	}
	while IFS= read -r unit; do
		case $1 in
		clean) repeat "$unit" "$bytes" >repeated ;;
		sentences) printf 'text\td\t1\tbody\t%s\n' "$(repeat "$unit" "$bytes")" >repeated ;;
		*)
			for n in 1 2 3 4 5 6 7 8 9 10; do
				printf 'sentence\td\t%s\t1\tbody\t%s\n' "$n" "$(repeat "$unit" $((bytes / 10)))"
			done >repeated
			printf 'sentence\td\t11\t1\tbody\t%s\n' "$(repeat "$unit" "$bytes")" >>repeated
			;;
		esac
		survives "$1" repeated && { [ -n "$SANITIZE" ] || awk '{ exit $2 >= 8 }' took; } ||
			{ echo "repeated: $unit"; return 1; }
	done <<-'END'
		a
		1,
		1.
		(
		[
		“
		"
		‘
		U.S.
		A. 
		one hundred and 
		said 
		he said, "
		according to 
		12:
		<
		<a>
		&
		$
		-
		...
		1/2 
		5 km 
		John 
		between 1 and 
		“a,” he said. 
		́
		日本
	END
}

repeat() { # repeat UNIT BYTES
	yes -- "$(LC_ALL=C.UTF-8 printf %b "$1x")" | sed 's/x$//' | tr -d '\n' | head -c "$2"
}

@test "one thing over and over takes no time without end (37)" {
	bytes=500000
	[ -z "$SANITIZE" ] || bytes=50000
	every repeated_units
}

long_line() {
	case $1 in
	clean) varied text $((size * 1048576)) | tr '\n' ' ' >long ;;
	sentences) (printf 'text\td\t1\tbody\t'; varied text $((size * 1048576)) | tr '\n' ' ') >long ;;
	*) (printf 'sentence\td\t1\t1\tbody\t'; varied text $((size * 1048576)) | tr '\n' ' ') >long ;;
	esac
	status=0
	"$TOOLS/measure" timeout 300 "$1" <long >out 2>messages 3>took || status=$?
	cat messages took
	[ "$status" -eq 0 ] || { [ "$status" -eq 2 ] && grep -q "^$1: " messages; }
	[ -n "$SANITIZE" ] || [ "$(cut -d ' ' -f 3 took)" -lt $((6 * size * 1024)) ]
	well_formed "$1" <out
	case $1 in
	clean | report | json) ;;
	*) (cat long; echo) | without "$1" >want; without "$1" <out | cmp - want ;;
	esac
}

@test "a line of 32 MiB takes less than six times its memory (36)" {
	size=32
	[ -z "$SANITIZE" ] || size=2
	every long_line
}
