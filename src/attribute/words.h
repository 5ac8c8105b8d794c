/*
 * words: text cut into words as the rules and the tagger see them: `U.S.`, `11,000`, `can't`
 * and `Cold-War` are one word each, a genitive's `'s` is a word of its own, so is every han or
 * kana character and every mark.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"

enum word_kind {
	WORD_LETTERS,
	WORD_NUMBER,
	WORD_MARK,
};

enum word_shape {
	SHAPE_LOWER,
	SHAPE_CAPITAL, /* Kyiv */
	SHAPE_UPPER,   /* NATO, U.S. */
	SHAPE_MIXED,   /* iPhone */
	SHAPE_NUMBER,
	SHAPE_MARK,
};

/* Where a word stands to quotation marks. */
enum word_quoting {
	QUOTING_NONE,
	QUOTING_OPEN,  /* it is the mark that opens a quotation */
	QUOTING_IN,    /* it stands inside */
	QUOTING_CLOSE, /* it is the mark that closes it */
};

/* What a verb's form tells (moods.tsv). */
enum word_mood {
	MOOD_NONE,
	MOOD_REPORTED,   /* sei: it goes on what others say */
	MOOD_HEARSAY,    /* soll, aurait: others say it, where a participle goes with it */
	MOOD_INFINITIVE, /* with which alone, in some languages, the one before tells hearsay */
};

struct word {
	uint64_t hash;       /* of its lower case, apostrophes made alike */
	uint64_t traits;     /* what the language's tables know of it (lexicon.h) */
	uint32_t start, end; /* bytes in the text */
	uint32_t sentence;   /* of the document, from 0 */
	uint32_t entry;      /* the lexicon's longest entry that begins here; 0: none */
	uint8_t entry_words; /* how many words that is */
	uint8_t kind, shape, quoting, mood;
	char mark; /* of a mark: its byte where it is ASCII, '"' for all double quotation marks
		    */
	bool spaced; /* white space, or the sentence's beginning, stands before it */
};

/* All zero before its first use; it owns its items. */
struct words {
	struct word *items;
	size_t count, capacity;
};

/* A run of words, end exclusive; empty where it begins where it ends. */
struct range {
	uint32_t start, end;
};

static inline bool
range_is_empty(struct range range)
{
	return range.start >= range.end;
}

static inline bool
ranges_overlap(struct range a, struct range b)
{
	return a.start < b.end && b.start < a.end;
}

/*
 * Adds the words of text[start..end), a sentence, to `words`. `eliding`: a short word ends with
 * its apostrophe, l'agence; its hash is that of its letters.
 */
void words_split(struct words *words, struct slice text, size_t start, size_t end,
	uint32_t sentence, bool eliding);

/* The hash of a word in small letters; its apostrophes made alike. */
uint64_t words_hash(struct slice word);

/* The hash of what has the hash `start` and goes on with `more`. */
uint64_t words_hash_on(uint64_t start, struct slice more);

/* The hash of several words in a row, from that of all but the last and that of the last. */
static inline uint64_t
words_hash_next(uint64_t before, uint64_t word)
{
	return (before ^ (before >> 29)) * 0x9e3779b97f4a7c15u + word;
}

/* How many words of the range are of letters. */
uint32_t words_count_letters(const struct word *words, struct range range);

void words_free(struct words *words);

#endif
