#include "rule.h"

#include "amount.h"

enum {
	AMOUNTS = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH,
	/* with one of these a word is more than an amount */
	OTHERS = ROLE_QUALIFIER | ROLE_UNIT | ROLE_CURRENCY | ROLE_MONTH | ROLE_WEEKDAY |
		 ROLE_SEASON | ROLE_DAYPART | ROLE_DAY | ROLE_FESTIVAL | ROLE_DECADE | ROLE_AGO,
};

/* In the order of enum rule_set. */
static const struct rules_of_set *const sets[RULE_SETS] = {&absolute_rules, &relative_rules,
	&date_rules, &clock_rules, &clock_word_rules, &daypart_rules};

_Static_assert(AMOUNTS == RULE_AMOUNTS - 1, "the roles of amounts are the lowest bits");

/* Adds a rule to all of the kinds, each a bit, that it is of. */
static void
add_to(uint64_t *by_kind, uint64_t kinds, uint64_t rule)
{
	for (; kinds; kinds &= kinds - 1)
		by_kind[__builtin_ctzll(kinds)] |= rule;
}

/* The rules that are of one of the kinds. */
static uint64_t
rules_of(const uint64_t *by_kind, uint64_t kinds)
{
	uint64_t rules = 0;
	for (; kinds; kinds &= kinds - 1)
		rules |= by_kind[__builtin_ctzll(kinds)];
	return rules;
}

static void
add_rule(struct rule_index *index, const struct rule *rule, unsigned set)
{
	uint64_t bit = UINT64_C(1) << index->count;
	index->read[index->count++] = rule->read;
	for (unsigned some = 0; some < 1 << RULE_SETS; some++)
		index->sets[some] |= some & set ? bit : 0;
	index->digits |= rule->digits ? bit : 0;
	add_to(index->by_role, rule->roles, bit);
	add_to(index->by_operator, rule->operators, bit);
	add_to(index->by_form, rule->forms, bit);
	add_to(index->behind_role, rule->behind_roles, bit);
	add_to(index->behind_operator, rule->behind_operators, bit);
	if (!(rule->forms || rule->behind_roles || rule->behind_operators))
		index->whatever |= bit;
	add_to(index->needs_role, rule->needs_roles, bit);
	add_to(index->needs_operator, rule->needs_operators, bit);
	add_to(index->by_grain, rule->grains, bit);
	index->grained |= rule->grains ? bit : 0;
	index->led |= rule->led ? bit : 0;
	index->needed_roles |= rule->needs_roles;
	index->needed_operators |= rule->needs_operators;
	if (!(rule->needs_roles || rule->needs_operators))
		index->always |= bit;
}

static void
make(struct rule_index *index)
{
	for (size_t i = 0; i < RULE_SETS; i++)
		for (size_t j = 0; j < sets[i]->count; j++)
			add_rule(index, &sets[i]->rules[j], 1u << i);
	for (uint32_t roles = 0; roles <= AMOUNTS; roles++)
		index->by_amount[roles] = rules_of(index->by_role, roles);
}

/* The rules of a word with these roles and operators, of which it may be a calendar unit. */
static uint64_t
rules_of_word(const struct rule_index *index, const struct entry *entry,
	const uint64_t *by_role, uint64_t by_operators)
{
	uint64_t rules = by_operators |
			 rules_of(by_role, entry->begins & ~(uint32_t)(AMOUNTS | ROLE_UNIT));
	if (entry->begins & ROLE_UNIT)
		rules |= rules_of(by_role, ROLE_UNIT) &
			 (~index->grained | rules_of(index->by_grain, entry->sense->grains));
	return rules;
}

static void
mark(const struct rule_index *index, struct entry *entry)
{
	if (!(entry->begins || entry->operators || entry->leads))
		return; /* a phrase, for which no word stands */
	entry->rules = rules_of_word(index, entry, index->by_role,
		rules_of(index->by_operator, entry->operators & ~OP(THE)));
	entry->rules_behind = rules_of_word(index, entry, index->behind_role,
				      rules_of(index->behind_operator, entry->leads)) |
			      rules_of(index->behind_role, entry->begins & AMOUNTS);
}

void
rules_mark(struct rule_index *index, struct lexicon *lexicon)
{
	if (index->count == 0)
		make(index);
	for (size_t i = 0; i < lexicon->count; i++)
		mark(index, &lexicon->entries[i]);
	mark(index, &lexicon->compound);
}

void
rules_enter(struct rule_index *index, const struct lexemes *lexemes)
{
	index->possible =
		index->always |
		rules_of(index->needs_role, lexemes->begins & index->needed_roles) |
		rules_of(index->needs_operator, lexemes->leads & index->needed_operators);
	for (size_t i = 0; i < RULE_PLACES; i++)
		index->memo[i].place = 0;
}

/* What stands right behind digits, most often glued to them. */
static uint32_t
form_of_glued(const struct lexemes *lexemes, size_t at)
{
	if (at >= lexemes->count)
		return 0;
	unsigned char byte = (unsigned char)lexemes->text.data[lexemes->items[at].token.start];
	if (byte == '\'' || byte == 0xe2) /* maybe ’ */
		return FORM_LETTERS;
	if (is_spaced(lexemes, at))
		return 0;
	switch (byte) {
	case '-':
	case '/':
		return FORM_DATE;
	case '.':
		return is_spaced(lexemes, at + 1) ? 0 : FORM_DATE | FORM_CLOCK;
	case ':':
		return FORM_CLOCK;
	}
	return is_kind(lexemes, at, TOKEN_LETTERS) ? FORM_LETTERS : 0;
}

static uint32_t
forms_of_digits(const struct lexemes *lexemes, size_t at)
{
	size_t len = lexeme_len(lexemes, at), next = at + 1;
	uint32_t forms = form_of_glued(lexemes, next);
	if (len == 4)
		forms |= FORM_YEAR;
	else if (len == 8)
		forms |= FORM_EIGHT;
	if (lexemes->text.data[lexemes->items[at].token.start] == '0')
		forms |= FORM_PADDED;
	if (is_mark(lexemes, next, 'h') || is_mark(lexemes, next, 'H'))
		forms |= FORM_CLOCK;
	if (lexeme_at(lexemes, next)->capital)
		forms |= FORM_NAME;
	return forms;
}

static bool
is_list_mark(const struct lexemes *lexemes, size_t at)
{
	return is_mark(lexemes, at, ',') || is_mark(lexemes, at, '.');
}

static bool
is_symbol(const struct lexemes *lexemes, size_t at)
{
	return lexeme_at(lexemes, at)->exact_entry->begins & ROLE_UNIT ||
	       is_mark(lexemes, at, '(') || is_mark(lexemes, at, '[') ||
	       is_mark(lexemes, at, '<') || is_mark(lexemes, at, ':');
}

static uint32_t
forms_of(const struct lexemes *lexemes, size_t at, const struct amount *amount)
{
	size_t next = amount->next;
	uint32_t forms = 0;
	if (is_kind(lexemes, at, TOKEN_DIGITS))
		forms = forms_of_digits(lexemes, at);
	if (amount->kind == AMOUNT_ORDINAL)
		forms |= FORM_ORDINAL;
	if (is_list_mark(lexemes, at + 1) || is_list_mark(lexemes, next))
		forms |= FORM_LIST;
	if (is_symbol(lexemes, next))
		forms |= FORM_SYMBOL;
	if (is_operator(lexemes, next + 1, OP(AGO) | OP(FROM)))
		forms |= FORM_DISTANT;
	return forms;
}

/* An amount that may be read in more than one way: two AND a half, "on 5 10 people". */
static bool
is_unsure(const struct lexemes *lexemes, const struct amount *amount)
{
	for (size_t i = amount->first; i < amount->next; i++)
		if (is_operator(lexemes, i, OP(AND)))
			return true;
	return is_kind(lexemes, amount->first + 1, TOKEN_DIGITS) ||
	       is_kind(lexemes, amount->next, TOKEN_DIGITS);
}

/* The rules that may begin with the amount there, by its form and what stands behind it. */
static uint64_t
with_amount(const struct rule_index *index, const struct lexemes *lexemes, size_t at)
{
	struct amount amount;
	if (!amount_read(lexemes, at, 0, &amount) || is_unsure(lexemes, &amount))
		return UINT64_MAX;
	return index->whatever | rules_of(index->by_form, forms_of(lexemes, at, &amount)) |
	       entry_at(lexemes, at + 1)->rules_behind |
	       entry_at(lexemes, amount.next)->rules_behind;
}

/* The rules that may go on behind an article, or IN. */
static uint64_t
behind_lead(const struct rule_index *index, const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	const struct entry *entry = lexeme->entry;
	bool amount = entry->begins & AMOUNTS;
	if (lexeme->token.kind == TOKEN_DIGITS ||
		(amount && !(entry->begins & OTHERS) && !entry->leads))
		return with_amount(index, lexemes, at);
	if (amount || entry->operators || entry->leads || lexeme->token.kind != TOKEN_LETTERS)
		return UINT64_MAX;
	return entry->rules | ~index->led;
}

static uint64_t
find_possible(const struct rule_index *index, const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	uint64_t operators = lexeme->entry->operators;
	uint64_t rules = lexeme->entry->rules & index->possible;
	uint64_t amount = index->by_amount[lexeme->entry->begins & AMOUNTS];
	if (lexeme->token.kind == TOKEN_DIGITS)
		amount |= index->digits;
	amount &= index->possible & ~rules;
	if (amount)
		rules |= amount & with_amount(index, lexemes, at);
	uint64_t led = 0;
	if (operators & OP(THE))
		led = index->by_operator[BIT_THE] & index->possible & ~rules;
	if (operators & OP(IN)) {
		uint64_t in = index->by_operator[BIT_IN] & index->led & rules;
		rules &= ~in;
		led |= in;
	}
	return led ? rules | (led & behind_lead(index, lexemes, at + 1)) : rules;
}

uint64_t
rules_find(const struct scan *scan, size_t at)
{
	struct rule_index *index = scan->rules;
	uint64_t rules = find_possible(index, scan->lexemes, at);
	index->memo[at % RULE_PLACES].rules = rules;
	index->memo[at % RULE_PLACES].place = at + 1;
	return rules;
}

size_t
rules_read_longest(uint64_t rules, const struct scan *scan, size_t at, struct period *period)
{
	size_t longest = 0;
	for (; rules; rules &= rules - 1) {
		struct period read;
		size_t next = scan->rules->read[__builtin_ctzll(rules)](scan, at, &read);
		if (next > longest) {
			longest = next;
			*period = read;
		}
	}
	return longest;
}
