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

void
test_octets(char *file)
{
	(void)file;
	CHECK(octets_read("abcdefgh") == 0x6867666564636261u);
	for (unsigned byte = 0; byte < 256; byte++)
		check_byte(byte);
}
