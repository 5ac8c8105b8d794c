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

@test "text that the parser does not read comes out as it went in" {
	printf '<html><title>t</title><p class=x\ndata-y="a > b"/>Some words before &amp; behind a reference, &copy 2020\nand a second line &notareference here.\n\n<p>A flag \363\240\201\247 that is no private character.<p>' >page
	printf '<p>The last one stands here, on line six.</p>' >>page
	clean --from=html --all page | grep '^text' | cut -f3- >got
	printf '%s\n' "1${TAB}title${TAB}t" "2${TAB}body${TAB}Some words before & behind a reference, © 2020 and a second line &notareference here." \
		"5${TAB}body${TAB}A flag "$'\363\240\201\247'" that is no private character." "5${TAB}body${TAB}The last one stands here, on line six." | diff - got
	printf '<p>Text with a private \363\260\200\200 character of its own, which must stay what it is.' | clean --from=html |
		grep -q $'Text with a private \363\260\200\200 character of its own, which must stay what it is\\.'
	printf '<p>Carriage\rreturns and a NUL \0 in the middle of some text.' | clean --from=html --all | grep -q 'Carriage returns and a NUL in the middle of some text\.'
	printf '<div><p>Read on </div</p><a href="x">behind a broken tag</a> and <?php echo 1 ?> some code.<b' | clean --from=html --all | grep -q 'behind a broken tag and some code\.'
}

@test "attributes that say what an element is for are read however they are written" {
	for attribute in 'class=cookie-banner' "CLASS='cookie-banner'" 'data-x class = "cookie-banner"' 'data-x="a"class="cookie-banner"' \
		'data-x=a/b/ class="cookie-banner"/' $'\nid="cookie-banner"\n'; do
		printf '<body><div %s><p>A short text of no use here.</p></div><article><p>The bridge was closed on Monday, they said.</p></article>' "$attribute" >page
		clean --from=html page | grep '^text' | cut -f5 >got
		echo 'The bridge was closed on Monday, they said.' | diff - got
	done
}
