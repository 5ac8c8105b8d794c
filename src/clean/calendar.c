#include "calendar.h"

/* H. Hinnant, chrono-compatible low-level date algorithms. */
struct day
calendar_day(long days)
{
	days += 719468;
	long era = days / 146097, of_era = days - era * 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct day day = {.day = (int)(of_year - (153 * month + 2) / 5 + 1)};
	day.month = (int)(month < 10 ? month + 3 : month - 9);
	day.year = (int)(year + era * 400 + (day.month <= 2));
	return day;
}

bool
calendar_has(struct day day)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
	       day.day <= days[day.month - 1];
}

/* Eight years of 33 have a day more. */
static bool
is_long_iranian(int year)
{
	static const int leaps[] = {1, 5, 9, 13, 17, 22, 26, 30};
	for (int i = 0; i < 8; i++)
		if (year % 33 == leaps[i])
			return true;
	return false;
}

struct day
calendar_from_iranian(struct day day)
{
	long days = 19802; /* 1 Farvardin 1403, 20 March 2024 */
	for (int year = 1403; year < day.year; year++)
		days += 365 + is_long_iranian(year);
	for (int year = 1403; year > day.year; year--)
		days -= 365 + is_long_iranian(year - 1);
	int months = day.month - 1;
	days += months * 30 + (months < 6 ? months : 6) + day.day - 1;
	return calendar_day(days);
}
