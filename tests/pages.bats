#!/usr/bin/env bats
# clean: which of a page's text is its article.

bats_require_minimum_version 1.5.0
load helper

# pages FILE: reads the pages of a case file (see cases/clean/pages.txt), all in one run, and compares what each gives.
pages() {
	awk '
		/^= / { name = sprintf("%03d.html", ++count); print "= " name >"want"; next }
		/^\+ / { print substr($0, 3) >"want"; next }
		count { print >name }' "$1"
	clean --from=html [0-9]*.html | awk -F '\t' '
		$1 == "doc" { print "= " $2 }
		$1 == "text" { print $4 " " $5 }' >got
	[ "$(grep -c '^=' want)" -gt 0 ] && diff -u want got
}

@test "what of a page is its article" {
	pages "$TESTS/cases/clean/pages.txt"
}

@test "an article in a script has the line where it stands" {
	printf '<title>x</title>\n<div id=root></div>\n\n<script>var state = {"text":"%s"}</script>' \
		"$(yes 'The ferry crossed the lake again. ' | head -n 30 | tr -d '\n')" >page
	clean --from=html page | grep -q "^text${TAB}page${TAB}4${TAB}body${TAB}The ferry crossed the lake again"
}
