#include "list.h"

#include "character.h"
#include "mark.h"
#include "utf8.h"

enum {
	MARKER_MAX = 6,  /* the longest is xxviii */
	BULLETS_MAX = 64 /* bytes before it; more are looked at by nobody */
};

/* What a marker says: its kind and number. */
struct marker {
	enum list_kind kind;
	bool capital;
	unsigned number;
};

static bool
read_number(struct slice text, struct marker *marker)
{
	unsigned number = 0;
	if (text.len == 0 || text.len > 3)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] < '0' || text.data[i] > '9')
			return false;
		number = number * 10 + (unsigned)(text.data[i] - '0');
	}
	*marker = (struct marker){LIST_NUMBER, false, number};
	return true;
}

static unsigned
roman_digit(char letter)
{
	switch (letter | 0x20) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	}
	return 0;
}

static bool
read_roman(struct slice text, struct marker *marker)
{
	unsigned number = 0;
	if (text.len == 0 || text.len > 6)
		return false;
	bool capital = utf8_is_upper(text.data[0]);
	for (size_t i = 0; i < text.len; i++) {
		unsigned digit = roman_digit(text.data[i]);
		unsigned next = i + 1 < text.len ? roman_digit(text.data[i + 1]) : 0;
		if (!digit || utf8_is_upper(text.data[i]) != capital)
			return false;
		number += digit < next ? 0u - digit : digit;
	}
	*marker = (struct marker){LIST_ROMAN, capital, number};
	return true;
}

static bool
read_letter(struct slice text, struct marker *marker)
{
	if (text.len != 1 || !utf8_is_letter(text.data[0]))
		return false;
	bool capital = utf8_is_upper(text.data[0]);
	*marker = (struct marker){
		LIST_LETTER, capital, (unsigned)(text.data[0] - (capital ? 'A' : 'a')) + 1};
	return true;
}

/* A marker that could go on with the list, else any. `i` is roman rather than a letter. */
static bool
read_marker(struct slice text, const struct list *list, struct marker *marker)
{
	if (list->kind == LIST_LETTER && read_letter(text, marker) &&
		marker->number == list->next)
		return true;
	return read_number(text, marker) || read_roman(text, marker) ||
	       read_letter(text, marker);
}

static bool
goes_on(const struct list *list, struct marker marker, char closer)
{
	return list->kind == marker.kind && list->next == marker.number &&
	       list->closer == closer && list->capital == marker.capital;
}

/* The marker's item begins with a capital letter, a digit or a quotation mark. */
static bool
item_follows(struct slice text, size_t at)
{
	size_t next = mark_skip_space(text, at), len;
	if (next == at || next == text.len)
		return false;
	int32_t character = utf8_decode(text, next, &len);
	return !utf8_is_lower(character) &&
	       (utf8_is_letter(character) || utf8_is_digit(character) ||
		       character_class(character) & CHARACTER_QUOTE);
}

/* Behind bullets, brackets and spaces, where a sentence's first word begins. */
static size_t
skip_bullets(struct slice text, size_t at, size_t end)
{
	size_t len;
	while (at < end &&
		character_class(utf8_decode(text, at, &len)) &
			(CHARACTER_BULLET | CHARACTER_SPACE | CHARACTER_OPEN | CHARACTER_DASH))
		at += len;
	return at;
}

static bool
is_ascii_word(char byte)
{
	char letter = (char)(byte | 0x20);
	return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9');
}

/* A marker of more than one sign is a number, roman or not. */
static bool
may_end_marker(char byte)
{
	return (byte >= '0' && byte <= '9') || roman_digit(byte);
}

bool
list_marker(struct list *list, struct slice text, size_t start, size_t at, size_t *begins,
	size_t *ends)
{
	size_t from = at;
	while (from > start && at - from <= MARKER_MAX && is_ascii_word(text.data[from - 1]))
		from--;
	if (from == at || at - from > MARKER_MAX ||
		(at - from > 1 && !may_end_marker(text.data[at - 1])))
		return false;
	struct marker marker;
	*ends = at + 1;
	char closer = text.data[at];
	if (closer == '.' && *ends < text.len && text.data[*ends] == ')') {
		closer = ')';
		++*ends;
	}
	if (!item_follows(text, *ends) ||
		!read_marker(slice_cut(text, from, at), list, &marker))
		return false;
	bool leads = from - start <= BULLETS_MAX && skip_bullets(text, start, from) == from;
	bool on = goes_on(list, marker, closer) && from > 0 &&
		  (text.data[from - 1] == ' ' || text.data[from - 1] == '(');
	if (!leads && !on &&
		!(closer == ')' && marker.number == 1 && text.data[from - 1] == ' '))
		return false;
	*list = (struct list){marker.kind, closer, marker.capital, marker.number + 1};
	if (!leads && !on)
		return false;
	*begins = leads ? start : from - (text.data[from - 1] == '(');
	return true;
}
