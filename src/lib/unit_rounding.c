/* Apart from the rest of unit.h, so that only who needs it starts with the mathematical
 * library. */
#include <math.h>

#include "unit.h"

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
