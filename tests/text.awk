# Makes much text of a little: its paragraphs over and over, each time with other numbers and most of
# the longer words and names changed for made-up ones. These are 30,000, the Nth met once where the
# first is met N times, as in any language; so hardly a sentence comes twice. The same every time.
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
function made_up(rank,  word) {
	for (rank += 20; rank > 0; rank = int(rank / 85))
		word = word syllables[rank % 85]
	return word
}
function other(word,  made) {
	if (word ~ /^[0-9]+$/)
		return number(word)
	if (length(word) < 4 || word in kept || !random(8))
		return word
	made = made_up(int(exp(random(1000000) / 1000000 * log(30000))))
	return word ~ /^[A-Z]/ ? toupper(substr(made, 1, 1)) substr(made, 2) : made
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
	state = 20260
	# without them nothing would be said or counted
	split("said says told according about that than this from with more least around some nearly " \
		"million billion percent people were killed days weeks hours miles kilometers square " \
		"January April Monday Tuesday Governor spokesman minister engineers", keep, " ")
	for (i in keep)
		kept[keep[i]] = 1
	for (i = 0; i < 85; i++)
		syllables[i] = substr("bdfghklmnprstvwyz", i % 17 + 1, 1) substr("aeiou", int(i / 17) + 1, 1)
}
NF { paragraphs[size++] = $0 }
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
