#include "outlet.h"

#include "buffer.h"
#include "map.h"
#include "normal.h"
#include "tables.h"
#include "utf8.h"

enum {
	NAME = 80, /* bytes of the longest name */
	WORDS = 6
};

static struct map name_words, newswires, hosts;
static struct slice names[1024];
static size_t name_count;

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	map_add(&name_words, field[0], 1, NULL);
}

static void
take_agency(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	map_add(&newswires, field[0], 1, NULL);
}

static void
take_host(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	if (name_count == sizeof names / sizeof *names)
		return;
	names[name_count] = field[1];
	map_add(&hosts, field[0], (uint32_t)name_count++, NULL);
}

static bool
has_word(const struct map *map, struct slice word)
{
	char bytes[NAME];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (word.len == 0 || word.len > NAME / 2)
		return false;
	utf8_add_lower(&lower, word);
	return map_find(map, buffer_slice(&lower)) != NULL;
}

static bool
is_between_names(char c)
{
	return c == ',' || c == ';' || c == '/' || c == '&' || c == '+';
}

bool
outlet_are_agencies(struct slice text)
{
	if (newswires.count == 0)
		tables_each(NULL, "root", "newswires", take_agency, NULL);
	for (size_t at = 0, end; at <= text.len; at = end + 1) {
		for (end = at; end < text.len && !is_between_names(text.data[end]); end++)
			;
		if (!has_word(&newswires, trim(slice_cut(text, at, end))))
			return false;
	}
	return true;
}

/* The next word of a text at or behind `*at`, which is put behind it; empty at the text's end.
 */
static struct slice
next_word(struct slice text, size_t *at)
{
	while (*at < text.len) {
		size_t start = *at, end = start, len;
		while (end < text.len && text.data[end] != ' ')
			end++;
		*at = end + 1;
		if (end > start && utf8_is_letter(utf8_decode(text, start, &len)))
			return slice_cut(text, start, end);
	}
	return SLICE("");
}

static bool
has_name_word(struct slice text)
{
	struct slice word;
	if (name_words.count == 0)
		tables_each(NULL, "root", "outlet-words", take_word, NULL);
	for (size_t at = 0; (word = next_word(text, &at)).len > 0;)
		if (has_word(&name_words, word))
			return true;
	return false;
}

bool
outlet_is_name(struct slice text)
{
	size_t words = 0;
	if (text.len > NAME || text.len == 0)
		return false;
	char last = text.data[text.len - 1];
	if (last == '.' || last == '?' || last == '!' || last == ':')
		return false;
	for (size_t at = 0; words <= WORDS && next_word(text, &at).len > 0;)
		words++;
	return words <= WORDS && (has_name_word(text) || outlet_are_agencies(text));
}

struct slice
outlet_host(struct slice address)
{
	static const char *const schemes[] = {"https://", "http://", "//"};
	struct slice host = trim(address);
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (slice_starts(host, slice_of(schemes[i]))) {
			host = slice_cut(host, strlen(schemes[i]), host.len);
			break;
		}
	size_t end = 0, dots = 0;
	while (end < host.len && host.data[end] != '/' && host.data[end] != ':' &&
		host.data[end] != '?' && host.data[end] != '#') {
		if (host.data[end] == ' ')
			return SLICE("");
		dots += host.data[end++] == '.';
	}
	host = slice_cut(host, 0, end);
	if (slice_starts(host, SLICE("www.")))
		host = slice_cut(host, 4, host.len);
	return dots > 0 && host.len > 3 ? host : SLICE("");
}

bool
outlet_is_address(struct slice text)
{
	return outlet_host(text).len > 0;
}

bool
outlet_is_mail(struct slice text)
{
	const char *mark = text.len ? memchr(text.data, '@', text.len) : NULL;
	return mark && mark > text.data && !memchr(text.data, ' ', text.len) &&
	       outlet_is_address(slice_cut(text, (size_t)(mark - text.data) + 1, text.len));
}

struct slice
outlet_of_address(struct slice address, struct arena *arena)
{
	if (hosts.count == 0)
		tables_each(NULL, "root", "hosts", take_host, NULL);
	struct slice host = outlet_host(address);
	if (host.len == 0)
		return trim(address);
	struct buffer lower = {0};
	utf8_add_lower(&lower, host);
	host = arena_copy(arena, buffer_slice(&lower));
	buffer_free(&lower);
	for (struct slice part = host;;) { /* of edition.example.com the example.com */
		const uint32_t *place = map_find(&hosts, part);
		if (place)
			return names[*place];
		const char *dot = memchr(part.data, '.', part.len);
		if (!dot)
			return host;
		part = slice_cut(part, (size_t)(dot - part.data) + 1, part.len);
	}
}
