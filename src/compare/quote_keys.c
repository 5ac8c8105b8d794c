#include <stdlib.h>

#include "quote.h"

enum {
	BITS_MIN = 12,     /* that each of two words must tell on average to be a key */
	FILTER_BITS = 256, /* for each quotation */
	KEYS_EACH = 64,    /* about so many keys are there for each quotation */
	PAIRS_EACH = 8,    /* that are looked at, for each quotation */
	PAIRS_MIN = 1 << 18,
};

static uint32_t
key_of(const uint32_t *stems, size_t count)
{
	uint64_t key = count;
	for (size_t i = 0; i < count; i++)
		key = (key ^ (stems[i] & (uint32_t)TERM_STEM)) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(key >> 32);
}

/* A set of keys; it may claim a few more than were put in. */
struct filter {
	uint8_t *bits;
	uint32_t mask;
};

static void
filter_add(struct filter *filter, uint32_t key)
{
	filter->bits[(key & filter->mask) / 8] |= (uint8_t)(1u << key % 8);
}

static bool
filter_has(const struct filter *filter, uint32_t key)
{
	return filter->bits[(key & filter->mask) / 8] & 1u << key % 8;
}

/* What keys are taken from, and which: those of a part, of sentences those in the filter. */
struct taking {
	struct candidates *candidates;
	const struct quotes *quotes;
	const struct terms *terms;
	struct filter filter;
	struct passage passage;
	size_t part, parts;
};

/* The keys of a quotation: two words in a row that tell something, and any three. */
static void
take_quote_keys(struct taking *taking, uint32_t quote)
{
	const struct passage *passage = &taking->passage;
	quotes_make(taking->quotes, &taking->passage, quote);
	for (size_t size = 2; size <= 3; size++)
		for (size_t i = 0; i + size <= passage->count; i++) {
			const struct word *word = &passage->words[i];
			if (size == 2 && word[0].bits + word[1].bits < 2 * BITS_MIN)
				continue;
			uint32_t key = key_of(&passage->stems[i], size);
			if (candidates_part(key, taking->parts) != taking->part)
				continue;
			filter_add(&taking->filter, key);
			candidates_add(taking->candidates, key, quote);
		}
}

static void
take_sentence_keys(struct taking *taking, uint32_t sentence)
{
	size_t count;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	for (size_t size = 2; size <= 3; size++)
		for (size_t i = 0; i + size <= count; i++) {
			uint32_t key = key_of(terms + i, size);
			if (candidates_part(key, taking->parts) == taking->part &&
				filter_has(&taking->filter, key))
				candidates_add(taking->candidates, key,
					(uint32_t)taking->quotes->count + sentence);
		}
}

/* One key for all words of each quotation: those that many reports carry are found by it. */
static void
take_whole_keys(struct taking *taking)
{
	for (size_t i = 0; i < taking->quotes->count; i++) {
		quotes_make(taking->quotes, &taking->passage, i);
		candidates_add(taking->candidates,
			key_of(taking->passage.stems, taking->passage.count), (uint32_t)i);
	}
}

void
quotes_candidates(
	struct candidates *candidates, const struct quotes *quotes, const struct terms *terms)
{
	size_t sentences = quotes->corpus->sentence_count;
	uint32_t size = 1024;
	while (size < quotes->count * FILTER_BITS && size < 1u << 28)
		size *= 2;
	struct taking taking = {.candidates = candidates,
		.quotes = quotes,
		.terms = terms,
		.filter = {memory_new_zeroed(size / 8, 1), size - 1},
		.parts = candidates_parts(quotes->count * KEYS_EACH)};
	for (; taking.part < taking.parts; taking.part++) {
		for (size_t i = 0; i < quotes->count; i++)
			take_quote_keys(&taking, (uint32_t)i);
		for (size_t i = 0; i < sentences; i++)
			take_sentence_keys(&taking, (uint32_t)i);
		candidates_keep(candidates, CANDIDATES_LIMIT,
			(PAIRS_MIN + quotes->count * PAIRS_EACH) / taking.parts);
	}
	take_whole_keys(&taking);
	candidates_chain(candidates, CANDIDATES_LIMIT);
	candidates_ready(candidates, quotes->count + sentences);
	free(taking.filter.bits);
	passage_free(&taking.passage);
}
