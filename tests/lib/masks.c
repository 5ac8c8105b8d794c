#include "masks.h"

#include "test.h"

/* Every byte, 64 at a time: each has the one bit that its kind as a token says. */
void
test_masks(char *file)
{
	(void)file;
	char from[MASKS_BYTES], to[MASKS_BYTES];
	for (int first = 0; first < 256; first += MASKS_BYTES) {
		for (int i = 0; i < MASKS_BYTES; i++)
			from[i] = (char)(first + i);
		struct masks masks = masks_fold(to, from);
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
