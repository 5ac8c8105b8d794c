#include "masks.h"

#include "test.h"

/* The last bytes of a text are told as if NULs stood behind them, and folded where they go. */
static void
check_last(size_t len)
{
	char text[2 * MASKS_BYTES], padded[2 * MASKS_BYTES] = {0};
	char want[MASKS_BYTES], got[3 * MASKS_BYTES];
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = "Ab 9\xc3\xa9.\t"[i % 8];
	memcpy(padded, text, len);
	size_t at = len / MASKS_BYTES * MASKS_BYTES;
	struct masks masks = masks_fold(want, padded + at);
	struct masks last =
		masks_fold_last(got + MASKS_BYTES + at, (struct slice){text, len}, at);
	CHECK(last.letters == masks.letters && last.digits == masks.digits);
	CHECK(last.spaces == masks.spaces && last.beyond == masks.beyond);
	CHECK(memcmp(got + MASKS_BYTES + at, want, len - at) == 0);
	uint64_t equal = masks_equal(padded + at, 'b');
	for (size_t i = 0; i < MASKS_BYTES; i++)
		CHECK((equal >> i & 1) == (padded[at + i] == 'b'));
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
	for (size_t len = 1; len < 2 * MASKS_BYTES; len++)
		if (len % MASKS_BYTES)
			check_last(len);
	check_of_bit();
	check_bytes(masks_fold);
#ifdef MASKS_AVX2
	if (__builtin_cpu_supports("avx2"))
		check_bytes(masks_fold_avx2);
#endif
}
