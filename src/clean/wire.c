#include "wire.h"

#include <string.h>

#include "outlet.h"
#include "utf8.h"

enum {
	HEAD = 6,           /* lines at the top among which slugs stand */
	SLUG_WORDS = 6,     /* of the longest */
	NOTE_WORDS = 12,    /* of the longest note in brackets */
	ADDRESS_WORDS = 10, /* of a line that gives somebody's address */
	INITIALS = 4        /* letters of the longest part of a signature */
};

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "BC-EU--Ferry, 1st Ld-Writethru": two or three capitals, a dash and the matter; but "POL-HB:
 * Two hurt" is a headline. */
static bool
is_keyword(struct slice text)
{
	size_t len = 0;
	while (len < text.len && is_capital(text.data[len]))
		len++;
	return len >= 2 && len <= 3 && len + 1 < text.len && text.data[len] == '-' &&
	       is_capital(text.data[len + 1]) && !memchr(text.data, ':', text.len);
}

/* "bdt0231 3 pl 180 dpa 0412": words of small letters and numbers. */
static bool
is_service_line(struct slice text)
{
	size_t numbers = 0, words = 0;
	bool inside = false, number = false;
	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.data[i] : ' ';
		if (is_capital(c) || (c & 0x80))
			return false;
		if (c == ' ') {
			words += inside;
			numbers += inside && number;
		}
		number = c == ' ' ? false : number || is_digit(c);
		inside = c != ' ';
	}
	return words > 2 && numbers > 1 && numbers * 2 >= words;
}

/* "Weather/Traffic/" */
static bool
is_rubric(struct slice text)
{
	return slice_ends(text, SLICE("/")) && !memchr(text.data, ' ', text.len) &&
	       !memchr(text.data, ':', text.len);
}

static bool
is_slug(const struct line *line)
{
	return line->looks.words <= SLUG_WORDS && !line->looks.stops &&
	       (is_keyword(line->text) || is_service_line(line->text) || is_rubric(line->text));
}

/* "(Adds quotes, background)", but no agency: "(AFP)". */
static bool
is_note(const struct line *line)
{
	struct slice text = line->text;
	if (text.len < 3 || text.data[0] != '(' || text.data[text.len - 1] != ')')
		return false;
	struct slice inside = slice_cut(text, 1, text.len - 1);
	return line->looks.words <= NOTE_WORDS && !line->looks.quotes &&
	       !outlet_are_agencies(inside);
}

/* "-0-", "-30-" */
static bool
is_end_mark(struct slice text)
{
	return text.len >= 3 && text.len <= 4 && text.data[0] == '-' &&
	       text.data[text.len - 1] == '-' && is_digit(text.data[1]);
}

/* "arz-tv/lp", "arz/ lp/": the initials of writers and editors. */
static bool
is_signature(struct slice text)
{
	size_t parts = 1, letters = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.data[i];
		if (c == ' ' && letters == 0 && i > 0) {
			continue;
		} else if (c == '/' || c == '-') {
			if (letters == 0)
				return false;
			parts++;
			letters = 0;
		} else if (c < 'a' || c > 'z' || ++letters > INITIALS) {
			return false;
		}
	}
	return parts > 2 || (parts > 1 && letters > 0);
}

/* "Ana Ruiz, +49 40 123, <ana@news.example>" */
static bool
is_address(const struct line *line)
{
	const char *at = memchr(line->text.data, '@', line->text.len);
	size_t place = at ? (size_t)(at - line->text.data) : 0;
	return place > 0 && place + 3 < line->text.len && line->text.data[place - 1] != ' ' &&
	       line->text.data[place + 1] != ' ' &&
	       memchr(at, '.', line->text.len - place) != NULL &&
	       line->looks.words <= ADDRESS_WORDS && !line_is_sentence(line);
}

void
wire_drop(struct sheet *sheet)
{
	for (size_t i = 0; sheet->begins && i < sheet->count && i < HEAD; i++) {
		struct line *line = &sheet->lines[i];
		if (line_is_sentence(line))
			break;
		if (line->role == ROLE_BODY)
			line->drop = line->drop || is_slug(line) || is_note(line);
	}
	for (size_t i = sheet->ends ? sheet->count : 0; i-- > 0;) {
		struct line *line = &sheet->lines[i];
		if (line->drop || line->role != ROLE_BODY)
			continue;
		if (line_is_sentence(line) && !is_note(line))
			return;
		line->drop = is_end_mark(line->text) || is_signature(line->text) ||
			     is_note(line) || is_address(line);
	}
}
