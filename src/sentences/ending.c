#include "ending.h"

#include "bracket.h"
#include "character.h"
#include "ellipsis.h"
#include "place.h"
#include "quotation.h"
#include "spaceless.h"
#include "utf8.h"

enum {
	FAR = 20 /* characters from a sentence's beginning */
};

/* A sentence in Dutch that begins with the rest of an article: ’s Avonds regent het. */
static bool
is_clipped(struct slice text, const struct word_after *word)
{
	size_t len;
	return word->kind == WORD_LOWER && word->letters == 1 && word->end + 1 < text.len &&
	       text.data[word->end] == ' ' &&
	       utf8_is_upper(utf8_decode(text, word->end + 1, &len));
}

/* What stands before the word behind the mark: quotation marks, brackets, ¿. */
static void
look_behind(struct place *place)
{
	size_t at = place->mark->next, len;
	struct slice text = place->text;
	while (at < text.len &&
		character_class(utf8_decode(text, at, &len)) & CHARACTER_IGNORED)
		at += len;
	place->follows = at < text.len ? character_class(utf8_decode(text, at, &len)) : 0;
	for (int count = 0; at < text.len && count < 4; count++) {
		unsigned class = character_class(utf8_decode(text, at, &len));
		bool opens = class & CHARACTER_OPEN || class & CHARACTER_IGNORED ||
			     (class & CHARACTER_QUOTE && !count);
		if (!opens)
			break;
		place->opened |= !(class & CHARACTER_IGNORED);
		place->bracketed |= (class & CHARACTER_BRACKET) != 0;
		at += len;
	}
	place->after = word_after(text, at);
	if (place->opened && is_clipped(text, &place->after))
		place->after.kind = WORD_UPPER;
}

/* A marker of a list alone is no sentence: `1. The`, `(a) The`. */
static bool
is_only_marker(const struct place *place)
{
	struct slice so_far = slice_cut(place->text, place->start, place->mark->start);
	size_t at = 0, len;
	while (at < so_far.len &&
		character_class(utf8_decode(so_far, at, &len)) &
			(CHARACTER_BRACKET | CHARACTER_BULLET | CHARACTER_SPACE))
		at += len;
	if (place->before.start != place->start + at)
		return false;
	if (place->before.digits)
		return place->before.letters <= 3;
	return (place->before.letters == 1 && place->before.alphabetic) ||
	       word_is_roman(slice_cut(so_far, at, so_far.len));
}

/* At its beginning a sentence has not ended yet, later it may have: In 2014 r., At 5 a.m. Mr.
 * Hale */
static bool
is_far(const struct place *place)
{
	size_t characters = 0;
	for (size_t at = place->start; at < place->mark->start && characters < FAR; at++)
		characters += ((unsigned char)place->text.data[at] & 0xc0) != 0x80;
	return characters == FAR;
}

/* The letter names something: of the blood groups A and B. */
static bool
is_of_letters(const struct place *place)
{
	size_t len, word = place->before.start;
	struct slice text = place->text;
	if (word < place->start + 5 || text.data[word - 1] != ' ')
		return false;
	size_t end = --word;
	while (word > place->start && end - word <= 6 &&
		utf8_is_lower(utf8_decode_before(text, word, &len)))
		word -= len;
	if (word == end || word < place->start + 3 || text.data[word - 1] != ' ')
		return false;
	int32_t letter = utf8_decode_before(text, word - 1, &len);
	size_t first = word - 1 - len;
	return utf8_is_upper(letter) && first > place->start && text.data[first - 1] == ' ';
}

/* A single letter, most often of a name: J. Smith. */
static bool
ends_with_letter(const struct place *place)
{
	if (!place->before.alphabetic || is_of_letters(place))
		return true;
	return place_is_starter(place) && place->after.letters > 1;
}

/* 7. Apríla 2020: a year follows the word behind the number. */
static bool
is_month(const struct place *place)
{
	struct slice text = place->text;
	size_t at = place->after.end, end;
	if (at + 5 > text.len || text.data[at] != ' ' || place->after.letters < 3 ||
		place_is_starter(place))
		return false;
	for (end = at + 1; end < at + 5; end++)
		if (text.data[end] < '0' || text.data[end] > '9')
			return false;
	return end == text.len || text.data[end] < '0' || text.data[end] > '9';
}

/* 12. Juni, XII. Pluku */
static bool
ends_with_number(const struct place *place)
{
	const struct word_before *before = &place->before;
	if (before->digits && before->letters <= 2 && is_month(place))
		return false;
	if (before->digits &&
		(!place->lexicon->ordinals || before->letters > 2 || !before->whole))
		return true;
	return place_is_starter(place);
}

/* Before a word that may start a sentence. */
static bool
ends_with_abbreviation(const struct place *place)
{
	unsigned class = place->before.class;
	if (class & (WORD_TITLE | WORD_NEVER) ||
		(place->after.kind == WORD_NONE && !(class & WORD_END)))
		return false;
	if (class & WORD_NUMBER) /* The answer was no. “I mean it.” */
		return place->opened || place->after.elision ||
		       (!place->after.roman && place->after.letters > 1);
	if (class & (WORD_MONTH | WORD_EITHER))
		return place_is_starter(place);
	if (class & WORD_UNIT)
		return place->before.numbered &&
		       (place_is_starter(place) || (is_far(place) && !place->mark->inner));
	if (class & WORD_TIME)
		return !(place_after(place) & WORD_CLOCK) &&
		       (!(place_after(place) & WORD_TITLE) || is_far(place));
	return true;
}

static bool
ends_before_capital(const struct place *place)
{
	const struct word_before *before = &place->before;
	if (is_only_marker(place) ||
		word_joins(place->lexicon, place->text, before, &place->after))
		return false;
	if (before->class & WORD_ABBREVIATION)
		return ends_with_abbreviation(place);
	if (before->dotted)
		return place_is_starter(place);
	if (before->digits ||
		(place->lexicon->roman_ordinals &&
			word_is_roman(slice_cut(place->text, before->start, before->end))))
		return ends_with_number(place);
	return before->letters != 1 || !before->whole || ends_with_letter(place);
}

/* 31. 1. 2025 */
static bool
is_date(const struct place *place)
{
	const struct word_before *before = &place->before;
	if (place->after.period && place->after.letters <= 2)
		return true;
	return place->after.letters == 4 && before->start >= 2 &&
	       place->text.data[before->start - 2] == '.';
}

static bool
ends_before_digit(const struct place *place)
{
	const struct word_before *before = &place->before;
	if (is_only_marker(place) || before->dotted)
		return false;
	if (before->class & WORD_ABBREVIATION)
		return false;
	if (before->letters == 1 && before->alphabetic && !before->digits)
		return false;
	if (!before->digits || before->letters > 2)
		return true;
	return !place->lexicon->ordinals && !is_date(place);
}

/* Yahoo! News: the mark is a part of a name that the tables have. */
static bool
is_name_with_mark(const struct place *place)
{
	size_t start = place->before.start, end = place->mark->start + 1;
	return place->mark->end == end && end - start < LEXICON_WORD &&
	       lexicon_find(place->lexicon, slice_cut(place->text, start, end)) &
		       WORD_ABBREVIATION;
}

/* Speech behind a dash, told by what follows: – Kommer du? frågade hon. */
static bool
begins_with_dash(const struct place *place)
{
	size_t len;
	return character_class(utf8_decode(place->text, place->start, &len)) & CHARACTER_DASH;
}

/* Letters that are all small, and more than an abbreviation would have. */
static bool
is_small_word(const struct word_before *before)
{
	return before->lower && (before->letters > 2 || before->class & WORD_STARTER);
}

/* Untidy text: `it was great. we will be back` */
static bool
ends_before_lower(const struct place *place)
{
	const struct word_before *before = &place->before;
	const struct mark *mark = place->mark;
	if (place->bracketed)
		return false;
	bool caseless = !before->alphabetic && !before->digits;
	bool abbreviated = before->class & WORD_ABBREVIATION || before->dotted ||
			   before->letters < 2 || !(caseless || is_small_word(before));
	if (mark->closed && !mark->footnote)
		return false;
	if (mark->ellipsis)
		return false;
	if (mark->query)
		return !is_name_with_mark(place) && !begins_with_dash(place);
	return !abbreviated &&
	       (!place->lexicon->guesses || before->letters > 5 || place_is_starter(place));
}

/* Marks that end sentences and nothing else: 。 */
static bool
ends_finally(const struct place *place)
{
	size_t len;
	if (place->follows & (CHARACTER_CONTINUE | CHARACTER_CLOSE) &&
		!(place->follows & CHARACTER_OPEN))
		return false;
	if (place->mark->inner && place->after.kind == WORD_CASELESS)
		return false; /* 2004年（见第12页。）不同。 */
	if (place->mark->quoted && place->mark->spaced && quotation_is_told_caseless(place))
		return false;
	if (place->mark->closed && !place->mark->spaced && place->after.kind == WORD_CASELESS)
		return character_is_kana(utf8_decode(place->text, place->mark->next, &len))
			       ? quotation_is_over_before_kana(place)
			       : !quotation_is_told_in_han(place);
	return place->after.kind != WORD_LOWER || !place->mark->closed;
}

/* 「本当か?」と: marks of ASCII do as 。 does. */
static bool
is_closed_before_han(const struct place *place)
{
	size_t len;
	const struct mark *mark = place->mark;
	if (mark->spaced || !(mark->query || mark->closed) || place->after.first < 0)
		return false;
	return character_is_han_or_kana(
		mark->quoted ? place->after.first : utf8_decode(place->text, mark->next, &len));
}

static bool
ends_before_dash(const struct place *place)
{
	size_t len, at = place->mark->next;
	struct slice text = place->text;
	bool hyphen = text.data[at] == '-';
	while (at < text.len) {
		unsigned class = character_class(utf8_decode(text, at, &len));
		if (!(class & (CHARACTER_DASH | CHARACTER_SPACE | CHARACTER_OPEN)))
			break;
		at += len;
	}
	struct word_after after = word_after(text, at);
	if (after.kind != WORD_UPPER && !(after.kind == WORD_DIGIT && hyphen))
		return false;
	return !quotation_is_broken_off(place) &&
	       ((!(place->before.class & WORD_ABBREVIATION) && place->before.letters > 1) ||
		       place->mark->doubled);
}

/* “I… I don’t know” */
static bool
is_said_again(const struct place *place)
{
	size_t len = place->before.end - place->before.start;
	return len > 0 && len == place->after.end - place->after.start &&
	       memcmp(place->text.data + place->before.start,
		       place->text.data + place->after.start, len) == 0;
}

/* Where white space follows, and nothing that goes on with the sentence for sure. */
static bool
ends_before_word(const struct place *place)
{
	const struct mark *mark = place->mark;
	if (mark->doubled && place->after.kind != WORD_LOWER)
		return true;
	if (place->after.kind == WORD_LOWER)
		return ends_before_lower(place);
	if (mark->query && is_name_with_mark(place) && !place_is_starter(place))
		return false;
	if (mark->quoted && quotation_is_told_caseless(place))
		return false;
	if (mark->ellipsis && is_said_again(place))
		return false;
	if (mark->ellipsis && !mark->closed && ellipsis_omits(place))
		return place_is_starter(place) && place->after.letters > 1;
	if (mark->query || mark->ellipsis)
		return !(mark->quoted && quotation_is_told(place));
	if (mark->closed && !mark->footnote && place->before.letters > 1 &&
		!(place->before.class & WORD_ABBREVIATION))
		return true;
	if (place->after.kind == WORD_DIGIT)
		return ends_before_digit(place);
	return ends_before_capital(place);
}

bool
ending_decide(
	const struct lexicon *lexicon, struct slice text, size_t start, const struct mark *mark)
{
	struct place place = {lexicon, text, start, mark, .follows = 0};
	if (mark->next == text.len)
		return true;
	if (mark->start == start && !mark->final)
		return false; /* . . . The rest followed. */
	look_behind(&place);
	if (mark->final || is_closed_before_han(&place))
		return ends_finally(&place);
	if (!mark->spaced && spaceless_is_inner(&place))
		return false;
	place.before = word_before(lexicon, text, mark->start);
	if (!mark->spaced)
		return spaceless_ends(&place);
	if (place.follows & CHARACTER_DASH)
		return ends_before_dash(&place);
	if (place.follows & CHARACTER_MARK)
		return ellipsis_leads(text, mark->next);
	if (place.follows & CHARACTER_CONTINUE)
		return false;
	if (place.bracketed && !bracket_is_sentence(text, mark->next))
		return false;
	return ends_before_word(&place);
}
