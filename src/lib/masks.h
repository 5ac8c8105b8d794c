/*
 * masks: 64 bytes of text at once; which of them are letters and so on, as the bits of a
 * number, that of the first byte lowest.
 */
#ifndef MASKS_H
#define MASKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__) && defined(__GNUC__)
#define MASKS_AVX2 /* functions for processors that have it, and AVX-512 */
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "octets.h"
#include "slice.h"
#include "token.h"

enum {
	MASKS_BYTES = 64
};

/* Of ASCII, but for `beyond`: the bytes of all characters that are not. */
struct masks {
	uint64_t letters, digits, spaces, beyond;
};

#ifdef __SSE2__
static inline __m128i
masks_within(__m128i bytes, char first, char last)
{
	__m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
	__m128i most = _mm_set1_epi8((char)(last - first));
	return _mm_cmpeq_epi8(_mm_min_epu8(from_first, most), from_first);
}

static inline uint64_t
masks_bits(__m128i bytes, size_t at)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(bytes) << at;
}
#endif

/* Which of eight bytes, the first lowest, have this bit: the bits of a number below 256. */
static inline uint64_t
masks_of_bit(uint64_t octets, int bit)
{
	return ((octets >> bit & 0x0101010101010101u) * 0x0102040810204080u) >> 56;
}

/* Copies 64 bytes, its ASCII capitals as small letters, and tells what they are. */
static inline struct masks
masks_fold(char *to, const char *from)
{
	struct masks masks = {0};
#ifdef __SSE2__
	const __m128i space = _mm_set1_epi8(' ');
#pragma GCC unroll 4
	for (size_t at = 0; at < MASKS_BYTES; at += sizeof(__m128i)) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(from + at));
		__m128i letters = masks_within(_mm_or_si128(bytes, space), 'a', 'z');
		__m128i blanks = masks_within(bytes, '\t', '\r');
		_mm_storeu_si128((__m128i *)(void *)(to + at),
			_mm_or_si128(bytes, _mm_and_si128(letters, space)));
		masks.letters |= masks_bits(letters, at);
		masks.digits |= masks_bits(masks_within(bytes, '0', '9'), at);
		masks.spaces |=
			masks_bits(_mm_or_si128(blanks, _mm_cmpeq_epi8(bytes, space)), at);
		masks.beyond |= masks_bits(bytes, at);
	}
#else
	for (size_t at = 0; at < MASKS_BYTES; at++) {
		unsigned char kind = token_kinds[(unsigned char)from[at]];
		masks.letters |= (uint64_t)(kind == TOKEN_LETTERS) << at;
		masks.digits |= (uint64_t)(kind == TOKEN_DIGITS) << at;
		masks.spaces |= (uint64_t)(kind == TOKEN_SPACE) << at;
		masks.beyond |= (uint64_t)(kind == TOKEN_BEYOND) << at;
		to[at] = (char)(from[at] | (kind == TOKEN_LETTERS ? 0x20 : 0));
	}
#endif
	return masks;
}

/* Which of 64 bytes are this one. */
static inline uint64_t
masks_equal(const char *from, char byte)
{
	uint64_t equal = 0;
#ifdef __SSE2__
	const __m128i wanted = _mm_set1_epi8(byte);
#pragma GCC unroll 4
	for (size_t at = 0; at < MASKS_BYTES; at += sizeof(__m128i)) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(from + at));
		equal |= masks_bits(_mm_cmpeq_epi8(bytes, wanted), at);
	}
#else
	for (size_t at = 0; at < MASKS_BYTES; at++)
		equal |= (uint64_t)(from[at] == byte) << at;
#endif
	return equal;
}

#ifdef MASKS_AVX2

__attribute__((target("avx2"))) static inline __m256i
masks_within_avx2(__m256i bytes, char first, char last)
{
	__m256i from_first = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
	__m256i most = _mm256_set1_epi8((char)(last - first));
	return _mm256_cmpeq_epi8(_mm256_min_epu8(from_first, most), from_first);
}

__attribute__((target("avx2"))) static inline uint64_t
masks_bits_avx2(__m256i bytes, size_t at)
{
	return (uint64_t)(unsigned)_mm256_movemask_epi8(bytes) << at;
}

/* As masks_fold(), where the processor has AVX2. */
__attribute__((target("avx2"))) static inline struct masks
masks_fold_avx2(char *to, const char *from)
{
	struct masks masks = {0};
	const __m256i space = _mm256_set1_epi8(' ');
#pragma GCC unroll 2
	for (size_t at = 0; at < MASKS_BYTES; at += sizeof(__m256i)) {
		__m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)(from + at));
		__m256i letters = masks_within_avx2(_mm256_or_si256(bytes, space), 'a', 'z');
		__m256i blanks = masks_within_avx2(bytes, '\t', '\r');
		_mm256_storeu_si256((__m256i *)(void *)(to + at),
			_mm256_or_si256(bytes, _mm256_and_si256(letters, space)));
		masks.letters |= masks_bits_avx2(letters, at);
		masks.digits |= masks_bits_avx2(masks_within_avx2(bytes, '0', '9'), at);
		masks.spaces |= masks_bits_avx2(
			_mm256_or_si256(blanks, _mm256_cmpeq_epi8(bytes, space)), at);
		masks.beyond |= masks_bits_avx2(bytes, at);
	}
	return masks;
}

/* As masks_fold(), where the processor has AVX-512BW. */
__attribute__((target("avx512bw"))) static inline struct masks
masks_fold_avx512(char *to, const char *from)
{
	const __m512i space = _mm512_set1_epi8(' ');
	__m512i bytes = _mm512_loadu_si512(from);
	__m512i letter = _mm512_sub_epi8(_mm512_or_si512(bytes, space), _mm512_set1_epi8('a'));
	__m512i digit = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
	__m512i blank = _mm512_sub_epi8(bytes, _mm512_set1_epi8('\t'));
	struct masks masks = {
		.letters = _mm512_cmple_epu8_mask(letter, _mm512_set1_epi8('z' - 'a')),
		.digits = _mm512_cmple_epu8_mask(digit, _mm512_set1_epi8('9' - '0')),
		.spaces = _mm512_cmple_epu8_mask(blank, _mm512_set1_epi8('\r' - '\t')) |
			  _mm512_cmpeq_epi8_mask(bytes, space),
		.beyond = _mm512_movepi8_mask(bytes),
	};
	__m512i bits = _mm512_maskz_mov_epi8(masks.letters, space);
	_mm512_storeu_si512(to, _mm512_or_si512(bytes, bits));
	return masks;
}

#endif

/* A way to look at up to 64 bytes, 1 at least. */
struct masks_way {
	/* As masks_fold(); NULs stand for bytes that are missing. */
	void (*fold)(struct masks *masks, char *to, const char *from, size_t len);
	/* Which bytes are no printable ASCII, or one of \ ] ^ _ | } ~; and which are U+0020. */
	uint64_t (*odd)(const char *from, size_t len, uint64_t *spaces);
};

/* The ways that the processor has, the best last; the results are the same. Returns how many
 * there are. */
size_t masks_ways(const struct masks_way **list);

const struct masks_way *masks_best_way(void);

#endif
