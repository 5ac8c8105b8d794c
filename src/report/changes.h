/*
 * changes: what one wording changed of another, word by word: the longest common sequence of
 * words, case and punctuation set aside.
 */
#ifndef CHANGES_H
#define CHANGES_H

#include "buffer.h"
#include "map.h"
#include "memory.h"
#include "slice.h"
#include "token.h"

enum change_kind {
	CHANGE_NONE,  /* in both */
	CHANGE_ADDED, /* in the new wording alone */
	CHANGE_LEFT,  /* left out there: in the old one alone */
};

/* A run of words: of the new wording, or, for CHANGE_LEFT, of the old one. */
struct change {
	enum change_kind kind;
	size_t start, end; /* bytes; with the punctuation between the words */
};

/* All zero before its first use. */
struct changes {
	struct change *items;
	size_t count, capacity;
	size_t common; /* how many words are in both */

	/* private */
	struct words {
		struct tokens tokens;
		uint32_t *numbers; /* the same for words that are the same but for case */
		size_t capacity;
	} old, new;
	struct map numbers;
	struct arena arena;
	struct buffer scratch;
	unsigned short *lengths;
	size_t room;
};

/*
 * Fills `changes` with the runs that make up `now`, and what it leaves out of `before`, in
 * order. False where the two are too long for it: more than 400 words in one.
 */
bool changes_find(struct changes *changes, struct slice before, struct slice now);

void changes_free(struct changes *changes);

#endif
