#include "masks.h"

/* Up to 64 bytes in a place of 64, others behind them. */
static const char *
padded(char copy[MASKS_BYTES], const char *from, size_t len, char others)
{
	if (len == MASKS_BYTES)
		return from;
	memset(copy, others, MASKS_BYTES);
	octets_copy(copy, from, len);
	return copy;
}

static void
fold_anywhere(struct masks *masks, char *to, const char *from, size_t len)
{
	char copy[MASKS_BYTES];
	*masks = masks_fold(to, padded(copy, from, len, '\0'));
}

/* Two times four neighbours, of which the last are \ and DEL, differ by these bits. */
enum {
	FOUR = '\\' ^ 0x7f
};

static uint64_t
odd_anywhere(const char *from, size_t len, uint64_t *spaces)
{
	char copy[MASKS_BYTES];
	uint64_t odd = 0, blanks = 0;
	from = padded(copy, from, len, 'a');
#ifdef __SSE2__
	const __m128i space = _mm_set1_epi8(' '), delete = _mm_set1_epi8(0x7f),
		      four = _mm_set1_epi8(FOUR);
#pragma GCC unroll 4
	for (size_t at = 0; at < MASKS_BYTES; at += sizeof(__m128i)) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(from + at));
		__m128i beyond = _mm_cmplt_epi8(bytes, space); /* above 0x7f is below 0 */
		__m128i eight = _mm_cmpeq_epi8(_mm_or_si128(bytes, four), delete);
		odd |= masks_bits(_mm_or_si128(beyond, eight), at);
		blanks |= masks_bits(_mm_cmpeq_epi8(bytes, space), at);
	}
#else
	for (size_t at = 0; at < MASKS_BYTES; at++) {
		bool is_odd = (signed char)from[at] < ' ' || (from[at] | FOUR) == 0x7f;
		odd |= (uint64_t)is_odd << at;
		blanks |= (uint64_t)(from[at] == ' ') << at;
	}
#endif
	*spaces = blanks;
	return odd;
}

#ifdef MASKS_AVX2

__attribute__((target("avx2"))) static void
fold_by_avx2(struct masks *masks, char *to, const char *from, size_t len)
{
	char copy[MASKS_BYTES];
	*masks = masks_fold_avx2(to, padded(copy, from, len, '\0'));
}

/* What is behind the bytes is not read. */
__attribute__((target("avx512bw"))) static void
fold_by_avx512(struct masks *masks, char *to, const char *from, size_t len)
{
	const __m512i case_bit = _mm512_set1_epi8(0x20);
	__mmask64 there = ~UINT64_C(0) >> (MASKS_BYTES - len);
	__m512i bytes = _mm512_maskz_loadu_epi8(there, from);
	__m512i letter =
		_mm512_sub_epi8(_mm512_or_si512(bytes, case_bit), _mm512_set1_epi8('a'));
	__m512i digit = _mm512_sub_epi8(bytes, _mm512_set1_epi8('0'));
	__m512i blank = _mm512_sub_epi8(bytes, _mm512_set1_epi8('\t'));
	__mmask64 letters = _mm512_cmple_epu8_mask(letter, _mm512_set1_epi8('z' - 'a'));
	masks->letters = letters;
	masks->digits = _mm512_cmple_epu8_mask(digit, _mm512_set1_epi8('9' - '0'));
	masks->spaces = _mm512_cmple_epu8_mask(blank, _mm512_set1_epi8('\r' - '\t')) |
			_mm512_cmpeq_epi8_mask(bytes, case_bit);
	masks->beyond = _mm512_movepi8_mask(bytes);
	__m512i bits = _mm512_maskz_mov_epi8(letters, case_bit);
	_mm512_storeu_si512(to, _mm512_or_si512(bytes, bits));
}

__attribute__((target("avx512bw"))) static uint64_t
odd_by_avx512(const char *from, size_t len, uint64_t *spaces)
{
	const __m512i space = _mm512_set1_epi8(' ');
	__mmask64 there = ~UINT64_C(0) >> (MASKS_BYTES - len);
	__m512i bytes = _mm512_maskz_loadu_epi8(there, from);
	__m512i joined = _mm512_or_si512(bytes, _mm512_set1_epi8(FOUR));
	__mmask64 eight = _mm512_cmpeq_epi8_mask(joined, _mm512_set1_epi8(0x7f));
	*spaces = _mm512_cmpeq_epi8_mask(bytes, space);
	return there & (_mm512_cmplt_epi8_mask(bytes, space) | eight);
}

#endif

/* The best last. */
static const struct masks_way ways[] = {
	{fold_anywhere, odd_anywhere},
#ifdef MASKS_AVX2
	{fold_by_avx2, odd_anywhere},
	{fold_by_avx512, odd_by_avx512},
#endif
};

size_t
masks_ways(const struct masks_way **list)
{
	size_t count = sizeof ways / sizeof *ways;
#ifdef MASKS_AVX2
	count -= !__builtin_cpu_supports("avx512bw");
	count -= !__builtin_cpu_supports("avx2");
#endif
	*list = ways;
	return count;
}

const struct masks_way *
masks_best_way(void)
{
	static const struct masks_way *best;
	if (!best) {
		size_t count = masks_ways(&best);
		best += count - 1;
	}
	return best;
}
