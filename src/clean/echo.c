#include "echo.h"

#include "utf8.h"

enum {
	STEM = 5, /* letters that tell words apart, so that their endings do not: "Brücke" */
	LETTERS = 4,  /* of the shortest word that says something, */
	DIGITS = 2,   /* and of the shortest number */
	WIDE = 0x2e80 /* from which on two letters are a word: "地震" */
};

/* A text's words, one after the other. */
struct reading {
	struct slice text;
	size_t at;
	uint64_t key; /* of the word's beginning */
};

static void
add_letter(uint64_t *key, int32_t c)
{
	*key = (*key ^ (uint64_t)utf8_lower(c)) * 0x9e3779b97f4a7c15u;
}

/* Reads on to the end of the next word that says something. False at the text's end. */
static bool
next_word(struct reading *reading)
{
	size_t letters = 0, digits = 0;
	reading->key = 0;
	for (size_t len; reading->at < reading->text.len; reading->at += len) {
		int32_t c = utf8_decode(reading->text, reading->at, &len);
		bool digit = utf8_is_digit(c), letter = digit || utf8_is_letter(c);
		if (letter && letters < STEM)
			add_letter(&reading->key, c);
		letters += letter;
		digits += digit;
		if (c >= WIDE && letters == 2) /* the second one begins the next word */
			return true;
		if (letter)
			continue;
		if (letters >= LETTERS || digits >= DIGITS)
			return true;
		letters = digits = 0;
		reading->key = 0;
	}
	return letters >= LETTERS || digits >= DIGITS;
}

void
echo_hear(struct echo *echo, struct slice text)
{
	struct reading reading = {.text = text};
	while (next_word(&reading))
		echo->heard[reading.key >> 56] |= UINT64_C(1) << (reading.key >> 50 & 63);
}

size_t
echo_count(const struct echo *echo, struct slice line)
{
	struct reading reading = {.text = line};
	size_t count = 0;
	while (next_word(&reading))
		count += echo->heard[reading.key >> 56] >> (reading.key >> 50 & 63) & 1;
	return count;
}
