/* persons: the persons, and organisations of several words, that a document names. */
#ifndef PERSONS_H
#define PERSONS_H

#include "article.h"
#include "map.h"
#include "name.h"

/* A person's name as the document gives it most fully. */
struct person {
	uint64_t first; /* hash of the first name */
	struct range words;
	uint32_t mentions; /* by the full name */
	uint32_t next;     /* of the same last name, from 1; 0: none */
	struct slice role; /* the longest that was told */
	uint64_t gender;   /* NAME_MALE or NAME_FEMALE where title or first name tell, else 0 */
	bool organisation; /* it looks like a person's name, but "the lender Banca Nova" */
};

/* All zero before its first use. */
struct persons {
	struct person *items;
	size_t count, capacity;
	struct map
		by_last; /* place of a person, from 1; keys are hashes in the article's words */
	struct map by_first; /* the same; organisations of several words, too */
	const struct article *article;
	bool inflects; /* names have cases: Holm, Holma */
};

/* Reads the names of all persons in the article. */
void persons_read(struct persons *persons, const struct article *article, bool inflects);

/*
 * The place, from 1, of the person whom the run names: of that last name and the same first
 * name; by the last name alone, the one named most often; by the first name alone, as an
 * organisation is called by the first word of its name. 0 where there is none.
 */
uint32_t persons_find(
	const struct persons *persons, const struct word *words, struct range run);

/*
 * The first person in the sentence whom "he" or "she" of the next may mean: one who is named as
 * a subject may be, and not known to be of another gender. NULL where there is none.
 */
struct person *persons_subject(const struct persons *persons, const struct word *words,
	struct range sentence, uint64_t gender);

void persons_free(struct persons *persons);

#endif
