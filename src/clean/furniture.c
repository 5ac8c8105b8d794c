#include "furniture.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "octets.h"
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

static const uint64_t HASH_BEGIN = 0xcbf29ce484222325u;

/* Eight bytes at a time (after Fx). */
static uint64_t
hash_more(uint64_t hash, uint64_t octets)
{
	hash = (hash ^ octets) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

/* The first bytes of eight; the others become NUL. */
static uint64_t
first_octets(uint64_t octets, size_t count)
{
	return count < 8 ? octets & ((UINT64_C(1) << 8 * count) - 1) : octets;
}

/* Of a word; eight bytes can be read from where its last ones begin. */
static uint64_t
hash_word(const char *word, size_t len)
{
	uint64_t hash = HASH_BEGIN;
	for (; len > 8; word += 8, len -= 8)
		hash = hash_more(hash, octets_read(word));
	return hash_more(hash, first_octets(octets_read(word), len));
}

/*
 * What the filter knows of phrases, by hashes of their words: a whole phrase, and the first two
 * words of a longer one. Most words of a text are passed over by that.
 */
static uint64_t
hash_of_pair(uint64_t chain)
{
	return hash_more(chain, 2);
}

static void
filter_add(struct furniture_book *book, uint64_t hash)
{
	size_t bit = hash >> (64 - FURNITURE_FILTER);
	book->filter[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool
filter_has(const struct furniture_book *book, uint64_t hash)
{
	size_t bit = hash >> (64 - FURNITURE_FILTER);
	return book->filter[bit / 64] >> bit % 64 & 1;
}

/* Lets the filter know a phrase. */
static void
note_phrase(struct furniture_book *book, struct slice phrase)
{
	size_t words = 0;
	uint64_t chain = HASH_BEGIN;
	buffer_clear(&book->normal);
	buffer_add(&book->normal, phrase);
	buffer_reserve(&book->normal, 8);
	for (size_t at = 0, end; at < phrase.len; at = end + 1) {
		for (end = at; end < phrase.len && phrase.data[end] != ' '; end++)
			;
		chain = hash_more(chain, hash_word(book->normal.data + at, end - at));
		if (++words == 2)
			filter_add(book, hash_of_pair(chain));
	}
	if (words > PHRASE_WORDS)
		die("furniture: %.*s: more than %d words", (int)phrase.len, phrase.data,
			PHRASE_WORDS);
	if (words > book->longest)
		book->longest = words;
	filter_add(book, chain);
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
	note_phrase(book, field[0]);
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
	uint64_t hash;
};

enum kind_of_character {
	BREAK, /* ends a word */
	LETTER,
	DIGIT
};

static enum kind_of_character
kind_of_ascii(unsigned char byte)
{
	if ((unsigned char)((byte | 0x20) - 'a') < 26 || byte == '\'')
		return LETTER;
	return byte >= '0' && byte <= '9' ? DIGIT : BREAK;
}

static enum kind_of_character
kind_of_character(int32_t c)
{
	if (c >= 0 && c < 0x80)
		return kind_of_ascii((unsigned char)c);
	return utf8_is_letter(c) || c == 0x2019 ? LETTER : utf8_is_digit(c) ? DIGIT : BREAK;
}

/* A stop or comma within a number. */
static bool
is_in_number(struct slice text, size_t at)
{
	return (text.data[at] == '.' || text.data[at] == ',') && at + 1 < text.len &&
	       text.data[at + 1] >= '0' && text.data[at + 1] <= '9';
}

/* Adds the letters of ASCII that text[at] begins, as small ones; how many they are. */
static size_t
add_ascii(struct buffer *to, struct slice text, size_t at)
{
	size_t begin = at;
	while (at + 8 <= text.len) {
		uint64_t octets = octets_read(text.data + at), lower = octets_lower(octets);
		size_t count = octets_letters(octets);
		char *out = buffer_reserve(to, 8);
		for (int i = 0; i < 8; i++)
			out[i] = (char)(lower >> 8 * i);
		to->len += count;
		at += count;
		if (count < 8)
			return at - begin;
	}
	for (; at < text.len; at++) {
		unsigned char byte = (unsigned char)text.data[at] | 0x20;
		if (byte < 'a' || byte > 'z')
			break;
		buffer_add_byte(to, (char)byte);
	}
	return at - begin;
}

/* Adds a letter in lower case, or the run of letters of ASCII that it begins; the bytes taken.
 */
static size_t
add_letters(struct buffer *to, struct slice text, size_t at, int32_t c, size_t len)
{
	if (c < 0x80 && c != '\'')
		return add_ascii(to, text, at);
	if (c == 0x2019 || c == '\'')
		buffer_add_byte(to, '\'');
	else
		utf8_add(to, utf8_lower(c));
	return len;
}

static void
hash_words(struct buffer *normal, struct word *words, size_t count)
{
	buffer_reserve(normal, 8);
	for (size_t i = 0; i < count; i++)
		words[i].hash =
			hash_word(normal->data + words[i].start, words[i].end - words[i].start);
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
			words[count++].start = (uint32_t)to->len;
			if (kind == DIGIT)
				buffer_add_byte(to, '9');
			last = kind;
		}
		if (kind == LETTER)
			len = add_letters(to, text, at, c, len);
		words[count - 1].end = (uint32_t)to->len;
		words[count - 1].source_end = (uint32_t)(at + len);
	}
	hash_words(to, words, count);
	return count;
}

static const struct furniture_entry *
look_up(const struct furniture_book *book, struct slice phrase)
{
	const uint32_t *place = map_find(&book->phrases, phrase);
	return place ? &book->entries[*place] : NULL;
}

/* The longest phrase that begins at a word and may stand there; how many words it takes. */
static size_t
longest_at(const struct furniture_book *book, const struct word *words, size_t count, size_t i,
	unsigned allowed, enum furniture *kind)
{
	uint64_t chain[PHRASE_WORDS];
	size_t most = 1;
	chain[0] = hash_more(HASH_BEGIN, words[i].hash);
	if (i + 1 < count)
		chain[1] = hash_more(chain[0], words[i + 1].hash);
	if (i + 1 < count && filter_has(book, hash_of_pair(chain[1])))
		most = count - i < book->longest ? count - i : book->longest;
	for (size_t n = 2; n < most; n++)
		chain[n] = hash_more(chain[n - 1], words[i + n].hash);
	for (size_t n = most; n > 0; n--) {
		if (!filter_has(book, chain[n - 1]))
			continue;
		const struct furniture_entry *entry =
			look_up(book, slice_cut(buffer_slice(&book->normal), words[i].start,
					      words[i + n - 1].end));
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
