/*
 * corpus: annotated news to learn from: a folder with stream.tsv (doc and text records),
 * sents.tsv (document, n, line, start, end) and gold.tsv (document, id, kind, class, speaker,
 * role, source, cue, content; spans as line:start-end, joined by ;). Offsets are bytes of the
 * line's text. Each file may be compressed (.gz).
 */
#ifndef CORPUS_H
#define CORPUS_H

#include "../article.h"
#include "../finding.h"
#include "../lexicon.h"
#include "map.h"

/* Where a sentence lies in its line. */
struct place {
	size_t line, start, end;
};

struct corpus {
	struct buffer stream, sents, gold;
	struct map sents_of, gold_of; /* where a document's rows begin, from 1 */
	size_t at;                    /* in the stream */
	const struct lexicon *lexicon;
	struct place *places; /* of the article's sentences */
	size_t place_count, place_capacity;
	struct buffer record;
};

/* Reads the folder's files. One that cannot be read ends the program with a message. */
void corpus_open(struct corpus *corpus, const char *folder, const struct lexicon *lexicon);

/*
 * The next document, cut into words, and what its annotators found in it. False at the end.
 */
bool corpus_next(struct corpus *corpus, struct article *article, struct findings *gold);

void corpus_close(struct corpus *corpus);

#endif
