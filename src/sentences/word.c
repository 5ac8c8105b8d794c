#include "word.h"

#include "character.h"
#include "utf8.h"

static bool
is_of_word(int32_t character)
{
	return utf8_kind(character) & (UTF8_LETTER | UTF8_DIGIT) ||
	       character == 0xb0 ||                        /* N°, °C */
	       character == 0x200c || character == 0x200d; /* joiners: می‌گوید */
}

bool
word_is_roman(struct slice word)
{
	if (word.len == 0 || word.len > 6)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!memchr("IVXLC", word.data[i], 5))
			return false;
	return true;
}

/* Where the run of letters and digits that ends at `end` begins. */
static size_t
run_start(struct slice text, size_t end, size_t limit)
{
	while (end > limit) {
		size_t len = 1;
		int32_t character = (unsigned char)text.data[end - 1];
		if (character >= 0x80)
			character = utf8_decode_before(text, end, &len);
		if (!is_of_word(character))
			break;
		end -= len;
	}
	return end;
}

/* Where the whole word begins: runs joined by periods and hyphens. */
static size_t
word_start(struct slice text, size_t end, size_t limit)
{
	size_t start = run_start(text, end, limit);
	while (start > limit + 1) {
		size_t joint = start;
		while (joint > limit && start - joint < 2 &&
			(text.data[joint - 1] == '.' || text.data[joint - 1] == '-'))
			joint--;
		size_t more = run_start(text, joint, limit);
		if (joint == start || more == joint)
			break;
		start = more;
	}
	return start;
}

/* `т. е`, `z. B`: where the word before ends in a period and is short, the place it begins. */
static size_t
joined_start(struct slice text, size_t start, size_t limit)
{
	size_t at = start;
	size_t len;
	if (at <= limit + 2)
		return start;
	int32_t space = utf8_decode_before(text, at, &len);
	if (!(character_class(space) & CHARACTER_SPACE))
		return start;
	at -= len;
	if (at <= limit + 1 || text.data[at - 1] != '.')
		return start;
	size_t before = run_start(text, at - 1, limit);
	return before < at - 1 && at - 1 - before <= 8 ? before : start;
}

/* Looks up text[start..end] without its spaces. */
static unsigned
find_joined(const struct lexicon *lexicon, struct slice text, size_t start, size_t end)
{
	char key[LEXICON_WORD];
	size_t len = 0;
	for (size_t at = start, size; at < end; at += size) {
		if (character_class(utf8_decode(text, at, &size)) & CHARACTER_SPACE)
			continue;
		if (len + size > sizeof key)
			return 0;
		memcpy(key + len, text.data + at, size);
		len += size;
	}
	return lexicon_find(lexicon, (struct slice){key, len});
}

/* The class of the word, with short ones that end in periods before it, or of its last part. */
static unsigned
find_class(const struct lexicon *lexicon, struct slice text, size_t start, size_t tail,
	size_t end, size_t limit)
{
	size_t second = joined_start(text, start, limit);
	size_t third = second < start ? joined_start(text, second, limit) : second;
	unsigned class = 0;
	if (third < second)
		class = find_joined(lexicon, text, third, end);
	if (!(class & WORD_ABBREVIATION) && second < start)
		class = find_joined(lexicon, text, second, end);
	if (!(class & WORD_ABBREVIATION))
		class = lexicon_find(lexicon, slice_cut(text, start, end));
	if (!(class & WORD_ABBREVIATION) && tail > start)
		class = lexicon_find(lexicon, slice_cut(text, tail, end));
	return class;
}

static enum word_kind
kind_of(int32_t character)
{
	unsigned kind = utf8_kind(character);
	if (kind & UTF8_LOWER)
		return WORD_LOWER;
	if (kind & UTF8_UPPER)
		return WORD_UPPER;
	if (kind & UTF8_DIGIT)
		return WORD_DIGIT;
	return kind & UTF8_LETTER ? WORD_CASELESS : WORD_NONE;
}

/* The properties of the last part, text[tail..end]. */
static void
describe(struct word_before *word, struct slice text, size_t tail)
{
	word->digits = word->lower = tail < word->end;
	for (size_t at = tail, len; at < word->end; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		enum word_kind kind = kind_of(character);
		bool digit = kind == WORD_DIGIT, upper = kind == WORD_UPPER,
		     lower = kind == WORD_LOWER;
		if (at == tail)
			word->capital = upper;
		word->digits &= digit;
		word->lower &= lower;
		word->lowers = lower ? word->lowers + 1 : 0;
		word->alphabetic |= !digit && !character_is_han_or_kana(character) &&
				    !character_is_hangul(character);
		word->letters++;
	}
}

/* Whether all parts between the periods are single letters: U.S, e.g, п.м. */
static bool
is_dotted(struct slice text, size_t start, size_t end)
{
	size_t letters = 0;
	bool dotted = false;
	if (start == end || !memchr(text.data + start, '.', end - start))
		return false;
	for (size_t at = start, len; at < end; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (character == '.' || character == '-') {
			dotted |= character == '.';
			letters = 0;
		} else if (!utf8_is_letter(character) || ++letters > 1) {
			return false;
		}
	}
	return dotted;
}

/* Whether a number stands before the word: `5 km`, `XX в`, `11 млн т`. */
static bool
is_numbered(const struct lexicon *lexicon, struct slice text, size_t start, size_t tail)
{
	size_t len;
	if (tail > start || start == 0)
		return tail > start && utf8_is_digit(utf8_decode(text, start, &len));
	size_t at = start;
	int32_t character = utf8_decode_before(text, at, &len);
	if (character_class(character) & CHARACTER_SPACE) {
		at -= len;
		if (at == 0)
			return false;
		character = utf8_decode_before(text, at, &len);
	}
	if (utf8_is_digit(character) || character == '/')
		return true;
	if (character == '.') /* 3,5 млн. лв. */
		at--;
	size_t run = word_start(text, at, at > 16 ? at - 16 : 0);
	return run < at &&
	       (utf8_is_digit(utf8_decode(text, run, &len)) ||
		       word_is_roman(slice_cut(text, run, at)) ||
		       lexicon_find(lexicon, slice_cut(text, run, at)) & WORD_EITHER);
}

/* Behind the digits that a word begins with: 155mm. */
static size_t
skip_digits(struct slice text, size_t at, size_t end)
{
	size_t start = at;
	while (at < end && text.data[at] >= '0' && text.data[at] <= '9')
		at++;
	return at < end ? at : start;
}

struct word_before
word_before(const struct lexicon *lexicon, struct slice text, size_t end)
{
	struct word_before word = {0};
	size_t limit = end > LEXICON_WORD ? end - LEXICON_WORD : 0, len;
	while (end > limit &&
		character_class(utf8_decode_before(text, end, &len)) & CHARACTER_IGNORED)
		end -= len;
	word.end = end;
	word.start = word_start(text, end, limit);
	size_t tail = skip_digits(text, run_start(text, end, limit), end);
	describe(&word, text, tail);
	word.dotted = is_dotted(text, word.start, end);
	word.whole = word.dotted || tail == word.start;
	if (tail < end)
		word.class = find_class(lexicon, text, word.start, tail, end, limit);
	if (word.class & WORD_UNIT)
		word.numbered = is_numbered(lexicon, text, word.start, tail);
	return word;
}

bool
word_joins(const struct lexicon *lexicon, struct slice text, const struct word_before *before,
	const struct word_after *after)
{
	return after->period && after->end - before->start < LEXICON_WORD &&
	       find_joined(lexicon, text, before->start, after->end) & WORD_ABBREVIATION;
}

struct word_after
word_after(struct slice text, size_t at)
{
	struct word_after word = {.start = at, .end = at, .first = UTF8_BAD};
	if (at >= text.len)
		return word;
	size_t limit = text.len - at > LEXICON_WORD ? at + LEXICON_WORD : text.len, len = 0;
	bool capitals = false;
	for (; word.end < limit; word.end += len) {
		int32_t character = utf8_decode(text, word.end, &len);
		if (!is_of_word(character))
			break;
		if (word.end == at) {
			word.first = character;
			word.kind = kind_of(character);
		} else if (word.letters == 1 && kind_of(character) == WORD_UPPER) {
			capitals = true;
		}
		word.letters++;
	}
	/* iPhone, eBay */
	if (word.kind == WORD_LOWER && capitals)
		word.kind = WORD_UPPER;
	struct slice whole = slice_cut(text, at, word.end);
	word.roman = word_is_roman(whole);
	if (word.end < text.len) {
		int32_t character = utf8_decode(text, word.end, &len);
		word.period = character == '.';
		word.elision = (character_class(character) & CHARACTER_APOSTROPHE) != 0;
	}
	return word;
}
