/*
 * circumstance: what a sentence says of an amount beside its value: in what year it was so,
 * that it was so earlier or is only expected, that it grew or shrank.
 */
#ifndef CIRCUMSTANCE_H
#define CIRCUMSTANCE_H

#include "corpus.h"
#include "words.h"

/* The words that a number is told with: those from `first` on, up to `last`. */
struct place {
	size_t first, last;
};

struct circumstance {
	uint32_t standpoint; /* WORD_BEFORE, _EXPECTED, _LIMIT, _DENIAL or _ELSEWHERE where that
				is said of it */
	uint16_t year;       /* that is named for it; 0: none, or the report's own */
	uint16_t direction;  /* WORD_UP or WORD_DOWN: "fell 3 percent"; else 0 */
	uint16_t relation;   /* WORD_FROM, _TO, _BY and _OF: all that stand before it */
	uint16_t move;       /* as direction, of any amount */
};

/* Whether a part of the sentence ends with the word: "for two weeks, they had asked" */
static inline bool
circumstance_ends_part(const struct words *words, struct slice text, size_t word)
{
	size_t end = words->items[word].end;
	return end < text.len && memchr(",;:", text.data[end], 3);
}

/* Those of corpus->numbers[number], which stands at `place` among the words of its sentence. */
struct circumstance circumstance_of(const struct corpus *corpus, size_t number,
	const struct words *words, struct place place);

#endif
