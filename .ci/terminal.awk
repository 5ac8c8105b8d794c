# terminal.awk: a coloured text as the picture (SVG) of a terminal of 80 columns. COMMAND: what is shown as typed.
function columns(text) {
	gsub(/[\200-\277]/, "", text) # of a character in UTF-8 the first byte counts
	return length(text)
}
function escape(text) {
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	return text
}
# A run of text of one style that begins at the column.
function run(text, column, style) {
	if (text !~ /^ *$/)
		printf "<text x=\"%.1f\" y=\"%d\"%s>%s</text>\n", left + column * width, top + row * height, style, escape(text)
}
function line(text,    column, style, part) {
	column = 0
	style = ""
	while (match(text, /\033\[[0-9;]*m/)) {
		part = substr(text, 1, RSTART - 1)
		run(part, column, style)
		column += columns(part)
		part = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		style = part ~ /31m/ ? " class=\"b\"" : part ~ /33m/ ? " class=\"n\"" : part ~ /32m/ ? " class=\"g\"" : \
			part ~ /;1m/ ? " class=\"s\"" : part ~ /;2m/ ? " class=\"f\"" : ""
	}
	run(text, column, style)
	row++
}
BEGIN {
	width = 8.43; height = 19; left = 18; top = 54; row = 0
	lines[0] = "\033[0;32m$\033[0m " COMMAND
}
{ lines[NR] = $0 }
END {
	printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\">\n", 2 * left + 80 * width, top + (NR + 1) * height, 2 * left + 80 * width
	print "<title>" escape(COMMAND) "</title>"
	print "<style>text{font:14px \"DejaVu Sans Mono\",Menlo,Consolas,monospace;fill:#d6dbe1;white-space:pre}.s{font-weight:700;fill:#fff}.f{fill:#8b95a1}.b{fill:#ff8a80;font-weight:700}.n{fill:#f2b65a}.g{fill:#7fd19b}</style>"
	print "<rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"#15181c\"/>"
	print "<circle cx=\"22\" cy=\"20\" r=\"6\" fill=\"#ff5f57\"/><circle cx=\"42\" cy=\"20\" r=\"6\" fill=\"#febc2e\"/><circle cx=\"62\" cy=\"20\" r=\"6\" fill=\"#28c840\"/>"
	for (i = 0; i <= NR; i++)
		line(lines[i])
	print "</svg>"
}
