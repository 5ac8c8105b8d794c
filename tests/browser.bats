#!/usr/bin/env bats
# The page in a browser: Debian's chromium without a window. What a script that is put behind the page
# finds, it writes into the title, which is read from the DOM.
load helper

setup() {
	command -v chromium >/dev/null || skip "chromium is not there"
	cd "$BATS_TEST_TMPDIR" || return
	report --html "$TESTS/golden/report/ferry.in" >page.html
}

# browse FILE [OPTION...]: writes the DOM to dom, the messages of the page to console.
browse() {
	local file=$1
	shift
	timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" --enable-logging=stderr \
		--virtual-time-budget=2000 "$@" --dump-dom "file://$PWD/$file" >dom 2>messages || return
	grep CONSOLE messages >console || true
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

@test "hostile text runs nothing" {
	report --html "$TESTS/golden/report/hostile.in" >page.html
	finds '() => [document.scripts.length, document.images.length, document.querySelectorAll("[onload],[onerror]").length].join()' '1,0,0'
	[ ! -s console ]
}

@test "a cell leads to its sentence, which is then in sight" {
	finds '() => {
		document.querySelector(".figures td a").click()
		const sentence = document.querySelector(":target"), top = sentence.getBoundingClientRect().top
		return sentence.textContent.trim() + " " + (top >= 0 && top < innerHeight)
	}' 'About 310 passengers were taken off the ferry. true' --window-size=1000,700
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
		["faint", "raised"], ["link", "ground"], ["link", "raised"], ["bad", "ground"], ["bad", "bad-ground"],
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
