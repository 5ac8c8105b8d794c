#!/usr/bin/env bats
# What all programs share: src/lib, through the program built of tests/lib, and the compiler of tables.
bats_require_minimum_version 1.5.0
load helper

lib() {
	"$TOOLS/lib-test" "$@"
}

@test "every test of tests/lib is run here" {
	for name in $(lib); do
		grep -q "lib $name\b" "$TESTS/lib.bats" || { echo "not run: $name"; return 1; }
	done
}

@test "buffers grow and hold any byte" {
	lib buffer
}

@test "bytes of a set are found at any place, by whichever way" {
	lib byteset
}

@test "arenas and arrays give memory that is aligned and keeps what is written" {
	lib memory
}

@test "large arrays that are freed are the system's again, small ones are kept" {
	lib memory_return
}

@test "memory on large pages holds what is written, at every size" {
	lib memory_wide
}

@test "memory of which there cannot be so much ends the program with a message" {
	for less in 0 1 1048576 2097151 2097152 2097153 9223372036854775807; do
		ASAN_OPTIONS=allocator_may_return_null=1 run --separate-stderr lib memory_too_wide "$less"
		[ "$status" -eq 2 ]
		[[ $stderr == *"lib: out of memory"* ]]
	done
}

@test "items are put into the order of pairs, whatever their number and size" {
	lib sort_arrange
	lib sort_arrange_circle
}

@test "UTF-8 is valid, or not, at any place of a text" {
	lib utf8_valid
}

@test "maps find what was added, whatever bytes the keys have" {
	lib map
}

@test "maps tell keys apart that differ in few bytes" {
	lib map_alike
}

@test "letters are counted eight bytes at a time" {
	lib octets
}

@test "fields are escaped and come back as they were" {
	lib record_escape
}

@test "records are taken apart; broken ones are told from unknown ones" {
	lib record_parse
}

@test "numbers in records are plain decimals and nothing else" {
	lib record_decimal
}

@test "records are written as they are read" {
	lib record_write
}

@test "tables: rows of root first, each once" {
	lib tables
}

@test "languages are chosen by the first part of a BCP 47 tag, whatever its case" {
	lib language
}

@test "units convert" {
	lib unit
}

@test "masks: what each byte is" {
	lib masks
}

@test "tokens: letters, digits, marks" {
	lib token
}

@test "UTF-8 is decoded forwards and backwards" {
	lib utf8_decode
}

@test "bad UTF-8 is repaired as the Unicode standard shows" {
	lib utf8_repair
}

@test "NFC, across the places where long text is cut" {
	lib utf8_nfc
}

@test "letters are folded, lowered and measured" {
	lib utf8_fold
}

@test "characters have their properties" {
	lib utf8_properties
}

@test "messages are one line without control characters, however long" {
	run lib warn
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 2 ]
	[ "${lines[0]}" = "lib: id: a?b?c?[2Jd??e é" ]
	[ "${#lines[1]}" -le 2048 ]
}

@test "a user's table is added to the built-in ones" {
	printf '# units: symbol dimension factor offset base\n# a comment\n\nverst\tlength\t1066.8\t0\tm\nsazhen\n' >rules
	lib rules rules
}

@test "a user's table may begin with a byte order mark and end its lines with CR" {
	printf '\357\273\277# units: symbol dimension factor offset base\r\n\r\nverst\tlength\t1066.8\t0\tm\r\nsazhen\r\n' >rules
	lib rules rules
}

refuse() { # refuse MESSAGE: the file `rules` is refused with it
	run lib rules "${2-rules}"
	echo "$output"
	[ "$status" -eq 2 ]
	[ "${#lines[@]}" -eq 1 ]
	[[ $output == *"$1"* ]]
}

@test "a user's table that is wrong is refused, with file and line" {
	printf 'verst\tlength\n' >rules
	refuse "lib: rules:1: no comment before this line names its table"
	printf '# unit: symbol\nverst\n' >rules
	refuse "lib: rules:1: unit: no such table"
	printf '# units: symbol dimension factor offset base\na\tb\tc\td\te\tf\n' >rules
	refuse "lib: rules:2: 6 fields, table units has 5"
	refuse "lib: none: No such file or directory" none
	refuse "Is a directory" .
}

# The compiler of tables.

table() { # table NAME: standard input becomes src/lang/en/NAME.tsv
	mkdir -p lang/en
	cat >"lang/en/$1.tsv"
}

refuse_table() { # refuse_table MESSAGE
	run "$TESTS/../src/lang/compile.sh" lang/en/*.tsv
	echo "$output"
	[ "$status" -ne 0 ]
	[[ $output == *"$1"* ]]
}

@test "a table in order becomes C that says the same" {
	printf '# cues: word class\na "b"\\\tx\nask??/\ty\nsay\n' | table cues
	printf '# none: word\n# nothing yet\n' | table none
	"$TESTS/../src/lang/compile.sh" lang/en/*.tsv >tables.c
	cat >main.c <<-'C'
		#include <stdio.h>
		#include "tables.h"
		int main(void) {
			for (const struct table *table = built_in_tables; table->name; table++)
				printf("%s %s %zu\n%.*s", table->language, table->name, table->fields,
					(int)table->len, table->rows);
			return 0;
		}
	C
	${CC:-cc} -std=c11 -I "$TESTS/../src/lib" -o tables main.c tables.c
	printf 'en cues 2\na "b"\\\tx\nask??/\ty\nsay\nen none 1\n' >want
	./tables | diff want -
}

@test "the build stops on a table that is out of order" {
	printf '# cues: word class\nsay\tx\nask\ty\n' | table cues
	refuse_table "lang/en/cues.tsv: not sorted by byte, or an entry twice: ask"
}

@test "the build stops on an entry that is there twice" {
	printf '# cues: word class\nsay\tx\nsay\ty\n' | table cues
	refuse_table "an entry twice: say"
}

@test "the build stops on a table whose first line does not name it" {
	printf '# verbs: word class\nsay\tx\n' | table cues
	refuse_table "the first line is not"
}

@test "the build stops on rows of too many fields, empty rows and CR" {
	printf '# cues: word class\nsay\tx\tz\n' | table cues
	refuse_table "cues.tsv:2: 3 fields where 2 are named"
	printf '# cues: word class\n\nsay\tx\n' | table cues
	refuse_table "cues.tsv:2: empty, or ends in CR"
	printf '# cues: word class\nsay\tx\r\n' | table cues
	refuse_table "cues.tsv:2: empty, or ends in CR"
	printf '# cues: a b c d e f g h i\nsay\n' | table cues
	refuse_table "9 fields, 8 at most"
}

@test "all tables of the tree are in order" {
	"$TESTS/../src/lang/compile.sh" "$TESTS"/../src/lang/*/*.tsv >tables.c
}
