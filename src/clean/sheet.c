#include "sheet.h"

#include <stdlib.h>

#include "decode.h"
#include "memory.h"
#include "normal.h"
#include "octets.h"
#include "utf8.h"

enum {
	TITLE = 200,  /* bytes a title may have */
	WORDLESS = 40 /* and a counter */
};

void
line_set_text(struct line *line, struct slice text)
{
	line->text = text;
	line->first = text.len ? text.data[0] : '\0';
	line->ready = false;
}

/* Whether eight bytes are letters of ASCII and spaces, and the first is a capital. */
static bool
begin_sentence(uint64_t octets)
{
	const uint64_t highs = 0x8080808080808080u, lows = ~highs, spaces = highs >> 2;
	uint64_t others = octets ^ spaces;
	others = ((others & lows) + lows) | others; /* the highest bits of those not 0 */
	char first = (char)(octets & 0xff);
	return (others & octets_others(octets) & highs) == 0 && first >= 'A' && first <= 'Z';
}

/* Of a long line only the beginning is looked at: it is text, whatever it looks like. */
static struct looks
looks_of_long(struct slice text)
{
	struct looks looks = {.rubric = true};
	if (!begin_sentence(octets_read(text.data)))
		looks = line_looks(slice_cut(text, 0, 8));
	looks.words = 50;
	looks.stops = true;
	looks.sentences = 2;
	return looks;
}

void
sheet_look(struct line *line, struct slice text, struct furniture_book *book)
{
	line_set_text(line, text);
	line->match = (struct furniture_match){0};
	if (text.len > SHEET_LONG) {
		line->looks = looks_of_long(text);
		return;
	}
	struct folded folded;
	folded_read(&folded, text);
	line->looks = line_looks_folded(&folded);
	line->match = furniture_find_folded(book, &folded);
}

static void
add_line(struct sheet *sheet, struct slice text, bool ready, struct furniture_book *book)
{
	sheet->lines = memory_reserve(
		sheet->lines, &sheet->capacity, sheet->count + 1, sizeof *sheet->lines);
	struct line *line = &sheet->lines[sheet->count++];
	*line = (struct line){
		.number = sheet->lines_read, .gap = sheet->gap, .role = ROLE_BODY};
	sheet_look(line, text, book);
	line->ready = ready;
}

void
sheet_restart(struct sheet *sheet)
{
	sheet->count = sheet->title = sheet->read = 0;
	sheet->lines_read = sheet->above.lines;
	sheet->gap = sheet->above.gap;
}

void
sheet_clear(struct sheet *sheet)
{
	*sheet = (struct sheet){.lines = sheet->lines,
		.capacity = sheet->capacity,
		.begins = true,
		.ends = true,
		.above.gap = true};
	sheet_restart(sheet);
}

void
sheet_go_on(struct sheet *sheet)
{
	sheet->begins = false;
	sheet->above.lines = sheet->lines_read;
	sheet->above.gap = sheet->gap;
	sheet->above.titled = sheet_is_titled(sheet);
	sheet_restart(sheet);
}

bool
sheet_is_titled(const struct sheet *sheet)
{
	return sheet->above.titled || sheet->title < sheet->count;
}

bool
sheet_is_below_title(const struct sheet *sheet, size_t i)
{
	return sheet->above.titled || (sheet->title < sheet->count && i > sheet->title);
}

/* The text's first line, without white space at its ends. `*end`: where it ends in the text;
 * `*ready`: it can be copied into a record as it is. Most are found so at a single look. */
static struct slice
first_line(struct slice text, size_t *end, bool *ready)
{
	bool backslashes;
	size_t plain = normal_plain_length(text, &backslashes);
	const char *lf = text.data + plain;
	if (plain == text.len || *lf != '\n')
		lf = memchr(lf, '\n', text.len - plain);
	*end = lf ? (size_t)(lf - text.data) : text.len;
	struct slice line = slice_cut(text, 0, *end);
	if (plain < *end || text.data[*end - 1] == ' ')
		line = trim(line);
	*ready = line.data == text.data && line.len <= plain && !backslashes;
	return line;
}

/* Makes room for the lines of a large text at once. */
static void
make_room(struct sheet *sheet, size_t bytes)
{
	enum {
		LARGE = 512 * 1024,
		LINE = 128 /* bytes of most, with the empty ones between them, or more */
	};
	size_t wanted = bytes / LINE;
	if (bytes < LARGE || wanted <= sheet->capacity || sheet->count > 0)
		return;
	free(sheet->lines);
	sheet->lines = memory_new_wide(wanted * sizeof *sheet->lines);
	sheet->capacity = wanted;
}

bool
sheet_read(struct sheet *sheet, struct slice text, bool known, struct furniture_book *book)
{
	make_room(sheet, text.len);
	while (sheet->read < text.len) {
		size_t end;
		bool ready;
		struct slice rest = slice_cut(text, sheet->read, text.len);
		if (*rest.data == '\n') {
			sheet->gap = true;
			sheet->lines_read++;
			sheet->read++;
			continue;
		}
		__builtin_prefetch(rest.data + 1024);
		__builtin_prefetch(rest.data + 1088);
		__builtin_prefetch(rest.data + 1152);
		struct slice line = first_line(rest, &end, &ready);
		if (!ready && !known && !decode_is_utf8(slice_cut(rest, 0, end)))
			return false;
		sheet->lines_read++;
		if (line.len > 0)
			add_line(sheet, line, ready, book);
		sheet->gap = line.len == 0;
		sheet->read += end < rest.len ? end + 1 : end;
	}
	sheet->title = sheet->count;
	return true;
}

size_t
sheet_kept(const struct sheet *sheet, size_t i)
{
	while (i < sheet->count && sheet->lines[i].drop)
		i++;
	return i;
}

bool
line_is_sentence(const struct line *line)
{
	return line->looks.stops && !line->looks.trails_off && line->looks.words > 3;
}

bool
line_is_brief(const struct line *line)
{
	return line->looks.stops && !line->looks.trails_off && line->looks.words > 1 &&
	       line->text.data[line->text.len - 1] != '!';
}

bool
line_is_title_like(const struct line *line)
{
	return line->text.len <= TITLE && line->looks.words > 1 && line->looks.rubric &&
	       !line->looks.item && !line->looks.colon &&
	       (!line->looks.stops || line->looks.trails_off || line->looks.sentences == 1);
}

static bool
has_letter(struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len)
		if (utf8_is_letter(utf8_decode(text, at, &len)))
			return true;
	return false;
}

bool
line_is_wordless(const struct line *line)
{
	return line->text.len < WORDLESS && !has_letter(line->text);
}

void
sheet_free(struct sheet *sheet)
{
	free(sheet->lines);
	*sheet = (struct sheet){0};
}
