/*
 * sort: stable, in time that hostile input cannot stretch, and without recursion.
 */
#ifndef SORT_H
#define SORT_H

#include <stddef.h>
#include <stdint.h>

/*
 * Sorts items of `size` bytes by merging. `compare` returns below, at or above 0 as memcmp();
 * equal items keep their order. Where they are in order already no memory is taken.
 */
typedef int sort_compare(const void *a, const void *b, const void *context);
void sort_items(
	void *items, size_t count, size_t size, sort_compare *compare, const void *context);

/*
 * The place of the first of `count` items in their order that does not stand before `key`, an
 * item itself; `count` where there is none.
 */
size_t sort_find(const void *items, size_t count, size_t size, sort_compare *compare,
	const void *context, const void *key);

/* A key and what it stands for. */
struct sort_pair {
	uint32_t key, value;
};

/* Sorts pairs by key, digit for digit (radix); equal keys keep their order. */
void sort_pairs(struct sort_pair *pairs, size_t count);

enum {
	SORT_DIGIT_BITS = 8,
};

/*
 * One step of sort_pairs(): writes pairs to `to`, apart from `from`, by the bits of their keys
 * from `shift` on; equal ones keep their order.
 */
void sort_pairs_by_digit(
	const struct sort_pair *from, struct sort_pair *to, size_t count, unsigned shift);

/*
 * Puts `count` items of `size` bytes into the order of pairs whose values are the places where
 * they stand now. It takes no memory but for one item; the values are used up.
 */
void sort_arrange(void *items, size_t size, struct sort_pair *order, size_t count);

/* The place of the first of sorted pairs whose key is not below this one; or `count`. */
size_t sort_find_pair(const struct sort_pair *pairs, size_t count, uint32_t key);

#endif
