#include "head.h"

#include "byline.h"
#include "date.h"
#include "dateline.h"
#include "normal.h"
#include "outlet.h"

enum {
	BELOW_TITLE = 14, /* lines below the title among which byline and date stand */
	NEAR_TITLE = 6,   /* and among which the outlet does */
	LABEL_WORDS = 3,  /* of the longest label there */
	LABEL = 40,       /* and its bytes */
	AHEAD = 5,        /* lines below a standfirst among which the byline stands */
	CREDIT = 60,      /* bytes of the longest line of agencies */
	DATE_WORDS = 12   /* words of a line that tells the date */
};

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

/* Whether a line below the title is a button that no table names, or what the writer is:
 * "Listen • 4 min", "Transport correspondent". */
static bool
is_label(const struct line *line)
{
	return line->looks.words <= LABEL_WORDS && line->text.len <= LABEL &&
	       !line->looks.stops && !line->looks.quotes && !line->looks.colon &&
	       !line->looks.item && line->role == ROLE_BODY;
}

/* Where a line of the head stands. */
struct place {
	bool below; /* the title */
	bool near;  /* not far below it */
	bool after; /* byline, date or buttons, with the title above them */
};

static void
read_line(struct line *line, const struct place *place, struct document *document)
{
	bool below_title = place->below;
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
	} else if (place->near && !document->outlet.len && line->looks.rubric &&
		   outlet_is_name(text)) {
		struct slice front = outlet_in_front(text);
		document->outlet = front.len ? front : text;
		line->drop = true;
	} else if (below_title && line_is_wordless(line) && !date_is_all(text) &&
		   !date_is_time(text)) {
		line->drop = true; /* how often it was read, and the like */
	} else if (line->looks.digits && date_is_all(text)) {
		line->role = ROLE_DATELINE;
		if (below_title && !document->outlet.len)
			document->outlet = outlet_in_front(text);
	} else if (place->after && is_label(line) && !byline_leads(text)) {
		line->drop = true;
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
	struct place place = {0};
	for (size_t seen = 0; i < sheet->count && seen < SHEET_HEAD; i++) {
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
		place.below = titled && i > sheet->title;
		place.near = place.below && i <= sheet->title + NEAR_TITLE;
		if (!standfirst)
			read_line(line, &place, document);
		place.after =
			place.below && (place.after || line->drop || line->role != ROLE_BODY);
	}
	return i;
}

/* When and for whom, where nothing above says so. */
static void
read_dateline(const struct line *line, struct document *document)
{
	struct slice dateline = dateline_in_front(line->text);
	take_date(document, dateline);
	if (!document->outlet.len)
		document->outlet = dateline_outlet(dateline);
}

static bool
is_around_credit(char c)
{
	return c == '-' || c == '/' || c == '(' || c == ')' || c == ' ' || c == '[' ||
	       c == ']' || c == '*';
}

/* "dpa" of "dpa/lom". */
static struct slice
without_initials(struct slice text)
{
	enum {
		LETTERS = 4 /* of the longest initials */
	};
	size_t at = text.len;
	while (at > 0 && text.data[at - 1] >= 'a' && text.data[at - 1] <= 'z')
		at--;
	bool initials = at > 1 && text.data[at - 1] == '/' && text.len - at <= LETTERS;
	return initials && !outlet_are_agencies(slice_cut(text, at, text.len))
		       ? slice_cut(text, 0, at - 1)
		       : text;
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
	text = without_initials(text);
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
	size_t first = 0;
	if (sheet->begins) {
		first = sheet_kept(sheet, read_above(sheet, document));
		if (first < sheet->count && (!document->date.len || !document->outlet.len))
			read_dateline(&sheet->lines[first], document);
	}
	if (sheet->ends)
		read_last(sheet, first, document);
}
