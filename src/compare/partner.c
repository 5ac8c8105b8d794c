#include "partner.h"

#include <stdlib.h>

#include "change.h"
#include "memory.h"
#include "sort.h"

static const float APART = -3; /* the likeness of two that have other partners */

/* A figure that has its value from another report, too. */
struct partner {
	uint32_t figure, report; /* the report in which it has */
	uint32_t other;          /* the figure there */
};

struct partners {
	struct partner *items;
	size_t count;
};

static bool
same_value(const struct figure *a, const struct figure *b)
{
	struct interval left = change_amount(a, b), right = change_amount(b, a);
	return a->dimension == b->dimension && interval_same_point(&left, &right);
}

static int
compare_partners(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct partner *left = a, *right = b;
	if (left->figure != right->figure)
		return left->figure < right->figure ? -1 : 1;
	return (left->report > right->report) - (left->report < right->report);
}

/* What a tie between two reports says of their values. */
enum meaning {
	NOTHING,
	SAME_VALUE,
	CONFLICT,
};

static enum meaning
meaning_of(const struct figures *figures, const struct tie *tie)
{
	const struct figure *a = &figures->items[tie->a], *b = &figures->items[tie->b];
	if (tie->likeness <= 0 || a->report == b->report)
		return NOTHING;
	return same_value(a, b) ? SAME_VALUE : CONFLICT;
}

/* Says of each tie what it means, and of each figure whether others contradict it. */
static void
read_ties(uint8_t *meanings, bool *contradicted, const struct figures *figures,
	const struct ties *ties)
{
	for (size_t i = 0; i < ties->count; i++) {
		const struct tie *tie = &ties->items[i];
		meanings[i] = (uint8_t)meaning_of(figures, tie);
		if (meanings[i] == CONFLICT)
			contradicted[tie->a] = contradicted[tie->b] = true;
	}
}

static void
add_partner(
	struct partners *partners, const struct figures *figures, uint32_t of, uint32_t other)
{
	partners->items[partners->count++] =
		(struct partner){of, figures->items[other].report, other};
}

/* The partners of figures that others contradict. */
static struct partners
find_partners(const struct figures *figures, const struct ties *ties, const uint8_t *meanings,
	const bool *contradicted)
{
	struct partners partners = {0};
	partners.items = memory_new(2 * ties->count * sizeof *partners.items);
	for (size_t i = 0; i < ties->count; i++) {
		const struct tie *tie = &ties->items[i];
		if (meanings[i] == SAME_VALUE && contradicted[tie->a])
			add_partner(&partners, figures, tie->a, tie->b);
		if (meanings[i] == SAME_VALUE && contradicted[tie->b])
			add_partner(&partners, figures, tie->b, tie->a);
	}
	sort_items(
		partners.items, partners.count, sizeof *partners.items, compare_partners, NULL);
	return partners;
}

/* The figure in a report that is the partner of this one; NULL: it has none. */
static const struct figure *
partner_in(const struct partners *partners, const struct figures *figures, uint32_t figure,
	uint32_t report)
{
	const struct partner key = {figure, report, 0};
	size_t at = sort_find(partners->items, partners->count, sizeof *partners->items,
		compare_partners, NULL, &key);
	if (at == partners->count || compare_partners(&partners->items[at], &key, NULL) != 0)
		return NULL;
	return &figures->items[partners->items[at].other];
}

/* Whether both have partners in each other's report. */
static bool
have_partners(
	const struct partners *partners, const struct figures *figures, const struct tie *tie)
{
	const struct figure *a = &figures->items[tie->a], *b = &figures->items[tie->b];
	const struct figure *of_a = partner_in(partners, figures, tie->a, b->report);
	const struct figure *of_b = partner_in(partners, figures, tie->b, a->report);
	return of_a && of_b && !figure_two_voices(a, of_b) && !figure_two_voices(b, of_a);
}

void
partners_untie(const struct figures *figures, struct ties *ties)
{
	uint8_t *meanings = memory_new(ties->count);
	bool *contradicted = memory_new_zeroed(figures->count, sizeof *contradicted);
	read_ties(meanings, contradicted, figures, ties);
	struct partners partners = find_partners(figures, ties, meanings, contradicted);
	for (size_t i = 0; i < ties->count; i++)
		if (meanings[i] == CONFLICT &&
			have_partners(&partners, figures, &ties->items[i]))
			ties->items[i].likeness = APART;
	free(partners.items);
	free(contradicted);
	free(meanings);
}
