/*
 * mend: what the rules know better than the tagger: where what is said begins and ends, and a
 * cue's source that it missed or took for another.
 */
#ifndef MEND_H
#define MEND_H

#include "article.h"
#include "finding.h"

/*
 * Mends what the paragraph's findings say, those from `from` on, that were read from its words'
 * `labels`; `by_rules` are what the rules found.
 */
void mend_contents(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, const struct findings *by_rules, struct findings *findings,
	size_t from);

/* "X said ten left; |the union spoke of twenty|": what is said ends there. */
void mend_semicolons(const struct article *article, struct findings *findings, size_t from);

/*
 * "It was closed, the agency reported.": adds what `by_rules` has of a sentence in which
 * nothing else was found, where what is said, the source and the cue make up all of it.
 */
void mend_missed(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from);

/* Mends who says it. */
void mend_sources(const struct article *article, struct findings *findings, size_t from);

#endif
