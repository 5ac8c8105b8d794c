#include "phrasebook.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "octets.h"
#include "phrase.h"

/* The slot of a chain, or the empty one where it belongs. */
static size_t
slot_of(const struct phrase_slot *slots, size_t capacity, uint64_t chain)
{
	size_t at = chain & (capacity - 1);
	while (slots[at].chain && slots[at].chain != chain)
		at = (at + 1) & (capacity - 1);
	return at;
}

const struct phrase_use *
phrasebook_find(const struct phrasebook *book, uint64_t chain)
{
	const struct phrase_slot *slot =
		&book->slots[slot_of(book->slots, book->capacity, chain)];
	return slot->chain ? &slot->use : NULL;
}

static uint64_t *
copy_filter(const uint64_t *from, unsigned bits)
{
	uint64_t *filter = memory_new_zeroed((size_t)1 << bits, sizeof *filter);
	if (from)
		memcpy(filter, from, sizeof *filter << bits);
	return filter;
}

static void
show(struct phrasebook_draft *draft)
{
	draft->book.slots = draft->slots;
	draft->book.starts = draft->starts;
	draft->book.begins = draft->begins;
	draft->book.tells = draft->tells;
	draft->book.anchors = draft->anchors;
}

static void
put_slots(struct phrasebook_draft *draft, const struct phrasebook *from, size_t capacity)
{
	draft->slots = memory_new_zeroed(capacity, sizeof *draft->slots);
	draft->book.capacity = capacity;
	draft->count = 0;
	for (size_t i = 0; i < from->capacity; i++) {
		uint64_t chain = from->slots[i].chain;
		if (chain == 0)
			continue;
		draft->slots[slot_of(draft->slots, capacity, chain)] = from->slots[i];
		draft->count++;
	}
	show(draft);
}

void
phrasebook_begin(struct phrasebook_draft *draft, const struct phrasebook *from)
{
	static const struct phrasebook empty;
	from = from ? from : &empty;
	*draft = (struct phrasebook_draft){
		.book.longest = from->longest, .book.anywhere = from->anywhere};
	draft->starts = copy_filter(from->starts, PHRASEBOOK_STARTS_BITS);
	draft->begins = copy_filter(from->begins, PHRASEBOOK_STARTS_BITS);
	draft->tells = copy_filter(from->tells, PHRASEBOOK_TELLS_BITS);
	draft->anchors = copy_filter(from->anchors, PHRASEBOOK_ANCHORS_BITS - 6);
	put_slots(draft, from, from->capacity ? from->capacity : 1024);
}

static void
filter_add(uint64_t *filter, unsigned bits, uint64_t hash)
{
	filter[hash >> (64 - bits)] |= UINT64_C(1) << (hash & 63) | UINT64_C(1)
									    << (hash >> 6 & 63);
}

static bool
is_foreign(struct slice phrase)
{
	for (size_t at = 0; at < phrase.len; at++)
		if (phrase_is_foreign(phrase, at))
			return true;
	return false;
}

/* The runs of letters by which a phrase is told. */
struct told {
	uint64_t begin;  /* by the first two, or the only one; 0: none */
	uint64_t anchor; /* by a long one, and the one in front of it, if there is one */
	uint32_t prefix; /* of that long one */
};

static struct told
told_by(struct slice phrase)
{
	enum {
		SHORT = 3,
		SECOND = 16 /* more than the length of any */
	};
	size_t best = 0, count = 0;
	uint64_t last = 0;
	struct told told = {0};
	for (size_t at = 0, end; at < phrase.len; at = end + 1) {
		end = octets_end_of_letters(phrase, at);
		struct slice run = slice_cut(phrase, at, end);
		size_t len = run.len < FOLDED_KEY ? run.len : FOLDED_KEY;
		if (len < FOLDED_RUN)
			continue;
		uint64_t hash = phrase_run(folded_key_of(run));
		uint64_t both = count ? phrase_runs(last, hash) : hash;
		size_t worth = len + (count && len > SHORT ? SECOND : 0);
		last = hash;
		if (++count <= 2)
			told.begin = both;
		if (worth < best)
			continue;
		best = worth;
		told.anchor = both;
		told.prefix = folded_prefix(octets_read_few(run.data, len));
	}
	return told;
}

/* Lets the filters know what tells a phrase. */
static void
note_runs(struct phrasebook_draft *draft, struct slice phrase, bool within)
{
	struct told told = told_by(phrase);
	filter_add(draft->begins, PHRASEBOOK_STARTS_BITS, told.begin);
	if (!within || is_foreign(phrase)) /* then the text that it stands in is foreign, too */
		return;
	if (!told.anchor) /* "24/7": any text may hold it */
		draft->book.anywhere = true;
	filter_add(draft->tells, PHRASEBOOK_TELLS_BITS, told.anchor);
	draft->anchors[phrasebook_anchor(told.prefix) / 64] |=
		UINT64_C(1) << phrasebook_anchor(told.prefix) % 64;
}

/* Lets the filter of beginnings know a phrase; returns its chain. */
static uint64_t
note_phrase(struct phrasebook_draft *draft, struct slice phrase)
{
	size_t words = 0;
	uint64_t chain = 0;
	for (size_t at = 0, end; at < phrase.len; at = end + 1) {
		for (end = at; end < phrase.len && phrase.data[end] != ' '; end++)
			;
		chain = phrase_chain(chain, words, phrase_hash(slice_cut(phrase, at, end)));
		if (++words == 2)
			filter_add(draft->starts, PHRASEBOOK_STARTS_BITS, chain);
	}
	if (words > PHRASEBOOK_WORDS)
		die("furniture: %.*s: more than %d words", (int)phrase.len, phrase.data,
			PHRASEBOOK_WORDS);
	if (words > draft->book.longest)
		draft->book.longest = words;
	filter_add(draft->starts, PHRASEBOOK_STARTS_BITS, chain);
	return chain;
}

void
phrasebook_add(struct phrasebook_draft *draft, struct slice phrase, struct phrase_use use)
{
	uint64_t chain = note_phrase(draft, phrase);
	note_runs(draft, phrase, (use.places & (PHRASE_ANY | PHRASE_END)) != 0);
	if (draft->count >= draft->book.capacity / 2) {
		struct phrase_slot *old = draft->slots;
		struct phrasebook from = draft->book;
		put_slots(draft, &from, 2 * from.capacity);
		free(old);
	}
	struct phrase_slot *slot =
		&draft->slots[slot_of(draft->slots, draft->book.capacity, chain)];
	if (slot->chain && slot->use.kind == use.kind)
		use.places |= slot->use.places;
	draft->count += slot->chain == 0;
	*slot = (struct phrase_slot){chain, use};
}

void
phrasebook_free(struct phrasebook_draft *draft)
{
	free(draft->slots);
	free(draft->starts);
	free(draft->begins);
	free(draft->tells);
	free(draft->anchors);
	*draft = (struct phrasebook_draft){0};
}
