/* What follows from the levels that several reports give, one of which tells a change. */
#include <stdlib.h>

#include "derive.h"
#include "sort.h"
#include "weights.h"

enum {
	LEVELS = 64,      /* that are looked at for a change */
	LEAST_LEVEL = 10, /* smaller numbers are told of many things */
	DATE_LENGTH = 10,
	SAME_TIME = 3, /* days that a report may be behind what it tells */
};

/* Days since a day long ago, near enough to be compared; 0 where the date is not known. */
static unsigned
day_of(struct slice date)
{
	size_t year, month, day;
	if (date.len < DATE_LENGTH || !record_size(slice_cut(date, 0, 4), &year) ||
		!record_size(slice_cut(date, 5, 7), &month) ||
		!record_size(slice_cut(date, 8, 10), &day) || year > 9999)
		return 0;
	return (unsigned)(year * 372 + month * 31 + day);
}

/* When a level was so: as told to be past, now in a report without a date, or at a date. */
enum time {
	PAST = 1,
	NOW,
};

static unsigned
time_of(const struct corpus *corpus, const struct figure *figure)
{
	if (figure->circumstance.standpoint == WORD_BEFORE)
		return PAST;
	unsigned day = day_of(corpus->reports[figure->report].date);
	return day ? day : NOW;
}

/* Whether it tells how many there were, of whom a change may be told. */
static bool
is_level(const struct figure *figure)
{
	uint16_t other = WORD_EXPECTED | WORD_LIMIT;
	return derive_is_amount(figure) && figure->dimension == DIMENSION_COUNT &&
	       figure->head && !figure->part && !figure->whole && !figure->circumstance.year &&
	       !(figure->circumstance.standpoint & other) &&
	       figure->interval.low >= LEAST_LEVEL;
}

/* The levels by what is counted. To be freed. */
static struct sort_pair *
index_levels(const struct figures *figures, size_t told, size_t *count)
{
	struct sort_pair *levels = memory_new(told * sizeof *levels);
	*count = 0;
	for (size_t i = 0; i < told; i++)
		if (is_level(&figures->items[i]))
			levels[(*count)++] = (struct sort_pair){
				figures->items[i].head & (uint32_t)TERM_STEM, (uint32_t)i};
	sort_pairs(levels, *count);
	return levels;
}

/* The first and the last of the levels found, by their times, and how many values there are. */
struct course {
	uint32_t first, last; /* figures */
	unsigned from, to;    /* when */
	size_t count;
	uint32_t all[LEVELS];
};

static bool
agree(const struct figures *figures, uint32_t a, uint32_t b)
{
	return interval_agree(&figures->items[a].interval, &figures->items[b].interval);
}

/* Takes a level up into the course. */
static void
take_level(struct course *course, const struct figures *figures, const struct corpus *corpus,
	const struct figure *change, uint32_t level)
{
	const struct figure *figure = &figures->items[level];
	unsigned time = time_of(corpus, figure);
	bool framed = figure->frame && figure->frame != change->frame;
	if (figure->sentence == change->sentence || course->count == LEVELS)
		return;
	course->all[course->count++] = level;
	if (course->count == 1 || time < course->from) {
		course->first = level;
		course->from = time;
	}
	if (!framed && (course->count == 1 || time > course->to || course->to == 0)) {
		course->last = level;
		course->to = time;
	}
}

/* The levels of what stands around a change. */
static void
find_course(struct course *course, const struct figures *figures, const struct corpus *corpus,
	const struct terms *all, const struct figure *change, const struct sort_pair *levels,
	size_t count)
{
	const uint32_t *terms = all->items + change->first;
	for (uint32_t i = 0; i < change->terms; i++) {
		uint32_t stem = terms[i] & (uint32_t)TERM_STEM;
		if (!(change->near >> i & 1) || (terms[i] & TERM_NUMBER))
			continue;
		for (size_t at = sort_find_pair(levels, count, stem);
			at < count && levels[at].key == stem && course->count < LEVELS; at++)
			take_level(course, figures, corpus, change, levels[at].value);
	}
}

/* Whether there are two values, an early and a late one, and the change is told of these. */
static bool
is_course(const struct course *course, const struct figures *figures,
	const struct corpus *corpus, const struct figure *change)
{
	unsigned told = day_of(corpus->reports[change->report].date);
	if (course->count < 2 || course->from >= course->to || course->from == NOW ||
		(told && (course->from >= told || course->to > told + SAME_TIME)) ||
		agree(figures, course->first, course->last))
		return false;
	for (size_t i = 0; i < course->count; i++)
		if (!agree(figures, course->all[i], course->first) &&
			!agree(figures, course->all[i], course->last))
			return false;
	return true;
}

/* Whether the sentence of a change itself tells amounts that changed. */
static bool
tells_levels(const struct figures *figures, size_t told, size_t change)
{
	const struct figure *items = figures->items;
	size_t at = change;
	while (at > 0 && items[at - 1].sentence == items[change].sentence)
		at--;
	for (; at < told && items[at].sentence == items[change].sentence; at++)
		if (items[at].change == CHANGE_NONE &&
			(items[at].circumstance.relation & (WORD_FROM | WORD_TO)))
			return true;
	return false;
}

void
derive_between_reports(
	struct figures *figures, struct corpus *corpus, const struct terms *terms, size_t told)
{
	size_t count;
	struct sort_pair *levels = index_levels(figures, told, &count);
	for (size_t i = 0; i < told && count > 0; i++) {
		const struct figure change = figures->items[i];
		if (change.change != CHANGE_BY_SHARE || tells_levels(figures, told, i))
			continue;
		struct course course = {0};
		find_course(&course, figures, corpus, terms, &change, levels, count);
		if (!is_course(&course, figures, corpus, &change))
			continue;
		size_t added = figures->count;
		derive_add_change(figures, corpus,
			(struct figure_pair){course.last, course.last}, course.first,
			course.last);
		for (; added < figures->count; added++) {
			figures->items[added].former = figures->items[course.first].number + 1;
			figures->items[added].frame = change.frame;
		}
	}
	free(levels);
}
