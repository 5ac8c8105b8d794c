#!/usr/bin/env bats
# clean: texts, pages, archives as records.

bats_require_minimum_version 1.5.0
load helper

# roles FILE: checks the documents of a case file (see cases/clean/en.tsv), all read in one run.
roles() {
	rm -f [0-9]*.txt
	awk -F '\t' '
		/^#/ { next }
		/^= / { close(file); file = sprintf("%03d.txt", ++count); next }
		/^-$/ { print "" >file; next }
		{ print $2 >file }' "$1"
	clean --from=text --all [0-9]*.txt | awk -F '\t' '$1 == "text" { print $4 "\t" $5 }' >got
	grep -v '^[#=]\|^-$' "$1" >want
	[ -s want ] && diff -u want got
}

# field N: the Nth field of the doc record, and nothing else, on standard output.
field() {
	awk -F '\t' -v n="$1" '$1 == "doc" { print $n }'
}

@test "each line of a plain text gets its role" {
	roles "$TESTS/cases/clean/en.tsv"
}

@test "plain texts say who wrote them, when, for whom" {
	awk -F '\t' '
		/^#/ { next }
		/^=/ { close(file); file = sprintf("%03d.txt", ++count); next }
		/^-$/ { print "" >file; next }
		{ print >file }' "$TESTS/cases/clean/heads.tsv"
	clean --from=text [0-9]*.txt | awk -F '\t' '$1 == "doc" { print "=\t" $4 "\t" $5 "\t" $6 "\t" $8 }' >got
	grep '^=' "$TESTS/cases/clean/heads.tsv" | diff -u - got
}

@test "furniture of plain text in other languages" {
	roles "$TESTS/cases/clean/others.tsv"
	roles "$TESTS/cases/clean/languages.tsv"
}

@test "exports, mail, agencies' copy, Markdown, feeds, lines broken at a width" {
	roles "$TESTS/cases/clean/exports.tsv"
	cd "$TESTS/golden/clean"
	for text in codes mail markdown feed wrapped; do
		golden "clean/$text.out" clean --all "$text.txt"
	done
}

@test "every phrase of the furniture tables goes where it stands alone" {
	for table in "$TESTS"/../src/lang/*/furniture.tsv; do
		grep -v '^#' "$table" | cut -f1
	done | sort -u >phrases
	[ "$(wc -l <phrases)" -gt 1500 ]
	sed 's/.*/{"id":"&","text":"Bridge closes\\nThe bridge was closed on Monday.\\n&\\nIt will open in May, the mayor said."}/' \
		phrases >documents
	clean --from=jsonl documents | awk -F '\t' '$1 == "text" && $3 == 3 { print $5 }' >kept
	diff /dev/null kept
}

@test "a page: container, roles, metadata" {
	cd "$TESTS/golden/clean"
	golden clean/page.out clean --from=html page.html
	golden clean/page.all.out clean --all page.html
}

@test "pages in the shapes that other makers give them, in other languages" {
	cd "$TESTS/golden/clean"
	golden clean/makers.out clean makers/*.html
}

@test "texts as people copy them from browsers, phones and subtitles" {
	cd "$TESTS/golden/clean"
	golden clean/pasted.out clean --all pasted/*.txt
}

@test "lines are those of the source" {
	printf 'One line.\n\n\nAnother line, much longer.\n' | clean | grep "^text$TAB-${TAB}4${TAB}body${TAB}Another"
	printf '<html>\n<p>\n\nFirst one of two here.</p>\n<p>Second</p>' | clean | grep "${TAB}4${TAB}body${TAB}First"
}

@test "encodings: mark, declaration, guess" {
	text='<html><head><meta charset="%s"></head><body><p>Caf\351 au lait, dit le serveur.</p></body></html>'
	for name in iso-8859-1 latin1 windows-1252 nonsense; do
		# shellcheck disable=SC2059
		printf "$text" $name | clean | grep -q 'Café au lait'
	done
	printf '\377\376C\0a\0f\0\351\0 \0f\0e\0r\0m\0\351\0.\0' | clean | grep -q 'Café fermé\.'
	printf '\357\273\277Plain enough.' | clean | grep -q "${TAB}Plain enough\."
	printf '<meta charset=windows-1251><p>\314\356\361\362 \347\340\352\360\373\362 \344\356 \342\345\361\355\373.' |
		clean | grep -q 'Мост закрыт до весны\.'
	printf '<meta charset=shift_jis><p>\203\145\203\130\203\147\202\305\202\267\201\102' | clean | grep -q 'テストです。'
}

@test "UTF-16 without a mark, of any script" {
	for text in 'Паром сел на мель у острова, сообщили в порту.' 'Κλειστά θα μείνουν τα σχολεία σε όλη την Κρήτη.' \
		'המשטרה פתחה בחקירה. התנועה הוסטה לכביש אחר' 'Mưa lớn gây sạt lở 22 điểm trên tỉnh lộ.' 'The bridge is closed.'; do
		for order in UTF-16LE UTF-16BE; do
			printf '%s\n' "$text" | iconv -f UTF-8 -t $order | clean | cut -f5 | tail -n 1 >got
			printf '%s\n' "$text" | diff - got
			printf '<html><p>%s</p></html>' "$text" | iconv -f UTF-8 -t $order | clean | cut -f5 | tail -n 1 | diff got -
		done
	done
	printf '市の病院で点滴の取り違え\n病院は15日、患者2人に別の点滴を投与した。\n院長は謝罪した。\n' >ja
	iconv -f UTF-8 -t UTF-16LE ja | clean --from=text | tail -n +2 | cut -f5 | diff ja -
	printf 'a\0b The text is\nhere c\0d.\n' | clean | grep -q "${TAB}here cd\.$"
}

@test "encodings that nothing names are told by the text" {
	while IFS=$TAB read -r names text; do
		case $names in '#'*) continue ;; esac
		for name in $names; do
			printf '%s\n' "$text" | iconv -f UTF-8 -t "$name" | clean --from=text | cut -f5 | tail -n 1 >got
			printf '%s\n' "$text" | diff - got || { echo "$name"; return 1; }
		done
	done <"$TESTS/cases/clean/encodings.tsv"
}

@test "mojibake is repaired, and only that" {
	while IFS=$TAB read -r broken right; do
		printf '%s\n' "$broken" | clean --from=text --all | cut -f5 | tail -n 1 >got
		printf '%s\n' "$right" | diff - got
	done <"$TESTS/cases/clean/mojibake.tsv"
}

@test "text comes out in NFC, without controls, its white space put right" {
	printf 'Cafe\314\201  \001of\302\255ten\t\302\240open \n' | clean | grep -q "${TAB}Café often open$"
	printf 'a\342\200\250b' | clean | grep -q "${TAB}a b$"
}

@test "what needs no repair comes out as it is, at any place of a line" {
	local words='créée à 12° for £5 “там” 다리가'
	for pad in $(seq 0 70); do
		front=$(printf '%*s' "$pad" '' | tr ' ' x)
		printf '%s\n' "$front $words \\n" "$front« żądło »" "$front: e\`\'\"[{|}]~" "$front y"
	done >given
	clean --from=text --all given | grep "^text" | cut -f5 | sed 's/\\\\/\\/g' >got
	sed 's/^ *//' given | diff - got
}

@test "phrases and sentences are found at any place of a line" {
	local two='ends.”' one='ends”'
	for pad in $(seq 1 80); do
		printf '{"id":"%s","text":"Bridge closes\\nThe bridge was closed on Monday.\\n%s 9 b, we say by signing up you agree to more.\\nIt will open in May, the mayor said."}\n' \
			"$pad" "$(printf '%*s' "$pad" '' | tr ' ' x)"
	done >documents
	clean --from=jsonl documents | awk -F '\t' '$1 == "text" && $3 == 3 { print $2, $5 }' >kept
	diff /dev/null kept
	# one sentence may be a title, two are not, wherever the first one ends
	for pad in $(seq 1 80); do
		filler=$(printf '%*s' "$pad" '' | tr ' ' x)
		printf '{"id":"%s","text":"%s","other":"%s"}\n' "$pad" \
			"Bridge $filler $two And more.\\n\\nThe bridge was closed." "Bridge $filler $one and more.\\n\\nThe bridge was closed."
	done >documents
	[ "$(clean --from=jsonl documents | grep -c "${TAB}body${TAB}Bridge")" -eq 80 ]
	[ "$(clean --from=jsonl --member=text=other documents | grep -c "${TAB}title${TAB}Bridge")" -eq 80 ]
}

@test "one line of 32 MiB takes less than six times its size" {
	[ -z "$SANITIZE" ] || skip "sanitizers take more"
	yes 'The bridge over the river was closed on Monday, the mayor said. ' | tr -d '\n' | head -c 33554432 >long
	{ printf '<p>' && cat long; } >page.html
	yes '<b>x</b>' | tr -d '\n' | head -c 33554432 >tags.html
	run --separate-stderr "$TOOLS/measure" clean --all tags.html 3>took
	[ "$status" = 2 ]
	[[ $stderr == *'tags.html: more elements than are read'* ]]
	awk '$3 >= 6 * 32768 { print; exit 1 }' took
	for file in long page.html; do
		"$TOOLS/measure" clean --all "$file" 3>took >out
		[ "$(wc -c <out)" -gt 33000000 ]
		awk '$3 >= 6 * 32768 { print; exit 1 }' took
	done
}

# long LINES: a report of so many paragraphs, with what stands above and below one.
long() {
	printf 'Bridge closes for a year\nBy Ana Ruiz\n\n'
	awk -v lines="$1" 'BEGIN { for (i = 1; i <= lines; i++) print "The bridge number " i " was closed on Monday, the mayor said; he did not say when it would be open.\n" }'
	printf 'Share\n\nAna Ruiz covers the coast.\n\n– AFP, dpa\n'
}

@test "a very long plain text is read part by part" {
	long 80000 >long.txt
	[ "$(wc -c <long.txt)" -gt 8000000 ]
	"$TOOLS/measure" clean long.txt 3>took >out
	[ -n "$SANITIZE" ] || awk '$3 >= 16384 { print; exit 1 }' took
	clean --id=long.txt <long.txt | cmp - out
	cat long.txt | clean --id=long.txt | cmp - out
	printf '%s\t%s\t%s\n' 1 title 'Bridge closes for a year' 2 byline 'By Ana Ruiz' >want
	grep -n '^The bridge' long.txt | sed "s/:/${TAB}body${TAB}/" >>want
	printf '%s\t%s\t%s\n' 160006 body 'Ana Ruiz covers the coast.' 160008 byline '– AFP, dpa' >>want
	grep '^text' out | cut -f3- | diff - want
	[ "$(field 6 <out)" = 'Ana Ruiz' ]
}

@test "a very long plain text that is not UTF-8 where it begins to be none, and one with a long line" {
	{ long 30000 && printf 'Le caf\351 est ferm\351.\n' && long 30000; } >late.txt
	clean late.txt >out
	iconv -f utf-8 -t utf-8 out >/dev/null
	[ "$(grep -c "body${TAB}The bridge" out)" -eq 60000 ]
	{ long 30000 && long 30000 | tr '\n' ' ' && echo && long 30000; } >line.txt
	clean line.txt >out
	[ "$(grep -c "body${TAB}The bridge" out)" -eq 60000 ]
	[ "$(awk -F "$TAB" 'length($5) > 2500000' out | wc -l)" -eq 1 ]
}

@test "IDs: a path, standard input, twice the same" {
	printf 'One.\n' >$'odd\tname\\x'
	clean $'odd\tname\\x' $'odd\tname\\x' - <$'odd\tname\\x' | grep '^doc' | cut -f2 >ids
	printf '%s\n' 'odd\tname\\x' 'odd\tname\\x#2' - | diff - ids
	printf 'One.' | clean --id=here | grep -q "^doc${TAB}here$TAB"
}

@test "language: guessed, told, corrected" {
	printf 'Der Fluss ist in der Nacht über die Ufer getreten, und die Schule ist nicht zu erreichen.\n' >de
	[ "$(clean de | field 3)" = de ]
	[ "$(printf '12 34' | clean --language=sv | field 3)" = sv ]
	{ printf '<html lang="fr"><p>' && cat de de && printf '</p></html>'; } | clean >out
	[ "$(field 3 <out)" = de ]
	for pair in 'ja:川の水が町に流れ込んだ。' 'ko:강물이 마을로 흘러들었다.' 'el:Το ποτάμι πλημμύρισε την πόλη.' \
		'ru:Эти дома затопило.' 'bg:Тъй като пътят е под вода, ученици няма.' 'pt:A ponte não abre antes de segunda.' \
		'nl:De brug blijft dicht tot maandag.' 'uk:Річка вийшла з берегів, і школа не працює, бо дорога під водою.' 'th:แม่น้ำท่วมเมือง'; do
		[ "$(printf '%s' "${pair#*:}" | clean | field 3)" = "${pair%%:*}" ]
	done
}

@test "short articles: what stands beside them does not outweigh them" {
	page() { printf '<html><head><title>%s</title></head><body>%s</body></html>' 'Ferry runs again across the Harl' "$1"; }
	body() { clean --from=html | awk -F '\t' '$4 == "body" { print $5 }'; }
	first='The ferry runs again since Monday, after nine months.'
	second='The repair cost 3 million crowns.'
	want=$(printf '%s\n' "$first" "$second")
	# a standfirst in a heading; the first of the boxes has a class more
	[ "$(page "<div class=article-header><h1>Ferry runs again across the Harl</h1><h2>No lorries until March.</h2></div>
		<div class=article-body><div class='col text first'><p>$first</p></div><div class='col text'><p>$second</p></div>
		<div class=more><span>Read also:</span><a href=/n>Barge stranded with 30 cars</a></div></div>" | body)" = "$want" ]
}

# page HEAD [BODY]: the titles of a page, "doc's | shown": what the doc record has, what is told of role title.
titles() {
	printf '<html><head>%s</head><body>%s<p>The bridge over the Tarn was closed on Monday, the road office said.</p>' "$1" "${2-}" |
		clean --from=html | awk -F '\t' '$1 == "doc" { title = $8 } $4 == "title" { print title " | " $5 }'
}

@test "titles: heading, og:title, the outlet's name taken off" {
	og() { printf '<meta property="og:title" content="%s">' "$1"; }
	h='<h1>Bridge closes for a year, road office says</h1>'
	long='Bridge closes for a year, road office says'
	[ "$(titles "$(og "$long - Harl Gazette")<meta property=og:site_name content='Harl Gazette'>")" = "$long | $long" ]
	[ "$(titles "<title>Harl Gazette | $long</title><meta property=og:site_name content='Harl Gazette'>")" = "$long | $long" ]
	[ "$(titles "<title>$long | Examplepost.com</title><link rel=canonical href='https://www.examplepost.example/a'>")" = "$long | $long" ]
	[ "$(titles "$(og "$long - Local | Harl Gazette")" "$h")" = "$long | $long" ]
	[ "$(titles "$(og "$long | by Ana Vell")" "$h")" = "$long | $long" ]
	# written for those who share the page
	[ "$(titles "$(og 'Tarn bridge closes')" "$h")" = "Tarn bridge closes | $long" ]
	# made for search engines
	[ "$(titles "$(og 'Tarn bridge closed')<title>Tarn bridge closed</title>
		<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"$long\"}</script>" "$h")" = "$long | $long" ]
	# cut off
	[ "$(titles "$(og 'Bridge closes for a year, road...')" "$h")" = "$long | $long" ]
	# no heading, but an element whose class says that it is one
	[ "$(titles "<title>$long - Harl Gazette</title>" "<div class=artTitle>$long</div>")" = "$long | $long" ]
}

@test "the outlet that is named in the title element alone" {
	outlet() { printf '<html><head><title>%s</title></head><body>%s<p>The bridge was closed on Monday, they said.</p>' "$1" "$2" | clean --from=html | field 5; }
	h='<h1>Bridge closes for a year</h1>'
	[ "$(outlet 'Bridge closes for a year - Local - Harl Gazette' "$h")" = 'Harl Gazette' ]
	[ "$(outlet 'Bridge closes for a year | Tarnfolk, since 1889' "$h")" = Tarnfolk ]
	[ "$(outlet 'Tarnfolk: Bridge closes for a year' "<b>Bridge closes for a year</b>")" = Tarnfolk ]
	[ "$(outlet 'Tarnfolk: Bridge closes for a year' "<h1>Tarnfolk</h1><h3>Bridge closes for a year</h3>")" = Tarnfolk ]
	[ "$(outlet 'Bridge closes for a year - by Ana Ruiz' "$h")" = '' ]
	[ "$(outlet 'Bridge closes - for a year' "$h")" = '' ]
}

@test "bylines of pages: persons before the outlet" {
	byline() { printf '<html><head>%s</head><body><p>The bridge was closed.</p>' "$1" | clean --from=html | field 6; }
	[ "$(byline '<meta name=author content="Harl Gazette"><meta name=author content="Ana Vell"><meta property=og:site_name content="Harl Gazette">')" = 'Ana Vell' ]
	[ "$(byline '<meta name=author content="Ana Vell"><meta name=author content="Tom Orde">')" = 'Ana Vell; Tom Orde' ]
	[ "$(byline '<meta name=author content="Harl Gazette">')" = 'Harl Gazette' ]
	[ "$(byline '<meta name=DC.Creator content="Vell, Ana">')" = 'Ana Vell' ]
	[ "$(byline '<meta name=author content="Harl Post, Ana Vell"><meta property=og:site_name content="Harl Post">')" = 'Ana Vell' ]
	[ "$(byline '<meta name=x></head><body><div class=authors><span>Ana Vell</span><a>ana@vell.example</a></div>')" = 'Ana Vell' ]
	[ "$(byline '</head><body><h1>Bridge closes for a year</h1><p><b>Ana Ruiz/Tom Vell</b></p>
		<p>The bridge over the Tarn was closed on Monday because two of its piers are sinking, the road office said.</p>
		<p>About 9,000 cars cross it every day, and traffic will be led over the bridge at Ostley.</p>')" = 'Ana Ruiz; Tom Vell' ]
	[ "$(byline '<meta name=author content="https://x.example/ana"><meta name=articleAuthor content="Ana Vell">')" = 'Ana Vell' ]
}

@test "dates: of the page, of the text, of the address" {
	[ "$(printf 'Bridge closed\nPublished 4 August 2022, 10:15\nThe bridge was closed today.\n' | clean | field 4)" = 2022-08-04T10:15:00 ]
	[ "$(printf '<p>x<time datetime="2021-02-03T04:05:06Z">old</time>' | clean --from=html | field 4)" = 2021-02-03T04:05:06Z ]
	[ "$(printf '<meta property="article:published_time" content="1612325106">' | clean --from=html | field 4)" = 2021-02-03T04:05:06Z ]
	[ "$(printf '<link rel="canonical" href="https://a.example/2020/05/09/x"><p>x' | clean --from=html | field 4)" = 2020-05-09 ]
	[ "$(printf '<p class="date">le 14 mars 2019 à 8h05</p>' | clean --from=html | field 4)" = 2019-03-14T08:05:00 ]
	[ "$(printf '<p class="date">2018年3月14日</p>' | clean --from=html | field 4)" = 2018-03-14 ]
	[ "$(printf '<aside><time datetime="2021-06-01">x</time></aside><p>Updated <time datetime="2021-02-04">y</time>, first told <time pubdate datetime="2021-02-03">z</time>' |
		clean --from=html | field 4)" = 2021-02-03 ]
	[ "$(printf '<meta name="DC.Date.Issued" content="2021-02-03"><p>x' | clean --from=html | field 4)" = 2021-02-03 ]
}

@test "dates as they are written in other languages and calendars" {
	while IFS=$TAB read -r iso text; do
		printf '<p class="date">%s</p>' "$text" | clean --from=html | field 4 >got
		echo "$iso" | diff - got || { echo "$text"; return 1; }
	done <"$TESTS/cases/clean/dates.tsv"
}

# warc BODY HEADER...: a response of an archive.
warc() {
	local header
	header=$(printf 'HTTP/1.1 200 OK\r\n%s' "$(printf '%s\r\n' "${@:2}")")
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n'
	printf 'Content-Type: application/http\r\nContent-Length: %d\r\n\r\n' $((${#header} + 3 + $(wc -c <"$1")))
	printf '%s\n\r\n' "$header"
	cat "$1"
	printf '\r\n\r\n'
}

@test "archives: plain, chunked, packed, cut" {
	printf '<p>The bridge was closed on Monday, they said.' >page
	printf '14\r\n<p>The bridge was cl\r\n1b\r\nosed on Monday, they said.\n\r\n0\r\n\r\n' >chunks
	gzip -n <page >packed
	printf 'x' >picture
	{
		warc page 'Content-Type: text/html'
		warc chunks 'Content-Type: text/html' 'Transfer-Encoding: chunked'
		warc packed 'Content-Type: text/html' 'Content-Encoding: gzip'
		warc picture 'Content-Type: image/png'
	} >archive
	clean archive >out 2>err
	[ "$(grep -c "^text${TAB}.*The bridge was closed on Monday, they said.$" out)" = 3 ]
	[ "$(cut -f2 out | uniq | tr '\n' ' ')" = 'https://a.example/ https://a.example/#2 https://a.example/#3 ' ]
	grep -q 'archive: 1 record skipped that is no page' err
	{ head -c 400 archive | gzip -n && tail -c +401 archive | gzip -n; } >archive.gz
	clean archive.gz 2>/dev/null | diff out -
	head -c 190 archive >short
	run --separate-stderr clean short
	[ "$status" = 2 ]
	[[ $stderr == *"short: ends within a record"* ]]
}

@test "archives: what was packed otherwise, what lies about it, what stands between records" {
	printf '<p>The bridge was closed on Monday, they said.' >page
	printf '\201\0\377\376 nothing to read' >foreign
	{
		warc foreign 'Content-Type: text/html' 'Content-Encoding: br'
		warc page 'Content-Type: text/html' 'Content-Encoding: gzip'
		warc page 'Content-Type: text/html' 'Transfer-Encoding: chunked'
		printf 'what is no record\r\n\r\n'
		warc page 'Content-Type: text/html'
	} >archive
	run --separate-stderr clean archive
	[ "$status" = 2 ]
	[ "$(grep -c "^text.*The bridge was closed on Monday, they said.$" <<<"$output")" = 3 ]
	[[ $stderr == *'archive: not a WARC record; reading goes on at the next'* ]]
	[[ $stderr == *'archive: 1 record skipped that is no page'* ]]
	# what was complete before the cut is there
	{ warc page 'Content-Type: text/html' | gzip -n && warc page 'Content-Type: text/html' | gzip -n; } >archive.gz
	head -c $(($(wc -c <archive.gz) - 4)) archive.gz >short.gz
	run --separate-stderr clean short.gz
	[ "$status" = 2 ]
	[[ $output == *'The bridge was closed on Monday, they said.'* ]]
	[[ $stderr == *'short.gz: ends within packed data'* ]]
}

@test "archives: packed twice, answers before the answer, lengths that are none, lines packed" {
	printf '<p>The bridge was closed on Monday, they said.' >page
	gzip -n <page | gzip -n >twice
	{
		warc twice 'Content-Type: text/html' 'Content-Encoding: gzip, gzip'
		warc page 'Content-Type: text/html' | sed 's/Content-Length: .*/Content-Length: 99999999999999999999999\r/'
		warc page 'Content-Type: text/html' | sed 's/Content-Length/X-Length/'
		{ printf 'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200\r\nContent-Type: text/html\r\n\r\n' && cat page; } >answers
		printf 'WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n' "$(wc -c <answers)"
		cat answers
		printf '\r\n\r\n'
	} >archive
	run --separate-stderr clean archive
	[ "$status" = 2 ]
	[ "$(grep -c "^text.*The bridge was closed on Monday, they said.$" <<<"$output")" = 2 ]
	[ "$(grep -c 'archive: a record without Content-Length; reading goes on at the next' <<<"$stderr")" = 2 ]
	{ printf '\r\n' && warc page 'Content-Type: text/html'; } | clean | grep -q "^text${TAB}https://a.example/"
	printf '%s\n' '{"id":"a","text":"One is here."}' nonsense '{"id":"b","text":"Two is here."}' | gzip -n >lines.gz
	run --separate-stderr clean lines.gz
	[ "$status" = 2 ]
	[[ $output == *"text${TAB}a${TAB}1${TAB}body${TAB}One is here."*"text${TAB}b${TAB}1${TAB}body${TAB}Two is here."* ]]
	[[ $stderr == *'lines.gz:2: '* ]]
}

@test "a page of 50 MB is read, and one line of it" {
	[ -z "$SANITIZE" ] || skip "sanitizers take too long"
	{ printf '<article><h1>Long</h1>' && yes '<p>The bridge was closed on Monday, they said.</p>' | head -n 1100000 | tr -d '\n'; } >long
	[ "$(timeout 60 clean --from=html --all long | grep -c "^text${TAB}long${TAB}1${TAB}")" -gt 1 ]
}

@test "JSON Lines: the outlet and the byline are taken as they are given" {
	echo '{"id":"n7","outlet":"Harl Post","byline":"Ana Ruiz","text":"The ferry sank at noon."}' | clean >out
	grep -q "^doc${TAB}n7${TAB}en${TAB}${TAB}Harl Post${TAB}Ana Ruiz${TAB}" out
}

@test "JSON Lines: members, IDs, bad lines" {
	printf '%s\n' '{"id":"a","title":"T","date":"2020-01-02","text":"One.\nTwo."}' '{"url":"u","html":"<p>Three is here."}' \
		'{"n":7,"body":"Four."}' | clean --member=id=n --member=text=body >out 2>err || true
	grep -q "^doc${TAB}-:1\|^text${TAB}7${TAB}1${TAB}body${TAB}Four\.$" out
	printf '%s\n' '{"id":"a","title":"T","date":"2020-01-02","text":"One.\nTwo."}' 'nonsense' '{"url":"u","html":"<p>Three is here."}' >lines
	run clean --member=nonsense=x /dev/null
	[ "$status" = 2 ]
	run clean --from=jsonl lines
	[ "$status" = 2 ]
	[[ $output == *'lines:2: '* ]]
	[[ $output == *"doc${TAB}a${TAB}en${TAB}2020-01-02${TAB}${TAB}${TAB}${TAB}T"* ]]
	[[ $output == *"text${TAB}a${TAB}2${TAB}body${TAB}Two."* ]]
	[[ $output == *"text${TAB}u${TAB}1${TAB}body${TAB}Three is here."* ]]
}

@test "nested 100,000 deep, in a small stack" {
	[ -z "$SANITIZE" ] || skip "sanitizers need a larger stack"
	{ yes '<div>' | head -n 100000 | tr -d '\n'; echo 'The text is there.'; } >deep
	(ulimit -s 256 && clean deep) | grep -q 'The text is there\.'
	{ yes '{"a":' | head -n 100000 | tr -d '\n'; } >deep.jsonl
	(ulimit -s 256 && run clean --from=jsonl deep.jsonl && [ "$status" = 2 ])
}

@test "what would take the square of its length does not" {
	for unit in '<' '<b x=1>' '<table>' 'â€' '<a ' '<p>x'; do
		yes "$unit" | tr -d '\n' | head -c 400000 | timeout 60 clean --from=html >/dev/null
	done
	{ printf '<p ' && seq -f 'a%.0f=1' 60000 | tr '\n' ' '; } | timeout 60 clean --from=html >/dev/null
	yes 'the bridge over the Tarn &amp; ' | tr -d '\n' | head -c 5000000 | timeout 60 clean --from=html >/dev/null
	yes 'Comments' | head -n 300000 | timeout 60 clean --from=text >/dev/null
	yes '<script></script>' | head -n 200000 | timeout 60 clean --from=html >/dev/null
	references=$(yes '{"@id":"x"}' | head -n 40 | paste -s -d ,)
	for _ in $(seq 20); do
		echo '<script type="application/ld+json">['
		yes "{\"@type\":\"NewsArticle\",\"author\":[$references]}," | head -n 400
		echo '{}]</script>'
	done >references.html
	timeout 60 clean references.html >/dev/null
}

@test "a user's table is added" {
	printf '# furniture: phrase where kind\nknit with us\tstart\tfollow\n' >mine
	printf 'Bridge closed\nThe bridge was closed on Monday.\nKnit with us on Fridays\nIt opens in May.\n' >text
	clean text | grep -q 'Knit'
	run clean --rules=mine text
	[ "$status" = 0 ]
	[[ $output != *Knit* ]]
}

@test "forms are told apart by looking" {
	printf '{"text":"From JSON."}\n' | clean | grep -q "${TAB}From JSON\.$"
	printf '  <!DOCTYPE html><p>From a page, surely.' | clean | grep -q "${TAB}From a page, surely\.$"
	printf 'a < b\n' | clean | grep -q "${TAB}a < b$"
	run clean --from=pdf
	[ "$status" = 2 ]
}

@test "pictures and PDFs beside pages are named and left out" {
	printf '\211PNG\r\n\032\n12 dead' >picture
	printf '%%PDF-1.7 12 dead' >paper
	echo 'The bridge is closed.' >report
	run clean picture report paper
	[ "$status" = 2 ]
	[[ $output == *'clean: picture: not text but '* && $output == *'clean: paper: not text but '* ]]
	[[ $output == *'The bridge is closed.'* && $output != *dead* ]]
	clean --from=text paper | grep -q dead
	# no signature, but bytes that no text has; a text with a few of them is one
	"$TOOLS/noise" 7 3000 >noise
	run clean noise report
	[ "$status" = 2 ]
	[[ $output == *'clean: noise: not text but '* && $output == *'The bridge is closed.'* ]]
	printf 'The bridge \1\2\3\4 is closed, said caf\351 owners.\n%s\n' "$(yes "Cars go round by Ostley." | head -n 4)" | clean | grep -q 'The bridge is closed, said café owners\.'
}

@test "a byline that begins with a mark between names" {
	printf '<p class=byline>By /  Ana Ruiz<p>The bridge is closed, they said.' | timeout 10 clean --from=html | grep -q "^text.*The bridge is closed, they said\.$"
}

# ends_alike FILE: the text without its last LF gives the records that it gives with it.
ends_alike() {
	for from in text html; do
		clean --all --from=$from - <"$1" >without || return
		{ cat "$1" && echo; } | clean --all --from=$from - >with || return
		grep -q "^text$TAB" with || return
		diff with without || { echo "$(wc -c <"$1") bytes as $from"; return 1; }
	done
}

@test "a last line needs no LF, wherever a block of memory ends" {
	for last in sea Sea NEW www; do
		for size in 65535 65536 65537; do
			# short lines, and one that is as long as the text
			for break in '\n' ' '; do
				yes 'The ferry was late again on Monday and the crew went home.' | tr '\n' "$break" |
					head -c $((size - 8)) >whole
				printf '%bthe %s' "$break" "$last" >>whole
				[ "$(wc -c <whole)" -eq "$size" ]
				ends_alike whole
			done
		done
	done
}
