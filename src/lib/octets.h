/*
 * octets: text read eight bytes at a time.
 */
#ifndef OCTETS_H
#define OCTETS_H

#include <stddef.h>
#include <stdint.h>

/* Eight bytes, the first lowest. */
static inline uint64_t
octets_read(const char *from)
{
	const unsigned char *byte = (const unsigned char *)from;
	return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 | (uint64_t)byte[2] << 16 |
	       (uint64_t)byte[3] << 24 | (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
	       (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* How many ASCII letters the eight bytes begin with. */
static inline size_t
octets_letters(uint64_t octets)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
	uint64_t small = octets | ones * 0x20, low = small & ~highs;
	uint64_t from_a = low + ones * (0x80 - 'a'), behind_z = low + ones * (0x80 - 'z' - 1);
	uint64_t others = (~from_a | behind_z | small) & highs;
	return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
}

/* Their ASCII capitals as small letters, in whichever order they stand. */
static inline uint64_t
octets_lower(uint64_t octets)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
	uint64_t low = octets & ~highs;
	uint64_t from_a = low + ones * (0x80 - 'A'), behind_z = low + ones * (0x80 - 'Z' - 1);
	uint64_t capitals = from_a & ~behind_z & ~octets & highs;
	return octets | capitals >> 2;
}

#endif
