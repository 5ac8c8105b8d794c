/*
 * article: a document's records, held until all of it is read, with its sentences, paragraphs
 * and words. A record is found again in the order in which it came.
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "buffer.h"
#include "lexicon.h"
#include "record.h"
#include "words.h"

/* A record as it came; a sentence's attributions are written right behind it. */
struct held {
	size_t start, end; /* bytes of `lines` */
	uint32_t sentence; /* its place among the sentences; NO_SENTENCE where it is none */
};

struct sentence {
	size_t n;            /* as its record says */
	uint32_t start, end; /* bytes of `text` */
	uint32_t paragraph;
	struct range words;
	struct range pieces; /* what is said in it (finding.h), once that is known */
};

struct paragraph {
	struct range sentences, words;
	bool heading; /* of role title or heading */
	bool tagged;  /* holds a cue or a quotation mark */
	bool figures; /* holds a verb that gives figures (figures.h) */
	bool told;    /* something in it is said (heading.h), once that is known */
};

#define NO_SENTENCE UINT32_MAX

/* All zero before its first use. */
struct article {
	const struct lexicon *lexicon; /* of its language, once it is split */
	struct buffer lines, text;
	struct buffer id; /* as written */
	struct words words;
	struct held *held;
	size_t held_count, held_capacity;
	struct sentence *sentences;
	size_t sentence_count, sentence_capacity;
	struct paragraph *paragraphs;
	size_t paragraph_count, paragraph_capacity;

	/* private: where the next sentence stands */
	bool has_text, begins_paragraph;
	size_t line;
	struct buffer role, scratch;
};

/*
 * Holds a record. A sentence longer than ARTICLE_SENTENCE bytes is named in a message and holds
 * no words.
 */
enum {
	ARTICLE_SENTENCE = 1 << 16,
	ARTICLE_PARAGRAPH = 1 << 15, /* bytes, then a new one begins with the next sentence */
	ARTICLE_BYTES = 1 << 20,     /* what is held before a document without end is let go */
};

void article_add(struct article *article, const struct record *record);

/* Cuts all sentences into words. To be called once, when all records are held. */
void article_split(struct article *article, const struct lexicon *lexicon);

/* The words of the sentence that a word stands in. */
struct range article_sentence_of(const struct article *article, uint32_t word);

/* The text of a run of words; empty where it is. */
struct slice article_text(const struct article *article, struct range range);

/* Lets go of everything and keeps the memory. */
void article_clear(struct article *article);

void article_free(struct article *article);

#endif
