/*
 * office: bodies that speak in every country, and countries, by the words of each language:
 * "Innenministerium", "ministère de l'Intérieur" and "Ministry of the Interior" are one thing.
 */
#ifndef OFFICE_H
#define OFFICE_H

#include "lexicon.h"

/*
 * The office that words[] of a name, in lower case, begin with; the one of the most words, of
 * the longest of those. `*taken` is how many words it takes. NULL where there is none.
 */
const struct office *office_find(
	const struct lexicon *lexicon, const struct slice *words, size_t count, size_t *taken);

#endif
