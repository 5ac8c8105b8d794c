#!/usr/bin/env bats
# sentences: where a paragraph is cut. cases/sentences/LANGUAGE.tsv shows the rules of a language; every
# row of its tables is said once by the tests here.
load helper

# each_language CHECK: calls CHECK CODE for each language that has tables for this filter, and names those
# for which it fails.
each_language() {
	local failed='' language
	for language in $(cd "$TESTS/../src/lang" && ls */abbreviations.tsv */starters.tsv */speech.tsv | sed 's|/.*||' | sort -u); do
		"$1" "$language" || failed="$failed $language"
	done
	[ -z "$failed" ] || {
		echo "not so in:$failed"
		return 1
	}
}

# What holds everywhere is shown in English.
cuts_cases() {
	local language=${1/root/en}
	cases sentences 6 "$TESTS/cases/sentences/$language.tsv" --language="$language"
}

@test "each language cuts its cases as it should" {
	each_language cuts_cases
}

# counts LANGUAGE: reads lines `COUNT<TAB>paragraph`; each paragraph must have as many sentences.
counts() {
	sort -u >wanted
	[ -s wanted ] || return 0
	cut -f 2 wanted | sentences --language="$1" >records || return
	awk -F '\t' '$1 == "text" { if (n) print count "\t" text; n++; text = $5; count = 0 }
		$1 == "sentence" { count++ }
		END { if (n) print count "\t" text }' records | diff wanted -
}

# rows LANGUAGE TABLE: the table's rows. They are shown between words of no language.
rows() {
	grep -v '^#' "$TESTS/../src/lang/$1/$2.tsv" 2>/dev/null || true
}

# What a row of each class must do: a sentence goes on behind it, and ends where it may.
cuts_abbreviations() {
	rows "$1" abbreviations | awk -F '\t' '
		{ word = $1; sub(/!$/, "", word); mark = $1 ~ /!$/ ? "!" : "." }
		$2 == "title" || $2 == "never" { print "1\tXxxx " word mark " Zzzz yyyy." }
		$2 == "number" || $2 == "month" { print "1\tXxxx " word mark " 5 yyyy." }
		$2 == "either" || $2 == "month" { print "1\tXxxx " word mark " Zzzz yyyy." }
		$2 == "either" { print "2\tXxxx " word mark " However yyyy." }
		$2 == "unit" { print "1\tXx 5 " word mark " Zzzz yyyy."; print "2\tXxxx 5 " word mark " However yyyy." }
		$2 == "end" { print "2\tXxxx " word mark " Zzzz yyyy."; print "1\tXxxx " word mark " yyyy." }
		$2 == "time" { print "1\t5 " word mark " Monday yyyy."; print "2\t5 " word mark " Zzzz yyyy." }' | counts "$1"
}

@test "every abbreviation does what its class says" {
	each_language cuts_abbreviations
}

# Behind U.S. a sentence ends before a word that starts sentences; scripts without capitals have no use
# for that.
cuts_before_starters() {
	rows "$1" starters | grep '^[a-z]' | awk '
		{ print "2\tXxxx U.S. " toupper(substr($0, 1, 1)) substr($0, 2) " yyyy." }' | counts "$1"
}

@test "every starter starts a sentence" {
	each_language cuts_before_starters
}

goes_on_with_speech() {
	rows "$1" speech | grep '^[a-z]' | awk '{ print "1\t“Xxxx?” Zzzz " $0 " yyyy." }' | counts "$1"
	if [ "$1" = zh ]; then
		rows zh speech | awk '{ print "1\t“五。”王" $0 "，五。" }' | counts zh
	else
		rows "$1" speech | grep -v '^[a-z]' | awk '{ print "1\t“Xxxx.” " $0 "." }' | counts "$1"
	fi
}

@test "every verb of speech goes on with a sentence" {
	each_language goes_on_with_speech
}

goes_on_with_clock() {
	rows "$1" clock | awk '{ print "1\tXxxx 5 p.m. " $0 " yyyy." }' | counts "$1"
}

@test "every word of the clock goes on with a time" {
	each_language goes_on_with_clock
}

@test "a user's table adds abbreviations" {
	printf '# abbreviations: word class\nXqz\ttitle\n# starters: word\nqwerty\n' >own.tsv
	printf '2\tXxxx Xqz. Zzzz yyyy.\n1\tXxxx U.S. Qwerty yyyy.\n' | counts en
	printf '1\tXxxx Xqz. Zzzz yyyy.\n2\tXxxx U.S. Qwerty yyyy.\n' | sort -u >wanted
	cut -f 2 wanted | sentences --rules=own.tsv >records
	[ "$(grep -c '^sentence' records)" -eq 3 ]
	printf '# abbreviations: word class\r\nXqz.\ttitle\r\n# starters: word\r\nqwerty\r\n' >windows.tsv
	cut -f 2 wanted | sentences --rules=windows.tsv | cmp - records
	printf '# abbreviations: word class\nXqz\tsometimes\n' >wrong.tsv
	not sentences --rules=wrong.tsv 2>messages <<<One.
	grep -q 'sometimes: no such class' messages
}

@test "n counts in the document, line and role are the paragraph's" {
	golden sentences/documents.out sentences <"$TESTS/golden/sentences/documents.in"
}

@test "a document's language counts more than --language" {
	printf 'doc\ta\tde\t\t\t\t\t\ntext\ta\t1\tbody\tAm 3. Oktober.\ndoc\tb\t\t\t\t\t\t\ntext\tb\t1\tbody\tAm 3. Oktober.\n' |
		sentences --language=en | grep '^sentence' >out
	printf 'sentence\ta\t1\t1\tbody\tAm 3. Oktober.\nsentence\tb\t1\t1\tbody\tAm 3.\nsentence\tb\t2\t1\tbody\tOktober.\n' |
		cmp - out
}

@test "text that is escaped stays escaped" {
	printf 'text\ta\t1\tbody\tOne\\tcat. Two\\\\B.\\n\\nThree\n' | sentences | grep '^sentence' | cut -f 6 >out
	printf 'One\\tcat.\nTwo\\\\B.\nThree\n' | cmp - out
}

@test "a bracket that is never closed keeps nothing together" {
	printf 'It rained (all day. %s\n' "$(yes 'Then it froze.' | head -n 100 | tr '\n' ' ')" | sentences >records
	[ "$(grep -c '^sentence' records)" -eq 101 ]
}

# The long way and the short one: words that are plain are cut as those that are looked at closely.
@test "what is settled at a glance is what a closer look says" {
	for mark in '. ' '! ' '? ' '." ' '.” ' '. “' '. "' '.” “'; do
		printf 'The rain came back%sThen it froze.\n' "$mark"
		printf 'The rain came bäck%sÖfter it froze.\n' "$mark"
		printf 'The rain came назад%sИ потом it froze.\n' "$mark"
		printf 'The rain came all-back%sThen it froze.\n' "$mark"
	done | sentences | grep -c '^sentence' >count
	[ "$(cat count)" -eq 64 ]
}

# Text is looked through 64 bytes at a time.
@test "a mark is found wherever it stands" {
	for mark in . ! '?' … 。 '॥ ' ; do
		for length in $(seq 2 140); do
			word=$(printf "%${length}s" | tr ' ' x)
			printf 'A %s%s Then came this.\n' "$word" "$mark"
			printf 'A %s%s B.\n' "$word" "$mark"
		done
	done | sentences | grep -c '^sentence' >count
	[ "$(cat count)" -eq 3336 ]
}

@test "whatever repeats is cut in linear time" {
	for unit in 'U.S.' 'A. ' '. (' '(' '“' '." ' 'т. ' '•' '1) A ' 'a. b. c. ' '. “' '[1] ' '.A'; do
		yes "$unit" | tr -d '\n' | head -c 1000000 >unit
		timeout 60 sentences <unit | tail -n 1 | grep -q '^sentence'
	done
}

@test "a sentence that begins with nothing but quotation marks is no list, and takes no time" {
	{
		yes '„' | tr -d '\n' | head -c 300000
		yes 'U.N. ' | tr -d '\n' | head -c 300000
	} >in
	timeout 10 sentences in >out
	grep -q '^sentence' out
	printf '%s\n' '• – ( 1. The first. 2. The second.' | sentences | cut -f 6 | grep -x '2. The second.'
}
