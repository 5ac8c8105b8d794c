#include "quotes.h"

#include "lexicon.h"
#include "utf8.h"

enum side {
	SIDE_LEFT,     /* “ „ « 「 */
	SIDE_RIGHT,    /* ” » 」 */
	SIDE_STRAIGHT, /* " '' */
};

enum {
	SINGLE_REACH = 200, /* words between two single quotation marks */
	CUE_WORDS = 6,      /* the longest phrase before a source */
	NAME_WORDS = 5,     /* the longest name in quotation marks */
};

static int32_t
glyph(struct slice text, const struct word *word)
{
	size_t len;
	return utf8_decode(text, word->start, &len);
}

static enum side
side_of(int32_t code)
{
	switch (code) {
	case 0x2018:
	case 0x201a:
	case 0x201c:
	case 0x201e:
	case 0x201f:
	case 0xab:
	case 0x2039:
	case 0x300c:
	case 0x300e:
	case '`':
		return SIDE_LEFT;
	case 0x2019:
	case 0x201d:
	case 0xbb:
	case 0x203a:
	case 0x300d:
	case 0x300f:
		return SIDE_RIGHT;
	}
	return SIDE_STRAIGHT;
}

/* What stands around the mark at `at`. */
struct setting {
	bool spaced_before, spaced_after;
	const struct word *before, *after; /* NULL at the paragraph's ends */
};

static struct setting
setting_of(const struct words *words, struct range paragraph, uint32_t at)
{
	struct setting s = {.spaced_before = true, .spaced_after = true};
	if (at > paragraph.start) {
		s.before = &words->items[at - 1];
		s.spaced_before = words->items[at].spaced;
	}
	if (at + 1 < paragraph.end) {
		s.after = &words->items[at + 1];
		s.spaced_after = s.after->spaced;
	}
	return s;
}

/* A mark before which an opening one may stand without a space: (“ —“ [“ */
static bool
lets_open(const struct word *before)
{
	return before->kind == WORD_MARK && before->mark != '.' && before->mark != ',' &&
	       before->mark != '?' && before->mark != '!' && before->mark != ')';
}

static bool
opens(enum side side, struct setting s)
{
	if (!s.after)
		return false;
	if (side == SIDE_LEFT)
		return !s.spaced_after || s.spaced_before;
	if (side == SIDE_RIGHT)
		return s.spaced_before && !s.spaced_after;
	return s.spaced_before || (lets_open(s.before) && !s.spaced_after);
}

/* Whether a mark closes a quotation that was opened by `opener`. */
static bool
closes(int32_t opener, int32_t code, struct setting s)
{
	enum side side = side_of(code);
	if (opener == 0x201e || opener == 0x201a) /* „so“ */
		return side != SIDE_LEFT || code == 0x201c || code == 0x2018;
	if (opener == 0xbb) /* »so« */
		return side != SIDE_RIGHT || code != opener;
	if (opener == 0x300c || opener == 0x300e) /* 「so『oder』so」 */
		return code == opener + 1;
	if (side == SIDE_LEFT)
		return false;
	return side == SIDE_RIGHT || s.spaced_after || !s.spaced_before;
}

/* The single mark that closes what one at `at` opened; 0 where there is none. */
static uint32_t
single_end(const struct words *words, struct slice text, struct range paragraph, uint32_t at)
{
	uint32_t found = 0;
	uint32_t end = paragraph.end - at > SINGLE_REACH ? at + SINGLE_REACH : paragraph.end;
	for (uint32_t i = at + 2; i < end; i++) {
		if (words->items[i].mark != '\'' || words->items[i].spaced)
			continue;
		struct setting s = setting_of(words, paragraph, i);
		if (side_of(glyph(text, &words->items[i])) == SIDE_LEFT ||
			(!s.spaced_after && s.after->kind != WORD_MARK))
			continue;
		if (s.before->kind == WORD_MARK)
			return i;
		if (!found)
			found = i;
	}
	return found;
}

static bool
opens_single(const struct words *words, struct slice text, struct range paragraph, uint32_t at)
{
	struct setting s = setting_of(words, paragraph, at);
	return side_of(glyph(text, &words->items[at])) != SIDE_RIGHT && s.after &&
	       (s.spaced_before || lets_open(s.before)) && !s.spaced_after &&
	       s.after->kind == WORD_LETTERS;
}

static bool
is_inches(const struct word *mark, struct setting s)
{
	return s.before && s.before->kind == WORD_NUMBER && !mark->spaced;
}

/* Whether the first double mark of the paragraph closes what no mark in it opened. */
static bool
runs_on(const struct words *words, struct slice text, struct range paragraph)
{
	for (uint32_t i = paragraph.start; i < paragraph.end; i++)
		if (words->items[i].mark == '"')
			return !opens(side_of(glyph(text, &words->items[i])),
				setting_of(words, paragraph, i));
	return false;
}

/* The word of that kind with which a name in quotation marks belongs: газета «Труд». */
static bool
is_named_kind(const struct words *words, struct range paragraph, uint32_t open)
{
	return open > paragraph.start && words->items[open].spaced &&
	       words->items[open - 1].traits & (NOUN_OUTLET | NOUN_ORGANISATION | NOUN_ROLE) &&
	       !(words->items[open - 1].traits & CUE_ANY);
}

/* За даними |«Української правди»|: who is named behind such a cue says nothing yet. */
static bool
is_source(const struct words *words, struct range paragraph, uint32_t open)
{
	for (uint32_t n = 1; n <= CUE_WORDS && open >= paragraph.start + n; n++) {
		const struct word *cue = &words->items[open - n];
		if (cue->traits & CUE_BY && cue->entry_words == n &&
			!(cue->traits & CUE_MANNER))
			return true;
	}
	return false;
}

/* «Українська правда», «Газета дня»: an outlet, all of what stands between the marks. */
static bool
is_outlet(const struct words *words, uint32_t open, uint32_t close)
{
	const struct word *first = &words->items[open + 1];
	return (first->traits & NAME_OUTLET && first->entry_words == close - open - 1) ||
	       (first->traits & NOUN_OUTLET && first->shape == SHAPE_CAPITAL);
}

/* What stands between the marks is no quotation but the name of a paper, a company, a ship. */
static void
unquote_name(const struct words *words, struct range paragraph, uint32_t open, uint32_t close)
{
	if (close - open < 2 || close - open - 1 > NAME_WORDS ||
		words->items[open + 1].shape == SHAPE_LOWER ||
		words->items[close - 1].kind == WORD_MARK)
		return;
	if (is_named_kind(words, paragraph, open) || is_outlet(words, open, close) ||
		is_source(words, paragraph, open))
		for (uint32_t i = open; i <= close; i++)
			words->items[i].quoting = QUOTING_NONE;
}

bool
quotes_mark(const struct words *words, struct slice text, struct range paragraph, bool open)
{
	int32_t opener = open && runs_on(words, text, paragraph) ? 0x201c : 0;
	uint32_t opened = paragraph.start;
	uint32_t single = 0; /* where the single quotation closes */
	for (uint32_t i = paragraph.start; i < paragraph.end; i++) {
		struct word *word = &words->items[i];
		word->quoting = opener || single ? QUOTING_IN : QUOTING_NONE;
		if (single && i == single) {
			word->quoting = QUOTING_CLOSE;
			single = 0;
		} else if (word->mark == '"') {
			struct setting s = setting_of(words, paragraph, i);
			int32_t code = glyph(text, word);
			if (opener && closes(opener, code, s)) {
				word->quoting = QUOTING_CLOSE;
				opener = 0;
				unquote_name(words, paragraph, opened, i);
			} else if (!opener && opens(side_of(code), s) && !is_inches(word, s)) {
				word->quoting = QUOTING_OPEN;
				opener = code;
				opened = i;
				single = 0;
			}
		} else if (word->mark == '\'' && !opener && !single &&
			   opens_single(words, text, paragraph, i)) {
			single = single_end(words, text, paragraph, i);
			if (single)
				word->quoting = QUOTING_OPEN;
		}
	}
	return opener != 0;
}
