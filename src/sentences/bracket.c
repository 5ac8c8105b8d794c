#include "bracket.h"

#include <stdbool.h>

#include "character.h"
#include "mark.h"
#include "utf8.h"

/* `inside` begins with the bracket, `behind` behind its end. */
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

bool
bracket_is_sentence(struct slice text, size_t at)
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
