#include "stem.h"

#include "utf8.h"

enum {
	STEM_MIN = 3, /* letters that an ending must leave */
	CUT = 7,      /* letters kept in a language whose endings are not known */
};

/* "stopp" is "stop", "make" and "mak" are "mak". */
static struct slice
even(struct slice stem)
{
	if (stem.len <= STEM_MIN)
		return stem;
	char last = stem.data[stem.len - 1];
	if (last == 'e' || (last == stem.data[stem.len - 2] && last != 's' && last != 'l'))
		stem.len--;
	return stem;
}

/* The first letters; an inflected word and its base mostly share them. */
static struct slice
cut(struct slice word)
{
	size_t at = 0, len;
	for (size_t letters = 0; at < word.len && letters < CUT; letters++, at += len)
		utf8_decode(word, at, &len);
	return slice_cut(word, 0, at);
}

static unsigned char
last_byte(struct slice text)
{
	return (unsigned char)text.data[text.len - 1];
}

static struct slice
without_ending(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	unsigned lengths = word.len > 0 ? lexicon->ending_lengths[last_byte(word)] : 0;
	for (size_t len = STEM_ENDING_MAX; len > 0; len--) {
		if (!(lengths >> len & 1) || word.len < len + STEM_MIN)
			continue;
		const uint32_t *ending =
			map_find(&lexicon->endings, slice_cut(word, word.len - len, word.len));
		if (!ending)
			continue;
		struct slice instead = lexicon->instead[*ending];
		word.len -= len;
		if (instead.len == 0)
			return even(word);
		buffer_clear(scratch);
		buffer_add(scratch, word);
		buffer_add(scratch, instead);
		return buffer_slice(scratch);
	}
	return even(word);
}

struct slice
stem_of(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	return lexicon->ending_count > 0 ? without_ending(lexicon, word, scratch) : cut(word);
}
