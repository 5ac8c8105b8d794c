#include "subject.h"

#include "utf8.h"

enum {
	NEAR_WORDS = 8,  /* on either side of a number */
	WIDE_WORDS = 32, /* of which names are kept */
	LETTERS = 3,     /* of a name that are the same in all its cases */
	LEAST_BYTES = 2, /* of a name */
	AROUND = 8,      /* numbers on either side that may be dates */
	MENTIONS = 32,   /* speakers that are looked at */
};

/* Whether a word is part of a number near this one: of a date, "on Monday". */
static bool
in_number(const struct corpus *corpus, size_t index, const struct word *word)
{
	uint32_t sentence = corpus->numbers[index].sentence;
	size_t from = index > AROUND ? index - AROUND : 0;
	for (size_t i = from; i < corpus->number_count && i <= index + AROUND; i++) {
		const struct number *number = &corpus->numbers[i];
		if (number->sentence == sentence && number->start < word->end &&
			word->start < number->end)
			return true;
	}
	return false;
}

/* Whether it names one who tells something here. */
static bool
in_mention(const struct corpus *corpus, uint32_t sentence, const struct word *word)
{
	size_t first = corpus->sentences[sentence].attributions;
	for (size_t i = first; i < corpus->attribution_count && i - first < MENTIONS; i++) {
		const struct attribution *attribution = &corpus->attributions[i];
		if (attribution->sentence != sentence)
			return false;
		if (attribution->at == sentence && attribution->mention_start < word->end &&
			word->start < attribution->mention_end)
			return true;
	}
	return false;
}

/*
 * Whether it is written as a name. The first word of a sentence is one where all common words
 * are known; behind a quotation mark another sentence begins.
 */
static bool
is_name(const struct lexicon *lexicon, const struct words *words, struct slice text, size_t at)
{
	const struct word *word = &words->items[at];
	if (!word->capital || word->end - word->start < LEAST_BYTES)
		return false;
	if (at == 0 || word->start == 0)
		return !lexicon->english && !word->known;
	return text.data[word->start - 1] == ' ' || text.data[word->start - 1] == '-';
}

static uint16_t
beginning_of(struct slice text, const struct word *word)
{
	size_t end = word->start;
	for (size_t i = 0, len; i < LETTERS && end < word->end; i++, end += len)
		utf8_decode(text, end, &len);
	return (uint16_t)(map_hash(slice_cut(text, word->start, end)) >> 48);
}

/* Where the words near the number end that stand in its part of the sentence. */
static size_t
end_of_near(const struct words *words, struct slice text, struct place place)
{
	size_t end = place.last;
	while (end < words->count && end - place.last < NEAR_WORDS &&
		(end == 0 || !circumstance_ends_part(words, text, end - 1)))
		end++;
	return end;
}

struct subject
subject_of(const struct corpus *corpus, const struct lexicon *lexicon, size_t number,
	const struct words *words, struct place place)
{
	uint32_t sentence = corpus->numbers[number].sentence;
	struct slice text = corpus->sentences[sentence].text;
	struct subject subject = {.language = (uint16_t)map_hash(slice_of(lexicon->language))};
	if (lexicon->noun_capitals || !corpus->sentences[sentence].prose)
		return subject;
	size_t near_end = end_of_near(words, text, place);
	size_t from = place.first > WIDE_WORDS ? place.first - WIDE_WORDS : 0;
	for (size_t i = from; i < words->count && i < place.last + WIDE_WORDS &&
			      subject.count < SUBJECT_NAMES;
		i++) {
		const struct word *word = &words->items[i];
		if (!is_name(lexicon, words, text, i) || in_number(corpus, number, word) ||
			in_mention(corpus, sentence, word))
			continue;
		subject.names[subject.count++] = beginning_of(text, word);
		subject.near |= i + NEAR_WORDS >= place.first && i < near_end;
	}
	return subject;
}

/* The same whichever comes first. */
static uint32_t
pair_of(uint16_t a, uint16_t b)
{
	return ((a ^ b) + (uint32_t)a * b) % (COMPANY_WORDS * 64);
}

void
company_add(struct company *company, const struct subject *subject)
{
	for (size_t i = 0; i < subject->count; i++)
		for (size_t j = 0; j < i; j++) {
			uint32_t pair = pair_of(subject->names[i], subject->names[j]);
			company->bits[pair / 64] |= (uint64_t)1 << pair % 64;
		}
}

static bool
are_company(const struct company *company, uint16_t a, uint16_t b)
{
	uint32_t pair = pair_of(a, b);
	return company->bits[pair / 64] >> pair % 64 & 1;
}

bool
subjects_apart(const struct company *company, const struct subject *a, const struct subject *b)
{
	if (!a->near || !b->near || a->language != b->language)
		return false;
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			if (a->names[i] == b->names[j] ||
				are_company(company, a->names[i], b->names[j]))
				return false;
	return true;
}
