#include "phrase.h"

#include "octets.h"
#include "utf8.h"

static const uint64_t HASH_BEGIN = 0xcbf29ce484222325u;

uint64_t
phrase_hash(struct slice word)
{
	uint64_t hash = HASH_BEGIN;
	size_t at = 0;
	for (; at + 8 < word.len; at += 8)
		hash = phrase_hash_more(hash, octets_read(word.data + at));
	return phrase_hash_more(hash, octets_read_few(word.data + at, word.len - at));
}

uint64_t
phrase_chain_of(struct slice phrase)
{
	uint64_t chain = 0;
	for (size_t at = 0, end, count = 0; at < phrase.len; at = end + 1, count++) {
		for (end = at; end < phrase.len && phrase.data[end] != ' '; end++)
			;
		chain = phrase_chain(chain, count, phrase_hash(slice_cut(phrase, at, end)));
	}
	return chain;
}

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

/* Adds the word that begins at text[at] in phrases' form: small letters, a number as `9`.
 * Returns how many bytes of the text it takes, 0 where none begins there. */
static size_t
add_word(struct buffer *to, struct slice text, size_t at)
{
	size_t begin = at, len;
	int32_t c = utf8_decode(text, at, &len);
	enum kind_of_character first = kind_of_character(c), kind = first;
	if (first == BREAK)
		return 0;
	if (first == DIGIT)
		buffer_add_byte(to, '9');
	while (kind == first || (first == DIGIT && is_in_number(text, at))) {
		if (first == LETTER)
			add_lower(to, c);
		at += len;
		if (at == text.len)
			break;
		c = utf8_decode(text, at, &len);
		kind = kind_of_character(c);
	}
	return at - begin;
}

static size_t
character_length(struct slice text, size_t at)
{
	size_t len;
	utf8_decode(text, at, &len);
	return len;
}

void
phrase_add(struct buffer *to, struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		size_t end = to->len;
		if (end > 0)
			buffer_add_byte(to, ' ');
		len = add_word(to, text, at);
		if (len == 0) {
			to->len = end;
			len = character_length(text, at);
		}
	}
}

/* The hash of a word in small letters of ASCII; eight bytes can be read at each eighth one. */
static uint64_t
hash_letters(const char *letters, size_t len)
{
	uint64_t hash = HASH_BEGIN;
	for (; len > 8; len -= 8, letters += 8)
		hash = phrase_hash_more(hash, octets_read(letters));
	return phrase_hash_more(hash, octets_first(octets_read(letters), len));
}

/* Words as they are found. */
struct words {
	const struct folded *folded;
	struct buffer *scratch;
	struct word *words;
	size_t count, limit;
	size_t passed; /* up to where the text was read */
};

/* Reads words one by one, whatever they are made of, until one ends at `end` or behind it. */
static void
read_words(struct words *words, size_t at, size_t end)
{
	struct slice text = words->folded->text;
	while (at < end && words->count < words->limit) {
		buffer_clear(words->scratch);
		size_t len = add_word(words->scratch, text, at);
		if (len > 0)
			words->words[words->count++] = (struct word){
				phrase_hash(buffer_slice(words->scratch)), at + len};
		at += len ? len : character_length(text, at);
	}
	words->passed = at;
}

/* Whatever is of words in a stretch. */
static uint64_t
runs_in(const struct folded *folded, size_t stretch)
{
	const struct masks *masks = &folded->masks[stretch];
	return masks->letters | masks->digits | masks->beyond |
	       masks_equal(folded->bytes + stretch * MASKS_BYTES, '\'');
}

/* Where the run that reaches a stretch's end ends, in it or behind; `*letters` stays where all
 * of it is letters of ASCII. */
static size_t
end_of_run(const struct folded *folded, size_t stretch, bool *letters)
{
	for (size_t i = stretch + 1; i < folded->stretches; i++) {
		uint64_t runs = runs_in(folded, i), others = ~folded->masks[i].letters;
		uint64_t within = runs & ~(runs + 1); /* the bits that it begins with */
		*letters = *letters && (within & others) == 0;
		if (~runs)
			return i * MASKS_BYTES + (size_t)__builtin_ctzll(~runs);
	}
	return folded->len;
}

/* Reads the run from `at` to `end`: a word of ASCII letters alone, or one or several others. */
static void
read_run(struct words *words, size_t at, size_t end, bool letters)
{
	const struct folded *folded = words->folded;
	bool cut = end == folded->len && end < folded->text.len;
	if (cut || !letters)
		read_words(words, at, end);
	else
		words->words[words->count++] =
			(struct word){hash_letters(folded->bytes + at, end - at), end};
}

/* Reads the words that begin in a stretch. Most are of letters of ASCII alone, and end there.
 * `*inside`: a run goes on into it, and from it into the next one. */
static void
read_stretch(struct words *words, size_t i, bool *inside)
{
	const struct folded *folded = words->folded;
	uint64_t runs = runs_in(folded, i), mixed = runs & ~folded->masks[i].letters;
	uint64_t starts = runs & ~(runs << 1 | *inside);
	*inside = runs >> (MASKS_BYTES - 1);
	for (; starts && words->count < words->limit; starts &= starts - 1) {
		size_t bit = (size_t)__builtin_ctzll(starts), at = i * MASKS_BYTES + bit;
		uint64_t behind = ~runs & -(UINT64_C(1) << bit);
		uint64_t run = (behind ? behind & -behind : 0) - (UINT64_C(1) << bit);
		bool letters = (mixed & run) == 0;
		if (at < words->passed)
			continue;
		size_t end = behind ? i * MASKS_BYTES + (size_t)__builtin_ctzll(behind)
				    : end_of_run(folded, i, &letters);
		read_run(words, at, end, letters);
	}
}

size_t
phrase_words(struct buffer *scratch, const struct folded *folded, struct word *to, size_t limit)
{
	struct words words = {folded, scratch, to, .limit = limit};
	bool inside = false;
	for (size_t i = 0; i < folded->stretches && words.count < limit; i++)
		read_stretch(&words, i, &inside);
	size_t end = folded->len > words.passed ? folded->len : words.passed;
	if (end < folded->text.len)
		read_words(&words, end, folded->text.len);
	return words.count;
}
