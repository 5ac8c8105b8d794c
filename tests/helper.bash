# What the test files share. BIN: the folder of the programs under test; TOOLS: of what is built for
# the tests; SANITIZE: the sanitizers that both were built with.

TESTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${BIN:=$TESTS/../bin}"
: "${TOOLS:=$TESTS/../.build/plain/tests}"
: "${SANITIZE:=}"
export BIN TOOLS SANITIZE
PATH=$BIN:$PATH
export LC_ALL=C
TAB=$'\t'

# Each test runs in a folder of its own.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# not COMMAND...: the command fails. (Bats does not see `! command` fail.)
not() {
	if "$@"; then
		return 1
	fi
}

# golden NAME COMMAND...: the command writes golden/NAME. With GOLDEN=write the file is written anew;
# a person then reads the diff.
golden() {
	local file=$TESTS/golden/$1 out
	shift
	out=$BATS_TEST_TMPDIR/golden.out
	"$@" >"$out" || return
	if [ "${GOLDEN-}" = write ]; then
		mkdir -p "$(dirname "$file")"
		cp "$out" "$file"
	fi
	diff -u "$file" "$out"
}

# cases PROGRAM FIELDS FILE [OPTION...]: runs all cases of a file in one process. A line of the file is
# a text; lines below it that begin with a TAB are the records it gives, of each the FIELDS in that
# order ("12 6 7"), separated by TAB. Lines that begin with # are comments.
cases() {
	local program=$1 fields=$2 file=$3 made=$1 read=sentence text=6
	shift 3
	case $program in
	sentences) made=sentence read=text text=5 ;;
	numbers) made=number ;;
	attribute) made=attribution ;;
	esac
	grep -v "^[#$TAB]" "$file" | grep . | "$program" "$@" >"$BATS_TEST_TMPDIR/cases.records" || return
	awk -F '\t' -v made="$made" -v read="$read" -v text="$text" -v fields="$fields" '
		BEGIN { count = split(fields, field, " ") }
		$1 == read { print $text }
		$1 == made {
			line = ""
			for (i = 1; i <= count; i++)
				line = line "\t" $field[i]
			print line
		}' "$BATS_TEST_TMPDIR/cases.records" >"$BATS_TEST_TMPDIR/cases.out"
	grep -v '^#' "$file" | grep . >"$BATS_TEST_TMPDIR/cases.want"
	[ -s "$BATS_TEST_TMPDIR/cases.want" ] && diff -u "$BATS_TEST_TMPDIR/cases.want" "$BATS_TEST_TMPDIR/cases.out"
}
