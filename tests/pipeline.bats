#!/usr/bin/env bats
# The whole: what crosscheck finds in the examples, as examples/README.md promises it, and the script itself.
bats_require_minimum_version 1.5.0
load helper

setup_file() {
	cd "$TESTS/../examples" || return
	crosscheck --records ./*.txt ./*.html >"$BATS_FILE_TMPDIR/records"
	crosscheck ./*.txt ./*.html >"$BATS_FILE_TMPDIR/report"
}

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	records=$BATS_FILE_TMPDIR/records
	report=$BATS_FILE_TMPDIR/report
}

# clusters VERDICT: the figures' clusters of that verdict, one a line: its members as `low unit report`.
clusters() {
	awk -F '\t' -v verdict="$1" '
		function base(path) { sub(/.*\//, "", path); sub(/-.*/, "", path); return path }
		$1 == "figure" && $3 == verdict { members[$2] = members[$2] " " ($6 == "" ? $7 : $6) ":" $8 ":" base($4) }
		END { for (cluster in members) print members[cluster] " " }' "$records"
}

# has VERDICT MEMBER...: one cluster of the verdict holds all the members.
has() {
	clusters "$1" >clusters
	shift
	for member; do
		grep -F -- " $member " clusters >left || true
		mv left clusters
	done
	[ -s clusters ]
}

@test "the articles are there, and the furniture of their pages is not" {
	grep '^text' "$records" | cut -f 5 >text
	for words in 'two outer gates were now carrying' 'brown wall with a barn roof' 'The dam, 74 metres high' \
		'chimneys could be seen' 'money for a heated cover'; do
		grep -q "$words" text || { echo "missing: $words"; return 1; }
	done
	for words in 'store cookies' 'newsletter' 'Related' 'Volunteers Clear 40' 'Slip to Ninth' 'Gadget' 'Log in' \
		'Become a patron' 'All rights reserved' 'Advertisement'; do
		not grep "$words" text
	done
	not grep -xE 'Share|Print|Share Tweet.*|News|Sport|Valley' text
}

@test "titles, dates, outlets and bylines are known" {
	awk -F '\t' '$1 == "doc" { print $2, $4, $5, $6, $8 }' "$records" >docs
	grep 'velm-courier.*2024-04-10.*Courier.*Petra Solvane.*Idris Kohn.*Engineers knew of jammed gate' docs
	grep 'world-now.*2024-04-12.*World Now 24.*Faulty Gate Blamed' docs
	grep 'hestwick-post.*2024-04-12.*Marta Delling.*Dam gate had not answered' docs
	grep 'northern-dispatch.*2024-04-11.*jammed gate before it burst' docs
	grep 'daily-digest.*Carvenia Counts Its Losses' docs
}

@test "the gate was stuck for two weeks or for three: in conflict" {
	has differ 2:wk:velm 2:wk:northern 2:wk:sarnow 2:wk:world 3:wk:hestwick 3:wk:daily
}

@test "14,000 people or 15,500: in conflict" {
	has differ 14000::velm 14000::northern 14000::sarnow 14000::world 15500::daily
}

@test "240 million dollars or 420: in conflict" {
	has differ 240000000:USD:velm 240000000:USD:sarnow 420000000:USD:world
}

@test "300 square miles that become 300 miles, then 480 kilometres: told in other units" {
	has unit '300:[mi_i]2:velm' '300:[mi_i]2:northern' '300:[mi_i]:sarnow' 480:km:world
}

@test "31 dead: the reports agree" {
	has agree 31::velm 31::sarnow 31::world 31::northern 31::daily
}

@test "what the governor said is quoted as he said it, cut, and altered" {
	awk -F '\t' '$1 == "quotation" && $7 ~ /in (this|the) valley/ { print $3, $4, $10 }' "$records" >said
	grep 'same .*velm-courier.* quoted\|same .*northern-dispatch.* quoted' said
	grep 'cut .*hestwick-post.* quoted' said
	grep 'altered .*world-now.* indirect' said
}

@test "what was translated and translated back is found altered" {
	awk -F '\t' '$1 == "quotation" && $3 == "altered" && $4 ~ /sarnow-tribune/' "$records" | grep 'station of pumps'
}

@test "that the gate was stuck for two weeks rests on one source in four reports" {
	cluster=$(awk -F '\t' '$1 == "figure" && $3 == "differ" && $8 == "wk" && $4 ~ /velm/ { print $2; exit }' "$records")
	awk -F '\t' -v cluster="$cluster" '$1 == "independent" && $2 == cluster' "$records" >independent
	grep -P "^independent\t$cluster\t2\t2\t4\t1\t[^;]*(engineers|Courier)" independent
	grep -P "^independent\t$cluster\t3\t3\t2\t\d\t.*Quill" independent
	grep -P "^independent\t$cluster\t\t\t6\t[234]\t" independent
}

@test "who copied whom is found, and with what words" {
	grep -P '^reuse\t[^\t]*(velm|sarnow)[^\t]*\t\d+\t[^\t]*(velm|sarnow)' "$records" >copied
	[ "$(wc -l <copied)" -ge 8 ]
	grep -P '^origin\t[^\t]*northern-dispatch[^\t]*\t[^\t]*Velm Courier[^\t]*\t[^\t]*\tcredited' "$records"
	grep -P '^origin\t[^\t]*sarnow-tribune[^\t]*\t[^\t]*\t[^\t]*\tsilent' "$records"
}

@test "the report says it in words" {
	grep -i 'conflict' "$report"
	grep '3 weeks' "$report"
	grep '15,500' "$report"
	grep '\$420 million' "$report"
	grep '480 km' "$report"
}

# The script.

pipe() {
	clean "$@" | sentences | numbers | attribute | compare
}

@test "crosscheck is the pipeline" {
	cp "$TESTS"/samples/*.txt .
	pipe one.txt two.txt >want
	crosscheck --records one.txt two.txt | cmp - want
	report want >want.report
	crosscheck one.txt two.txt | cmp - want.report
	report --html want >want.html
	crosscheck --html one.txt two.txt | cmp - want.html
	crosscheck numbers --si one.txt | cmp - <(numbers --si one.txt)
	pipe - <one.txt >want
	crosscheck --records <one.txt | cmp - want
	crosscheck --records - <one.txt | cmp - want
}

@test "the order of the reports changes nothing that is found" {
	cd "$TESTS/../examples" || return
	printf '%s\n' ./*.txt ./*.html | sort -r | xargs crosscheck --records | grep -E '^(figure|quotation|reuse|origin|independent)' >"$BATS_TEST_TMPDIR/turned"
	grep -E '^(figure|quotation|reuse|origin|independent)' "$records" | diff - "$BATS_TEST_TMPDIR/turned"
}

@test "file names may be odd" {
	cp "$TESTS/samples/one.txt" $'a b\n\'"$(touch hit);`touch hit`*\\.txt'
	cp "$TESTS/samples/two.txt" ./-rf
	crosscheck --records -- -rf $'a b\n\'"$(touch hit);`touch hit`*\\.txt' >out
	[ ! -e hit ]
	[ "$(grep -c '^doc' out)" -eq 2 ]
	grep -qF $'doc\ta b\\n\'"$(touch hit);`touch hit`*\\\\.txt\t' out
	grep -q "^doc$TAB-rf$TAB" out
	mkdir dir
	mv -- -rf a* dir
	crosscheck --records dir | grep -c '^doc' | grep -x 2
}

@test "directories are read, also below, but nothing that is hidden" {
	mkdir -p pages/more pages/.hidden
	cp "$TESTS/samples/one.txt" pages/one.txt
	cp "$TESTS/samples/two.txt" pages/more
	cp "$TESTS/samples/two.txt" pages/.hidden
	cp "$TESTS/samples/two.txt" pages/.two.txt
	crosscheck --records pages | grep '^doc' | cut -f 2 >ids
	printf 'pages/more/two.txt\npages/one.txt\n' | diff - ids
	mkdir nothing
	[ "$(crosscheck nothing)" = 'No reports in the input.' ]
	[ "$(crosscheck --jobs=2 nothing)" = 'No reports in the input.' ]
}

@test "a file that is missing fails the whole, and the rest is done" {
	run crosscheck --records "$TESTS/samples/one.txt" none
	[ "$status" -eq 2 ]
	[[ $output == *"clean: none: No such file or directory"* ]]
	[[ $output == *"number$TAB"* ]]
}

@test "a stage that fails fails the whole" {
	mkdir stages
	ln -s "$BIN"/* stages
	rm stages/crosscheck
	cp "$BIN/crosscheck" stages
	stages/crosscheck "$TESTS/samples/one.txt" >/dev/null
	for filter in clean sentences numbers attribute compare report; do
		mv stages/$filter kept
		printf '#!/bin/sh\ncat >/dev/null\nexit 3\n' >stages/$filter
		chmod +x stages/$filter
		run stages/crosscheck "$TESTS/samples/one.txt"
		[ "$status" -eq 2 ]
		mv kept stages/$filter
	done
	run bash -c "'$BIN/crosscheck' '$TESTS/samples/one.txt' >/dev/full"
	[ "$status" -eq 2 ]
}

# ended PID: the process has ended, or does so soon; its status may be left to fetch.
ended() {
	for _ in $(seq 50); do
		kill -0 "$1" 2>/dev/null || return 0
		not grep -q '^State:.*zombie' "/proc/$1/status" 2>/dev/null || return 0
		sleep .1
	done
	return 1
}

# removed PREFIX: whether all files of such names go, in five seconds.
removed() {
	for _ in $(seq 50); do
		[ "$(find . -maxdepth 1 -name "$1*")" ] || return 0
		sleep .1
	done
	return 1
}

@test "a signal ends all that crosscheck began, with and without --jobs" {
	mkdir stages
	ln -s "$BIN"/* stages
	rm stages/crosscheck stages/numbers
	cp "$BIN/crosscheck" stages
	printf '#!/bin/sh\necho $$ >"$PIDS/$$"\nexec sleep 60\n' >stages/numbers
	chmod +x stages/numbers
	for signal in TERM HUP; do
		for options in '' '--jobs=2'; do
			rm -rf pids && mkdir pids
			PIDS=$PWD/pids TMPDIR=$PWD stages/crosscheck $options "$TESTS/samples/one.txt" "$TESTS/samples/two.txt" \
				>out 2>err 3>&- &
			for _ in $(seq 100); do
				[ "$(ls pids)" ] && break
				sleep .1
			done
			sleep .2
			kill -s $signal $!
			status=0
			wait $! || status=$?
			[ "$status" -eq $((128 + $(kill -l $signal))) ]
			for pid in $(cat pids/*); do
				ended "$pid" || return
			done
			removed .crosscheck || return
		done
	done
}

@test "--exit-status tells conflict from none" {
	cd "$TESTS/../examples" || return
	run crosscheck --exit-status velm-courier.html hestwick-post.txt northern-dispatch.txt
	[ "$status" -eq 1 ]
	run crosscheck --exit-status velm-courier.html
	[ "$status" -eq 0 ]
	run crosscheck --exit-status none
	[ "$status" -eq 2 ]
}

@test "crosscheck: help, version, wrong options" {
	crosscheck --help | grep -q '^Usage: crosscheck '
	[ "$(crosscheck --version)" = "crosscheck $(clean --version | sed 's/.* //')" ]
	run crosscheck --no-such
	[ "$status" -eq 2 ]
	[[ $output == "crosscheck: --no-such: no such option"* ]]
	run -2 crosscheck --exit-status=yes one
	[[ $output == "crosscheck: --exit-status=yes: takes no value"* ]]
	run -2 crosscheck --html --json one
	[[ $output == "crosscheck: --html and --json: one of the two" ]]
	run -2 crosscheck --records --html one
	[[ $output == "crosscheck: --html and --records: one of the two" ]]
	run crosscheck --width
	[ "$status" -eq 2 ]
}

@test "a value that a filter refuses is told before anything is read, and nothing is written" {
	echo 'Ten men fell, the mayor said.' >one
	for option in --from=pdf --date=soon --width=0 --color=dark --rules=none; do
		run -2 --separate-stderr crosscheck "$option" one
		[ -z "$output" ] && [ -n "$stderr" ] || return
	done
}

@test "crosscheck on a full device, or with standard output closed, fails" {
	echo 'Ten men fell, the mayor said.' >one
	for option in --help --version --exec-path --records --json --html one; do
		run -2 --separate-stderr sh -c "crosscheck $option one >/dev/full"
		[ -n "$stderr" ] || return
	done
	run -2 --separate-stderr sh -c 'crosscheck one >&-'
	[ "$stderr" = 'crosscheck: standard output: Bad file descriptor' ]
}

@test "the page of HTML is whole and needs nothing else" {
	cd "$TESTS/../examples" || return
	crosscheck --html ./*.txt ./*.html >"$BATS_TEST_TMPDIR/page"
	head -c 15 "$BATS_TEST_TMPDIR/page" | grep -qi '^<!doctype html'
	tail -n 1 "$BATS_TEST_TMPDIR/page" | grep -q '</html>'
	not grep -iE '<(script|link|img|iframe)|url\([^#]|@import' "$BATS_TEST_TMPDIR/page"
}

@test "documents of one ID are told apart, in whichever shares they are" {
	mkdir same
	for n in 1 2 3; do
		for id in a a a#2 b; do
			echo "{\"id\": \"$id\", \"text\": \"Some 4$n boats sank, Ida Marr said.\"}"
		done >same/$n.jsonl
	done
	crosscheck --records same >want
	[ "$(grep '^doc' want | cut -f 2 | sort -u | wc -l)" -eq 12 ]
	for jobs in 1 2 3; do
		crosscheck --jobs=$jobs --records same | cmp - want
	done
}

@test "--jobs changes nothing but the time" {
	mkdir folder
	cp "$TESTS"/../examples/*.txt "$TESTS"/../examples/*.html folder
	for i in $(seq 140); do
		echo "Boat $i has $i sails." >"folder/$i"
	done
	mv folder/7 $'folder/a name\nof two lines'
	crosscheck --records folder "$TESTS/samples/one.txt" >want
	for jobs in 1 3 20; do
		TMPDIR=$PWD crosscheck --jobs=$jobs --records folder "$TESTS/samples/one.txt" | cmp - want
	done
	[ "$(find . -maxdepth 1 -name '*.crosscheck*' | wc -l)" -eq 0 ]
	TMPDIR=$PWD/folder crosscheck --jobs=2 --records folder "$TESTS/samples/one.txt" | cmp - want
	run crosscheck --jobs=2 folder none
	[ "$status" -eq 2 ]
	for jobs in 0 -1 many ''; do
		run crosscheck --jobs=$jobs folder
		[ "$status" -eq 2 ]
		[[ $output == "crosscheck: --jobs=$jobs: "* ]]
	done
	run crosscheck --jobs=2 -
	[ "$status" -eq 2 ]
}
