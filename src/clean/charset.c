#include "charset.h"

#include <stdbool.h>

#include "tables.h"
#include "utf8.h"

enum {
	CHARSETS = 32
};

static struct charset known[CHARSETS];
static size_t known_count;

static size_t
slot_of(const struct charset *charset, int32_t character)
{
	size_t slot = ((uint32_t)character * 2654435761u >> 16) & 511;
	while (charset->bytes[slot] && charset->high[charset->bytes[slot] - 0x80] != character)
		slot = (slot + 1) & 511;
	return slot;
}

static void
take_charset(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	if (known_count == CHARSETS)
		return;
	struct charset *charset = &known[known_count++];
	charset->name = field[0];
	for (size_t i = 0, at = 0, len; i < 128 && at < field[1].len; i++, at += len) {
		int32_t character = utf8_decode(field[1], at, &len);
		charset->high[i] =
			character == 0xfffd ? (uint16_t)(i + 0x80) : (uint16_t)character;
	}
	for (int i = 0; i < 128; i++)
		charset->bytes[slot_of(charset, charset->high[i])] = (uint8_t)(i + 0x80);
}

const struct charset *
charset_find(struct slice name)
{
	if (known_count == 0)
		tables_each(NULL, "root", "charsets", take_charset, NULL);
	for (size_t i = 0; i < known_count; i++)
		if (slice_equal(known[i].name, name))
			return &known[i];
	return NULL;
}

int
charset_byte(const struct charset *charset, int32_t character)
{
	if (character < 0x80)
		return character < 0 ? -1 : (int)character;
	uint8_t byte = charset->bytes[slot_of(charset, character)];
	return byte ? byte : -1;
}

struct label {
	char text[32];
	size_t len;
	struct slice charset;
};

static void
take_label(void *context, const struct slice field[TABLE_FIELDS])
{
	struct label *label = context;
	if (slice_equal(field[0], (struct slice){label->text, label->len}))
		label->charset = field[1];
}

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct slice
charset_name(struct slice text)
{
	struct label label = {.charset = SLICE("")};
	for (size_t i = 0; i < text.len; i++) {
		char byte = text.data[i];
		if (is_blank(byte))
			continue;
		if (label.len == sizeof label.text)
			return SLICE("");
		label.text[label.len++] = (char)utf8_lower((unsigned char)byte & 0x7f);
	}
	tables_each(NULL, "root", "charset-labels", take_label, &label);
	return label.charset;
}
