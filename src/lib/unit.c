#include "unit.h"

#include <math.h>

#include <stdlib.h>

#include "memory.h"

static void
take_row(void *context, const struct slice field[TABLE_FIELDS])
{
	struct units *units = context;
	units->units = memory_reserve(
		units->units, &units->capacity, units->count + 1, sizeof *units->units);
	units->units[units->count] =
		(struct unit){field[0], field[1], field[2], field[3], field[4]};
	*map_add(&units->by_symbol, field[0], 0, NULL) = (uint32_t)units->count++;
}

void
units_read(struct units *units, const struct rules *rules)
{
	tables_each(rules, "root", "units", take_row, units);
}

const struct unit *
units_find(const struct units *units, struct slice symbol)
{
	const uint32_t *at = map_find(&units->by_symbol, symbol);
	return at ? &units->units[*at] : NULL;
}

double
units_rounding(struct slice digits)
{
	size_t point = digits.len, significant = 0;
	for (size_t i = 0; i < digits.len; i++)
		if (digits.data[i] == '.')
			point = i;
	if (point < digits.len)
		return 0.5 * pow(10, -(double)(digits.len - point - 1));
	size_t zeros = 0;
	for (size_t i = 0; i < digits.len; i++)
		significant += digits.data[i] >= '0' && digits.data[i] <= '9';
	while (zeros + 2 < significant && digits.data[digits.len - zeros - 1] == '0')
		zeros++;
	return 0.5 * pow(10, (double)zeros);
}

void
units_free(struct units *units)
{
	free(units->units);
	map_free(&units->by_symbol);
	*units = (struct units){0};
}
