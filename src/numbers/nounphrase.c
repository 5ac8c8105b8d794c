#include "nounphrase.h"

#include "phrase.h"

enum {
	PHRASE_WORDS = 12,
};

/* A plural by its form; the tables name those that have none (people) or only seem so (gas). */
bool
nounphrase_is_plural(const struct lexemes *lexemes, size_t at)
{
	if (is_role(lexemes, at, ROLE_PLURAL))
		return true;
	return lexeme_ends(lexemes, at, &lexemes->lexicon->plural) &&
	       !lexeme_ends(lexemes, at, &lexemes->lexicon->singular) &&
	       !is_role(lexemes, at, ROLE_SINGULAR);
}

static bool
is_all_capitals(const struct lexemes *lexemes, size_t at)
{
	struct slice word = token_text(lexemes->text, lexeme_at(lexemes, at)->token);
	for (size_t i = 0; i < word.len; i++)
		if (word.data[i] < 'A' || word.data[i] > 'Z')
			return false;
	return word.len > 1;
}

/* US, IT and WHO in a text that is not all in capitals. */
static bool
is_acronym(const struct lexemes *lexemes, size_t at)
{
	return lexeme_at(lexemes, at)->capital && is_all_capitals(lexemes, at) &&
	       is_kind(lexemes, at + 1, TOKEN_LETTERS) && !is_all_capitals(lexemes, at + 1);
}

bool
nounphrase_has(const struct lexemes *lexemes, size_t at)
{
	const uint32_t none = ROLE_CASUALTY | ROLE_DAY | ROLE_WEEKDAY | ROLE_CARDINAL;
	return is_kind(lexemes, at, TOKEN_LETTERS) && !is_role(lexemes, at, none) &&
	       !is_operator(lexemes, at, OP(LAST) | OP(NEXT)) &&
	       !(is_role(lexemes, at, ROLE_MONTH) && !is_role(lexemes, at, ROLE_WORD)) &&
	       (!is_role(lexemes, at, ROLE_STOP) || is_acronym(lexemes, at));
}

bool
nounphrase_is_glue(const struct lexemes *lexemes, size_t at)
{
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1) &&
	       is_kind(lexemes, at, TOKEN_MARK) && nounphrase_has(lexemes, at + 1) &&
	       !is_mark(lexemes, at, ',') && !is_mark(lexemes, at, '.') &&
	       !is_mark(lexemes, at, '(') && !is_mark(lexemes, at, '/') &&
	       !is_mark(lexemes, at, ':') && !is_mark(lexemes, at, ')');
}

size_t
nounphrase_begin(const struct lexemes *lexemes, size_t at)
{
	for (size_t i = 0; i < 4; i++) {
		/* five PREVIOUS resolutions */
		if (is_trait(lexemes, at, TRAIT(BYGONE)) && nounphrase_has(lexemes, at + 1)) {
			at++;
			continue;
		}
		if (!is_operator(lexemes, at, OP(THE) | OP(A) | OP(MORE)))
			break;
		/* "au premier semestre": in the, but no determiner alone */
		if (is_operator(lexemes, at, OP(IN) | OP(TO)) &&
			!is_operator(lexemes, at, OP(OF) | OP(A) | OP(MORE)))
			break;
		at++;
	}
	return at;
}

/* A verb in the past behind a noun, by its form: "12 workers walked". */
static bool
is_past(const struct lexemes *lexemes, size_t at)
{
	if (lexeme_at(lexemes, at)->capital)
		return false;
	return is_role(lexemes, at, ROLE_PAST) ||
	       (lexeme_len(lexemes, at) > 4 &&
		       lexeme_ends(lexemes, at, &lexemes->lexicon->past) &&
		       !lexeme_ends(lexemes, at, &lexemes->lexicon->present));
}

/* "one dose CUT the risk", "one boat CARRYING 40 sheep": an object stands behind it. */
static bool
has_object(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (lexemes->lexicon->past.list.len == 0)
		return false;
	if (is_operator(lexemes, at + 1, OP(THE) | OP(A)) &&
		is_role(lexemes, at + 1, ROLE_STOP))
		return !phrase_at(lexemes, at + 2, ROLE_UNIT, &tokens);
	return lexeme_ends(lexemes, at, &lexemes->lexicon->participle) &&
	       (is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
		       is_role(lexemes, at + 1, ROLE_CARDINAL));
}

bool
nounphrase_is_verb(const struct lexemes *lexemes, size_t at)
{
	return is_spaced(lexemes, at) && (is_past(lexemes, at) || has_object(lexemes, at));
}

/* Su-27s, F-16 jets, A320s: the token behind a name in letters and digits, or `at`. */
static size_t
skip_name(const struct lexemes *lexemes, size_t at)
{
	size_t next = at + is_hyphen(lexemes, at);
	if (!lexeme_at(lexemes, at - 1)->capital || is_spaced(lexemes, at) ||
		is_spaced(lexemes, next) || !is_kind(lexemes, next, TOKEN_DIGITS))
		return at;
	next++;
	return next + (is_kind(lexemes, next, TOKEN_LETTERS) && !is_spaced(lexemes, next));
}

/* U.S. troops, St. Louis police, one of Mr. King's sons: behind the points, or `at` */
static size_t
skip_points(const struct lexemes *lexemes, size_t at)
{
	enum {
		LONGEST = 4
	};
	size_t next = at;
	while (lexeme_at(lexemes, next - 1)->capital &&
		lexeme_len(lexemes, next - 1) <= LONGEST && is_mark(lexemes, next, '.') &&
		!is_spaced(lexemes, next) && is_kind(lexemes, next + 1, TOKEN_LETTERS)) {
		next++;
		if (is_spaced(lexemes, next))
			return nounphrase_has(lexemes, next) ? next : at;
		next++;
	}
	return at;
}

/* coal-FIRED plants: a word that would end the phrase, were it not glued to the one before */
static bool
is_made_by(const struct lexemes *lexemes, size_t at)
{
	return is_mark(lexemes, at, '-') && !is_spaced(lexemes, at) &&
	       !is_spaced(lexemes, at + 1) && is_past(lexemes, at + 1) &&
	       nounphrase_has(lexemes, at + 2) && is_spaced(lexemes, at + 2);
}

/* Behind the mark that holds a phrase together, `at` where it does not. */
static size_t
skip_mark(const struct lexemes *lexemes, size_t at)
{
	size_t behind = skip_points(lexemes, at);
	if (behind > at)
		return behind;
	if (nounphrase_is_glue(lexemes, at))
		return at + 1;
	return is_made_by(lexemes, at) ? at + 2 : at;
}

/*
 * Whether the phrase goes on behind the plural at `at`: a name's (Labour MPs), or a compound's
 * (personnel carriers, weapons systems) where the language has such.
 */
static bool
goes_on(const struct lexemes *lexemes, size_t at)
{
	if (!nounphrase_has(lexemes, at + 1) || !is_spaced(lexemes, at + 1) ||
		is_past(lexemes, at + 1))
		return false;
	return lexeme_at(lexemes, at)->capital ||
	       (lexemes->lexicon->noun_compounds && nounphrase_is_plural(lexemes, at + 1) &&
		       !lexeme_at(lexemes, at + 1)->capital);
}

/* dozens of local ELECTED officials: a participle that stands before the first plural */
static bool
is_inner(const struct lexemes *lexemes, size_t first, size_t at)
{
	return at > first && lexemes->lexicon->noun_compounds &&
	       is_operator(lexemes, first - 1, OP(OF)) &&
	       !nounphrase_is_plural(lexemes, at - 1) && is_spaced(lexemes, at + 1) &&
	       nounphrase_has(lexemes, at + 1) && nounphrase_is_plural(lexemes, at + 1);
}

size_t
nounphrase_end(const struct lexemes *lexemes, size_t first)
{
	size_t at = first;
	while (nounphrase_has(lexemes, at) && at < first + PHRASE_WORDS) {
		/* half of THE ammunition that Russia fires: behind an article it is a noun */
		bool ends = at > first || (!nounphrase_has(lexemes, at + 1) &&
						  !nounphrase_is_glue(lexemes, at + 1) &&
						  !is_operator(lexemes, at - 1, OP(THE)));
		if (ends && nounphrase_is_verb(lexemes, at) && !is_inner(lexemes, first, at))
			break;
		at++;
		size_t behind = skip_name(lexemes, at);
		if (behind > at) {
			at = behind;
			if (is_kind(lexemes, at - 1, TOKEN_LETTERS))
				break;
			continue;
		}
		behind = is_kind(lexemes, at, TOKEN_MARK) ? skip_mark(lexemes, at) : at;
		if (behind > at) {
			at = behind;
			continue;
		}
		if (nounphrase_is_plural(lexemes, at - 1) && !goes_on(lexemes, at - 1))
			break;
		if (lexemes->lexicon->noun_capitals && lexeme_at(lexemes, at - 1)->capital)
			break;
	}
	/* "Hunderte gingen" has no noun */
	if (lexemes->lexicon->noun_capitals && !lexeme_at(lexemes, at - 1)->capital)
		return first;
	return at;
}
