#include "litter.h"

#include <string.h>

#include "date.h"
#include "outlet.h"
#include "utf8.h"

enum {
	FOLLOW = 14,         /* words of a line that asks to be followed */
	LONGEST_TRAIL = 120, /* bytes of "Home > News > Region" */
	ABOVE = 4,           /* of so many lines one stands above what closes a report */
	SPOKEN = 6,          /* words of the shortest sentence in which somebody speaks */
	LABEL_WORDS = 4,     /* of a button or label that no table names */
	TOPIC = 6,           /* words of a heading that says what other articles are about */
	BRIEF = 40,          /* bytes of a sentence that says too little to be text again */
	BOX = 3,             /* titles of other articles in a box within the text */
	TEASER = 220         /* bytes of a teaser's text, which may be whole sentences */
};

/* A phrase in front of a time or date: "Updated 10:15". */
static bool
tells_time(const struct line *line, struct slice rest, bool marked)
{
	size_t digits = 0;
	while (digits < rest.len && rest.data[digits] >= '0' && rest.data[digits] <= '9')
		digits++;
	/* "UPDATE 2-Ferry sinks" is an agency's headline */
	bool numbered = digits + 1 < rest.len && rest.data[digits] == '-' &&
			(rest.data[digits + 1] < '0' || rest.data[digits + 1] > '9');
	if (digits > 0)
		return !numbered;
	return (line->looks.words < 12 && !line->looks.stops &&
		(marked || date_in_text(rest).len > 0));
}

static bool
begins_lower(struct slice text)
{
	size_t len;
	return text.len > 0 && utf8_is_lower(utf8_decode(text, 0, &len));
}

/* "More on the Tarn bridge", "Most read in the Gazette": a heading of other articles that says
 * what they are about. */
static bool
heads_topic(const struct line *line)
{
	bool marked = line->match.kind != FURNITURE_RELATED || !line->match.starts ||
		      line->match.words < 2;
	if (!marked)
		furniture_rest(line->text, &line->match, &marked);
	return !marked && line->looks.words <= TOPIC && !line->looks.stops &&
	       !line->looks.quotes;
}

/* Whether a phrase at the start of a line speaks for all of it: "Tags: fire", "Follow us on X".
 */
static bool
speaks_for_line(const struct line *line)
{
	bool marked;
	struct slice rest = furniture_rest(line->text, &line->match, &marked);
	if (rest.len == 0)
		return true;
	switch (line->match.kind) {
	case FURNITURE_TIME: /* "Update: A second ferry …" is news */
		return tells_time(line, rest, marked);
	case FURNITURE_RELATED:
		return marked || heads_topic(line);
	case FURNITURE_TAGS:
	case FURNITURE_BUTTON:
	case FURNITURE_SECTION:
		return marked;
	case FURNITURE_SOURCE: /* "Source: a statement" is part of the report */
		return line->match.words > 1 || outlet_is_address(rest) ||
		       (marked && !line->looks.stops && !begins_lower(rest) &&
			       outlet_is_name(rest));
	case FURNITURE_CREDIT:
		return marked || (line->match.words > 1 && !line->looks.stops);
	default:
		return marked || line->match.words > 1 || !line->looks.stops;
	}
}

/*
 * Whether a phrase within a line speaks for all of it. In a sentence, "free trial" may be news;
 * in a line without a stop it must be a good part of it.
 */
static bool
speaks_within(const struct line *line)
{
	switch (line->match.kind) {
	case FURNITURE_COOKIES:
	case FURNITURE_LEGAL:
	case FURNITURE_NEWSLETTER:
	case FURNITURE_PAYWALL:
	case FURNITURE_APPEAL:
		return line->match.words >= 3 ||
		       (!line_is_sentence(line) && line->match.words * 4 >= line->looks.words);
	case FURNITURE_TIME:
		return line->looks.words < 12 && !line->looks.stops;
	case FURNITURE_FOLLOW:
		return line->looks.words < FOLLOW && !line->looks.stops;
	default:
		return false;
	}
}

static bool
is_breadcrumb(const struct line *line)
{
	static const char *const marks[] = {" > ", " » ", " › ", " / "};
	if (line->looks.stops || !line->looks.joints || line->text.len > LONGEST_TRAIL)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t found = 0, len = strlen(marks[i]);
		for (size_t at = 0; at + len <= line->text.len; at++)
			found += memcmp(line->text.data + at, marks[i], len) == 0;
		if (found >= 1 + (i == 3) && line->looks.words <= 8 * (found + 1))
			return true;
	}
	return false;
}

/* "News | Sport | Weather | Video": so many words in a row are a menu, not a title. */
static bool
is_menu(const struct line *line)
{
	size_t found = 0;
	if (!line->looks.joints || line->looks.digits)
		return false;
	for (size_t at = 0; at < line->text.len; at++)
		found += line->text.data[at] == '|';
	return found >= 2 && !line->looks.stops && line->text.len <= LONGEST_TRAIL &&
	       line->looks.words <= found + 3;
}

static bool
is_copyright(const struct line *line)
{
	static const char *const marks[] = {"©", "ⓒ", "Ⓒ", "(c) ", "(C) "};
	if (line->first != '(' && !(line->first & 0x80))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(line->text, slice_of(marks[i])))
			return true;
	return false;
}

/* "00:04.400 --> 00:08.900" above a subtitle. */
static bool
is_cue(struct slice text)
{
	static const char arrow[] = " --> ";
	size_t at = 0;
	while (at < text.len && text.data[at] && strchr("0123456789:.,", text.data[at]))
		at++;
	return at > 0 && slice_starts(slice_cut(text, at, text.len), slice_of(arrow));
}

/* Whether a line is an address and nothing else: "https://news.example/a", "a@b.example". */
static bool
is_address(struct slice text)
{
	if (memchr(text.data, ' ', text.len))
		return false;
	return slice_starts(text, SLICE("https://")) || slice_starts(text, SLICE("http://")) ||
	       outlet_is_mail(text);
}

/* "Read also: “We lost it all”": a teaser may quote. */
static bool
leads_teaser(const struct line *line)
{
	bool marked = false;
	if (line->match.kind == FURNITURE_RELATED && line->match.starts &&
		line->match.words > 1)
		furniture_rest(line->text, &line->match, &marked);
	return marked;
}

/* Whether the line goes for what it says, wherever it stands. */
static bool
is_furniture(const struct line *line)
{
	const struct furniture_match *match = &line->match;
	if (is_copyright(line) || line->looks.words == 0 || is_address(line->text))
		return true;
	if (line->looks.digits && line->looks.labelled && is_cue(line->text))
		return true;
	if (match->kind == FURNITURE_NONE)
		return is_breadcrumb(line) || is_menu(line);
	if (line->looks.quotes && !match->whole && !leads_teaser(line))
		return false;
	if (match->whole)
		return match->kind != FURNITURE_SECTION || !line->looks.stops;
	return match->starts && !match->within ? speaks_for_line(line) : speaks_within(line);
}

/*
 * "Original Source: www.example.org" stays, as a byline: whoever compares reports must know on
 * whom this one rests.
 */
static bool
credits_source(struct line *line)
{
	bool marked;
	if (line->match.kind != FURNITURE_SOURCE || !line->match.starts ||
		furniture_rest(line->text, &line->match, &marked).len == 0)
		return false;
	line->role = ROLE_BYLINE;
	return true;
}

void
litter_drop(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		struct line *line = &sheet->lines[i];
		line->drop = line->drop || (is_furniture(line) && !credits_source(line));
	}
}

/* A sentence in which somebody speaks: “It shook,” she said. – It shook, she said. */
static bool
is_spoken(const struct line *line)
{
	struct slice text = line->text;
	bool dash = slice_starts(text, SLICE("– ")) || slice_starts(text, SLICE("— ")) ||
		    slice_starts(text, SLICE("- "));
	return line_is_sentence(line) && line->looks.words >= SPOKEN &&
	       (line->looks.quotes || dash);
}

/* Two sentences' lines together are text again, and so is a long paragraph, or speech. */
static bool
is_text_again(const struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	if (!line_is_sentence(line) || line->drop)
		return false;
	if ((line->text.len > TEASER && line->looks.sentences > 1) || is_spoken(line))
		return true;
	bool before = i > 0 && line_is_sentence(&sheet->lines[i - 1]);
	bool after = i + 1 < sheet->count && line_is_brief(&sheet->lines[i + 1]) &&
		     !sheet->lines[i + 1].drop;
	return after && !before && line->text.len > BRIEF;
}

/* Whether a line reads like the title of another article. */
static bool
is_teaser(const struct line *line)
{
	return !line->drop && !line->looks.stops && !line->looks.colon &&
	       line->looks.words > LABEL_WORDS;
}

/* A sentence behind a box of few titles, which begins at `from`: where the titles had texts, it
 * would be a title's, and one more title or the end would follow. */
static bool
stands_behind_box(const struct sheet *sheet, size_t from, size_t i)
{
	const struct line *line = &sheet->lines[i];
	if (!line_is_brief(line) || line->drop || i == from || i > from + BOX ||
		i + 1 == sheet->count || is_teaser(line + 1))
		return false;
	for (size_t k = from; k < i; k++)
		if (line_is_sentence(&sheet->lines[k]))
			return false;
	return true;
}

/* The end of the tail that a heading of other articles begins: all that looks like them. */
static size_t
end_of_tail(const struct sheet *sheet, size_t from, bool forever)
{
	size_t i = from;
	while (i < sheet->count &&
		(forever || (!is_text_again(sheet, i) && !stands_behind_box(sheet, from, i))))
		i++;
	return i;
}

static void
drop(struct sheet *sheet, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		sheet->lines[i].drop = true;
}

/* "(MORE)" heads nothing: an agency's report goes on below. */
static bool
heads_tail(const struct line *line)
{
	return (line->match.whole || heads_topic(line)) && line->text.data[0] != '(' &&
	       (line->match.kind == FURNITURE_RELATED ||
		       line->match.kind == FURNITURE_COMMENTS);
}

/* Whether a line such as "ENDS" closes the report: a good part of the text stands above
 * it. */
static bool
closes_report(const struct sheet *sheet, size_t i)
{
	bool low = !sheet->begins || i * ABOVE >= sheet->count;
	return sheet->lines[i].match.kind == FURNITURE_END && sheet->lines[i].match.starts &&
	       !line_is_sentence(&sheet->lines[i]) && sheet->ends && low;
}

/* The first line of the text. What stands above it, or is it, cannot be the end. */
static size_t
find_text(const struct sheet *sheet)
{
	size_t i = 0;
	while (i < sheet->count &&
		(!line_is_sentence(&sheet->lines[i]) || sheet->lines[i].drop))
		i++;
	return i;
}

/* Whether some of the report stands above a line: below the title, and two sentences of it. */
static bool
follows_report(const struct sheet *sheet, size_t i)
{
	size_t sentences = 0, from = sheet->title < sheet->count ? sheet->title + 1 : 0;
	while (i-- > from && sentences < 2)
		if (!sheet->lines[i].drop && line_is_brief(&sheet->lines[i]))
			sentences += sheet->lines[i].looks.sentences;
	return sentences > 1;
}

static void
drop_tails(struct sheet *sheet)
{
	for (size_t i = find_text(sheet) + 1; i < sheet->count; i++) {
		const struct line *line = &sheet->lines[i];
		bool closes = closes_report(sheet, i);
		if (!heads_tail(line) && !closes)
			continue;
		bool forever = closes || (line->match.kind == FURNITURE_COMMENTS &&
						 follows_report(sheet, i));
		size_t end = end_of_tail(sheet, i + 1, forever);
		drop(sheet, i, end);
		i = end - 1;
	}
}

/* Behind the report's last sentence stands who wrote it: "Ana Ruiz is a reporter for …". Above
 * that, somebody in the news may be one. */
static void
drop_bios(struct sheet *sheet)
{
	for (size_t i = sheet->ends ? sheet->count : 0; i-- > 0;) {
		struct line *line = &sheet->lines[i];
		if (line->match.kind == FURNITURE_BIO && !line->looks.quotes)
			line->drop = true;
		else if (!line->drop && line_is_sentence(line))
			return;
	}
}

/* Newsletters and appeals take several lines: what stands between two of theirs is theirs. */
static void
drop_between(struct sheet *sheet)
{
	for (size_t i = 1; i + 1 < sheet->count; i++) {
		const struct line *before = &sheet->lines[i - 1], *after = &sheet->lines[i + 1];
		bool same = before->drop && after->drop && before->match.kind &&
			    before->match.kind == after->match.kind;
		if (same && (before->match.kind == FURNITURE_NEWSLETTER ||
				    before->match.kind == FURNITURE_PAYWALL ||
				    before->match.kind == FURNITURE_COOKIES))
			sheet->lines[i].drop = sheet->lines[i].looks.words < 40;
	}
}

/* "Parliament delays vote" and below it "Lawmakers put off a vote that …": a teaser. */
static void
drop_teasers(struct sheet *sheet)
{
	for (size_t i = find_text(sheet) + 1; i < sheet->count; i++) {
		struct line *title = &sheet->lines[i - 1], *line = &sheet->lines[i];
		bool cut = line->looks.trails_off && !line->looks.quotes &&
			   line->text.len > 30 && line->text.len <= TEASER;
		if (cut && !title->drop && line_is_title_like(title) && !title->looks.stops &&
			i - 1 != sheet->title)
			title->drop = line->drop = true;
	}
}

void
litter_drop_around(struct sheet *sheet)
{
	drop_tails(sheet);
	drop_bios(sheet);
	drop_between(sheet);
	drop_teasers(sheet);
}
