/*
 * quoter: who speaks a quotation beside which no known verb stands: “…,” chirped Ida Holm;
 * “…,” Ida Holm chirped; Ida Holm threw back: “…”
 */
#ifndef QUOTER_H
#define QUOTER_H

#include "clause.h"

/* Adds who speaks the sentence's quotations, those that none of the findings from `from` on
 * has. */
void quoter_find(const struct clause *c, struct findings *findings, size_t from);

#endif
