/*
 * attributions: from a document to its attribution records. Owns what it needs on the way and
 * uses it again for the next document.
 */
#ifndef ATTRIBUTIONS_H
#define ATTRIBUTIONS_H

#include "article.h"
#include "finding.h"
#include "names.h"
#include "tagger.h"

/* What a finding says in one sentence: the content of one record. */
struct piece {
	uint32_t sentence;
	uint32_t start, end; /* bytes of the article's text */
	uint32_t finding;
	bool quoted, unquoted; /* holds words inside, outside of quotation marks */
};

/* All zero before its first use. */
struct attributions {
	struct findings findings, by_rules;
	struct tagger tagger;
	struct buffer labels;
	struct runs runs;
	struct speaker *speakers; /* of each finding */
	size_t speaker_capacity;
	struct piece *pieces; /* in the order of the text */
	size_t piece_count, piece_capacity;
	struct names names;
};

/* Finds who says what. The article's sentences know their pieces from then on. */
void attributions_find(struct attributions *attributions, struct article *article,
	const struct lexicon *lexicon);

/* Writes the records of a sentence. */
void attributions_write(const struct attributions *attributions, const struct article *article,
	uint32_t sentence, struct buffer *to);

void attributions_free(struct attributions *attributions);

#endif
