#!/usr/bin/env bats
# The scripts in examples/, over the reports there.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	PATH=$TESTS/../examples:$PATH
	reports=$TESTS/../examples
}

@test "watch tells of a conflict once" {
	mkdir folder
	cp "$reports/velm-courier.html" "$reports/world-now.html" folder
	watch folder seen >first
	grep -q '240 million in folder/velm-courier.html' first
	grep -q '420 million in folder/world-now.html' first
	watch folder seen | not grep .
	cp "$reports/hestwick-post.txt" folder
	watch folder seen >third
	grep -q 'three weeks in folder/hestwick-post.txt' third
	not grep -q '420 million' third
	run watch folder
	[ "$status" -eq 2 ]
}

@test "watch tells of conflicts, though a page cannot be read" {
	mkdir folder
	cp "$reports/velm-courier.html" "$reports/world-now.html" folder
	printf 'GIF89a\0\0' >folder/picture
	status=0
	watch folder seen >out 2>messages || status=$?
	[ "$status" -eq 2 ]
	grep -q picture messages
	grep -q '420 million in folder/world-now.html' out
	grep -q '420 million' seen
}

@test "misquotes shows all wordings of what was altered" {
	misquotes "$reports"/*.txt "$reports"/*.html >out
	grep -A 6 '^.*Raddick:$' out >governor
	grep -q 'velm-courier.html: .*nobody in this valley was warned' governor
	grep -q 'world-now.html: nobody in the valley had been asked' governor
}

@test "newsroom counts reports, not mentions" {
	newsroom "$reports"/*.txt "$reports"/*.html >out
	grep -P '^[45]\tIlse Marovec\t' out | grep -q 'The Velm Courier'
	grep -P '^2\tAnders Quill\t' out
	sort -c -t "$TAB" -k 1,1nr out
}

# archives: makes a folder of web archives, one of them compressed.
archives() {
	mkdir -p archives/more
	for page in velm-courier world-now; do
		{
			printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
			cat "$reports/$page.html"
		} >response
		{
			printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://%s.example/1\r\n' "$page"
			printf 'Content-Type: application/http; msgtype=response\r\nContent-Length: %s\r\n\r\n' "$(wc -c <response)"
			cat response
			printf '\r\n\r\n'
		} >archives/$page.warc
	done
	gzip archives/world-now.warc
	mv archives/world-now.warc.gz archives/more
}

@test "crawl reads archives, each on its own" {
	archives
	crawl archives >out
	grep -q '^2 reports' out
	cp archives/velm-courier.warc archives/again.warc
	crawl archives | grep -q '^3 reports' # one page, visited twice
	rm archives/again.warc
	grep -q '\$240M *≠\$420M\|≠\$420M *\$240M' out
	run crawl
	[ "$status" -eq 2 ]
}

@test "crawl keeps archives apart whose paths look alike" {
	archives
	mkdir apart apart/a
	cp archives/velm-courier.warc apart/a_b.warc
	cp archives/more/world-now.warc.gz apart/a/b.warc # packed, whatever its name says
	crawl apart >out
	grep -q '^2 reports' out
}

@test "crawl says when there are no archives" {
	mkdir empty
	run crawl empty
	[ "$status" -eq 2 ]
	[ "$output" = 'crawl: empty: no web archives there' ]
}

@test "crawl-hosts does the same through GNU parallel" {
	command -v parallel >/dev/null || skip "GNU parallel is not there"
	archives
	crawl archives >want
	HOME=$PWD crawl-hosts archives : | cmp - want
	run crawl-hosts archives
	[ "$status" -eq 2 ]
}
