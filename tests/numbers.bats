#!/usr/bin/env bats
# numbers: what is found in a sentence. cases/numbers/LANGUAGE.tsv shows the rules; every unit, currency,
# month and number word of the tables is said once by the tests here.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	lang=$TESTS/../src/lang
}

# rows LANGUAGE TABLE: the rows of a table.
rows() {
	grep -v '^#' "$lang/$1/$2.tsv"
}

languages() {
	(cd "$lang" && ls */cardinals.tsv | sed 's|/.*||')
}

@test "each language finds in its cases what it should" {
	failed=
	for language in $(languages); do
		cases numbers '6 7 8 9 10 11 12' "$TESTS/cases/numbers/$language.tsv" \
			--language="$language" --date=2024-05-15 || failed="$failed $language"
	done
	[ -z "$failed" ]
}

# A table without rows has numbers read all tables; every word of English is said.
@test "the words that the build has read are those of the tables" {
	printf '# idioms: phrase\n' >none
	for table in "$lang"/en/*.tsv "$lang"/root/*.tsv; do
		grep -v '^#' "$table" | cut -f 1 | sed 's/.*/Last 3 & a & of 5 & 7&, 2,000 & ago, & 9 next &./'
	done >sentences
	grep '^[^	]' "$TESTS/cases/numbers/en.tsv" >>sentences
	numbers --date=2024-05-15 <sentences >build.out
	numbers --date=2024-05-15 --rules=none <sentences >tables.out
	[ "$(grep -c '^number' build.out)" -gt 10000 ]
	cmp build.out tables.out
}

# says LANGUAGE FIELD: reads lines `WANTED<TAB>sentence`; of the last number of each sentence FIELD must
# be WANTED.
says() {
	sort -u >wanted
	cut -f 2 wanted | numbers --language="$1" --date=2024-05-15 >records || return
	awk -F '\t' -v field="$2" '$1 == "sentence" { if (n++) print got "\t" text; text = $6; got = "" }
		$1 == "number" { got = $field }
		END { print got "\t" text }' records | diff wanted -
}

# In all languages one word is enough to make a count: "three" of the thing named. But a word for one that is an
# article, too, is none: ein.
@test "every number word has its value" {
	for language in $(languages); do
		rows "$language" operators | awk -F '\t' '$2 ~ /(^| )a( |$)/ { print $1 "\t1" }' >articles
		rows "$language" cardinals | grep -vxFf articles | awk -F '\t' '{ print $2 "\t" $1 " Xyzzy." }' | says "$language" 8
	done
}

@test "every scale word multiplies" {
	rows en scales | awk -F '\t' '$3 == "word" && $2 != 2 { printf "%.0f\t7 %s xyzzy.\n", 7 * $2, $1 }' | says en 8
	rows en suffixes | awk -F '\t' '$3 == "suffix" { printf "%.0f\t7%s xyzzy.\n", 7 * $2, $1 }' | says en 8
	rows en suffixes | awk -F '\t' '$3 == "money" { printf "%.0f\t€7%s\n", 7 * $2, $1 }' | says en 8
}

@test "every plural of a scale is at least two of it" {
	rows en scales | awk -F '\t' '$3 == "plural" || $3 == "noun" { printf "%.0f\t%s of geese came.\n", 2 * $2, $1 }' | says en 8
}

@test "every ordinal has its value" {
	rows en ordinals | awk -F '\t' '{ print $2 "\tThey read the " $1 " page." }' | grep -v 'second page' | says en 8
}

@test "every name of a unit gives its symbol" {
	for language in $(languages); do
		rows "$language" measures | awk -F '\t' '$1 !~ /^pounds?$/ { print $2 "\t7 " $1 "." }' | says "$language" 10
	done
}

@test "every symbol of a unit is known as it is spelled" {
	rows root symbols | grep -v "^°$TAB" | awk -F '\t' '{ print $2 "\tIn the heat it was 7" $1 }' | says en 10
}

@test "every currency gives its code" {
	for language in $(languages); do
		rows "$language" currencies | grep -v "^p$TAB" | awk -F '\t' '{ print $2 "\t70 " $1 " and gold." }' | says "$language" 10
	done
	rows root codes | awk -F '\t' '{ print $2 "\t70 " $1 "; gold." }' | says en 10
	rows root codes | awk -F '\t' '$3 == "" && $1 != "¢" { print $2 "\t" $1 " 70 were paid." }' | says en 10
}

@test "every month and weekday is known" {
	for language in $(languages); do
		rows "$language" months | awk -F '\t' '{ printf "2021-%02d-09\t9 %s 2021\n", $2, $1 }' | says "$language" 8
	done
	rows en weekdays | awk -F '\t' '{ printf "2024-05-%02d\tlast %s\n", $2 + 5, $1 }' | says en 8
}

@test "every qualifier says how exact a number is" {
	for language in $(languages); do
		rows "$language" qualifiers | awk -F '\t' '$3 != "after" { print $2 "\t" $1 " 70 xyzzy." }' | says "$language" 7
	done
	rows en qualifiers | awk -F '\t' '$3 != "before" { print $2 "\tSo 70 " $1 "." }' | says en 7
}

@test "every fraction in one character has its value" {
	rows root glyphs | awk -F '\t' '{ v = sprintf("%.6f", 3 + $2 / $3); sub(/0+$/, "", v); print v "\t3" $1 " metres" }' | says en 8
}

@test "no idiom with a number word is a number" {
	rows en idioms | cut -f 1 | sed 's/.*/They said & there./' | numbers | not_found
}

@test "behind a designation a number is a name" {
	rows en designations | cut -f 1 | sed 's/^[a-z]/\u&/; s/.*/They saw & 7 there./' | numbers | not_found
}

# Passes where no number record is read; shows those there are.
not_found() {
	! grep '^number'
}

@test "values are exact, however long" {
	echo '123456789012345678901234567.89 metres and 0.1 kg' | numbers >out
	[ "$(awk -F '\t' '$1 == "number" { print $8 }' out)" = "123456789012345678901234567.89
0.1" ]
}

@test "--si converts to base units" {
	printf '%s\n' '20 degrees Celsius' '90 km/h' '2 to 3 tonnes' '500 square miles' 'at least 6 weeks' '$5' '40 geese a day' |
		numbers --si | awk -F '\t' '$1 == "number" { print $8, $9, $10 }' >out
	diff - out <<-'EOF'
		293.15 293.15 K
		25 25 m/s
		2000 3000 kg
		1294994055.168 1294994055.168 m2
		3628800  s
		5 5 USD
		0.000462963 0.000462963 /s
	EOF
}

@test "a document's own date counts before --date" {
	printf 'doc\ta\ten\t2020-03-10\t\t\t\t\nsentence\ta\t1\t1\tbody\tThey met yesterday.\ndoc\tb\ten\t\t\t\t\t\nsentence\tb\t1\t1\tbody\tThey met yesterday.\n' |
		numbers --date=2021-07-02 | awk -F '\t' '$1 == "number" { print $2, $8 }' >out
	diff - out <<-'EOF'
		a 2020-03-09
		b 2021-07-01
	EOF
}

@test "hours count from a document's time of day, where it has one" {
	for time in '' T00:00:00 T09:10:00+03:00; do
		printf 'doc\ta\ten\t2020-03-10%s\t\t\t\t\nsentence\ta\t1\t1\tbody\tIt sank 20 hours ago.\n' "$time" |
			numbers | awk -F '\t' '$1 == "number" { print $8 }'
	done >out
	echo 'They will return in 90 minutes.' | numbers --date=2020-03-10T23:00 |
		awk -F '\t' '$1 == "number" { print $8 }' >>out
	diff - out <<-'EOF'
		2020-03-10
		2020-03-10
		2020-03-09T13:10
		2020-03-11T00:30
	EOF
}

@test "without any date what is relative stays open" {
	echo 'They met three weeks ago.' | numbers | awk -F '\t' '$1 == "number" { print $6, $8, $9 "." }' >out
	[ "$(cat out)" = 'date  .' ]
}

@test "a date that is none is refused" {
	run numbers --date=soon </dev/null
	[ "$status" -eq 2 ]
	[[ $output == 'numbers: soon: not a date'* ]]
}

@test "a user's table adds units and currencies" {
	printf '# measures: name unit factor\nbushel\tL\t35.239\n# currencies: name currency factor\ngroat\tGBP\t0.04\n' >rules
	echo 'They paid 3 groat for 2 bushel of oats.' | numbers --rules=rules |
		awk -F '\t' '$1 == "number" { print $6, $8, $10, $11 }' >out
	diff - out <<-'EOF'
		money 0.12 GBP 
		measure 70.478 L oats
	EOF
}

@test "a user's table that says nonsense is refused" {
	printf '# measures: name unit factor\nbushel\tquux\t1\n' >rules
	run numbers --rules=rules </dev/null
	[ "$status" -eq 2 ]
	[[ $output == *bushel* ]]
}

@test "a user's dates that no calendar has are refused" {
	while IFS='|' read -r table row; do
		printf '# %s\n%b\n' "$table" "$row" >rules
		run numbers --rules=rules </dev/null
		[ "$status" -eq 2 ]
		[[ $output == *'not a value of its table'* ]]
	done <<-'EOF'
		months: name month mark|smarch\t13\t
		months: name month mark|nothing\t0\t
		weekdays: name weekday mark|blursday\t8\t
		seasons: name month|midsomer\t0
		dayparts: name start end|elevenses\t11:00\t11:75
		dayparts: name start end|elevenses\tab:00\t12:00
		festivals: name date|pie day\t03-41
		festivals: name date|pie day\t13/1/1
		festivals: name date|pie day\t03/1/9
	EOF
	printf '# festivals: name date\npie day\t03-14\n' >rules
	echo 'Shops close on Pie Day 2024.' | numbers --rules=rules | cut -f 8 | grep -qx '2024-03-14'
}

@test "number records come behind attribution records" {
	printf 'sentence\ta\t1\t1\tbody\tNine came.\nattribution\ta\t1\t0\t4\tindirect\tnamed\tX\t\tsaid\tNine\t1\t\t\t\t\nsentence\ta\t2\t1\tbody\tSix left.\n' |
		numbers | cut -f 1,3 >out
	diff - out <<-EOF
		sentence${TAB}1
		attribution${TAB}1
		number${TAB}1
		sentence${TAB}2
		number${TAB}2
	EOF
}

@test "the records of a very long sentence are not all held, and come behind attribution records" {
	{
		printf 'sentence\ta\t1\t1\tbody\t'
		awk 'BEGIN { for (i = 100; i < 60100; i++) printf "%d sheep, ", i }'
		printf '\nattribution\ta\t1\t0\t4\tindirect\tnamed\tX\t\tsaid\tNine\t1\t\t\t\t\nsentence\ta\t2\t1\tbody\tSix left.\n'
	} | numbers | cut -f 1,3,8 >out
	awk 'BEGIN {
		OFS = "\t"
		print "sentence", 1
		print "attribution", 1, "X"
		for (i = 100; i < 60100; i++)
			print "number", 1, i
		print "sentence", 2
		print "number", 2, 6
	}' >want
	cmp want out
}

@test "languages change from document to document" {
	printf 'doc\ta\tde\t\t\t\t\t\nsentence\ta\t1\t1\tbody\t1.500 Schafe\ndoc\tb\ten-GB\t\t\t\t\t\nsentence\tb\t1\t1\tbody\t1.500 sheep\n' |
		numbers | awk -F '\t' '$1 == "number" { print $8, $11 }' >out
	diff - out <<-'EOF'
		1500 Schafe
		1.5 sheep
	EOF
}

@test "a sentence longer than any piece is read whole" {
	{
		yes 'word' | head -n 40000 | tr '\n' ' '
		echo 'and 70 geese'
	} | numbers | awk -F '\t' '$1 == "number" { print $4, $5, $8, $12 }' >out
	[ "$(cat out)" = '200004 200006 70 70' ]
}
