#include "person.h"

#include "outlet.h"
#include "utf8.h"

enum {
	LONGEST = 80
};

static bool
is_odd(int32_t c)
{
	return c == '!' || c == '?' || c == '@' || c == '"' || c == 0x201c || c == 0xbb ||
	       c == '/' || c == '_' || c == ':' || c == '[';
}

struct name
person_look(struct slice text)
{
	struct name name = {0};
	bool inside = false;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		bool letter = utf8_is_letter(c);
		name.digits += utf8_is_digit(c);
		name.letters += letter;
		name.wide = name.wide || c >= 0x2e80;
		if (letter && !inside) {
			name.words++;
			name.capitals += !utf8_is_lower(c);
		}
		inside = letter || c == '\'' || c == 0x2019 || c == '-' || c == '.';
		name.odd = name.odd || is_odd(c) || (c == '(' && at == 0);
	}
	return name;
}

bool
person_is_name(struct slice text)
{
	struct name name = person_look(text);
	if (text.len > LONGEST || name.odd || name.digits || !name.letters ||
		outlet_is_name(text))
		return false;
	return name.wide ? name.letters <= 12 : name.words >= 2 && name.words <= 6;
}
