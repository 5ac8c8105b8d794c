#!/usr/bin/env bats
# What `make install` puts where, and that the programs work from there.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	unset MAKEFLAGS MAKELEVEL MFLAGS
}

make_here() {
	make -s -C "$TESTS/.." "$@"
}

@test "make install: crosscheck in bin, filters out of the way, their pages with a prefix" {
	[ -z "$SANITIZE" ] || skip "under sanitizers: the plain programs are installed"
	make_here install DESTDIR="$PWD/root" PREFIX=/opt/cross
	(cd root && find . -type f | sort) >files
	cat >want <<-END
		./opt/cross/bin/crosscheck
		./opt/cross/libexec/crosscheck/attribute
		./opt/cross/libexec/crosscheck/clean
		./opt/cross/libexec/crosscheck/compare
		./opt/cross/libexec/crosscheck/json
		./opt/cross/libexec/crosscheck/numbers
		./opt/cross/libexec/crosscheck/progress
		./opt/cross/libexec/crosscheck/report
		./opt/cross/libexec/crosscheck/sentences
		./opt/cross/share/man/man1/crosscheck-attribute.1
		./opt/cross/share/man/man1/crosscheck-clean.1
		./opt/cross/share/man/man1/crosscheck-compare.1
		./opt/cross/share/man/man1/crosscheck-json.1
		./opt/cross/share/man/man1/crosscheck-numbers.1
		./opt/cross/share/man/man1/crosscheck-progress.1
		./opt/cross/share/man/man1/crosscheck-report.1
		./opt/cross/share/man/man1/crosscheck-sentences.1
		./opt/cross/share/man/man1/crosscheck.1
		./opt/cross/share/man/man7/crosscheck.7
	END
	diff want files
	grep -q '^exec_path=/opt/cross/libexec/crosscheck$' root/opt/cross/bin/crosscheck
	make_here uninstall DESTDIR="$PWD/root" PREFIX=/opt/cross
	[ -z "$(find root -type f)" ]
}

@test "what is installed works from where it is, whatever the PATH" {
	[ -z "$SANITIZE" ] || skip "under sanitizers: the plain programs are installed"
	make_here install PREFIX="$PWD/prefix"
	cp "$TESTS/samples/one.txt" .
	[ "$(prefix/bin/crosscheck --exec-path)" = "$PWD/prefix/libexec/crosscheck" ]
	PATH=/usr/bin:/bin prefix/bin/crosscheck clean one.txt | cmp - <(clean one.txt)
	PATH=/usr/bin:/bin prefix/bin/crosscheck one.txt "$TESTS/samples/two.txt" >out
	grep -q 'ferry' out
}

@test "make honours CC and says what it runs with other flags" {
	run make_here -n -B CC=other-cc CFLAGS=-Oother LDFLAGS=-lother BUILD=.build/none BIN=.build/none/bin .build/none/bin/numbers
	[ "$status" -eq 0 ]
	[[ $output == *"other-cc "*"-Oother"*"-lother"* ]]
}
