/* quote: what stands between quotation marks in each sentence of a corpus. */
#ifndef QUOTE_H
#define QUOTE_H

#include "candidates.h"
#include "corpus.h"
#include "passage.h"
#include "terms.h"

/* What is quoted in one sentence, in one part or more. */
struct quote {
	uint32_t sentence;
	uint32_t first, count; /* its parts */
	uint32_t first_term, terms;
	uint32_t words; /* of which "we're" is one */
};

struct quotes {
	struct quote *items; /* in the order of their sentences */
	size_t count;
	struct quoted *parts;
	uint32_t *terms; /* their words, as terms.h has them; repeated ones included */
	size_t term_count;

	/* private */
	const struct corpus *corpus;
	struct lexicons *lexicons;
	uint32_t *of_sentences; /* the quotation in each, from 1; 0: none */
	size_t capacity, part_count, part_capacity, term_capacity;
};

/* Finds those of four words or more. */
void quotes_read(struct quotes *quotes, const struct corpus *corpus, struct lexicons *lexicons);

/* The words of a quotation. */
static inline const uint32_t *
quotes_terms(const struct quotes *quotes, size_t quote, size_t *count)
{
	*count = quotes->items[quote].terms;
	return quotes->terms + quotes->items[quote].first_term;
}

/* Fills the passage with the words of a quotation. */
void quotes_make(const struct quotes *quotes, struct passage *passage, size_t quote);

/* Fills the passage with the words of a part of a sentence. */
void quotes_make_part(const struct quotes *quotes, struct passage *passage, size_t sentence,
	struct quoted part);

/* The text of a sentence, as far as it is looked at. */
struct slice quotes_text(const struct quotes *quotes, size_t sentence);

/* The quotation in a sentence, or SIZE_MAX. */
static inline size_t
quotes_in(const struct quotes *quotes, uint32_t sentence)
{
	return (size_t)quotes->of_sentences[sentence] - 1;
}

/*
 * Makes ready the candidates for tying quotations with one another and with sentences:
 * quotations are numbered first, all sentences behind them.
 */
void quotes_candidates(
	struct candidates *candidates, const struct quotes *quotes, const struct terms *terms);

void quotes_free(struct quotes *quotes);

#endif
