#include "terms.h"

#include <stdlib.h>

#include "error.h"

enum {
	PLACES_BITS_MIN = 5
};

/* Many more slots than terms: mostly words are looked for that are not there. */
static void
places_begin(struct places *places, const uint32_t *terms, size_t count)
{
	places->terms = terms;
	places->count = count;
	places->bits = PLACES_BITS_MIN;
	while (places->bits < PLACES_BITS_MAX && (size_t)1 << places->bits < 16 * count)
		places->bits++;
	memset(places->slots, 0, sizeof *places->slots << places->bits);
}

void
places_make(struct places *places, const uint32_t *terms, size_t count)
{
	places_begin(places, terms, count);
	for (size_t i = 0; i < count; i++) {
		uint16_t *slot = &places->slots[places_slot(places, terms[i])];
		if (!*slot)
			*slot = (uint16_t)(i + 1);
	}
}

/* A word that comes again tells nothing new. */
static void
drop_repeated(uint32_t *items, size_t count)
{
	struct places places;
	places_begin(&places, items, count);
	for (size_t i = 0; i < count; i++) {
		uint16_t *slot = &places.slots[places_slot(&places, items[i])];
		if (*slot)
			items[i] &= (uint32_t)TERM_STEM;
		else
			*slot = (uint16_t)(i + 1);
	}
}

void
terms_add(struct terms *terms, const struct lexicon *lexicon, struct slice text)
{
	if (text.len > TERMS_TEXT_MAX)
		text.len = TERMS_TEXT_MAX;
	words_split(&terms->words, lexicon, text);
	size_t count = terms->words.count < TERMS_MAX ? terms->words.count : TERMS_MAX;
	if (terms->count + count > UINT32_MAX)
		die("more words than one process can hold");
	terms->items = memory_reserve(
		terms->items, &terms->capacity, terms->count + count, sizeof *terms->items);
	uint32_t *items = terms->items + terms->count;
	for (size_t i = 0; i < count; i++)
		items[i] = term_of(&terms->words.items[i]);
	drop_repeated(items, count);
	terms->first = memory_reserve(terms->first, &terms->first_capacity,
		terms->sentences + 2, sizeof *terms->first);
	terms->first[terms->sentences++] = (uint32_t)terms->count;
	terms->count += count;
	terms->first[terms->sentences] = (uint32_t)terms->count;
}

void
terms_make(struct terms *terms, const struct corpus *corpus, struct lexicons *lexicons)
{
	for (size_t i = 0; i < corpus->sentence_count; i++)
		terms_add(terms, lexicon_of(lexicons, corpus_report(corpus, i)->language),
			corpus->sentences[i].text);
}

void
terms_keep(struct terms *terms, const struct bitset *sentences)
{
	struct bitset_walk walk = {0};
	size_t kept = 0, next = bitset_next(sentences, &walk);
	for (size_t i = 0; i < terms->sentences; i++) {
		size_t first = terms->first[i], count = terms->first[i + 1] - first;
		terms->first[i] = (uint32_t)kept;
		if (i != next)
			continue;
		memmove(terms->items + kept, terms->items + first,
			count * sizeof *terms->items);
		kept += count;
		next = bitset_next(sentences, &walk);
	}
	if (terms->sentences > 0)
		terms->first[terms->sentences] = (uint32_t)kept;
	terms->count = terms->capacity = kept;
	terms->items = memory_resize(terms->items, kept * sizeof *terms->items);
}

void
terms_clear(struct terms *terms)
{
	terms->count = terms->sentences = 0;
}

void
terms_free(struct terms *terms)
{
	free(terms->items);
	free(terms->first);
	words_free(&terms->words);
	*terms = (struct terms){0};
}
