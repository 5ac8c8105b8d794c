#include "quote.h"
#include "repeats.h"

enum {
	BITS_MIN = 12,     /* that each of two words must tell on average to be a key */
	RUN = 4,           /* words that are found again without marks */
	RUN_PLACES = 2,    /* as many as for others: each word of all sentences is looked up */
	COMMON = 20,       /* sentences that may have a phrase of a large collection; */
	FEW_QUOTES = 1000, /* of one with so many quotations or fewer, CANDIDATES_LIMIT */
	PAIRS_EACH = 8,    /* that are looked at, for each quotation */
	PAIRS_MIN = 1 << 18,
};

/*
 * Quotations are tied by two words in a row that tell something and any three, unless many
 * sentences have them; quotations and sentences by any four, of which only those count that a
 * sentence shares with a quotation that is not its own.
 */
struct taking {
	struct candidates *candidates;
	const struct quotes *quotes;
	const struct terms *terms;
	struct repeats words, runs;
	struct tally tally; /* of those of `words` that repeat, in quotations and sentences, */
	unsigned common;    /* up to which they tell something */
	size_t part, parts;
};

static uint64_t
key_of(const uint32_t *terms, size_t count)
{
	uint64_t key = count;
	for (size_t i = 0; i < count; i++)
		key = (key ^ (terms[i] & (uint32_t)TERM_STEM)) * 0x9e3779b97f4a7c15u;
	return key >> (64 - CANDIDATES_KEY_BITS);
}

/* Whether the words at `terms`, `size` of them, tell enough to be a key. */
static bool
is_telling(const uint32_t *terms, size_t size)
{
	return size != 2 ||
	       (terms[0] & TERM_BITS) + (terms[1] & TERM_BITS) >= (uint32_t)2 * BITS_MIN;
}

static void
meet_quote(struct taking *taking, const uint32_t *terms, size_t count)
{
	for (size_t size = 2; size < RUN; size++)
		for (size_t i = 0; i + size <= count; i++)
			if (is_telling(terms + i, size))
				repeats_meet(&taking->words, key_of(terms + i, size));
	for (size_t i = 0; i + RUN <= count; i++)
		repeats_meet(&taking->runs, key_of(terms + i, RUN));
}

static void
count_words(struct taking *taking, const uint32_t *terms, size_t count)
{
	for (size_t size = 2; size < RUN; size++)
		for (size_t i = 0; i + size <= count; i++) {
			uint64_t key = key_of(terms + i, size);
			if (repeats_again(&taking->words, key))
				tally_add(&taking->tally, key);
		}
}

static bool
has_run(const uint32_t *terms, size_t count, uint64_t key)
{
	for (size_t i = 0; i + RUN <= count; i++)
		if (key_of(terms + i, RUN) == key)
			return true;
	return false;
}

/* Marks the runs of a sentence that are met in quotations, its own (may be SIZE_MAX) left out.
 */
static void
meet_sentence(struct taking *taking, size_t sentence, size_t own)
{
	size_t count, own_count = 0;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	const uint32_t *own_terms =
		own == SIZE_MAX ? NULL : quotes_terms(taking->quotes, own, &own_count);
	for (size_t i = 0; i + RUN <= count; i++) {
		uint64_t key = key_of(terms + i, RUN);
		if (repeats_of(&taking->runs, key) == REPEATS_MET &&
			!has_run(own_terms, own_count, key))
			repeats_meet(&taking->runs, key);
	}
	count_words(taking, terms, count);
}

static void
meet_all(struct taking *taking)
{
	const struct quotes *quotes = taking->quotes;
	for (size_t i = 0; i < quotes->count; i++) {
		size_t count;
		const uint32_t *terms = quotes_terms(quotes, i, &count);
		meet_quote(taking, terms, count);
	}
	tally_begin(&taking->tally, taking->words.again);
	for (size_t i = 0; i < quotes->count; i++) {
		size_t count;
		const uint32_t *terms = quotes_terms(quotes, i, &count);
		count_words(taking, terms, count);
	}
	for (size_t i = 0, quote = 0; i < taking->terms->sentences; i++) {
		bool own = quote < quotes->count && quotes->items[quote].sentence == i;
		meet_sentence(taking, i, own ? quote++ : SIZE_MAX);
	}
}

static void
take_key(struct taking *taking, uint64_t key, size_t thing)
{
	if (candidates_part(key, taking->parts) == taking->part)
		candidates_add(taking->candidates, key, (uint32_t)thing);
}

static void
take_runs(struct taking *taking, const uint32_t *terms, size_t count, size_t thing)
{
	for (size_t i = 0; i + RUN <= count; i++) {
		uint64_t key = key_of(terms + i, RUN);
		if (repeats_again(&taking->runs, key))
			take_key(taking, key, thing);
	}
}

static void
take_quote(struct taking *taking, size_t quote)
{
	size_t count;
	const uint32_t *terms = quotes_terms(taking->quotes, quote, &count);
	for (size_t size = 2; size < RUN; size++)
		for (size_t i = 0; i + size <= count; i++) {
			uint64_t key = key_of(terms + i, size);
			if (is_telling(terms + i, size) && repeats_again(&taking->words, key) &&
				tally_of(&taking->tally, key) <= taking->common)
				take_key(taking, key, quote);
		}
	take_runs(taking, terms, count, quote);
}

static void
take_sentence(struct taking *taking, size_t sentence)
{
	size_t count;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	take_runs(taking, terms, count, taking->quotes->count + sentence);
}

/* One key for all words of each quotation: those that many reports carry are found by it. */
static void
take_whole(struct taking *taking, size_t quote)
{
	size_t count;
	const uint32_t *terms = quotes_terms(taking->quotes, quote, &count);
	candidates_add(taking->candidates, key_of(terms, count), (uint32_t)quote);
}

/* The larger a collection, the more of its phrases are met again by chance. */
static unsigned
common_in(size_t quotes)
{
	size_t common = quotes ? CANDIDATES_LIMIT * FEW_QUOTES / quotes : 0;
	return common < COMMON             ? COMMON
	       : common > CANDIDATES_LIMIT ? CANDIDATES_LIMIT
					   : (unsigned)common;
}

void
quotes_candidates(
	struct candidates *candidates, const struct quotes *quotes, const struct terms *terms)
{
	struct taking taking = {.candidates = candidates,
		.quotes = quotes,
		.terms = terms,
		.common = common_in(quotes->count),
		.parts = candidates_parts(quotes->term_count)};
	candidates->things = quotes->count;
	repeats_begin(&taking.words, 2 * quotes->term_count);
	repeats_begin(&taking.runs, RUN_PLACES * quotes->term_count);
	meet_all(&taking);
	for (; taking.part < taking.parts; taking.part++) {
		for (size_t i = 0; i < quotes->count; i++)
			take_quote(&taking, i);
		for (size_t i = 0; i < terms->sentences; i++)
			take_sentence(&taking, i);
		candidates_keep(candidates, CANDIDATES_LIMIT,
			(PAIRS_MIN + quotes->count * PAIRS_EACH) / taking.parts);
	}
	for (size_t i = 0; i < quotes->count; i++)
		take_whole(&taking, i);
	candidates_chain(candidates, CANDIDATES_LIMIT);
	candidates_ready(candidates);
	repeats_free(&taking.words);
	repeats_free(&taking.runs);
	tally_free(&taking.tally);
}
