#include "mark.h"

#include "character.h"
#include "ellipsis.h"
#include "utf8.h"

/* The class of the character at `at`, 0 at the text's end, where `*len` is 0 too. */
static unsigned
class_at(struct slice text, size_t at, size_t *len, int32_t *character)
{
	*len = 0;
	*character = UTF8_BAD;
	if (at >= text.len)
		return 0;
	*character = utf8_decode(text, at, len);
	return character_class(*character);
}

size_t
mark_skip_spaces(struct slice text, size_t at)
{
	while (at < text.len) {
		if (text.data[at] == ' ') {
			at++;
			continue;
		}
		size_t len;
		if (!(character_class(utf8_decode(text, at, &len)) & CHARACTER_SPACE))
			break;
		at += len;
	}
	return at;
}

static bool
is_word(int32_t character)
{
	return utf8_kind(character) & (UTF8_LETTER | UTF8_DIGIT);
}

static unsigned
mark_class(const struct lexicon *lexicon, unsigned class, int32_t character)
{
	if (character == ':' && lexicon->colon_ends)
		return CHARACTER_QUERY; /* no abbreviation ends in it */
	if (character == ';' && lexicon->semicolon_asks)
		return CHARACTER_QUERY;
	return class & CHARACTER_MARK;
}

/* Whether behind the mark before `at` a space and the same mark follow, which stands alone. */
static bool
is_mark_again(struct slice text, size_t at)
{
	size_t len;
	if (at + 1 >= text.len || text.data[at] != ' ' ||
		text.data[at + 1] != text.data[at - 1])
		return false;
	if (at + 2 == text.len)
		return true;
	return text.data[at + 2] != '.' && !is_word(utf8_decode(text, at + 2, &len));
}

/* Behind marks that follow one another, spaced ones too: `. . .`, `! !`. */
static size_t
read_marks(struct mark *mark, const struct lexicon *lexicon, struct slice text, size_t at)
{
	size_t len, stops = 0;
	int32_t character = UTF8_BAD;
	for (;;) {
		unsigned class = class_at(text, at, &len, &character);
		class = mark_class(lexicon, class, character);
		if (!class)
			break;
		mark->query |= (class & CHARACTER_QUERY) != 0;
		mark->final |= (class & CHARACTER_FINAL) != 0;
		mark->ellipsis |= (class & CHARACTER_ELLIPSIS) != 0;
		if (class == CHARACTER_STOP && ++stops > 1)
			mark->ellipsis = true;
		at += len;
		if (stops == 1 && at > 1 && text.data[at - 2] != ' ' &&
			ellipsis_is_next(text, at))
			break;
		if (is_mark_again(text, at))
			at++;
	}
	return at;
}

/* Behind `[12]` or `[3–5, 7]` at `at`; `at` where there is none. */
static size_t
skip_note(struct slice text, size_t at)
{
	size_t end = at + 1, digits = 0;
	if (at >= text.len || text.data[at] != '[')
		return at;
	for (; end < text.len && end < at + 24 && text.data[end] != ']'; end++) {
		unsigned char byte = (unsigned char)text.data[end];
		if (byte >= '0' && byte <= '9')
			digits++;
		else if (byte < 0x80 && byte != ',' && byte != ' ' && byte != '-')
			return at;
	}
	return digits && end < text.len && text.data[end] == ']' ? end + 1 : at;
}

/* Behind a footnote's number set without brackets: `consultation.11 12 Take`. */
static size_t
skip_bare_note(struct slice text, size_t stop, size_t at)
{
	size_t end = at;
	if (stop < 2 || text.data[at - 1] == ' ')
		return at;
	unsigned char before = (unsigned char)text.data[stop - 1];
	if (!((before >= 'a' && before <= 'z') || before == ')' || before >= 0x80))
		return at;
	while (end < text.len && end < at + 8 && text.data[end] >= '0' && text.data[end] <= '9')
		end++;
	if (end == at || end > at + 3 || end == text.len)
		return at;
	size_t more = end + 1;
	while (more < text.len && more < end + 4 && text.data[more] >= '0' &&
		text.data[more] <= '9')
		more++;
	if (text.data[end] != ' ')
		return at;
	return more > end + 1 && more < text.len && text.data[more] == ' ' ? more : end;
}

/* Whether the quotation mark at `at`, which may open as well, closes: no word follows it. */
static bool
closes(struct slice text, size_t at, size_t len, unsigned class)
{
	if (class & CHARACTER_CLOSE && !(class & CHARACTER_OPEN) &&
		!(class & CHARACTER_APOSTROPHE))
		return true;
	size_t next_len;
	int32_t next;
	unsigned next_class = class_at(text, at + len, &next_len, &next);
	/* « closes what » opened, “ what „ did */
	return class & (CHARACTER_CLOSE | CHARACTER_QUOTE) && !is_word(next) &&
	       !(next_class & CHARACTER_OPEN && !(next_class & CHARACTER_CLOSE));
}

/* Whether of the straight quotation marks before `at`, as far as one can see, one is open. */
static bool
is_quote_open(struct slice text, size_t at)
{
	bool open = false;
	for (size_t back = at > 300 ? at - 300 : 0; back < at; back++)
		open ^= text.data[back] == '"';
	return open;
}

/* Whether a quotation mark or a bracket that stands behind a space closes: `« Non ! »`. */
static bool
closes_spaced(struct slice text, size_t at, size_t len, unsigned class)
{
	if (class & CHARACTER_BRACKET)
		return (class & CHARACTER_CLOSE) != 0;
	if (text.data[at] == '"' && !is_quote_open(text, at))
		return false;
	if (!(class & CHARACTER_QUOTE) || !(class & CHARACTER_CLOSE))
		return false;
	size_t next_len;
	int32_t next;
	unsigned next_class = class_at(text, at + len, &next_len, &next);
	return next_len == 0 || next_class & (CHARACTER_SPACE | CHARACTER_CONTINUE |
						     CHARACTER_MARK | CHARACTER_BRACKET);
}

/* Behind a face at `at` that stands alone, as :) or ;-( does; `at` where there is none. */
static size_t
skip_face(struct slice text, size_t at)
{
	size_t end = at;
	if (end == text.len || !memchr(":;=", text.data[end], 3))
		return at;
	end++;
	if (end < text.len && text.data[end] == '-')
		end++;
	if (end == text.len || !memchr("()DP", text.data[end], 4))
		return at;
	while (end < text.len && (text.data[end] == ')' || text.data[end] == '('))
		end++;
	return end == text.len || text.data[end] == ' ' ? end : at;
}

static size_t
read_closer(struct mark *mark, struct slice text, size_t at)
{
	size_t len;
	int32_t character = UTF8_BAD;
	unsigned class = class_at(text, at, &len, &character);
	if (class & CHARACTER_SPACE && at + len < text.len) {
		size_t space = len;
		class = class_at(text, at + space, &len, &character);
		if (skip_note(text, at + space) > at + space) {
			size_t end = skip_note(text, at + space);
			mark->footnote = end == text.len || text.data[end] == ' ';
			return mark->footnote ? end : at;
		}
		if (class & CHARACTER_PICTURE && character >= 0x1f000)
			return at + space + len;
		if (skip_face(text, at + space) > at + space)
			return skip_face(text, at + space);
		if (!closes_spaced(text, at + space, len, class))
			return at;
		at += space;
	} else if (class & (CHARACTER_PICTURE | CHARACTER_IGNORED)) {
		return at + len;
	} else if (class & CHARACTER_RAISED || skip_note(text, at) > at) {
		mark->footnote = true;
		return class & CHARACTER_RAISED ? at + len : skip_note(text, at);
	} else if (!closes(text, at, len, class)) {
		return at;
	}
	mark->closed = true;
	mark->quoted |= (class & CHARACTER_QUOTE) != 0;
	mark->brackets += (class & CHARACTER_BRACKET) != 0;
	return at + len;
}

static size_t
read_closers(struct mark *mark, struct slice text, size_t at)
{
	for (;;) {
		size_t end = read_closer(mark, text, at);
		if (end == at)
			break;
		at = end;
	}
	size_t note = skip_bare_note(text, mark->start, at);
	mark->footnote |= note > at;
	return note;
}

bool
mark_read(struct mark *mark, const struct lexicon *lexicon, struct slice text, size_t at)
{
	*mark = (struct mark){.start = at};
	size_t end = read_marks(mark, lexicon, text, at);
	if (end == at)
		return false;
	for (size_t closers;; mark->doubled = true) {
		closers = read_closers(mark, text, end);
		end = read_marks(mark, lexicon, text, closers);
		if (end == closers)
			break;
	}
	mark->end = end;
	mark->next = mark_skip_space(text, end);
	mark->spaced = mark->next > end;
	return true;
}
