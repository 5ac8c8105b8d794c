#include "ending.h"

#include "character.h"
#include "utf8.h"
#include "word.h"

enum {
	FAR = 20 /* characters from a sentence's beginning */
};

/* What the rules look at. */
struct place {
	const struct lexicon *lexicon;
	struct slice text;
	size_t start; /* of the sentence */
	const struct mark *mark;
	struct word_before before;
	struct word_after after;
	unsigned follows; /* the class of the character at mark->next */
	bool opened;      /* a quotation mark, bracket or ¿ stands before the word behind */
	bool bracketed;   /* a bracket does */
};

static bool
is_starter(const struct place *place)
{
	if (place->after.class & WORD_STARTER)
		return true;
	/* L'homme, D'autres */
	return place->lexicon->elides && place->after.elision && place->after.letters <= 2 &&
	       place->after.first != 'O';
}

/* Tom shouted, Mr. Putin asked: a verb of speech behind at most three words of a name. */
static bool
is_speech(const struct place *place)
{
	size_t at = place->mark->next;
	if (is_starter(place))
		return false;
	for (int words = 0; words < 4; words++) {
		struct word_after word = word_after(place->lexicon, place->text, at);
		if (word.kind == WORD_NONE)
			return false;
		if (word.class & WORD_SPEECH)
			return true;
		if (word.kind == WORD_LOWER)
			return false;
		at = word.end + (word.period && word.class & WORD_TITLE);
		if (at == place->text.len || place->text.data[at] != ' ')
			return false;
		at++;
	}
	return false;
}

/*
 * `It was late. (Nobody knew why.) They left`, but `It was 1990. (See p. 5), and`. `inside`
 * begins with the bracket, `behind` behind its end.
 */
static bool
is_bracket_sentence(struct slice inside, struct slice behind)
{
	size_t words = 0, at = mark_skip_space(behind, 0), len;
	for (size_t i = 0; i < inside.len; i++)
		words += inside.data[i] == ' ';
	if (at == behind.len)
		return true;
	if (behind.data[at] == '.')
		return words >= 3;
	int32_t next = utf8_decode(behind, at, &len);
	return !(character_class(next) & CHARACTER_CONTINUE) && !utf8_is_lower(next);
}

/* Whether the bracket that opens at `at` holds a whole sentence, not a note to the one before.
 */
static bool
is_sentence_in_bracket(struct slice text, size_t at)
{
	size_t limit = text.len - at > 150 ? at + 150 : text.len, depth = 0;
	for (size_t end = at; end < limit; end++) {
		char byte = text.data[end];
		if (byte == '(' || byte == '[')
			depth++;
		if ((byte != ')' && byte != ']') || --depth)
			continue;
		return is_bracket_sentence(
			slice_cut(text, at, end), slice_cut(text, end + 1, text.len));
	}
	return true;
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
	place->after = word_after(place->lexicon, text, at);
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

/* In "in 2014 r." at its beginning a sentence has not ended yet; later it may have. */
static bool
is_far(const struct place *place)
{
	size_t characters = 0;
	for (size_t at = place->start; at < place->mark->start && characters < FAR; at++)
		characters += ((unsigned char)place->text.data[at] & 0xc0) != 0x80;
	return characters == FAR;
}

/* A single letter, most often of a name: J. Smith. */
static bool
ends_with_letter(const struct place *place)
{
	if (!place->before.alphabetic)
		return true;
	return is_starter(place) && place->after.letters > 1;
}

/* 12. Juni, XII. Pluku */
static bool
ends_with_number(const struct place *place)
{
	const struct word_before *before = &place->before;
	if (before->digits &&
		(!place->lexicon->ordinals || before->letters > 2 || !before->whole))
		return true;
	return is_starter(place);
}

/* Before a word that may start a sentence. */
static bool
ends_with_abbreviation(const struct place *place)
{
	unsigned class = place->before.class;
	if (class & (WORD_TITLE | WORD_NEVER) ||
		(place->after.kind == WORD_NONE && !(class & WORD_END)))
		return false;
	if (class & WORD_NUMBER)
		return !place->after.roman && place->after.letters > 1;
	if (class & (WORD_MONTH | WORD_EITHER))
		return is_starter(place);
	if (class & WORD_UNIT)
		return place->before.numbered && (is_starter(place) || is_far(place));
	if (class & WORD_TIME)
		return !(place->after.class & (WORD_CLOCK | WORD_TITLE));
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
		return is_starter(place);
	if (before->digits || word_is_roman(slice_cut(place->text, before->start, before->end)))
		if (before->digits || place->lexicon->roman_ordinals)
			return ends_with_number(place);
	return before->letters != 1 || !before->whole || ends_with_letter(place);
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
	return !(before->digits && place->lexicon->ordinals && before->letters <= 2);
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

/* Untidy text: `it was great. we will be back` */
static bool
ends_before_lower(const struct place *place)
{
	const struct word_before *before = &place->before;
	const struct mark *mark = place->mark;
	if (place->bracketed)
		return false;
	bool abbreviated = before->class & WORD_ABBREVIATION || before->dotted ||
			   (before->letters < 3 && !(before->class & WORD_STARTER)) ||
			   !before->lower;
	if (mark->closed && !mark->footnote)
		return false;
	if (mark->ellipsis)
		return false;
	if (mark->query)
		return !is_name_with_mark(place);
	return !abbreviated &&
	       (!place->lexicon->guesses || before->letters > 5 || is_starter(place));
}

/* URLs, addresses, file names: periods within them end nothing. */
static bool
is_address(struct slice text, size_t at)
{
	size_t start = at, end = at, periods = 0;
	while (start > 0 && at - start < 100 && text.data[start - 1] != ' ')
		start--;
	while (end < text.len && end - at < 100 && text.data[end] != ' ')
		end++;
	for (size_t i = start; i < end; i++) {
		if (memchr("@/\\_=", text.data[i], 5))
			return true;
		periods += text.data[i] == '.' && i + 1 < end;
	}
	return periods > 1 || (end - start > 4 && memcmp(text.data + start, "www.", 4) == 0);
}

static bool
ends_glued_word(const struct place *place)
{
	const struct word_before *before = &place->before;
	/* 1,000.That */
	if (before->digits)
		return before->letters >= 3 && is_starter(place);
	/* Monday.Then, but Example.Com */
	if (before->capital && !(place->after.class & (WORD_STARTER | WORD_TITLE)))
		return false;
	return before->lowers >= 3 && !place->mark->closed &&
	       !(before->class & WORD_ABBREVIATION) &&
	       (!place->after.period || place->after.class & WORD_TITLE);
}

/* A space is missing: `It was over.They went home.` */
static bool
ends_glued(const struct place *place)
{
	const struct mark *mark = place->mark;
	size_t len;
	if (place->after.kind == WORD_CASELESS && mark->next < place->text.len &&
		character_is_han_or_kana(utf8_decode(place->text, mark->next, &len)))
		return !place->before.digits;
	if (place->after.kind != WORD_UPPER || mark->ellipsis || place->opened)
		return false;
	return (mark->query ? place->before.letters > 0 : ends_glued_word(place)) &&
	       !is_address(place->text, mark->start);
}

/*
 * Whether what follows a quotation begins with one of the starters (「…。」しかし), not with a
 * particle that goes on with the sentence (「…。」と).
 */
static bool
begins_with_starter(const struct place *place)
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

/* Whether a clause that tells who spoke follows a quotation: “……。”市长说，… */
static bool
is_speech_in_han(const struct place *place)
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

/* Marks that end sentences and nothing else: 。 */
static bool
ends_finally(const struct place *place)
{
	size_t len;
	if (place->follows & (CHARACTER_CONTINUE | CHARACTER_CLOSE) &&
		!(place->follows & CHARACTER_OPEN))
		return false;
	if (place->mark->closed && !place->mark->spaced && place->after.kind == WORD_CASELESS)
		return character_is_kana(utf8_decode(place->text, place->mark->next, &len))
			       ? begins_with_starter(place)
			       : !is_speech_in_han(place);
	return place->after.kind != WORD_LOWER || !place->mark->closed;
}

/*
 * «Це так, — сказав він. — Але»: what follows the dash goes on with a quotation that a dash
 * broke off.
 */
static bool
is_dialogue(const struct place *place)
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
	struct word_after after = word_after(place->lexicon, text, at);
	if (after.kind != WORD_UPPER && !(after.kind == WORD_DIGIT && hyphen))
		return false;
	return !is_dialogue(place) &&
	       ((!(place->before.class & WORD_ABBREVIATION) && place->before.letters > 1) ||
		       place->mark->doubled);
}

/* A sentence may begin with an ellipsis: `Sie gingen. ...und dann` */
static bool
is_leading_ellipsis(struct slice text, size_t at)
{
	size_t len, end = at;
	bool ellipsis = false;
	while (end < text.len && end < at + 8) {
		unsigned class = character_class(utf8_decode(text, end, &len));
		if (!(class & (CHARACTER_STOP | CHARACTER_ELLIPSIS)))
			return ellipsis && utf8_is_letter(utf8_decode(text, end, &len));
		ellipsis |= end > at || class & CHARACTER_ELLIPSIS;
		end += len;
	}
	return false;
}

/* A glance at what has no space behind it: example.com, U.S.A. */
static bool
is_glued_for_sure(const struct place *place)
{
	size_t at = place->mark->start;
	if (place->after.kind != WORD_UPPER && place->after.kind != WORD_CASELESS)
		return true;
	return at >= 2 && place->text.data[at] == '.' && place->text.data[at - 2] == '.';
}

bool
ending_decide(
	const struct lexicon *lexicon, struct slice text, size_t start, const struct mark *mark)
{
	struct place place = {lexicon, text, start, mark, .follows = 0};
	if (mark->next == text.len)
		return true;
	look_behind(&place);
	if (mark->final)
		return ends_finally(&place);
	if (!mark->spaced && is_glued_for_sure(&place))
		return false;
	place.before = word_before(lexicon, text, mark->start);
	if (!mark->spaced)
		return ends_glued(&place);
	if (place.follows & CHARACTER_DASH)
		return ends_before_dash(&place);
	if (place.follows & CHARACTER_MARK)
		return is_leading_ellipsis(text, mark->next);
	if (place.follows & CHARACTER_CONTINUE)
		return false;
	if (place.bracketed && !is_sentence_in_bracket(text, mark->next))
		return false;
	if (mark->doubled && place.after.kind != WORD_LOWER)
		return true;
	if (place.after.kind == WORD_LOWER)
		return ends_before_lower(&place);
	if (mark->query && is_name_with_mark(&place) && !is_starter(&place))
		return false;
	if (mark->query || mark->ellipsis)
		return !(mark->quoted && is_speech(&place));
	if (mark->closed && !mark->footnote && place.before.letters > 1 &&
		!(place.before.class & WORD_ABBREVIATION))
		return true;
	if (place.after.kind == WORD_DIGIT)
		return ends_before_digit(&place);
	return ends_before_capital(&place);
}
