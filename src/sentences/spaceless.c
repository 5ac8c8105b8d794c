#include "spaceless.h"

#include "character.h"
#include "utf8.h"

bool
spaceless_is_inner(const struct place *place)
{
	size_t at = place->mark->start;
	if (place->after.kind != WORD_UPPER && place->after.kind != WORD_CASELESS)
		return true;
	return at >= 2 && place->text.data[at] == '.' && place->text.data[at - 2] == '.';
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
ends_word(const struct place *place)
{
	const struct word_before *before = &place->before;
	/* 1,000.That */
	if (before->digits)
		return before->letters >= 3 && place_is_starter(place);
	/* Monday.Then, but Example.Com */
	if (before->capital && !(place_after(place) & (WORD_STARTER | WORD_TITLE)))
		return false;
	return before->lowers >= 3 && !place->mark->closed &&
	       !(before->class & WORD_ABBREVIATION) &&
	       (!place->after.period || place_after(place) & WORD_TITLE);
}

bool
spaceless_ends(const struct place *place)
{
	const struct mark *mark = place->mark;
	size_t len;
	if (place->after.kind == WORD_CASELESS && mark->next < place->text.len &&
		character_is_han_or_kana(utf8_decode(place->text, mark->next, &len)))
		return !place->before.digits;
	if (place->after.kind != WORD_UPPER || mark->ellipsis || place->opened)
		return false;
	return (mark->query ? place->before.letters > 0 : ends_word(place)) &&
	       !is_address(place->text, mark->start);
}
