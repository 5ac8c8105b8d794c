#include "pagetop.h"

#include <string.h>

#include "byline.h"
#include "date.h"
#include "echo.h"
#include "likeness.h"
#include "outlet.h"

enum {
	LINES = 150,     /* that may stand above a report */
	HEADLINE = 3,    /* words of the shortest headline below them */
	LABEL_WORDS = 3, /* of the longest label of a menu */
	LABELS = 2,      /* so many between two lines tell that the upper one is no headline */
	HEARD = 2,       /* words of a headline that the report says again, at least */
	SURE = 4,        /* and so many leave no doubt */
	STOPPED = 2,     /* a stop at its end counts against it so much */
	SIGNED = 2,      /* as good as so many: byline or date stand below it */
	BELOW = 3,       /* lines, among which they do */
	TEXT = 1500,     /* bytes of the report's beginning */
	TEXT_LINES = 30, /* and its lines, buttons among them */
	SENTENCE = 60,   /* bytes of the shortest sentence that begins a report by itself */
	NAME_WORDS = 6,  /* of an outlet's name */
	AGAIN = 120      /* bytes of a line at the end that names the outlet again */
};

/* What is known of the lines above a report: each is looked at once. */
struct top {
	const struct sheet *sheet;
	struct echo echo;     /* of the report's beginning */
	size_t scores[LINES]; /* how good the candidates for the headline are; 0: it is none */
	char signatures[LINES + BELOW + 1]; /* whether a line is one: 'y', 'n', 0: not known */
};

/* The report's first line: a sentence, and another one below it, or a long one. */
static size_t
find_report(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count && i < LINES; i++) {
		const struct line *line = &sheet->lines[i];
		if (line->drop || !line_is_sentence(line))
			continue;
		size_t next = sheet_kept(sheet, i + 1);
		if (line->text.len >= SENTENCE ||
			(next < sheet->count && line_is_sentence(&sheet->lines[next])))
			return i;
	}
	return sheet->count;
}

static void
hear_report(struct top *top, size_t at)
{
	const struct sheet *sheet = top->sheet;
	size_t bytes = 0;
	for (size_t i = at; i < sheet->count && i < at + TEXT_LINES && bytes < TEXT; i++) {
		struct slice text = sheet->lines[i].text;
		if (sheet->lines[i].drop || !line_is_brief(&sheet->lines[i]))
			continue;
		echo_hear(&top->echo, slice_cut(text, 0, text.len < TEXT ? text.len : TEXT));
		bytes += text.len;
	}
}

/* Whether a line says who wrote or when, and nothing else. */
static bool
is_signature(const struct line *line)
{
	return line->match.kind == FURNITURE_TIME || byline_in_line(line->text, false) ||
	       (line->looks.digits && date_is_all(line->text));
}

/* "The Harl Herald          6 May 2025          Page 3": the head of a printed page. */
static size_t
end_of_column(struct slice text)
{
	for (size_t at = 0; at + 3 < text.len; at++)
		if (memcmp(text.data + at, "   ", 3) == 0)
			return at;
	return text.len;
}

/* "Harl Gazette · No. 14 · 3 May 2023": the head of an issue. */
static bool
is_issue(const struct line *line)
{
	size_t start, end;
	return line->looks.joints && line->looks.digits && !line->looks.stops &&
	       date_find(line->text, &start, &end) && end == line->text.len;
}

/* As is_signature(), of a line above the report or right below its first. */
static bool
is_signature_at(struct top *top, size_t i)
{
	char *known = &top->signatures[i];
	if (!*known)
		*known = is_signature(&top->sheet->lines[i]) ? 'y' : 'n';
	return *known == 'y';
}

/* Whether a line may be a headline, if it is no signature. */
static bool
is_like_headline(const struct line *line)
{
	return !line->drop && line->looks.words >= HEADLINE && line_is_title_like(line) &&
	       end_of_column(line->text) == line->text.len && !is_issue(line);
}

/* Whether byline or date stand right below a line. */
static bool
is_signed(struct top *top, size_t i)
{
	for (size_t n = 1; n <= BELOW && i + n < top->sheet->count; n++)
		if (is_signature_at(top, i + n))
			return true;
	return false;
}

static size_t
score(struct top *top, size_t i)
{
	const struct line *line = &top->sheet->lines[i];
	if (!is_like_headline(line) || is_signature_at(top, i))
		return 0;
	size_t heard = echo_count(&top->echo, line->text);
	if (line->looks.words > LABEL_WORDS && is_signed(top, i))
		heard += SIGNED;
	size_t less = line->looks.stops ? STOPPED : 0; /* a standfirst */
	return heard > less ? heard - less : 0;
}

/* Whether a line is furniture, or reads like a label of a menu. */
static bool
is_label(const struct line *line)
{
	return line->drop || (line->looks.words <= LABEL_WORDS && !line->looks.stops);
}

/* Of the lines between two: how many are labels of a menu, how many buttons, as they stand
 * below headlines, too, and who wrote or when. */
struct between {
	size_t labels, buttons, dates, bylines;
};

static struct between
count_between(struct top *top, size_t upper, size_t lower)
{
	struct between between = {0};
	for (size_t i = upper + 1; i < lower; i++) {
		const struct line *line = &top->sheet->lines[i];
		if (line->looks.digits && date_is_all(line->text))
			between.dates++;
		else if (is_signature_at(top, i))
			between.bylines++;
		else if (line->match.kind == FURNITURE_BUTTON)
			between.buttons++;
		else
			between.labels += is_label(line);
	}
	return between;
}

/* Whether a line cannot be the headline, seeing what stands between it and a better one. */
static bool
is_apart(struct top *top, size_t upper, size_t lower)
{
	const struct line *line = &top->sheet->lines[upper];
	struct slice better = top->sheet->lines[lower].text;
	size_t words = line->looks.words;
	bool heard = echo_count(&top->echo, line->text) > 0;
	if (slice_equal(line->text, better) || words == 1 || outlet_is_name(line->text) ||
		end_of_column(line->text) < line->text.len || is_issue(line) ||
		(words < HEADLINE && !heard))
		return true;
	struct between between = count_between(top, upper, lower);
	bool masthead = words <= LABEL_WORDS && echo_count(&top->echo, better) >= SURE;
	if (between.bylines || (between.dates && !masthead))
		return false;
	if (words <= LABEL_WORDS || (line->looks.stops && !heard))
		return between.labels + between.buttons + between.dates >=
		       (words < HEADLINE || masthead ? 1 : LABELS);
	return between.labels > LABELS;
}

/* Whether is_apart() may say so of a line and some line above the report. Most headlines stand
 * first, and nothing need be heard to tell that. */
static bool
may_be_apart(const struct sheet *sheet, size_t upper, size_t report)
{
	const struct line *line = &sheet->lines[upper];
	if (line->looks.words <= LABEL_WORDS || line->looks.stops ||
		outlet_is_name(line->text) || end_of_column(line->text) < line->text.len ||
		is_issue(line))
		return true;
	size_t labels = 0;
	for (size_t i = upper + 1; i < report; i++) {
		labels += is_label(&sheet->lines[i]);
		if (labels > LABELS || slice_equal(sheet->lines[i].text, line->text))
			return true;
	}
	return false;
}

/* The first of the candidates that is as good as half the best one; a short one, as the best.
 */
static size_t
find_headline(struct top *top, size_t report)
{
	const struct line *lines = top->sheet->lines;
	size_t best = HEARD;
	for (size_t i = 0; i < report; i++) {
		top->scores[i] = score(top, i);
		if (top->scores[i] > best)
			best = top->scores[i];
	}
	for (size_t i = 0; i < report; i++) {
		size_t part = lines[i].looks.words > LABEL_WORDS ? 2 : 1;
		if (part * top->scores[i] >= best && top->scores[i] >= HEARD)
			return i;
	}
	return top->sheet->count;
}

/* Whether a line that may be a name is said again at the page's end: "Follow Harl Gazette". */
static bool
is_said_again(const struct sheet *sheet, struct slice name, size_t below)
{
	for (size_t i = sheet->count; i-- > below;) {
		struct slice text = sheet->lines[i].text;
		if (line_is_sentence(&sheet->lines[i]) && !sheet->lines[i].drop)
			return false;
		if (text.len <= AGAIN && text.len > name.len && likeness_holds(text, name))
			return true;
	}
	return false;
}

/* What may be the outlet's name in a line above the headline; empty where nothing may. */
static struct slice
name_in(const struct line *line)
{
	struct slice name = slice_cut(line->text, 0, end_of_column(line->text));
	bool column = name.len < line->text.len;
	bool may = line->looks.words > 0 && line->looks.words <= NAME_WORDS &&
		   !line->looks.stops && !line->looks.colon && !line->looks.digits &&
		   line->match.kind == FURNITURE_NONE;
	return line->looks.rubric && (may || column) ? name : SLICE("");
}

static struct slice
find_outlet(const struct sheet *sheet, size_t headline)
{
	struct slice name;
	for (size_t i = 0; i < headline; i++)
		if ((name = name_in(&sheet->lines[i])).len && outlet_is_name(name))
			return name;
	for (size_t i = 0; i < headline && i < BELOW; i++)
		if ((name = name_in(&sheet->lines[i])).len &&
			is_said_again(sheet, name, headline + 1))
			return name;
	return SLICE("");
}

size_t
pagetop_first_words(const struct sheet *sheet)
{
	size_t at = sheet_kept(sheet, 0);
	while (at < sheet->count && sheet->lines[at].looks.digits &&
		date_without(sheet->lines[at].text).len == 0)
		at = sheet_kept(sheet, at + 1);
	return at;
}

/* The headline above a report where it does not stand first; sheet->count where it does. */
static size_t
find_below(const struct sheet *sheet, size_t first, size_t report)
{
	struct top top = {.sheet = sheet};
	hear_report(&top, report);
	size_t headline = find_headline(&top, report);
	for (size_t i = headline + 1; i < report; i++) /* a page may say it on the way to it */
		if (slice_equal(sheet->lines[i].text, sheet->lines[headline].text))
			headline = i;
	bool below = headline < sheet->count && headline != first;
	return below && is_apart(&top, first, headline) ? headline : sheet->count;
}

size_t
pagetop_take(struct sheet *sheet, struct document *document)
{
	size_t first = pagetop_first_words(sheet), report = find_report(sheet);
	size_t other = first + 1; /* that may be the headline */
	if (report == sheet->count || first >= report || !may_be_apart(sheet, first, report))
		return sheet->count;
	while (other < report &&
		(!is_like_headline(&sheet->lines[other]) || is_signature(&sheet->lines[other])))
		other++;
	if (other >= report)
		return sheet->count;
	size_t headline = find_below(sheet, first, report);
	if (headline == sheet->count)
		return headline;
	if (!document->outlet.len)
		document->outlet = find_outlet(sheet, headline);
	for (size_t i = 0; i < headline; i++)
		sheet->lines[i].drop = true;
	return headline;
}
