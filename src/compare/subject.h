/*
 * subject: whose an amount is, as far as the names in its sentence tell: the 14 wounded in
 * Kharkiv are not the 31 in Odesa. Names of those who tell it, and of days, do not count.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "circumstance.h"
#include "corpus.h"
#include "lexicon.h"

enum {
	SUBJECT_NAMES = 6, /* that are kept of a sentence */
	COMPANY_WORDS = 1024,
};

struct subject {
	uint16_t names[SUBJECT_NAMES]; /* hashes of their first letters: names have cases */
	uint8_t count;
	bool near;         /* one of them stands near the number */
	uint16_t language; /* in which they are written: a hash */
};

/* Which names stand together in a sentence, as a town and its province do: a bit for two. */
struct company {
	uint64_t bits[COMPANY_WORDS];
};

/*
 * Those of corpus->numbers[number], at `place` among the words of its sentence. There are none
 * where every noun may have a capital: in headlines, and in German.
 */
struct subject subject_of(const struct corpus *corpus, const struct lexicon *lexicon,
	size_t number, const struct words *words, struct place place);

void company_add(struct company *company, const struct subject *subject);

/*
 * Whether both are told of somebody or some place, in one language, and of others: no name is
 * the same or stands together with one of the other's.
 */
bool subjects_apart(
	const struct company *company, const struct subject *a, const struct subject *b);

#endif
