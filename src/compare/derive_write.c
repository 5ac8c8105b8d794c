/* Which of the figures that were worked out stay, and what their records say. */
#include <stdio.h>
#include <stdlib.h>

#include "change.h"
#include "derive.h"
#include "sort.h"

enum {
	DIGITS = 64 /* of a value */
};

/* The reports that tell figures of a cluster. */
struct tellers {
	uint32_t first; /* 1 more than its place; 0: none */
	bool several;
};

/* Whether somebody else tells what a figure was worked out to be. */
static bool
is_told(const struct figure *figure, const struct tellers *tellers)
{
	return tellers->several || (tellers->first && tellers->first != figure->report + 1);
}

/* What figures in the order of their places are found by. */
struct sorting {
	const struct figure *figures;
	const struct number *numbers;
};

static int
compare_places(const void *a, const void *b, const void *context)
{
	const struct sorting *sorting = context;
	const struct figure *left = &sorting->figures[((const struct sort_pair *)a)->value];
	const struct figure *right = &sorting->figures[((const struct sort_pair *)b)->value];
	const struct number *here = &sorting->numbers[left->number];
	const struct number *there = &sorting->numbers[right->number];
	if (left->sentence != right->sentence)
		return left->sentence < right->sentence ? -1 : 1;
	if (here->start != there->start)
		return here->start < there->start ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

/* Figures are large: their places are sorted, then they are moved. */
static void
sort_by_place(struct figures *figures, const struct number *numbers)
{
	struct sorting sorting = {figures->items, numbers};
	struct sort_pair *order = memory_new(figures->count * sizeof *order);
	for (uint32_t i = 0; i < figures->count; i++)
		order[i] = (struct sort_pair){0, i};
	sort_items(order, figures->count, sizeof *order, compare_places, &sorting);
	sort_arrange(figures->items, sizeof *figures->items, order, figures->count);
	free(order);
}

void
derive_keep(struct figures *figures, const struct corpus *corpus)
{
	struct tellers *tellers = memory_new_zeroed(figures->count, sizeof *tellers);
	size_t kept = 0, derived = 0;
	for (size_t i = 0; i < figures->count; i++) {
		const struct figure *figure = &figures->items[i];
		struct tellers *of = &tellers[figure->cluster];
		if (figure->derived)
			continue;
		of->several |= of->first && of->first != figure->report + 1;
		of->first = of->first ? of->first : figure->report + 1;
	}
	for (size_t i = 0; i < figures->count; i++) {
		const struct figure *figure = &figures->items[i];
		if (figure->derived && !is_told(figure, &tellers[figure->cluster]))
			continue;
		derived += figure->derived != DERIVED_NOT;
		figures->items[kept++] = *figure;
	}
	figures->count = kept;
	free(tellers);
	if (derived > 0)
		sort_by_place(figures, corpus->numbers);
}

/* A value as records have it: six decimals at most. */
static struct slice
decimal_of(char digits[DIGITS], double value)
{
	int len = snprintf(digits, DIGITS, "%.6f", value);
	if (len <= 0 || len >= DIGITS)
		return SLICE("");
	while (digits[len - 1] == '0')
		len--;
	len -= digits[len - 1] == '.';
	return (struct slice){digits, (size_t)len};
}

/* Makes a change one that is told as a factor: "halved" is 0.5. */
static void
become_factor(struct figure *figure)
{
	double share = figure->interval.low;
	bool down = figure->circumstance.move == WORD_DOWN;
	figure->factor = true;
	figure->interval.low = figure->interval.high = down ? 1 - share : 1 + share;
}

static void
add_surface(struct buffer *to, const struct corpus *corpus, const struct number *number)
{
	buffer_add(to, slice_cut(corpus->sentences[number->sentence].text, number->start,
			       number->end));
}

/* What is counted; of what other reports tell also from what to what: "11,000 → 4,000
 * soldiers".
 */
static void
add_what(struct buffer *to, const struct corpus *corpus, const struct figure *figure)
{
	const struct number *number = &corpus->numbers[figure->number];
	if (figure->former) {
		const struct number *former = &corpus->numbers[figure->former - 1];
		bool share = figure->derived == DERIVED_SHARE;
		add_surface(to, corpus, share ? number : former);
		buffer_add(to, share ? SLICE(" / ") : SLICE(" → "));
		add_surface(to, corpus, share ? former : number);
		buffer_add_byte(to, ' ');
	}
	buffer_add(to, number_field(number, NUMBER_FIELD_WHAT));
}

/* Gives one its fields; `told` is of its cluster. */
static void
write_fields(struct corpus *corpus, struct figure *figure, const struct figure *told)
{
	struct number *number = &corpus->numbers[figure->number];
	struct slice unit = number_field(number, NUMBER_FIELD_UNIT);
	double value = figure->interval.numeral;
	if (figure->dimension == DIMENSION_SHARE) {
		unit = number_field(&corpus->numbers[told->number], NUMBER_FIELD_UNIT);
		figure->unit = told->unit;
		if (told->factor && figure->derived == DERIVED_CHANGE)
			become_factor(figure);
		value = figure->interval.low * (slice_is(unit, "%") ? 100 : 1);
	}
	char digits[DIGITS];
	struct slice decimal = decimal_of(digits, value);
	struct buffer what = {0};
	add_what(&what, corpus, figure);
	corpus_set_fields(corpus, number,
		(const struct slice[NUMBER_FIELDS]){
			decimal, decimal, unit, buffer_slice(&what)});
	buffer_free(&what);
}

void
derive_write_fields(struct figures *figures, struct corpus *corpus)
{
	struct figure *items = figures->items;
	for (size_t start = 0, end; start < figures->count; start = end) {
		const struct figure *told = NULL;
		for (end = start;
			end < figures->count && items[end].cluster == items[start].cluster;
			end++)
			if (!told && !items[end].derived)
				told = &items[end];
		for (size_t i = start; told && i < end; i++)
			if (items[i].derived)
				write_fields(corpus, &items[i], told);
	}
}
