#include "byword.h"

#include <string.h>

#include "buffer.h"
#include "map.h"
#include "masks.h"
#include "normal.h"
#include "tables.h"
#include "utf8.h"

enum {
	WORD = 40 /* bytes of the longest word */
};

static struct map words;

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	static const char *const names[BYWORDS] = {"", "by", "and", "in", "for", "with", "role",
		"quote", "credit", "beat", "genre"};
	(void)context;
	for (uint32_t kind = BYWORD_BY; kind < BYWORDS; kind++)
		if (slice_is(field[1], names[kind]))
			map_add(&words, field[0], kind, NULL);
}

enum byword
byword_of(struct slice word)
{
	char bytes[WORD * 2];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (words.count == 0)
		tables_each(NULL, "root", "bylines", take_word, NULL);
	if (word.len == 0 || word.len > WORD)
		return BYWORD_NONE;
	utf8_add_lower(&lower, word);
	const uint32_t *kind = map_find(&words, buffer_slice(&lower));
	return kind ? (enum byword) * kind : BYWORD_NONE;
}

/* How many bytes a mark at text[at] has that may stand behind a label, 0 where there is none.
 */
static size_t
mark_at(struct slice text, size_t at)
{
	static const char *const wide[] = {"：", "＝", "／"};
	char byte = text.data[at];
	if (byte == ':' || byte == '|' || byte == '-' || byte == ',' || byte == '=')
		return 1;
	if ((byte & 0x80) == 0)
		return 0;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(wide[i])))
			return strlen(wide[i]);
	return 0;
}

size_t
byword_end(struct slice text, size_t at)
{
	static const bool ends[256] = {[' '] = true,
		[':'] = true,
		[','] = true,
		[';'] = true,
		['\t'] = true,
		['\n'] = true};
	while (at < text.len && !ends[(unsigned char)text.data[at]] &&
		!(text.data[at] == '\xef' && mark_at(text, at)))
		at++;
	return at;
}

/* "记者" in front of "王小明": in Chinese what somebody is may lead the name. */
static bool
leads_wide(enum byword kind, struct slice rest)
{
	rest = trim(rest);
	return kind == BYWORD_ROLE && rest.len > 0 && (unsigned char)rest.data[0] >= 0xe3 &&
	       (unsigned char)rest.data[0] < 0xf0;
}

/* "An interview by" Ana Ruiz: what was written, an article in front of it, a word such as "by"
 * behind it. The text from that word on; all of it where it does not begin so. */
static struct slice
without_genre(struct slice text)
{
	size_t start = 0, end = byword_end(text, 0);
	for (int n = 0; n < 2 && end + 1 < text.len; n++) {
		size_t next = byword_end(text, end + 1);
		bool genre = byword_of(slice_cut(text, start, end)) == BYWORD_GENRE;
		if (genre && byword_of(slice_cut(text, end + 1, next)) == BYWORD_BY)
			return slice_cut(text, end + 1, text.len);
		start = end + 1;
		end = next;
	}
	return text;
}

bool
byword_take_lead(struct slice *text)
{
	*text = without_genre(*text);
	for (bool found = false;; found = true) {
		*text = trim(*text);
		for (size_t mark; text->len && (mark = mark_at(*text, 0)) > 0;)
			*text = trim(slice_cut(*text, mark, text->len));
		size_t end = byword_end(*text, 0);
		enum byword kind = byword_of(slice_cut(*text, 0, end));
		struct slice rest = slice_cut(*text, end, text->len);
		if (rest.len == 0 || (kind != BYWORD_BY && !leads_wide(kind, rest)))
			return found;
		*text = rest;
	}
}

bool
byword_labels(struct slice text, enum byword kind)
{
	/* most lines: a label is shorter than what is looked at */
	if (text.len >= MASKS_BYTES &&
		!(masks_equal(text.data, ':') | masks_equal(text.data, '\xef')))
		return false;
	size_t end = byword_end(text, 0);
	return end < text.len && mark_at(text, end) > 0 && text.data[end] != ',' &&
	       byword_of(slice_cut(text, 0, end)) == kind;
}

static bool
is_capital_or_digit(struct slice text)
{
	size_t len;
	int32_t c = text.len ? utf8_decode(text, 0, &len) : 0;
	return utf8_is_digit(c) || (utf8_is_letter(c) && !utf8_is_lower(c));
}

enum byword
byword_within(struct slice name, size_t *at, struct slice *rest)
{
	for (size_t start = byword_end(name, 0); start < name.len;) {
		size_t end = byword_end(name, start + 1);
		enum byword kind = byword_of(slice_cut(name, start + 1, end));
		*rest = trim(slice_cut(name, end, name.len));
		*at = start;
		if (kind >= BYWORD_IN && kind <= BYWORD_WITH &&
			(kind != BYWORD_IN || is_capital_or_digit(*rest)) && rest->len)
			return kind;
		start = end;
	}
	return BYWORD_NONE;
}

struct slice
byword_strip_role(struct slice name)
{
	for (bool role = false;; role = true) {
		name = trim(name);
		size_t start = name.len;
		while (start > 0 && name.data[start - 1] != ' ')
			start--;
		enum byword kind = byword_of(slice_cut(name, start, name.len));
		if (kind != BYWORD_ROLE && (kind != BYWORD_BEAT || !role))
			return name;
		name = slice_cut(name, 0, start);
	}
}
