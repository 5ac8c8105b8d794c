/*
 * quoted: somebody's words at second hand. "The paper quoted Holm as saying that …" and "Holm
 * was quoted by the paper as saying that …" have two sources: Holm, and who has it from him.
 */
#ifndef QUOTED_H
#define QUOTED_H

#include "article.h"
#include "finding.h"

/* Puts both in the place of what the findings from `from` on make of such sentences. */
void quoted_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from);

#endif
