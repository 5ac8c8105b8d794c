#include "namesakes.h"

#include "lexicon.h"
#include "name.h"

/* What a word may be elsewhere, though it is a name here. */
static const uint64_t elsewhere = WORD_AUXILIARY | WORD_TIME | NOUN_ANONYMOUS | NOUN_STAFF |
				  NOUN_PLURAL | NOUN_ROLE | NAME_PLACE | NAME_PEOPLE |
				  NAME_PEOPLES | NAME_HONORIFIC;

static bool
is_plain_capital(const struct word *word)
{
	return word->kind == WORD_LETTERS && word->shape == SHAPE_CAPITAL;
}

/* The word that goes on a name which begins at `at`; NULL where none does. */
static struct word *
next_name(const struct words *words, uint32_t at, struct range range)
{
	uint32_t next = at + 1;
	if (next < range.end && words->items[next].traits & NAME_POINT)
		next++;
	if (next >= range.end)
		return NULL;
	struct word *word = &words->items[next];
	bool apart = word->spaced || words->items[next - 1].kind == WORD_MARK;
	return is_plain_capital(word) && apart && word->sentence == words->items[at].sentence
		       ? word
		       : NULL;
}

/* "in August Wilson said", "3 May Ida Holm said": a month. */
static bool
is_dated(const struct words *words, uint32_t at, struct range range)
{
	const uint64_t before =
		WORD_PREPOSITION | WORD_TIME | WORD_DETERMINER | WORD_SUBORDINATOR;
	return at > range.start && words->items[at - 1].sentence == words->items[at].sentence &&
	       (words->items[at - 1].traits & before ||
		       words->items[at - 1].kind == WORD_NUMBER);
}

/* "San |Francisco Mayor Lee": it goes on the name of a place. */
static bool
goes_on(const struct words *words, uint32_t at, struct range range)
{
	const uint64_t titles = NOUN_ROLE | NOUN_ANONYMOUS | NAME_HONORIFIC | NAME_FIRST;
	uint32_t before = at;
	if (before > range.start && words->items[before - 1].mark == '.')
		before--; /* St. Paul */
	if (before == range.start ||
		words->items[before - 1].sentence != words->items[at].sentence)
		return false;
	const struct word *word = &words->items[before - 1];
	return is_plain_capital(word) && !(word->traits & titles);
}

static bool
is_first_name(const struct words *words, uint32_t at, struct range range)
{
	const struct word *word = &words->items[at];
	if (!(word->traits & NAME_FIRST) || !is_plain_capital(word) ||
		goes_on(words, at, range))
		return false;
	return !(word->traits & WORD_TIME) || !is_dated(words, at, range);
}

static void
keep(struct namesakes *namesakes, uint64_t last)
{
	for (uint32_t i = 0; i < namesakes->count; i++)
		if (namesakes->last[i] == last)
			return;
	if (namesakes->count < NAMESAKES_KEPT)
		namesakes->last[namesakes->count++] = last;
}

void
namesakes_find(struct namesakes *namesakes, const struct words *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end; i++) {
		if (!is_first_name(words, i, range))
			continue;
		struct word *next = next_name(words, i, range);
		if (!next)
			continue;
		words->items[i].traits &= ~elsewhere | NAME_FIRST;
		if (i > range.start && words->items[i].sentence == words->items[i - 1].sentence)
			words->items[i].traits &= ~WORD_PREPOSITION; /* Minister |Per| Holm */
		if (i > range.start && is_plain_capital(&words->items[i - 1]) &&
			words->items[i - 1].traits & WORD_OBJECT)
			words->items[i - 1].traits = NAME_HONORIFIC; /* |Me| Claire Aubry */
		if (!(next->traits & elsewhere))
			continue;
		next->traits &= ~elsewhere;
		keep(namesakes, next->hash);
	}
}

/* Whether a word that stands alone is the name, and no month or verb: "May we", "12 March". */
static bool
is_name(const struct words *words, uint32_t at, struct range all)
{
	const struct word *word = &words->items[at];
	if (!is_plain_capital(word) || is_dated(words, at, all))
		return false;
	if (at + 1 >= all.end)
		return true;
	const struct word *next = word + 1;
	bool question = word->traits & WORD_AUXILIARY &&
			next->traits & (WORD_PRONOUN | WORD_DETERMINER);
	return next->kind != WORD_NUMBER && !question;
}

void
namesakes_settle(const struct namesakes *namesakes, const struct words *words)
{
	struct range all = {0, (uint32_t)words->count};
	for (uint32_t i = 0; namesakes->count > 0 && i < all.end; i++) {
		if (!(words->items[i].traits & elsewhere))
			continue;
		for (uint32_t k = 0; k < namesakes->count; k++)
			if (namesakes->last[k] == words->items[i].hash &&
				is_name(words, i, all))
				words->items[i].traits &= ~elsewhere;
	}
}
