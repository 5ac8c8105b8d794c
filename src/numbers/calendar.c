#include "calendar.h"

long
calendar_days(struct date date)
{
	long year = date.year - (date.month <= 2);
	long era = (year >= 0 ? year : year - 399) / 400;
	long year_of_era = year - era * 400;
	long day_of_year = (153L * (date.month > 2 ? date.month - 3 : date.month + 9) + 2) / 5 +
			   date.day - 1;
	long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

struct date
calendar_date(long days)
{
	days += 719468;
	long era = (days >= 0 ? days : days - 146096) / 146097;
	long day_of_era = days - era * 146097;
	long year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
		365;
	long day_of_year =
		day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	long shifted = (5 * day_of_year + 2) / 153;
	struct date date = {
		.day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1),
		.month = (int)(shifted < 10 ? shifted + 3 : shifted - 9),
	};
	date.year = (int)(year_of_era + era * 400 + (date.month <= 2));
	return date;
}

int
calendar_month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : lengths[month - 1];
}

bool
calendar_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= calendar_month_length(date.year, date.month);
}

int
calendar_weekday(struct date date)
{
	long weekday = (calendar_days(date) + 3) % 7;
	return (int)(weekday < 0 ? weekday + 7 : weekday) + 1;
}

struct date
calendar_add_days(struct date date, long days)
{
	return calendar_date(calendar_days(date) + days);
}

struct date
calendar_add_months(struct date date, long months)
{
	long month = (long)date.year * 12 + date.month - 1 + months;
	struct date moved = {(int)(month / 12), (int)(month % 12) + 1, date.day};
	if (month < 12 || moved.year > 9999)
		return (struct date){0, 1, 1};
	int length = calendar_month_length(moved.year, moved.month);
	if (moved.day > length)
		moved.day = length;
	return moved;
}

struct date
calendar_week(int year, int week)
{
	struct date fourth = {year, 1, 4};
	return calendar_add_days(fourth, 1 - calendar_weekday(fourth) + 7L * (week - 1));
}

static bool
read_digits(struct slice text, size_t at, size_t count, int *number)
{
	*number = 0;
	if (text.len < at + count)
		return false;
	for (size_t i = at; i < at + count; i++) {
		if (text.data[i] < '0' || text.data[i] > '9')
			return false;
		*number = *number * 10 + (text.data[i] - '0');
	}
	return true;
}

bool
calendar_read(struct slice text, struct date *date)
{
	*date = (struct date){.month = 1, .day = 1};
	int month, day;
	if (!read_digits(text, 0, 4, &date->year))
		return false;
	if (text.len > 4 && text.data[4] == '-' && read_digits(text, 5, 2, &month)) {
		date->month = month;
		if (text.len > 7 && text.data[7] == '-' && read_digits(text, 8, 2, &day))
			date->day = day;
	}
	return calendar_valid(*date);
}

int
calendar_read_clock(struct slice text)
{
	enum {
		CLOCK = 11 /* bytes before it */
	};
	int hour, minute;
	if (text.len < CLOCK || (text.data[CLOCK - 1] != 'T' && text.data[CLOCK - 1] != ' ') ||
		!read_digits(text, CLOCK, 2, &hour) || text.len <= CLOCK + 2 ||
		text.data[CLOCK + 2] != ':' || !read_digits(text, CLOCK + 3, 2, &minute) ||
		hour > 23 || minute > 59)
		return -1;
	return hour + minute > 0 ? hour * 60 + minute : -1;
}

struct date
calendar_easter(int year)
{
	int golden = year % 19, century = year / 100, rest = year % 100;
	int shifted = (century - (century + 8) / 25 + 1) / 3;
	int epact = (19 * golden + century - century / 4 - shifted + 15) % 30;
	int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
	int late = (golden + 11 * epact + 22 * weekday) / 451;
	int day = epact + weekday - 7 * late + 114;
	return (struct date){year, day / 31, day % 31 + 1};
}
