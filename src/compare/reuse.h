/*
 * reuse: sentences of different reports that come from one text, and how (retelling.h):
 * verbatim (the same words), near (a cut, or most words kept in their order), paraphrase.
 */
#ifndef REUSE_H
#define REUSE_H

#include "buffer.h"
#include "corpus.h"
#include "retelling.h"
#include "terms.h"

/* Sentence a stands before sentence b in the corpus. */
struct reuse {
	uint32_t a, b;
	enum retelling_kind kind;
	uint32_t keys;    /* of their sketches that they share */
	float similarity; /* 0..1 */
};

struct reuses {
	struct reuse *items;
	size_t count, capacity;
};

void reuse_find(struct reuses *reuses, const struct corpus *corpus, struct lexicons *lexicons,
	const struct terms *terms);

/* Adds the record of one. */
void reuse_write(struct buffer *to, const struct corpus *corpus, const struct reuse *reuse);

void reuses_free(struct reuses *reuses);

#endif
