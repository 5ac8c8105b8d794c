# Makes much text of a little: its paragraphs over and over, each time with other numbers and half of
# the longer words changed for others of the same text, so that hardly a sentence comes twice. The same
# every time.
#	-v bytes=N	how many bytes at least
#	-v form=F	text: plain paragraphs, an empty line between them; records: documents of 12
#			paragraphs as `doc` and `text` records
function random(below) { # after Park and Miller
	state = state * 16807 % 2147483647
	return state % below
}
function number(digits,  made) {
	for (made = 1 + random(9); length(made) < length(digits);)
		made = made random(10)
	return made
}
function other(word) {
	if (word ~ /^[0-9]+$/)
		return number(word)
	return word ~ content && random(2) ? words[random(count)] : word
}
function vary(text,  made) {
	while (match(text, /[A-Za-z]+|[0-9]+/)) {
		made = made substr(text, 1, RSTART - 1) other(substr(text, RSTART, RLENGTH))
		text = substr(text, RSTART + RLENGTH)
	}
	return made text
}
function put(line) {
	print line
	written += length(line) + 1
}
BEGIN {
	OFS = "\t"
	content = "^[a-z][a-z][a-z][a-z]+$"
	state = 20260
}
NF {
	paragraphs[size++] = $0
	for (i = 1; i <= NF; i++)
		if ($i ~ content)
			words[count++] = $i
}
END {
	for (n = 0; written < bytes; n++) {
		text = vary(paragraphs[n % size])
		if (form != "records") {
			put(text "\n")
			continue
		}
		if (n % 12 == 0)
			put("doc" OFS "d" ++document OFS "en" OFS "2025-02-03" OFS "The Paper" OFS OFS OFS)
		put("text" OFS "d" document OFS n % 12 + 1 OFS "body" OFS text)
	}
}
