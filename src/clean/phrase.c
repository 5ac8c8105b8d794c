#include "phrase.h"

#include "masks.h"
#include "octets.h"
#include "utf8.h"

enum {
	BEGINNING =
		5 * MASKS_BYTES /* of a text; most have not as many words there as are read */
};

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

/* The beginning of a text: in small letters, and 64 bytes after 64 as masks. */
struct beginning {
	char text[BEGINNING + 8]; /* eight bytes more can be read than are used */
	size_t len, stretches;
	uint64_t letters[BEGINNING / MASKS_BYTES];
	uint64_t words[BEGINNING / MASKS_BYTES]; /* whatever is of words */
};

static void
add_stretch(struct beginning *beginning, struct masks masks)
{
	size_t i = beginning->stretches++;
	uint64_t marks = masks_equal(beginning->text + i * MASKS_BYTES, '\'');
	beginning->letters[i] = masks.letters;
	beginning->words[i] = masks.letters | masks.digits | masks.beyond | marks;
}

static void
read_beginning(struct beginning *beginning, struct slice text)
{
	size_t at = 0;
	text.len = text.len < BEGINNING ? text.len : BEGINNING;
	beginning->len = text.len;
	beginning->stretches = 0;
	for (; at + MASKS_BYTES <= text.len; at += MASKS_BYTES)
		add_stretch(beginning, masks_fold(beginning->text + at, text.data + at));
	if (at < text.len) {
		memset(beginning->text + at, 0, MASKS_BYTES);
		add_stretch(beginning, masks_fold_last(beginning->text + at, text, at));
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
	struct slice text;
	struct buffer *scratch;
	struct word *words;
	size_t count, limit;
	size_t passed; /* up to where the text was read */
};

/* Reads words one by one, whatever they are made of, until one ends at `end` or behind it. */
static void
read_words(struct words *words, size_t at, size_t end)
{
	while (at < end && words->count < words->limit) {
		buffer_clear(words->scratch);
		size_t len = add_word(words->scratch, words->text, at);
		if (len > 0)
			words->words[words->count++] = (struct word){
				phrase_hash(buffer_slice(words->scratch)), at + len};
		at += len ? len : character_length(words->text, at);
	}
	words->passed = at;
}

/* How many bits there are from `at` on, up to `end`. */
static size_t
run_of_bits(const uint64_t *bits, size_t at, size_t end)
{
	size_t i = at / MASKS_BYTES, from = at % MASKS_BYTES;
	uint64_t behind = ~bits[i] >> from;
	if (behind)
		return (size_t)__builtin_ctzll(behind);
	size_t len = MASKS_BYTES - from;
	while (at + len < end && ~bits[++i] == 0)
		len += MASKS_BYTES;
	return at + len < end ? len + (size_t)__builtin_ctzll(~bits[i]) : end - at;
}

/* Reads the word, or the several ones, of a run that is not of ASCII letters alone, or not of
 * one stretch. */
static void
read_run(struct words *words, const struct beginning *beginning, size_t at)
{
	size_t len = run_of_bits(beginning->words, at, beginning->len), end = at + len;
	bool cut = end == beginning->len && end < words->text.len;
	if (cut || run_of_bits(beginning->letters, at, beginning->len) < len)
		read_words(words, at, end);
	else
		words->words[words->count++] =
			(struct word){hash_letters(beginning->text + at, len), end};
}

/* Reads the words that begin in a stretch. Most are of letters of ASCII alone, and end there.
 */
static void
read_stretch(struct words *words, const struct beginning *beginning, size_t i)
{
	uint64_t runs = beginning->words[i], before = i ? beginning->words[i - 1] : 0;
	uint64_t starts = runs & ~(runs << 1 | before >> (MASKS_BYTES - 1));
	uint64_t mixed = runs & ~beginning->letters[i];
	for (; starts && words->count < words->limit; starts &= starts - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(starts);
		size_t at = i * MASKS_BYTES + bit;
		uint64_t behind = ~runs >> bit;
		if (at < words->passed)
			continue;
		if (behind == 0 || (mixed >> bit & (behind ^ (behind - 1)))) {
			read_run(words, beginning, at);
			continue;
		}
		size_t len = (size_t)__builtin_ctzll(behind);
		words->words[words->count++] =
			(struct word){hash_letters(beginning->text + at, len), at + len};
	}
}

size_t
phrase_words(struct buffer *scratch, struct slice text, struct word *to, size_t limit)
{
	struct beginning beginning;
	struct words words = {.text = text, .scratch = scratch, .words = to, .limit = limit};
	read_beginning(&beginning, text);
	for (size_t i = 0; i < beginning.stretches; i++)
		read_stretch(&words, &beginning, i);
	size_t end = beginning.len > words.passed ? beginning.len : words.passed;
	if (end < text.len)
		read_words(&words, end, text.len);
	return words.count;
}
