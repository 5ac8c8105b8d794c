/*
 * views: what the tagger sees of a word, each thing seen as one hash. Names and numbers are
 * seen by their shape alone, so that what was learned of one news carries over to other news.
 */
#ifndef VIEWS_H
#define VIEWS_H

#include "article.h"
#include "labels.h"

enum {
	FEATURES = 21, /* of each word */
};

/* The nearest cue on one side of a word. */
struct beside {
	uint32_t at;     /* its place in the paragraph */
	uint8_t kind;    /* 0: there is none */
	uint8_t between; /* what stands between it and the word */
};

/* A word as its neighbours see it. */
struct view {
	uint64_t word;   /* hash; of a name or number its shape's */
	uint32_t ending; /* its last letters, and whether it has others */
	struct beside left, right;
	uint8_t kind; /* what part of grammar it plays, as far as the tables know */
	uint8_t form; /* its shape, or which mark it is */
	uint8_t quoting;
	uint8_t rule;    /* its label by the rules, from 1; 0: no word */
	uint8_t between; /* what it is to those on its both sides */
	bool cue;
	uint16_t mark_left, mark_right; /* the nearest mark: its form, and how far */
};

/* The kind of a word that has these traits, 0 where its form says it. */
struct known_kind {
	uint64_t traits;
	uint8_t kind;
};

enum {
	KNOWN_KINDS = 64,
};

/* The views of a paragraph's words; all zero before its first use. */
struct views {
	struct view *items; /* of the words */
	size_t count, capacity;
	struct view *all; /* and of what is beyond them, on each side */
	bool heading;
	struct known_kind known[KNOWN_KINDS];
};

/* Fills the views of a paragraph. `rules`: the labels of its words by the rules. */
void views_fill(struct views *views, const struct article *article,
	const struct paragraph *paragraph, const uint8_t *rules);

/* The features of a word of the paragraph, as hashes. */
void features_of(const struct views *views, size_t at, uint64_t features[FEATURES]);

void views_free(struct views *views);

#endif
