#include "sides.h"

#include <stdlib.h>

static size_t
side_of(struct sides *sides, const struct figure *figure)
{
	for (size_t i = 0; i < sides->count; i++)
		if (value_equal(&sides->items[i].value, &figure->value))
			return i;
	sides->items = memory_reserve(
		sides->items, &sides->capacity, sides->count + 1, sizeof *sides->items);
	sides->items[sides->count] = (struct side){
		.value = figure->value, .surface = figure->surface, .last = NOWHERE};
	return sides->count++;
}

static void
count_document(struct side *side, const struct findings *findings, uint32_t document)
{
	struct slice date = findings->documents[document].date;
	if (side->last == document)
		return;
	side->last = document;
	side->documents++;
	if (date.len > 0 &&
		(side->first_told.len == 0 || slice_compare(date, side->first_told) < 0))
		side->first_told = date;
}

/* The side that most documents tell goes first; of equals the one that was told first. */
static bool
goes_before(const struct side *a, const struct side *b)
{
	if (a->documents != b->documents)
		return a->documents > b->documents;
	return a->first_told.len > 0 && b->first_told.len > 0 &&
	       slice_compare(a->first_told, b->first_told) < 0;
}

static void
move_to_front(struct sides *sides, size_t members, size_t most)
{
	struct side moved = sides->items[most];
	memmove(&sides->items[1], &sides->items[0], most * sizeof *sides->items);
	sides->items[0] = moved;
	for (size_t i = 0; i < members; i++)
		sides->of[i] = sides->of[i] == most  ? 0
			       : sides->of[i] < most ? sides->of[i] + 1
						     : sides->of[i];
}

/* Votes of 52-48 and 51-49 are no ranges that overlap. */
static bool
are_apart(const struct amounts *amounts, const struct side *a, const struct side *b)
{
	bool results = amount_is_turned(&a->value, a->surface) &&
		       amount_is_turned(&b->value, b->surface);
	return results || amounts_apart(amounts, &a->value, &b->value);
}

void
sides_make(struct sides *sides, const struct findings *findings, const struct amounts *amounts,
	const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	size_t most = 0;
	sides->count = 0;
	sides->of =
		memory_reserve(sides->of, &sides->of_capacity, claim->count, sizeof *sides->of);
	for (size_t i = 0; i < claim->count; i++) {
		sides->of[i] = side_of(sides, &figures[i]);
		count_document(&sides->items[sides->of[i]], findings, figures[i].document);
	}
	for (size_t i = 1; i < sides->count; i++)
		if (goes_before(&sides->items[i], &sides->items[most]))
			most = i;
	if (sides->count > 0)
		move_to_front(sides, claim->count, most);
	for (size_t i = 1; i < sides->count; i++) /* "une quarantaine" and 42 agree */
		sides->items[i].apart =
			claim->verdict != VERDICT_AGREE &&
			are_apart(amounts, &sides->items[0], &sides->items[i]);
}

void
sides_free(struct sides *sides)
{
	free(sides->items);
	free(sides->of);
}
