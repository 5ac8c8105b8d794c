#include "rule.h"

static bool
may_begin(const struct rule *rule, const struct lexeme *lexeme)
{
	return (rule->digits && lexeme->token.kind == TOKEN_DIGITS) ||
	       lexeme->entry->begins & rule->roles ||
	       lexeme->entry->operators & rule->operators;
}

size_t
rules_longest(const struct rule *rules, size_t count, const struct scan *scan, size_t at,
	struct period *period)
{
	const struct lexeme *lexeme = lexeme_at(scan->lexemes, at);
	size_t longest = 0;
	for (size_t i = 0; i < count; i++) {
		struct period read;
		size_t next = may_begin(&rules[i], lexeme) ? rules[i].read(scan, at, &read) : 0;
		if (next > longest) {
			longest = next;
			*period = read;
		}
	}
	return longest;
}
