#include <stdlib.h>

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
	bool *met;            /* whether each sentence has a run of a quotation */
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

static bool
has_run(const uint32_t *terms, size_t count, uint64_t key)
{
	for (size_t i = 0; i + RUN <= count; i++) {
		uint64_t hash = 0;
		for (size_t j = 0; j < RUN; j++)
			hash = hash_on(hash, terms[i + j]);
		if (key_from(hash) == key)
			return true;
	}
	return false;
}

/* Puts a key aside that may be one that repeats; what is known of it is fetched. */
static size_t
put_aside(struct taking *taking, size_t count, uint64_t key)
{
	if (!key || !repeats_of(&taking->again, key))
		return count;
	repeats_fetch(&taking->words, key);
	tally_fetch(&taking->tally, key);
	taking->aside[count] = key;
	return count + 1;
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
	for (size_t i = 0; i < count; i++)
		if (repeats_again(&taking->words, taking->aside[i]))
			tally_add(&taking->tally, taking->aside[i]);
}

/*
 * Marks the runs of quotations that are met in the sentence at hand, its own quotation (may be
 * SIZE_MAX) left out. True where it has such a run.
 */
static bool
meet_runs(struct taking *taking, size_t own)
{
	size_t count = 0, own_count = 0;
	bool met = false;
	const uint32_t *terms =
		own == SIZE_MAX ? NULL : quotes_terms(taking->quotes, own, &own_count);
	for (size_t i = 0; i < taking->count; i++) {
		const struct phrase *phrase = &taking->phrases[i];
		if (!phrase->run || !repeats_of(&taking->runs, phrase->run))
			continue;
		repeats_fetch(&taking->words, phrase->three);
		taking->aside[count++] = i;
	}
	for (size_t i = 0; i < count; i++) {
		const struct phrase *phrase = &taking->phrases[taking->aside[i]];
		if (!repeats_of(&taking->words, phrase->three))
			continue; /* it shares a place with a run by chance */
		met = true;
		if (!repeats_again(&taking->runs, phrase->run) &&
			!has_run(terms, own_count, phrase->run))
			repeats_meet(&taking->runs, phrase->run);
	}
	return met;
}

static bool
meet_sentence(struct taking *taking, size_t sentence, size_t own)
{
	size_t count;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	read_phrases(taking, terms, count);
	count_words(taking);
	return meet_runs(taking, own);
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
		taking->met[i] = meet_sentence(taking, i, own ? quote++ : SIZE_MAX);
	}
	repeats_free(&taking->words); /* what repeats is in `again` */
}

static void
take_key(struct taking *taking, uint64_t key, size_t thing)
{
	if (candidates_part(key, taking->parts) == taking->part)
		candidates_add(taking->candidates, key, (uint32_t)thing);
}

static void
take_word(struct taking *taking, uint64_t key, size_t quote)
{
	if (key && repeats_of(&taking->again, key) &&
		tally_of(&taking->tally, key) <= taking->common)
		take_key(taking, key, quote);
}

static void
take_run(struct taking *taking, uint64_t key, size_t thing)
{
	if (key && repeats_again(&taking->runs, key))
		take_key(taking, key, thing);
}

static void
take_quote(struct taking *taking, size_t quote)
{
	read_quote(taking, quote);
	for (size_t i = 0; i < taking->count; i++) {
		take_word(taking, taking->phrases[i].two, quote);
		take_word(taking, taking->phrases[i].three, quote);
		take_run(taking, taking->phrases[i].run, quote);
	}
}

static void
take_sentence(struct taking *taking, size_t sentence)
{
	size_t count;
	const uint32_t *terms = terms_of(taking->terms, sentence, &count);
	read_phrases(taking, terms, count);
	for (size_t i = 0; i < count; i++)
		take_run(taking, taking->phrases[i].run, taking->quotes->count + sentence);
}

/* One key for all words of each quotation: those that many reports carry are found by it. */
static void
take_whole(struct taking *taking, size_t quote)
{
	size_t count;
	const uint32_t *terms = quotes_terms(taking->quotes, quote, &count);
	uint64_t hash = 0;
	for (size_t i = 0; i < count; i++)
		hash = hash_on(hash, terms[i]);
	candidates_add(taking->candidates, key_from(hash), (uint32_t)quote);
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
	for (size_t i = 0; i < taking->quotes->count; i++)
		take_quote(taking, i);
	for (size_t i = 0; i < taking->terms->sentences; i++)
		if (taking->met[i])
			take_sentence(taking, i);
}

static void
taking_free(struct taking *taking)
{
	free(taking->met);
	free(taking->phrases);
	free(taking->aside);
	repeats_free(&taking->runs);
	repeats_free(&taking->again);
	tally_free(&taking->tally);
}

void
quotes_candidates(
	struct candidates *candidates, const struct quotes *quotes, const struct terms *terms)
{
	struct taking taking = {.candidates = candidates,
		.quotes = quotes,
		.terms = terms,
		.met = memory_new(terms->sentences * sizeof *taking.met),
		.common = common_in(quotes->count),
		.parts = candidates_parts(quotes->term_count / 2)};
	candidates->things = quotes->count;
	repeats_begin(&taking.words, 2 * quotes->term_count);
	repeats_begin(&taking.runs, RUN_PLACES * quotes->term_count);
	meet_all(&taking);
	size_t pairs = PAIRS_MIN + quotes->count * PAIRS_EACH;
	for (; taking.part < taking.parts; taking.part++) {
		take_part(&taking);
		if (taking.part + 1 == taking.parts)
			taking_free(&taking);
		candidates_keep(candidates, CANDIDATES_LIMIT, pairs / taking.parts);
	}
	for (size_t i = 0; i < quotes->count; i++)
		take_whole(&taking, i);
	candidates_chain(candidates, CANDIDATES_LIMIT);
	candidates_ready(candidates);
}
