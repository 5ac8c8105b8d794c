/*
 * chains: one thing told by several: "…, he said, according to the paper", "The paper, citing
 * officials, reported …", "…, with officials saying that more may come".
 */
#ifndef CHAINS_H
#define CHAINS_H

#include "article.h"
#include "finding.h"

/* Adds what the rules found said "according to" somebody, where the findings lack it. */
void chains_by(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from);

/*
 * "The paper, citing officials, reported that …": adds one more source for what the findings
 * from `from` on say, or, where the paper's own was missed, what `by_rules` has of it.
 */
void chains_citing(const struct article *article, const struct paragraph *paragraph,
	const struct findings *by_rules, struct findings *findings, size_t from);

/* "…, with estimates suggesting that more will": adds them. */
void chains_absolute(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from);

#endif
