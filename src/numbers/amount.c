#include "amount.h"

#include "cardinal.h"
#include "fraction.h"
#include "memory.h"
#include "nounphrase.h"
#include "ordinal.h"
#include "phrase.h"
#include "portion.h"

/* half A MILLION, un demi-MILLION, a quarter OF A MILLION, half A DOZEN */
static bool
read_part_of_scale(const struct lexemes *lexemes, size_t at, struct amount *amount,
	struct fraction fraction)
{
	size_t tokens, first = at;
	if (is_hyphen(lexemes, at) && !is_spaced(lexemes, at))
		at++; /* half-million */
	if (is_operator(lexemes, at, OP(OF)))
		at++;
	if (is_operator(lexemes, at, OP(A)))
		at++;
	const struct entry *scale = cardinal_scale(lexemes, at, &tokens);
	if (!scale)
		return false;
	/* полтора ДЕСЯТКА, where nothing stands between */
	bool whole = scale->sense->scale_form == SCALE_WORD ||
		     scale->sense->scale_form == SCALE_EITHER;
	if (!whole && (at > first || scale->sense->scale_form == SCALE_NOUN))
		return false;
	amount->rough = !whole;
	amount->kind = AMOUNT_CARDINAL;
	fraction.above = decimal_multiply(fraction.above, scale->sense->scale);
	amount->value = fraction_divide(fraction);
	amount->next = at + tokens;
	return true;
}

static bool
read_fraction_amount(const struct lexemes *lexemes, struct amount *amount)
{
	struct fraction fraction;
	size_t next = fraction_read(lexemes, amount->first, &fraction);
	if (next == 0 || fraction.below.coefficient == 0)
		return false;
	if (!read_part_of_scale(lexemes, next, amount, fraction)) {
		amount->kind = AMOUNT_FRACTION;
		amount->value = fraction_divide(fraction);
		amount->next = next;
	}
	return true;
}

/* dozens, hundreds of thousands, tens of millions */
static bool
read_vague(const struct lexemes *lexemes, struct amount *amount)
{
	size_t at = amount->first, tokens;
	const struct entry *scale = cardinal_scale(lexemes, at, &tokens);
	size_t few =
		operator_phrase(lexemes, at, OP(FEW)); /* a FEW hundred, EIN PAAR Dutzend */
	if (few)
		scale = cardinal_scale(lexemes, at += few, &tokens);
	if (scale && !few && scale->sense->scale_form <= SCALE_ROUGH &&
		is_operator(lexemes, at + tokens, OP(OF)) &&
		decimal_compare(scale->sense->scale, decimal_of(100)) <
			0) { /* couple of, dozen of */
		amount->kind = AMOUNT_CARDINAL;
		amount->rough = scale->sense->scale_form == SCALE_ROUGH;
		amount->value = scale->sense->scale;
		amount->next = at + tokens;
		return true;
	}
	/* ДЕСЯТОК домов, where no "of" stands between */
	if (scale && !few && scale->sense->scale_form == SCALE_ROUGH &&
		lexemes->lexicon->bare_parts && nounphrase_has(lexemes, at + tokens)) {
		amount->kind = AMOUNT_CARDINAL;
		amount->rough = true;
		amount->value = scale->sense->scale;
		amount->next = at + tokens;
		return true;
	}
	if (!scale || (!few && scale->sense->scale_form < SCALE_PLURAL))
		return false;
	/* SCORES of; but he scores */
	if (scale->sense->scale_form == SCALE_NOUN &&
		!is_role(lexemes, at - 1, ROLE_CASUALTY) &&
		!is_operator(lexemes, at + tokens, OP(OF) | OP(BE) | OP(MORE)))
		return false;
	amount->kind = AMOUNT_VAGUE;
	amount->value = decimal_of(2);
	while (scale) {
		amount->value = decimal_multiply(amount->value, scale->sense->scale);
		at += tokens;
		amount->next = at;
		/* tens OF thousands; десятки ТЫСЯЧ */
		bool of = is_operator(lexemes, at, OP(OF));
		at += of;
		scale = cardinal_scale(lexemes, at, &tokens);
		if (scale && scale->sense->scale_form < (of ? SCALE_PLURAL : SCALE_EITHER))
			break;
	}
	return true;
}

static void
read_power(struct cardinal *reading)
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
take_cardinal(struct cardinal *reading, struct amount *amount, struct decimal scale)
{
	if (reading->is_numeral) {
		amount->digits = reading->numeral.digits;
		amount->grouped = reading->numeral.grouped;
		amount->fraction = reading->numeral.fraction;
		amount->padded = reading->numeral.padded;
	}
	amount->kind = AMOUNT_CARDINAL;
	amount->rough = reading->rough;
	amount->value = reading->value;
	amount->scale = scale;
	amount->next = reading->at;
}

static bool
read_cardinal_amount(const struct lexemes *lexemes, unsigned flags, struct amount *amount)
{
	struct cardinal reading;
	cardinal_begin(&reading, lexemes, amount->first);
	reading.no_and = (flags & AMOUNT_NO_AND) != 0;
	struct decimal scale;
	if (is_operator(lexemes, reading.at, OP(POINT))) {
		/* POINT 77 */
		cardinal_read_point(&reading);
		if (reading.at == amount->first)
			return false;
		take_cardinal(&reading, amount, decimal_of(1));
		return true;
	}
	if (!cardinal_read(&reading, &scale))
		return false;
	read_power(&reading);
	cardinal_read_point(&reading);
	bool whole = reading.value.exponent >= 0;
	if (whole && ordinal_read_behind(&reading)) {
		take_cardinal(&reading, amount, decimal_of(1));
		amount->kind = AMOUNT_ORDINAL;
		amount->digits = 0;
		return true;
	}
	if (fraction_read_behind(&reading))
		cardinal_read_scales(&reading, &scale);
	take_cardinal(&reading, amount, scale);
	portion_read(&reading, amount);
	return true;
}

enum {
	PARTS = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH,
};

/* Whether "and" or a hyphen there cannot join a number to what stands behind. */
static bool
ends_joined(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *behind = lexeme_at(lexemes, at + 1);
	return behind->token.kind == TOKEN_LETTERS && !(behind->entry->begins & PARTS) &&
	       !(behind->entry->leads & (OP(AND) | OP(IN) | OP(OVER))) &&
	       !(behind->entry->operators & (OP(A) | OP(HALF) | OP(QUARTER) | OP(ORDINAL)));
}

/*
 * Whether what stands there cannot go on a number that ends before it; most often it is the
 * noun that is counted. What portion_read() reads may.
 */
static bool
ends_amount(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	const struct entry *entry = lexeme->entry;
	if (entry->begins & PARTS || entry->operators & (OP(POINT) | OP(ORDINAL)) ||
		lexeme->exact_entry->begins & ROLE_SUFFIX || entry->traits & TRAIT(PART) ||
		(entry->operators & OP(OF) && lexemes->lexicon->of_units))
		return false;
	if (entry->operators & (OP(AND) | OP(DASH)) || is_mark(lexemes, at, '-'))
		return ends_joined(lexemes, at);
	if (lexeme->token.kind == TOKEN_LETTERS)
		return lexeme->token.spaced;
	if (lexeme->token.kind == TOKEN_DIGITS || is_mark(lexemes, at, '/') ||
		is_mark(lexemes, at, '^'))
		return false;
	if (ordinal_is_point(lexemes, at))
		return false;
	bool groups = is_mark(lexemes, at, ',') || is_mark(lexemes, at, '.') ||
		      is_mark(lexemes, at, '\'');
	return !groups || is_spaced(lexemes, at + 1) || !is_kind(lexemes, at + 1, TOKEN_DIGITS);
}

/* The digits that stand there, at most so many that they fit 64 bits. */
static bool
read_digits(const struct lexemes *lexemes, size_t at, struct numeral *numeral)
{
	enum {
		DIGITS = 18
	};
	struct slice text = token_text(lexemes->text, lexemes->items[at].token);
	uint64_t value = 0;
	if (text.len > DIGITS)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		unsigned digit = (unsigned)text.data[i] - '0';
		if (digit > 9)
			return false;
		value = value * 10 + digit;
	}
	*numeral = (struct numeral){.next = at + 1,
		.value.coefficient = value,
		.digits = (unsigned)text.len,
		.padded = text.data[0] == '0' && text.len > 1};
	return true;
}

static bool
read_plain_numeral(struct cardinal *reading)
{
	struct numeral *numeral = &reading->numeral;
	if (!read_digits(reading->lexemes, reading->at, numeral) ||
		!ends_amount(reading->lexemes, numeral->next)) {
		if (!numeral_read(reading->lexemes, reading->at, numeral) ||
			!ends_amount(reading->lexemes, numeral->next))
			return false;
	}
	reading->at = numeral->next;
	reading->value = numeral->value;
	reading->is_numeral = true;
	return true;
}

static bool
read_plain_word(struct cardinal *reading, const struct entry *entry)
{
	if (!(entry->roles & ROLE_CARDINAL) || entry->sense->cardinal >= 100 ||
		!phrase_is_word(reading->lexemes, reading->at) ||
		!ends_amount(reading->lexemes, reading->at + 1))
		return false;
	reading->at++;
	reading->value = decimal_of(entry->sense->cardinal);
	return true;
}

/*
 * Most amounts are one numeral, or one word, that nothing goes on; this reads them as the whole
 * grammar does, only at once. What is added to that must be told to ends_amount().
 */
static bool
read_plain(const struct lexemes *lexemes, struct amount *amount)
{
	const uint64_t operators = OP(A) | OP(POINT) | OP(FEW) | OP(HALF) | OP(QUARTER);
	const struct lexeme *lexeme = lexeme_at(lexemes, amount->first);
	const struct entry *entry = lexeme->entry;
	struct cardinal reading;
	if (entry->begins & (PARTS & ~ROLE_CARDINAL) || entry->operators & operators)
		return false;
	cardinal_begin(&reading, lexemes, amount->first);
	if (lexeme->token.kind == TOKEN_DIGITS ? entry->begins || !read_plain_numeral(&reading)
					       : !read_plain_word(&reading, entry))
		return false;
	take_cardinal(&reading, amount, decimal_of(1));
	portion_read(&reading, amount);
	return true;
}

/* Whether one can begin there at all. */
static bool
can_begin(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *first = lexeme_at(lexemes, at);
	if (first->token.kind == TOKEN_DIGITS || first->entry->begins & PARTS ||
		first->entry->operators & OP(POINT) || first->entry->leads & OP(FEW))
		return true;
	if (first->entry->operators & OP(A))
		return entry_at(lexemes, at + 1)->begins & PARTS;
	return is_mark(lexemes, at, '.') && is_kind(lexemes, at + 1, TOKEN_DIGITS);
}

static void
begin(struct amount *amount, size_t at)
{
	memory_clear(amount, sizeof *amount);
	amount->first = at;
	amount->scale = decimal_of(1);
}

static bool
read_amount(const struct lexemes *lexemes, size_t at, unsigned flags, struct amount *amount)
{
	begin(amount, at);
	if (read_plain(lexemes, amount))
		return true;
	begin(amount, at);
	return read_fraction_amount(lexemes, amount) || read_vague(lexemes, amount) ||
	       read_cardinal_amount(lexemes, flags, amount) || ordinal_read(lexemes, amount);
}

enum {
	MEMO_PLACES = 8, /* a power of two */
};

struct memo_item {
	size_t place; /* the token and 1; 0: none */
	unsigned flags;
	bool read, and; /* "and": one in or behind it makes the flags matter */
	struct amount amount;
};

struct amount_memo {
	struct memo_item items[MEMO_PLACES];
};

static bool
has_and(const struct lexemes *lexemes, const struct amount *amount)
{
	for (size_t i = amount->first; i <= amount->next; i++)
		if (is_operator(lexemes, i, OP(AND)))
			return true;
	return false;
}

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
	if (!can_begin(lexemes, at))
		return false;
	struct memo_item *item = &lexemes->memo->items[at % MEMO_PLACES];
	if (item->place != at + 1 || (item->flags != flags && item->and)) {
		item->place = at + 1;
		item->flags = flags;
		item->read = read_amount(lexemes, at, flags, &item->amount);
		item->and = item->read && has_and(lexemes, &item->amount);
	}
	if (item->read)
		*amount = item->amount;
	return item->read;
}
