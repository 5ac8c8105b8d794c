# Reads records and prints each whose span is not what it says it is: the bytes start..end of a sentence,
# unescaped, must be the surface of a number or figure, the content of an attribution, and its cue. Closes
# with how many spans were looked at.
function unescaped(field,  made) {
	while (match(field, /\\[tnr\\]/)) {
		made = made substr(field, 1, RSTART - 1) letters[substr(field, RSTART + 1, 1)]
		field = substr(field, RSTART + 2)
	}
	return made field
}
function check(id, n, start, end, want,  text) {
	checked++
	if (!((id, n) in texts)) {
		print "no such sentence: " $0
		return
	}
	text = texts[id, n]
	if (start > end || end > length(text) || substr(text, start + 1, end - start) != unescaped(want))
		print "not so: bytes " start ".." end ": `" substr(text, start + 1, end - start) "`: " $0
}
BEGIN {
	FS = "\t"
	letters["t"] = "\t"
	letters["n"] = "\n"
	letters["r"] = "\r"
	letters["\\"] = "\\"
}
$1 == "sentence" { texts[$2, $3] = unescaped($6) }
$1 == "number" { check($2, $3, $4, $5, $12) }
$1 == "attribution" { check($2, $3, $4, $5, $11) }
$1 == "attribution" && $15 != "" { check($2, $12, $15, $16, $10) }
$1 == "attribution" && ($13 > $14) { print "mention ends before it begins: " $0 }
$1 == "figure" { check($4, $5, $12, $13, $11) }
$1 == "quotation" && $8 > $9 { print "ends before it begins: " $0 }
END { print checked + 0 " spans" }
