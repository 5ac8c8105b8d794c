#include "dateline.h"

#include <string.h>

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
	size_t end = text.len < DATELINE ? text.len : DATELINE;
	for (size_t at = 1; at + 1 < end; at++) {
		char c = text.data[at];
		if (c == ')')
			return at + 1;
		if ((c == ' ' || c == '.') && is_dash(text, at + 1))
			return at;
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
