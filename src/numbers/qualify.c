#include "qualify.h"

bool
has_low(const struct number *number)
{
	return number->qualifier != QUALIFIER_ATMOST;
}

bool
has_high(const struct number *number)
{
	return number->qualifier != QUALIFIER_ATLEAST;
}

/* A bound says more than "about", and a range more than both. */
static void
take(struct number *number, const struct entry *entry)
{
	if (number->qualifier == QUALIFIER_RANGE || number->qualifier == QUALIFIER_ATLEAST ||
		number->qualifier == QUALIFIER_ATMOST)
		return;
	if (entry->qualifier != QUALIFIER_EXACT)
		number->qualifier = entry->qualifier;
}

static void
qualify_before(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	size_t tokens;
	for (int i = 0; i < 2; i++) {
		const struct entry *entry =
			phrase_before(lexemes, floor, number->first, ROLE_QUALIFIER, &tokens);
		if (!entry || !(entry->side & SIDE_BEFORE))
			return;
		number->first -= tokens;
		take(number, entry);
	}
}

static void
qualify_behind(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	/* 70-plus, 40-odd */
	if (is_operator(lexemes, at, OP(DASH)) && !is_spaced(lexemes, at))
		at++;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (!entry || !(entry->side & SIDE_AFTER))
		return;
	take(number, entry);
	number->next = at + tokens;
}

void
qualify(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	qualify_before(lexemes, floor, number);
	qualify_behind(lexemes, number);
}
