#include "ellipsis.h"

#include "character.h"
#include "utf8.h"

bool
ellipsis_omits(const struct place *place)
{
	size_t start = place->mark->start, len = place->mark->end - start;
	return start > 0 && place->text.data[start - 1] == ' ' && (len == 3 || len == 5);
}

bool
ellipsis_is_next(struct slice text, size_t at)
{
	size_t len, word = at + strlen(" . . . ");
	return word < text.len && memcmp(text.data + at, " . . . ", word - at) == 0 &&
	       utf8_is_upper(utf8_decode(text, word, &len));
}

bool
ellipsis_leads(struct slice text, size_t at)
{
	if (at > 0 && ellipsis_is_next(text, at - 1))
		return true;
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
