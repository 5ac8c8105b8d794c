#include "visible.h"

#include "utf8.h"

static bool
turns_direction(int32_t character)
{
	return character == 0x61c || (character >= 0x200e && character <= 0x200f) ||
	       (character >= 0x202a && character <= 0x202e) ||
	       (character >= 0x2066 && character <= 0x2069);
}

/* Language tags and the like, which nobody can see. */
static bool
is_hidden(int32_t character)
{
	return character == 0xfeff || character == 0xad ||
	       (character >= 0xfff9 && character <= 0xfffb) ||
	       (character >= 0xe0000 && character <= 0xe007f);
}

static bool
is_control(int32_t character)
{
	return character == UTF8_BAD || character < 0x20 ||
	       (character >= 0x7f && character < 0xa0);
}

void
visible_add(struct buffer *to, struct slice text)
{
	bool spaced = false;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		bool space = utf8_is_space(character);
		if (turns_direction(character) || is_hidden(character))
			continue;
		if (space && !spaced)
			buffer_add_byte(to, ' ');
		else if (!space && is_control(character))
			buffer_add(to, SLICE("\xef\xbf\xbd"));
		else if (!space)
			buffer_add(to, slice_cut(text, at, at + len));
		spaced = space;
	}
}
