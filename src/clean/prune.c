/* What goes from an article for what else is in it, and for where it stands. */
#include "article.h"

#include "byline.h"
#include "date.h"
#include "map.h"
#include "shingles.h"

static const double TOLD = 0.8; /* of a quotation that the text has, too */
static const double HOME = 0.7; /* of the text in one element */

enum {
	LABEL = 40,  /* bytes of the longest label */
	BYLINE = 25, /* words of a line that names the authors and the time */
	BELOW = 3,   /* lines below a standfirst among which they stand */
	UNTOLD = 100 /* bytes of a piece left out of the text told to programs */
};

/* Whether a line names the author, by a word such as "By", in bold type or beside a date. */
static bool
names_author(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	struct slice text = piece_text(content->pieces, i);
	size_t start, end;
	bool strong = content->pieces->pieces[i].strong + 2 >= view->len;
	bool expected = strong || (view->looks.digits && view->looks.words < BYLINE &&
					  date_find(text, &start, &end));
	return byline_in_line(text, expected);
}

static bool
begins_text(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	if (content->roles[i] != ROLE_BODY || view->len <= 50)
		return false;
	return content_is_sentence(view) ||
	       ((content_is_home(content, i) || view->looks.words > 15) &&
		       !names_author(content, i));
}

/* The role of a piece above the text: a byline, junk, or what it was. */
static enum role
role_above(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	enum role role = content->roles[i];
	struct slice text = piece_text(content->pieces, i);
	bool named =
		names_author(content, i) || (byline_leads(text) && view->looks.words < BYLINE);
	if (named && role != ROLE_TITLE)
		return ROLE_BYLINE;
	if (role == ROLE_HEADING && view->looks.digits && date_is_all(text))
		return ROLE_JUNK;
	if (role == ROLE_TITLE || role == ROLE_CAPTION || view->certain ||
		content_is_home(content, i) || content_is_sentence(view) || view->looks.quotes)
		return role;
	return ROLE_JUNK;
}

/* Right below a standfirst stand the author and the date, too. */
static enum role
role_below(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	enum role role = content->roles[i];
	if ((role != ROLE_BODY && role != ROLE_JUNK) || view->certain || view->looks.stops)
		return role;
	if (names_author(content, i))
		return ROLE_BYLINE;
	return date_is_all(piece_text(content->pieces, i)) ? ROLE_JUNK : role;
}

/* Above the text stand labels, dates, names; a heading and the title stay. */
static void
prune_head(struct content *content)
{
	size_t text = content->first;
	while (text < content->end && !begins_text(content, text))
		text++;
	for (size_t i = content->first; i < text && text < content->end; i++)
		content->roles[i] = role_above(content, i);
	for (size_t i = text + 1; i < content->end && i <= text + BELOW; i++)
		content->roles[i] = role_below(content, i);
}

/* A heading with nothing below it goes, and so does one above what went. */
static void
prune_headings(struct content *content)
{
	bool below = false;
	for (size_t i = content->end; i-- > content->first;) {
		enum role role = content->roles[i];
		if (role == ROLE_HEADING && !below && !content->views[i].certain)
			content->roles[i] = ROLE_JUNK;
		else if (role == ROLE_HEADING)
			below = true;
		else if (role == ROLE_BODY || role == ROLE_LIST || role == ROLE_QUOTE)
			below = true;
	}
}

/*
 * Where the page tells programs nearly all of the text that was found, what it leaves out is
 * not of the article: what stands behind the last piece told, and short pieces in between.
 */
static void
prune_untold(struct content *content)
{
	double told = 0, all = 0;
	size_t last = content->first;
	for (size_t i = content->first; i < content->end; i++) {
		if (content->roles[i] != ROLE_BODY)
			continue;
		all += (double)content->views[i].len;
		told += content->views[i].certain ? (double)content->views[i].len : 0;
		if (content->views[i].certain)
			last = i;
	}
	if (told < 0.85 * all)
		return;
	for (size_t i = content->first; i < content->end; i++) {
		enum role role = content->roles[i];
		bool text = (role == ROLE_BODY || role == ROLE_LIST || role == ROLE_HEADING) &&
			    content->views[i].looks.words > 4;
		bool within = i > content->root_first && role == ROLE_BODY &&
			      content->views[i].len < UNTOLD;
		if (text && !content->views[i].certain && (i > last || within))
			content->roles[i] = ROLE_JUNK;
	}
}

/* A short text that comes again and again is a label: "Article content", "Advertisement". */
static void
prune_repeated(struct content *content)
{
	struct map counts = {0};
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = content->first; i < content->end; i++) {
			struct slice text = piece_text(content->pieces, i);
			if (text.len > LABEL || content->views[i].looks.stops)
				continue;
			if (pass == 0)
				++*map_add(&counts, text, 0, NULL);
			else if (*map_find(&counts, text) > 2)
				content->roles[i] = ROLE_JUNK;
		}
	map_free(&counts);
}

/*
 * A text that comes again as a whole stands there for another width of screen, unless it is
 * among the article's paragraphs and others are in between: "I do not recall that, your
 * honour."
 */
static void
prune_doubles(struct content *content)
{
	struct map seen = {0};
	size_t last = content->end;
	for (size_t i = content->first; i < content->end; i++) {
		struct slice text = piece_text(content->pieces, i);
		enum role role = content->roles[i];
		if (role == ROLE_JUNK || role == ROLE_CAPTION || text.len <= LABEL)
			continue;
		bool added;
		map_add(&seen, text, 0, &added);
		bool next = last < content->end &&
			    slice_equal(piece_text(content->pieces, last), text);
		if (!added && (next || !content_is_home(content, i)))
			content->roles[i] = ROLE_JUNK;
		else
			last = i;
	}
	map_free(&seen);
}

static bool
has_quotations(const struct content *content)
{
	size_t i = content->first;
	while (i < content->end && content->roles[i] != ROLE_QUOTE)
		i++;
	return i < content->end;
}

/* A quotation set off from the text goes where the text itself has it. */
static void
prune_pull_quotes(struct content *content)
{
	struct buffer text = {0};
	if (!has_quotations(content))
		return;
	for (size_t i = content->first; i < content->end; i++) {
		if (content->roles[i] != ROLE_BODY)
			continue;
		buffer_add(&text, piece_text(content->pieces, i));
		buffer_add_byte(&text, ' ');
	}
	struct shingles *told = shingles_new(buffer_slice(&text));
	for (size_t i = content->first; i < content->end; i++)
		if (content->roles[i] == ROLE_QUOTE &&
			shingles_share(told, piece_text(content->pieces, i)) > TOLD)
			content->roles[i] = ROLE_JUNK;
	shingles_free(told);
	buffer_free(&text);
}

/* Where nearly all of the text is in one element, stray lines elsewhere are not of it. */
static void
prune_strays(struct content *content)
{
	double all = 0, home = 0;
	for (size_t i = content->first; i < content->end; i++) {
		if (content->roles[i] != ROLE_BODY)
			continue;
		all += content->views[i].good;
		home += content_is_home(content, i) ? content->views[i].good : 0;
	}
	for (size_t i = content->first; i < content->end && home > HOME * all; i++)
		if (content_is_stray(content, i) && !content->views[i].certain)
			content->roles[i] = ROLE_JUNK;
}

void
content_prune(struct content *content)
{
	prune_untold(content);
	prune_repeated(content);
	prune_doubles(content);
	prune_pull_quotes(content);
	prune_strays(content);
	prune_head(content);
	content_prune_tail(content);
	prune_headings(content);
}
