/* bitset: a set of numbers below a known one, in a bit for each. */
#ifndef BITSET_H
#define BITSET_H

#include <stddef.h>
#include <stdint.h>

enum {
	BITSET_WORD = 64
};

struct bitset {
	/* private */
	uint64_t *words;
	size_t count; /* of words */
};

/* An empty set of numbers below `limit`. */
void bitset_begin(struct bitset *set, size_t limit);

static inline void
bitset_add(struct bitset *set, size_t number)
{
	set->words[number / BITSET_WORD] |= (uint64_t)1 << number % BITSET_WORD;
}

static inline void
bitset_drop(struct bitset *set, size_t number)
{
	set->words[number / BITSET_WORD] &= ~((uint64_t)1 << number % BITSET_WORD);
}

/* A walk through a set in the order of its numbers. All zero before the first of them. */
struct bitset_walk {
	/* private */
	size_t next;   /* word */
	uint64_t left; /* of the word before */
};

/* The next number of the set; SIZE_MAX at its end. Those that were met may be dropped. */
static inline size_t
bitset_next(const struct bitset *set, struct bitset_walk *walk)
{
	while (walk->left == 0) {
		if (walk->next == set->count)
			return SIZE_MAX;
		walk->left = set->words[walk->next++];
	}
	size_t number = (walk->next - 1) * BITSET_WORD + (size_t)__builtin_ctzll(walk->left);
	walk->left &= walk->left - 1;
	return number;
}

void bitset_free(struct bitset *set);

#endif
