/*
 * rule: one way to read a period of time. Rules are rows of a table: what they may begin with,
 * what must stand behind that and what the sentence must hold, so that most are not even tried,
 * and the function that reads.
 */
#ifndef RULE_H
#define RULE_H

#include "period.h"
#include "scan.h"

/* Returns the token behind what was read, 0 where the rule does not hold. */
typedef size_t rule_read(const struct scan *scan, size_t at, struct period *period);

/* What an amount may be like that a date or time begins with, and what stands behind it. */
enum rule_form {
	FORM_NONE = 1 << 0,     /* no amount is */
	FORM_YEAR = 1 << 1,     /* of four digits: 2014 */
	FORM_EIGHT = 1 << 2,    /* of eight: 20141105 */
	FORM_PADDED = 1 << 3,   /* 0730 */
	FORM_ORDINAL = 1 << 4,  /* third, 21st */
	FORM_DATE = 1 << 5,     /* digits and a mark glued to them: 5/17, 2014-11 */
	FORM_CLOCK = 1 << 6,    /* 15:30, 3.30, 15h */
	FORM_LETTERS = 1 << 7,  /* digits and letters or a quotation mark: 1970s, 3Q, 90's */
	FORM_LIST = 1 << 8,     /* a comma or full stop behind it: 3, 4 and 5 May */
	FORM_SYMBOL = 1 << 9,   /* the symbol of a unit, a bracket: 5 h */
	FORM_NAME = 1 << 10,    /* a capital letter: 0600 GMT */
	FORM_DISTANT = 1 << 11, /* a word and then "ago" or "from": two Sundays ago */
	FORMS = 12
};

struct rule {
	bool digits;        /* may begin with digits, */
	uint32_t roles;     /* a word or phrase with one of these roles, */
	uint64_t operators; /* or one of these operators */
	rule_read *read;

	/* without a word in the sentence that has one of these it never holds; none: it may */
	uint32_t needs_roles;
	uint64_t needs_operators;

	/*
	 * where it begins with an amount, or one behind an article: the amount has one of these
	 * forms, or a word with one of these stands behind it; none: it may be any
	 */
	uint32_t forms;
	uint32_t behind_roles;
	uint64_t behind_operators;

	/* a calendar unit that it begins with, or that stands behind its amount, is one of
	 * these: bits of enum grain; none: it may be any unit */
	uint32_t grains;
	/* behind an article, or IN, it holds only where it could begin without one */
	bool led;
};

/* The sets of rules there are, 64 rules at most; as bits, so that some can be named at once. */
enum rule_set {
	RULES_ABSOLUTE = 1 << 0,
	RULES_RELATIVE = 1 << 1,
	RULES_DATE = 1 << 2,
	RULES_CLOCK = 1 << 3,
	RULES_CLOCK_WORDS = 1 << 4,
	RULES_DAYPART = 1 << 5,
	RULE_SETS = 6
};

struct rules_of_set {
	const struct rule *rules;
	size_t count;
};
#define RULES_OF_SET(rules)                                                                    \
	{                                                                                      \
		(rules), sizeof(rules) / sizeof *(rules)                                       \
	}

extern const struct rules_of_set absolute_rules, relative_rules, date_rules, clock_rules,
	clock_word_rules, daypart_rules;

enum {
	RULE_ROLES = 32,
	RULE_OPERATORS = 64,
	RULE_BITS = 64,
	RULE_AMOUNTS = 32, /* sets of roles that amounts have */
	RULE_PLACES = 8,   /* a power of two */
};

/* Rules as bits, each set behind the one before; and those that may hold, at the last places.
 */
struct rule_index {
	size_t count;
	rule_read *read[RULE_BITS];
	uint64_t sets[1 << RULE_SETS]; /* the rules of some of the sets */
	uint64_t digits, by_role[RULE_ROLES], by_operator[RULE_OPERATORS];
	uint64_t by_amount[RULE_AMOUNTS];
	uint64_t by_form[FORMS], behind_role[RULE_ROLES], behind_operator[RULE_OPERATORS];
	uint64_t by_grain[GRAINS], grained; /* those of a grain; of any */
	uint64_t led;
	uint64_t whatever; /* stands behind an amount */
	uint64_t needs_role[RULE_ROLES], needs_operator[RULE_OPERATORS];
	uint64_t always; /* those that need nothing */
	uint32_t needed_roles;
	uint64_t needed_operators;
	uint64_t possible; /* in the sentence */
	struct {
		size_t place; /* the token and 1; 0: none */
		uint64_t rules;
	} memo[RULE_PLACES];
};

/* Tells the words of a lexicon which rules may begin with them. */
void rules_mark(struct rule_index *index, struct lexicon *lexicon);

/* To be called for each sentence. */
void rules_enter(struct rule_index *index, const struct lexemes *lexemes);

/* What rules_at() does the first time. */
uint64_t rules_find(const struct scan *scan, size_t at);

/* The rules of these sets that may begin there. */
static inline uint64_t
rules_at(const struct scan *scan, size_t at, unsigned sets)
{
	const struct rule_index *index = scan->rules;
	size_t item = at % RULE_PLACES;
	uint64_t rules = index->memo[item].place == at + 1 ? index->memo[item].rules
							   : rules_find(scan, at);
	return rules & index->sets[sets];
}

/* Reads by the one that reaches furthest, the first of those that reach as far. */
size_t rules_read_longest(
	uint64_t rules, const struct scan *scan, size_t at, struct period *period);
static inline size_t
rules_longest(enum rule_set set, const struct scan *scan, size_t at, struct period *period)
{
	uint64_t rules = rules_at(scan, at, set);
	return rules ? rules_read_longest(rules, scan, at, period) : 0;
}

#endif
