/*
 * amount: a number in words, digits, or both, without a unit: 11,000  half a million  two and
 * a half  3.4 trillion  tens of thousands  one in five  twenty-first
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "decimal.h"
#include "lexeme.h"

enum amount_kind {
	AMOUNT_CARDINAL,
	AMOUNT_ORDINAL,
	AMOUNT_FRACTION,
	AMOUNT_VAGUE, /* dozens, tens of thousands: at least two of it */
};

struct amount {
	size_t first, next; /* its tokens */
	enum amount_kind kind;
	struct decimal value;
	struct decimal scale; /* of its last word: 1000000 in "3.4 million"; else 1 */
	unsigned digits;      /* of a numeral alone, before its decimal mark; else 0 */
	bool grouped, fraction, padded; /* as in struct numeral */
	size_t noun, noun_next;         /* the noun in it: one VOTER in ten; else 0 */
	bool article;                   /* "a" alone stands for one: an hour */
	bool rough;                     /* it is only about so many: une DIZAINE */
};

enum amount_flags {
	AMOUNT_NO_AND = 1, /* "and" joins two amounts: between a hundred AND two hundred */
};

/*
 * Several rules ask for the amount at one place, one after another; what was read last is kept
 * in mind. free() the memo; it is forgotten when the text changes.
 */
struct amount_memo *amount_memo_new(void);
void amount_forget(struct amount_memo *memo);

/* Reads the amount whose first token is `at`. False where there is none. */
bool amount_read(
	const struct lexemes *lexemes, size_t at, unsigned flags, struct amount *amount);

#endif
