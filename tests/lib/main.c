/* lib NAME [FILE]: runs the test of that name; without a name prints all names. */
#include "test.h"

#include <stdio.h>

#include "error.h"

static const struct {
	const char *name;
	void (*run)(char *file);
} tests[] = {
	{"buffer", test_buffer},
	{"byteset", test_byteset},
	{"masks", test_masks},
	{"memory", test_memory},
	{"memory_return", test_memory_return},
	{"memory_wide", test_memory_wide},
	{"memory_too_wide", test_memory_too_wide},
	{"map", test_map},
	{"map_alike", test_map_alike},
	{"octets", test_octets},
	{"record_escape", test_record_escape},
	{"record_parse", test_record_parse},
	{"record_decimal", test_record_decimal},
	{"record_write", test_record_write},
	{"sort_arrange", test_sort_arrange},
	{"sort_arrange_circle", test_sort_arrange_circle},
	{"tables", test_tables},
	{"rules", test_rules},
	{"language", test_language},
	{"token", test_token},
	{"unit", test_unit},
	{"utf8_decode", test_utf8_decode},
	{"utf8_valid", test_utf8_valid},
	{"utf8_repair", test_utf8_repair},
	{"utf8_nfc", test_utf8_nfc},
	{"utf8_fold", test_utf8_fold},
	{"utf8_properties", test_utf8_properties},
	{"warn", test_warn},
};

static int failed;

void
test_check(bool good, const char *condition, const char *file, int line)
{
	if (good)
		return;
	fprintf(stderr, "%s:%d: not so: %s\n", file, line, condition);
	failed = 1;
}

void
test_same(struct slice got, struct slice want, const char *file, int line)
{
	if (slice_equal(got, want))
		return;
	fprintf(stderr, "%s:%d: got `%.*s`, want `%.*s`\n", file, line, (int)got.len,
		got.len ? got.data : "", (int)want.len, want.data);
	failed = 1;
}

int
main(int argc, char **argv)
{
	error_begin("lib");
	for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
		if (argc < 2) {
			puts(tests[i].name);
		} else if (strcmp(argv[1], tests[i].name) == 0) {
			tests[i].run(argv[2]);
			return failed;
		}
	}
	return argc < 2 ? 0 : 2;
}
