/*
 * character: what a character is to the bounds of a sentence. Letters and digits have no class
 * here: utf8.h knows them.
 */
#ifndef CHARACTER_H
#define CHARACTER_H

#include <stdbool.h>
#include <stdint.h>

enum character_class {
	CHARACTER_STOP = 1,     /* . and its like, which end words as well as sentences */
	CHARACTER_QUERY = 2,    /* ? and ! */
	CHARACTER_ELLIPSIS = 4, /* … */
	CHARACTER_FINAL =
		8, /* ends sentences and nothing else, with or without a space: 。 ။ */
	CHARACTER_QUOTE = 16,    /* a quotation mark of any kind */
	CHARACTER_OPEN = 32,     /* it may open: “ ( ¿ */
	CHARACTER_CLOSE = 64,    /* it may close: ” ) */
	CHARACTER_BRACKET = 128, /* ( ) [ ] and their wide forms */
	CHARACTER_DASH = 256,
	CHARACTER_CONTINUE = 512, /* goes on with a sentence: , ; : */
	CHARACTER_SPACE = 1024,
	CHARACTER_IGNORED = 2048, /* marks of direction, joiners: not seen */
	CHARACTER_BULLET = 4096,
	CHARACTER_APOSTROPHE = 8192,
	CHARACTER_RAISED = 16384,  /* ¹ and the like, as footnotes have them */
	CHARACTER_BREAK = 32768,   /* a line or a paragraph ends */
	CHARACTER_PICTURE = 65536, /* an emoji or a dingbat */
	CHARACTER_MARK = CHARACTER_STOP | CHARACTER_QUERY | CHARACTER_ELLIPSIS | CHARACTER_FINAL
};

/* Those of the ASCII characters. */
extern const uint32_t character_ascii[128];

/* What character_class() says of a character that is not ASCII. */
unsigned character_class_long(int32_t character);

/* The classes of a character, as a set. */
static inline unsigned
character_class(int32_t character)
{
	return character >= 0 && character < 0x80 ? character_ascii[character]
						  : character_class_long(character);
}

/* Scripts that are written without spaces between words. */
bool character_is_han_or_kana(int32_t character);

bool character_is_hangul(int32_t character);

bool character_is_kana(int32_t character);

#endif
