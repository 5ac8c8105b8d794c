#include "misread.h"

#include "charset.h"

static const struct charset *
charset_of(size_t suspect)
{
	static const char *const names[MISREAD_SUSPECTS] = {"windows-1252", "macintosh",
		"windows-1251", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257",
		"windows-1253", "ibm437"};
	static const struct charset *known[MISREAD_SUSPECTS];
	if (!known[suspect])
		known[suspect] = charset_find(slice_of(names[suspect]));
	return known[suspect];
}

/* The byte that the character stands for, 0x1a where its byte was lost, -1 for none. */
static int
byte_of(const struct charset *charset, int32_t c, bool western)
{
	if (c == MISREAD_LOST)
		return 0x1a;
	int byte = charset_byte(charset, c);
	if (byte >= 0x80)
		return byte;
	if (c >= 0x80 && c < 0xa0 && western)
		return (int)c;
	return c == 0xa0 ? 0xa0 : -1; /* some encodings have none, and get one all the same */
}

static bool
continues(int byte)
{
	return byte == 0x1a || (byte >= 0x80 && byte < 0xc0);
}

static int32_t
bits(int byte)
{
	return byte & 0x3f;
}

/* Reads a UTF-8 sequence of bytes; how many they are, 0 where it is none. */
static size_t
read_sequence(const int *bytes, size_t len, int32_t *character)
{
	int lead = bytes[0];
	size_t want = lead >= 0xc2 && lead < 0xe0   ? 2
		      : lead >= 0xe0 && lead < 0xf0 ? 3
		      : lead >= 0xf0 && lead < 0xf5 ? 4
						    : 0;
	if (want == 0 || want > len)
		return 0;
	int32_t c = lead & (0x7f >> want);
	bool lost = false;
	for (size_t i = 1; i < want; i++) {
		if (!continues(bytes[i]))
			return 0;
		lost = lost || bytes[i] == 0x1a;
		c = c << 6 | bits(bytes[i]);
	}
	static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	if (!lost && (c < least[want] || c > 0x10ffff))
		return 0;
	*character = lost ? MISREAD_LOST : c;
	return want;
}

size_t
misread_read(const int32_t *run, size_t len, size_t suspect, int32_t *out, size_t *out_len)
{
	const struct charset *charset = charset_of(suspect);
	int bytes[4];
	bool western = slice_is(charset->name, "windows-1252");
	size_t found = 0, count = 0;
	for (size_t i = 0; i < len;) {
		size_t have = 0;
		while (have < 4 && i + have < len) {
			bytes[have] = byte_of(charset, run[i + have], western);
			have++;
		}
		int32_t c = 0;
		size_t took = read_sequence(bytes, have, &c);
		bool low = c >= 0xdc00 && c < 0xe000;
		if (took && low && count && out[count - 1] >= 0xd800 &&
			out[count - 1] < 0xdc00) {
			out[count - 1] =
				0x10000 + ((out[count - 1] - 0xd800) << 10) + c - 0xdc00;
		} else if (took && !low) {
			out[count++] = c;
		} else {
			took = 0;
			out[count++] = run[i];
		}
		found += took > 0;
		i += took ? took : 1;
	}
	for (size_t i = 0; i < count; i++) /* halves of surrogate pairs are no text */
		if (out[i] >= 0xd800 && out[i] < 0xe000)
			return 0;
	*out_len = count;
	return found;
}

bool
misread_lacks_space(
	const int32_t *run, size_t len, const int32_t *next, size_t next_len, size_t suspect)
{
	const struct charset *charset = charset_of(suspect);
	for (size_t back = 1; back <= 3 && back <= len; back++) {
		int bytes[4] = {0};
		int32_t c;
		size_t count = 0;
		for (size_t i = len - back; i < len; i++)
			bytes[count++] = byte_of(charset, run[i], true);
		bytes[count++] = 0xa0;
		for (size_t i = 0; i < next_len && count < 4; i++)
			bytes[count++] = byte_of(charset, next[i], true);
		if (read_sequence(bytes, count, &c) > back)
			return true;
	}
	return false;
}

bool
misread_has_byte(size_t suspect, int32_t character, int byte)
{
	return charset_byte(charset_of(suspect), character) == byte;
}
