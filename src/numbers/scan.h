/*
 * scan: where the grammar stands in a sentence.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>

#include "calendar.h"
#include "lexeme.h"

struct scan {
	const struct lexemes *lexemes;
	const struct date *today; /* the document's date, or NULL */
	int clock;                /* its time of day in minutes; -1: not known */
	size_t floor;             /* behind the last number found */
	size_t rate, rate_next;   /* as in the last number: what was read of it further on */
	struct rule_index *rules;
};

#endif
