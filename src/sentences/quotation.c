#include "quotation.h"

#include "character.h"
#include "utf8.h"

bool
quotation_is_told(const struct place *place)
{
	size_t at = place->mark->next;
	if (place_is_starter(place))
		return false;
	for (int words = 0; words < 4; words++) {
		struct word_after word = word_after(place->text, at);
		unsigned class = word_class(place->lexicon, place->text, &word);
		if (word.kind == WORD_NONE)
			return false;
		if (class & WORD_SPEECH)
			return true;
		if (word.kind == WORD_LOWER)
			return false;
		at = word.end + (word.period && class & WORD_TITLE);
		if (at == place->text.len || place->text.data[at] != ' ')
			return false;
		at++;
	}
	return false;
}

bool
quotation_is_told_caseless(const struct place *place)
{
	struct slice text = place->text;
	size_t at = place->mark->next;
	for (int words = 0; words < 4;) {
		struct word_after word = word_after(text, at);
		if (word.kind != WORD_CASELESS)
			return false;
		size_t len = 0;
		unsigned behind = word.end < text.len
					  ? character_class(utf8_decode(text, word.end, &len))
					  : CHARACTER_MARK;
		if (word_class(place->lexicon, text, &word) & WORD_SPEECH)
			return words == 0 || behind & (CHARACTER_MARK | CHARACTER_CONTINUE);
		if (!(behind & (CHARACTER_SPACE | CHARACTER_IGNORED)))
			return false;
		words += (behind & CHARACTER_SPACE) != 0; /* a joiner is within a word */
		at = word.end + len;
	}
	return false;
}

bool
quotation_is_over_before_kana(const struct place *place)
{
	size_t start = place->mark->next, end = start, len;
	for (int count = 0; count < 4 && end < place->text.len; count++, end += len) {
		utf8_decode(place->text, end, &len);
		struct slice word = slice_cut(place->text, start, end + len);
		if (lexicon_find(place->lexicon, word) & WORD_STARTER)
			return true;
	}
	return false;
}

bool
quotation_is_told_in_han(const struct place *place)
{
	struct slice text = place->text;
	size_t at = place->mark->next, len, next;
	bool speech = false;
	for (int count = 0; count < 12 && at < text.len; count++, at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (character_class(character) & (CHARACTER_CONTINUE | CHARACTER_FINAL))
			return speech &&
			       character != 0xff1a; /* a colon: what follows is another one's */
		if (at + len == text.len)
			return false;
		utf8_decode(text, at + len, &next);
		speech |= (lexicon_find(place->lexicon, slice_cut(text, at, at + len)) |
				  lexicon_find(place->lexicon,
					  slice_cut(text, at, at + len + next))) &
			  WORD_SPEECH;
	}
	return false;
}

bool
quotation_is_broken_off(const struct place *place)
{
	struct slice text = place->text;
	size_t end = place->mark->start,
	       start = end - place->start > 300 ? end - 300 : place->start;
	bool quote = false, dash = false;
	for (size_t at = start, len; at < end; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (character == 0xab || character == 0xbb)
			quote = character == 0xab;
		dash |= quote && character_class(character) & CHARACTER_DASH;
	}
	return quote && dash;
}
