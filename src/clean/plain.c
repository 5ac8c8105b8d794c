#include "plain.h"

#include "byline.h"
#include "export.h"
#include "head.h"
#include "headline.h"
#include "litter.h"
#include "markdown.h"
#include "strays.h"
#include "wire.h"
#include "wrap.h"

enum {
	HEADING = 90 /* bytes of the longest heading */
};

static bool
is_clock_time(struct slice text)
{
	size_t digits = 0, colons = 0;
	for (size_t i = 0; i < text.len; i++) {
		digits += text.data[i] >= '0' && text.data[i] <= '9';
		colons += text.data[i] == ':' || text.data[i] == '.';
	}
	return digits >= 3 && digits <= 6 && colons >= 1 && digits + colons == text.len;
}

static bool
names_holder(const struct line *line)
{
	for (size_t at = 1; at + 1 < line->text.len && !line->looks.stops; at++)
		if (line->text.data[at] == '\xc2' && line->text.data[at + 1] == '\xa9')
			return true;
	return false;
}

/* "The bridge on Monday. © Ana Ruiz": a caption; and the same without the name above it. */
static bool
is_caption(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i], *next = line + 1;
	bool again = i + 1 < sheet->count && line->looks.words > 2 &&
		     next->text.len > line->text.len && slice_starts(next->text, line->text);
	return names_holder(line) || (again && names_holder(next));
}

/* Whether the line stands over the text that follows. */
static bool
is_heading(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	/* "Source: the city council" is a statement, if a short one */
	if (line->looks.stops || line->looks.labelled || !line->looks.rubric ||
		line->text.len > HEADING || !sheet_is_below_title(sheet, i) ||
		i + 1 == sheet->count)
		return false;
	const struct line *next = line + 1;
	return !next->drop && next->looks.stops && next->text.len > line->text.len;
}

static enum role
role_of(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	if (line->role != ROLE_BODY)
		return line->role;
	if (line->looks.item)
		return ROLE_LIST;
	if (line->looks.quoted || byline_labels_quote(line->text))
		return ROLE_QUOTE;
	if (line->text.len > SHEET_LONG)
		return ROLE_BODY;
	if (line->looks.digits && line->looks.words == 1 && is_clock_time(line->text))
		return ROLE_DATELINE;
	if (line->looks.labelled && line->looks.words > 2 && byline_has_credit(line->text))
		return ROLE_CAPTION;
	if (is_caption(sheet, i))
		return ROLE_CAPTION;
	return is_heading(sheet, i) ? ROLE_HEADING : ROLE_BODY;
}

/* At the report's end stands who wrote it: "Ana Ruiz covers the coast." */
static void
drop_bio(struct sheet *sheet, struct slice byline)
{
	for (size_t i = byline.len ? sheet->count : 0; i-- > 0;) {
		struct line *line = &sheet->lines[i];
		if (line->drop || line->role != ROLE_BODY)
			continue;
		if (!byline_begins(byline, line->text) || line->looks.quotes)
			return;
		line->drop = true;
	}
}

void
plain_read(struct document *document, struct sheet *sheet, struct furniture_book *book)
{
	wrap_undo(sheet, &document->arena, book);
	bool titled = document->title.len > 0;
	export_read(sheet, document);
	markdown_read(sheet, document);
	litter_drop(sheet);
	wire_drop(sheet);
	if (sheet->begins && !titled && sheet->title == sheet->count)
		headline_find(sheet, document);
	litter_drop_around(sheet);
	strays_drop(sheet);
	head_read(sheet, document);
	if (sheet->ends)
		drop_bio(sheet, document->byline);
	document_make_room(document, sheet->count + 1);
	if (titled)
		document_add(document, ROLE_TITLE, 1, document->title);
	for (size_t i = 0; i < sheet->count; i++) {
		const struct line *line = &sheet->lines[i];
		if (i + 12 < sheet->count)
			__builtin_prefetch(sheet->lines[i + 12].text.data);
		enum role role = line->drop ? ROLE_JUNK : role_of(sheet, i);
		document_add(document, role, line->number, line->text)->ready = line->ready;
	}
}
