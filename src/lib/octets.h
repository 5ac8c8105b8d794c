/*
 * octets: text read eight or sixteen bytes at a time.
 */
#ifndef OCTETS_H
#define OCTETS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "slice.h"

/* Eight bytes, the first lowest. */
static inline uint64_t
octets_read(const char *from)
{
	const unsigned char *byte = (const unsigned char *)from;
	return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 | (uint64_t)byte[2] << 16 |
	       (uint64_t)byte[3] << 24 | (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
	       (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* Writes them. */
static inline void
octets_write(char *to, uint64_t octets)
{
	unsigned char *byte = (unsigned char *)to;
	byte[0] = octets & 0xff;
	byte[1] = octets >> 8 & 0xff;
	byte[2] = octets >> 16 & 0xff;
	byte[3] = octets >> 24 & 0xff;
	byte[4] = octets >> 32 & 0xff;
	byte[5] = octets >> 40 & 0xff;
	byte[6] = octets >> 48 & 0xff;
	byte[7] = octets >> 56 & 0xff;
}

/* Four bytes. */
static inline uint32_t
octets_read_half(const char *from)
{
	const unsigned char *byte = (const unsigned char *)from;
	return (uint32_t)byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 |
	       (uint32_t)byte[3] << 24;
}

/* Up to eight bytes, which alone are read; NUL in place of the others. */
static inline uint64_t
octets_read_few(const char *from, size_t len)
{
	const unsigned char *byte = (const unsigned char *)from;
	if (len >= 8)
		return octets_read(from);
	if (len >= 4)
		return octets_read_half(from) | (uint64_t)octets_read_half(from + len - 4)
							<< 8 * (len - 4);
	if (len == 0)
		return 0;
	return byte[0] | (uint64_t)byte[len / 2] << 8 * (len / 2) |
	       (uint64_t)byte[len - 1] << 8 * (len - 1);
}

/* Copies 64 bytes at most, of no fixed number: moves that may overlap instead of a loop. */
static inline void
octets_copy(char *to, const char *from, size_t len)
{
	if (len >= 32) {
		memcpy(to, from, 32);
		memcpy(to + len - 32, from + len - 32, 32);
	} else if (len >= 16) {
		memcpy(to, from, 16);
		memcpy(to + len - 16, from + len - 16, 16);
	} else if (len >= 8) {
		memcpy(to, from, 8);
		memcpy(to + len - 8, from + len - 8, 8);
	} else if (len >= 4) {
		memcpy(to, from, 4);
		memcpy(to + len - 4, from + len - 4, 4);
	} else if (len > 0) {
		to[0] = from[0];
		to[len / 2] = from[len / 2];
		to[len - 1] = from[len - 1];
	}
}

/* The first of them, up to 8; NUL in place of the others. */
static inline uint64_t
octets_first(uint64_t octets, size_t count)
{
	return count < 8 ? octets & ((UINT64_C(1) << 8 * count) - 1) : octets;
}

/* The highest bit of each of the eight bytes that is no ASCII letter. */
static inline uint64_t
octets_others(uint64_t octets)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
	uint64_t small = octets | ones * 0x20, low = small & ~highs;
	uint64_t from_a = low + ones * (0x80 - 'a'), behind_z = low + ones * (0x80 - 'z' - 1);
	return (~from_a | behind_z | small) & highs;
}

/* How many ASCII letters the eight bytes begin with. */
static inline size_t
octets_letters(uint64_t octets)
{
	uint64_t others = octets_others(octets);
	return others ? (size_t)__builtin_ctzll(others) / 8 : 8;
}

/* How many they end with. */
static inline size_t
octets_last_letters(uint64_t octets)
{
	uint64_t others = octets_others(octets);
	return others ? (size_t)__builtin_clzll(others) / 8 : 8;
}

/* How many ASCII letters the sixteen bytes there begin with. */
static inline size_t
octets_letters_long(const char *from)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)from);
	__m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	__m128i letter = _mm_sub_epi8(small, _mm_set1_epi8('a'));
	__m128i is = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8('z' - 'a')), letter);
	return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(is));
#else
	size_t letters = octets_letters(octets_read(from));
	return letters < 8 ? letters : 8 + octets_letters(octets_read(from + 8));
#endif
}

/* Where the ASCII letters there end; `at` itself where there are none. */
static inline size_t
octets_end_of_letters(struct slice text, size_t at)
{
	while (at + 16 <= text.len) {
		size_t letters = octets_letters_long(text.data + at);
		at += letters;
		if (letters < 16)
			return at;
	}
	while (at < text.len && (unsigned)((unsigned char)text.data[at] | 0x20) - 'a' < 26)
		at++;
	return at;
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
