# Takes the commands with their output out of a man page's `.Bd -literal` blocks, or out of README.md's
# fenced blocks: `$ command`, over several lines where each but the last ends in a backslash, then what
# it prints; and those that stand alone in a man page's `.Dl` lines. Writes each command to DIR/N.command and
# its output to DIR/N.output.
function plain(line) { # mdoc's escapes
	gsub(/\\-/, "-", line)
	gsub(/\\&/, "", line)
	gsub(/\\\(aq/, "'", line)
	gsub(/\\\(dq/, "\"", line)
	gsub(/\\\(ti/, "~", line)
	gsub(/\\\(ha/, "^", line)
	gsub(/\\e/, "\\", line)
	return line
}
function finish() {
	if (n)
		close(dir "/" n ".output")
	inside = open = 0
}
FNR == 1 { finish(); fence = "" }
/^\.Bd .*-literal/ { inside = 1; next }
/^\.Dl \$ / { name = dir "/" ++n; print plain(substr($0, 7)) >(name ".command"); printf "" >(name ".output"); next }
/^\.Ed/ { finish(); next }
/^```/ { if (inside) finish(); else inside = 1; next }
!inside { next }
{ line = FILENAME ~ /\.md$/ ? $0 : plain($0) }
open {
	print line >(dir "/" n ".command")
	open = line ~ /\\$/
	next
}
/^\$ / {
	name = dir "/" ++n
	printf "" >(name ".output")
	line = substr(line, 3)
	print line >(name ".command")
	open = line ~ /\\$/
	next
}
n { print line >(dir "/" n ".output") }
