#include "dateword.h"

#include "buffer.h"
#include "map.h"
#include "tables.h"
#include "utf8.h"

enum {
	NAME = 48,
	CALENDAR = 8 /* the bit from which on a month's calendar is told */
};

/* Others than the Gregorian. */
static const char *const calendars[] = {"iranian", "thai"};
enum {
	CALENDARS = sizeof calendars / sizeof *calendars
};

static struct map months, words;

static void
take_month(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	uint32_t month = 0;
	for (size_t i = 0; i < field[1].len; i++)
		month = month * 10 + (uint32_t)(field[1].data[i] - '0');
	for (uint32_t i = 0; i < CALENDARS; i++)
		if (slice_is(field[2], calendars[i]))
			month |= (i + 1) << CALENDAR;
	map_add(&months, field[0], month, NULL);
}

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	static const char *const names[] = {
		"between", "hour", "clock", "morning", "afternoon", "lead", "month"};
	uint32_t kinds = 0;
	(void)context;
	for (size_t i = 1; i < TABLE_FIELDS; i++)
		for (size_t k = 0; k < sizeof names / sizeof *names; k++)
			if (slice_is(field[i], names[k]))
				kinds |= UINT32_C(1) << k;
	map_add(&words, field[0], kinds, NULL);
}

struct dateword
dateword_of(struct slice word)
{
	char bytes[NAME];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (months.count == 0) {
		tables_each(NULL, "root", "month-names", take_month, NULL);
		tables_each(NULL, "root", "date-words", take_word, NULL);
	}
	if (word.len > NAME / 2)
		return (struct dateword){0};
	utf8_add_lower(&lower, word);
	const uint32_t *month = map_find(&months, buffer_slice(&lower));
	const uint32_t *kinds = map_find(&words, buffer_slice(&lower));
	struct dateword found = {kinds ? *kinds : 0, 0, NULL};
	if (month) {
		found.month = (int)(*month & ((1 << CALENDAR) - 1));
		found.calendar =
			*month >> CALENDAR ? calendars[(*month >> CALENDAR) - 1] : NULL;
	}
	return found;
}
