# The steps for collections larger than memory find the reuse that one process finds.

load helper

# A collection: the event, a sentence that hundreds of documents carry and some change, sentences of one pattern,
# documents whose IDs and numbers do not sort as they count, a document given twice.
collection() {
	cat "$TESTS/golden/compare/event.in"
	awk 'BEGIN {
		for (i = 1; i <= 230; i++) {
			id = i % 7 ? "d" i : "d " i "/a"
			print "doc\t" id "\ten\t\t\t\t\t"
			print "sentence\t" id "\t" i "\t1\tbody\tThe ferryman told the coastguard that both engines had failed within a minute."
			print "sentence\t" id "\t" i + 1 "\t1\tbody\tThe price of barley rose " i " crowns to " i * 7 " at the exchange in Harrow\\\\Lund."
			if (i % 3 == 0)
				print "sentence\t" id "\t" i + 2 "\t1\tbody\tBoth engines had failed within a minute, the ferryman told the harbour master " i % 9 "."
		}
		for (i = 1; i <= 20; i++) {
			id = "x" i
			print "doc\t" id "\tde\t\t\t\t\t"
			print "sentence\t" id "\t3\t1\tbody\tDie Fähre verlor kurz nach dem Auslaufen beide Maschinen, sagte Kapitän Nummer" i % 5 "."
			print "sentence\t" id "\t4\t1\tbody\tEin Schlepper zog sie am Abend in den Hafen von Lund\\tzurück."
		}
	}'
	grep "^\(doc\|sentence\)${TAB}velm-courier.html$TAB" "$TESTS/golden/compare/event.in"
}

# one: what one process finds, sorted.
one() {
	collection >in
	compare in | grep "^reuse$TAB" | sort >one
	[ "$(wc -l <one)" -gt 400 ]
}

@test "keys, pairs, verify: the same reuse, to the byte" {
	one
	compare --keys <in | sort | compare --pairs | sort -u | compare --verify | sort >steps
	cmp one steps
}

@test "keys, pairs, verify: with many mappers and reducers" {
	one
	# documents go to three mappers at random, what these write by its key to four reducers
	awk -F '\t' 'BEGIN { srand(7) } $1 == "doc" { n = int(3 * rand()) } { print >("map." n) }' in
	for part in map.*; do
		compare --keys "$part"
	done | awk -F '\t' '{ print >("reduce." substr($1, length($1)) % 4) }'
	for part in reduce.*; do
		sort "$part" | compare --pairs
	done >pairs
	awk -F '\t' '{ print >("verify." (length($1) + length($2)) % 3) }' pairs
	for part in verify.*; do
		sort -u "$part" | compare --verify
	done | sort >steps
	cmp one steps
}

@test "keys, pairs, verify: split anywhere between lines" {
	one
	grep -v "${TAB}x[0-9]*$TAB" in >english # a document's language is told in its first line
	compare english | grep "^reuse$TAB" | sort >one
	for lines in 1 7 100; do
		rm -f split.*
		split -a 4 -l $((lines * 3)) english split.
		for part in split.*; do
			compare --keys "$part"
		done | sort | compare --pairs | sort -u | compare --verify | sort >steps
		cmp one steps
	done
}

@test "keys, pairs, verify: nothing of nothing" {
	for step in keys pairs verify; do
		run compare --$step </dev/null
		[ "$status" = 0 ] && [ -z "$output" ]
	done
}

@test "keys, pairs, verify: bad lines are named, the others taken" {
	one
	{ compare --keys <in; printf 'zzz\nw12\ta\t1\ten\ttext\n'; } | sort >keys
	compare --pairs <keys >pairs 2>messages || [ $? = 2 ]
	[ "$(grep -c 'line [0-9]*: not a line of compare --keys' messages)" = 2 ]
	{ cat pairs; printf 'zzz\na\tb\t1\t2\ten\ten\tx\ty\tnokey\t3\n'; } | sort -u >both
	run sh -c 'compare --verify <both 2>messages >verified'
	[ "$status" = 2 ]
	[ "$(grep -c 'line [0-9]*: not a line of compare --pairs' messages)" = 2 ]
	sort verified | cmp - one
	printf 'sentence\ta\tmany\t1\tbody\tText.\n' >bad
	run compare --keys bad
	[ "$status" = 2 ] && [[ $output == *'a: line 1: sentence record'* ]]
}

@test "pairs, verify: lines that are not sorted are refused" {
	one
	compare --keys <in | sort -r >keys
	run sh -c 'compare --pairs <keys >pairs'
	[ "$status" = 2 ] && [[ $output == *'not sorted'* ]]
	run compare --keys --pairs in
	[ "$status" = 2 ]
}

@test "pairs: a text that everybody carries does not grow memory" {
	[ -z "$SANITIZE" ] || skip "sanitizers need more address space"
	awk 'BEGIN {
		for (i = 0; i < 30000; i++)
			print "sentence\td" i "\t1\t1\tbody\tThe ferryman told the coastguard that both engines had failed within a minute."
	}' | compare --keys | sort >keys
	(ulimit -v 65536 && compare --pairs <keys) | sort -u >pairs
	(ulimit -v 65536 && compare --verify <pairs) >verified
	[ "$(cut -f 2 verified | sort -u | wc -l)" -gt 29990 ]
}

# keys WORD...: the keys of a sentence of these words, in order.
keys() {
	printf 'doc\td\ten\t\t\t\t\t\nsentence\td\t1\t1\tbody\t%s\n' "$*" | compare --keys | cut -f 1 | LC_ALL=C sort
}

@test "keys: any seven words in a row share one with every sentence that has them" {
	local start long
	long='alba brent corvo dunto eslin farok gremo hulpi ivanto jorkel kaspen lumbra morvi nestol orquin pardel
		quorin restil sombra tulven urgano valdor wexton yorvik'
	# shellcheck disable=SC2086 # words
	set -- $long
	keys "$@" >"$BATS_TEST_TMPDIR/long"
	# of the words of one weight the first eight alone make pairs: here it is runs of words that are shared
	for start in 9 10 11 12 13 14 15 16 17 18; do
		keys "${@:start:7}" >"$BATS_TEST_TMPDIR/part"
		[ -n "$(LC_ALL=C comm -12 "$BATS_TEST_TMPDIR/long" "$BATS_TEST_TMPDIR/part")" ]
	done
	# the first five runs share one, too; small words make no pairs beside these
	keys and on at of in as that "${@:1:10}" >"$BATS_TEST_TMPDIR/long"
	keys and on at of in as that >"$BATS_TEST_TMPDIR/part"
	[ -n "$(LC_ALL=C comm -12 "$BATS_TEST_TMPDIR/long" "$BATS_TEST_TMPDIR/part")" ]
	# few are: 28 pairs, one key of all words, and of 22 runs five, the smallest of any five in a row
	[ "$(keys "$@" | wc -l)" -eq 34 ]
	[ "$(keys "${@:1:3}" | wc -l)" -eq 5 ]
	[ "$(keys "${@:1:6}" | wc -l)" -eq 17 ]
	[ "$(keys "${@:1:2}" | wc -l)" -eq 1 ]
}
