#include "record.h"

#include <stdint.h>
#include <stdlib.h>

#include "byteset.h"
#include "masks.h"
#include "octets.h"

enum {
	NAME_BYTES = 16 /* that the longest name and a TAB fit into */
};

/*
 * Of each type: its name, how many fields it must have and how many are known, and which of
 * them are whole numbers.
 */
static const struct {
	char name[NAME_BYTES];
	size_t len;
	size_t fields, known;
	size_t sizes[2];
} types[RECORD_TYPES] = {
	[RECORD_OTHER] = {"", 0, 0, RECORD_FIELDS, {0}},
	[RECORD_DOC] = {"doc", 3, 8, 8, {0}},
	[RECORD_TEXT] = {"text", 4, 5, 5, {TEXT_LINE}},
	[RECORD_SENTENCE] = {"sentence", 8, 6, 6, {SENTENCE_N, SENTENCE_LINE}},
	[RECORD_NUMBER] = {"number", 6, 12, 12, {NUMBER_N}},
	[RECORD_ATTRIBUTION] = {"attribution", 11, 11, RECORD_FIELDS, {ATTRIBUTION_N}},
	[RECORD_FIGURE] = {"figure", 6, 13, 13, {FIGURE_N}},
	[RECORD_QUOTATION] = {"quotation", 9, 10, 10, {QUOTATION_N}},
	[RECORD_REUSE] = {"reuse", 5, 9, 9, {REUSE_N_A, REUSE_N_B}},
	[RECORD_ORIGIN] = {"origin", 6, 6, 6, {0}},
	[RECORD_INDEPENDENT] = {"independent", 11, 7, 7, {0}},
};

const char *
record_type_name(enum record_type type)
{
	return types[type].name;
}

/* The type whose name begins with the letter; no two names have it in common. */
static enum record_type
type_of_letter(char letter)
{
	switch (letter) {
	case 'd':
		return RECORD_DOC;
	case 't':
		return RECORD_TEXT;
	case 's':
		return RECORD_SENTENCE;
	case 'n':
		return RECORD_NUMBER;
	case 'a':
		return RECORD_ATTRIBUTION;
	case 'f':
		return RECORD_FIGURE;
	case 'q':
		return RECORD_QUOTATION;
	case 'r':
		return RECORD_REUSE;
	case 'o':
		return RECORD_ORIGIN;
	case 'i':
		return RECORD_INDEPENDENT;
	}
	return RECORD_OTHER;
}

/* Whether two texts have the same first bytes, of which fewer than 16 are compared. */
static inline bool
same_start(const char *a, const char *b, size_t len)
{
	uint64_t first = octets_read(a) ^ octets_read(b);
	uint64_t second = octets_read(a + 8) ^ octets_read(b + 8);
	return len < 8 ? octets_first(first, len) == 0
		       : (first | octets_first(second, len - 8)) == 0;
}

enum record_type
record_type_of(struct slice line)
{
	enum record_type type = line.len > 0 ? type_of_letter(line.data[0]) : RECORD_OTHER;
	size_t len = types[type].len;
	if (line.len <= len || line.data[len] != '\t')
		return RECORD_OTHER;
	bool named = line.len >= NAME_BYTES ? same_start(line.data, types[type].name, len)
					    : memcmp(line.data, types[type].name, len) == 0;
	return named ? type : RECORD_OTHER;
}

/* The TABs among the first 64 bytes of a line, as bits, and whether there is a backslash. */
static uint64_t
first_tabs(struct slice line, bool *escaped)
{
	char copy[MASKS_BYTES] = {0};
	const char *block = line.data;
	if (line.len < MASKS_BYTES) {
		octets_copy(copy, line.data, line.len);
		block = copy;
	}
	*escaped = masks_equal(block, '\\') != 0;
	return masks_equal(block, '\t');
}

/* At so many TABs at most. Nearly all of them are among the first bytes of a line. */
static void
split(struct record *record, size_t most)
{
	static struct byteset marks;
	if (!marks.look)
		byteset_make(&marks, SLICE("\t\\"));
	struct slice line = record->line;
	const char *start = line.data;
	struct slice *field = record->field, *end = field + most;
	size_t at = 0;
	uint64_t places = first_tabs(line, &record->escaped);
	do {
		for (; places && field < end; places &= places - 1) {
			const char *mark = line.data + at + __builtin_ctzll(places);
			if (*mark != '\t') {
				record->escaped = true;
				continue;
			}
			*field++ = (struct slice){start, (size_t)(mark - start)};
			start = mark + 1;
		}
		at += BYTESET_STRETCH;
	} while (field < end && (places = byteset_find(&marks, line, &at)) != 0);
	if (field < record->field + RECORD_FIELDS)
		*field++ = (struct slice){start, (size_t)(line.data + line.len - start)};
	record->fields = (size_t)(field - record->field);
}

static const char *
fault(const struct record *record)
{
	if (record->fields < types[record->type].fields)
		return "too few fields";
	const size_t *sizes = types[record->type].sizes;
	for (size_t i = 0; i < 2 && sizes[i]; i++)
		if (!record_size(record->field[sizes[i]], &(size_t){0}))
			return "no whole number where one must be";
	return NULL;
}

void
record_parse(struct record *record, struct slice line, const char **why)
{
	record_parse_as(record, line, record_type_of(line), why);
}

static void
parse(struct record *record, struct slice line, enum record_type type, size_t most,
	const char **why)
{
	record->type = type;
	record->line = line;
	record->fields = 0;
	record->escaped = false;
	if (type != RECORD_OTHER)
		split(record, most);
	for (size_t i = record->fields; i < types[type].known; i++)
		record->field[i] = (struct slice){0};
	*why = type != RECORD_OTHER ? fault(record) : NULL;
	if (*why)
		record->type = RECORD_OTHER;
}

void
record_parse_as(
	struct record *record, struct slice line, enum record_type type, const char **why)
{
	parse(record, line, type, RECORD_FIELDS, why);
}

void
record_glance_as(
	struct record *record, struct slice line, enum record_type type, const char **why)
{
	size_t fields = types[type].fields;
	parse(record, line, type, fields > 0 ? fields - 1 : 0, why);
}

static char
unescaped(char letter)
{
	switch (letter) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case '\\':
		return '\\';
	}
	return 0;
}

struct slice
record_unescape(struct slice field, struct buffer *scratch)
{
	const char *backslash = field.len ? memchr(field.data, '\\', field.len) : NULL;
	if (!backslash)
		return field;
	const char *at = field.data, *end = at + field.len;
	buffer_clear(scratch);
	buffer_reserve(scratch, field.len);
	while (backslash) {
		buffer_add(scratch, (struct slice){at, (size_t)(backslash - at)});
		char byte = backslash + 1 < end ? unescaped(backslash[1]) : 0;
		buffer_add_byte(scratch, byte ? byte : '\\');
		at = backslash + (byte ? 2 : 1);
		backslash = at < end ? memchr(at, '\\', (size_t)(end - at)) : NULL;
	}
	buffer_add(scratch, (struct slice){at, (size_t)(end - at)});
	return buffer_slice(scratch);
}

bool
record_size(struct slice field, size_t *number)
{
	if (field.len == 0 || field.len > 15)
		return false;
	uint64_t value = 0;
	for (size_t i = 0; i < field.len; i++) {
		if (field.data[i] < '0' || field.data[i] > '9')
			return false;
		value = value * 10 + (uint64_t)(field.data[i] - '0');
	}
	*number = (size_t)value;
	return true;
}

bool
record_decimal(struct slice field, double *number)
{
	char digits[402];
	size_t at = 0, count = 0, points = 0;
	if (field.len == 0 || field.len >= sizeof digits)
		return false;
	if (field.data[at] == '-')
		at++;
	for (; at < field.len; at++) {
		if (field.data[at] >= '0' && field.data[at] <= '9')
			count++;
		else if (field.data[at] != '.' || points++)
			return false;
	}
	if (count == 0 || count > 400)
		return false;
	memcpy(digits, field.data, field.len);
	digits[field.len] = '\0';
	*number = strtod(digits, NULL);
	return *number <= 1e300 && *number >= -1e300;
}

static char
escape_letter(char byte)
{
	return byte == '\t' ? 't' : byte == '\n' ? 'n' : byte == '\r' ? 'r' : '\\';
}

void
record_escape(struct buffer *to, struct slice text)
{
	static struct byteset marks;
	if (!marks.look)
		byteset_make(&marks, SLICE("\t\n\r\\"));
	size_t start = 0, at = 0;
	for (uint64_t places; (places = byteset_find(&marks, text, &at)) != 0;
		at += BYTESET_STRETCH) {
		for (; places; places &= places - 1) {
			size_t mark = at + (size_t)__builtin_ctzll(places);
			buffer_add(to, slice_cut(text, start, mark));
			buffer_add_byte(to, '\\');
			buffer_add_byte(to, escape_letter(text.data[mark]));
			start = mark + 1;
		}
	}
	buffer_add(to, slice_cut(text, start, text.len));
}

void
record_begin(struct buffer *to, enum record_type type, struct slice id)
{
	buffer_add(to, (struct slice){types[type].name, types[type].len});
	record_add_written(to, id);
}

void
record_add(struct buffer *to, struct slice text)
{
	buffer_add_byte(to, '\t');
	record_escape(to, text);
}
