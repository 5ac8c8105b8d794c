/*
 * freeze: parts of C that the programs write by which the build makes tables. They are linked
 * into nothing else.
 */
#ifndef FREEZE_H
#define FREEZE_H

#include <inttypes.h>
#include <stdio.h>

/* Writes the members of an array that are not 0. */
static inline void
freeze_numbers(const uint64_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (numbers[i])
			printf("[%zu] = 0x%" PRIx64 "u,\n", i, numbers[i]);
}

#endif
