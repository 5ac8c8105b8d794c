#include "casualty.h"

#include "phrase.h"

enum {
	REACH = 8, /* tokens between a number and what happened */
};

/* killed; killed and wounded; either killed or injured */
static size_t
casualties(const struct lexemes *lexemes, size_t at)
{
	size_t tokens, next = at;
	while (phrase_at(lexemes, next, ROLE_CASUALTY, &tokens)) {
		next += tokens;
		if (is_operator(lexemes, next, OP(AND) | OP(OR)) &&
			is_role(lexemes, next + 1, ROLE_CASUALTY))
			next++;
		else
			break;
	}
	return next;
}

/* The word for what happened, where one word says it: "killing" is killed. */
static struct slice
state_of(const struct lexemes *lexemes, size_t first, size_t next)
{
	size_t tokens;
	const struct entry *casualty = phrase_at(lexemes, first, ROLE_CASUALTY, &tokens);
	return casualty && first + tokens == next && casualty->sense->state.len > 0
		       ? casualty->sense->state
		       : lexemes_text(lexemes, first, next);
}

/* "two crashes KILLED 346 people": it happened to those behind. */
static bool
is_active(const struct lexemes *lexemes, size_t at, size_t next)
{
	size_t tokens;
	/* "killed and injured A MONTH" */
	if (phrase_at(lexemes, next + 1, ROLE_UNIT, &tokens))
		return false;
	return entry_at(lexemes, at)->sense->state.len == 0 &&
	       lexeme_ends(lexemes, at, &lexemes->lexicon->past) &&
	       (is_kind(lexemes, next, TOKEN_DIGITS) || is_role(lexemes, next, ROLE_CARDINAL) ||
		       is_operator(lexemes, next, OP(THE) | OP(A)) ||
		       phrase_at(lexemes, next, ROLE_QUALIFIER, &tokens));
}

size_t
casualty_behind(const struct lexemes *lexemes, size_t first, size_t at, struct slice *state)
{
	size_t limit = at + REACH, is = at;
	/* what happened may stand anywhere behind: wurden 14 Menschen schwer VERLETZT */
	bool final = lexemes->lexicon->verbs_final && is_operator(lexemes, first - 1, OP(BE));
	for (size_t i = at; i < limit && i < lexemes->count; i++) {
		size_t next = casualties(lexemes, i);
		if (next > i && (i == is || final)) {
			if (i == at && is_active(lexemes, i, next))
				return at;
			*state = state_of(lexemes, i, next);
			return next;
		}
		/* eight shots BEFORE being killed */
		if (is_operator(lexemes, i,
			    OP(BEFORE) | OP(AFTER) | OP(UNTIL) | OP(SINCE) | OP(BUT)) &&
			!is_operator(lexemes, i, OP(TO)))
			break;
		bool hyphen = is_mark(lexemes, i, '-') && !is_spaced(lexemes, i);
		if ((!is_kind(lexemes, i, TOKEN_LETTERS) && !hyphen) ||
			is_role(lexemes, i, ROLE_CARDINAL))
			break;
		/* have been seriously injured */
		if (is_operator(lexemes, i, OP(BE)) ||
			(i == is && lexeme_ends(lexemes, i, &lexemes->lexicon->adverb)))
			is = i + 1;
		final = lexemes->lexicon->verbs_final && (final || is > i) &&
			!is_operator(lexemes, i, OP(AND) | OP(OR));
	}
	return at;
}

/* "45 injured when two TRAINS met": the word is said of the count right before. */
static bool
is_said_before(size_t at, const struct number *before)
{
	return before && before->next == at && before->what[1].len > 0;
}

struct slice
casualty_before(const struct lexemes *lexemes, size_t first, const struct number *before)
{
	for (size_t i = 0; i < REACH / 2 && first > i; i++) {
		size_t at = first - i - 1;
		if (is_role(lexemes, at, ROLE_CASUALTY))
			return is_said_before(at, before) ? SLICE("")
							  : state_of(lexemes, at, at + 1);
		/* "were hurt AFTER two trains met" */
		if (!is_kind(lexemes, at, TOKEN_LETTERS) ||
			is_operator(lexemes, at,
				OP(AND) | OP(OR) | OP(BE) | OP(BEFORE) | OP(AFTER) | OP(UNTIL) |
					OP(SINCE) | OP(BUT)))
			break;
	}
	return SLICE("");
}

struct slice
casualty_led_in(const struct lexemes *lexemes, size_t first)
{
	enum {
		TALLY_REACH = 5
	};
	if (!is_operator(lexemes, first - 1, OP(AT) | OP(TO) | OP(BE)))
		return SLICE("");
	for (size_t i = 2; i <= TALLY_REACH && first >= i; i++) {
		size_t at = first - i;
		if (is_role(lexemes, at, ROLE_CASUALTY))
			return state_of(lexemes, at, at + 1);
		if (!is_kind(lexemes, at, TOKEN_LETTERS) || is_operator(lexemes, at, OP(AND)))
			break;
	}
	return SLICE("");
}

bool
casualty_is_before(const struct lexemes *lexemes, size_t first)
{
	return is_role(
		lexemes, first - 1 - is_operator(lexemes, first - 1, OP(MORE)), ROLE_CASUALTY);
}
