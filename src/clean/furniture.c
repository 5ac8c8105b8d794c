#include "furniture.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "utf8.h"

enum {
	PHRASE_WORDS = 8
};

enum where {
	ALL = 1,
	START = 2,
	END = 4,
	ANY = 8
};

/* A phrase may be one thing as a whole line and another at a line's start. */
struct furniture_entry {
	unsigned where;
	enum furniture kind;
};

static const char *const kind_names[FURNITURE_KINDS] = {
	[FURNITURE_NONE] = "none",
	[FURNITURE_ADVERTISEMENT] = "advertisement",
	[FURNITURE_APPEAL] = "appeal",
	[FURNITURE_BIO] = "bio",
	[FURNITURE_BUTTON] = "button",
	[FURNITURE_COMMENTS] = "comments",
	[FURNITURE_COOKIES] = "cookies",
	[FURNITURE_CREDIT] = "credit",
	[FURNITURE_FOLLOW] = "follow",
	[FURNITURE_LEGAL] = "legal",
	[FURNITURE_NEWSLETTER] = "newsletter",
	[FURNITURE_PAYWALL] = "paywall",
	[FURNITURE_RELATED] = "related",
	[FURNITURE_SECTION] = "section",
	[FURNITURE_SOURCE] = "source",
	[FURNITURE_TAGS] = "tags",
	[FURNITURE_TIME] = "time",
};

static enum furniture
kind_of(struct slice name)
{
	for (int kind = 0; kind < FURNITURE_KINDS; kind++)
		if (slice_is(name, kind_names[kind]))
			return (enum furniture)kind;
	die("furniture: %.*s: no such kind", (int)name.len, name.data);
}

static unsigned
where_of(struct slice name)
{
	static const char *const names[] = {"line", "start", "end", "any"};
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i]))
			return 1u << i;
	die("furniture: %.*s: not line, start, end or any", (int)name.len, name.data);
}

/* Hashes of words are put together byte by byte. */
static uint32_t
hash_byte(uint32_t hash, unsigned char byte)
{
	return (hash ^ byte) * 16777619u;
}

static const uint32_t HASH_BEGIN = 0x811c9dc5;

static uint32_t
hash_pair(uint32_t first, uint32_t second)
{
	uint32_t hash = first * 31 + second;
	return (hash ^ hash >> 15) & 0xffff;
}

/* Notes how a phrase begins: with which word, or pair of words. */
static void
note_start(struct furniture_book *book, struct slice phrase)
{
	size_t words = 1;
	uint32_t hash[2] = {HASH_BEGIN, HASH_BEGIN};
	for (size_t i = 0; i < phrase.len; i++) {
		if (phrase.data[i] == ' ')
			words++;
		else if (words <= 2)
			hash[words - 1] =
				hash_byte(hash[words - 1], (unsigned char)phrase.data[i]);
	}
	if (words > PHRASE_WORDS)
		die("furniture: %.*s: more than %d words", (int)phrase.len, phrase.data,
			PHRASE_WORDS);
	if (words > book->longest)
		book->longest = words;
	uint32_t bit = hash_pair(hash[0], words > 1 ? hash[1] : 0);
	book->starts[bit / 64] |= UINT64_C(1) << bit % 64;
}

static void
take_phrase(void *context, const struct slice field[TABLE_FIELDS])
{
	struct furniture_book *book = context;
	bool added;
	uint32_t *place = map_add(&book->phrases, field[0], (uint32_t)book->count, &added);
	struct furniture_entry entry = {where_of(field[1]), kind_of(field[2])};
	if (!added) { /* in several languages: the later one adds to the earlier */
		if (entry.kind == book->entries[*place].kind)
			entry.where |= book->entries[*place].where;
		book->entries[*place] = entry;
		return;
	}
	book->entries = memory_reserve(
		book->entries, &book->capacity, book->count + 1, sizeof *book->entries);
	book->entries[book->count++] = entry;
	note_start(book, field[0]);
}

void
furniture_read(struct furniture_book *book, const struct rules *rules)
{
	tables_each(NULL, "root", "furniture", take_phrase, book);
	for (const struct table *table = built_in_tables; table->name; table++)
		if (strcmp(table->name, "furniture") == 0 &&
			strcmp(table->language, "root") != 0)
			tables_each(NULL, table->language, "furniture", take_phrase, book);
	tables_each(rules, "root", "furniture", take_phrase, book);
}

struct word {
	uint32_t start, end; /* in the normalised text */
	uint32_t source_end; /* in the text itself */
	uint32_t hash;
};

enum kind_of_character {
	BREAK, /* ends a word */
	LETTER,
	DIGIT
};

static enum kind_of_character
kind_of_character(int32_t c)
{
	if (c < 0x80) {
		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			return LETTER;
		return c >= '0' && c <= '9' ? DIGIT : c == '\'' ? LETTER : BREAK;
	}
	return utf8_is_letter(c) || c == 0x2019 ? LETTER : utf8_is_digit(c) ? DIGIT : BREAK;
}

static void
add_lower(struct buffer *to, int32_t c)
{
	if (c == 0x2019)
		buffer_add_byte(to, '\'');
	else if (c < 0x80)
		buffer_add_byte(to, (char)(c >= 'A' && c <= 'Z' ? c + 32 : c));
	else
		utf8_add(to, utf8_lower(c));
}

/* A stop or comma within a number. */
static bool
is_in_number(struct slice text, size_t at)
{
	return (text.data[at] == '.' || text.data[at] == ',') && at + 1 < text.len &&
	       text.data[at + 1] >= '0' && text.data[at + 1] <= '9';
}

/*
 * Adds the words of a text in phrases' form: small letters, a number as `9`, one space between.
 * Returns how many words there are, `limit` at most.
 */
static size_t
normalise(struct buffer *to, struct slice text, struct word *words, size_t limit)
{
	size_t count = 0;
	enum kind_of_character last = BREAK;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		enum kind_of_character kind = kind_of_character(c);
		if (kind == BREAK) {
			if (last != DIGIT || !is_in_number(text, at))
				last = BREAK;
			continue;
		}
		if (kind != last) {
			if (count == limit)
				break;
			if (to->len)
				buffer_add_byte(to, ' ');
			words[count++] =
				(struct word){.start = (uint32_t)to->len, .hash = HASH_BEGIN};
			if (kind == DIGIT)
				buffer_add_byte(to, '9');
			last = kind;
		}
		if (kind == LETTER)
			add_lower(to, c);
		words[count - 1].end = (uint32_t)to->len;
		words[count - 1].source_end = (uint32_t)(at + len);
	}
	for (size_t i = 0; i < count; i++)
		for (uint32_t k = words[i].start; k < words[i].end; k++)
			words[i].hash = hash_byte(words[i].hash, (unsigned char)to->data[k]);
	return count;
}

static const struct furniture_entry *
look_up(const struct furniture_book *book, struct slice phrase)
{
	const uint32_t *place = map_find(&book->phrases, phrase);
	return place ? &book->entries[*place] : NULL;
}

static bool
may_start(const struct furniture_book *book, uint32_t first, uint32_t second)
{
	uint32_t bit = hash_pair(first, second);
	return book->starts[bit / 64] >> bit % 64 & 1;
}

/* The longest phrase that begins at a word and may stand there; how many words it takes. */
static size_t
longest_at(const struct furniture_book *book, const struct word *words, size_t count, size_t i,
	unsigned allowed, enum furniture *kind)
{
	struct slice normal = buffer_slice(&book->normal);
	bool pairs = i + 1 < count && may_start(book, words[i].hash, words[i + 1].hash);
	if (!pairs && !may_start(book, words[i].hash, 0))
		return 0;
	size_t most = count - i < book->longest ? count - i : book->longest;
	for (size_t n = pairs ? most : 1; n > 0; n--) {
		const struct furniture_entry *entry =
			look_up(book, slice_cut(normal, words[i].start, words[i + n - 1].end));
		unsigned where = allowed | (i + n == count ? END : 0);
		if (entry && (entry->where & where)) {
			*kind = entry->kind;
			return n;
		}
	}
	return 0;
}

/* Whether the text is made of whole-line phrases of one kind alone, as "Facebook Twitter". */
static bool
is_made_of(const struct furniture_book *book, const struct word *words, size_t count,
	enum furniture *kind)
{
	enum furniture first = FURNITURE_NONE;
	for (size_t i = 0; i < count;) {
		size_t n = longest_at(book, words, count, i, ALL, kind);
		if (n == 0 || (first && *kind != first))
			return false;
		first = *kind;
		i += n;
	}
	return count > 0;
}

/* "BusinessWorld": two labels that lost the space between them. */
static bool
is_joined(const struct furniture_book *book, struct slice text, enum furniture *kind)
{
	struct slice normal = buffer_slice(&book->normal);
	if (text.len != normal.len || text.len > 40)
		return false;
	for (size_t cut = 2; cut + 2 < text.len; cut++) {
		if (text.data[cut] < 'A' || text.data[cut] > 'Z')
			continue;
		const struct furniture_entry *a = look_up(book, slice_cut(normal, 0, cut));
		const struct furniture_entry *b =
			look_up(book, slice_cut(normal, cut, normal.len));
		if (a && b && a->kind == b->kind && a->kind == FURNITURE_SECTION) {
			*kind = a->kind;
			return true;
		}
	}
	return false;
}

struct furniture_match
furniture_find(struct furniture_book *book, struct slice text)
{
	struct word words[FURNITURE_WORDS];
	struct furniture_match match = {0};
	buffer_clear(&book->normal);
	size_t count = normalise(&book->normal, text, words, FURNITURE_WORDS);
	bool cut = count == FURNITURE_WORDS;
	if (!cut && (is_made_of(book, words, count, &match.kind) ||
			    is_joined(book, text, &match.kind))) {
		match.whole = match.starts = true;
		match.end = text.len;
		return match;
	}
	match.kind = FURNITURE_NONE;
	for (size_t i = 0; i < count; i++) {
		size_t n = longest_at(
			book, words, count, i, i == 0 ? START | ANY : ANY, &match.kind);
		if (n == 0 || (cut && i + n == count))
			continue;
		match.starts = i == 0;
		match.whole = n == count;
		match.words = n;
		match.end = words[i + n - 1].source_end;
		return match;
	}
	match.kind = FURNITURE_NONE;
	return match;
}

void
furniture_free(struct furniture_book *book)
{
	map_free(&book->phrases);
	free(book->entries);
	buffer_free(&book->normal);
	*book = (struct furniture_book){0};
}
