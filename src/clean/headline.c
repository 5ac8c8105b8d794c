#include "headline.h"

#include "byline.h"
#include "date.h"
#include "outlet.h"
#include "pagetop.h"
#include "utf8.h"

enum {
	KICKER_WORDS = 4, /* words of the longest kicker */
	LABEL_WORDS = 2,  /* and of the longest label above a headline */
	HEADLINE = 3,     /* words of the shortest headline below labels */
	OUTLET_WORDS = 4, /* and of the longest outlet's name above a headline */
	LABEL = 40        /* bytes of the longest label */
};

/* "TARN VALLEY", and nothing in small letters. */
static bool
is_in_capitals(struct slice text)
{
	size_t capitals = 0;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		if (utf8_is_lower(c))
			return false;
		capitals += utf8_is_upper(c);
	}
	return capitals > 1;
}

/*
 * Whether a line is a kicker, which names the matter above the headline: "FLOODS IN THE TARN
 * VALLEY", "Tarn floods:".
 */
static bool
is_kicker(const struct line *line, const struct line *next)
{
	if (line->looks.words > KICKER_WORDS || line->text.len >= next->text.len ||
		!line_is_title_like(next) || next->looks.words <= line->looks.words ||
		next->looks.words < KICKER_WORDS || is_in_capitals(next->text))
		return false;
	return line->looks.colon || (is_in_capitals(line->text) && !line->looks.stops);
}

/* Whether the line could as well be the report's first. */
static bool
begins_text(const struct line *line, const struct line *next)
{
	return line->looks.stops && !line->looks.trails_off && !next->gap &&
	       line->text.data[line->text.len - 1] == '.';
}

/* Whether a notice of rights names somebody: "© 2024 Harl Gazette. All rights reserved." */
static bool
holds_rights(const struct sheet *sheet, struct slice name)
{
	for (size_t i = sheet->count; i-- > 0 && sheet->lines[i].drop;) {
		struct slice text = sheet->lines[i].text;
		for (size_t at = 0; text.len <= SHEET_LONG && at + name.len <= text.len; at++)
			if (slice_starts(slice_cut(text, at, text.len), name))
				return true;
	}
	return false;
}

/* Whether the first line is the outlet's name, and the headline stands below it. */
static bool
is_outlet_above(const struct sheet *sheet, const struct line *line, const struct line *next)
{
	if (slice_equal(line->text, next->text))
		return true;
	return line->looks.words <= OUTLET_WORDS && !line->looks.stops &&
	       line_is_title_like(next) && next->looks.words > line->looks.words &&
	       next->text.len > 2 * line->text.len &&
	       (outlet_is_name(line->text) || holds_rights(sheet, line->text));
}

/* Whether a line may be the label of a section, which no table names: "Maritime". */
static bool
is_label(const struct line *line, size_t words)
{
	return line->looks.words <= words && !line->looks.stops && !line->looks.colon &&
	       !line->looks.quotes && line->text.len < LABEL && !is_in_capitals(line->text) &&
	       !outlet_is_name(line->text);
}

/* Whether the line at a place is dropped or above a headline: a counter or a label. The first
 * one may have two words only where another one stands below it. */
static bool
stands_above(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	bool others =
		i > 0 || (i + 1 < sheet->count && (line[1].drop || is_label(line + 1, 1)));
	return line->drop || line_is_wordless(line) || is_label(line, others ? LABEL_WORDS : 1);
}

/* Drops the labels and counters that a headline stands below; where they end. */
static size_t
drop_labels(struct sheet *sheet, size_t at)
{
	struct line *lines = sheet->lines;
	size_t end = at, longest = 0;
	while (end < sheet->count && end < at + SHEET_HEAD && stands_above(sheet, end)) {
		if (!lines[end].drop && lines[end].text.len > longest)
			longest = lines[end].text.len;
		end++;
	}
	if (end == at || end >= sheet->count || !line_is_title_like(&lines[end]) ||
		lines[end].looks.words < HEADLINE || lines[end].text.len < 2 * longest ||
		line_is_sentence(&lines[end]) || byline_in_line(lines[end].text, false) ||
		date_is_all(lines[end].text))
		return at;
	for (size_t i = at; i < end; i++)
		lines[i].drop = true;
	return end;
}

/* Takes the outlet's name that the headline stands below; where to look for that. */
static size_t
take_outlet(struct sheet *sheet, size_t at, struct document *document)
{
	struct line *lines = sheet->lines;
	size_t next = sheet_kept(sheet, at + 1), behind = sheet_kept(sheet, next + 1);
	if (behind >= sheet->count || !is_outlet_above(sheet, &lines[at], &lines[next]) ||
		begins_text(&lines[next], &lines[behind]))
		return at;
	document->outlet = lines[at].text;
	lines[at].drop = true;
	if (!slice_equal(lines[at].text, lines[next].text))
		return next;
	lines[next].drop = true;
	return behind;
}

/* Makes a kicker a heading; the line below it, or the same where it is none. */
static size_t
take_kicker(struct sheet *sheet, size_t at)
{
	struct line *lines = sheet->lines;
	size_t next = sheet_kept(sheet, at + 1), behind = sheet_kept(sheet, next + 1);
	if (behind >= sheet->count || !is_kicker(&lines[at], &lines[next]) ||
		byline_in_line(lines[next].text, false) ||
		begins_text(&lines[next], &lines[behind]))
		return at;
	lines[at].role = ROLE_HEADING;
	return next;
}

static void
take_title(struct sheet *sheet, size_t at, struct document *document)
{
	sheet->lines[at].role = ROLE_TITLE;
	sheet->title = at;
	document->title = sheet->lines[at].text;
}

void
headline_find(struct sheet *sheet, struct document *document)
{
	size_t at = pagetop_take(sheet, document);
	if (at < sheet->count) {
		take_title(sheet, at, document);
		return;
	}
	at = pagetop_first_words(sheet);
	if (at < sheet->count && at <= SHEET_HEAD)
		at = drop_labels(sheet, at);
	if (sheet_kept(sheet, at + 1) >= sheet->count || at > 2 * SHEET_HEAD)
		return;
	at = take_kicker(sheet, take_outlet(sheet, at, document));
	struct line *lines = sheet->lines;
	size_t next = sheet_kept(sheet, at + 1);
	if (next >= sheet->count || !line_is_title_like(&lines[at]) ||
		begins_text(&lines[at], &lines[next]))
		return;
	take_title(sheet, at, document);
}
