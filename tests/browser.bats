#!/usr/bin/env bats
# The page in a browser: Debian's chromium without a window. What a script that is put behind the page
# finds, it writes into the title, which is read from the DOM. `make check-browser` installs chromium and
# sets SHOTS, the folder where pictures of the page are kept for a person to look at.
load helper

setup() {
	[ -n "${SHOTS-}" ] || command -v chromium >/dev/null || skip "chromium is not there"
	cd "$BATS_TEST_TMPDIR" || return
	report --html "$TESTS/golden/report/ferry.in" >page.html
}

# chrome FILE OPTION...: opens the file; messages go to messages, those of the page to console.
chrome() {
	local file=$1
	shift
	timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" --enable-logging=stderr \
		--virtual-time-budget=2000 "$@" "file://$PWD/$file" 2>messages || return
	grep CONSOLE messages >console || true
}

# browse FILE [OPTION...]: writes the DOM to dom.
browse() {
	chrome "$@" --dump-dom >dom
}

# finds SCRIPT WANT [OPTION...]: the script, behind the page, gives a text.
finds() {
	{ cat page.html; echo "<script>onload = () => setTimeout(() => { document.title = 'found: ' + ($1)() }, 100)</script>"; } >tested.html
	local want=$2
	shift 2
	browse tested.html "$@"
	grep -o '<title>[^<]*' dom | head -n 1 | diff - <(echo "<title>found: $want")
}

@test "the page opens, and the browser has nothing to say of it" {
	browse page.html
	grep -q 'passengers' dom
	[ ! -s console ]
}

@test "hostile text runs nothing, links nowhere and does not break out" {
	for option in "" --all; do
		report --html $option "$TESTS/golden/report/hostile.in" >page.html
		finds '() => [document.scripts.length, document.images.length, document.links.length > 9,
			document.querySelectorAll("iframe,object,embed,base,form,input,video,audio,math,template,noscript").length,
			[...document.links].filter(link => link.protocol != "file:" || !link.hash).length,
			[...document.querySelectorAll("*")].filter(element => [...element.attributes].some(one => /^on/.test(one.name))).length,
			document.body.lastElementChild.previousElementSibling.tagName].join()' '1,0,true,0,0,0,MAIN'
		[ ! -s console ]
	done
}

@test "a cell leads to its sentence, which is then in sight" {
	finds '() => {
		document.querySelector(".figures td a").click()
		const sentence = document.querySelector(":target"), top = sentence.getBoundingClientRect().top
		return sentence.textContent.trim() + " " + (top >= 0 && top < innerHeight)
	}' 'About 310 passengers were taken off the ferry. true' --window-size=1000,700
}

@test "a number in conflict leads from its sentence to what the others write, and from there to theirs" {
	finds '() => {
		const number = [...document.querySelectorAll("article a.number")].find(one => one.textContent == "325")
		number.click()
		const card = document.querySelector(":target"), quotes = card.querySelectorAll("q mark")
		const told = [...quotes].map(one => one.textContent).join(" | ")
		const links = [...card.querySelectorAll("small:not(.by) a")]
		return told + ": " + links.every(link => document.querySelector(link.hash).textContent.includes("passengers"))
	}' '310 | 325: true'
}

@test "every link leads to something" {
	crosscheck --html "$TESTS"/../examples/*.txt "$TESTS"/../examples/*.html >page.html
	finds '() => [...document.links].filter(link => !document.querySelector(link.hash)).length' 0
	finds '() => [...document.querySelectorAll("a")].filter(link => !link.textContent.trim() && !link.querySelector("svg,[aria-label]")).length' 0
}

@test "on a phone nothing but the tables is wider than the screen" {
	finds '() => document.documentElement.scrollWidth <= innerWidth' true --window-size=500,900
}

contrast='() => {
	const style = getComputedStyle(document.documentElement)
	const light = name => {
		const hex = style.getPropertyValue("--" + name).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3")
		const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.substr(at, 2), 16) / 255)
			.map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
		return .2126 * r + .7152 * g + .0722 * b
	}
	const ratio = (a, b) => (Math.max(light(a), light(b)) + .05) / (Math.min(light(a), light(b)) + .05)
	return [["ink", "ground"], ["ink", "raised"], ["ink", "number"], ["ink", "note-ground"], ["faint", "ground"],
		["faint", "raised"], ["link", "ground"], ["link", "raised"], ["bad", "ground"], ["bad", "raised"], ["note", "raised"], ["good", "raised"], ["bad", "bad-ground"],
		["note", "ground"], ["note", "note-ground"], ["good", "ground"], ["good", "good-ground"]]
		.filter(([a, b]) => ratio(a, b) < 4.5).join(" ")
}'

@test "colours can be told from their ground, by day" {
	finds "$contrast" ''
}

@test "and by night" {
	finds "$contrast" '' --blink-settings=preferredColorScheme=0
	finds '() => getComputedStyle(document.body).backgroundColor' 'rgb(21, 24, 28)' --blink-settings=preferredColorScheme=0
}

@test "every table has headings that say what they head, every region a name" {
	finds '() => [
		document.querySelectorAll("th:not([scope])").length,
		document.querySelectorAll("[role=region]:not([aria-label])").length,
		document.querySelectorAll("h1").length,
		document.documentElement.lang
	].join()' '0,0,1,en'
}

@test "it prints" {
	chrome page.html --no-pdf-header-footer --print-to-pdf=page.pdf
	head -c 4 page.pdf | grep -q '%PDF'
	[ "$(wc -c <page.pdf)" -gt 10000 ]
	[ ! -s console ]
}

@test "1,000 reports make a page that the browser lays out" {
	awk 'BEGIN {
		OFS = "\t"
		for (i = 1; i <= 1000; i++) {
			print "doc", "d" i, "en", "", "", "", "", "Title " i
			for (n = 1; n <= 20; n++) {
				value = (i * n) % 7
				print "sentence", "d" i, n, n, "body", "On day " n " there were " value " boats in the harbour of the town, and the wind blew."
				print "figure", "f" n, "differ", "d" i, n, value, value, "", "boats", "", value, 8, 9
			}
		}
	}' | report --html >page.html
	[ "$(wc -c <page.html)" -lt 6000000 ]
	finds '() => [document.querySelectorAll(".reports li").length, document.querySelectorAll("*").length < 100000,
		document.querySelector("main").getBoundingClientRect().height > 1000].join()' '1000,true,true'
}

@test "pictures of it are kept for a person to look at" {
	[ -n "${SHOTS-}" ] || skip "make check-browser keeps them"
	mkdir -p "$SHOTS"
	crosscheck --html "$TESTS"/../examples/*.txt "$TESTS"/../examples/*.html >page.html
	shot() {
		chrome page.html --hide-scrollbars --screenshot="$SHOTS/$1.png" "--window-size=$2" $3
		[ "$(wc -c <"$SHOTS/$1.png")" -gt 20000 ]
		[ ! -s console ]
	}
	shot light 1200,1400 ''
	shot dark 1200,1400 --blink-settings=preferredColorScheme=0
	shot phone 500,1400 ''
	chrome page.html --no-pdf-header-footer --print-to-pdf="$SHOTS/print.pdf"
}
