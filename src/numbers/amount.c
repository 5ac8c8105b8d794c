#include "amount.h"

#include "memory.h"
#include "numeral.h"

/*
 * The grammar, as in "one hundred and six thousand, two hundred":
 *
 *	small    = numeral | cardinal [["-"] cardinal]             below 100, or a numeral
 *	hundreds = small | [small | a] hundred [["and"] small]
 *	scaled   = hundreds scale* | a scale
 *	cardinal = scaled (["and"] scaled)*                        by falling place value
 *	amount   = cardinal [point digit*] [["and"] fraction] | fraction [["of"] ["a"] scale]
 */

/* What has been read of a cardinal so far. */
struct reading {
	const struct lexemes *lexemes;
	size_t at;
	struct decimal value;
	struct decimal room;    /* what comes next must be smaller; 0: nothing was read yet */
	struct numeral numeral; /* the last one read */
	bool is_numeral;        /* all that was read is one numeral */
	bool no_and;
};

static bool
is_hyphen(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at, OP(DASH));
}

/* The place value of its last digit that is not zero, for words: 200 leaves room for what is
 * below 100, 20 for below 10, 15 for nothing. */
static struct decimal
room_behind(uint64_t value)
{
	uint64_t room = 1;
	if (value < 20)
		return decimal_of(1);
	while (value % 10 == 0) {
		value /= 10;
		room *= 10;
	}
	return decimal_of(room);
}

static bool
fits(const struct reading *reading, struct decimal value)
{
	if (reading->room.coefficient == 0)
		return true;
	return value.coefficient != 0 && decimal_compare(value, reading->room) < 0;
}

static bool
read_numeral(struct reading *reading)
{
	struct numeral numeral;
	if (!numeral_read(reading->lexemes, reading->at, &numeral) ||
		!fits(reading, numeral.value))
		return false;
	if (reading->room.coefficient != 0 && (numeral.padded || numeral.fraction))
		return false;
	reading->is_numeral = reading->room.coefficient == 0;
	reading->numeral = numeral;
	reading->at = numeral.next;
	reading->value = decimal_add(reading->value, numeral.value);
	reading->room = decimal_of(1);
	return true;
}

static bool
read_word(struct reading *reading)
{
	size_t tokens;
	const struct entry *entry =
		phrase_at(reading->lexemes, reading->at, ROLE_CARDINAL, &tokens);
	if (!entry || !fits(reading, decimal_of(entry->cardinal)))
		return false;
	reading->at += tokens;
	reading->value = decimal_add(reading->value, decimal_of(entry->cardinal));
	reading->room = room_behind(entry->cardinal);
	reading->is_numeral = false;
	return true;
}

static const struct entry *
scale_word(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	return phrase_at(lexemes, at, ROLE_SCALE, tokens);
}

static bool
is_hundred(const struct entry *entry)
{
	return entry && decimal_compare(entry->scale, decimal_of(100)) == 0;
}

/* Words below the room there is, with hyphens: twenty-one, or "ninety five". */
static bool
read_small(struct reading *reading)
{
	if (read_numeral(reading))
		return true;
	if (!read_word(reading))
		return false;
	for (;;) {
		struct reading behind = *reading;
		behind.at += is_hyphen(behind.lexemes, behind.at);
		if (!read_word(&behind))
			return true;
		*reading = behind;
	}
}

static bool
read_hundred_rest(struct reading *reading)
{
	struct reading behind = *reading;
	size_t tokens;
	if (is_operator(behind.lexemes, behind.at, OP(AND))) {
		if (behind.no_and)
			return false;
		behind.at++;
	}
	if (!read_small(&behind) || is_hundred(scale_word(behind.lexemes, behind.at, &tokens)))
		return false;
	*reading = behind;
	return true;
}

/* Tausend, mille: a scale alone that means one of it, in languages that say so. */
static bool
is_bare_scale(const struct reading *reading, bool hundred)
{
	size_t tokens;
	if (!reading->lexemes->lexicon->bare_scales)
		return false;
	const struct entry *scale = scale_word(reading->lexemes, reading->at, &tokens);
	return scale && scale->scale_form == SCALE_WORD && is_hundred(scale) == hundred &&
	       decimal_compare(scale->scale, decimal_of(100)) >= 0;
}

/* Below 1000 or 10000 (twelve hundred), or a numeral. */
static bool
read_hundreds(struct reading *reading)
{
	size_t tokens;
	struct reading start = *reading;
	start.value = decimal_of(0);
	start.room = decimal_of(0);
	bool article = is_operator(start.lexemes, start.at, OP(A));
	const struct entry *hundred =
		article ? scale_word(start.lexemes, start.at + 1, &tokens) : NULL;
	if (is_hundred(hundred)) {
		start.at++;
		start.value = decimal_of(1);
	} else if (is_bare_scale(&start, true)) {
		start.value = decimal_of(1);
	} else if (!read_small(&start)) {
		return false;
	}
	size_t dash = is_hyphen(start.lexemes, start.at);
	hundred = scale_word(start.lexemes, start.at + dash, &tokens);
	if (is_hundred(hundred)) {
		start.at += dash + tokens;
		start.value = decimal_shift(start.value, 2);
		start.room = decimal_of(100);
		start.is_numeral = false;
		read_hundred_rest(&start);
	}
	*reading = start;
	return true;
}

/* 5k, 2.3bn, 120 M */
static const struct entry *
scale_suffix(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	const struct entry *entry = phrase_exact(lexemes, at, ROLE_SUFFIX, tokens);
	if (!entry || entry->scale_form != SCALE_SUFFIX)
		return NULL;
	/* not the k of "1 k.g." */
	bool goes_on = is_mark(lexemes, at + *tokens, '.') &&
		       !is_spaced(lexemes, at + *tokens) &&
		       !is_spaced(lexemes, at + *tokens + 1);
	return goes_on ? NULL : entry;
}

/* Multiplies by the scale words there; the last one's factor in *scale. */
static void
read_scales(struct reading *reading, struct decimal *scale)
{
	size_t tokens;
	*scale = decimal_of(1);
	for (;;) {
		size_t at = reading->at + is_hyphen(reading->lexemes, reading->at);
		const struct entry *entry = scale_word(reading->lexemes, at, &tokens);
		if (!entry && reading->is_numeral && at == reading->at)
			entry = scale_suffix(reading->lexemes, at, &tokens);
		if (!entry)
			return;
		reading->value = decimal_multiply(reading->value, entry->scale);
		*scale = decimal_multiply(*scale, entry->scale);
		reading->at = at + tokens;
		reading->is_numeral = false;
		reading->room = entry->scale;
	}
}

/* "a million", or hundreds with the scales behind them */
static bool
read_scaled(struct reading *reading, struct decimal *scale)
{
	size_t tokens;
	struct reading start = *reading;
	if (is_bare_scale(&start, false)) {
		start.value = decimal_of(1);
	} else if (!read_hundreds(&start)) {
		if (!is_operator(start.lexemes, start.at, OP(A)) ||
			!scale_word(start.lexemes, start.at + 1, &tokens))
			return false;
		start.at++;
		start.value = decimal_of(1);
		start.is_numeral = false;
	}
	read_scales(&start, scale);
	if (!fits(reading, start.value))
		return false;
	*reading = start;
	return true;
}

static bool
read_cardinal(struct reading *reading, struct decimal *scale)
{
	bool digits = is_kind(reading->lexemes, reading->at, TOKEN_DIGITS);
	if (!read_scaled(reading, scale))
		return false;
	for (;;) {
		struct reading behind = *reading;
		struct decimal scale_behind;
		if (decimal_compare(reading->room, decimal_of(100)) < 0)
			return true;
		bool and = is_operator(behind.lexemes, behind.at, OP(AND)) && !behind.no_and;
		behind.at += and;
		/* "30 million two" are two numbers */
		if (!and&&digits && !is_kind(behind.lexemes, behind.at, TOKEN_DIGITS))
			return true;
		if (!read_scaled(&behind, &scale_behind))
			return true;
		behind.value = decimal_add(behind.value, reading->value);
		behind.is_numeral = false;
		*reading = behind;
		*scale = scale_behind;
	}
}

/* two hundred POINT zero three; 1 POINT 1 */
static void
read_point(struct reading *reading)
{
	size_t at = reading->at, digits = 0;
	if (!is_operator(reading->lexemes, at, OP(POINT)))
		return;
	struct decimal value = reading->value;
	struct numeral numeral;
	at++;
	if (numeral_read(reading->lexemes, at, &numeral) && !numeral.fraction &&
		!numeral.grouped) {
		value = decimal_add(value, decimal_shift(numeral.value, -(int)numeral.digits));
		digits = numeral.digits;
		at = numeral.next;
	}
	while (digits < 20 && is_role(reading->lexemes, at, ROLE_CARDINAL) &&
		entry_at(reading->lexemes, at)->cardinal < 10) {
		uint64_t digit = entry_at(reading->lexemes, at)->cardinal;
		digits++;
		value = decimal_add(value, decimal_shift(decimal_of(digit), -(int)digits));
		at++;
	}
	if (digits == 0)
		return;
	reading->value = value;
	reading->at = at;
	reading->is_numeral = false;
}

/* A fraction before it is divided, so that two thirds of a million is exact. */
struct quotient {
	struct decimal above, below;
};

static struct decimal
divide(struct quotient quotient)
{
	return decimal_divide(quotient.above, quotient.below);
}

static const struct entry *
glyph_at(const struct lexemes *lexemes, size_t at)
{
	return is_role(lexemes, at, ROLE_GLYPH) ? entry_at(lexemes, at) : NULL;
}

static struct quotient
glyph_value(const struct entry *glyph)
{
	return (struct quotient){decimal_of(glyph->numerator), decimal_of(glyph->denominator)};
}

static bool
is_usual_denominator(uint64_t number)
{
	return (number >= 2 && number <= 10) || number == 12 || number == 15 || number == 16 ||
	       number == 20 || number == 25 || number == 32 || number == 40 || number == 50 ||
	       number == 64 || (number > 0 && number % 100 == 0);
}

/* 3/4: two numerals; not 3/4/2020. The token behind it, 0 where there is none. */
static size_t
read_slash(const struct lexemes *lexemes, size_t at, struct quotient *value)
{
	struct numeral above, below;
	uint64_t number;
	if (!numeral_read(lexemes, at, &above) || above.padded || above.fraction)
		return 0;
	size_t slash = above.next;
	if (!is_mark(lexemes, slash, '/') ||
		is_spaced(lexemes, slash) != is_spaced(lexemes, slash + 1) ||
		!numeral_read(lexemes, slash + 1, &below) || below.padded || below.fraction)
		return 0;
	if (!decimal_whole(below.value, &number) || !is_usual_denominator(number) ||
		(is_mark(lexemes, below.next, '/') && !is_spaced(lexemes, below.next)) ||
		(is_mark(lexemes, at - 1, '/') && !is_spaced(lexemes, at)))
		return 0;
	*value = (struct quotient){above.value, below.value};
	return below.next;
}

/* The denominator there, compound ones too: thirds, twenty-firsts, hundredths. */
static size_t
read_denominator(const struct lexemes *lexemes, size_t at, uint64_t *denominator, bool *plural)
{
	size_t tokens, first;
	const struct entry *tens = phrase_at(lexemes, at, ROLE_CARDINAL, &first);
	size_t behind = at;
	*denominator = 0;
	if (tens && tens->cardinal >= 20 && tens->cardinal < 100 && tens->cardinal % 10 == 0) {
		behind = at + first + is_hyphen(lexemes, at + first);
		*denominator = tens->cardinal;
	}
	const struct entry *entry = phrase_at(lexemes, behind, ROLE_DENOMINATOR, &tokens);
	if (!entry || (*denominator > 0 && entry->denominator > 9))
		return 0;
	*denominator += entry->denominator;
	*plural = !(entry->roles & ROLE_ORDINAL);
	return behind + tokens;
}

/*
 * A fraction in words with its numerator: two thirds, one-fifth, a third, half, 3 quarters.
 * The token behind it, 0 where there is none.
 */
static size_t
read_fraction_words(const struct lexemes *lexemes, size_t at, struct quotient *value)
{
	struct reading above = {.lexemes = lexemes, .at = at, .no_and = true};
	uint64_t denominator;
	bool plural, article = is_operator(lexemes, at, OP(A));
	size_t next;
	if (article) {
		above.at++;
		above.value = decimal_of(1);
	} else if (is_role(lexemes, at, ROLE_DENOMINATOR) &&
		   is_operator(lexemes, at, OP(HALF) | OP(QUARTER))) {
		above.value = decimal_of(1);
	} else if (read_small(&above)) {
		above.at += is_hyphen(lexemes, above.at);
	} else {
		return 0;
	}
	next = read_denominator(lexemes, above.at, &denominator, &plural);
	if (next == 0)
		return 0;
	bool one = decimal_compare(above.value, decimal_of(1)) == 0;
	/* A third of it, but not a third man; one fifth, but not twenty fifth */
	if (!plural && (!one || (article && is_kind(lexemes, next, TOKEN_LETTERS) &&
					!is_role(lexemes, next, ROLE_STOP) &&
					!is_operator(lexemes, next, OP(OF)))))
		return 0;
	*value = (struct quotient){above.value, decimal_of(denominator)};
	return next;
}

static size_t
read_fraction(const struct lexemes *lexemes, size_t at, struct quotient *value)
{
	const struct entry *glyph = glyph_at(lexemes, at);
	if (glyph) {
		*value = glyph_value(glyph);
		return at + 1;
	}
	size_t next = read_slash(lexemes, at, value);
	return next ? next : read_fraction_words(lexemes, at, value);
}

/* 3½; 10 1/2; two AND a half */
static void
read_fraction_behind(struct reading *reading)
{
	struct quotient value;
	const struct lexemes *lexemes = reading->lexemes;
	bool and = is_operator(lexemes, reading->at, OP(AND));
	const struct entry *glyph = glyph_at(lexemes, reading->at);
	size_t next = 0;
	if (glyph) {
		value = glyph_value(glyph);
		next = reading->at + 1;
	} else if (and&&!reading->no_and) {
		next = read_fraction(lexemes, reading->at + 1, &value);
	} else if (!and&&reading->is_numeral) {
		next = read_slash(lexemes, reading->at, &value);
	}
	if (next == 0 || decimal_compare(value.above, value.below) >= 0)
		return;
	reading->value = decimal_add(reading->value, divide(value));
	reading->at = next;
	reading->is_numeral = false;
}

/* half A MILLION, a quarter OF A MILLION, half A DOZEN */
static bool
read_part_of_scale(const struct lexemes *lexemes, size_t at, struct amount *amount,
	struct quotient fraction)
{
	size_t tokens;
	if (is_operator(lexemes, at, OP(OF)))
		at++;
	if (is_operator(lexemes, at, OP(A)))
		at++;
	const struct entry *scale = scale_word(lexemes, at, &tokens);
	if (!scale || scale->scale_form != SCALE_WORD)
		return false;
	amount->kind = AMOUNT_CARDINAL;
	fraction.above = decimal_multiply(fraction.above, scale->scale);
	amount->value = divide(fraction);
	amount->next = at + tokens;
	return true;
}

static bool
read_fraction_amount(const struct lexemes *lexemes, struct amount *amount)
{
	struct quotient fraction;
	size_t next = read_fraction(lexemes, amount->first, &fraction);
	if (next == 0 || fraction.below.coefficient == 0)
		return false;
	if (!read_part_of_scale(lexemes, next, amount, fraction)) {
		amount->kind = AMOUNT_FRACTION;
		amount->value = divide(fraction);
		amount->next = next;
	}
	return true;
}

/* dozens, hundreds of thousands, tens of millions */
static bool
read_vague(const struct lexemes *lexemes, struct amount *amount)
{
	size_t at = amount->first, tokens;
	const struct entry *scale = scale_word(lexemes, at, &tokens);
	bool few = is_operator(lexemes, at, OP(FEW));
	if (few)
		scale = scale_word(lexemes, ++at, &tokens);
	if (scale && !few && scale->scale_form == SCALE_WORD &&
		is_operator(lexemes, at + tokens, OP(OF)) &&
		decimal_compare(scale->scale, decimal_of(100)) < 0) { /* couple of, dozen of */
		amount->kind = AMOUNT_CARDINAL;
		amount->value = scale->scale;
		amount->next = at + tokens;
		return true;
	}
	if (!scale || (!few && scale->scale_form < SCALE_PLURAL))
		return false;
	/* SCORES of; but he scores */
	if (scale->scale_form == SCALE_NOUN &&
		!is_operator(lexemes, at + tokens, OP(OF) | OP(BE) | OP(MORE)))
		return false;
	amount->kind = AMOUNT_VAGUE;
	amount->value = decimal_of(2);
	while (scale) {
		amount->value = decimal_multiply(amount->value, scale->scale);
		at += tokens;
		amount->next = at;
		if (!is_operator(lexemes, at, OP(OF)))
			break;
		at++;
		scale = scale_word(lexemes, at, &tokens);
		if (scale && scale->scale_form < SCALE_PLURAL)
			break;
	}
	return true;
}

/* Whether what was read is the beginning of an ordinal: twenty-FIRST, two HUNDREDTH, 21ST. */
static bool
read_ordinal(struct reading *reading)
{
	const struct lexemes *lexemes = reading->lexemes;
	size_t at = reading->at, tokens;
	if (reading->is_numeral && !is_spaced(lexemes, at) &&
		is_operator(lexemes, at, OP(ORDINAL)) && !reading->numeral.fraction) {
		reading->at++;
		return true;
	}
	at += is_hyphen(lexemes, at);
	if (is_operator(lexemes, at, OP(AND)) && !reading->no_and)
		at++;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_ORDINAL, &tokens);
	if (!entry || reading->is_numeral)
		return false;
	struct decimal value = decimal_of(entry->ordinal);
	if (entry->ordinal >= 100)
		reading->value = decimal_multiply(reading->value, value);
	else if (fits(reading, value))
		reading->value = decimal_add(reading->value, value);
	else
		return false;
	reading->at = at + tokens;
	return true;
}

static bool
read_first(const struct lexemes *lexemes, struct amount *amount)
{
	size_t tokens, at = amount->first;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_ORDINAL, &tokens);
	if (!entry)
		return false;
	amount->kind = AMOUNT_ORDINAL;
	amount->value = decimal_of(entry->ordinal);
	amount->next = at + tokens;
	return true;
}

static bool
is_small_ratio(struct decimal above, struct decimal below)
{
	uint64_t a, b;
	if (!decimal_whole(above, &a) || !decimal_whole(below, &b) || a == 0 || a >= b)
		return false;
	return b < 1000000 && (a == 1 || (a < 10 && (b <= 10 || is_usual_denominator(b))));
}

/* one IN five, one-IN-ten, one OUT OF three, one OVER 20 */
static void
read_out_of(struct reading *reading, struct amount *amount)
{
	const struct lexemes *lexemes = reading->lexemes;
	size_t tokens, at = reading->at;
	bool dash = is_hyphen(lexemes, at);
	at += dash;
	size_t in = operator_phrase(lexemes, at, OP(IN));
	size_t over = operator_phrase(lexemes, at, OP(OVER));
	if (in + over == 0)
		return;
	at += in ? in : over;
	at += dash && is_hyphen(lexemes, at);
	struct reading below = {.lexemes = lexemes, .at = at};
	struct decimal scale;
	if (!read_cardinal(&below, &scale) || below.value.coefficient == 0 ||
		(below.is_numeral && (below.numeral.fraction || below.numeral.digits == 4)) ||
		phrase_at(lexemes, below.at, ROLE_UNIT | ROLE_MONTH | ROLE_CURRENCY, &tokens))
		return;
	if (in && !is_small_ratio(reading->value, below.value))
		return;
	amount->kind = AMOUNT_FRACTION;
	amount->value = decimal_divide(reading->value, below.value);
	amount->next = below.at;
	reading->at = below.at;
}

static void
read_power(struct reading *reading)
{
	const struct lexemes *lexemes = reading->lexemes;
	size_t at = reading->at;
	if (!reading->is_numeral || !is_mark(lexemes, at, '^') || is_spaced(lexemes, at))
		return;
	at++;
	bool negative = is_mark(lexemes, at, '-');
	at += negative || is_mark(lexemes, at, '+');
	struct numeral power;
	uint64_t times;
	if (!numeral_read(lexemes, at, &power) || !decimal_whole(power.value, &times) ||
		times > 38)
		return;
	if (decimal_power(reading->value, negative ? -(int)times : (int)times, &reading->value))
		reading->at = power.next;
}

static void
take_cardinal(struct reading *reading, struct amount *amount, struct decimal scale)
{
	if (reading->is_numeral) {
		amount->digits = reading->numeral.digits;
		amount->grouped = reading->numeral.grouped;
		amount->fraction = reading->numeral.fraction;
		amount->padded = reading->numeral.padded;
	}
	amount->kind = AMOUNT_CARDINAL;
	amount->value = reading->value;
	amount->scale = scale;
	amount->next = reading->at;
}

static bool
read_cardinal_amount(const struct lexemes *lexemes, unsigned flags, struct amount *amount)
{
	struct reading reading = {.lexemes = lexemes,
		.at = amount->first,
		.no_and = (flags & AMOUNT_NO_AND) != 0};
	struct decimal scale;
	if (is_operator(lexemes, reading.at, OP(POINT))) {
		/* POINT 77 */
		read_point(&reading);
		if (reading.at == amount->first)
			return false;
		take_cardinal(&reading, amount, decimal_of(1));
		return true;
	}
	if (!read_cardinal(&reading, &scale))
		return false;
	read_power(&reading);
	read_point(&reading);
	bool whole = reading.value.exponent >= 0;
	if (whole && read_ordinal(&reading)) {
		take_cardinal(&reading, amount, decimal_of(1));
		amount->kind = AMOUNT_ORDINAL;
		amount->digits = 0;
		return true;
	}
	read_fraction_behind(&reading);
	take_cardinal(&reading, amount, scale);
	read_out_of(&reading, amount);
	return true;
}

static bool
read_amount(const struct lexemes *lexemes, size_t at, unsigned flags, struct amount *amount)
{
	*amount = (struct amount){.first = at, .scale = decimal_of(1)};
	return read_fraction_amount(lexemes, amount) || read_vague(lexemes, amount) ||
	       read_cardinal_amount(lexemes, flags, amount) || read_first(lexemes, amount);
}

enum {
	MEMO_PLACES = 8, /* a power of two */
};

struct amount_memo {
	struct {
		size_t place; /* 0: none; else the token and the flags */
		bool read;
		struct amount amount;
	} items[MEMO_PLACES];
};

struct amount_memo *
amount_memo_new(void)
{
	return memory_new_zeroed(1, sizeof(struct amount_memo));
}

void
amount_forget(struct amount_memo *memo)
{
	for (size_t i = 0; i < MEMO_PLACES; i++)
		memo->items[i].place = 0;
}

bool
amount_read(const struct lexemes *lexemes, size_t at, unsigned flags, struct amount *amount)
{
	enum {
		BEGINNINGS = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR |
			     ROLE_GLYPH,
	};
	const struct lexeme *first = lexeme_at(lexemes, at);
	if (first->token.kind != TOKEN_DIGITS && !(first->entry->begins & BEGINNINGS) &&
		!(first->entry->operators & (OP(A) | OP(POINT) | OP(FEW))) &&
		!is_mark(lexemes, at, '.'))
		return false;
	size_t place = at * 2 + flags + 1;
	size_t slot = place % MEMO_PLACES;
	struct amount_memo *memo = lexemes->memo;
	if (memo->items[slot].place != place) {
		memo->items[slot].read =
			read_amount(lexemes, at, flags, &memo->items[slot].amount);
		memo->items[slot].place = place;
	}
	*amount = memo->items[slot].amount;
	return memo->items[slot].read;
}
