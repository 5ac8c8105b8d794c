/*
 * si: quantities in the base units of the SI.
 */
#ifndef SI_H
#define SI_H

#include "number.h"

/*
 * Converts low, high, unit and rate of a number that has a unit: 20 degrees Celsius are
 * 293.15 K, 90 km/h are 25 m/s. Others stay.
 */
void si_convert(const struct units *units, struct number *number);

#endif
