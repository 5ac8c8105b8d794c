#include "octets.h"

#include "test.h"

static bool
is_letter(unsigned byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* A byte at each place, among letters and among others. */
static void
check_byte(unsigned byte)
{
	for (size_t place = 0; place < 8; place++) {
		char text[8];
		memset(text, 'k', sizeof text);
		text[place] = (char)byte;
		uint64_t octets = octets_read(text);
		CHECK(octets_letters(octets) == (is_letter(byte) ? 8 : place));
		CHECK(octets_last_letters(octets) == (is_letter(byte) ? 8 : 7 - place));
		bool capital = is_letter(byte) && !(byte & 0x20);
		CHECK((octets_lower(octets) >> 8 * place & 0xff) ==
			(capital ? byte | 0x20 : byte));
		memset(text, '\xc3', sizeof text);
		text[place] = (char)byte;
		octets = octets_read(text);
		CHECK(octets_letters(octets) == (is_letter(byte) && place == 0));
		CHECK(octets_last_letters(octets) == (is_letter(byte) && place == 7));
	}
}

/* So many bytes are copied, or read, and none behind them. */
static void
check_few(size_t len)
{
	char from[64], to[65], want[65];
	memset(to, '-', sizeof to);
	memset(want, '-', sizeof want);
	for (size_t i = 0; i < sizeof from; i++)
		from[i] = (char)(i + 1);
	memcpy(want, from, len);
	octets_copy(to, from, len);
	CHECK(memcmp(to, want, sizeof to) == 0);
	CHECK(octets_read_few(from, len) == octets_first(octets_read(from), len));
}

void
test_octets(char *file)
{
	(void)file;
	for (size_t len = 0; len <= 64; len++)
		check_few(len);
	CHECK(octets_read("abcdefgh") == 0x6867666564636261u);
	for (unsigned byte = 0; byte < 256; byte++)
		check_byte(byte);
}
