#include "dateword.h"

#include "buffer.h"
#include "datebook.h"
#include "utf8.h"

enum {
	NAME = 48
};

/* A word in small letters, which stand in `bytes` where that takes more than eight. */
static uint64_t
key_of(struct slice word, char bytes[NAME])
{
	uint64_t few = octets_read_few(word.data, word.len < 8 ? word.len : 8);
	if (word.len <= 8 && (few & 0x8080808080808080u) == 0)
		return octets_lower(few);
	struct buffer lower = {.data = bytes, .capacity = NAME};
	utf8_add_lower(&lower, word);
	return wordkey(buffer_slice(&lower));
}

struct dateword
dateword_of(struct slice word)
{
	static const char *const calendars[] = {NULL, "iranian", "thai"};
	char bytes[NAME];
	if (word.len > NAME / 2)
		return (struct dateword){0};
	struct datebook_entry entry =
		datebook.entries[datebook_place(&datebook, key_of(word, bytes))];
	return (struct dateword){entry.kinds, entry.month, calendars[entry.calendar]};
}
