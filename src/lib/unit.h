/*
 * unit: what a unit's symbol (UCUM's, from src/lang/root/units.tsv) measures, and how it
 * converts to the SI base of its dimension: base = amount * factor + offset.
 */
#ifndef UNIT_H
#define UNIT_H

#include <stdbool.h>

#include "map.h"
#include "slice.h"
#include "tables.h"

struct unit {
	struct slice symbol, dimension; /* as "[mi_i]2", "area" */
	struct slice factor, offset;    /* plain decimals, as text, so that no digit is lost */
	struct slice base;              /* the symbol of the dimension's base unit: "m2" */
};

/* All zero before units_read(). */
struct units {
	struct unit *units;
	size_t count, capacity;
	struct map by_symbol;
};

void units_read(struct units *units, const struct rules *rules);

/* NULL where the symbol is not known. */
const struct unit *units_find(const struct units *units, struct slice symbol);

/*
 * Half a unit of the last digit that says something: of "4.7" half a tenth, of "11,000" half a
 * thousand. The first two digits always say something.
 */
double units_rounding(struct slice decimal);

void units_free(struct units *units);

#endif
