#include "cardinal.h"

#include "phrase.h"

/*
 * The grammar, as in "one hundred and six thousand, two hundred":
 *
 *	small    = numeral | cardinal [["-"] cardinal]             below 100, or a numeral
 *	hundreds = small | [small | a] hundred [["and"] small]
 *	scaled   = hundreds scale* | a scale
 *	cardinal = scaled (["and"] scaled)*                        by falling place value
 *	amount   = cardinal [point digit*] [["and"] fraction] | fraction [["of"] ["a"] scale]
 */

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

bool
cardinal_fits(const struct cardinal *reading, struct decimal value)
{
	if (reading->room.coefficient == 0)
		return true;
	return value.coefficient != 0 && decimal_compare(value, reading->room) < 0;
}

static bool
read_numeral(struct cardinal *reading)
{
	struct numeral numeral;
	if (!numeral_read(reading->lexemes, reading->at, &numeral) ||
		!cardinal_fits(reading, numeral.value))
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
read_word(struct cardinal *reading)
{
	size_t tokens;
	const struct entry *entry =
		phrase_at(reading->lexemes, reading->at, ROLE_CARDINAL, &tokens);
	if (!entry || !cardinal_fits(reading, decimal_of(entry->sense->cardinal)))
		return false;
	reading->at += tokens;
	reading->value = decimal_add(reading->value, decimal_of(entry->sense->cardinal));
	reading->room = room_behind(entry->sense->cardinal);
	reading->is_numeral = false;
	return true;
}

const struct entry *
cardinal_scale(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	return phrase_at(lexemes, at, ROLE_SCALE, tokens);
}

static bool
is_hundred(const struct entry *entry)
{
	return entry && decimal_compare(entry->sense->scale, decimal_of(100)) == 0;
}

/* Words below the room there is, with hyphens: twenty-one, or "ninety five". */
bool
cardinal_read_small(struct cardinal *reading)
{
	if (read_numeral(reading))
		return true;
	if (!read_word(reading))
		return false;
	for (;;) {
		struct cardinal behind = *reading;
		behind.at += is_hyphen(behind.lexemes, behind.at);
		if (!read_word(&behind))
			return true;
		*reading = behind;
	}
}

static bool
read_hundred_rest(struct cardinal *reading)
{
	struct cardinal behind = *reading;
	size_t tokens;
	if (is_operator(behind.lexemes, behind.at, OP(AND))) {
		if (behind.no_and)
			return false;
		behind.at++;
	}
	if (!cardinal_read_small(&behind) ||
		is_hundred(cardinal_scale(behind.lexemes, behind.at, &tokens)))
		return false;
	*reading = behind;
	return true;
}

/* Tausend, mille: a scale alone that means one of it, in languages that say so. */
static bool
is_bare_scale(const struct cardinal *reading, bool hundred)
{
	size_t tokens;
	if (!reading->lexemes->lexicon->bare_scales)
		return false;
	const struct entry *scale = cardinal_scale(reading->lexemes, reading->at, &tokens);
	return scale && scale->sense->scale_form == SCALE_WORD &&
	       is_hundred(scale) == hundred &&
	       decimal_compare(scale->sense->scale, decimal_of(100)) >= 0;
}

/* Below 1000 or 10000 (twelve hundred), or a numeral. */
static bool
read_hundreds(struct cardinal *reading)
{
	size_t tokens;
	struct cardinal start = *reading;
	start.value = decimal_of(0);
	start.room = decimal_of(0);
	bool article = is_operator(start.lexemes, start.at, OP(A));
	const struct entry *hundred =
		article ? cardinal_scale(start.lexemes, start.at + 1, &tokens) : NULL;
	if (is_hundred(hundred)) {
		start.at++;
		start.value = decimal_of(1);
	} else if (is_bare_scale(&start, true)) {
		start.value = decimal_of(1);
	} else if (!cardinal_read_small(&start)) {
		return false;
	}
	size_t dash = is_hyphen(start.lexemes, start.at);
	hundred = cardinal_scale(start.lexemes, start.at + dash, &tokens);
	if (is_hundred(hundred)) {
		start.at += dash + tokens;
		start.value = decimal_shift(start.value, 2);
		start.room = decimal_of(100);
		start.rough = hundred->sense->scale_form == SCALE_ROUGH;
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
	if (!entry || entry->sense->scale_form != SCALE_SUFFIX)
		return NULL;
	/* not the k of "1 k.g." */
	bool goes_on = is_mark(lexemes, at + *tokens, '.') &&
		       !is_spaced(lexemes, at + *tokens) &&
		       !is_spaced(lexemes, at + *tokens + 1);
	return goes_on ? NULL : entry;
}

void
cardinal_read_scales(struct cardinal *reading, struct decimal *scale)
{
	size_t tokens;
	*scale = decimal_of(1);
	for (;;) {
		const struct lexemes *lexemes = reading->lexemes;
		size_t at = reading->at + is_hyphen(lexemes, reading->at);
		/* 80 DE milioane */
		at += lexemes->lexicon->of_units && is_operator(lexemes, at, OP(OF));
		const struct entry *entry = cardinal_scale(reading->lexemes, at, &tokens);
		if (!entry && reading->is_numeral && at == reading->at)
			entry = scale_suffix(reading->lexemes, at, &tokens);
		if (!entry)
			return;
		reading->value = decimal_multiply(reading->value, entry->sense->scale);
		*scale = decimal_multiply(*scale, entry->sense->scale);
		reading->at = at + tokens;
		reading->is_numeral = false;
		reading->room = entry->sense->scale;
		reading->rough = entry->sense->scale_form == SCALE_ROUGH;
	}
}

/* "a million", or hundreds with the scales behind them */
static bool
read_scaled(struct cardinal *reading, struct decimal *scale)
{
	size_t tokens;
	struct cardinal start = *reading;
	if (is_bare_scale(&start, false)) {
		start.value = decimal_of(1);
	} else if (!read_hundreds(&start)) {
		if (!is_operator(start.lexemes, start.at, OP(A)) ||
			!cardinal_scale(start.lexemes, start.at + 1, &tokens))
			return false;
		start.at++;
		start.value = decimal_of(1);
		start.is_numeral = false;
	}
	cardinal_read_scales(&start, scale);
	if (!cardinal_fits(reading, start.value))
		return false;
	*reading = start;
	return true;
}

bool
cardinal_read(struct cardinal *reading, struct decimal *scale)
{
	bool digits = is_kind(reading->lexemes, reading->at, TOKEN_DIGITS);
	if (!read_scaled(reading, scale))
		return false;
	for (;;) {
		struct cardinal behind = *reading;
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
void
cardinal_read_point(struct cardinal *reading)
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
		entry_at(reading->lexemes, at)->sense->cardinal < 10) {
		uint64_t digit = entry_at(reading->lexemes, at)->sense->cardinal;
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
