# What compare finds: figures, quotations, reuse, origins, independence.

load helper

# records CASE: its lines `id: sentence` as doc and sentence records; `id@de` is in German.
records() {
	awk '
		/^[#\t]/ || !NF { next }
		{
			id = substr($0, 1, index($0, ":") - 1)
			language = index(id, "@") ? substr(id, index(id, "@") + 1) : "en"
			if (!count[id]++)
				print "doc\t" id "\t" language "\t\t\t\t\t"
			print "sentence\t" id "\t" count[id] "\t" count[id] "\tbody\t" substr($0, length(id) + 3)
		}' "$1"
}

# found TYPE: of its records the fields that the cases show, indented by a TAB.
found() {
	awk -F '\t' -v type="$1" -v fields="$2" '
		BEGIN { count = split(fields, field, " ") }
		$1 == type {
			line = ""
			for (i = 1; i <= count; i++)
				line = line (i > 1 ? " " : "\t") $field[i]
			print line
		}'
}

# check TYPE FIELDS: each case of cases/compare/TYPE.txt (they are parted by empty lines) gives its records.
check() {
	local case wrong=0
	awk -v dir="$BATS_TEST_TMPDIR" -v RS= '{ print >(dir "/" NR ".case") }' "$TESTS/cases/compare/$1.txt"
	for case in "$BATS_TEST_TMPDIR"/*.case; do
		grep "^$TAB" "$case" >"$case.want" || true
		records "$case" | numbers | attribute | compare | found "$1" "$2" >"$case.got"
		diff -u "$case.want" "$case.got" || { cat "$case"; wrong=1; }
	done
	[ "$wrong" = 0 ]
}

@test "figures: what belongs together, and its verdict" {
	check figure '2 3 4 5 11'
}

@test "quotations: same, cut, altered; with other marks and without" {
	check quotation '2 3 4 5 10'
}

@test "reuse: verbatim, near, paraphrase" {
	check reuse '2 3 4 5 6'
}

@test "origins: voices, credit lines, silence" {
	check origin '2 3 4 5 6'
}

@test "independent: how many origins a claim has" {
	check independent '2 3 4 5 6 7'
}

# The records of six reports of one event, numbers and attributions among them.
event() {
	cat "$TESTS/golden/compare/event.in"
}

# What compare finds in it, without the texts of reuse.
findings() {
	compare | sed "s/^\(reuse\(${TAB}[^$TAB]*\)\{5\}\).*/\1/" | grep "^\(figure\|quotation\|reuse\|origin\|independent\)$TAB"
}

@test "a whole event" {
	event >"$BATS_TEST_TMPDIR/in"
	golden compare/event.out findings <"$BATS_TEST_TMPDIR/in"
}

# What reports of one event have in common, and whom they have it from.
common() {
	compare "$TESTS/golden/compare/events/$1.in" | grep "^\(figure\|quotation\|independent\)$TAB" | grep -v "^figure${TAB}[^${TAB}]*${TAB}single"
}

@test "a flood: a wire and its copy, a headline that drops the bound, a toll that rises, a named office" {
	golden compare/events/flood.out common flood
}

@test "an earthquake in five languages: one mayor, the authorities, miles and kilometres" {
	golden compare/events/quake.out common quake
}

@test "a leak: one memo by four reports, and a denial" {
	golden compare/events/chain.out common chain
}

@test "a mine: an operator in three languages, families who say otherwise" {
	golden compare/events/mine.out common mine
}

@test "the input comes through first, byte for byte; own types are made anew" {
	event >"$BATS_TEST_TMPDIR/in"
	compare "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/once"
	head -n "$(wc -l <"$BATS_TEST_TMPDIR/in")" "$BATS_TEST_TMPDIR/once" | cmp - "$BATS_TEST_TMPDIR/in"
	compare "$BATS_TEST_TMPDIR/once" | cmp - "$BATS_TEST_TMPDIR/once"
}

@test "the order of the documents changes nothing" {
	event | findings >"$BATS_TEST_TMPDIR/forth"
	event | awk -F '\t' '
		$1 == "doc" { n++ }
		{ lines[n] = lines[n] $0 "\n" }
		END { while (n) printf "%s", lines[n--] }' | findings >"$BATS_TEST_TMPDIR/back"
	[ -s "$BATS_TEST_TMPDIR/forth" ]
	cmp "$BATS_TEST_TMPDIR/forth" "$BATS_TEST_TMPDIR/back"
}

@test "start and end are the bytes of the surface" {
	event | compare | awk -F '\t' '
		$1 == "sentence" { text[$2, $3] = $6 }
		$1 == "figure" && text[$4, $5] !~ /\\/ {
			found++
			if (substr(text[$4, $5], $12 + 1, $13 - $12) != $11) { print; wrong = 1 }
		}
		END { exit wrong || !found }'
}

@test "--exit-status is 1 where figures differ, else 0" {
	agree='sentence\ta\t1\t1\tbody\tThe mill burnt 900 sacks of flour.\nnumber\ta\t1\t15\t18\tcount\texact\t900\t900\t\tsacks\t900\n'
	differ='sentence\tb\t1\t1\tbody\tThe mill burnt 700 sacks of flour.\nnumber\tb\t1\t15\t18\tcount\texact\t700\t700\t\tsacks\t700\n'
	printf "$agree" | compare --exit-status
	run sh -c "printf '$agree$differ' | compare --exit-status"
	[ "$status" = 1 ]
	printf "$agree$differ" | compare
}

@test "numbers and attributions of nowhere, of no sense or of no end are left out" {
	{
		printf 'sentence\ta\t1\t1\tbody\tThe mill burnt 900 sacks.\nsentence\tb\t1\t1\tbody\tThe mill burnt 900 sacks.\n'
		for value in nan inf 1e999 0x10 -5 18446744073709551616 "$(printf '9%.0s' {1..5000})" ''; do
			for span in '15 18' '-5 18' '15 99' '18 15' '15 18446744073709551616' 'x y'; do
				set -- $span
				printf "number\t%s\t1\t$1\t$2\tcount\texact\t$value\t$value\t\tsacks\t900\n" a b nowhere
				printf "attribution\t%s\t1\t$1\t$2\tdirect\tnamed\t$value\t\tsaid\tx\t1\t0\t3\t4\t5\n" a b nowhere
			done
		done
	} >"$BATS_TEST_TMPDIR/in"
	compare "$BATS_TEST_TMPDIR/in" | found figure '6 7 12 13' | sort -u >"$BATS_TEST_TMPDIR/out"
	printf '\t%s %s 15 18\n' -5 -5 18446744073709551616 18446744073709551616 | diff - "$BATS_TEST_TMPDIR/out"
}

@test "a sentence that hundreds of reports carry is found, in time" {
	awk 'BEGIN {
		for (i = 0; i < 3000; i++)
			printf "sentence\td%05d\t1\t1\tbody\tThe colonel said “we have counted every lorry on the bridge” on Tuesday.\n", i
	}' | timeout 60 compare >"$BATS_TEST_TMPDIR/out"
	[ "$(grep -c '^reuse.*verbatim' "$BATS_TEST_TMPDIR/out")" -ge 2999 ]
	[ "$(grep -c '^quotation.q1.same' "$BATS_TEST_TMPDIR/out")" = 3000 ]
}

@test "a sentence of tens of thousands of words is found in another report" {
	awk 'BEGIN {
		for (report = 1; report <= 2; report++) {
			printf "sentence\tr%d\t1\t1\tbody\t", report
			for (i = 0; i < 30000; i++) {
				word = (i * 7919 + 13) % 100003
				printf "w%c%c%c%c ", 97 + word % 26, 97 + word / 26 % 26, 97 + word / 676 % 26, 97 + word / 17576
			}
			print "ends."
		}
	}' | timeout 60 compare >out
	[ "$(grep ^reuse out | cut -f 2-6)" = "r1${TAB}1${TAB}r2${TAB}1${TAB}verbatim" ]
}

@test "a figure that thousands of reports carry is found, in time" {
	awk 'BEGIN {
		for (i = 0; i < 3000; i++)
			printf "doc\td%05d\ten\t\t\t\t\t\nsentence\td%05d\t1\t1\tbody\tThe colonel has counted %d lorries on the bridge.\n", i, i, 300 + i % 2 * 45
	}' | numbers | timeout 60 compare >"$BATS_TEST_TMPDIR/out"
	[ "$(grep -c '^figure.f1.differ' "$BATS_TEST_TMPDIR/out")" = 3000 ]
	[ "$(grep '^independent' "$BATS_TEST_TMPDIR/out" | cut -f1-6)" = "independent	f1			3000	2
independent	f1	300	300	1500	1
independent	f1	345	345	1500	1" ]
}

@test "reports that tell a figure in the same words are one source" {
	for report in a b c; do
		printf 'doc\t%s\ten\t\t\t\t\t\n' $report
		text='The flood destroyed 37 barns along the lower bank of the river on Sunday night.'
		[ $report = c ] && text='On Sunday night 37 barns were lost to the water.'
		printf 'sentence\t%s\t1\t1\tbody\t%s\n' $report "$text"
	done >"$BATS_TEST_TMPDIR/in"
	run sh -c 'numbers <"$1" | compare | grep "^independent" | cut -f2,5-' - "$BATS_TEST_TMPDIR/in"
	[ "$output" = $'f1\t3\t2\ta; c' ]
}

@test "an agency's own report is carried in silence by those who share its text" {
	text='The harbour master of Lund had closed the western lock before the storm.
Some 350 fishing boats were torn from their moorings and driven onto the sands.
The lighthouse keeper had sent the first warning shortly before midnight.'
	for report in a b; do
		outlet='The Lund Courier'
		[ $report = b ] || outlet=Reuters
		printf 'doc\t%s\ten\t\t%s\t\t\t\n' $report "$outlet"
		awk -v id=$report '{ print "sentence\t" id "\t" NR "\t" NR "\tbody\t" $0 }' <<<"$text"
	done >"$BATS_TEST_TMPDIR/in"
	compare "$BATS_TEST_TMPDIR/in" | grep "^origin${TAB}b${TAB}Reuters${TAB}outlet${TAB}silent${TAB}1-3"
	sed s/Reuters/Harbour\ Post/ "$BATS_TEST_TMPDIR/in" | compare | not grep ^origin
}

@test "a user's translations let figures of one more language meet" {
	printf '# translations: word english\ndöda\tkilled\n' >own.tsv
	printf '%s\n' "doc${TAB}a${TAB}en$TAB$TAB$TAB$TAB$TAB" "sentence${TAB}a${TAB}1${TAB}1${TAB}body${TAB}41 people were killed." \
		"number${TAB}a${TAB}1${TAB}0${TAB}2${TAB}count${TAB}exact${TAB}41${TAB}41$TAB${TAB}people killed${TAB}41" \
		"doc${TAB}b${TAB}sv$TAB$TAB$TAB$TAB$TAB" "sentence${TAB}b${TAB}1${TAB}1${TAB}body${TAB}Minst 43 döda." \
		"number${TAB}b${TAB}1${TAB}6${TAB}8${TAB}count${TAB}exact${TAB}43${TAB}43$TAB${TAB}döda${TAB}43" >in
	[ "$(compare in | grep -c "^figure${TAB}f[12]${TAB}single")" = 2 ]
	[ "$(compare --rules=own.tsv in | grep -c "^figure${TAB}f1${TAB}differ")" = 2 ]
}

@test "one figure in thousands of documents takes no time, and is no failure" {
	awk 'BEGIN {
		for (i = 0; i < 10000; i++) {
			print "sentence\td" i "\t1\t1\tbody\tThe flood at Harrow drowned 300 sheep on Monday night."
			print "number\td" i "\t1\t27\t30\tcount\texact\t300\t300\t\tsheep\t300"
		}
	}' >in
	timeout 60 compare in >out 2>messages
	[ "$(grep -c '^figure' out)" = 10000 ]
	grep 'one claim is told 10000 times; the sources of 1000 were looked up' messages
}

@test "the order of documents changes nothing: shuffled" {
	event | grep . >in
	findings <in >forth
	for seed in 1 2 3 4 5; do
		awk -F '\t' -v seed="$seed" '
			BEGIN { srand(seed) }
			$1 == "doc" { order[n++] = n }
			{ lines[n - 1] = lines[n - 1] $0 "\n" }
			END {
				for (left = n; left; left--) {
					at = int(left * rand())
					printf "%s", lines[at]
					lines[at] = lines[left - 1]
				}
			}' in | findings | cmp forth -
	done
}

# levels NOW: three reports; what there was in November, what there is in February, and that it halved.
levels() {
	printf '%s\n' "doc${TAB}a${TAB}en${TAB}2025-11-10$TAB$TAB$TAB$TAB" "sentence${TAB}a${TAB}1${TAB}1${TAB}body${TAB}Some 11,000 soldiers arrived in the northern camp in November." \
		"doc${TAB}b${TAB}en${TAB}2026-02-01$TAB$TAB$TAB$TAB" "sentence${TAB}b${TAB}1${TAB}1${TAB}body${TAB}Only $1 soldiers are left in the northern camp." \
		"doc${TAB}c${TAB}en${TAB}2026-02-01$TAB$TAB$TAB$TAB" "sentence${TAB}c${TAB}1${TAB}1${TAB}body${TAB}The number of soldiers in the northern camp has halved, the general said." |
		numbers | compare | grep "^figure${TAB}f2${TAB}" | cut -f 3,4,6,9,11
}

@test "a change between what two reports tell at two times, as a third tells it" {
	levels 4,000 >out
	diff - out <<-E
		differ	b	0.363636	Some 11,000 → Only 4,000 soldiers	Only 4,000
		differ	c	0.5		halved
	E
	[ "$(levels 5,500 | cut -f 1 | sort -u)" = agree ]
}

@test "what is worked out changes nothing on a second run, nor by the order of documents" {
	cat >in <<-E
		doc	b	en					
		sentence	b	1	1	body	Since May the force in the northern camp has shrunk from 11,000 to 4,000 soldiers.
		doc	a	en					
		sentence	a	1	1	body	The number of soldiers in the northern camp has halved since May.
	E
	numbers in | compare >once
	compare once | cmp - once
	{ sed -n 3,4p in; sed -n 1,2p in; } | numbers | compare | grep "^figure" | diff - <(grep "^figure" once)
}
