/*
 * lexicon: what the tables say of a language's words, and how much each tells.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "map.h"
#include "slice.h"
#include "tables.h"

enum {
	LEXICON_ENDINGS = 64,
	LEXICON_FRAMES = 64,
	FRAME_WHO = 128, /* of a frame: the word names those to whom it happened */
	LEXICON_LETTERS = 128,
	LEXICON_OFFICES = 1024, /* beginnings that they are looked up by */
	LEXICON_KNOWN_BITS = 14,
	LEXICON_BITS_UNKNOWN = 16, /* how much a word tells that no table knows */
};

/* What a word is used for. */
enum word_use {
	WORD_SOURCE = 1,        /* somebody who tells things: "officials" */
	WORD_SPOKESPERSON = 2,  /* somebody who speaks for others */
	WORD_INSTITUTION = 4,   /* it speaks on record, though without a name: "authorities" */
	WORD_BEFORE = 16,       /* of numbers: it was so earlier */
	WORD_EXPECTED = 32,     /* of numbers: it was thought to be so */
	WORD_WHOLE = 64,        /* those of whom a number is a part: "of them" */
	WORD_VAGUE = 8,         /* before one whom it does not tell from others: "a", "two" */
	WORD_POSSESSIVE = 128,  /* "its mayor" */
	WORD_FROM = 256,        /* of the number right behind it: what changed: "up from 12" */
	WORD_UP = 512,          /* an amount grew, */
	WORD_DOWN = 1024,       /* or shrank */
	WORD_LIMIT = 2048,      /* of the number behind it: what is allowed or has room */
	WORD_DENIAL = 4096,     /* of the number right behind it: it is not so */
	WORD_TO = 8192,         /* of the number right behind it: what something became, */
	WORD_BY = 16384,        /* how much it changed, */
	WORD_OF = 32768,        /* or of what another is a part */
	WORD_ELSEWHERE = 65536, /* of numbers: of another than the report is about: "rival" */
};

/* What the tables say of a word as it stands in a text. */
struct entry {
	uint32_t stem;      /* 0: what is left without its ending */
	uint32_t bits : 6;  /* 0: not known */
	uint32_t frame : 8; /* 0: none */
	uint32_t uses : 18; /* of enum word_use */
};

/* A word as it is compared. */
struct word {
	uint32_t stem;       /* a hash */
	uint32_t form;       /* of the word as it stands, but for case */
	uint32_t start, end; /* bytes in the text */
	uint8_t bits;        /* how much it tells: -log2 of its share of all words */
	uint8_t frame;       /* what it says happened, as in lexicon.frames; 0: nothing */
	bool number;         /* begins with a digit */
	bool capital;
	bool known;    /* the tables say how much it tells */
	uint32_t uses; /* of enum word_use */
};

/* Words met lately, each in the one place where it can be. */
struct known_word {
	uint64_t key; /* words.c; 0: none */
	struct word word;
};

/* A body or a country, and what it is called in English; src/lang/en/offices.tsv, countries. */
struct office {
	struct slice words, english;
	bool body;
	bool kind;     /* says what a body is that has a name of its own: "the GDV union" */
	uint32_t next; /* of those that begin alike, 1 more than its place; 0: no more */
};

/* Where the offices whose words begin with these are. */
static inline uint32_t
office_slot(struct slice words)
{
	uint32_t slot = 0;
	for (size_t i = 0; i < words.len && i < 3 && words.data[i] != ' '; i++)
		slot = 31 * slot + (unsigned char)words.data[i];
	return slot % LEXICON_OFFICES;
}

/* The names of frames, the same numbers in all languages; the first is none. */
struct frames {
	struct slice names[LEXICON_FRAMES];
	size_t count;
};

/*
 * What is known of a language's words: src/lang/en/frequencies.tsv, forms, synonyms, frames,
 * source-nouns, roles, spokespersons, institutions, offices, countries, grammar, endings,
 * standpoints, relations, directions, wholes, sounds. A word of another language that
 * src/lang/de/translations.tsv has counts as the English one.
 */
struct lexicon {
	const char *language;
	struct map words; /* places in `entries` */
	struct entry *entries;
	size_t entry_count, entry_capacity;
	struct map endings; /* places in `instead` */
	struct slice instead[LEXICON_ENDINGS];
	size_t ending_count;
	uint16_t ending_lengths[UCHAR_MAX + 1]; /* bits: of those that end with a byte */
	struct map letters;                     /* places in `latin` */
	struct slice latin[LEXICON_LETTERS];
	size_t letter_count;
	struct map sounds; /* what letters of names stand for; sound.h */
	struct office *offices;
	size_t office_count, office_capacity;
	uint32_t office_heads[LEXICON_OFFICES]; /* as office.next */
	struct frames *frames;
	const struct lexicon *english; /* NULL: it is that one */
	bool knows_sources;
	bool noun_capitals;       /* nouns begin with a capital, not names alone */
	struct known_word *known; /* a power of two */
	struct buffer scratch;
	struct lexicon *next;
};

/* The lexicons of the languages met so far. All zero before its first use. */
struct lexicons {
	const struct rules *rules;
	const char *otherwise; /* the language of reports that name none; NULL: en */
	struct lexicon *first;
	struct frames frames;

	/* private */
	struct lexicon *last; /* asked for, and by what tag */
	struct slice last_tag;
};

/* The language of the lexicon for a tag (BCP 47); it lives as long as the program. */
const char *lexicons_language(const struct lexicons *lexicons, struct slice tag);

/* The lexicon for a tag (BCP 47); the tag must live as long as the lexicons. */
struct lexicon *lexicon_of(struct lexicons *lexicons, struct slice language);

void lexicons_free(struct lexicons *lexicons);

/* Fills a lexicon whose language is set, and its `english` where that is another. */
void lexicon_take_tables(struct lexicon *lexicon, const struct rules *rules);

/* What the tables say of a word in lower case as it stands; NULL: nothing. */
const struct entry *lexicon_find(const struct lexicon *lexicon, struct slice word);

/* The high half of a hash: only that depends on every byte. */
static inline uint32_t
word_fold(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

static inline uint32_t
word_hash(struct slice text)
{
	return word_fold(map_hash(text));
}

/*
 * What is known of a word in lower case whose map_hash() that is; where it stands is left open.
 * `scratch` is cleared.
 */
struct word lexicon_read(const struct lexicon *lexicon, struct slice word, uint64_t hash,
	struct buffer *scratch);

/* Adds the text with its letters in Latin ones, as newspapers write names. */
void lexicon_romanise(const struct lexicon *lexicon, struct slice text, struct buffer *to);

#endif
