#include "step_line.h"

#include "error.h"
#include "record.h"
#include "sketch.h"

enum {
	NUMBER_DIGITS = 15, /* record_size() takes no longer numbers */
	KEY_DIGITS = SKETCH_KEY_BITS / 4,
	WHOLE_MARK = 'w',
};

void
step_lines_begin(struct step_lines *lines, char *const *files, const char *step, size_t fields)
{
	*lines = (struct step_lines){.step = step, .fields = fields};
	input_begin(&lines->input, files);
}

/* Cuts the line at its TABs; false where it has not as many fields as it must. */
static bool
split(struct step_lines *lines)
{
	const char *at = lines->line.data, *end = at + lines->line.len;
	for (size_t i = 0; i < lines->fields; i++) {
		const char *tab = at < end ? memchr(at, '\t', (size_t)(end - at)) : NULL;
		if ((tab == NULL) != (i + 1 == lines->fields))
			return false;
		const char *stop = tab ? tab : end;
		lines->field[i] = (struct slice){at, (size_t)(stop - at)};
		at = stop + 1;
	}
	return true;
}

void
step_lines_refuse(const struct step_lines *lines)
{
	warn("line %zu: not a line of compare --%s", lines->count, lines->step);
}

bool
step_lines_next(struct step_lines *lines)
{
	while (input_line(&lines->input, &lines->line)) {
		lines->count++;
		int order = lines->count == 1
				    ? 1
				    : slice_compare(lines->line, buffer_slice(&lines->before));
		if (order == 0)
			continue;
		if (order < 0)
			die("line %zu: the lines are not sorted (LC_ALL=C sort)", lines->count);
		buffer_clear(&lines->before);
		buffer_add(&lines->before, lines->line);
		if (split(lines))
			return true;
		step_lines_refuse(lines);
	}
	return false;
}

void
step_lines_end(struct step_lines *lines)
{
	input_end(&lines->input);
	buffer_free(&lines->before);
}

void
step_add_key(struct buffer *to, uint64_t key, bool whole)
{
	if (whole)
		buffer_add_byte(to, WHOLE_MARK);
	for (int digit = KEY_DIGITS; digit-- > 0;)
		buffer_add_byte(to, "0123456789abcdef"[key >> 4 * digit & 15]);
}

static bool
is_digit_of(char byte, int base)
{
	return (byte >= '0' && byte <= '9') || (base == 16 && byte >= 'a' && byte <= 'f');
}

bool
step_key(struct slice field, bool *whole)
{
	*whole = field.len > 0 && field.data[0] == WHOLE_MARK;
	if (*whole)
		field = slice_cut(field, 1, field.len);
	for (size_t i = 0; i < field.len; i++)
		if (!is_digit_of(field.data[i], 16))
			return false;
	return field.len == KEY_DIGITS;
}

void
step_add_number(struct buffer *to, uint64_t number)
{
	char digits[NUMBER_DIGITS];
	for (size_t i = NUMBER_DIGITS; i-- > 0; number /= 10)
		digits[i] = (char)('0' + number % 10);
	record_add_written(to, (struct slice){digits, sizeof digits});
}

bool
step_number(struct slice field, uint64_t *number)
{
	size_t size;
	if (field.len != NUMBER_DIGITS || !record_size(field, &size))
		return false;
	*number = size;
	return true;
}

bool
step_stands_before(struct slice id, struct slice other)
{
	size_t len = id.len < other.len ? id.len : other.len;
	int order = len ? memcmp(id.data, other.data, len) : 0;
	if (order || id.len == other.len)
		return order < 0;
	/* the shorter one is followed by a TAB */
	return id.len < other.len ? (unsigned char)other.data[len] > '\t'
				  : (unsigned char)id.data[len] < '\t';
}
