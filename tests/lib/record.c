#include "record.h"

#include "test.h"

static void
check_escape(struct slice text, struct slice want)
{
	struct buffer written = {0}, scratch = {0};
	record_escape(&written, text);
	SAME(buffer_slice(&written), want);
	SAME(record_unescape(buffer_slice(&written), &scratch), text);
	buffer_free(&written);
	buffer_free(&scratch);
}

/* Escapes are found wherever they stand among the eight bytes looked at together. */
static void
check_escape_at(size_t place, char byte, struct slice escaped)
{
	char text[130];
	memset(text, 'x', sizeof text);
	text[place] = byte;
	struct buffer want = {0};
	buffer_add(&want, (struct slice){text, place});
	buffer_add(&want, escaped);
	buffer_add(&want, (struct slice){text + place + 1, sizeof text - place - 1});
	check_escape((struct slice){text, sizeof text}, buffer_slice(&want));
	buffer_free(&want);
}

void
test_record_escape(char *file)
{
	(void)file;
	check_escape(SLICE(""), SLICE(""));
	check_escape(SLICE("About 11,000 troops."), SLICE("About 11,000 troops."));
	check_escape(SLICE("\t\n\r\\"), SLICE("\\t\\n\\r\\\\"));
	check_escape(SLICE("a\\tb"), SLICE("a\\\\tb"));
	check_escape(SLICE("\0\1\b\v\f\x1b\x7f\x80\xff"), SLICE("\0\1\b\v\f\x1b\x7f\x80\xff"));
	for (size_t place = 0; place < 130; place++) {
		check_escape_at(place, '\t', SLICE("\\t"));
		check_escape_at(place, '\n', SLICE("\\n"));
		check_escape_at(place, '\r', SLICE("\\r"));
		check_escape_at(place, '\\', SLICE("\\\\"));
		check_escape_at(place, '\0', SLICE("\0"));
		check_escape_at(place, (char)0xdc, SLICE("\xdc"));
	}
	struct buffer scratch = {0};
	SAME(record_unescape(SLICE("\\x a\\"), &scratch), SLICE("\\x a\\"));
	SAME(record_unescape(SLICE("\\\\n"), &scratch), SLICE("\\n"));
	buffer_free(&scratch);
}

static enum record_type
parse(struct slice line, struct record *record, const char **why)
{
	record_parse(record, line, why);
	return record->type;
}

void
test_record_parse(char *file)
{
	(void)file;
	struct record record;
	const char *why;
	CHECK(parse(SLICE("sentence\ta\t3\t14\tbody\tIt rained."), &record, &why) ==
		RECORD_SENTENCE);
	CHECK(why == NULL && record.fields == 6);
	SAME(record.field[SENTENCE_N], SLICE("3"));
	SAME(record.field[SENTENCE_TEXT], SLICE("It rained."));

	/* fields that are not known yet are no fault */
	parse(SLICE("text\ta\t1\tbody\tIt rained.\tnew\tnewer"), &record, &why);
	CHECK(record.type == RECORD_TEXT && record.fields == 7 && !why);

	CHECK(parse(SLICE(""), &record, &why) == RECORD_OTHER && !why);
	CHECK(parse(SLICE("sentence"), &record, &why) == RECORD_OTHER && !why);
	CHECK(parse(SLICE("sentences\ta\t1"), &record, &why) == RECORD_OTHER && !why);
	CHECK(parse(SLICE("zzz\ta\t1"), &record, &why) == RECORD_OTHER && !why);
	CHECK(parse(SLICE("sentence\ta\t3\t14\tbody"), &record, &why) == RECORD_OTHER && why);
	CHECK(parse(SLICE("sentence\ta\t-3\t1\tbody\tx"), &record, &why) == RECORD_OTHER &&
		why);
	CHECK(parse(SLICE("sentence\ta\t3\t\tbody\tx"), &record, &why) == RECORD_OTHER && why);
	/* lines of all lengths about 64 bytes, which are looked at together */
	char line[200];
	memset(line, 'a', sizeof line);
	memcpy(line, "text\td\t1\tbody\t", 14);
	for (size_t len = 14; len < sizeof line - 1; len++) {
		line[len] = len % 2 ? '\t' : '\\';
		CHECK(parse((struct slice){line, len + 1}, &record, &why) == RECORD_TEXT);
		CHECK(record.fields == (len % 2 ? 6 : 5) && record.escaped == (len % 2 == 0));
		CHECK(record.field[TEXT_TEXT].len == len - 14 + (len % 2 == 0));
		line[len] = 'a';
	}
	CHECK(record_type_of(SLICE("number\t")) == RECORD_NUMBER);
	CHECK(record_type_of(SLICE("number")) == RECORD_OTHER);

	char many[5000];
	memset(many, '\t', sizeof many);
	memcpy(many, "number\ta\t1", 10);
	parse((struct slice){many, sizeof many}, &record, &why);
	CHECK(record.type == RECORD_NUMBER && record.fields == RECORD_FIELDS && !why);

	size_t size;
	CHECK(record_size(SLICE("0"), &size) && size == 0);
	CHECK(record_size(SLICE("999999999999999"), &size) && size == 999999999999999);
	CHECK(!record_size(SLICE("18446744073709551616"), &size));
	CHECK(!record_size(SLICE(""), &size) && !record_size(SLICE("+1"), &size));
	CHECK(!record_size(SLICE("1 "), &size) && !record_size(SLICE("1e3"), &size));
}

void
test_record_decimal(char *file)
{
	(void)file;
	static const char *const refused[] = {"", "-", ".", "-.", "nan", "inf", "1e999", "0x10",
		"1.2.3", "--1", "+1", " 1", "1 ", "1,000", "2025-01-31"};
	double number;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		CHECK(!record_decimal(slice_of(refused[i]), &number));
	CHECK(!record_decimal(SLICE("1\0"), &number));
	CHECK(record_decimal(SLICE("11000"), &number) && number == 11000);
	CHECK(record_decimal(SLICE("-0.5"), &number) && number == -0.5);

	char digits[5000];
	memset(digits, '9', sizeof digits);
	CHECK(!record_decimal((struct slice){digits, sizeof digits}, &number));
	CHECK(!record_decimal((struct slice){digits, 350}, &number));
	CHECK(record_decimal((struct slice){digits, 300}, &number));
}

void
test_record_write(char *file)
{
	(void)file;
	struct buffer written = {0};
	record_begin(&written, RECORD_NUMBER, SLICE("a\\tb.html"));
	record_add_size(&written, 17);
	record_add(&written, SLICE("one\ttwo"));
	record_add_written(&written, SLICE("three\\n"));
	record_add(&written, (struct slice){NULL, 0});
	record_end(&written);
	SAME(buffer_slice(&written), SLICE("number\ta\\tb.html\t17\tone\\ttwo\tthree\\n\t\n"));
	for (enum record_type type = RECORD_DOC; type < RECORD_TYPES; type++) {
		buffer_clear(&written);
		record_begin(&written, type, SLICE("a"));
		CHECK(record_type_of(buffer_slice(&written)) == type);
		CHECK(slice_starts(buffer_slice(&written), slice_of(record_type_name(type))));
	}
	buffer_free(&written);
}
