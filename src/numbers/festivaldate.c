/*
 * The dates of feasts and holidays as their table has them.
 */
#include "absolute.h"

int
festival_digits(struct slice text, size_t at)
{
	return (text.data[at] - '0') * 10 + text.data[at + 1] - '0';
}

/* Whether a text is like the form, in which 0 stands for any digit. */
static bool
has_form(struct slice text, const char *form)
{
	if (text.len != strlen(form))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (form[i] == '0' ? (unsigned)(text.data[i] - '0') > 9
				   : text.data[i] != form[i])
			return false;
	return true;
}

bool
festival_is_date(struct slice text)
{
	/* 0 is any digit */
	static const char *const forms[] = {"00-00", "+00", "-00", "00/0/0", "00/0/0+0"};
	bool known = false;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		known = known || has_form(text, forms[i]);
	if (!known || text.len < 5)
		return known;
	if (text.len == 5)
		return calendar_valid((struct date){
			2000, festival_digits(text, 0), festival_digits(text, 3)});
	return calendar_valid((struct date){2000, festival_digits(text, 0), 1}) &&
	       text.data[3] > '0' && text.data[5] > '0' && text.data[5] < '8';
}
