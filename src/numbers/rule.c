#include "rule.h"

/* Notes for every role and operator which rules may begin with a word that has it. */
static void
index_rule(struct rule_index *index, const struct rule *rule, size_t place)
{
	uint32_t bit = UINT32_C(1) << place;
	index->digits |= rule->digits ? bit : 0;
	for (size_t i = 0; i < RULE_ROLES; i++)
		index->by_role[i] |= rule->roles >> i & 1 ? bit : 0;
	for (size_t i = 0; i < RULE_OPERATORS; i++)
		index->by_operator[i] |= rule->operators >> i & 1 ? bit : 0;
}

static const struct rule_index *
index_of(enum rule_table table, const struct rule *rules, size_t count, const struct scan *scan)
{
	struct rule_index *index = &scan->rules[table];
	for (; index->count < count; index->count++)
		index_rule(index, &rules[index->count], index->count);
	return index;
}

/* The rules that may begin with the word, as bits. */
static uint32_t
beginning_with(const struct rule_index *index, const struct lexeme *lexeme)
{
	uint32_t rules = lexeme->token.kind == TOKEN_DIGITS ? index->digits : 0;
	for (uint32_t roles = lexeme->entry->begins; roles; roles &= roles - 1)
		rules |= index->by_role[__builtin_ctz(roles)];
	for (uint64_t operators = lexeme->entry->operators; operators;
		operators &= operators - 1)
		rules |= index->by_operator[__builtin_ctzll(operators)];
	return rules;
}

static bool
can_hold(const struct rule *rule, const struct lexemes *lexemes)
{
	return !(rule->needs_roles || rule->needs_operators) ||
	       lexemes->begins & rule->needs_roles || lexemes->leads & rule->needs_operators;
}

size_t
rules_longest(enum rule_table table, const struct rule *rules, size_t count,
	const struct scan *scan, size_t at, struct period *period)
{
	const struct rule_index *index = index_of(table, rules, count, scan);
	uint32_t left = beginning_with(index, lexeme_at(scan->lexemes, at));
	size_t longest = 0;
	for (; left; left &= left - 1) {
		const struct rule *rule = &rules[__builtin_ctz(left)];
		struct period read;
		size_t next = can_hold(rule, scan->lexemes) ? rule->read(scan, at, &read) : 0;
		if (next > longest) {
			longest = next;
			*period = read;
		}
	}
	return longest;
}
