#include "dateline.h"

#include <string.h>

#include "byteset.h"
#include "outlet.h"

enum {
	DATELINE = 100 /* bytes of the longest dateline */
};

static bool
is_dash(struct slice text, size_t at)
{
	text = slice_cut(text, at, text.len);
	return slice_starts(text, SLICE("-")) || slice_starts(text, SLICE("–")) ||
	       slice_starts(text, SLICE("—"));
}

/* Where a dateline ends: in front of its dash, or behind its bracket; 0 where there is none. */
static size_t
end_of_dateline(struct slice text)
{
	static struct byteset marks; /* a bracket, and what dashes begin with */
	if (!marks.look)
		byteset_make(&marks, SLICE(")-\xe2"));
	struct slice front = slice_cut(text, 0, text.len < DATELINE ? text.len : DATELINE);
	size_t at = 0;
	for (uint64_t places; (places = byteset_find(&marks, front, &at)) != 0;
		at += BYTESET_STRETCH)
		for (; places; places &= places - 1) {
			size_t mark = at + (size_t)__builtin_ctzll(places);
			char before = mark > 1 ? text.data[mark - 1] : '\0';
			if (text.data[mark] == ')' && mark > 0 && mark + 1 < front.len)
				return mark + 1;
			if ((before == ' ' || before == '.') && is_dash(text, mark))
				return mark - 1;
		}
	return 0;
}

struct slice
dateline_in_front(struct slice text)
{
	return slice_cut(text, 0, end_of_dateline(text));
}

struct slice
dateline_outlet(struct slice dateline)
{
	const char *open = dateline.len ? memchr(dateline.data, '(', dateline.len) : NULL;
	const char *close = dateline.len ? memchr(dateline.data, ')', dateline.len) : NULL;
	if (!open || !close || close < open)
		return SLICE("");
	struct slice inside = slice_cut(
		dateline, (size_t)(open - dateline.data) + 1, (size_t)(close - dateline.data));
	return outlet_is_name(inside) ? inside : SLICE("");
}
