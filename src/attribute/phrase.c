#include "phrase.h"

#include "lexicon.h"
#include "name.h"

static bool
is_genitive(const struct word *word)
{
	return word->kind == WORD_LETTERS && !word->spaced && word->traits & WORD_POSSESSIVE;
}

/* "sagte der Bürgermeister |der dpa|": an outlet to which it was said. */
static bool
is_hearer(const struct word *words, uint32_t at, struct range source)
{
	const uint64_t people = NOUN_ROLE | NOUN_ANONYMOUS;
	return words[at].traits & WORD_ARTICLE && at + 1 < source.end &&
	       words[at - 1].traits & people && words[at + 1].traits & NAME_OUTLET &&
	       at + 1 + words[at + 1].entry_words == source.end;
}

bool
phrase_is_done_to(const struct word *words, uint32_t at)
{
	const struct word *word = &words[at];
	return word->shape == SHAPE_LOWER && words[at - 1].traits & NOUN_SOURCE &&
	       word->traits & (WORD_ACCESS | CUE_PAST) &&
	       !(word->traits & (NOUN_SOURCE | NOUN_ROLE));
}

static bool
ends_phrase(const struct word *words, uint32_t at, struct range source)
{
	const struct word *word = &words[at];
	if (word->mark == ',' || word->mark == '-' || word->mark == '(' ||
		word->traits & WORD_RELATIVE || word->traits & WORD_THAT)
		return true;
	if (word->mark == '.')
		return !(word->traits & NAME_POINT);
	if (name_is_particle(words, at, source))
		return false;
	if (phrase_is_done_to(words, at))
		return true;
	const struct word *before = &words[at - 1];
	if (word->traits & WORD_ARTICLE && before->traits & NOUN_OUTLET &&
		at + 1 < source.end && name_is_capital(&words[at + 1]))
		return false; /* "the newspaper the Nordbladet Courier" */
	if (word->traits & (WORD_TIME | WORD_DETERMINER) && !name_is_capital(word) &&
		!(before->traits & WORD_FUNCTION) && before->kind != WORD_MARK)
		return true; /* "the Supreme Court this month" */
	if (!(word->traits & WORD_PREPOSITION))
		return false;
	if (at + 1 < source.end && words[at + 1].traits & WORD_TIME)
		return true;
	bool organisation = before->traits & NOUN_ORGANISATION && name_is_capital(before);
	bool role = before->traits & NOUN_ROLE && at + 1 < source.end &&
		    words[at + 1].traits & NOUN_ROLE;
	return !organisation && !role;
}

struct range
phrase_trim(const struct word *words, struct range range)
{
	while (range.start + 1 < range.end &&
		(words[range.start].traits & (WORD_ARTICLE | WORD_CONJUNCTION) ||
			words[range.start].mark == '"'))
		range.start++;
	while (range.end > range.start + 1 &&
		(words[range.end - 1].kind == WORD_MARK || is_genitive(&words[range.end - 1]) ||
			words[range.end - 1].traits & (WORD_PREPOSITION | WORD_DEFINITE)))
		range.end--; /* "…, teilte die Polizei |mit." « Le maire |l'|admet » */
	return range;
}

/*
 * "речник поліції", "автор дослідження": a language with cases puts whom somebody speaks for,
 * and what somebody wrote, behind the noun.
 */
static uint32_t
before_genitive(const struct word *words, struct range np, uint32_t head)
{
	for (uint32_t i = np.start; i < head; i++)
		if (words[i].traits & (NOUN_ROLE | NOUN_ANONYMOUS))
			return i;
	return head;
}

static uint32_t
head_of(const struct word *words, struct range np)
{
	const uint64_t nouns = NOUN_ORGANISATION | NOUN_ROLE | NOUN_ANONYMOUS | NOUN_OUTLET;
	for (uint32_t i = np.start; i + 1 < np.end; i++)
		if (name_is_capital(&words[i]) && words[i].traits & nouns &&
			words[i + 1].traits & (WORD_PREPOSITION | WORD_DEFINITE))
			return i; /* the Ministry of Defence, der Sprecher der Bahn */
	for (uint32_t i = np.start; i + 1 < np.end; i++)
		if (words[i].traits & NOUN_ANONYMOUS && words[i + 1].traits & NAME_OUTLET &&
			i + 1 + words[i + 1].entry_words == np.end)
			return i; /* источник ТАСС */
	if (name_is_capital(&words[np.end - 1]))
		return np.end - 1;
	for (uint32_t i = np.end; i > np.start; i--)
		if (words[i - 1].traits & (NOUN_SOURCE | NOUN_ROLE))
			return i - 1;
	return np.end - 1;
}

/* "Notably, a witness": what stands before the article is none of the source. */
static struct range
without_adverb(const struct word *words, struct range source)
{
	for (uint32_t i = source.start; i < source.end && i < source.start + 4; i++)
		if (i > source.start && words[i].traits & WORD_ARTICLE &&
			words[i - 1].traits & WORD_TIME)
			return (struct range){i, source.end}; /* "Last week |the pope|" */
		else if (i > source.start && words[i].mark == ',' && i + 1 < source.end &&
			 words[i + 1].traits & WORD_ARTICLE &&
			 (words[i - 1].traits & WORD_FUNCTION ||
				 !name_is_capital(&words[i - 1]) ||
				 (i == source.start + 1 && !words[i - 1].traits)))
			return (struct range){i + 1, source.end};
	return source;
}

/*
 * "jefe de bomberos |Luis Mena|": the end of the full name that stands behind all that tells
 * the person's role; the noun phrase's own where there is none.
 */
static uint32_t
far_name_end(const struct word *words, struct phrase phrase)
{
	uint32_t end = phrase.np.end, i = end;
	bool person = false;
	for (uint32_t k = phrase.np.start; k < end; k++)
		person |= words[k].traits & (NOUN_ROLE | NOUN_ANONYMOUS) &&
			  (words[k].shape == SHAPE_LOWER || k == 0 ||
				  words[k - 1].sentence != words[k].sentence);
	while (person && i < phrase.all.end &&
		(words[i].kind == WORD_LETTERS || words[i].mark == '"') &&
		!(words[i].traits & (WORD_RELATIVE | WORD_THAT | WORD_CONJUNCTION)))
		if (words[i].traits & NAME_FIRST && name_is_capital(&words[i]) &&
			!(words[i - 1].traits & WORD_FUNCTION)) {
			uint32_t name = name_end(words, i, phrase.all.end);
			return name > i + 1 ? name : end;
		} else {
			i++;
		}
	return end;
}

struct phrase
phrase_of(const struct word *words, struct range source, bool inflects)
{
	struct phrase phrase = {.all = phrase_trim(words, without_adverb(words, source))};
	for (uint32_t i = phrase.all.start + 1; i < phrase.all.end; i++)
		if (is_hearer(words, i, phrase.all))
			phrase.all.end = i;
	phrase.np = phrase.all;
	for (uint32_t i = phrase.all.start; i < phrase.all.end; i++)
		if (i > phrase.all.start && ends_phrase(words, i, phrase.all)) {
			phrase.np.end = i;
			break;
		}
	phrase.np = phrase_trim(words, phrase.np);
	uint32_t name = far_name_end(words, phrase);
	if (name > phrase.np.end)
		phrase.np.end = name;
	if (range_is_empty(phrase.np))
		phrase.np = phrase.all;
	phrase.rest = (struct range){phrase.np.end, phrase.all.end};
	phrase.head = head_of(words, phrase.np);
	if (inflects && !name_is_capital(&words[phrase.head]))
		phrase.head = before_genitive(words, phrase.np, phrase.head);
	return phrase;
}

struct range
phrase_run(const struct word *words, struct range np, uint32_t head)
{
	struct range run = {head, head + 1};
	while (run.start > np.start) {
		const struct word *before = &words[run.start - 1];
		if (!name_is_capital(before) && before->mark != '.' &&
			!(before->traits & NAME_PARTICLE))
			break;
		run.start--;
	}
	while (run.start < head && !name_is_capital(&words[run.start]))
		run.start++;
	return run;
}

struct range
phrase_name_behind_comma(const struct word *words, struct range rest)
{
	uint32_t start = rest.start;
	while (start < rest.end && words[start].mark != ',')
		start++;
	if (start + 1 >= rest.end || !name_is_capital(&words[start + 1]))
		return (struct range){rest.end, rest.end};
	return (struct range){start + 1, name_end(words, start + 1, rest.end)};
}
