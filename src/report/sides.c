#include "sides.h"

#include <stdlib.h>

#include "names.h"
#include "sort.h"

/* --- Values of one number --- */

/* What all values of a side have in common: the number, or both ends of a range. */
static struct slice
key_of(struct buffer *key, const struct value *value)
{
	bool bound = value->low.len == 0 || value->high.len == 0;
	buffer_clear(key);
	buffer_add(key, value->low.len > 0 ? value->low : value->high);
	if (!bound && !slice_equal(value->low, value->high)) {
		buffer_add(key, SLICE("-"));
		buffer_add(key, value->high);
	}
	buffer_add(key, SLICE("\t"));
	buffer_add(key, value->unit);
	return buffer_slice(key);
}

static bool
is_point(const struct value *value)
{
	return slice_equal(value->low, value->high);
}

static size_t
side_of(struct sides *sides, const struct figure *figure)
{
	struct slice key = key_of(&sides->key, &figure->value);
	const uint32_t *known = map_find(&sides->by_number, key);
	if (known)
		return *known;
	map_add(&sides->by_number, arena_copy(&sides->keys, key), (uint32_t)sides->count, NULL);
	sides->items = memory_reserve(
		sides->items, &sides->capacity, sides->count + 1, sizeof *sides->items);
	sides->items[sides->count] = (struct side){
		.value = figure->value, .surface = figure->surface, .last = NOWHERE};
	return sides->count++;
}

/* --- Documents --- */

static void
count_document(struct side *side, const struct findings *findings, uint32_t document)
{
	struct slice date = findings->documents[document].date;
	side->last = document;
	side->documents++;
	if (date.len == 0)
		return;
	if (side->first_told.len == 0 || slice_compare(date, side->first_told) < 0)
		side->first_told = date;
}

static void
take_member(struct sides *sides, const struct findings *findings, const struct figure *figures,
	size_t i)
{
	struct side *side = &sides->items[sides->of[i]];
	bool first = side->last != figures[i].document;
	sides->stands[i] = first || (figures[side->teller].headline && !figures[i].headline);
	if (first)
		count_document(side, findings, figures[i].document);
	else if (sides->stands[i])
		sides->stands[side->teller] = false;
	if (sides->stands[i])
		side->teller = i;
}

/* --- Order --- */

/* The side that most documents tell goes first; of equals the one that was told first. */
static bool
leads(const struct side *a, const struct side *b)
{
	if (a->documents != b->documents)
		return a->documents > b->documents;
	return a->first_told.len > 0 && b->first_told.len > 0 &&
	       slice_compare(a->first_told, b->first_told) < 0;
}

/* Of all sides, or of those whose value is not open, where there are any. */
static size_t
find_leader(const struct sides *sides, bool closed)
{
	size_t leader = 0;
	for (size_t i = 1; i < sides->count; i++) {
		const struct side *side = &sides->items[i], *best = &sides->items[leader];
		bool open = closed && value_is_open(&side->value);
		bool best_open = closed && value_is_open(&best->value);
		if (open == best_open ? leads(side, best) : best_open)
			leader = i;
	}
	return leader;
}

/* The leader, then by date, those without one last; `context` is the leader's place. */
static int
compare_sides(const void *left, const void *right, const void *context)
{
	const struct side *a = left, *b = right;
	size_t leader = *(const size_t *)context;
	if (a->place == leader || b->place == leader)
		return (b->place == leader) - (a->place == leader);
	if (a->first_told.len == 0 || b->first_told.len == 0)
		return (a->first_told.len == 0) - (b->first_told.len == 0);
	return slice_compare(a->first_told, b->first_told);
}

static void
put_in_order(struct sides *sides, size_t members, size_t leader)
{
	for (size_t i = 0; i < sides->count; i++)
		sides->items[i].place = i;
	sort_items(sides->items, sides->count, sizeof *sides->items, compare_sides, &leader);
	size_t *now = memory_new((sides->count + 1) * sizeof *now);
	for (size_t i = 0; i < sides->count; i++)
		now[sides->items[i].place] = i;
	for (size_t i = 0; i < members; i++)
		sides->of[i] = now[sides->of[i]];
	free(now);
}

/* Votes of 52-48 and 51-49 are no ranges that overlap. */
static bool
are_apart(const struct amounts *amounts, const struct side *a, const struct side *b)
{
	bool results = amount_is_turned(&a->value, a->surface) &&
		       amount_is_turned(&b->value, b->surface);
	return results || amounts_apart(amounts, &a->value, &b->value);
}

/*
 * A side's value is a point where a member is that stands for its document (or any member at
 * all), else open: "at least 17". The first such member gives it.
 */
static void
find_values(struct sides *sides, const struct figure *figures, size_t members, bool any)
{
	for (int points = 0; points < 2; points++)
		for (size_t i = members; i-- > 0;) {
			struct side *side = &sides->items[sides->of[i]];
			if (points ? is_point(&figures[i].value) && (any || sides->stands[i])
				   : sides->stands[i]) {
				side->value = figures[i].value;
				side->surface = figures[i].surface;
			}
		}
}

/* Marks the sides that contradict the leader. Whether there are any. */
static bool
find_apart(struct sides *sides, const struct amounts *amounts, size_t leader)
{
	bool any = false;
	for (size_t i = 0; i < sides->count; i++) {
		sides->items[i].apart = i != leader && are_apart(amounts, &sides->items[leader],
							       &sides->items[i]);
		any |= sides->items[i].apart;
	}
	return any;
}

/* Who leads where the reports do not agree; the sides apart from it are marked. */
static size_t
judge(struct sides *sides, const struct figure *figures, const struct amounts *amounts,
	const struct claim *claim)
{
	size_t leader = find_leader(sides, false);
	if (find_apart(sides, amounts, leader) || claim->verdict != VERDICT_DIFFER)
		return leader;
	/* "at least 17" contradicts neither 18 nor 19 */
	size_t closed = find_leader(sides, true);
	if (find_apart(sides, amounts, closed))
		return closed;
	find_values(sides, figures, claim->count, true);
	find_apart(sides, amounts, leader);
	return leader;
}

static void
begin(struct sides *sides, size_t members)
{
	sides->count = 0;
	map_clear(&sides->by_number);
	arena_clear(&sides->keys);
	sides->of = memory_reserve(sides->of, &sides->of_capacity, members, sizeof *sides->of);
	sides->stands = memory_reserve(
		sides->stands, &sides->stands_capacity, members, sizeof *sides->stands);
}

void
sides_make(struct sides *sides, const struct findings *findings, const struct amounts *amounts,
	const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	begin(sides, claim->count);
	for (size_t i = 0; i < claim->count; i++) {
		sides->of[i] = side_of(sides, &figures[i]);
		take_member(sides, findings, figures, i);
	}
	find_values(sides, figures, claim->count, false);
	put_in_order(sides, claim->count,
		claim->verdict == VERDICT_AGREE /* "une quarantaine" and 42 agree */
			? find_leader(sides, false)
			: judge(sides, figures, amounts, claim));
}

bool
sides_follow(const struct sides *sides)
{
	for (size_t i = 1; i < sides->count; i++) {
		struct slice a = date_day(sides->items[0].first_told);
		struct slice b = date_day(sides->items[i].first_told);
		if (a.len > 0 && b.len > 0 && !slice_equal(a, b))
			return true;
	}
	return false;
}

/* --- Sources --- */

/* Whether a name stands in the list ("; " between names). */
static bool
is_listed(struct slice list, struct slice name)
{
	for (struct slice item; names_next(&list, &item);)
		if (slice_equal(item, name))
			return true;
	return false;
}

/* Adds the names that are not in the list yet. */
static void
add_names(struct buffer *to, struct slice names, size_t *count)
{
	for (struct slice name; names_next(&names, &name);) {
		if (is_listed(buffer_slice(to), name))
			continue;
		buffer_add(to, to->len > 0 ? SLICE("; ") : SLICE(""));
		buffer_add(to, name);
		++*count;
	}
}

bool
sides_rest(struct sides *sides, const struct findings *findings, const struct claim *claim,
	const struct side *side, struct independence *rests)
{
	const struct value *value = &side->value;
	bool range = value->low.len > 0 && value->high.len > 0 && !is_point(value);
	struct slice number = value->low.len > 0 ? value->low : value->high;
	const struct value told[] = {range ? *value : (struct value){number, number, {0}},
		{number, SLICE(""), {0}}, {SLICE(""), number, {0}}};
	bool found = false;
	buffer_clear(&sides->names);
	*rests = (struct independence){.claim = claim->name, .reports = side->documents};
	for (size_t i = 0; i < (range ? 1 : 3); i++) {
		const struct independence *one =
			findings_independence(findings, claim->name, &told[i]);
		if (!one)
			continue;
		if (one->names.len == 0)
			rests->origins += one->origins;
		add_names(&sides->names, one->names, &rests->origins);
		found = true;
	}
	rests->names = buffer_slice(&sides->names);
	return found;
}

void
sides_free(struct sides *sides)
{
	free(sides->items);
	free(sides->of);
	free(sides->stands);
	map_free(&sides->by_number);
	arena_free(&sides->keys);
	buffer_free(&sides->key);
	buffer_free(&sides->names);
}
