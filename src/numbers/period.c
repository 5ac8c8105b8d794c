#include "period.h"

#include "number.h"

struct period
period_days(struct date from, struct date to)
{
	return (struct period){.dated = true, .from = from, .to = to};
}

struct period
period_month(int year, int month)
{
	struct date from = {year, month, 1};
	struct date to = {year, month, calendar_month_length(year, month)};
	struct period period = period_days(from, to);
	period.grain = GRAIN_MONTH;
	return period;
}

static struct period
period_years(int first, int last, enum grain grain)
{
	struct period period =
		period_days((struct date){first, 1, 1}, (struct date){last, 12, 31});
	period.grain = grain;
	return period;
}

struct period
period_year(int year)
{
	return period_years(year, year, GRAIN_YEAR);
}

struct period
period_time(int start, int end)
{
	return (struct period){.timed = true, .start = start, .end = end};
}

static struct period
week_around(struct date date, long offset)
{
	struct date monday = calendar_add_days(date, 1 - calendar_weekday(date) + 7 * offset);
	struct period period = period_days(monday, calendar_add_days(monday, 6));
	period.grain = GRAIN_WEEK;
	return period;
}

static struct period
quarter_around(struct date date, long offset)
{
	struct date first = {date.year, (date.month - 1) / 3 * 3 + 1, 1};
	first = calendar_add_months(first, 3 * offset);
	struct date last = calendar_add_days(calendar_add_months(first, 3), -1);
	struct period period = period_days(first, last);
	period.grain = GRAIN_QUARTER;
	return period;
}

struct period
period_around(struct date date, enum grain grain, long offset)
{
	struct period period = {0};
	struct date first = {date.year, date.month, 1};
	int shifted = date.year + (int)offset;
	switch (grain) {
	case GRAIN_DAY:
		date = calendar_add_days(date, offset);
		period = period_days(date, date);
		period.grain = GRAIN_DAY;
		break;
	case GRAIN_WEEKEND:
		period = week_around(date, offset);
		period.from = calendar_add_days(period.from, 5);
		break;
	case GRAIN_WEEK:
		period = week_around(date, offset);
		break;
	case GRAIN_MONTH:
		first = calendar_add_months(first, offset);
		period = period_month(first.year, first.month);
		break;
	case GRAIN_QUARTER:
		period = quarter_around(date, offset);
		break;
	case GRAIN_YEAR:
		period = period_year(shifted);
		break;
	case GRAIN_DECADE:
		shifted = date.year / 10 * 10 + 10 * (int)offset;
		period = period_years(shifted, shifted + 9, grain);
		break;
	case GRAIN_CENTURY:
		shifted = (date.year - 1) / 100 * 100 + 100 * (int)offset;
		period = period_years(shifted + 1, shifted + 100, grain);
		break;
	case GRAIN_NONE:
		break;
	}
	return period;
}

struct period
period_third(struct period period, int which)
{
	struct period part = period;
	long first = calendar_days(period.from), last = calendar_days(period.to);
	part.grain = GRAIN_NONE;
	if (period.grain == GRAIN_WEEK) {
		part.from = calendar_date(which == 0   ? first
					  : which == 1 ? first + 2
						       : last - 2);
		part.to = calendar_date(which == 0 ? first + 2 : which == 1 ? last - 2 : last);
	} else if (period.grain == GRAIN_MONTH) {
		part.from.day = 1 + 10 * which;
		part.to.day = which == 2 ? period.to.day : 10 + 10 * which;
	} else if (period.grain == GRAIN_YEAR) {
		struct date next = calendar_add_months(period.from, 4L * which + 4);
		part.from = calendar_add_months(period.from, 4L * which);
		part.to = calendar_add_days(next, -1);
	} else if (period.grain == GRAIN_DECADE || period.grain == GRAIN_CENTURY) {
		int years = period.to.year - period.from.year + 1; /* 0-3, 4-6, 7-9 */
		part.from.year += (years * which + 2) / 3;
		part.to.year = period.from.year + (years * (which + 1) + 2) / 3 - 1;
	} else {
		long third = (last - first + 1) / 3;
		part.from = calendar_date(first + third * which);
		part.to =
			which == 2 ? period.to : calendar_date(first + third * (which + 1) - 1);
	}
	return part;
}

static char *
write_digits(char *to, int number, int digits)
{
	for (int i = digits; i-- > 0; number /= 10)
		to[i] = (char)('0' + number % 10);
	return to + digits;
}

static char *
write_date(char *to, struct date date, int parts)
{
	to = write_digits(to, date.year, 4);
	if (parts > 1) {
		*to++ = '-';
		to = write_digits(to, date.month, 2);
	}
	if (parts > 2) {
		*to++ = '-';
		to = write_digits(to, date.day, 2);
	}
	return to;
}

static char *
write_time(char *to, int minutes)
{
	to = write_digits(to, minutes / 60, 2);
	*to++ = ':';
	return write_digits(to, minutes % 60, 2);
}

/* How many parts of its dates a period needs: 1 for whole years, 2 for whole months. */
static int
parts_of(const struct period *period)
{
	struct date from = period->from, to = period->to;
	if (period->timed || period->no_from || period->no_to || from.day != 1 ||
		to.day != calendar_month_length(to.year, to.month))
		return 3;
	if (from.month == 1 && to.month == 12)
		return from.year == to.year || period->grain == GRAIN_NONE ? 1 : 3;
	return from.year == to.year && from.month == to.month ? 2 : 3;
}

/* The end of the day is the beginning of the next. */
static void
write_bound(const struct period *period, struct date date, int minutes, char *to)
{
	if (period->timed && minutes == MINUTES_OF_DAY) {
		date = calendar_add_days(date, 1);
		minutes = 0;
	}
	if (period->dated) {
		to = write_date(to, date, parts_of(period));
		if (period->timed)
			*to++ = 'T';
	}
	if (period->timed)
		to = write_time(to, minutes);
	*to = '\0';
}

void
period_write(const struct period *period, char *from, char *to)
{
	from[0] = to[0] = '\0';
	if (period->unknown || (period->dated && (!calendar_valid(period->from) ||
							 !calendar_valid(period->to))))
		return;
	if (!period->no_from)
		write_bound(period, period->from, period->start, from);
	if (!period->no_to)
		write_bound(period, period->to, period->end, to);
}

void
period_take_time(struct period *period, const struct period *time)
{
	period->timed = time->timed;
	period->start = time->start;
	period->end = time->end;
	period->half_told = time->half_told;
	period->hour_unsure = time->hour_unsure;
	period->hour_bare = time->hour_bare;
}
