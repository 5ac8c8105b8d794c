#include "pattern.h"

#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "test.h"

void
test_pattern(char *file)
{
	(void)file;
	struct span groups[PATTERN_GROUPS];
	struct pattern *pattern = pattern_new(SLICE("(\\d+)( dead)?(x)?"), 0, "test");
	CHECK(pattern_find(pattern, SLICE("some 11 dead"), 0, groups));
	CHECK(groups[0].start == 5 && groups[0].end == 12);
	CHECK(groups[1].start == 5 && groups[1].end == 7);
	CHECK(groups[3].start > groups[3].end && groups[9].start > groups[9].end);
	CHECK(!pattern_find(pattern, SLICE("none"), 0, groups));
	CHECK(!pattern_find(pattern, (struct slice){NULL, 0}, 0, NULL));
	CHECK(pattern_find(pattern, SLICE("\xff\0 12\xe2\x80"), 0, groups));
	CHECK(groups[0].start == 3 && groups[0].end == 5);
	pattern_free(pattern);

	pattern = pattern_new(SLICE("SAID"), PATTERN_CASELESS | PATTERN_ANCHORED, "test");
	CHECK(pattern_find(pattern, SLICE("he said so"), 3, NULL));
	CHECK(!pattern_find(pattern, SLICE("he said so"), 2, NULL));
	pattern_free(pattern);

	pattern = pattern_new(SLICE("\\w+"), PATTERN_WHOLE, "test");
	CHECK(pattern_find(pattern, SLICE("said"), 0, NULL));
	CHECK(!pattern_find(pattern, SLICE("said so"), 0, NULL));
	pattern_free(pattern);
	pattern_free(NULL);
	CHECK(!error_seen());
}

/* A match that would take for ever is given up, and that is told. */
void
test_pattern_limit(char *file)
{
	(void)file;
	enum {
		LEN = 1000
	};
	char *text = memory_new(LEN);
	memset(text, 'a', LEN);
	text[LEN - 1] = 'b';
	struct pattern *pattern = pattern_new(SLICE("(a|aa)+$"), 0, "test");
	CHECK(!pattern_find(pattern, (struct slice){text, LEN}, 0, NULL));
	CHECK(error_seen());
	pattern_free(pattern);
	free(text);
}

void
test_pattern_wrong(char *file)
{
	(void)file;
	pattern_new(SLICE("(\\d+"), 0, "cues.tsv");
	CHECK(false);
}
