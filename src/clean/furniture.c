#include "furniture.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "phrase.h"

enum {
	PHRASE_WORDS = 8,
	JOINED = 40 /* bytes of two labels joined */
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
	for (int kind = 0; kind < FURNITURE_KINDS && name.len; kind++)
		if (kind_names[kind][0] == name.data[0] && slice_is(name, kind_names[kind]))
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

/*
 * What the filter knows, by hashes of their words in a chain: whole phrases, and the first two
 * words of longer ones; and which of them may stand within a text. Most words of most texts are
 * passed over by that.
 */
enum filtered {
	PHRASE,
	PAIR,
	PHRASE_WITHIN,
	PAIR_WITHIN
};

/* Which bits of which number of the filter stand for a hash. */
struct bits {
	size_t at;
	uint64_t mask;
};

static struct bits
bits_of(uint64_t hash, enum filtered what)
{
	hash ^= (uint64_t)what << 58;
	return (struct bits){hash >> (64 - FURNITURE_FILTER),
		UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63) |
			UINT64_C(1) << (hash >> 12 & 63)};
}

static void
filter_add(struct furniture_book *book, uint64_t hash, enum filtered what)
{
	struct bits bits = bits_of(hash, what);
	book->filter[bits.at] |= bits.mask;
}

static bool
filter_has(const struct furniture_book *book, uint64_t hash, enum filtered what)
{
	struct bits bits = bits_of(hash, what);
	return (book->filter[bits.at] & bits.mask) == bits.mask;
}

/* Lets the filter know a phrase. */
static void
note_phrase(struct furniture_book *book, struct slice phrase, bool within)
{
	size_t words = 0;
	uint64_t chain = 0;
	buffer_clear(&book->normal);
	buffer_add(&book->normal, phrase);
	buffer_reserve(&book->normal, 8);
	for (size_t at = 0, end; at < phrase.len; at = end + 1) {
		for (end = at; end < phrase.len && phrase.data[end] != ' '; end++)
			;
		uint64_t word = phrase_hash(book->normal.data + at, end - at);
		chain = words ? phrase_hash_more(chain, word) : word;
		if (++words == 2) {
			filter_add(book, chain, PAIR);
			if (within)
				filter_add(book, chain, PAIR_WITHIN);
		}
	}
	if (words > PHRASE_WORDS)
		die("furniture: %.*s: more than %d words", (int)phrase.len, phrase.data,
			PHRASE_WORDS);
	if (words > book->longest)
		book->longest = words;
	filter_add(book, chain, PHRASE);
	if (within && words == 1)
		filter_add(book, chain, PHRASE_WITHIN);
}

static void
take_phrase(void *context, const struct slice field[TABLE_FIELDS])
{
	struct furniture_book *book = context;
	bool added;
	uint32_t *place = map_add(&book->phrases, field[0], (uint32_t)book->count, &added);
	struct furniture_entry entry = {where_of(field[1]), kind_of(field[2])};
	note_phrase(book, field[0], (entry.where & (ANY | END)) != 0);
	if (!added) { /* in several languages: the later one adds to the earlier */
		if (entry.kind == book->entries[*place].kind)
			entry.where |= book->entries[*place].where;
		book->entries[*place] = entry;
		return;
	}
	book->entries = memory_reserve(
		book->entries, &book->capacity, book->count + 1, sizeof *book->entries);
	book->entries[book->count++] = entry;
}

void
furniture_read(struct furniture_book *book, const struct rules *rules)
{
	for (int byte = 0; byte < 0x80; byte++)
		book->breaks[byte] = phrase_breaks_at((char)byte);
	tables_each(NULL, "root", "furniture", take_phrase, book);
	for (const struct table *table = built_in_tables; table->name; table++)
		if (strcmp(table->name, "furniture") == 0 &&
			strcmp(table->language, "root") != 0)
			table_each(table, take_phrase, book);
	tables_each(rules, "root", "furniture", take_phrase, book);
}

/* Whether the filter leaves a chance that phrases stand in the text. */
static bool
may_hold(struct furniture_book *book, struct slice text)
{
	uint64_t before = 0;
	size_t count = 0, at = 0;
	while (at < text.len && count < FURNITURE_WORDS) {
		if (book->breaks[(unsigned char)text.data[at]]) {
			at++;
			continue;
		}
		struct hashed word = phrase_hash_at(&book->normal, text, at);
		at += word.len ? word.len : phrase_character_length(text, at);
		if (word.len == 0)
			continue;
		uint64_t pair = phrase_hash_more(before, word.hash);
		if (count == 0 ? filter_has(book, word.hash, PHRASE)
			       : filter_has(book, pair, count > 1 ? PAIR_WITHIN : PAIR) ||
					 filter_has(book, word.hash, PHRASE_WITHIN))
			return true;
		before = word.hash;
		count++;
	}
	return count == 1 && text.len <= JOINED;
}

static const struct furniture_entry *
look_up(const struct furniture_book *book, struct slice phrase)
{
	const uint32_t *place = map_find(&book->phrases, phrase);
	return place ? &book->entries[*place] : NULL;
}

/* The longest phrase of `most` words at most that begins at a word and may stand there; how
 * many words it takes. */
static size_t
longest_of(const struct furniture_book *book, const struct word *words, size_t count, size_t i,
	size_t most, unsigned allowed, struct furniture_entry *found)
{
	uint64_t chain[PHRASE_WORDS];
	chain[0] = words[i].hash;
	for (size_t n = 1; n < most; n++)
		chain[n] = phrase_hash_more(chain[n - 1], words[i + n].hash);
	for (size_t n = most; n > 0; n--) {
		if (!filter_has(book, chain[n - 1], PHRASE))
			continue;
		const struct furniture_entry *entry =
			look_up(book, slice_cut(buffer_slice(&book->normal), words[i].start,
					      words[i + n - 1].end));
		unsigned where = allowed | (i + n == count ? END : 0);
		if (entry && (entry->where & where)) {
			*found = *entry;
			return n;
		}
	}
	return 0;
}

/* As above, of any length. */
static size_t
longest_at(const struct furniture_book *book, const struct word *words, size_t count, size_t i,
	unsigned allowed, struct furniture_entry *found)
{
	bool pair = i + 1 < count &&
		    filter_has(book, phrase_hash_more(words[i].hash, words[i + 1].hash), PAIR);
	if (!pair && !filter_has(book, words[i].hash, PHRASE))
		return 0;
	size_t most = count - i < book->longest ? count - i : book->longest;
	return longest_of(book, words, count, i, pair ? most : 1, allowed, found);
}

/* Whether the text is made of whole-line phrases of one kind alone, as "Facebook Twitter". */
static bool
is_made_of(const struct furniture_book *book, const struct word *words, size_t count,
	struct furniture_entry *found)
{
	enum furniture first = FURNITURE_NONE;
	for (size_t i = 0; i < count;) {
		size_t n = longest_at(book, words, count, i, ALL, found);
		if (n == 0 || (first && found->kind != first))
			return false;
		first = found->kind;
		i += n;
	}
	return count > 0;
}

/* "BusinessWorld": two labels that lost the space between them. */
static bool
is_joined(const struct furniture_book *book, struct slice text, struct furniture_entry *found)
{
	struct slice normal = buffer_slice(&book->normal);
	if (text.len != normal.len || text.len > JOINED)
		return false;
	for (size_t cut = 2; cut + 2 < text.len; cut++) {
		if (text.data[cut] < 'A' || text.data[cut] > 'Z')
			continue;
		const struct furniture_entry *a = look_up(book, slice_cut(normal, 0, cut));
		const struct furniture_entry *b =
			look_up(book, slice_cut(normal, cut, normal.len));
		if (a && b && a->kind == b->kind && a->kind == FURNITURE_SECTION) {
			*found = *a;
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
	if (!may_hold(book, text))
		return match;
	buffer_clear(&book->normal);
	size_t count = phrase_words(&book->normal, text, words, FURNITURE_WORDS);
	bool cut = count == FURNITURE_WORDS;
	struct furniture_entry found;
	if (!cut && (is_made_of(book, words, count, &found) || is_joined(book, text, &found))) {
		match.kind = found.kind;
		match.whole = match.starts = true;
		match.end = text.len;
		return match;
	}
	for (size_t i = 0; i < count; i++) {
		size_t n =
			longest_at(book, words, count, i, i == 0 ? START | ANY : ANY, &found);
		if (n == 0 || (cut && i + n == count))
			continue;
		match.kind = found.kind;
		match.starts = i == 0;
		match.within = !(found.where & START);
		match.whole = n == count;
		match.words = n;
		match.end = words[i + n - 1].source_end;
		return match;
	}
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
