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

static void
note_first_word(struct furniture_book *book, struct slice phrase)
{
	size_t words = 1, first = phrase.len;
	for (size_t i = phrase.len; i-- > 0;)
		if (phrase.data[i] == ' ') {
			words++;
			first = i;
		}
	if (words > PHRASE_WORDS)
		die("furniture: %.*s: more than %d words", (int)phrase.len, phrase.data,
			PHRASE_WORDS);
	if (words > book->longest)
		book->longest = words;
	uint64_t bit = map_hash(slice_cut(phrase, 0, first)) >> 48;
	book->first_words[bit / 64] |= UINT64_C(1) << bit % 64;
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
	note_first_word(book, field[0]);
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
	size_t start, end; /* in the normalised text */
	size_t source_end; /* in the text itself */
};

/*
 * Adds the words of a text in phrases' form: small letters, digits as `#`, one space between.
 * Returns how many words there are, `limit` at most.
 */
static size_t
normalise(struct buffer *to, struct slice text, struct word *words, size_t limit)
{
	size_t count = 0;
	bool inside = false, number = false;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		bool digit = utf8_is_digit(c);
		bool letter = utf8_is_letter(c) || c == '\'' || c == 0x2019;
		if (!letter && !digit) {
			inside = inside && number && (c == '.' || c == ',') &&
				 at + 1 < text.len &&
				 utf8_is_digit((unsigned char)text.data[at + 1]);
			continue;
		}
		if (!inside || number != digit) {
			if (count == limit)
				break;
			if (to->len)
				buffer_add_byte(to, ' ');
			words[count++].start = to->len;
			if (digit)
				buffer_add_byte(to, '#');
		}
		inside = true;
		number = digit;
		if (c == 0x2019)
			buffer_add_byte(to, '\'');
		else if (!digit)
			utf8_add(to, utf8_lower(c));
		words[count - 1].end = to->len;
		words[count - 1].source_end = at + len;
	}
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
	struct slice normal = buffer_slice(&book->normal);
	uint64_t bit = map_hash(slice_cut(normal, words[i].start, words[i].end)) >> 48;
	if (!(book->first_words[bit / 64] >> bit % 64 & 1))
		return 0;
	size_t most = count - i < book->longest ? count - i : book->longest;
	for (size_t n = most; n > 0; n--) {
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
