#!/usr/bin/env bats
# Every command that README.md and the man pages show is run, and prints what they show below it.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	ln -s "$TESTS/../examples" examples
	# what the commands name
	ln -s examples/velm-courier.html courier.html
	ln -s examples/world-now.html page.html
	ln -s examples/sarnow-tribune.txt tribune.txt
	ln -s examples/daily-digest.txt digest.txt
	mkdir pages flood programs
	cp examples/*.html pages
	cp examples/*.txt flood
	printf '#!/bin/sh\ncat >mail\n' >programs/mail
	chmod +x programs/mail
	PATH=$PATH:$PWD/programs
}

# run_examples FILE LEAST: runs the commands that the file shows, at least so many.
run_examples() {
	mkdir -p commands
	awk -v dir=commands -f "$TESTS/examples.awk" "$TESTS/../$1"
	count=0
	for command in $(find commands -name '*.command' | sort -V); do
		case $(cat "$command") in
		make* | git* | man\ *) continue ;;
		esac
		echo "$1: $(cat "$command")"
		timeout 60 sh "$command" >got </dev/null
		count=$((count + 1))
		output=${command%.command}.output
		[ ! -s "$output" ] || awk -f "$TESTS/same.awk" "$output" got
	done
	[ "$count" -ge "$2" ]
}

@test "README.md" {
	run_examples README.md 12
	[ -s report.html ]
	[ -s mail ]
}

@test "README.md: its pictures show what is found now" {
	for picture in $(grep -o '](examples/[^)]*' "$TESTS/../README.md" | sed 's/](//'); do
		[ -s "$TESTS/../$picture" ]
	done
	cd "$TESTS/.." || return
	crosscheck --color=always --width=80 examples/*.txt examples/*.html | sed '/How many sources/,$d' |
		awk -v COMMAND='crosscheck examples/*.txt examples/*.html' -f .ci/terminal.awk | diff - examples/terminal.svg
}

@test "README.md and the man pages show no command that is not run" {
	cd "$TESTS/.." || return
	commands='crosscheck|clean|sentences|numbers|attribute|compare|report|json|progress'
	not grep -nE "^    .*($commands) " README.md
	grep -E "^\.Dl .*($commands) " bin/*.1 src/*/*.[17] | grep -vE '\.Dl \$ |\.Dl clean \| sentences' | not grep .
}

@test "crosscheck(7)" {
	run_examples src/lib/crosscheck.7 3
}

@test "crosscheck(1)" {
	run_examples bin/crosscheck.1 5
}

@test "clean(1)" {
	run_examples src/clean/clean.1 1
}

@test "sentences(1)" {
	run_examples src/sentences/sentences.1 1
}

@test "numbers(1)" {
	run_examples src/numbers/numbers.1 1
}

@test "attribute(1)" {
	run_examples src/attribute/attribute.1 1
}

@test "compare(1)" {
	run_examples src/compare/compare.1 1
}

@test "report(1)" {
	run_examples src/report/report.1 2
}

@test "json(1)" {
	run_examples src/json/json.1 1
}

@test "progress(1)" {
	run_examples src/progress/progress.1 1
}

@test "every man page is among these" {
	for page in "$TESTS"/../src/*/*.[17] "$TESTS"/../bin/*.1; do
		grep -q "run_examples .*/$(basename "$page") " "$TESTS/examples.bats" || {
			echo "$page is not"
			return 1
		}
	done
}
