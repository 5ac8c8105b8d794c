/*
 * rule: one way to read a period of time. Rules are rows of a table: what they may begin with,
 * so that most are not even tried, and the function that reads.
 */
#ifndef RULE_H
#define RULE_H

#include "period.h"
#include "scan.h"

/* Returns the token behind what was read, 0 where the rule does not hold. */
typedef size_t rule_read(const struct scan *scan, size_t at, struct period *period);

struct rule {
	bool digits;        /* may begin with digits, */
	uint32_t roles;     /* a word or phrase with one of these roles, */
	uint64_t operators; /* or one of these operators */
	rule_read *read;
};

/* Reads by the rule that reaches furthest, the first of those that reach as far. */
size_t rules_longest(const struct rule *rules, size_t count, const struct scan *scan, size_t at,
	struct period *period);

#define RULES_LONGEST(rules, scan, at, period)                                                 \
	rules_longest((rules), sizeof(rules) / sizeof *(rules), (scan), (at), (period))

#endif
