#include "stash.h"

#include <stdint.h>
#include <stdlib.h>

#include "utf8.h"

enum {
	WINDOW = 4096,    /* bytes */
	SHORT = 16,       /* bytes of a text that the parser may read as well */
	PLANE = 0xfffe,   /* characters of private use in a plane */
	FIRST = 0xf0000,  /* of the fifteenth */
	SECOND = 0x100000 /* and of the sixteenth */
};

/* Whether a character of the planes for private use begins at text[at]. */
static bool
is_private(struct slice text, size_t at)
{
	unsigned char byte = (unsigned char)text.data[at];
	return byte == 0xf4 ||
	       (byte == 0xf3 && at + 1 < text.len && (unsigned char)text.data[at + 1] >= 0xb0);
}

/* Where the first such character with that lead begins within text[at..end]; `end`: nowhere. */
static size_t
private_led_by(struct slice text, size_t at, size_t end, char byte)
{
	while (at < end) {
		const char *lead = memchr(text.data + at, byte, end - at);
		if (!lead)
			return end;
		at = (size_t)(lead - text.data);
		if (is_private(text, at))
			return at;
		at++;
	}
	return end;
}

/* Where the next such character begins, from text[at] on; text.len: nowhere. It is looked for
 * in one window after the other, so that the lead which comes no more is not sought to the end.
 */
static size_t
next_private(struct slice text, size_t at)
{
	while (at < text.len) {
		size_t end = text.len - at < WINDOW ? text.len : at + WINDOW;
		size_t found = private_led_by(text, at, end, '\xf3');
		found = private_led_by(text, at, found, '\xf4');
		if (found < end)
			return found;
		at = end;
	}
	return text.len;
}

void
stash_begin(struct stash *stash, struct slice page, struct arena *arena)
{
	stash->count = 0;
	stash->arena = arena;
	stash->closed = next_private(page, 0) < page.len;
}

static size_t
count_lines(struct slice text)
{
	size_t count = 0;
	for (size_t at = 0; at < text.len; at++) {
		const char *lf = memchr(text.data + at, '\n', text.len - at);
		if (!lf)
			break;
		at = (size_t)(lf - text.data);
		count++;
	}
	return count;
}

/* Writes the character that stands for the text of a number. */
static size_t
write_character(char *to, size_t number)
{
	uint32_t c = (uint32_t)(number < PLANE ? FIRST + number : SECOND + number - PLANE);
	to[0] = (char)(0xf0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3f));
	to[2] = (char)(0x80 | (c >> 6 & 0x3f));
	to[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

size_t
stash_take(struct stash *stash, struct slice text, char *to)
{
	if (stash->closed || text.len < SHORT || stash->count == 2 * PLANE ||
		memchr(text.data, '\0', text.len) || memchr(text.data, '\r', text.len))
		return 0;
	size_t lines = count_lines(text); /* stay, so that lines keep their numbers */
	if (lines > text.len - 4)
		return 0;
	stash->texts = memory_reserve(
		stash->texts, &stash->capacity, stash->count + 1, sizeof *stash->texts);
	stash->texts[stash->count] = arena_copy(stash->arena, text);
	size_t len = write_character(to, stash->count++);
	memset(to + len, '\n', lines);
	return len + lines;
}

/* The text for which the character at text[at] stands. */
static struct slice
text_for(const struct stash *stash, struct slice text, size_t at)
{
	size_t len;
	int32_t c = utf8_decode(text, at, &len);
	size_t number = (size_t)(c < SECOND ? c - FIRST : c - SECOND + PLANE);
	return c >= FIRST && number < stash->count ? stash->texts[number] : SLICE("");
}

/* Takes the next part off a text: what stands in front of a character for a text, or that text,
 * in `*part`. */
static bool
take_part(const struct stash *stash, struct slice *text, struct slice *part)
{
	if (text->len == 0)
		return false;
	size_t end = next_private(*text, 0);
	*part = slice_cut(*text, 0, end);
	if (end == 0) {
		*part = text_for(stash, *text, 0);
		end = 4 + count_lines(*part);
	}
	*text = slice_cut(*text, end, text->len);
	return true;
}

struct slice
stash_restore(struct stash *stash, struct slice text)
{
	if (stash->count == 0 || next_private(text, 0) == text.len)
		return text;
	struct slice rest = text, part;
	size_t len = 0, parts = 0;
	while (take_part(stash, &rest, &part)) {
		len += part.len;
		parts++;
	}
	if (parts == 1)
		return part;
	char *whole = arena_new(stash->arena, len);
	for (char *to = whole; take_part(stash, &text, &part); to += part.len)
		memcpy(to, part.data, part.len);
	return (struct slice){whole, len};
}

void
stash_free(struct stash *stash)
{
	free(stash->texts);
	*stash = (struct stash){0};
}
