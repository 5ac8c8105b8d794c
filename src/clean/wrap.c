#include "wrap.h"

#include "map.h"
#include "utf8.h"

enum {
	NARROW = 36,   /* bytes of the narrowest lines that are broken ones */
	WIDE = 110,    /* of the widest */
	BREAKS = 3,    /* within a sentence, that tell a broken text */
	SHARE = 3,     /* of its lines one in so many ends within a sentence */
	RAGGED = 3,    /* bytes that a line may be narrower than it need be */
	FURNITURE = 90 /* bytes of the longest line that heads a page */
};

/* Whether a line goes on in the next one, as far as their looks tell: it does not end a
 * sentence, and that one begins in lower case. */
static bool
breaks_sentence(const struct line *line, const struct line *next)
{
	size_t len;
	return !next->gap && line->text.len >= NARROW && line->text.len <= WIDE &&
	       !line->looks.stops && !line->looks.colon && !line->looks.item &&
	       !next->looks.item && utf8_is_lower(utf8_decode(next->text, 0, &len));
}

static bool
is_wrapped(const struct sheet *sheet)
{
	size_t breaks = 0;
	for (size_t i = 0; i + 1 < sheet->count; i++) {
		if (sheet->lines[i].text.len > WIDE)
			return false;
		breaks += breaks_sentence(&sheet->lines[i], &sheet->lines[i + 1]);
	}
	return breaks >= BREAKS && breaks * SHARE >= sheet->count / 2;
}

/* The width that the lines have: that of most that break a sentence has room below it. */
static size_t
width_of(const struct sheet *sheet)
{
	size_t counts[WIDE + 1] = {0}, all = 0, seen = 0, width = 0;
	for (size_t i = 0; i + 1 < sheet->count; i++)
		if (breaks_sentence(&sheet->lines[i], &sheet->lines[i + 1])) {
			counts[sheet->lines[i].text.len]++;
			all++;
		}
	for (; width < WIDE && seen * 10 < all * 8; width++)
		seen += counts[width];
	return width - 1;
}

static size_t
first_word(struct slice text)
{
	size_t len = 0;
	while (len < text.len && text.data[len] != ' ')
		len++;
	return len;
}

/* Whether the next line's first word had no room, so that the paragraph goes on there. */
static bool
goes_on(const struct line *line, const struct line *next, size_t width)
{
	if (next->gap || line->looks.item || next->looks.item || line->match.whole ||
		next->match.whole || line->text.len > width + width / 4)
		return false;
	return line->text.len + 1 + first_word(next->text) + RAGGED > width ||
	       breaks_sentence(line, next);
}

/* Where the paragraph ends that begins with a line: behind its last. */
static size_t
end_of_paragraph(const struct sheet *sheet, size_t i, size_t width)
{
	size_t end = i + 1;
	while (end < sheet->count && goes_on(&sheet->lines[end - 1], &sheet->lines[end], width))
		end++;
	return end;
}

static bool
is_divided(struct slice text, struct slice next)
{
	size_t len;
	return text.len > 2 && slice_ends(text, SLICE("-")) && text.data[text.len - 2] != '-' &&
	       text.data[text.len - 2] != ' ' && utf8_is_lower(utf8_decode(next, 0, &len));
}

static struct slice
join(const struct sheet *sheet, size_t from, size_t to, struct arena *arena)
{
	struct buffer text = {0};
	for (size_t i = from; i < to; i++) {
		struct slice line = sheet->lines[i].text;
		bool divided = i + 1 < to && is_divided(line, sheet->lines[i + 1].text);
		buffer_add(&text, slice_cut(line, 0, line.len - divided));
		if (i + 1 < to && !divided)
			buffer_add_byte(&text, ' ');
	}
	struct slice joined = arena_copy(arena, buffer_slice(&text));
	buffer_free(&text);
	return joined;
}

/* A line's text with its numbers as one digit, so that "Page 4" and "Page 5" are the same. */
static struct slice
without_numbers(struct slice text, struct arena *arena)
{
	struct buffer same = {0};
	for (size_t i = 0; i < text.len; i++) {
		bool digit = text.data[i] >= '0' && text.data[i] <= '9';
		if (!digit)
			buffer_add_byte(&same, text.data[i]);
		else if (same.len == 0 || same.data[same.len - 1] != '9')
			buffer_add_byte(&same, '9');
	}
	struct slice copy = arena_copy(arena, buffer_slice(&same));
	buffer_free(&same);
	return copy;
}

/* A line that stands alone, such as head and end pages. */
static bool
may_head_page(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	bool gap_behind = i + 1 == sheet->count || sheet->lines[i + 1].gap;
	return line->looks.digits && line->gap && gap_behind && !line->looks.stops &&
	       line->text.len <= FURNITURE;
}

static void
drop_page_heads(struct sheet *sheet, struct arena *arena)
{
	struct map counts = {0};
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < sheet->count; i++) {
			if (!may_head_page(sheet, i))
				continue;
			struct slice same = without_numbers(sheet->lines[i].text, arena);
			if (pass == 0)
				++*map_add(&counts, same, 0, NULL);
			else
				sheet->lines[i].drop =
					*map_find(&counts, same) > 1 || slice_is(same, "9");
		}
	map_free(&counts);
}

void
wrap_undo(struct sheet *sheet, struct arena *arena, struct furniture_book *book)
{
	if (!is_wrapped(sheet))
		return;
	size_t width = width_of(sheet), count = 0;
	drop_page_heads(sheet, arena);
	for (size_t i = 0, end; i < sheet->count; i = end) {
		end = end_of_paragraph(sheet, i, width);
		struct slice text = end - i > 1 ? join(sheet, i, end, arena) : SLICE("");
		if (line_looks(text).sentences == 0) { /* a headline and what is below it */
			while (i < end)
				sheet->lines[count++] = sheet->lines[i++];
			continue;
		}
		sheet->lines[count] = sheet->lines[i];
		sheet_look(&sheet->lines[count++], text, book);
	}
	sheet->count = sheet->title = count;
}
