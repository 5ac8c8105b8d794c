#include "stray.h"

#include <math.h>
#include <stdlib.h>

#include "change.h"
#include "memory.h"
#include "sort.h"

/* The likeness of two that contradict each other, alone; of two changes. */
static const float CONFLICT = 1.2f, CONFLICT_OF_CHANGES = 0.6f;

static bool
same_frame(const struct figure *a, const struct figure *b)
{
	return a->frame && a->frame == b->frame;
}

static bool
contradict(const struct figure *a, const struct figure *b)
{
	struct interval left = change_amount(a, b), right = change_amount(b, a);
	return a->dimension == b->dimension && !interval_agree(&left, &right);
}

static float
least_likeness(const struct figure *a, const struct figure *b)
{
	return a->change && a->change == b->change ? CONFLICT_OF_CHANGES : CONFLICT;
}

/*
 * Parts figures that are alone with one another and contradict: two passing remarks ("14 days
 * to appeal", "ten days after the verdict") must be more alike to be a conflict than amounts
 * that several reports give.
 */
static void
part_remarks(const struct figures *figures, uint32_t *clusters, const struct ties *ties)
{
	uint32_t *sizes = memory_new_zeroed(figures->count, sizeof *sizes);
	for (size_t i = 0; i < figures->count; i++)
		sizes[clusters[i]]++;
	for (size_t i = 0; i < ties->count; i++) {
		const struct tie *tie = &ties->items[i];
		const struct figure *a = &figures->items[tie->a], *b = &figures->items[tie->b];
		if (clusters[tie->a] != clusters[tie->b] || sizes[clusters[tie->a]] != 2 ||
			tie->likeness >= least_likeness(a, b) ||
			a->dimension == DIMENSION_COUNT || !contradict(a, b) ||
			same_frame(a, b))
			continue;
		uint32_t other = clusters[tie->a] == tie->a ? tie->b : tie->a;
		sizes[clusters[other]]--;
		clusters[other] = other;
	}
	free(sizes);
}

/* How far a figure is from the nearest that another report gives. */
static double
distance_to_others(const struct figure *items, const struct sort_pair *members, size_t count,
	const struct figure *figure)
{
	double least = INFINITY;
	for (size_t i = 0; i < count && least > 0; i++) {
		const struct figure *other = &items[members[i].value];
		if (other->report == figure->report)
			continue;
		double distance =
			contradict(figure, other)
				? interval_distance(&figure->interval, &other->interval)
				: 0;
		least = fmin(least, distance);
	}
	return least;
}

/*
 * Whether the report of a figure gives another value that is nearer to what others give: "32
 * percent of the vote; in the capital 61 percent". Who names two speakers, or says how old
 * somebody was then and is now, may tell two values of one thing.
 */
static bool
is_second(const struct figure *items, const struct sort_pair *members, const double *distances,
	size_t count, size_t at)
{
	const struct figure *figure = &items[members[at].value];
	for (size_t i = 0; i < count && figure->dimension != DIMENSION_AGE; i++) {
		const struct figure *other = &items[members[i].value];
		if (other->report == figure->report && distances[i] < distances[at] &&
			!figure_two_voices(figure, other) && contradict(figure, other))
			return true;
	}
	return false;
}

/* Parts second values from a cluster, and names what is left by its smallest member. */
static void
part_seconds(uint32_t *clusters, const struct figure *items, const struct sort_pair *members,
	size_t count)
{
	double *distances = memory_new(count * sizeof *distances);
	for (size_t i = 0; i < count; i++)
		distances[i] =
			distance_to_others(items, members, count, &items[members[i].value]);
	uint32_t name = UINT32_MAX;
	for (size_t i = 0; i < count; i++) {
		uint32_t member = members[i].value;
		bool second = is_second(items, members, distances, count, i);
		if (!second && name == UINT32_MAX)
			name = member;
		clusters[member] = second ? member : name;
	}
	free(distances);
}

void
strays_part(uint32_t *clusters, const struct figures *figures, const struct ties *ties)
{
	part_remarks(figures, clusters, ties);
	struct sort_pair *pairs = memory_new(figures->count * sizeof *pairs);
	for (size_t i = 0; i < figures->count; i++)
		pairs[i] = (struct sort_pair){clusters[i], (uint32_t)i};
	sort_pairs(pairs, figures->count);
	for (size_t start = 0, end; start < figures->count; start = end) {
		for (end = start + 1;
			end < figures->count && pairs[end].key == pairs[start].key;)
			end++;
		if (end - start > 2)
			part_seconds(clusters, figures->items, pairs + start, end - start);
	}
	free(pairs);
}
