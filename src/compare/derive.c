#include "derive.h"

#include "change.h"

#include <math.h>

static const double NOISE = 1e-6; /* of units that are converted */

enum {
	REACH = 56,       /* bytes between two amounts that one is worked out from */
	LEAST_WHOLE = 13, /* "eight of ten" is told of everything */
	PART_GAP = 28,    /* between a part and its whole, */
	TURNED_GAP = 96,  /* where the whole begins the sentence */
	BEGINNING = 12,   /* of a sentence: "of the 40" */
	DIGITS = 64,      /* of a value that is worked out, */
	TELLING = 5,      /* and those that tell something */
};

/* The least and the greatest that an amount may be. */
static double
least_of(const struct figure *figure)
{
	return figure->interval.low - figure->interval.slack;
}

static double
most_of(const struct figure *figure)
{
	return figure->interval.high + figure->interval.slack;
}

static struct interval
interval_between(double value, double least, double most)
{
	return (struct interval){
		.low = value, .high = value, .slack = fmax(value - least, most - value)};
}

/* The value with as many digits as tell something: a third of 300 is 100. */
static double
rounded(double value)
{
	if (value == 0)
		return 0;
	double unit = pow(10, floor(log10(fabs(value))) + 1 - TELLING);
	return round(value / unit) * unit;
}

/* Whether it is one amount that something else can be worked out from. */
static bool
is_point(const struct figure *figure)
{
	const struct interval *interval = &figure->interval;
	return !figure->derived && interval->bound == BOUND_NONE && !interval->result &&
	       interval->low == interval->high && least_of(figure) > 0;
}

bool
derive_is_amount(const struct figure *figure)
{
	return is_point(figure) && figure->change == CHANGE_NONE &&
	       figure->dimension != DIMENSION_SHARE && figure->dimension != DIMENSION_AGE;
}

/* How much the base unit's amount is of the amount told. */
static double
scale_of(const struct figure *figure)
{
	return figure->interval.low / figure->interval.numeral;
}

/* Whether both are told in one unit, of a measure that begins at nothing: no degrees. */
static bool
same_measure(const struct figure *a, const struct figure *b)
{
	return a->dimension == b->dimension && a->rate == b->rate &&
	       fabs(scale_of(a) - scale_of(b)) <= NOISE * scale_of(a);
}

/* How many bytes stand between them. */
static uint32_t
gap_of(const struct figures *figures, const struct corpus *corpus, struct figure_pair pair)
{
	const struct number *a = &corpus->numbers[figures->items[pair.first].number];
	const struct number *b = &corpus->numbers[figures->items[pair.second].number];
	return b->start > a->end ? b->start - a->end : 0;
}

/* Adds one that is worked out from two; it is told where they are, as `like` is. */
static struct figure *
add(struct figures *figures, struct corpus *corpus, struct figure_pair pair, size_t like,
	struct interval interval)
{
	const struct figure *items = figures->items;
	struct number number = corpus->numbers[items[like].number];
	number.start = corpus->numbers[items[pair.first].number].start;
	number.end = corpus->numbers[items[pair.second].number].end;
	struct figure figure = items[like];
	figure.number = (uint32_t)corpus_add_number(corpus, &number);
	double scale = scale_of(&figure);
	figure.interval = interval;
	figure.interval.numeral = rounded(interval.low / scale);
	if (figure.dimension == DIMENSION_COUNT)
		figure.interval.numeral = round(figure.interval.numeral);
	figure.rarity = 0;
	figures->items = memory_reserve(
		figures->items, &figures->capacity, figures->count + 1, sizeof figure);
	figures->items[figures->count] = figure;
	return &figures->items[figures->count++];
}

void
derive_add_change(struct figures *figures, struct corpus *corpus, struct figure_pair pair,
	size_t from, size_t to)
{
	const struct figure before = figures->items[from], after = figures->items[to];
	double was = before.interval.low, is = after.interval.low;
	if (was == is)
		return;
	uint16_t move = is > was ? WORD_UP : WORD_DOWN;
	double least = least_of(&after) / most_of(&before) - 1;
	double most = most_of(&after) / least_of(&before) - 1;
	struct interval share = interval_between(fabs(is / was - 1),
		move == WORD_UP ? least : -most, move == WORD_UP ? most : -least);
	struct interval amount = interval_between(fabs(is - was),
		fabs(is - was) - before.interval.slack - after.interval.slack,
		fabs(is - was) + before.interval.slack + after.interval.slack);
	for (int by = CHANGE_BY_SHARE; by <= CHANGE_BY_AMOUNT; by++) {
		bool by_share = by == CHANGE_BY_SHARE;
		struct figure *figure =
			add(figures, corpus, pair, to, by_share ? share : amount);
		figure->derived = DERIVED_CHANGE;
		figure->change = (uint8_t)by;
		figure->circumstance.move = figure->circumstance.direction = move;
		figure->circumstance.standpoint = 0;
		if (figures->items[pair.first].frame)
			figure->frame = figures->items[pair.first].frame;
		if (by_share) {
			figure->dimension = DIMENSION_SHARE;
			figure->unit = figure->rate = 0;
		}
	}
}

/* "From 11,000 to 4,000", "to 4,000 from 11,000", "412 million, up from 365 million" */
static bool
find_change(struct figures *figures, struct corpus *corpus, struct figure_pair pair)
{
	const struct figure *first = &figures->items[pair.first];
	const struct figure *second = &figures->items[pair.second];
	if (!derive_is_amount(first) || !derive_is_amount(second) ||
		!same_measure(first, second) || gap_of(figures, corpus, pair) > REACH)
		return false;
	uint16_t here = first->circumstance.relation, there = second->circumstance.relation;
	bool was_before = second->circumstance.standpoint == WORD_BEFORE;
	if ((here & WORD_FROM) && (there & WORD_TO))
		derive_add_change(figures, corpus, pair, pair.first, pair.second);
	else if ((there & WORD_FROM) && ((here & WORD_TO) || was_before))
		derive_add_change(figures, corpus, pair, pair.second, pair.first);
	else
		return false;
	return true;
}

void
derive_add_share(struct figures *figures, struct corpus *corpus, struct figure_pair pair,
	size_t part, size_t of)
{
	const struct figure less = figures->items[part], whole = figures->items[of];
	double share = less.interval.low / whole.interval.low;
	struct figure *figure = add(figures, corpus, pair, part,
		interval_between(share, least_of(&less) / most_of(&whole),
			most_of(&less) / least_of(&whole)));
	figure->derived = DERIVED_SHARE;
	figure->loss = less.loss || whole.loss;
	figure->dimension = DIMENSION_SHARE;
	figure->unit = figure->rate = 0;
	if (figures->items[of].sentence != less.sentence)
		figure->former = whole.number + 1;
}

/* "4,000 of the 12,000 soldiers", "4,000 casualties among the 12,000"; "of 40 dead, 12" */
static void
find_share(struct figures *figures, struct corpus *corpus, struct figure_pair pair)
{
	bool begins = corpus->numbers[figures->items[pair.first].number].start <= BEGINNING;
	bool turned = begins && (figures->items[pair.first].circumstance.relation & WORD_OF);
	size_t of = turned ? pair.first : pair.second, part = turned ? pair.second : pair.first;
	const struct figure *less = &figures->items[part], *whole = &figures->items[of];
	if (!derive_is_amount(less) || !derive_is_amount(whole) || !same_measure(less, whole) ||
		!(whole->circumstance.relation & WORD_OF) ||
		less->interval.low >= whole->interval.low ||
		whole->interval.numeral < LEAST_WHOLE ||
		gap_of(figures, corpus, pair) > (turned ? TURNED_GAP : PART_GAP))
		return;
	figures->items[of].whole = true;
	derive_add_share(figures, corpus, pair, part, of);
}

/* "A third of the 300 jobs" */
static void
find_part(struct figures *figures, struct corpus *corpus, struct figure_pair pair)
{
	struct figure share = figures->items[pair.first];
	const struct figure whole = figures->items[pair.second];
	if (share.dimension != DIMENSION_SHARE || !is_point(&share) ||
		share.change != CHANGE_NONE || share.interval.low >= 1 ||
		!derive_is_amount(&whole) || !(whole.circumstance.relation & WORD_OF) ||
		gap_of(figures, corpus, pair) > PART_GAP)
		return;
	figures->items[pair.second].whole = true;
	share.interval = change_loose(&share);
	double part = share.interval.low * whole.interval.low;
	struct figure *figure = add(figures, corpus, pair, pair.second,
		interval_between(part, least_of(&share) * least_of(&whole),
			most_of(&share) * most_of(&whole)));
	figure->derived = DERIVED_PART;
	figure->frame = share.frame ? share.frame : whole.frame;
	figure->circumstance = share.circumstance;
}

/* How much larger it became; 0 where the figure does not tell. */
static double
factor_of(const struct figure *figure, double amount)
{
	bool down = figure->circumstance.move == WORD_DOWN;
	return figure->factor ? amount : down ? 1 - amount : 1 + amount;
}

/* What it was before it rose or fell by a share to `now`; false where that cannot be told. */
static bool
former_by_share(struct interval *former, const struct figure *change, const struct figure *now)
{
	double low = factor_of(change, least_of(change));
	double high = factor_of(change, most_of(change));
	if (fmin(low, high) <= 0)
		return false;
	*former = interval_between(now->interval.low / factor_of(change, change->interval.low),
		least_of(now) / fmax(low, high), most_of(now) / fmin(low, high));
	return true;
}

/* The same where it rose or fell by an amount. */
static bool
former_by_amount(struct interval *former, const struct figure *change, const struct figure *now)
{
	if (!same_measure(change, now))
		return false;
	double by = change->circumstance.move == WORD_DOWN ? change->interval.low
							   : -change->interval.low;
	double slack = change->interval.slack + now->interval.slack;
	double was = now->interval.low + by;
	*former = interval_between(was, was - slack, was + slack);
	return true;
}

/* "Tripled to 9,000", "fell by 20 percent to 880 million", "rose by 15 to 40" */
static void
find_former(struct figures *figures, struct corpus *corpus, struct figure_pair pair)
{
	const struct figure change = figures->items[pair.first];
	const struct figure now = figures->items[pair.second];
	struct interval former;
	if (!is_point(&change) || change.change == CHANGE_NONE || !derive_is_amount(&now) ||
		!(now.circumstance.relation & WORD_TO) || gap_of(figures, corpus, pair) > REACH)
		return;
	bool known = change.change == CHANGE_BY_SHARE
			     ? former_by_share(&former, &change, &now)
			     : former_by_amount(&former, &change, &now);
	if (!known)
		return;
	struct figure *figure = add(figures, corpus, pair, pair.second, former);
	figure->derived = DERIVED_FORMER;
	figure->circumstance.standpoint = WORD_BEFORE;
}

void
derive_figures(struct figures *figures, struct corpus *corpus, const struct terms *terms)
{
	size_t told = figures->count;
	for (size_t i = 1; i < told; i++) {
		struct figure_pair pair = {i - 1, i};
		if (figures->items[i - 1].sentence != figures->items[i].sentence ||
			find_change(figures, corpus, pair))
			continue;
		find_share(figures, corpus, pair);
		find_part(figures, corpus, pair);
		find_former(figures, corpus, pair);
	}
	derive_losses(figures, corpus, terms, told);
	derive_between_reports(figures, corpus, terms, told);
}
