#!/bin/sh
# compile.sh FILE.tsv...: writes the tables (src/lang/LANGUAGE/NAME.tsv) as C on standard output.
# Stops where a table names no fields, is out of order, has an entry twice, or a row of too many fields.
set -eu
export LC_ALL=C
tab=$(printf '\t')

check() {
	grep -v '^#' "$1" | sort -c -u -t "$tab" -k 1,1 2>/dev/null || {
		row=$(grep -v '^#' "$1" | sort -c -u -t "$tab" -k 1,1 2>&1 || true)
		echo "$1: not sorted by byte, or an entry twice: ${row#*disorder: }" >&2
		exit 1
	}
	awk -F '\t' -v name="$(basename "$1" .tsv)" '
		NR == 1 && $0 !~ "^# " name ": " {
			print FILENAME ": the first line is not `# " name ": FIELD...`"; bad = 1; exit }
		NR == 1 { fields = split(substr($0, length(name) + 5), names, /[ \t]+/) }
		NR == 1 && fields > 8 { print FILENAME ": " fields " fields, 8 at most"; bad = 1 }
		/^#/ { next }
		/^$/ || /\r$/ { print FILENAME ":" NR ": empty, or ends in CR"; bad = 1 }
		NF > fields { print FILENAME ":" NR ": " NF " fields where " fields " are named"; bad = 1 }
		END { exit bad }' "$1" >&2
}

array() {
	echo "static const char $2[] ="
	grep -v '^#' "$1" | sed 's/[\\"?]/\\&/g; s/\t/\\t/g; s/.*/"&\\n"/'
	echo '"";'
}

variable() {
	printf 'table_%s_%s' "$(basename "$(dirname "$1")")" "$(basename "$1" .tsv)" | tr -c 'a-z0-9_' _
}

echo '#include "tables.h"'
for file; do
	check "$file"
	array "$file" "$(variable "$file")"
done
echo 'const struct table built_in_tables[] = {'
for file; do
	name=$(basename "$file" .tsv)
	fields=$(head -n 1 "$file" | awk -v name="$name" '{ print split(substr($0, length(name) + 5), names, /[ \t]+/) }')
	printf '{"%s", "%s", %s, %s, sizeof %s - 1},\n' "$(basename "$(dirname "$file")")" "$name" \
		"$fields" "$(variable "$file")" "$(variable "$file")"
done
echo '{0}};'
