/*
 * rule: one way to read a period of time. Rules are rows of a table: what they may begin with
 * and what the sentence must hold, so that most are not even tried, and the function that
 * reads.
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

	/* without a word in the sentence that has one of these it never holds; none: it may */
	uint32_t needs_roles;
	uint64_t needs_operators;
};

enum {
	RULE_ROLES = 32,
	RULE_OPERATORS = 64,
};

/* Of a table of 32 rules at most, as bits: those that may begin with a word. */
struct rule_index {
	size_t count; /* of rules; 0 until the table is used first */
	uint32_t digits, by_role[RULE_ROLES], by_operator[RULE_OPERATORS];
};

/* The tables there are, as places in scan->rules. */
enum rule_table {
	RULES_DATE,
	RULES_ABSOLUTE,
	RULES_RELATIVE,
	RULES_CLOCK,
	RULES_CLOCK_WORDS,
	RULE_TABLES
};

/* Reads by the rule that reaches furthest, the first of those that reach as far. */
size_t rules_longest(enum rule_table table, const struct rule *rules, size_t count,
	const struct scan *scan, size_t at, struct period *period);

#define RULES_LONGEST(table, rules, scan, at, period)                                          \
	rules_longest((table), (rules), sizeof(rules) / sizeof *(rules), (scan), (at), (period))

#endif
