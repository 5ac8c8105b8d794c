#include "head.h"

#include "byline.h"
#include "date.h"
#include "normal.h"
#include "outlet.h"
#include "person.h"
#include "utf8.h"

enum {
	HEAD_LINES = 12,  /* lines at the top among which title, byline and date stand */
	BELOW_TITLE = 6,  /* of them, below the title */
	KICKER_WORDS = 4, /* words of the longest kicker */
	LABEL_WORDS = 2,  /* and of the longest label above a headline */
	HEADLINE = 3,     /* words of the shortest headline below labels */
	OUTLET_WORDS = 4, /* and of the longest outlet's name above a headline */
	AHEAD = 5,        /* lines below a standfirst among which the byline stands */
	DATELINE = 100,   /* bytes of the longest dateline */
	CREDIT = 60,      /* bytes of the longest line of agencies */
	LABEL = 40,       /* and of the longest label */
	DATE_WORDS = 12   /* words of a line that tells the date */
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

/* Whether a line is no more than numbers and marks: a counter, the time on a phone. */
static bool
is_wordless(const struct line *line)
{
	return line->text.len < LABEL && person_look(line->text).letters == 0;
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
	return line->drop || is_wordless(line) || is_label(line, others ? LABEL_WORDS : 1);
}

/* Drops the labels and counters that a headline stands below; where they end. */
static size_t
drop_labels(struct sheet *sheet, size_t at)
{
	struct line *lines = sheet->lines;
	size_t end = at, longest = 0;
	while (end < sheet->count && end < at + HEAD_LINES && stands_above(sheet, end)) {
		if (!lines[end].drop && lines[end].text.len > longest)
			longest = lines[end].text.len;
		end++;
	}
	if (end == at || end >= sheet->count || !line_is_title_like(&lines[end]) ||
		lines[end].looks.words < HEADLINE || lines[end].text.len < 2 * longest ||
		line_is_sentence(&lines[end]) || byline_in_line(lines[end].text, false))
		return at;
	for (size_t i = at; i < end; i++)
		lines[i].drop = true;
	return end;
}

/* The first line that is kept and more than a date. */
static size_t
first_words(const struct sheet *sheet)
{
	size_t at = sheet_kept(sheet, 0);
	while (at < sheet->count && sheet->lines[at].looks.digits &&
		byline_without_date(sheet->lines[at].text).len == 0)
		at = sheet_kept(sheet, at + 1);
	return at;
}

void
head_find_title(struct sheet *sheet, struct document *document)
{
	size_t at = first_words(sheet);
	if (at < sheet->count && at <= HEAD_LINES)
		at = drop_labels(sheet, at);
	size_t next = sheet_kept(sheet, at + 1);
	if (next >= sheet->count || at > 2 * HEAD_LINES)
		return;
	struct line *lines = sheet->lines;
	size_t behind = sheet_kept(sheet, next + 1);
	if (behind < sheet->count && is_outlet_above(sheet, &lines[at], &lines[next]) &&
		!begins_text(&lines[next], &lines[behind])) {
		document->outlet = lines[at].text;
		lines[at].drop = true;
		if (slice_equal(lines[at].text, lines[next].text)) {
			lines[next].drop = true;
			next = behind;
		}
		at = next;
		next = sheet_kept(sheet, next + 1);
		behind = sheet_kept(sheet, next + 1);
	}
	if (next >= sheet->count)
		return;
	if (behind < sheet->count && is_kicker(&lines[at], &lines[next]) &&
		!byline_in_line(lines[next].text, false) &&
		!begins_text(&lines[next], &lines[behind])) {
		lines[at].role = ROLE_HEADING;
		at = next;
		next = behind;
	}
	if (!line_is_title_like(&lines[at]) || begins_text(&lines[at], &lines[next]))
		return;
	lines[at].role = ROLE_TITLE;
	sheet->title = at;
	document->title = lines[at].text;
}

static void
take_date(struct document *document, struct slice text)
{
	struct slice date = document->date.len ? SLICE("") : date_in_text(text);
	if (date.len)
		document->date = arena_copy(&document->arena, date);
}

static void
take_byline(struct document *document, struct line *line)
{
	struct byline byline = byline_read(line->text, &document->arena);
	line->role = ROLE_BYLINE;
	line->drop = false;
	document->byline = byline.names;
	if (!document->outlet.len)
		document->outlet = byline.outlet;
}

/* "BBC News, Reporting from Lindmark", "Harl Gazette | May 3": what names an outlet in front of
 * the first mark; empty where that does not. */
static struct slice
outlet_in_front(struct slice line)
{
	size_t end = 0;
	while (end < line.len && line.data[end] != ',' && line.data[end] != '|')
		end++;
	struct slice front = trim(slice_cut(line, 0, end));
	return outlet_is_name(front) ? front : SLICE("");
}

/* A line below the title, or above it. */
static void
read_line(struct line *line, bool below_title, struct document *document)
{
	struct slice text = line->text;
	bool credit = !line->drop || line->match.kind == FURNITURE_CREDIT ||
		      line->match.kind == FURNITURE_SOURCE ||
		      line->match.kind == FURNITURE_TIME;
	if (credit && !document->byline.len && byline_in_line(text, below_title)) {
		take_byline(document, line);
	} else if (line->drop) {
		return;
	} else if (below_title && line->looks.words < 6 && byline_leads(text) &&
		   outlet_is_name(text)) {
		line->role = ROLE_BYLINE;
	} else if (below_title && !document->outlet.len && line->looks.rubric &&
		   outlet_is_name(text)) {
		struct slice front = outlet_in_front(text);
		document->outlet = front.len ? front : text;
		line->drop = true;
	} else if (below_title && is_wordless(line) && !date_is_all(text) &&
		   !date_is_time(text)) {
		line->drop = true; /* how often it was read, and the like */
	} else if (line->looks.digits && date_is_all(text)) {
		line->role = ROLE_DATELINE;
		if (below_title && !document->outlet.len)
			document->outlet = outlet_in_front(text);
	}
}

/* Whether a sentence is a standfirst: the byline or the date stands below it, no other sentence
 * in between. */
static bool
is_standfirst(const struct sheet *sheet, size_t i)
{
	for (size_t k = i + 1; k < sheet->count && k <= i + AHEAD; k++) {
		const struct line *line = &sheet->lines[k];
		if (line->text.len > SHEET_LONG || line_is_sentence(line))
			return false;
		if (byline_in_line(line->text, false) || date_is_all(line->text))
			return true;
	}
	return false;
}

/* The lines above the report; which line it begins with. */
static size_t
read_above(struct sheet *sheet, struct document *document)
{
	bool titled = sheet->title < sheet->count;
	size_t i = 0;
	for (size_t seen = 0; i < sheet->count && seen < HEAD_LINES; i++) {
		struct line *line = &sheet->lines[i];
		if (line->text.len > SHEET_LONG || (titled && i > sheet->title + BELOW_TITLE))
			break;
		bool sentence = line_is_sentence(line) &&
				!(line->looks.digits && date_is_all(line->text));
		bool told =
			line->match.kind == FURNITURE_TIME || line->looks.words < DATE_WORDS;
		if (told && line->looks.digits && !sentence && i != sheet->title)
			take_date(document, line->text);
		if (i == sheet->title)
			continue;
		bool standfirst =
			sentence && titled && i == sheet->title + 1 && is_standfirst(sheet, i);
		if (!line->drop && sentence && !standfirst)
			break;
		seen += !line->drop;
		if (!standfirst)
			read_line(line, titled && i > sheet->title, document);
	}
	return i;
}

static bool
is_dash(struct slice text, size_t at)
{
	text = slice_cut(text, at, text.len);
	return slice_starts(text, SLICE("-")) || slice_starts(text, SLICE("–")) ||
	       slice_starts(text, SLICE("—"));
}

/* Where a dateline at the text's beginning ends: in front of its dash, or behind its bracket; 0
 * where there is none. */
static size_t
end_of_dateline(struct slice text)
{
	size_t end = text.len < DATELINE ? text.len : DATELINE;
	for (size_t at = 1; at + 1 < end; at++) {
		char c = text.data[at];
		if (c == ')')
			return at + 1;
		if ((c == ' ' || c == '.') && is_dash(text, at + 1))
			return at;
	}
	return 0;
}

/* "LINDAU, 12 March 2024 (AFP) - The bridge …": when and for whom, where nothing else says so.
 */
static void
read_dateline(const struct line *line, struct document *document)
{
	struct slice dateline = slice_cut(line->text, 0, end_of_dateline(line->text));
	take_date(document, dateline);
	const char *open = dateline.len ? memchr(dateline.data, '(', dateline.len) : NULL;
	const char *close = dateline.len ? memchr(dateline.data, ')', dateline.len) : NULL;
	if (!open || !close || close < open || document->outlet.len)
		return;
	struct slice inside = slice_cut(
		dateline, (size_t)(open - dateline.data) + 1, (size_t)(close - dateline.data));
	if (outlet_is_name(inside))
		document->outlet = inside;
}

static bool
is_around_credit(char c)
{
	return c == '-' || c == '(' || c == ')' || c == ' ' || c == '[' || c == ']' || c == '*';
}

/* The agencies alone that a line such as "(AFP)", "- AFP, Reuters", "dpa/epd" credits; empty
 * where it says anything else. */
static struct slice
agencies_in(struct slice text)
{
	static const char *const dashes[] = {"—", "–"};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (slice_starts(text, slice_of(dashes[i])))
			text = slice_cut(text, strlen(dashes[i]), text.len);
	while (text.len && is_around_credit(text.data[0]))
		text = slice_cut(text, 1, text.len);
	while (text.len && is_around_credit(text.data[text.len - 1]))
		text = slice_cut(text, 0, text.len - 1);
	return outlet_are_agencies(text) ? text : SLICE("");
}

/* "- AFP, Reuters" at the end. A line that is dropped for what it says may be such a one. */
static void
read_last(struct sheet *sheet, size_t first, struct document *document)
{
	for (size_t i = sheet->count; i-- > first + 1;) {
		struct line *line = &sheet->lines[i];
		struct slice agencies = SLICE("");
		if (line->text.len <= CREDIT)
			agencies = agencies_in(line->text);
		if (agencies.len) {
			line->role = ROLE_BYLINE;
			line->drop = false;
			if (!document->outlet.len)
				document->outlet = agencies;
		}
		if (agencies.len || !line->drop)
			return;
	}
}

void
head_read(struct sheet *sheet, struct document *document)
{
	size_t first = sheet_kept(sheet, read_above(sheet, document));
	if (first < sheet->count && (!document->date.len || !document->outlet.len))
		read_dateline(&sheet->lines[first], document);
	read_last(sheet, first, document);
}
