/*
 * mend: what the rules know better than the tagger: a cue's source that it missed, "according
 * to", and chains, in which one thing is told by several ("the paper, citing officials,
 * reported").
 */
#ifndef MEND_H
#define MEND_H

#include "article.h"
#include "finding.h"

/*
 * Mends the paragraph's findings, those from `from` on, that were read from its words'
 * `labels`; `by_rules` are what the rules found.
 */
void mend(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, const struct findings *by_rules, struct findings *findings,
	size_t from);

/*
 * "The paper, citing officials, reported that …": adds one more source for what the findings
 * from `from` on say, or, where the paper's own was missed, what `by_rules` has of it.
 */
void mend_citing(const struct article *article, const struct paragraph *paragraph,
	const struct findings *by_rules, struct findings *findings, size_t from);

#endif
