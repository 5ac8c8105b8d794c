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
ellipsis_leads(struct slice text, size_t at)
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
