#include "part.h"

#include "byword.h"
#include "normal.h"

/* The next separator of names at or behind `at`: its length, 0 at the text's end. */
static size_t
separator(struct slice text, size_t *at)
{
	for (; *at < text.len; ++*at) {
		char c = text.data[*at];
		if (c == ',' || c == ';' || c == '|' || c == '&' || c == '\n' || c == '/')
			return 1;
		if (c != ' ')
			continue;
		size_t end = byword_end(text, *at + 1);
		bool initial = *at + 1 < text.len && text.data[*at + 1] >= 'A' &&
			       text.data[*at + 1] <= 'Z'; /* "Ana E Ruiz" */
		if (!initial && byword_of(slice_cut(text, *at + 1, end)) == BYWORD_AND)
			return end - *at;
	}
	return 0;
}

bool
part_next(struct slice names, size_t *end, struct part *part)
{
	size_t from = *end, at = *end;
	if (*end > names.len || names.len == 0)
		return false;
	if (from > 0) {
		size_t len = separator(names, &from);
		if (len == 0)
			return false;
		part->mark = names.data[from];
		at = from += len;
	} else {
		part->mark = 0;
		for (size_t len; (len = separator(names, &at)) > 0 && at == from;)
			from = at += len;
		at = from;
	}
	separator(names, &at);
	part->text = trim(slice_cut(names, from, at));
	*end = at;
	return true;
}
