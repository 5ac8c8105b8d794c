#include <stdlib.h>

#include "bitset.h"
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
	AHEAD = 16, /* runs that are fetched before they are asked for */
};

/* What begins at a word: keys of two words in a row that tell something, of three, of a run. */
struct phrase {
	uint64_t two, three, run; /* 0: none */
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
	struct repeats again; /* those of `words` that repeat: few, to be looked at first */
	struct tally tally;   /* of these, in quotations and sentences, */
	unsigned common;      /* up to which they tell something */
	/* the terms of quotations, and those of sentences, at which a key begins */
	struct bitset twos, threes, quote_runs, sentence_runs;
	size_t part, parts;

	/* of the quotation or sentence at hand */
	struct phrase *phrases;
	uint64_t *aside; /* keys or places of phrases that are looked at again */
	size_t count, capacity, aside_capacity;
};

/* The hash of some words and one more. */
static uint64_t
hash_on(uint64_t hash, uint32_t term)
{
	return (hash ^ (term & (uint32_t)TERM_STEM)) * 0x9e3779b97f4a7c15u;
}

static uint64_t
key_from(uint64_t hash)
{
	return hash >> (64 - CANDIDATES_KEY_BITS);
}

static bool
are_telling(uint32_t a, uint32_t b)
{
	return (a & TERM_BITS) + (b & TERM_BITS) >= (uint32_t)2 * BITS_MIN;
}

/* Reads the phrases of a text; what is known of its runs is fetched meanwhile. */
static void
read_phrases(struct taking *taking, const uint32_t *terms, size_t count)
{
	taking->phrases = memory_reserve(
		taking->phrases, &taking->capacity, count, sizeof *taking->phrases);
	taking->aside = memory_reserve(
		taking->aside, &taking->aside_capacity, 2 * count, sizeof *taking->aside);
	taking->count = count;
	for (size_t i = 0; i < count; i++) {
		struct phrase *phrase = &taking->phrases[i];
		size_t left = count - i;
		uint64_t two = left < 2 ? 0 : hash_on(hash_on(0, terms[i]), terms[i + 1]);
		uint64_t three = left < 3 ? 0 : hash_on(two, terms[i + 2]);
		phrase->run = left < RUN ? 0 : key_from(hash_on(three, terms[i + 3]));
		repeats_fetch(&taking->runs, phrase->run);
		phrase->three = key_from(three);
		phrase->two =
			left >= 2 && are_telling(terms[i], terms[i + 1]) ? key_from(two) : 0;
	}
}

static void
read_quote(struct taking *taking, size_t quote)
{
	size_t count;
	const uint32_t *terms = quotes_terms(taking->quotes, quote, &count);
	read_phrases(taking, terms, count);
}

/* The same; what is known of its words is fetched, too. */
static void
read_new_quote(struct taking *taking, size_t quote)
{
	read_quote(taking, quote);
	for (size_t i = 0; i < taking->count; i++) {
		repeats_fetch(&taking->words, taking->phrases[i].two);
		repeats_fetch(&taking->words, taking->phrases[i].three);
	}
}

static void
meet_quote(struct taking *taking, size_t quote)
{
	read_new_quote(taking, quote);
	for (size_t i = 0; i < taking->count; i++) {
		const struct phrase *phrase = &taking->phrases[i];
		if (phrase->two)
			repeats_meet(&taking->words, phrase->two);
		if (phrase->three)
			repeats_meet(&taking->words, phrase->three);
		if (phrase->run)
			repeats_meet(&taking->runs, phrase->run);
	}
}

static void
count_key_of_quote(struct taking *taking, uint64_t key)
{
	if (!key || !repeats_again(&taking->words, key))
		return;
	repeats_meet(&taking->again, key);
	tally_add(&taking->tally, key);
}

static void
count_quote(struct taking *taking, size_t quote)
{
	read_new_quote(taking, quote);
	for (size_t i = 0; i < taking->count; i++) {
		count_key_of_quote(taking, taking->phrases[i].two);
		count_key_of_quote(taking, taking->phrases[i].three);
	}
}

/* The key of so many words. */
static inline uint64_t
key_of(const uint32_t *terms, size_t words)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < words; i++)
		hash = hash_on(hash, terms[i]);
	return key_from(hash);
}

static bool
has_run(const uint32_t *terms, size_t count, uint64_t key)
{
	for (size_t i = 0; i + RUN <= count; i++)
		if (key_of(terms + i, RUN) == key)
			return true;
	return false;
}

/* Puts a key aside if it may be one that repeats: without a branch, for none would be foreseen.
 */
static size_t
put_aside(struct taking *taking, size_t count, uint64_t key)
{
	taking->aside[count] = key;
	return count + (key && repeats_of(&taking->again, key));
}

/* Counts the words of the sentence at hand that repeat in quotations. */
static void
count_words(struct taking *taking)
{
	size_t count = 0;
	for (size_t i = 0; i < taking->count; i++) {
		count = put_aside(taking, count, taking->phrases[i].two);
		count = put_aside(taking, count, taking->phrases[i].three);
	}
	for (size_t i = 0; i < count; i++) {
		repeats_fetch(&taking->words, taking->aside[i]);
		tally_fetch(&taking->tally, taking->aside[i]);
	}
	for (size_t i = 0; i < count; i++)
		if (repeats_again(&taking->words, taking->aside[i]))
			tally_add(&taking->tally, taking->aside[i]);
}

/* Puts the places of runs aside that quotations may have; returns how many. */
static size_t
put_runs_aside(struct taking *taking)
{
	size_t count = 0;
	for (size_t i = 0; i < taking->count; i++) {
		uint64_t run = taking->phrases[i].run;
		taking->aside[count] = i;
		count += run && repeats_of(&taking->runs, run);
	}
	for (size_t i = 0; i < count; i++)
		repeats_fetch(&taking->words, taking->phrases[taking->aside[i]].three);
	return count;
}

/*
 * Marks the runs of quotations that are met in the sentence at hand, its own quotation (may be
 * SIZE_MAX) left out, and where they begin in it.
 */
static void
meet_runs(struct taking *taking, size_t sentence, size_t own)
{
	size_t count = put_runs_aside(taking), own_count = 0;
	bool met = false;
	const uint32_t *terms =
		own == SIZE_MAX ? NULL : quotes_terms(taking->quotes, own, &own_count);
	for (size_t i = 0; i < count; i++) {
		const struct phrase *phrase = &taking->phrases[taking->aside[i]];
		if (!repeats_of(&taking->words, phrase->three))
			continue; /* it shares a place with a run by chance */
		met = true;
		if (!repeats_again(&taking->runs, phrase->run) &&
			!has_run(terms, own_count, phrase->run))
			repeats_meet(&taking->runs, phrase->run);
	}
	for (size_t i = 0; met && i < count; i++)
		bitset_add(&taking->sentence_runs,
			taking->terms->first[sentence] + taking->aside[i]);
}

static void
meet_sentence(struct taking *taking, size_t sentence, size_t own)
{
	size_t count;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	read_phrases(taking, terms, count);
	count_words(taking);
	meet_runs(taking, sentence, own);
}

static void
meet_all(struct taking *taking)
{
	const struct quotes *quotes = taking->quotes;
	size_t quote = 0;
	for (size_t i = 0; i < quotes->count; i++)
		meet_quote(taking, i);
	repeats_begin(&taking->again, taking->words.again / 2);
	tally_begin(&taking->tally, taking->words.again);
	for (size_t i = 0; i < quotes->count; i++)
		count_quote(taking, i);
	for (size_t i = 0; i < taking->terms->sentences; i++) {
		bool own = quote < quotes->count && quotes->items[quote].sentence == i;
		meet_sentence(taking, i, own ? quote++ : SIZE_MAX);
	}
	repeats_free(&taking->words); /* what repeats is in `again` */
}

/* Whether two or three words of a quotation repeat, and not too often. */
static bool
is_telling(const struct taking *taking, uint64_t key)
{
	return key && repeats_of(&taking->again, key) &&
	       tally_of(&taking->tally, key) <= taking->common;
}

static void
settle_quote(struct taking *taking, size_t quote)
{
	size_t first = taking->quotes->items[quote].first_term;
	read_quote(taking, quote);
	for (size_t i = 0; i < taking->count; i++) {
		const struct phrase *phrase = &taking->phrases[i];
		if (is_telling(taking, phrase->two))
			bitset_add(&taking->twos, first + i);
		if (is_telling(taking, phrase->three))
			bitset_add(&taking->threes, first + i);
		if (phrase->run && repeats_again(&taking->runs, phrase->run))
			bitset_add(&taking->quote_runs, first + i);
	}
}

static void
fetch_next_run(const struct taking *taking, struct bitset_walk *walk)
{
	size_t at = bitset_next(&taking->sentence_runs, walk);
	if (at != SIZE_MAX)
		repeats_fetch(&taking->runs, key_of(taking->terms->items + at, RUN));
}

/* Leaves only those runs of sentences that were met again. */
static void
settle_sentences(struct taking *taking)
{
	struct bitset *runs = &taking->sentence_runs;
	struct bitset_walk ahead = {0}, walk = {0};
	for (int i = 0; i < AHEAD; i++)
		fetch_next_run(taking, &ahead);
	for (size_t at; (at = bitset_next(runs, &walk)) != SIZE_MAX;) {
		fetch_next_run(taking, &ahead);
		if (!repeats_again(&taking->runs, key_of(taking->terms->items + at, RUN)))
			bitset_drop(runs, at);
	}
}

/* Finds out which phrases are keys: from here on nothing else need be known of them. */
static void
settle(struct taking *taking)
{
	for (size_t i = 0; i < taking->quotes->count; i++)
		settle_quote(taking, i);
	settle_sentences(taking);
	repeats_free(&taking->runs);
	repeats_free(&taking->again);
	tally_free(&taking->tally);
}

static void
take_key(struct taking *taking, uint64_t key, size_t thing)
{
	if (candidates_part(key, taking->parts) == taking->part)
		candidates_add(taking->candidates, key, (uint32_t)thing);
}

/* The keys of so many words of quotations. */
static void
take_quotes(struct taking *taking, const struct bitset *keys, size_t words)
{
	const struct quotes *quotes = taking->quotes;
	const struct quote *quote = quotes->items;
	struct bitset_walk walk = {0};
	for (size_t at; (at = bitset_next(keys, &walk)) != SIZE_MAX;) {
		while (quote->first_term + quote->terms <= at)
			quote++;
		take_key(taking, key_of(quotes->terms + at, words),
			(size_t)(quote - quotes->items));
	}
}

static void
take_sentences(struct taking *taking)
{
	const struct terms *terms = taking->terms;
	struct bitset_walk walk = {0};
	size_t sentence = 0;
	for (size_t at; (at = bitset_next(&taking->sentence_runs, &walk)) != SIZE_MAX;) {
		while (terms->first[sentence + 1] <= at)
			sentence++;
		take_key(taking, key_of(terms->items + at, RUN),
			taking->quotes->count + sentence);
	}
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

static void
take_part(struct taking *taking)
{
	take_quotes(taking, &taking->twos, 2);
	take_quotes(taking, &taking->threes, 3);
	take_quotes(taking, &taking->quote_runs, RUN);
	take_sentences(taking);
}

static void
taking_begin(struct taking *taking)
{
	size_t words = taking->quotes->term_count;
	repeats_begin(&taking->words, 2 * words);
	repeats_begin(&taking->runs, RUN_PLACES * words);
	bitset_begin(&taking->twos, words);
	bitset_begin(&taking->threes, words);
	bitset_begin(&taking->quote_runs, words);
	bitset_begin(&taking->sentence_runs, taking->terms->count);
}

static void
taking_free(struct taking *taking)
{
	bitset_free(&taking->twos);
	bitset_free(&taking->threes);
	bitset_free(&taking->quote_runs);
	bitset_free(&taking->sentence_runs);
	free(taking->phrases);
	free(taking->aside);
}

void
quotes_candidates(
	struct candidates *candidates, const struct quotes *quotes, const struct terms *terms)
{
	struct taking taking = {.candidates = candidates,
		.quotes = quotes,
		.terms = terms,
		.common = common_in(quotes->count),
		.parts = candidates_parts(quotes->term_count / 2)};
	candidates->things = quotes->count;
	taking_begin(&taking);
	meet_all(&taking);
	settle(&taking);
	size_t pairs = PAIRS_MIN + quotes->count * PAIRS_EACH;
	for (; taking.part < taking.parts; taking.part++) {
		take_part(&taking);
		candidates_keep(candidates, CANDIDATES_LIMIT, pairs / taking.parts);
	}
	for (size_t i = 0; i < quotes->count; i++)
		take_whole(&taking, i);
	taking_free(&taking);
	candidates_chain(candidates, CANDIDATES_LIMIT);
	candidates_ready(candidates);
}
