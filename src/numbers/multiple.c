#include "multiple.h"

#include "phrase.h"

/* twice, halved, doubled */
bool
multiple_read(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_MULTIPLE, &tokens);
	if (!entry)
		return false;
	*number = (struct number){.first = at,
		.next = at + tokens,
		.kind = entry->sense->ratio ? NUMBER_RATIO : NUMBER_CHANGE,
		.low = entry->sense->multiple,
		.high = entry->sense->multiple};
	return true;
}

/* four TIMES as many, five-FOLD */
void
multiple_read_times(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next + is_operator(lexemes, number->next, OP(DASH));
	if (!number_is_bare(number))
		return;
	if (is_operator(lexemes, at, OP(FOLD))) {
		number->kind = NUMBER_RATIO;
		number->next = at + 1;
	} else if (is_operator(lexemes, at, OP(TIMES)) &&
		   is_operator(lexemes, at + 1, OP(COMPARATIVE) | OP(THE) | OP(MORE))) {
		number->kind = NUMBER_RATIO;
		number->next = at + 1;
	}
}
