#!/usr/bin/env bats
# attribute: who says what. The cases of each language stand in cases/attribute; every row of the tables
# that can be shown in a sentence of one form is shown here.
bats_require_minimum_version 1.5.0
load helper

# documents LANGUAGE: each line of standard input becomes a document of one sentence.
documents() {
	awk -v language="$1" '{
		print "doc\td" NR "\t" language "\t\t\t\t\t"
		print "sentence\td" NR "\t1\t1\tbody\t" $0
	}'
}

# first FIELD: of the first record of each sentence that field, or "nothing".
first() {
	awk -F '\t' -v field="$1" '
		function next_sentence() { if (open) print "nothing"; open = 1 }
		$1 == "sentence" { next_sentence() }
		$1 == "attribution" && open { print $field; open = 0 }
		END { next_sentence() }'
}

rows() { # rows LANGUAGE TABLE: the rows of a table
	grep -v '^#' "$TESTS/../src/lang/$1/$2.tsv"
}

@test "English: quotations, indirect speech, names, classes" {
	cases attribute "6 7 8 9 10 11" "$TESTS/cases/attribute/en.tsv"
}

@test "other languages" {
	for language in cs da de es fr it nl no pl pt ro ru sv tr uk zh; do
		cases attribute "6 7 8 9 10 11" "$TESTS/cases/attribute/$language.tsv" -l $language || return
	done
}

@test "quotations run on over sentences and paragraphs; transcripts" {
	golden attribute/running.out attribute "$TESTS/golden/attribute/running.in"
}

@test "each outlet is known by each of its names" {
	rows root outlets | cut -f 1 | LC_ALL=C.UTF-8 sed 's/^\(.\)\(.*\)/\u\1\2/; s/.*/According to &, the bridge is closed./' |
		documents en | attribute | tee out | first 8 >names
	rows root outlets | cut -f 2 | diff - names
	first 7 <out | sort -u | diff - <(echo outlet)
}

@test "each noun for sources gives its class" {
	rows en source-nouns | cut -f 1 | sed 's/.*/According to the &, the bridge is closed./' |
		documents en | attribute | first 7 >classes
	rows en source-nouns | cut -f 2 | diff - classes
}

@test "each role stands before a name" {
	rows en roles | sed 's/.*/According to & Anna Kolb, the bridge is closed./' |
		documents en | attribute | tee out | first 8 | sort -u | diff - <(echo Anna Kolb)
	rows en roles | diff - <(first 9 <out)
}

@test "who bears a first name is a person, be the last name a month or an office" {
	rows root first-names | cut -f 1 | LC_ALL=C.UTF-8 sed 's/.*/\u&/; s/.*/“The bridge is closed,” said & March./' >text
	documents en <text | attribute | tee out | first 7 | sort -u | diff - <(echo named)
	rows root first-names | cut -f 1 | LC_ALL=C.UTF-8 sed 's/.*/\u& March/' | diff - <(first 8 <out)
}

@test "each English verb of speech is a cue behind a quotation" {
	rows en cues | awk -F '\t' '$2 == "speech" && $3 != "ing" && $3 != "base" {
		print "“The bridge will be closed to all traffic from tomorrow,” " $1 " Anna Kolb, the mayor." }' |
		documents en | attribute | first 8 | sort -u | diff - <(echo Anna Kolb)
}

@test "each cue of other languages is one behind a quotation" {
	for language in cs da de es fr it nl no pl pt ro ru sv tr uk; do
		rows $language cues | awk -F '\t' '$2 == "speech" && $3 != "ing" { print "“Xab tula bodo keren,” " $1 " Anna Kolb." }' |
			documents $language | attribute | first 8 | sort -u | diff - <(echo Anna Kolb) || return
	done
}

@test "each verb of belief is one" {
	rows en beliefs | sed 's/.*/Officials & the bridge had been closed since Monday./' | documents en | attribute |
		first 8 | sort -u | diff - <(echo Officials)
}

@test "attributions come behind their sentence and before its numbers" {
	printf '%s\n' "sentence${TAB}d${TAB}1${TAB}1${TAB}body${TAB}Ten men fell, the mayor said." \
		"number${TAB}d${TAB}1${TAB}0${TAB}3${TAB}count${TAB}exact${TAB}10${TAB}10${TAB}${TAB}men${TAB}Ten" \
		"zzz${TAB}d" | attribute | cut -f 1 | tr '\n' ' ' | diff - <(printf 'sentence attribution number zzz ')
}

@test "own records in the input are made anew" {
	echo 'Ten men fell, the mayor said.' | attribute >once
	attribute once | diff once -
	[ "$(grep -c ^attribution once)" = 1 ]
}

@test "source and cue are where the record says" {
	echo 'Ten men fell, the mayor said.' | attribute | tail -n 1 | cut -f 4,5,12- |
		diff - <(printf '0\t12\t1\t14\t23\t24\t28\n')
}

@test "a document without end is let go at a mebibyte" {
	{
		yes 'Ten men fell, the mayor said.' | head -n 30000
		for _ in $(seq 600); do
			[ ! -s out ] || break
			sleep 0.1
		done
		cp out early
	} | attribute >out
	[ -s early ]
	[ "$(grep -c ^attribution out)" = 30000 ]
}

@test "a sentence too long to read is named and passed on" {
	yes 'he said, "' | tr -d '\n' | head -c 100000 >long
	run -2 --separate-stderr attribute long
	[ "$stderr" = "attribute: -: sentence 1: longer than 65536 bytes, passed on unread" ]
	[ "$(attribute long 2>/dev/null | cut -f 6 | head -c 100000)" = "$(cat long)" ]
}

@test "a user's table adds a cue and an outlet" {
	printf '# cues: word kind form\nblurted\tspeech\tpast\n# outlets: word name\nlindhaven news\tThe Lindhaven News\n' >rules
	echo '“The bridge will be closed from tomorrow,” blurted Anna Kolb, the mayor.' >text
	echo 'According to Lindhaven News, the bridge is closed.' >>text
	attribute --rules=rules text | awk -F '\t' '$1 == "attribution" { print $8, $10 }' |
		diff - <(printf 'Anna Kolb blurted\nThe Lindhaven News According to\n')
}

@test "he is the subject of the sentence before, and no woman; a dateline's agency says nothing" {
	documents en >"$BATS_TEST_TMPDIR/in" <<-'END'
		BRUNNVIK, June 2 (Reuters) - A ferry with 40 people on board sank near the old harbour on Sunday, the coast guard said.
	END
	run -0 --separate-stderr sh -c 'attribute <"$1" | cut -f1,8 | grep attribution' - "$BATS_TEST_TMPDIR/in"
	[[ $output == *coast\ guard ]]
	run -0 --separate-stderr sh -c 'sentences | attribute | grep "^attribution" | cut -f8' - <<-'END'
		"We lost," said Ida Lund. She said the party would recover.
		The sailor Jan Holm shook his head. "We did not lose," he said.
		Ida Lund and her staff left. "I was tired," she said.
		Behind Ida Lund the rain went on. "It was cold," he said.
	END
	[ "$output" = $'Ida Lund\nIda Lund\nJan Holm\nIda Lund\nJan Holm' ]
}

@test "Das sagte …: what is said is the sentence before" {
	run -0 --separate-stderr sh -c 'sentences -l de | attribute -l de | grep "^attribution" | cut -f3,8,11' - <<-'END'
		Elf Boote sind gesunken. Das teilte die Polizei mit.
	END
	[ "$output" = $'1\tPolizei\tElf Boote sind gesunken' ]
}

@test "headlines name their speaker before a colon or behind a dash" {
	printf 'sentence\td\t%d\t%d\ttitle\t%s\n' \
		1 1 'Mayor: pier stays shut' \
		2 2 'Pier was unsafe for years – engineers' \
		3 3 'Analysis: why the pier fell' \
		4 4 'Lindhaven: pier falls into the sea' \
		5 5 'Holm: pier will be rebuilt' |
		sed '$a sentence\td\t6\t6\tbody\tThe pier is gone, said Ida Holm, the mayor.' |
		attribute | grep ^attribution | cut -f 3,6-8,11 |
		diff - <(printf '%s\n' "1${TAB}indirect${TAB}anonymous${TAB}Mayor${TAB}pier stays shut" \
			"2${TAB}indirect${TAB}anonymous${TAB}engineers${TAB}Pier was unsafe for years" \
			"5${TAB}indirect${TAB}named${TAB}Ida Holm${TAB}pier will be rebuilt" \
			"6${TAB}indirect${TAB}named${TAB}Ida Holm${TAB}The pier is gone")
}

@test "the mood of its verb tells that a sentence goes on what was said" {
	run -0 --separate-stderr sh -c 'sentences -l de | attribute -l de | grep "^attribution" | cut -f3,8,11' - <<-'END'
		Die Mole sei alt, sagte Ida Holm. Man habe oft gewarnt. Es regnete.
	END
	[ "$output" = $'1\tIda Holm\tDie Mole sei alt\n2\tIda Holm\tMan habe oft gewarnt' ]
}

@test "speech between dashes goes on over sentences" {
	run -0 --separate-stderr sh -c 'sentences -l es | attribute -l es | grep "^attribution" | cut -f3,6,8,11' - <<-'END'
		—Nunca nos avisaron —dice Luis Mena—. Nadie vino.
	END
	[ "$output" = $'1\tdirect\tLuis Mena\tNunca nos avisaron\n1\tdirect\tLuis Mena\tNadie vino' ] ||
		[ "$output" = $'1\tdirect\tLuis Mena\tNunca nos avisaron\n2\tdirect\tLuis Mena\tNadie vino.' ]
}

@test "nouns for who speaks are known in their other cases" {
	for pair in 'pl:Według prokuratorów port zamknięto.' 'ru:По словам аналитиков, порт закрыли.' 'uk:За словами речників, порт закрили.'; do
		echo "${pair#*:}" | attribute -l "${pair%%:*}" | first 7
	done | sort -u | diff - <(echo anonymous)
}
