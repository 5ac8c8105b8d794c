/*
 * Decades and centuries: the 1970s, the nineties, 1990er Jahre, les années 90, 90-е годы; 17th
 * century, XVIIe siècle, siglo XVII.
 */
#include "absolute.h"
#include "amount.h"
#include "numeral.h"
#include "phrase.h"

/* The last year that ends in two digits. */
static int
past_year(const struct scan *scan, int year)
{
	int full = date_full_year(scan, year, 2);
	return scan->today && full > scan->today->year ? full - 100 : full;
}

static bool
is_quote(const struct lexemes *lexemes, size_t at)
{
	return is_mark(lexemes, at, '\'') || slice_is(lexeme_lower(lexemes, at), "’");
}

/* What is glued to the digits of a decade: 1990S, 1990's, 1990ER, 90-Х; the token behind, 0:
 * nothing is. */
static size_t
read_ending(const struct lexemes *lexemes, size_t at)
{
	size_t next = at + (is_quote(lexemes, at) || is_hyphen(lexemes, at));
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, next) &&
			       lexeme_among(lexemes, next, lexemes->lexicon->decade_endings)
		       ? next + 1
		       : 0;
}

/* The word for years behind a decade: 1990er JAHRE, 80er-JAHRE, 90-е ГОДЫ */
static size_t
skip_tail(const struct lexemes *lexemes, size_t at)
{
	size_t next = at + is_hyphen(lexemes, at);
	return lexeme_among(lexemes, next, lexemes->lexicon->decade_tails) ? next + 1 : at;
}

static struct period
decade_from(int year)
{
	return period_around((struct date){year, 1, 1}, GRAIN_DECADE, 0);
}

/* The nineties, neunziger Jahre: a word, which needs something around it that tells decades. */
static size_t
read_word(const struct scan *scan, size_t at, bool led, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens;
	const struct entry *word = phrase_at(lexemes, at, ROLE_DECADE, &tokens);
	if (!word)
		return 0;
	size_t next = skip_tail(lexemes, at + tokens);
	if (!led && next == at + tokens)
		return 0;
	*period = decade_from(past_year(scan, (int)word->sense->decade));
	return next;
}

/* the 1970s, the '90s, 1990s, the nineties, 1990er Jahre */
size_t
decade_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	bool quoted = is_quote(lexemes, start);
	start += quoted;
	/* the NINETIES, early NINETIES; в ДЕВЯНОСТЫЕ */
	uint64_t leads = OP(EARLY) | OP(MID) | OP(LATE);
	leads |= lexemes->lexicon->decade_tails.len > 0 ? OP(IN) | OP(ON) : 0;
	bool led = start > at || is_operator(lexemes, at - 1, leads);
	size_t next = read_word(scan, start, led, period);
	if (next > 0)
		return next;
	next = read_ending(lexemes, start + 1);
	size_t behind = next ? skip_tail(lexemes, next) : 0;
	int year = numeral_digits(lexemes, start, 4, 4);
	if (year < 0 && (quoted || start > at || behind > next))
		year = date_full_year(scan, numeral_digits(lexemes, start, 2, 2), 2);
	if (next == 0 || year < DATE_YEAR_MIN || year > DATE_YEAR_MAX || year % 10 != 0)
		return 0;
	*period = decade_from(year);
	return behind;
}

/* The word before a decade, and what stands between: ANNÉES 90, la DÉCADA DE LOS 90 */
static size_t
read_lead(const struct lexemes *lexemes, size_t at)
{
	enum grain grain;
	if (lexeme_among(lexemes, at, lexemes->lexicon->decade_leads))
		return at + 1;
	size_t tokens = date_grain(lexemes, at, &grain);
	if (tokens == 0 || grain != GRAIN_DECADE || !is_operator(lexemes, at + tokens, OP(OF)))
		return 0;
	size_t next = at + tokens + 1;
	next += is_operator(lexemes, next, OP(THE));
	return next + lexeme_among(lexemes, next, lexemes->lexicon->decade_leads);
}

enum {
	CENTURY_MAX = 22
};

/* A Roman numeral of a century, with an ordinal's ending glued to it or not: XVII, XIXe; 0:
 * none */
static int
roman_at(const struct lexemes *lexemes, size_t at)
{
	static const char letters[] = "IVXLC";
	static const int values[] = {1, 5, 10, 50, 100};
	struct slice text = token_text(lexemes->text, lexeme_at(lexemes, at)->token);
	int sum = 0, before = 0;
	size_t i = 0;
	for (; i < text.len; i++) {
		const char *letter = memchr(letters, text.data[i], sizeof letters - 1);
		if (!letter)
			break;
		int value = values[letter - letters];
		sum += value - (before < value ? 2 * before : 0);
		before = value;
	}
	struct slice rest = slice_cut(text, i, text.len);
	const struct entry *ending = rest.len ? lexicon_find(lexemes->lexicon, rest) : NULL;
	if (sum > CENTURY_MAX || (rest.len > 0 && !(ending && ending->operators & OP(ORDINAL))))
		return 0;
	return sum;
}

/* The century unit that is named there; how many tokens. */
static size_t
century_unit(const struct lexemes *lexemes, size_t at)
{
	enum grain grain;
	size_t tokens = date_grain(lexemes, at, &grain);
	return tokens > 0 && grain == GRAIN_CENTURY ? tokens : 0;
}

/* les années 90, gli anni Sessanta, la década de 1990, lata 80.; the decade that has ended last
 */
size_t
decade_read_led(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens, next = read_lead(lexemes, at);
	if (next == 0)
		return 0;
	const struct entry *word = phrase_at(lexemes, next, ROLE_DECADE, &tokens);
	next += !word && is_quote(lexemes, next);
	int year = numeral_digits(lexemes, next, 4, 4);
	if (year < 0) {
		year = word ? (int)word->sense->decade : numeral_digits(lexemes, next, 2, 2);
		if (year < 0)
			return 0;
		year = past_year(scan, year);
		year -= scan->today && year + 10 > scan->today->year ? 100 : 0;
	}
	next += word ? tokens : 1;
	if (year < DATE_YEAR_MIN || year > DATE_YEAR_MAX || year % 10 != 0)
		return 0;
	*period = decade_from(year);
	bool point = is_mark(lexemes, next, '.') && !is_spaced(lexemes, next) && !word;
	next += point && next + 1 < lexemes->count;
	/* lata 80. XX WIEKU */
	tokens = roman_at(lexemes, next) ? century_unit(lexemes, next + 1) : 0;
	return tokens ? next + 1 + tokens : next;
}

static bool
take_century(uint64_t century, struct period *period)
{
	if (century < 1 || century > CENTURY_MAX)
		return false;
	*period = period_around((struct date){(int)century * 100, 1, 1}, GRAIN_CENTURY, 0);
	return true;
}

/* 17. Jahrhundert, 17-й век: digits with what makes them an ordinal */
static size_t
read_short_ordinal(const struct lexemes *lexemes, size_t at, uint64_t *number)
{
	int digits = numeral_digits(lexemes, at, 1, 2);
	if (digits < 1 || is_spaced(lexemes, at + 1))
		return 0;
	*number = (uint64_t)digits;
	if (is_mark(lexemes, at + 1, '.'))
		return at + 2;
	return is_hyphen(lexemes, at + 1) && !is_spaced(lexemes, at + 2) &&
			       is_kind(lexemes, at + 2, TOKEN_LETTERS)
		       ? at + 3
		       : 0;
}

/* 17th century, the twenty-first century, 17. Jahrhundert */
size_t
century_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	struct amount amount;
	uint64_t century;
	size_t next = read_short_ordinal(lexemes, start, &century);
	if (next == 0) {
		if (!amount_read(lexemes, start, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
			!decimal_whole(amount.value, &century))
			return 0;
		next = amount.next + is_operator(lexemes, amount.next, OP(DASH));
	}
	size_t tokens = century_unit(lexemes, next);
	return tokens > 0 && take_century(century, period) ? next + tokens : 0;
}

/* siglo XVII, XVIIe siècle, XVII secolo: the numeral behind the word, or before it */
size_t
century_read_roman(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens = century_unit(lexemes, at);
	if (tokens == 0)
		return 0;
	int behind = roman_at(lexemes, at + tokens);
	/* w WIEKU 15 lat */
	if (behind == 0 && !is_operator(lexemes, at, OP(AGED)))
		behind = numeral_digits(lexemes, at + tokens, 2, 2);
	if (behind > 0 && take_century((uint64_t)behind, period))
		return at + tokens + 1;
	int before = at > scan->floor ? roman_at(lexemes, at - 1) : 0;
	if (before == 0 || !take_century((uint64_t)before, period))
		return 0;
	period->before = 1;
	return at + tokens;
}
