#!/usr/bin/env bats
# What holds of records wherever they come from: nothing read is lost or altered, records say where in the
# text they were found, and the order in which things are done does not matter.
load helper
load programs

setup_file() {
	make_samples
	make_texts
}

# The samples and the examples, and texts with all that must be escaped, as sentences of ten documents.
make_texts() {
	cd "$BATS_FILE_TMPDIR" || return
	printf 'A path C:\\new\\table cost $5.\tThe next\\one, he said, cost 6 dollars.\n\n“A tab\there,” she said, “and 7 \\\\ more.”\n' >escapes.txt
	printf 'On caf\303\251 terraces 1,200 people \342\200\234waited\342\200\235, \320\234\320\260\321\200\320\270\321\217 said. \351\207\221 5%%.\n' >unicode.txt
	clean escapes.txt unicode.txt "$TESTS"/samples/*.txt "$TESTS"/../examples/*.txt "$TESTS"/../examples/*.html >texts
	sentences texts >sentences
}

texts() {
	echo "$BATS_FILE_TMPDIR/texts"
}

split_texts() {
	echo "$BATS_FILE_TMPDIR/sentences"
}

passes_all() {
	case $1 in
	clean | report | json) return 0 ;;
	esac
	numbers "$(split_texts)" | attribute | compare >everything
	awk '{ print; if (NR % 3 == 0) print "note\td\t" NR "\\x" }' everything >mixed
	passes "$1" mixed
	passes "$1" "$(texts)"
	passes "$1" "$(split_texts)"
}

@test "taking out what a filter made gives what it read, byte for byte" {
	every passes_all
}

same_twice() {
	case $1 in
	clean | report | json | progress) return 0 ;;
	esac
	"$1" <"$(sample "$1")" >once
	[ "$(without "$1" <once | wc -l)" -lt "$(wc -l <once)" ]
	"$1" <once | cmp - once
	"$1" <once | "$1" | cmp - once
}

@test "running a filter twice changes nothing, and once finds something" {
	every same_twice
}

@test "the whole pipeline run over its own result changes nothing" {
	sentences "$(texts)" | numbers | attribute | compare >once
	sentences once | numbers | attribute | compare | cmp - once
}

@test "numbers and attribute may run in either order" {
	numbers "$(split_texts)" | attribute >one
	attribute "$(split_texts)" | numbers | cmp - one
	compare one >two
	attribute two | numbers | compare | cmp - two
}

@test "attributions come right behind their sentence, and numbers behind them" {
	attribute "$(split_texts)" | numbers | awk -F '\t' '
		$1 == "sentence" { n = $3; id = $2; last = "" }
		$1 == "number" || $1 == "attribution" { seen++ }
		($1 == "number" || $1 == "attribution") && ($3 != n || $2 != id) { print "not its sentence: " $0; bad = 1 }
		$1 == "attribution" && last == "number" { print "behind a number: " $0; bad = 1 }
		{ last = $1 }
		END { exit bad || seen < 50 }'
}

@test "bytes start..end of a sentence are what a record says they are" {
	numbers "$(split_texts)" | attribute | compare >found
	run awk -f "$TESTS/spans.awk" found
	echo "$output"
	[ "${#lines[@]}" -eq 1 ]
	[ "${output% spans}" -gt 100 ]
}

@test "so they are where the text holds TAB, backslash and bad bytes" {
	printf 'sentence\td\t1\t1\tbody\tAt\\t5\\\\6 km\\r\\n he said 7 \\x men \377 died, 8\302 more.\n' | numbers | attribute >found
	run awk -f "$TESTS/spans.awk" found
	echo "$output"
	[ "${#lines[@]}" -eq 1 ]
	[ "${output% spans}" -ge 2 ]
}

@test "sentences are slices of their text, in order, and leave out nothing but white space" {
	awk -F '\t' '
		$1 == "text" && $4 != "junk" { text = $5; next }
		$1 == "sentence" {
			at = index(text, $6)
			if (!at) { print "not in its text: " $0; bad = 1; next }
			left = substr(text, 1, at - 1)
			gsub(/[ \t]|\\[tnr]|\302\240|\343\200\200/, "", left)
			if (left != "") { print "left out: " left; bad = 1 }
			text = substr(text, at + length($6))
			seen++
		}
		END { exit bad || seen < 100 }' "$(split_texts)"
}

@test "sentences are counted from 1 in each document" {
	awk -F '\t' '
		$1 == "doc" { n = 0 }
		$1 == "sentence" && $3 != ++n { print; bad = 1 }
		END { exit bad }' "$(split_texts)"
}

# f(A) + f(B) = f(AB)

adds_up() {
	case $1 in
	clean)
		(cd "$TESTS/samples" && clean one.txt && clean two.txt) >want
		(cd "$TESTS/samples" && clean one.txt two.txt) | cmp - want
		return ;;
	compare | report | json) return 0 ;; # they see all documents together
	esac
	awk -F '\t' '$1 == "doc" { n++ } n <= 4 { print >"a"; next } { print >"b" }' "$(sample_of "$1")"
	[ -s a ] && [ -s b ]
	("$1" a; "$1" b) >want
	cat a b | "$1" | cmp - want
	"$1" a b | cmp - want
}

# sample_of PROGRAM: all the texts in the program's own form.
sample_of() {
	case $1 in
	sentences) texts ;;
	*) split_texts ;;
	esac
}

@test "two documents at once give what they give one after the other" {
	every adds_up
}

documents_go_their_way() {
	case $1 in
	sentences | numbers | attribute) ;;
	*) return 0 ;;
	esac
	for id in $(awk -F '\t' '$1 == "doc" { print NR }' "$(sample_of "$1")"); do
		awk -F '\t' -v from="$id" 'NR < from { next } NR > from && $1 == "doc" { exit } { print }' "$(sample_of "$1")" | "$1"
	done >apart
	"$1" "$(sample_of "$1")" | cmp - apart
}

@test "what is found in a document does not hang on those around it" {
	every documents_go_their_way
}

@test "the order of documents does not change what compare finds" {
	numbers "$(split_texts)" | attribute >found
	compare found | grep -E "^($(made_by compare))$TAB" >want
	[ "$(wc -l <want)" -gt 20 ]
	for seed in 1 2 3; do
		awk -F '\t' -v seed=$seed '
			$1 == "doc" { n++ }
			{ documents[n] = documents[n] $0 "\n" }
			END { for (i = 0; i < n; i++) printf "%s", documents[(i * 7 + seed * 3) % n + 1] }' found >turned
		[ "$(sort turned)" = "$(sort found)" ]
		not cmp -s turned found
		compare turned | grep -E "^($(made_by compare))$TAB" | diff want -
	done
}

# Bare lines.

@test "a line without TAB is text: the filter writes the record it stands for" {
	printf 'It cost 5 dollars. It was old.\n\nC:\\new\n' >bare
	printf 'text\t-\t1\tbody\tIt cost 5 dollars. It was old.\nsentence\t-\t1\t1\tbody\tIt cost 5 dollars.\nsentence\t-\t2\t1\tbody\tIt was old.\n\ntext\t-\t3\tbody\tC:\\\\new\nsentence\t-\t3\t3\tbody\tC:\\\\new\n' >want
	sentences bare | diff want -
	for filter in numbers attribute; do
		"$filter" bare | grep -v "^\(number\|attribution\)$TAB" >out
		printf 'sentence\t-\t1\t1\tbody\tIt cost 5 dollars. It was old.\n\nsentence\t-\t2\t3\tbody\tC:\\\\new\n' | diff - out
	done
	echo 'About 11,000 troops.' | numbers | grep -q "^number$TAB-${TAB}1$TAB"
}

@test "bare lines are taken once in a pipeline, and pass through compare" {
	printf 'It cost 5 dollars.\n' | sentences | numbers | attribute >out
	[ "$(grep -c '^text' out)" -eq 1 ]
	[ "$(grep -c '^sentence' out)" -eq 1 ]
	[ "$(grep -c '^number' out)" -eq 1 ]
	printf 'It cost 5 dollars.\n\n' >bare
	compare bare | cmp - bare
}

# Order of fields and kinds of values.

@test "numbers are plain decimals or dates, and their qualifiers leave out what is not known" {
	numbers "$(split_texts)" | awk -F '\t' '
		$1 != "number" { next }
		{ seen++ }
		$6 !~ /^(count|ordinal|percent|fraction|money|measure|duration|date|time|age|change|ratio)$/ { print "kind: " $0; bad = 1 }
		$7 !~ /^(exact|about|atleast|atmost|range)$/ { print "qualifier: " $0; bad = 1 }
		$6 !~ /^(date|time)$/ && ($8 !~ /^-?[0-9]*(\.[0-9]+)?$/ || $9 !~ /^-?[0-9]*(\.[0-9]+)?$/) { print "value: " $0; bad = 1 }
		$7 == "atleast" && $9 != "" || $7 == "atmost" && $8 != "" { print "bound: " $0; bad = 1 }
		$7 ~ /^(exact|about)$/ && $6 !~ /^(date|time)$/ && $8 != $9 { print "no point: " $0; bad = 1 }
		$6 == "money" && $10 !~ /^[A-Z][A-Z][A-Z](\/|$)/ { print "currency: " $0; bad = 1 }
		END { exit bad || seen < 50 }'
}

@test "attributions are of known kinds and classes" {
	attribute "$(split_texts)" | awk -F '\t' '
		$1 != "attribution" { next }
		{ seen++ }
		$6 !~ /^(direct|indirect|mixed)$/ { print "kind: " $0; bad = 1 }
		$7 !~ /^(named|anonymous|organisation|outlet|document)?$/ { print "class: " $0; bad = 1 }
		END { exit bad || seen < 20 }'
}

@test "what compare finds is of known kinds, sorted by cluster" {
	numbers "$(split_texts)" | attribute | compare | awk -F '\t' '
		$1 == "figure" && $3 !~ /^(agree|differ|unit|single)$/ { print "verdict: " $0; bad = 1 }
		$1 == "quotation" && ($3 !~ /^(same|cut|altered)$/ || $10 !~ /^(quoted|unquoted|indirect)$/) { print "quotation: " $0; bad = 1 }
		$1 == "reuse" && ($6 !~ /^(verbatim|near|paraphrase)$/ || $7 < 0 || $7 > 1) { print "reuse: " $0; bad = 1 }
		$1 == "figure" || $1 == "quotation" { number = substr($2, 2) + 0; if ($1 == last && number < before) { print "order: " $0; bad = 1 } before = number; last = $1; seen++ }
		$1 == "independent" && $6 > $5 + 20 { print "origins: " $0; bad = 1 }
		END { exit bad || seen < 10 }'
}

@test "lines of no known type leave the document as it is" {
	printf 'doc\ta\tde\t2024-05-15\t\t\t\t\t\n' >doc
	printf 'sentence\ta\t1\t1\tbody\tGestern sanken zwei Boote.\n' >sentence
	cat doc sentence | numbers 2>/dev/null | grep '^number' >want
	grep -q '2024-05-14' want
	{ cat doc && printf 'note\tb\tsome words\n' && cat sentence; } | numbers | grep '^number' | diff want -
}
