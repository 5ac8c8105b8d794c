#include "masks.h"

#include "test.h"

/* Each way tells of up to 64 bytes what is told of 64 with NULs behind them. */
static void
check_way(const struct masks_way *way, const char *from, size_t len)
{
	char padded[MASKS_BYTES] = {0}, want[MASKS_BYTES], got[MASKS_BYTES];
	memcpy(padded, from, len);
	struct masks masks = masks_fold(want, padded), other;
	way->fold(&other, got, from, len);
	CHECK(other.letters == masks.letters && other.digits == masks.digits);
	CHECK(other.spaces == masks.spaces && other.beyond == masks.beyond);
	CHECK(memcmp(got, want, MASKS_BYTES) == 0);
	uint64_t spaces, odd = way->odd(from, len, &spaces);
	uint64_t equal = masks_equal(padded, 'b');
	for (size_t i = 0; i < MASKS_BYTES; i++) {
		unsigned char byte = (unsigned char)padded[i];
		bool is_odd =
			i < len && (byte < ' ' || byte >= 0x7f || strchr("\\]^_|}~", byte));
		CHECK((odd >> i & 1) == is_odd);
		CHECK((spaces >> i & 1) == (byte == ' '));
		CHECK((equal >> i & 1) == (byte == 'b'));
	}
}

static void
check_ways(void)
{
	const struct masks_way *ways;
	size_t count = masks_ways(&ways);
	char bytes[256 + MASKS_BYTES];
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)i;
	for (size_t way = 0; way < count; way++)
		for (size_t first = 0; first < 256; first += 15)
			for (size_t len = 1; len <= MASKS_BYTES; len++)
				check_way(&ways[way], bytes + first, len);
	CHECK(masks_best_way() == &ways[count - 1]);
}

/* Every byte, 64 at a time: each has the one bit that its kind as a token says. */
static void check_bytes(struct masks (*fold)(char *to, const char *from))
{
	char from[MASKS_BYTES], to[MASKS_BYTES];
	for (int first = 0; first < 256; first += MASKS_BYTES) {
		for (int i = 0; i < MASKS_BYTES; i++)
			from[i] = (char)(first + i);
		struct masks masks = fold(to, from);
		for (int i = 0; i < MASKS_BYTES; i++) {
			int byte = first + i, kind = token_kinds[byte];
			bool capital = byte >= 'A' && byte <= 'Z';
			CHECK((masks.letters >> i & 1) == (kind == TOKEN_LETTERS));
			CHECK((masks.digits >> i & 1) == (kind == TOKEN_DIGITS));
			CHECK((masks.spaces >> i & 1) == (kind == TOKEN_SPACE));
			CHECK((masks.beyond >> i & 1) == (kind == TOKEN_BEYOND));
			CHECK((unsigned char)to[i] == (capital ? byte + 'a' - 'A' : byte));
		}
	}
}

/* Eight bytes: the lowest bit of the answer is that of the first. */
static void
check_of_bit(void)
{
	for (int bit = 0; bit < 8; bit++) {
		CHECK(masks_of_bit(UINT64_C(1) << bit, bit) == 1);
		CHECK(masks_of_bit(UINT64_C(1) << (56 + bit), bit) == 128);
		CHECK(masks_of_bit(UINT64_C(0x0001010001000101) << bit, bit) == 0x6b);
		CHECK(masks_of_bit(~(UINT64_C(0x0101010101010101) << bit), bit) == 0);
	}
}

void
test_masks(char *file)
{
	(void)file;
	check_ways();
	check_of_bit();
	check_bytes(masks_fold);
#ifdef MASKS_AVX2
	if (__builtin_cpu_supports("avx2"))
		check_bytes(masks_fold_avx2);
	if (__builtin_cpu_supports("avx512bw"))
		check_bytes(masks_fold_avx512);
#endif
}
