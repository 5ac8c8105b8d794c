#include "phrase.h"

#include "masks.h"
#include "octets.h"
#include "utf8.h"

enum {
	BEGINNING =
		5 * MASKS_BYTES /* of a text; most have not as many words there as are read */
};

static const uint64_t HASH_BEGIN = 0xcbf29ce484222325u;

/* Eight bytes from text[at] on, NUL behind its end. */
static uint64_t
octets_at(struct slice text, size_t at)
{
	char padded[8] = {0};
	if (at + 8 <= text.len)
		return octets_read(text.data + at);
	if (at < text.len)
		memcpy(padded, text.data + at, text.len - at);
	return octets_read(padded);
}

uint64_t
phrase_hash(struct slice word)
{
	uint64_t hash = HASH_BEGIN;
	size_t at = 0;
	for (; at + 8 < word.len; at += 8)
		hash = phrase_hash_more(hash, octets_read(word.data + at));
	return phrase_hash_more(hash, octets_at(word, at));
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

/* The beginning of a text: in small letters, and as masks (masks.h) one behind another. */
struct beginning {
	char text[BEGINNING + 8]; /* eight bytes more can be read than are used */
	size_t len;
	uint64_t letters[BEGINNING / MASKS_BYTES + 1];
	uint64_t words[BEGINNING / MASKS_BYTES + 1]; /* whatever is of words */
};

static void
read_stretch(struct beginning *beginning, size_t i, struct masks masks)
{
	uint64_t marks = masks_equal(beginning->text + i * MASKS_BYTES, '\'');
	beginning->letters[i] = masks.letters;
	beginning->words[i] = masks.letters | masks.digits | masks.beyond | marks;
}

static void
read_beginning(struct beginning *beginning, struct slice text)
{
	size_t i = 0;
	text.len = text.len < BEGINNING ? text.len : BEGINNING;
	beginning->len = text.len;
	for (; (i + 1) * MASKS_BYTES <= text.len; i++) {
		size_t at = i * MASKS_BYTES;
		read_stretch(beginning, i, masks_fold(beginning->text + at, text.data + at));
	}
	size_t at = i * MASKS_BYTES;
	memset(beginning->text + at, 0, at < BEGINNING ? MASKS_BYTES : 8);
	if (at < text.len)
		read_stretch(beginning, i, masks_fold_last(beginning->text + at, text, at));
	else
		beginning->letters[i] = beginning->words[i] = 0;
}

/* Where the first bit at `at` or behind it is, `end` where there is none before that. */
static size_t
next_bit(const uint64_t *bits, size_t at, size_t end)
{
	uint64_t first = bits[at / 64] >> at % 64;
	if (first)
		return at + (size_t)__builtin_ctzll(first);
	for (size_t i = at / 64 + 1; i * 64 < end; i++)
		if (bits[i])
			return i * 64 + (size_t)__builtin_ctzll(bits[i]);
	return end;
}

/* Where the run of bits at `at` ends. */
static size_t
end_of_bits(const uint64_t *bits, size_t at, size_t end)
{
	uint64_t first = ~bits[at / 64] >> at % 64;
	if (first)
		return at + (size_t)__builtin_ctzll(first);
	for (size_t i = at / 64 + 1; i * 64 < end; i++)
		if (~bits[i])
			return i * 64 + (size_t)__builtin_ctzll(~bits[i]);
	return end;
}

static uint64_t
hash_letters(const char *letters, size_t len)
{
	uint64_t hash = HASH_BEGIN;
	for (; len > 8; len -= 8, letters += 8)
		hash = phrase_hash_more(hash, octets_read(letters));
	return phrase_hash_more(hash, octets_first(octets_read(letters), len));
}

/* The end of the word of ASCII letters alone at text[at]; `at` where there is none. */
static size_t
end_of_letters(const struct beginning *beginning, struct slice text, size_t at)
{
	if (at >= beginning->len)
		return at;
	size_t end = end_of_bits(beginning->letters, at, beginning->len);
	if (end == text.len)
		return end;
	bool cut = end == beginning->len;
	bool goes_on = !cut && (beginning->words[end / 64] >> end % 64 & 1) &&
		       kind_of_ascii((unsigned char)text.data[end]) != DIGIT;
	return cut || goes_on ? at : end;
}

/* The word at text[at]; its end is `at` where there is none. */
static struct word
word_at(const struct beginning *beginning, struct buffer *scratch, struct slice text, size_t at)
{
	size_t end = end_of_letters(beginning, text, at);
	if (end > at)
		return (struct word){hash_letters(beginning->text + at, end - at), end};
	buffer_clear(scratch);
	size_t len = add_word(scratch, text, at);
	uint64_t hash = len ? phrase_hash(buffer_slice(scratch)) : 0;
	return (struct word){hash, at + len};
}

size_t
phrase_words(struct buffer *scratch, struct slice text, struct word *words, size_t limit)
{
	struct beginning beginning;
	size_t count = 0;
	read_beginning(&beginning, text);
	for (size_t at = 0; at < text.len && count < limit;) {
		if (at < beginning.len)
			at = next_bit(beginning.words, at, beginning.len);
		if (at == text.len)
			break;
		struct word word = word_at(&beginning, scratch, text, at);
		if (word.end > at)
			words[count++] = word;
		at = word.end > at ? word.end : at + character_length(text, at);
	}
	return count;
}
