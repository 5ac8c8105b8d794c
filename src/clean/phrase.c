#include "phrase.h"

#include "octets.h"
#include "utf8.h"

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

/* The hash of the word of ASCII letters alone at text[at], and its end; the end is `at` where
 * there is none. */
static struct word
short_word(struct slice text, size_t at)
{
	uint64_t hash = HASH_BEGIN, octets = octets_at(text, at);
	size_t end = at, count = octets_letters(octets);
	while (count == 8) {
		uint64_t next = end + 8 < text.len ? octets_at(text, end + 8) : 0;
		if (octets_letters(next) == 0)
			break;
		hash = phrase_hash_more(hash, octets_lower(octets));
		end += 8;
		octets = next;
		count = octets_letters(octets);
	}
	end += count;
	char behind = end < text.len ? text.data[end] : ' ';
	if (count == 0 || (behind & 0x80) || behind == '\'')
		return (struct word){0, at};
	hash = phrase_hash_more(hash, octets_first(octets_lower(octets), count));
	return (struct word){hash, end};
}

static struct word
any_word(struct buffer *scratch, struct slice text, size_t at)
{
	buffer_clear(scratch);
	size_t len = add_word(scratch, text, at);
	if (len == 0)
		return (struct word){0, at};
	return (struct word){phrase_hash(buffer_slice(scratch)), at + len};
}

size_t
phrase_words(struct buffer *scratch, struct slice text, struct word *words, size_t limit)
{
	size_t count = 0;
	for (size_t at = 0; at < text.len && count < limit;) {
		struct word word = short_word(text, at);
		if (word.end == at)
			word = any_word(scratch, text, at);
		if (word.end > at)
			words[count++] = word;
		at = word.end > at ? word.end : at + character_length(text, at);
	}
	return count;
}
