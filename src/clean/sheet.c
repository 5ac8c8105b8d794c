#include "sheet.h"

#include <stdlib.h>

#include "memory.h"
#include "normal.h"

enum {
	TITLE = 200 /* bytes a title may have */
};

void
sheet_look(struct line *line, struct slice text, struct furniture_book *book)
{
	line->text = text;
	line->match = (struct furniture_match){0};
	if (text.len > SHEET_LONG) {
		line->looks = line_looks(slice_cut(text, 0, 8));
		line->looks.words = 50;
		line->looks.stops = true;
		line->looks.sentences = 2;
		return;
	}
	struct folded folded;
	folded_read(&folded, text);
	line->looks = line_looks_folded(&folded);
	line->match = furniture_find_folded(book, &folded);
}

static void
add_line(struct sheet *sheet, struct slice text, size_t number, bool gap,
	struct furniture_book *book)
{
	sheet->lines = memory_reserve(
		sheet->lines, &sheet->capacity, sheet->count + 1, sizeof *sheet->lines);
	struct line *line = &sheet->lines[sheet->count++];
	*line = (struct line){.number = number, .gap = gap, .role = ROLE_BODY};
	sheet_look(line, text, book);
}

void
sheet_read(struct sheet *sheet, struct slice text, struct furniture_book *book)
{
	bool gap = true;
	sheet->count = 0;
	for (size_t number = 1; text.len > 0; number++) {
		const char *lf = memchr(text.data, '\n', text.len);
		size_t len = lf ? (size_t)(lf - text.data) : text.len;
		struct slice line = trim(slice_cut(text, 0, len));
		if (line.len > 0)
			add_line(sheet, line, number, gap, book);
		gap = line.len == 0;
		text = slice_cut(text, lf ? len + 1 : len, text.len);
	}
	sheet->title = sheet->count;
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
line_is_title_like(const struct line *line)
{
	return line->text.len <= TITLE && line->looks.words > 1 && line->looks.rubric &&
	       !line->looks.item && !line->looks.colon &&
	       (!line->looks.stops || line->looks.trails_off || line->looks.sentences == 1);
}

void
sheet_free(struct sheet *sheet)
{
	free(sheet->lines);
	*sheet = (struct sheet){0};
}
