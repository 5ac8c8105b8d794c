#include "name.h"

#include "utf8.h"

enum {
	BITS_OF_NOTHING = 6, /* "the", "of", "for" */
	ENDING_MIN = 4,      /* letters that a name must have for its ending to waver */
};

/* "syrskyi", "syrskiy", "syrskii", "syrsky": "syrski" */
static struct slice
without_wavering(char *word, size_t len)
{
	if (len < ENDING_MIN)
		return (struct slice){word, len};
	size_t end = len;
	while (end > 2 && (word[end - 1] == 'y' || word[end - 1] == 'i'))
		end--;
	if (end < len)
		word[end++] = 'i';
	return (struct slice){word, end};
}

static void
add_word(struct name *name, const struct lexicon *lexicon, char *word, size_t len)
{
	const uint32_t *known = map_find(&lexicon->words, (struct slice){word, len});
	uint8_t bits = known ? lexicon->entries[*known].bits : 0;
	if (known && lexicon->entries[*known].spokesperson) {
		name->speaks = true;
		return;
	}
	if (name->count == NAME_WORDS || len == 0 || (bits > 0 && bits <= BITS_OF_NOTHING))
		return;
	struct slice even = without_wavering(word, len);
	uint64_t hash = map_hash(even);
	name->initials[name->count] = (uint32_t)(unsigned char)word[0] | (len == 1) << 8;
	name->words[name->count++] = (uint32_t)(hash >> 32);
}

void
name_read(struct name *name, const struct lexicon *lexicon, struct slice text,
	struct buffer *scratch)
{
	name->count = 0;
	name->speaks = false;
	buffer_clear(scratch);
	utf8_add_folded(scratch, text);
	size_t start = 0;
	for (size_t at = 0; at <= scratch->len; at++) {
		unsigned char byte = at < scratch->len ? (unsigned char)scratch->data[at] : ' ';
		bool inside = byte >= 0x80 || (byte >= 'a' && byte <= 'z') ||
			      (byte >= '0' && byte <= '9') || byte == '-';
		if (inside)
			continue;
		if (at > start && !(at - start == 1 && scratch->data[start] == 's'))
			add_word(name, lexicon, scratch->data + start, at - start);
		start = at + 1;
	}
}

bool
name_same_person(const struct name *a, const struct name *b)
{
	if (a->count == 0 || b->count == 0 || a->words[a->count - 1] != b->words[b->count - 1])
		return false;
	if (a->count == 1 || b->count == 1 || a->words[0] == b->words[0])
		return true;
	const uint32_t lone = 1u << 8, letter = lone - 1;
	return ((a->initials[0] | b->initials[0]) & lone) &&
	       (a->initials[0] & letter) == (b->initials[0] & letter);
}

static bool
holds(const struct name *name, uint32_t word)
{
	for (size_t i = 0; i < name->count; i++)
		if (name->words[i] == word)
			return true;
	return false;
}

bool
name_same_words(const struct name *a, const struct name *b)
{
	if (a->count == 0 || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!holds(b, a->words[i]))
			return false;
	return true;
}

bool
name_within(const struct name *a, const struct name *b)
{
	if (a->count > b->count) {
		const struct name *longer = a;
		a = b;
		b = longer;
	}
	for (size_t i = 0; i < a->count; i++)
		if (!holds(b, a->words[i]))
			return false;
	return a->count > 0;
}
