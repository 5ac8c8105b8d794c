#!/usr/bin/env bats
# progress: a line on the terminal for long runs. The terminal is one that script(1) makes.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip "no terminal is to be had"
	PATH=$BIN:$PATH
}

# on_terminal COMMAND: runs it in a terminal and keeps what that shows in `shown`.
on_terminal() {
	script -qec "$1" /dev/null </dev/null >shown
}

text() {
	printf 'doc\t%s\t\t\t\t\t\t\ntext\t%s\t1\tbody\t%0100000d\n' "$1" "$1" 0
}

@test "a long run is told on the terminal, and what passes stays as it is" {
	text a >a
	text b >b
	on_terminal '(cat a; sleep 1.3; cat b) | progress >passed'
	cat a b | cmp - passed
	tr '\r' '\n' <shown | grep -x '2 documents, 0.2 MB of text, 0.[0-9] MB/s *'
}

@test "a short run is not" {
	text a >a
	on_terminal 'progress a >passed'
	cmp a passed
	[ ! -s shown ]
}

@test "nor is any where standard error is no terminal" {
	text a >a
	(cat a; sleep 1.3; cat a) | progress 2>&1 >/dev/null | cmp - /dev/null
}

@test "crosscheck tells it before it compares, but not among records on the terminal" {
	mkdir stages
	ln -s "$BIN"/* stages
	rm stages/crosscheck stages/clean
	cp "$BIN/crosscheck" stages
	printf '#!/bin/sh\n"%s/clean" "$@"; sleep 1.3; echo "text\t-\t1\tbody\tIt sank."\n' "$BIN" >stages/clean
	chmod +x stages/clean
	on_terminal "stages/crosscheck '$TESTS/samples/one.txt' >report"
	grep -q '^2 reports' report
	tr '\r' '\n' <shown | grep -x '2 documents, 0.0 MB of text, 0.0 MB/s *'
	on_terminal "stages/crosscheck --records '$TESTS/samples/one.txt' >records"
	grep -q 'MB/s' shown
	on_terminal "stages/crosscheck --records '$TESTS/samples/one.txt'"
	not grep -q 'MB/s' shown
	stages/crosscheck "$TESTS/samples/one.txt" 2>&1 >/dev/null | cmp - /dev/null
}
