#include "dateline.h"

#include "character.h"
#include "mark.h"
#include "utf8.h"

enum {
	PLACE_MAX = 64
};

struct word {
	size_t end;
	size_t letters, uppers, digits;
	bool lower; /* it begins with a small letter */
};

/* The run of letters, digits, hyphens and apostrophes at `at`. */
static struct word
read_word(struct slice text, size_t at)
{
	struct word word = {.end = at};
	for (size_t len; word.end < text.len; word.end += len) {
		int32_t character = utf8_decode(text, word.end, &len);
		unsigned kind = utf8_kind(character);
		if (kind & UTF8_LETTER) {
			word.uppers += (kind & UTF8_UPPER) != 0;
			word.lower |= word.letters == 0 && kind & UTF8_LOWER;
			word.letters++;
		} else if (kind & UTF8_DIGIT) {
			word.digits++;
		} else if (word.end == at ||
			   !(character == '-' ||
				   character_class(character) & CHARACTER_APOSTROPHE)) {
			break;
		}
	}
	return word;
}

static bool
is_capitals(struct word word)
{
	return word.letters >= 2 && word.uppers == word.letters;
}

static bool
is_name(struct word word)
{
	return word.letters >= 2 && word.uppers > 0 && !word.lower && !word.digits;
}

/* Behind the dash that closes a dateline: `MOSCOW. Jan 31 (Interfax) - `. */
static size_t
end_at_dash(struct slice text)
{
	size_t len;
	bool number = false, bracket = false;
	for (size_t at = 0; at < text.len; at += len) {
		struct word word = read_word(text, at);
		if (word.end > at) {
			if (word.lower && !number && !bracket)
				return 0;
			number = word.digits > 0 || (number && word.letters <= 3);
			len = word.end - at;
			continue;
		}
		unsigned class = character_class(utf8_decode(text, at, &len));
		if (class & CHARACTER_DASH && at > 0)
			return at + len;
		if (class & (CHARACTER_QUERY | CHARACTER_QUOTE | CHARACTER_ELLIPSIS))
			return 0;
		if (class & CHARACTER_BRACKET)
			bracket = (class & CHARACTER_OPEN) != 0;
	}
	return 0;
}

/* Behind ` (АПЕ)` or ` /ТАСС/` at `at`; `at` where there is none. */
static size_t
skip_agency(struct slice text, size_t at)
{
	if (at + 2 >= text.len || text.data[at] != ' ' ||
		(text.data[at + 1] != '(' && text.data[at + 1] != '/'))
		return at;
	char closer = text.data[at + 1] == '(' ? ')' : '/';
	const char *close = memchr(text.data + at + 2, closer, text.len - at - 2);
	return close && is_name(read_word(text, at + 2)) ? (size_t)(close - text.data) + 1 : at;
}

/* Behind `, 3 мая` or `, May 3` at `at`; `at` where there is none. */
static size_t
skip_day(struct slice text, size_t at)
{
	if (at + 2 >= text.len || text.data[at] != ',')
		return at;
	struct word first = read_word(text, mark_skip_space(text, at + 1));
	struct word second = read_word(text, mark_skip_space(text, first.end));
	bool day = first.letters == 0 && first.digits > 0 && second.letters > 0;
	bool month = first.letters > 0 && second.digits > 0;
	return day || month ? second.end : at;
}

/* Behind the full stop that closes `КИЇВ (АПЕ).` or `МОСКВА, 3 мая. /ТАСС/.`; 0 without one. */
static size_t
end_at_agency(struct slice text, size_t place)
{
	size_t day = skip_day(text, place);
	if (day > place && day < text.len && text.data[day] == '.')
		day++;
	size_t agency = skip_agency(text, day);
	bool closed = agency > day && agency < text.len && text.data[agency] == '.';
	return closed ? agency + 1 : 0;
}

/*
 * Behind ` 31 січня. УНІАН.` at `at`; `at` where there is none. Without an agency that may be
 * the sentence `12 months.`, so `surely` tells whether the place leaves no doubt.
 */
static size_t
skip_date(struct slice text, size_t at, bool surely)
{
	struct word day = read_word(text, mark_skip_space(text, at));
	if (!day.digits || day.letters)
		return at;
	struct word month = read_word(text, mark_skip_space(text, day.end));
	if (!month.letters || month.digits || month.end == text.len ||
		text.data[month.end] != '.')
		return at;
	size_t end = month.end + 1;
	struct word agency = read_word(text, mark_skip_space(text, end));
	if (!is_capitals(agency))
		return surely ? end : at;
	bool stop = agency.end < text.len && text.data[agency.end] == '.';
	return stop ? agency.end + 1 : end;
}

/* Behind the full stop that closes a dateline: `КИЇВ. 31 січня. УНІАН. `. */
static size_t
end_at_stop(struct slice text)
{
	bool capitals = true;
	size_t at = 0;
	if (!memchr(text.data, '.', text.len < PLACE_MAX ? text.len : PLACE_MAX))
		return 0;
	struct word word = read_word(text, at);
	for (int words = 0; is_name(word) && words < 4; words++) {
		capitals &= is_capitals(word);
		at = word.end;
		size_t next = mark_skip_space(text, at);
		if (next == at)
			break;
		word = read_word(text, next);
	}
	size_t agency = capitals ? end_at_agency(text, at) : 0;
	if (agency || at == text.len || text.data[at] != '.')
		return agency;
	size_t date = skip_date(text, at + 1, capitals);
	return date > at + 1 ? date : 0;
}

size_t
dateline_end(struct slice text)
{
	/* most paragraphs begin otherwise: The, “We */
	if (text.len < 2 ||
		!(text.data[0] & 0x80 || (text.data[0] >= 'A' && text.data[0] <= 'Z')) ||
		text.data[1] == ' ')
		return 0;
	if (text.len > DATELINE_MAX)
		text.len = DATELINE_MAX;
	bool shouts = !(text.data[1] >= 'a' && text.data[1] <= 'z');
	size_t end = shouts && is_capitals(read_word(text, 0)) ? end_at_dash(text) : 0;
	return end ? end : end_at_stop(text);
}
