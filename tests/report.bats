#!/usr/bin/env bats
# report: what a person reads. golden/report/ferry.in are the records of four reports of one ferry.
load helper

setup() {
	cd "$TESTS/golden/report" || return
	records=$BATS_TEST_TMPDIR/records out=$BATS_TEST_TMPDIR/out page=$BATS_TEST_TMPDIR/page
	unset COLUMNS NO_COLOR
}

# Records of COUNT documents that all tell one figure, the last of them another.
many() {
	awk -v count="$1" 'BEGIN {
		OFS = "\t"
		for (i = 1; i <= count; i++) {
			value = i == count ? 7 : 5
			print "doc", "d" i ".txt", "en", "", "", "", "", "Title " i
			print "sentence", "d" i ".txt", 1, 1, "body", "There were " value " boats."
			print "figure", "f1", "differ", "d" i ".txt", 1, value, value, "", "boats", "", value, 11, 12
		}
	}'
}

@test "the whole as text" {
	golden report/ferry.90.out report --width=90 ferry.in
}

@test "on a narrow screen the tables become lists" {
	golden report/ferry.48.out report --width=48 ferry.in
}

@test "figures: all the ways of writing an amount" {
	golden report/amounts.out report --width=72 amounts.in
}

@test "no line is wider than the screen" {
	for width in 20 30 40 60 80 100 200; do
		for input in *.in; do
			report --width=$width "$input" >"$BATS_TEST_TMPDIR/out"
			[ "$(LC_ALL=C.UTF-8 wc -L <"$BATS_TEST_TMPDIR/out")" -le $width ]
		done
	done
}

@test "the width is what --width says, else COLUMNS, else 80" {
	report --width=60 ferry.in >"$BATS_TEST_TMPDIR/60"
	COLUMNS=60 report ferry.in | cmp - "$BATS_TEST_TMPDIR/60"
	COLUMNS=90 report --width=60 ferry.in | cmp - "$BATS_TEST_TMPDIR/60"
	report --width=80 ferry.in >"$BATS_TEST_TMPDIR/80"
	report ferry.in | cmp - "$BATS_TEST_TMPDIR/80"
	COLUMNS=none report ferry.in | cmp - "$BATS_TEST_TMPDIR/80"
	run report --width=many ferry.in
	[ "$status" -eq 2 ]
}

@test "colour comes when it is asked for, and changes no word" {
	report ferry.in >"$BATS_TEST_TMPDIR/plain"
	not grep -q $'\033' "$BATS_TEST_TMPDIR/plain"
	report --color=always ferry.in >"$BATS_TEST_TMPDIR/colored"
	grep -q $'\033' "$BATS_TEST_TMPDIR/colored"
	sed $'s/\033\\[[0-9;]*m//g' "$BATS_TEST_TMPDIR/colored" | cmp - "$BATS_TEST_TMPDIR/plain"
	report --color=never ferry.in | cmp - "$BATS_TEST_TMPDIR/plain"
	run report --color=often ferry.in
	[ "$status" -eq 2 ]
}

@test "on a terminal there is colour, but not with NO_COLOR" {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip "no terminal is to be had"
	script -qec "report '$PWD/ferry.in'" /dev/null </dev/null | grep -q $'\033\[0;1m'
	NO_COLOR=1 script -qec "report '$PWD/ferry.in'" /dev/null </dev/null >"$BATS_TEST_TMPDIR/out"
	grep -q Ferry "$BATS_TEST_TMPDIR/out"
	not grep -q $'\033' "$BATS_TEST_TMPDIR/out"
}

@test "what a document holds cannot drive the terminal" {
	for option in --width=80 --color=always --all; do
		report $option hostile.in >"$BATS_TEST_TMPDIR/out"
		sed $'s/\033\\[[0-9;]*m//g' "$BATS_TEST_TMPDIR/out" >"$BATS_TEST_TMPDIR/text"
		not grep -qP '[\x00-\x09\x0b-\x1f\x7f]' "$BATS_TEST_TMPDIR/text"
		not grep -qP '\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]' "$BATS_TEST_TMPDIR/text"
		iconv -f UTF-8 -t UTF-8 "$BATS_TEST_TMPDIR/text" | cmp - "$BATS_TEST_TMPDIR/text"
	done
}

@test "nor be markup of the page" {
	for option in "" --all; do
		report --html $option hostile.in >"$BATS_TEST_TMPDIR/page"
		not grep -qiE '<(script|img|iframe|base|form)' "$BATS_TEST_TMPDIR/page"
		not grep -qP '[\x00-\x09\x0b-\x1f\x7f]' "$BATS_TEST_TMPDIR/page"
		grep -q '&lt;script&gt;alert(1)&lt;/script&gt;' "$BATS_TEST_TMPDIR/page"
		# attributes are closed where we close them, and none of ours runs anything
		grep -o '<[a-z][^>]*>' "$BATS_TEST_TMPDIR/page" | sed 's/="[^"]*"//g' | sort -u >"$BATS_TEST_TMPDIR/tags"
		not grep -E "[\"'=]| on[a-z]" "$BATS_TEST_TMPDIR/tags"
	done
}

# sides ID LOW HIGH UNIT...: members of one figure in conflict.
sides() {
	printf 'figure\tf1\tdiffer\t%s\t1\t%s\t%s\t%s\tboats\t\tx\t0\t1\n' "$@"
}

@test "the page's table has a cell for each report" {
	sides a 5 5 '' b 5 5 '' c 7 7 '' | report --html >"$page"
	row='<th scope="row">boats</th><td><span>5</span></td><td><span>5</span></td><td class="conflict"><span class="apart">≠&nbsp;7</span></td></tr>'
	grep -qF "$row" "$page"
}

@test "of many values the page counts those that it leaves out" {
	for n in $(seq 30); do
		sides "d$n" "$n" "$n" ''
	done >"$records"
	report --html "$records" | grep -q '<td colspan="2">and 18 more values</td>'
	report --html --all "$records" | not grep -q 'more value'
}

@test "values are in the order of their dates, those without one last" {
	printf 'doc\t%s\ten\t%s\t\t\t\t\n' b 2025-05-04 c 2025-05-03 >"$records"
	sides a 6 6 '' b 7 7 '' c 8 8 '' d 5 5 '' e 5 5 '' >>"$records"
	report --html "$records" | grep -o '<b class="value[^<]*' | grep -o '[0-9]$' | tr '\n' ' ' >"$out"
	[ "$(cat "$out")" = '5 8 7 6 ' ]
}

@test "the page cuts long texts between characters" {
	for lead in '' x xx; do
		long=$lead$(yes 語 | head -n 80 | tr -d '\n')
		printf 'quotation\tq1\tcut\t%s\t1\tX\t%s\t0\t9\tquoted\n' a "$long" b "$long" >"$records"
		printf 'independent\tf1\t\t\t2\t1\tX\n' >>"$records" # of another claim
		report --html "$records" >"$page"
		tail -n 1 "$page" | grep -q '</html>'
		not grep -q '<th scope="row">“' "$page"
		printf 'independent\tq1\t\t\t2\t1\tX\n' >>"$records"
		report --html "$records" >"$page"
		grep -q '<th scope="row">“.*語…”</th>' "$page"
		not grep -q $'\xef\xbf\xbd' "$page"
	done
}

@test "what was changed in a quotation is told in the fewest words" {
	printf 'quotation\tq1\taltered\t%s\t1\tX\t%s\t0\t9\tquoted\n' a 'gulls cried over over over water' \
		b 'over gulls cried water' | report | grep -qF '“[over] gulls cried […] water”'
}

@test "a figure that only reports in another language give is named by their words" {
	printf 'doc\t%s\t%s\t\t\t\t\t\n' a en b en c en d de e de >"$records"
	for id in d e; do
		printf 'sentence\t%s\t1\t1\tbody\tDie Brücke war 12 Tage gesperrt.\n' $id
		printf 'figure\tf1\tagree\t%s\t1\t12\t12\td\t\t\t12 Tage\t16\t23\n' $id
	done >>"$records"
	report "$records" | grep -q '^  Die Brücke war … gesperrt'
}

@test "of many ties the drawing leaves out the weakest" {
	printf 'doc\tz\ten\t2024-05-02\t\t\t\t\n' >"$records"
	for n in $(seq -w 42); do
		printf 'doc\td%s\ten\t2024-05-01\t\t\t\t\n' $n
		for i in $(seq $((10#$n == 42 ? 3 : 2))); do
			printf 'reuse\td%s\t%s\tz\t%s\tverbatim\t1\tx\tx\n' $n $i $i
		done
	done >>"$records"
	report --html "$records" >"$page"
	grep -q 'Not drawn: 2 weaker ties' "$page"
	grep -q '<title>z from d42: 3 sentences' "$page"
}

@test "a converted value is told without a fraction of nothing" {
	printf 'figure\tf1\tunit\t%s\t1\t%s\t%s\t%s\tplain\t\tx\t0\t1\n' a 1.24274 1.24274 '[mi_i]' b 2 2 km | report |
		grep -q ' is 2 km$\| is 2 km;'
}

@test "every link in the page leads somewhere, and no name is given twice" {
	report --html ferry.in >"$BATS_TEST_TMPDIR/page"
	grep -o 'id="[^"]*"' "$BATS_TEST_TMPDIR/page" | sed 's/id="//; s/"//' | sort >"$BATS_TEST_TMPDIR/ids"
	uniq -d "$BATS_TEST_TMPDIR/ids" | not grep .
	grep -o 'href="#[^"]*"' "$BATS_TEST_TMPDIR/page" | sed 's/href="#//; s/"//' | sort -u >"$BATS_TEST_TMPDIR/links"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/links")" -ge 20 ]
	comm -23 "$BATS_TEST_TMPDIR/links" "$BATS_TEST_TMPDIR/ids" | not grep .
	# beyond its own anchors it leads nowhere
	not grep -oE '(href|src)="[^#]' "$BATS_TEST_TMPDIR/page"
}

@test "the page's elements are closed in order" {
	for input in *.in; do
		report --html "$input" | grep -oE '</?[a-zA-Z][a-zA-Z0-9]*[^>]*>' | awk '
			/^<(meta|br)/ || /\/>$/ { next }
			{ name = $0; gsub(/^<\/?|[ >].*$/, "", name) }
			/^<\// { if (open[depth] != name) { print "closed: " name ", open: " open[depth]; exit 1 } depth--; next }
			{ open[++depth] = name }
			END { if (depth > 0) { print "not closed: " open[depth]; exit 1 } }'
	done
}

@test "the page marks numbers and statements, wherever they overlap" {
	report --html marks.in | grep '<span id=' | sed 's/<p>//' | diff - <(
		echo '<span id="d0s1"><span class="said" title="Ann Ley (named)">About <b class="number">310</b> people left</span>, <b class="number">twelve</b> stayed.</span>'
		echo '<span id="d0s2"><b class="number">Two </b><span class="said anonymous" title="a sailor (anonymous)"><b class="number">or three</b> came</span>.</span>'
	)
}

@test "nothing, blank lines, bare lines and unknown records are nothing to report" {
	for input in '' '\n\n' 'bare text\n' 'zzz\ta\tb\n'; do
		[ "$(printf "$input" | report)" = "No reports in the input." ]
		printf "$input" | report --html | grep -q 'No reports in the input.'
	done
}

@test "records that were not compared: it says so, and what they hold" {
	grep -E '^(doc|sentence)' ferry.in >"$BATS_TEST_TMPDIR/in"
	report "$BATS_TEST_TMPDIR/in" | grep -q 'not compared'
	printf 'sentence\ta.txt\t1\t1\tbody\tAbout 5 boats.\n' | report | grep -q 'nothing to compare'
}

@test "each kind of finding alone is reported" {
	for kind in figure quotation reuse origin; do
		grep -E "^$kind" ferry.in | report >"$BATS_TEST_TMPDIR/$kind"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/$kind")" -gt 5 ]
		grep -E "^$kind" ferry.in | report --html | tail -n 1 | grep -q '</html>'
	done
}

@test "a column of sources stands only where sources were counted" {
	report --html ferry.in | grep -q '<th scope="col">Sources</th>'
	grep -v '^independent' ferry.in | report --html >"$BATS_TEST_TMPDIR/page"
	grep -q '<th scope="col">What is counted</th>' "$BATS_TEST_TMPDIR/page"
	not grep -q '<th scope="col">Sources</th>' "$BATS_TEST_TMPDIR/page"
}

@test "many documents: what does not fit is counted, --all shows it" {
	many 100 | report >"$BATS_TEST_TMPDIR/out"
	grep -q 'and 60 more reports (--all shows them)' "$BATS_TEST_TMPDIR/out"
	grep -q '≠7 .* CV$' <(sed 's/≠ */≠/' "$BATS_TEST_TMPDIR/out")
	many 100 | report --all | not grep -q 'more'
	many 100 | report --html | grep -q '<th scope="col">Reports</th>'
}

@test "documents are told apart by the shortest name that does so" {
	printf 'sentence\t%s\t1\t1\tbody\tYes.\n' a/x.txt a/y.txt b/y.txt https://www.one.example/a/b \
		https://two.example/a https://two.example/b z.txt z.html | report --width=60 >"$BATS_TEST_TMPDIR/out"
	sed -n 's/^  [A-H]  //p' "$BATS_TEST_TMPDIR/out" | diff - <(
		printf '%s\n' x a/y.txt b/y.txt one.example two.example/a two.example/b z.txt z.html)
}

@test "values that cannot both be true are marked, others are not" {
	sides() {
		printf 'figure\tf1\tdiffer\t%s\t1\t%s\t%s\t%s\tboats\t\tx\t0\t1\n' "$@" | report --width=60 | grep '^  boats'
	}
	[ "$(sides a 5 5 '' b 5 5 '' c 7 7 '')" = "  boats  5  5  ≠7" ]
	[ "$(sides a 5 5 '' b 5 5 '' c 5 '' '')" = "  boats  5  5  ≥5" ]
	[ "$(sides a 5 5 '' b 5 5 '' c 6 '' '')" = "  boats  5  5  ≠ ≥6" ]
	# "at least 5" leads, but contradicts nobody
	[ "$(sides a 5 '' '' b 5 '' '' c 6 6 '' d 7 7 '')" = "  boats  ≥5  ≥5  6  ≠7" ]
	[ "$(sides a 5 9 '' b 5 9 '' c 7 7 '')" = "  boats  5–9  5–9  7" ]
	[ "$(sides a 1 1 km b 1 1 km c 1000 1000 m)" = "  boats  1 km  1 km  1,000 m" ]
	[ "$(sides a 2024-04-09 2024-04-09 '' b 2024-04-09 2024-04-09 '' c 2024-04-10 2024-04-10 '')" = \
		"  boats  2024-04-09  2024-04-09  ≠2024-04-10" ]
	printf 'figure\tf1\tagree\t%s\t1\t%s\t%s\t\tboats\t\tx\t0\t1\n' a 42 42 b 40 40 | report | grep -q '^  boats  42  40'
}

@test "what is told as 17 and as at least 17 is one value; a text tells it before its headline" {
	{
		printf 'sentence\t%s\t1\t1\ttitle\tFire kills 17.\nsentence\t%s\t2\t2\tbody\tIt killed at least 17.\n' a a b b
		printf 'sentence\tc\t1\t1\tbody\tIt killed 17.\nsentence\td\t1\t1\tbody\tIt killed 12.\n'
		printf 'figure\tf1\tdiffer\t%s\t%s\t%s\t%s\t\tdeaths\t\tx\t0\t1\n' \
			a 1 17 17 a 2 17 '' b 1 17 17 b 2 17 '' c 1 17 17 d 1 12 12
		printf 'independent\tf1\t%s\t%s\t%s\t%s\t%s\n' '' '' 4 3 'police; mayor; witness' \
			17 17 3 2 'police; mayor' 17 '' 2 1 police 12 12 1 1 witness
	} >"$records"
	report --width=60 "$records" >"$out"
	grep -qx '  deaths  ≥17  ≥17  17  ≠12        3' "$out"
	grep -q '^    17 .* 3 reports, 2 sources: police; mayor$' "$out"
	grep -q '^    12 .* 1 report, 1 source: witness$' "$out"
	[ "$(grep -c '^    [≥≠]* *17' "$out")" -eq 1 ]
	# where headlines alone contradict one another, they do
	printf 'figure\tf2\tdiffer\t%s\t%s\t%s\t%s\t\tboats\t\tx\t0\t1\n' a 1 17 17 a 2 17 '' c 1 19 19 >>"$records"
	report --width=60 "$records" | grep -qx '  boats   ≥17       ≠19'
	report --html "$records" | grep -q '≠&nbsp;19'
}

@test "figures in conflict that were told on different days say when" {
	{
		printf 'doc\t%s\ten\t%s\t\t\t\t\n' a 2025-05-04T10:00Z b 2025-05-04 c 2025-05-03 d 2025-05-06 e ''
		printf 'figure\tf1\tdiffer\t%s\t1\t%s\t%s\t\tdeaths\t\tx\t0\t1\n' a 5 5 b 5 5 c 3 3 d 6 6 e 9 9
	} >"$records"
	report --width=80 "$records" | grep -qx '    first reported: 3 on 2025-05-03, 5 on 2025-05-04, 6 on 2025-05-06'
	grep "[${TAB}][ab]${TAB}" "$records" | sed 's/\tb\t1\t5\t5/\tb\t1\t4\t4/' | report >"$out"
	grep -q '^  deaths *≠5 *4$' "$out"
	not grep -q 'first reported' "$out"
}

@test "figures in conflict that have different units are told in one" {
	printf 'figure\tf1\tdiffer\t%s\t1\t45\t45\t%s\t\t\tx\t0\t1\n' a '[nmi_i]' b '[mi_i]' | report --width=80 |
		grep -qx '    45 nmi is 83.3 km; 45 miles is 72.4 km'
	printf 'figure\tf1\tdiffer\t%s\t1\t%s\t%s\tkm\t\t\tx\t0\t1\n' a 4 4 b 5 5 | report | not grep -q ' is [0-9]'
}

@test "the summary names what it counts" {
	# summary VERDICT...: of figures with these verdicts, each told by a and b
	summary() {
		for verdict; do
			printf 'figure\t%s\t%s\t%s\t1\t5\t5\t\tboats\t\tx\t0\t1\n' "f$((++claim))" "$verdict" a \
				"f$claim" "$verdict" b
		done | report --width=200 | head -n 1
	}
	[ "$(summary differ unit unit agree)" = '2 reports. 1 figure is in conflict, 2 are given in different units, 1 agrees.' ]
	[ "$(summary unit unit)" = '2 reports. 2 figures are given in different units.' ]
	[ "$(summary agree)" = '2 reports. 1 figure agrees.' ]
	printf 'quotation\tq1\t%s\t%s\t1\tX\t%s\t0\t9\tquoted\n' cut a 'a b c d' cut b 'a b c' | report --width=200 | head -n 1 |
		grep -qx '2 reports. No figure is given by two reports. 1 quotation was cut.'
}

@test "a report without text is told" {
	printf 'doc\ta\ten\t\t\t\t\t\n' | report | grep -qx '1 report. There is no text in it.'
	printf 'doc\t%s\ten\t\t\t\t\t\n' a b | report | grep -qx '2 reports. There is no text in them.'
	printf 'doc\t%s\ten\t\t\t\t\tT\n' a b >"$records"
	printf 'sentence\tb\t1\t1\tbody\tAbout 5 boats.\n' >>"$records"
	report "$records" | grep -qx '  A  a  T (no text found)'
	report "$records" | grep -qx '  B  b  T'
	[ "$(report --html "$records" | grep -c 'no text found')" = 1 ]
}

# label UNIT WHAT SENTENCE...: how the report names a figure that stands in each sentence as [value], each in a
# document of its own.
label() {
	local unit=$1 what=$2
	shift 2
	printf '%s\n' "$@" | awk -v unit="$unit" -v what="$what" '
		{
			start = index($0, "[") - 1
			end = index($0, "]") - 2
			surface = substr($0, start + 2, end - start)
			gsub(/[][]/, "")
			OFS = "\t"
			print "sentence", NR, 1, 1, "body", $0
			value = unit == "half" ? .5 : 3
			if (start >= 0)
				print "figure", "f1", "agree", NR, 1, value, value, unit == "half" ? "" : unit, what, "", surface, start, end
			print "independent", "f1", "", "", 2, 1, "x"
		}' | report --width=200 | sed -n 's/^  \(.*\): 2 reports, 1 source: x$/\1/p'
}

@test "a figure that counts nothing is named by the words around it" {
	same='The mill was closed.'
	[ "$(label wk '' 'The bridge was closed for [three weeks].' "$same")" = 'The bridge was closed for …' ]
	[ "$(label wk 'closure' 'The bridge was closed for [three weeks].' "$same")" = closure ]
	[ "$(label '' people 'The ferry carried [three] people.' "$same")" = 'The ferry carried … people' ]
	[ "$(label '' 'people killed' 'The fire killed [three] people.' "$same")" = 'people killed' ]
	# a part of a whole: the report that says of what
	[ "$(label half '' 'The army took back about [half].' 'It took back [half] of the valley.')" = 'It took back … of the valley' ]
	[ "$(label wk 'them' 'The bridge was closed for [three weeks].' "$same")" = 'The bridge was closed for …' ]
	# the words that most reports share
	[ "$(label wk '' 'Repairs took [three weeks].' 'The bridge was closed for [three weeks].' \
		'Ferries ran while the bridge was closed for [three weeks].' 'In short, the bridge was closed for [three weeks].')" = \
		'The bridge was closed for …' ]
	# what is put in between is left out, what the clause leans on is not
	[ "$(label wk '' 'The bridge, built by hand, was closed for [three weeks].' "$same")" = 'The bridge was closed for …' ]
	[ "$(label wk '' 'They used the old bridge, which was closed for [three weeks].' "$same")" = \
		'They used the old bridge, which was closed for …' ]
	# what ties a clause to others goes, and what follows the figure comes where little stands before it
	[ "$(label wk '' 'But the bridge was closed for [three weeks].' "$same")" = 'the bridge was closed for …' ]
	[ "$(label wk '' 'In [three weeks] the bridge was closed, rebuilt and sold.' "$same")" = 'In … the bridge was closed' ]
	[ "$(label wk '' 'In [three weeks], the bridge was gone.' "$same")" = 'In …, the bridge was gone' ]
	# of a part also the whole
	[ "$(label half 'bridge' 'The flood carried away [half] of the bridge.' "$same")" = 'The flood carried away … of the bridge' ]
	# a clause without end
	[ "$(label wk '' "$(printf 'on and %.0s' $(seq 100))closed for [three weeks]." "$same" | wc -w)" -le 15 ]
	[ "$(label wk '' '[three weeks]' "$same")" = f1 ]
}

# three: the records of three reports of which the second and the third have the first one's sentences.
three() {
	for day in 1 2 3; do
		printf 'doc\t%s\ten\t2024-05-0%s\t\t\t\t\n' $day $day
		for n in 1 2 3; do
			printf 'sentence\t%s\t%s\t%s\tbody\tSentence %s.\n' $day $n $n $n
		done
	done
	for pair in 1-2-1 1-2-2 1-2-3 1-3-1 1-3-2 1-3-3 2-3-1 2-3-2; do
		echo $pair | awk -F - -v OFS='\t' '{ print "reuse", $1, $3, $2, $3, "near", .9, "Sentence " $3 ".", "Sentence " $3 "." }'
	done
}

@test "what two reports share because both have it from a third is told apart" {
	three | report >"$BATS_TEST_TMPDIR/out"
	grep -x '  Shared through a third: B and C from A' "$BATS_TEST_TMPDIR/out"
	grep -c ' has all its 3 sentences from A 1: ' "$BATS_TEST_TMPDIR/out" | grep -x 2
	three | report --html >"$BATS_TEST_TMPDIR/page"
	[ "$(grep -c '<g class="edge' "$BATS_TEST_TMPDIR/page")" -eq 2 ]
	grep -q '<title>2 from 1: 3 sentences</title>' "$BATS_TEST_TMPDIR/page"
	grep -q 'Not drawn: 1 tie between reports that share through a third' "$BATS_TEST_TMPDIR/page"
}

@test "of the pairs that are told in a line, what is left out is counted" {
	(
		for id in a b c d e f g h; do
			printf 'sentence\t%s\t1\t1\tbody\tOne.\nsentence\t%s\t2\t2\tbody\tTwo.\n' $id $id
		done
		for pair in a-b a-c a-d a-e a-f a-g a-h b-c b-d b-e b-f b-g b-h; do
			printf 'reuse\t%s\t1\t%s\t1\tparaphrase\t.5\tOne.\tOne.\n' ${pair%-*} ${pair#*-}
		done
	) >"$BATS_TEST_TMPDIR/pairs"
	report --width=200 "$BATS_TEST_TMPDIR/pairs" | grep '^  One sentence reworded: ' | grep -q ' and 1 more pair$'
	report --width=200 --all "$BATS_TEST_TMPDIR/pairs" | grep '^  One sentence reworded: ' | not grep more
}

@test "a source that has no name is marked, where its words do not say so themselves" {
	printf 'sentence\ta\t1\t1\tbody\tOne.\norigin\ta\ttwo engineers\tanonymous\t\t1\norigin\ta\tUnnamed officials\tanonymous\t\t1\norigin\ta\tIda Marr\tnamed\t\t1\n' >"$BATS_TEST_TMPDIR/sources"
	report "$BATS_TEST_TMPDIR/sources" | grep -qx ' *Ida Marr · Unnamed officials · two engineers (not named)'
	[ "$(report --html "$BATS_TEST_TMPDIR/sources" | grep -o '(not named)' | wc -l)" -eq 1 ]
}

@test "an arrow leads round the boxes between" {
	(
		three | grep -v '^reuse'
		for pair in 1-2 2-3 1-3; do
			for n in 1 2 3; do
				printf 'reuse\t%s\t%s\t%s\t%s\tnear\t0.9\tx\tx\n' ${pair%-*} $n ${pair#*-} $n
			done
			printf 'origin\t%s\t%s\toutlet\tcredited\t1-3\n' ${pair#*-} ${pair%-*}
		done
	) | report --html | grep '<title>3 from 1' | grep -o ' L[0-9]* [0-9]*' >"$BATS_TEST_TMPDIR/passed"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/passed")" -eq 1 ]
}

@test "a result of a vote is shown in the order that it was told in" {
	{
		printf 'figure\tf1\tagree\t%s\t1\t24\t31\t\tvotes\t\t31-24\t0\t5\n' a b
		printf 'sentence\t%s\t1\t1\tbody\t31-24 votes.\n' a b
	} | report | grep -q '31–24 *31–24'
	{
		printf 'figure\tf1\tdiffer\ta\t1\t48\t52\t\tvotes\t\t52-48\t0\t5\n'
		printf 'figure\tf1\tdiffer\tb\t1\t49\t51\t\tvotes\t\t51-49\t0\t5\n'
	} | report | grep -q '52–48 *≠51–49'
}

# told DOCUMENT N ROLE SENTENCE CLUSTER WHAT: records of a document that tells 3 of something, the first [value].
told() {
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@" | awk -F '\t' '{
		OFS = "\t"
		start = index($4, "[") - 1
		end = index($4, "]") - 2
		surface = substr($4, start + 2, end - start)
		gsub(/[][]/, "", $4)
		print "sentence", $1, $2, 1, $3, $4
		print "number", $1, $2, start, end, $6 == "age" ? "age" : "count", "exact", 3, 3, "", "", surface
		print "figure", $5, "agree", $1, $2, 3, 3, "", $6 == "age" ? "" : $6, "", surface, start, end
	}'
}

# labels: the names of the rows that agree, of records on standard input
labels() {
	report --width=200 | sed -n '/^Figures that agree/,/^$/s/^  \([^ ].*[^ ]\)   *[0-9].*/\1/p' | sed 's/  .*//'
}

@test "a figure is named in the language of most reports, of equals in English" {
	doc() {
		printf 'doc\t%s\t%s\t\t\t\t\t\n' "$@"
	}
	figures() {
		told a 1 body 'Es gab [drei] Tote.' f1 Tote b 1 body 'There were [three] deaths.' f1 deaths c 1 body \
			'Es gab [drei] Tote.' f1 Tote
		told a 2 body 'Der Strom fiel [drei] Stunden aus.' f2 '' b 2 body 'The power failed for [three] hours.' f2 ''
	}
	[ "$( (doc a de b en-GB; figures) | grep -v "${TAB}c$TAB" | labels)" = "deaths
The power failed for … hours" ]
	[ "$( (doc a de-AT b en c de; figures) | labels)" = "Tote
Der Strom fiel … Stunden aus" ]
	# what no report in that language names
	[ "$( (doc a fr b fr; told a 1 body 'Es gab [drei] Tote.' f1 '' c 1 body 'Es gab [drei] Tote.' f1 Tote) | labels)" = Tote ]
}

@test "a text names a figure before a headline does; an age goes by the person" {
	[ "$( (told a 1 title '[Three] missing aboard.' f1 aboard a 2 body 'There are [three] sailors.' f1 sailors
		told b 1 title '[Three] missing aboard.' f1 aboard) | labels)" = sailors ]
	[ "$( (told a 1 body 'The banker Nora O'\''Dell-Vance, [three], was jailed.' f1 age
		told b 1 body 'Nora, [three] years old, was jailed.' f1 age) | labels)" = "age of Nora O'Dell-Vance" ]
	[ "$( (told a 1 body 'A baby, [three], was found.' f1 age
		told b 1 body 'The baby is [three] years old.' f1 age) | labels)" = 'A baby, …' ]
}

@test "figures that count the same are told apart by the words around" {
	[ "$( (told a 1 body 'The plant will cut [three] jobs.' f1 jobs b 1 body 'The plant will cut [three] jobs.' f1 jobs
		told a 2 body 'It will move [three] jobs.' f2 jobs b 2 body 'It will move [three] jobs.' f2 jobs
		told a 3 body 'It owns [three] mines.' f3 mines b 3 body 'It owns [three] mines.' f3 mines) | labels)" = \
		"The plant will cut … jobs
It will move … jobs
mines" ]
}

@test "reports that share only what somebody said to both did not copy" {
	# shared REUSE...: lines of two reports that share sentences 1 and 2, where sentence 1 is a quotation
	shared() {
		printf 'doc\t%s\ten\t%s\t\t\t\t\n' a 2025-05-03 b 2025-05-04
		printf 'sentence\t%s\t%s\t1\tbody\t%s\n' a 1 '“We were not asked at all,” he said.' a 2 'The hall was full.' \
			b 1 '“We were not asked at all,” said Raddick.' b 2 'The hall was full.'
		printf 'quotation\tq1\tsame\t%s\t1\tRaddick\tWe were not asked at all\t3\t30\tquoted\n' a b
		printf 'reuse\ta\t%s\tb\t%s\tnear\t0.8\tx\ty\n' "$@"
	}
	shared 1 1 | report >"$out"
	grep -qx '  Only what both quote: A and B' "$out"
	not grep -q ' has \| share ' "$out"
	shared 1 1 | report --html >"$page"
	grep -q 'only what both quote' "$page"
	not grep -q '<svg' "$page"
	shared 1 1 2 2 | report | grep -q 'B b has all its 2 sentences from A a: 2 nearly word for word'
	# where it does not name the report that it has them from, that is told
	(shared 1 1; printf 'origin\tb\ta\toutlet\tsilent\t1\n') | report | grep -q 'B b has 1 of its 2 sentences from A a.*not credited'
}

# dated ID DATE...: reports of a day, of one sentence each. copied A B...: pairs of them that share it.
dated() {
	printf 'doc\t%s\ten\t%s\t\t\t\t\n' "$@"
	while [ $# -gt 0 ]; do
		printf 'sentence\t%s\t1\t1\tbody\tThe hall was full.\n' "$1"
		shift 2
	done
}

copied() {
	printf 'reuse\t%s\t1\t%s\t1\tverbatim\t1\tThe hall was full.\tThe hall was full.\n' "$@"
}

# nodes: of the drawing in a page on standard input, each report's column and row.
nodes() {
	grep -o '<g class="node"><title>[^<]*</title><rect rx="6" x="[0-9]*" y="[0-9]*"' |
		sed 's/.*<title>//; s/<.* x="/ /; s/" y="/ /; s/"//' | while read -r name x y; do
		echo "$name $(((x - 12) / 330)) $(((y - 12) / 70))"
	done
}

@test "the drawing: what a report has its text from stands left of it, and edges do not cross" {
	(dated a 2025-05-01 b 2025-05-02 c 2025-05-03; copied a b b c) | report --html >"$page"
	nodes <"$page" | diff - <(printf '%s\n' 'a 0 0' 'b 1 0' 'c 2 0')
	grep -q '<title>c from b: 1 sentence</title>' "$page"
	grep -q '<g class="edge open"' "$page"
	(dated a 2025-05-01 b 2025-05-01 c 2025-05-02 d 2025-05-02; copied a d b c) | report --html | nodes | sort |
		diff - <(printf '%s\n' 'a 0 1' 'b 0 0' 'c 1 0' 'd 1 1')
	# of the same day nobody knows who was first
	(dated a 2025-05-01 b 2025-05-01; copied a b) | report --html >"$page"
	nodes <"$page" | diff - <(printf '%s\n' 'a 0 0' 'b 0 1')
	grep -q '<title>b and a: 1 sentence</title>' "$page"
	grep -q '<g class="edge open mutual"' "$page"
}

@test "a card shows the sentence that told a value first, of one report its text, not its headline" {
	{
		printf 'doc\t%s\ten\t%s\t\t\t\t\n' a '' b 2025-05-04 c 2025-05-03 d 2025-05-04
		printf 'sentence\t%s\t%s\t1\t%s\t%s\n' a 1 body 'Undated 5.' b 1 body 'Later 5.' c 1 title 'Headline 5.' \
			c 2 body 'Text 5.' d 1 body 'Other 7.'
		printf 'figure\tf1\tdiffer\t%s\t%s\t%s\t%s\t\tboats\t\t%s\t0\t0\n' a 1 5 5 5 b 1 5 5 5 c 1 5 5 5 c 2 5 5 5 d 1 7 7 7
	} | report --html | grep -o '<q>[^q]*</q>' | sed 's/<[^>]*>//g' | diff - <(printf 'Text 5.\nOther 7.\n')
}
