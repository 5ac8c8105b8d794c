/*
 * What share of a body was lost, where a report tells its strength and its losses apart:
 * "12,000 were sent", and further down "4,000 casualties"; "of them 1,500 were killed or
 * wounded".
 */
#include "derive.h"

enum {
	LEAST_STRENGTH = 13, /* smaller numbers are told of many things */
	STRENGTHS = 64,      /* that are looked at in a report */
};

/* The figures of one report, and those that may tell how many there were of somebody. */
struct report_figures {
	size_t first, end;
	size_t strengths[STRENGTHS], count;
};

static bool
is_count(const struct figure *figure)
{
	return derive_is_amount(figure) && figure->dimension == DIMENSION_COUNT;
}

static bool
is_strength(const struct figure *figure)
{
	return is_count(figure) && !figure->loss && !figure->part && figure->head &&
	       !figure->circumstance.standpoint && !figure->circumstance.year &&
	       figure->interval.numeral >= LEAST_STRENGTH;
}

static void
read_report(
	struct report_figures *report, const struct figures *figures, size_t first, size_t told)
{
	const struct figure *items = figures->items;
	*report = (struct report_figures){.first = first, .end = first};
	for (; report->end < told && items[report->end].report == items[first].report;
		report->end++)
		if (report->count < STRENGTHS && is_strength(&items[report->end]))
			report->strengths[report->count++] = report->end;
}

/* Whether a figure's sentence has all that another one counts: "North Korean soldiers". */
static bool
has_what(const struct terms *all, const struct figure *figure, const struct figure *other)
{
	const uint32_t *here = all->items + figure->first, *there = all->items + other->first;
	for (uint32_t i = 0; i < other->terms; i++) {
		bool found = !(other->what >> i & 1);
		for (uint32_t j = 0; j < figure->terms && !found; j++)
			found = term_same(there[i], here[j]);
		if (!found)
			return false;
	}
	return true;
}

/* How many there were of those who were lost; the report's end where it tells none, or two. */
static size_t
find_strength(const struct figures *figures, const struct terms *terms,
	const struct report_figures *report, const struct figure *loss)
{
	size_t found = report->end;
	for (size_t i = 0; i < report->count; i++) {
		const struct figure *figure = &figures->items[report->strengths[i]];
		if (figure->sentence == loss->sentence ||
			figure->interval.low <= loss->interval.low ||
			!has_what(terms, loss, figure))
			continue;
		if (found == report->end)
			found = report->strengths[i];
		else if (!interval_agree(&figures->items[found].interval, &figure->interval))
			return report->end;
	}
	return found;
}

/* The last count of the sentence before, of which a figure is a part: "1,500 of them". */
static size_t
find_whole(const struct figures *figures, const struct report_figures *report, size_t part)
{
	const struct figure *items = figures->items;
	size_t i = part;
	while (i > report->first && items[i - 1].sentence == items[part].sentence)
		i--;
	for (; i > report->first && items[i - 1].sentence + 1 == items[part].sentence; i--)
		if (is_count(&items[i - 1]) &&
			items[i - 1].interval.low > items[part].interval.low)
			return i - 1;
	return report->end;
}

/* Whether the sentence of a figure itself tells the whole of which it is a part. */
static bool
tells_whole(const struct figures *figures, const struct report_figures *report, size_t at)
{
	const struct figure *items = figures->items;
	size_t i = at;
	while (i > report->first && items[i - 1].sentence == items[at].sentence)
		i--;
	for (; i < report->end && items[i].sentence == items[at].sentence; i++)
		if (items[i].whole)
			return true;
	return false;
}

void
derive_losses(
	struct figures *figures, struct corpus *corpus, const struct terms *terms, size_t told)
{
	struct report_figures report = {0};
	for (size_t i = 0; i < told; i++) {
		const struct figure loss = figures->items[i];
		if (i == report.end)
			read_report(&report, figures, i, told);
		if (!loss.loss || !is_count(&loss) || tells_whole(figures, &report, i))
			continue;
		size_t whole = loss.of_them ? find_whole(figures, &report, i)
					    : find_strength(figures, terms, &report, &loss);
		if (whole < report.end)
			derive_add_share(figures, corpus, (struct figure_pair){i, i}, i, whole);
	}
}
