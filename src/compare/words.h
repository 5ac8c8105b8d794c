/*
 * words: a text as words that can be compared: in lower case, without endings, each with how
 * much it tells.
 *
 * A word is a run of letters or digits; digits keep the points and commas between them
 * ("11,000" is 11000), "'s" falls away. Characters of scripts without spaces are taken two by
 * two.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "map.h"
#include "slice.h"
#include "tables.h"

enum {
	LEXICON_ENDINGS = 64,
	LEXICON_FRAMES = 64,
	LEXICON_KNOWN = 4096,
};

/* What the tables say of a word as it stands in a text. */
struct entry {
	uint32_t stem; /* 0: what is left without its ending */
	uint8_t bits;  /* 0: not known */
	uint8_t frame; /* 0: none */
	bool source;   /* somebody who tells things: "officials" */
	bool spokesperson;
};

struct word {
	uint32_t stem;       /* a hash */
	uint32_t form;       /* of the word as it stands, but for case */
	uint32_t start, end; /* bytes in the text */
	uint8_t bits;        /* how much it tells: -log2 of its share of all words */
	uint8_t frame;       /* what it says happened, as in lexicon.frames; 0: nothing */
	bool number;         /* begins with a digit */
	bool capital;
	bool source; /* it names somebody who tells things */
};

/* Words met lately, each where its hash points to. */
struct known_word {
	uint64_t hash; /* 0: none */
	struct word word;
};

/* What is known of a language's words: src/lang/en/frequencies.tsv, forms, synonyms, frames,
 * source-nouns, roles, spokespersons, endings. */
struct lexicon {
	const char *language;
	struct map words; /* places in `entries` */
	struct entry *entries;
	size_t entry_count, entry_capacity;
	struct map endings; /* places in `instead` */
	struct slice instead[LEXICON_ENDINGS];
	size_t ending_count;
	struct slice frames[LEXICON_FRAMES]; /* their names; the first is none */
	size_t frame_count;
	bool knows_sources;
	struct known_word *known; /* LEXICON_KNOWN */
	struct buffer scratch;
	struct lexicon *next;
};

/* The lexicons of the languages met so far. All zero before its first use. */
struct lexicons {
	const struct rules *rules;
	const char *otherwise; /* the language of reports that name none; NULL: en */
	struct lexicon *first;

	/* private */
	struct lexicon *last; /* asked for, and by what tag */
	struct slice last_tag;
};

/* The lexicon for a tag (BCP 47); the tag must live as long as the lexicons. */
struct lexicon *lexicon_of(struct lexicons *lexicons, struct slice language);

void lexicons_free(struct lexicons *lexicons);

/* All zero before its first use; it owns its items until words_free(). */
struct words {
	struct word *items;
	size_t count, capacity;
	struct buffer scratch;
};

/* Fills `words` anew with those of the text (below 4 GiB). */
void words_split(struct words *words, const struct lexicon *lexicon, struct slice text);

void words_free(struct words *words);

#endif
