#include "byteset.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAS_AVX
#include <immintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#define HAS_NEON
#include <arm_neon.h>
#endif

static uint64_t
look_by_table(const struct byteset *set, const char *data, size_t len)
{
	uint64_t places = 0;
	for (size_t i = 0; i < len; i++)
		places |= (uint64_t)set->has[(unsigned char)data[i]] << i;
	return places;
}

#if defined HAS_AVX || defined HAS_NEON

/* 64 bytes that may be read: those at `data`, or a copy of fewer with NULs behind them. */
static const char *
whole_stretch(const char *data, size_t len, char copy[BYTESET_STRETCH])
{
	if (len == BYTESET_STRETCH)
		return data;
	memset(copy, 0, BYTESET_STRETCH);
	return memcpy(copy, data, len);
}

#endif

#ifdef HAS_AVX

__attribute__((target("avx2"))) static inline __m256i
both_halves(const uint8_t table[16])
{
	__m128i half = _mm_loadu_si128((const __m128i *)(const void *)table);
	return _mm256_broadcastsi128_si256(half);
}

/* Of 32 bytes: the bits of those that are not in the set. */
__attribute__((target("avx2"))) static inline uint32_t
missing(const char *data, __m256i lower, __m256i upper)
{
	const __m256i low_bits = _mm256_set1_epi8(0x0f);
	__m256i bytes = _mm256_loadu_si256((const __m256i *)(const void *)data);
	__m256i low = _mm256_and_si256(bytes, low_bits);
	__m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low_bits);
	__m256i common = _mm256_and_si256(
		_mm256_shuffle_epi8(lower, low), _mm256_shuffle_epi8(upper, high));
	return (uint32_t)_mm256_movemask_epi8(
		_mm256_cmpeq_epi8(common, _mm256_setzero_si256()));
}

__attribute__((target("avx2"))) static uint64_t
look_by_avx2(const struct byteset *set, const char *data, size_t len)
{
	char copy[BYTESET_STRETCH];
	data = whole_stretch(data, len, copy);
	__m256i lower = both_halves(set->lower), upper = both_halves(set->upper);
	return ~(
		missing(data, lower, upper) | (uint64_t)missing(data + 32, lower, upper) << 32);
}

/* All 64 bytes at once; those behind the text's end are not read. */
__attribute__((target("avx512bw"))) static uint64_t
look_by_avx512(const struct byteset *set, const char *data, size_t len)
{
	const __m512i low_bits = _mm512_set1_epi8(0x0f);
	__m512i lower = _mm512_broadcast_i32x4(
		_mm_loadu_si128((const __m128i *)(const void *)set->lower));
	__m512i upper = _mm512_broadcast_i32x4(
		_mm_loadu_si128((const __m128i *)(const void *)set->upper));
	__mmask64 there = len < BYTESET_STRETCH ? ~(~(uint64_t)0 << len) : ~(uint64_t)0;
	__m512i bytes = _mm512_maskz_loadu_epi8(there, data);
	__m512i low = _mm512_and_si512(bytes, low_bits);
	__m512i high = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), low_bits);
	return _mm512_mask_test_epi8_mask(
		there, _mm512_shuffle_epi8(lower, low), _mm512_shuffle_epi8(upper, high));
}

#elif defined HAS_NEON

/* Of 16 bytes: each that is in the set keeps a bit of its own of eight. */
static inline uint8x16_t
found(const char *data, uint8x16_t lower, uint8x16_t upper)
{
	const uint8x16_t bit = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201u));
	uint8x16_t bytes = vld1q_u8((const uint8_t *)data);
	uint8x16_t low = vqtbl1q_u8(lower, vandq_u8(bytes, vdupq_n_u8(0x0f)));
	uint8x16_t high = vqtbl1q_u8(upper, vshrq_n_u8(bytes, 4));
	return vandq_u8(vtstq_u8(low, high), bit);
}

/* Neighbours are added until 64 bits are left. */
static uint64_t
look_by_neon(const struct byteset *set, const char *data, size_t len)
{
	char copy[BYTESET_STRETCH];
	data = whole_stretch(data, len, copy);
	uint8x16_t lower = vld1q_u8(set->lower), upper = vld1q_u8(set->upper);
	uint8x16_t first = vpaddq_u8(found(data, lower, upper), found(data + 16, lower, upper));
	uint8x16_t second =
		vpaddq_u8(found(data + 32, lower, upper), found(data + 48, lower, upper));
	uint8x16_t all = vpaddq_u8(first, second);
	return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

#endif

/* Gives each upper half that occurs a bit. False where there are more than eight. */
static bool
make_halves(struct byteset *set)
{
	unsigned kinds = 0;
	for (unsigned byte = 0; byte < 256; byte++) {
		if (!set->has[byte])
			continue;
		uint8_t *kind = &set->upper[byte >> 4];
		if (!*kind && kinds == 8)
			return false;
		if (!*kind)
			*kind = (uint8_t)(1u << kinds++);
		set->lower[byte & 15] |= *kind;
	}
	return true;
}

/* How bytes are looked up that way; NULL where the processor does not have it. */
static byteset_look *
look_of(enum byteset_way way)
{
	switch (way) {
	case BYTESET_TABLE:
		return look_by_table;
#ifdef HAS_NEON
	case BYTESET_NEON:
		return look_by_neon;
#endif
#ifdef HAS_AVX
	case BYTESET_AVX2:
		return __builtin_cpu_supports("avx2") ? look_by_avx2 : NULL;
	case BYTESET_AVX512:
		return __builtin_cpu_supports("avx512bw") ? look_by_avx512 : NULL;
#endif
	default:
		return NULL;
	}
}

bool
byteset_make_so(struct byteset *set, struct slice bytes, enum byteset_way way)
{
	*set = (struct byteset){.look = look_of(way)};
	for (size_t i = 0; i < bytes.len; i++)
		set->has[(unsigned char)bytes.data[i]] = true;
	return set->look && (way == BYTESET_TABLE || make_halves(set));
}

void
byteset_make(struct byteset *set, struct slice bytes)
{
	enum byteset_way way = BYTESET_WAYS;
	while (!byteset_make_so(set, bytes, --way))
		;
}
