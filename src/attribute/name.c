#include "name.h"

#include "lexicon.h"

/* The end of the particles that stand before one more name: "van der |Berg"; `at` if none do.
 */
static uint32_t
particles_end(const struct word *words, uint32_t at, uint32_t end)
{
	uint32_t i = at;
	while (i < end && words[i].traits & NAME_PARTICLE && words[i].shape == SHAPE_LOWER)
		i++;
	return i < end && name_is_capital(&words[i]) ? i : at;
}

bool
name_is_particle(const struct word *words, uint32_t at, struct range around)
{
	uint32_t start = at;
	while (start > around.start && words[start].traits & NAME_PARTICLE &&
		words[start].shape == SHAPE_LOWER)
		start--;
	return name_is_capital(&words[start]) && particles_end(words, at, around.end) > at;
}

uint32_t
name_end(const struct word *words, uint32_t start, uint32_t end)
{
	uint32_t i = start + 1;
	while (i < end) {
		if (name_is_capital(&words[i]) && words[i].spaced &&
			!(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			i++;
		else if (words[i].traits & NAME_POINT && i + 1 < end &&
			 name_is_capital(&words[i + 1]))
			i++;
		else if (particles_end(words, i, end) > i)
			i = particles_end(words, i, end);
		else if (words[i - 1].mark == '.' && name_is_capital(&words[i]))
			i++;
		else
			break;
	}
	return i;
}

/* "NATO |Jens Holm": what is written all in capitals belongs to the title. */
static uint32_t
skip_acronyms(const struct word *words, struct range run)
{
	uint32_t start = run.start;
	while (run.end - start > 2 && words[start].shape == SHAPE_UPPER &&
		words[start].end - words[start].start > 1 &&
		words[start + 1].shape == SHAPE_CAPITAL)
		start++;
	return start;
}

/*
 * "Mechaniker |Deniz Arslan", where a sentence begins "Striker |Leo Banda", and "глава
 * Росавиации |Олег Дым": what stands before a first name is no name, where its capital tells
 * nothing.
 */
static uint32_t
skip_nouns(const struct word *words, struct range run)
{
	for (uint32_t i = run.start; i + 1 < run.end; i++) {
		const struct word *word = &words[i];
		if (word->traits & NAME_FIRST)
			return i;
		bool begins = i == 0 || word[-1].sentence != word->sentence;
		if (word->shape != SHAPE_CAPITAL || word->traits & NAME_PARTICLE ||
			word->end - word->start == 1 || word[1].mark ||
			!(begins || word->traits & NAME_OR_NOUN ||
				word[-1].shape == SHAPE_UPPER ||
				word[-1].traits & (NOUN_ROLE | WORD_PREPOSITION)))
			break;
	}
	return run.start;
}

struct range
name_strip(const struct word *words, struct range run)
{
	const uint64_t titles =
		NAME_HONORIFIC | NOUN_ROLE | NAME_PEOPLE | NOUN_ANONYMOUS | NOUN_ORGANISATION;
	while (run.start < run.end) {
		const struct word *word = &words[run.start];
		bool title = word->traits & titles;
		bool role_follows = run.start + 1 < run.end &&
				    words[run.start + 1].traits & (NOUN_ROLE | NOUN_ANONYMOUS);
		if (!title && !role_follows && word->mark != '.')
			break;
		run.start++;
	}
	run.start = skip_acronyms(words, run);
	run.start = skip_nouns(words, run);
	return run;
}

bool
name_is_outlet(const struct word *words, struct range run)
{
	const uint64_t others = NOUN_ORGANISATION | NOUN_ANONYMOUS | NOUN_DOCUMENT | NOUN_ROLE;
	const struct word *last = &words[run.end - 1];
	return run.end - run.start > 1 && name_is_capital(last) &&
	       last->traits & NAME_OF_OUTLET && !(last->traits & others) &&
	       !(words[run.start].traits & (NAME_FIRST | NAME_HONORIFIC));
}

bool
name_is_person(const struct word *words, struct range run)
{
	if (name_is_outlet(words, run))
		return false;
	uint64_t last = words[run.end - 1].traits;
	if (last & (NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET | NAME_PLACE | NAME_PEOPLE |
			   NAME_PEOPLES | NOUN_DOCUMENT | WORD_TIME))
		return false;
	return !(words[run.start].traits & (NAME_OUTLET | NOUN_OUTLET | WORD_TIME));
}

enum {
	HAN_NAME_MIN = 2, /* characters; foreign names are long */
	HAN_NAME_MAX = 8,
};

/* A han character that no table knows. */
static bool
is_han_name(const struct word *word, struct slice text)
{
	unsigned char byte = (unsigned char)text.data[word->start];
	return word->kind == WORD_LETTERS && !word->spaced && !word->traits && byte >= 0xe4 &&
	       byte <= 0xe9;
}

struct range
name_behind_title(const struct word *words, struct slice text, struct range source)
{
	uint32_t start = source.end;
	while (start > source.start && !(words[start - 1].traits & NOUN_ROLE))
		start--;
	struct range name = {start, start};
	if (start == source.start)
		return name;
	while (name.end < source.end && is_han_name(&words[name.end], text))
		name.end++;
	uint32_t count = name.end - name.start;
	bool ends = name.end == source.end || words[name.end].traits & WORD_TIME;
	if (!ends || count < HAN_NAME_MIN || count > HAN_NAME_MAX)
		name.end = name.start;
	return name;
}

enum {
	STEM = 3,         /* characters that two cases of a name have in common at least */
	ENDING_SHORT = 2, /* what they may have not in common: Лисенко, Лисенка */
	ENDING_LONG = 3,  /* Nowicki, Nowickiego */
};

/* How many characters a string of UTF-8 has. */
static size_t
count_characters(struct slice text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.data[i] & 0xc0) != 0x80;
	return count;
}

/* Whether two words may be cases of one name. */
bool
name_are_cases(struct slice a, struct slice b)
{
	size_t same = 0;
	while (same < a.len && same < b.len && a.data[same] == b.data[same])
		same++;
	while (same > 0 &&
		((same < a.len && ((unsigned char)a.data[same] & 0xc0) == 0x80) ||
			(same < b.len && ((unsigned char)b.data[same] & 0xc0) == 0x80)))
		same--;
	size_t rest_a = count_characters(slice_cut(a, same, a.len));
	size_t rest_b = count_characters(slice_cut(b, same, b.len));
	size_t longer = rest_a > rest_b ? rest_a : rest_b;
	size_t shorter = rest_a > rest_b ? rest_b : rest_a;
	return count_characters(slice_cut(a, 0, same)) >= STEM && longer <= ENDING_LONG &&
	       shorter <= ENDING_SHORT;
}
