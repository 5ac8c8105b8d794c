#!/usr/bin/env bats
# The Debian package that `make deb` built, unpacked and used. lintian is a part of `make deb`.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	version=$(clean --version | sed 's/.* //')
	set -- "$TESTS"/../.build/deb/crosscheck_"$version"_*.deb
	package=$1
}

@test "its changelog begins with this version" {
	head -n 1 "$TESTS/../src/debian/changelog" | grep -qF "crosscheck ($version) "
}

@test "it holds the programs, their pages and what else a package has to" {
	[ -e "$package" ] || skip "make deb was not run"
	dpkg-deb -c "$package" | awk '{ print $6 }' >files
	for program in attribute clean compare json numbers progress report sentences; do
		grep -x "./usr/libexec/crosscheck/$program" files
		grep -x "./usr/share/man/man1/crosscheck-$program.1.gz" files
	done
	for file in bin/crosscheck share/man/man1/crosscheck.1.gz share/man/man7/crosscheck.7.gz \
		share/doc/crosscheck/copyright share/doc/crosscheck/changelog.gz share/doc/crosscheck/examples/watch; do
		grep -x "./usr/$file" files
	done
	dpkg-deb -f "$package" Depends | grep 'libc6 (>= .*libgumbo.*libutf8proc'
}

@test "its programs run" {
	[ -e "$package" ] || skip "make deb was not run"
	dpkg-deb -x "$package" root
	grep -x 'exec_path=/usr/libexec/crosscheck' root/usr/bin/crosscheck
	sed "s|^exec_path=.*|exec_path='$PWD/root/usr/libexec/crosscheck'|" root/usr/bin/crosscheck >crosscheck
	sh ./crosscheck "$TESTS/samples/one.txt" "$TESTS/samples/two.txt" >out
	grep '^2 reports' out
}
