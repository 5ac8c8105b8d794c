#include "tables.h"

#include "buffer.h"
#include "error.h"
#include "test.h"
#include "unit.h"

static void
join(void *context, const struct slice field[TABLE_FIELDS])
{
	struct buffer *to = context;
	buffer_add(to, field[0]);
	buffer_add_byte(to, '=');
	buffer_add(to, field[4]);
	buffer_add_byte(to, ' ');
}

static size_t
count(struct slice text, char byte)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += text.data[i] == byte;
	return count;
}

void
test_tables(char *file)
{
	(void)file;
	struct buffer rows = {0}, again = {0};
	tables_each(NULL, "en", "units", join, &rows);
	CHECK(count(buffer_slice(&rows), '=') > 100);
	tables_each(NULL, "root", "units", join, &again);
	CHECK(slice_equal(buffer_slice(&rows), buffer_slice(&again)));
	buffer_clear(&rows);
	tables_each(NULL, "en", "no such table", join, &rows);
	CHECK(rows.len == 0);
	buffer_free(&rows);
	buffer_free(&again);
}

/* Prints the rows that the file adds to the table of units. */
void
test_rules(char *file)
{
	struct rules rules = {0};
	rules_read(&rules, file);
	struct buffer rows = {0}, built_in = {0};
	tables_each(&rules, "root", "units", join, &rows);
	tables_each(NULL, "root", "units", join, &built_in);
	CHECK(slice_starts(buffer_slice(&rows), buffer_slice(&built_in)));
	SAME(slice_cut(buffer_slice(&rows), built_in.len, rows.len), SLICE("verst=m sazhen= "));
	buffer_free(&rows);
	buffer_free(&built_in);
	rules_free(&rules);
	CHECK(rules.files == NULL);
}

void
test_language(char *file)
{
	(void)file;
	CHECK(slice_is(slice_of(language_of(SLICE("en"))), "en"));
	CHECK(slice_is(slice_of(language_of(SLICE("en-GB"))), "en"));
	CHECK(slice_is(slice_of(language_of(SLICE("EN_us"))), "en"));
	CHECK(language_of(SLICE("xx")) == NULL && language_of(SLICE("")) == NULL);
	CHECK(language_of(SLICE("e")) == NULL && language_of(SLICE("english")) == NULL);
	CHECK(language_of(SLICE("root")) == NULL);
}

void
test_unit(char *file)
{
	(void)file;
	struct units units = {0};
	units_read(&units, NULL);
	const struct unit *mile = units_find(&units, SLICE("[mi_i]"));
	CHECK(mile != NULL);
	SAME(mile->factor, SLICE("1609.344"));
	SAME(mile->dimension, SLICE("length"));
	SAME(mile->base, SLICE("m"));
	CHECK(units_find(&units, SLICE("furlong per fortnight")) == NULL);
	CHECK(units_rounding(SLICE("11000")) == 500);
	CHECK(units_rounding(SLICE("7")) == 0.5);
	CHECK(units_rounding(SLICE("2.5")) > 0.049 && units_rounding(SLICE("2.5")) < 0.051);
	units_free(&units);
}

/* Messages show no control characters, and stay one line however long. */
void
test_warn(char *file)
{
	(void)file;
	char long_name[5000];
	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	CHECK(!error_seen());
	warn("%s: a\tb\nc\x1b[2Jd\xc2\x9b"
	     "e \xc3\xa9",
		"id");
	warn("%s", long_name);
	CHECK(error_seen());
}
