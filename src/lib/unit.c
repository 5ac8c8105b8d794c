#include "unit.h"

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

void
units_free(struct units *units)
{
	free(units->units);
	map_free(&units->by_symbol);
	*units = (struct units){0};
}
