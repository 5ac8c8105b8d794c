/*
 * clause: a sentence as the rules walk over it: where the clauses in it begin and end, and
 * which of them is what a cue's source says. All places are words of the article.
 */
#ifndef CLAUSE_H
#define CLAUSE_H

#include "finding.h"
#include "lexicon.h"
#include "words.h"

struct clause {
	const struct word *words;
	struct range sentence;
	const struct lexicon *lexicon;
	struct range before; /* the sentence before, "Das sagte die Polizei"; empty: none */
};

/* Whether that mark stands at `at`; not beyond the sentence. */
bool clause_is_mark(const struct clause *c, uint32_t at, char mark);

/* How many words the range has; marks are none. */
uint32_t clause_count(const struct clause *c, struct range range);

/*
 * Where a clause that begins at `from` ends: before the next cue's clause, at the latest with
 * the sentence. "…, while X says" and "…, adding that" begin clauses of their own.
 */
uint32_t clause_end(const struct clause *c, uint32_t from);

/*
 * Where the clause begins that ends at `at`: with the sentence, behind a semicolon, at `floor`
 * at the earliest.
 */
uint32_t clause_start(const struct clause *c, uint32_t at, uint32_t floor);

/* "…, X said on Monday.": nothing but the cue's own tail stands behind `at`. */
bool clause_only_tail_follows(const struct clause *c, uint32_t at);

/* "…, dijeron fuentes que pidieron el anonimato": of a long clause the cue's "that" is none. */
bool clause_relative_follows(const struct clause *c, uint32_t at, struct range left);

/* Whether nothing but words for a time stands there: "|El lunes| dijo el alcalde". */
bool clause_is_time(const struct clause *c, struct range range);

/* Whether something that can be what is said stands between `floor` and `before`. */
bool clause_has_left(const struct clause *c, uint32_t before, uint32_t floor);

/* Adds the words from `start` to `end`, without the marks around them, to what is said. */
void clause_add(const struct clause *c, struct finding *finding, uint32_t start, uint32_t end);

/*
 * Adds what is said behind a cue of these traits, from `at` on: a quotation, "that" and a
 * clause, or a clause.
 */
void clause_add_right(
	const struct clause *c, struct finding *finding, uint32_t at, uint64_t cue);

/*
 * Adds what is said up to `before`, and what goes on behind `after`: "It is possible, they
 * said, that the rain returns."
 */
void clause_add_left(const struct clause *c, struct finding *finding, uint32_t before,
	uint32_t after, uint32_t floor);

#endif
