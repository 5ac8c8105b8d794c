#include "ellipsis.h"

#include "casualty.h"
#include "nounphrase.h"
#include "phrase.h"

bool
ellipsis_is_time(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	at += is_operator(lexemes, at, OP(OF)) && is_operator(lexemes, at + 1, OP(A));
	bool article = is_operator(lexemes, at, OP(A));
	return (article || is_role(lexemes, at, ROLE_SINGULAR)) &&
	       phrase_at(lexemes, at + article, ROLE_UNIT, &tokens) &&
	       operator_phrase(lexemes, at + article + tokens,
		       OP(AGO) | OP(EARLIER) | OP(LATER) | OP(BEFORE));
}

/* "12 men died, four IN hospital"; "up FROM 95 on Monday": it stands where a noun was before.
 */
static bool
is_elliptic(const struct lexemes *lexemes, const struct number *number)
{
	const uint64_t prepositions = OP(IN) | OP(ON) | OP(FROM) | OP(AT) | OP(BY) | OP(LAST);
	size_t before = number->first - 1;
	return is_operator(lexemes, number->next, prepositions) &&
	       (is_operator(
			lexemes, before, OP(AND) | OP(BUT) | OP(FROM) | OP(TO) | OP(MORE)) ||
		       (is_role(lexemes, before, ROLE_STOP) &&
			       !entry_at(lexemes, before)->operators) ||
		       is_mark(lexemes, before, ',') || is_mark(lexemes, before, ';'));
}

static bool
inherits(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	size_t whose = at + 1 + is_elision(lexemes, at + 1);
	/* 300 of WHOM, des centaines d'AUTRES ont marché */
	if (is_operator(lexemes, at, OP(OF)) &&
		(is_operator(lexemes, whose, OP(PRONOUN)) ||
			(is_operator(lexemes, whose, OP(OTHER)) &&
				!nounphrase_has(lexemes, whose + 1))))
		return true;
	if (ellipsis_is_time(lexemes, at) || is_elliptic(lexemes, number))
		return true;
	at = nounphrase_begin(lexemes, at);
	/* two MORE than last time */
	if (at > number->next && is_operator(lexemes, at - 1, OP(MORE)))
		return true;
	/* fewer than 200 RETURNED */
	if (nounphrase_is_verb(lexemes, at))
		return true;
	return at >= lexemes->count || is_operator(lexemes, at, OP(OTHER) | OP(BE)) ||
	       is_role(lexemes, at, ROLE_CASUALTY) || !is_kind(lexemes, at, TOKEN_LETTERS);
}

/* The noun of the count before, and what happened to it where that is meant too. */
static void
inherit(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	number->what[0] = before->what[0];
	if (ellipsis_is_time(lexemes, number->next) || before->what[0].len == 0 ||
		is_operator(lexemes, number->first - 1, OP(FROM)))
		number->what[1] = before->what[1];
}

/* "the NUMBER OF voters rose to 40" */
static struct slice
tallied(const struct lexemes *lexemes, size_t first)
{
	enum {
		REACH = 10
	};
	if (!is_operator(lexemes, first - 1, OP(AT) | OP(TO) | OP(BE) | OP(FROM)))
		return SLICE("");
	for (size_t i = 2; i <= REACH && first >= i; i++) {
		size_t at = first - i;
		if (is_role(lexemes, at, ROLE_TALLY)) {
			size_t of = is_operator(lexemes, at + 1, OP(OF));
			size_t noun = nounphrase_begin(lexemes, at + 1 + of);
			size_t next = nounphrase_end(lexemes, noun);
			bool verb = is_operator(lexemes, noun, OP(CHANGE));
			return lexemes_text(lexemes, noun, next < first && !verb ? next : noun);
		}
		if (is_kind(lexemes, at, TOKEN_MARK))
			break;
	}
	return SLICE("");
}

/* "traffic DEATHS fell by a tenth to 40": the subject of a verb of change */
static struct slice
changed(const struct lexemes *lexemes, size_t first)
{
	enum {
		REACH = 10,
		WORDS = 3,
	};
	if (!is_operator(lexemes, first - 1, OP(TO) | OP(FROM) | OP(BY)))
		return SLICE("");
	size_t verb = first - 1;
	for (size_t i = 0; i < REACH && verb > 0 && !is_operator(lexemes, verb, OP(CHANGE));
		i++)
		verb--;
	size_t begin = verb;
	while (begin > 0 && verb - begin < WORDS && nounphrase_has(lexemes, begin - 1))
		begin--;
	if (!is_operator(lexemes, verb, OP(CHANGE)) || begin == verb ||
		!nounphrase_is_plural(lexemes, verb - 1))
		return SLICE("");
	return lexemes_text(lexemes, begin, verb);
}

void
ellipsis_read(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	number->what[1] = casualty_led_in(lexemes, number->first);
	if (number->what[1].len > 0 || casualty_is_before(lexemes, number->first))
		return;
	number->what[0] = tallied(lexemes, number->first);
	if (number->what[0].len == 0)
		number->what[0] = changed(lexemes, number->first);
	if (number->what[0].len == 0 && before && inherits(lexemes, number))
		inherit(lexemes, number, before);
}
