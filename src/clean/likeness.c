#include "likeness.h"

#include "buffer.h"
#include "utf8.h"

enum {
	TELLING = 4 /* bytes, from which on a beginning says something */
};

static bool
holds(struct slice in, struct slice word)
{
	for (size_t at = 0; at + word.len <= in.len; at++)
		if (memcmp(in.data + at, word.data, word.len) == 0)
			return true;
	return false;
}

double
likeness(struct slice a, struct slice b)
{
	size_t same = 0, all = 0;
	struct buffer shorter = {0}, longer = {0};
	utf8_add_folded(&shorter, a.len < b.len ? a : b);
	utf8_add_folded(&longer, a.len < b.len ? b : a);
	struct slice words = buffer_slice(&shorter), in = buffer_slice(&longer);
	for (size_t at = 0, end; at < words.len; at = end + 1) {
		end = at;
		while (end < words.len && words.data[end] != ' ')
			end++;
		if (end > at) {
			all++;
			same += holds(in, slice_cut(words, at, end));
		}
	}
	buffer_free(&shorter);
	buffer_free(&longer);
	return all ? (double)same / (double)all : 0;
}

/* Adds the text's letters and digits alone, folded. */
static void
add_bare(struct buffer *to, struct slice text)
{
	struct buffer folded = {0};
	utf8_add_folded(&folded, text);
	for (size_t at = 0, len; at < folded.len; at += len) {
		int32_t c = utf8_decode(buffer_slice(&folded), at, &len);
		if (utf8_is_letter(c) || utf8_is_digit(c))
			buffer_add(to, slice_cut(buffer_slice(&folded), at, at + len));
	}
	buffer_free(&folded);
}

bool
likeness_same(struct slice a, struct slice b)
{
	struct buffer one = {0}, other = {0};
	add_bare(&one, a);
	add_bare(&other, b);
	bool same = one.len > 0 && slice_equal(buffer_slice(&one), buffer_slice(&other));
	buffer_free(&one);
	buffer_free(&other);
	return same;
}

bool
likeness_begins(struct slice part, struct slice whole)
{
	struct buffer one = {0}, other = {0};
	add_bare(&one, part);
	add_bare(&other, whole);
	bool begins =
		one.len >= TELLING && slice_starts(buffer_slice(&other), buffer_slice(&one));
	buffer_free(&one);
	buffer_free(&other);
	return begins;
}

bool
likeness_holds(struct slice whole, struct slice part)
{
	size_t letters = 0;
	bool all = true;
	struct buffer words = {0}, in = {0};
	buffer_add_byte(&in, ' ');
	utf8_add_folded(&in, whole);
	buffer_add_byte(&in, ' ');
	buffer_add_byte(&words, ' ');
	utf8_add_folded(&words, part);
	buffer_add_byte(&words, ' ');
	struct slice text = buffer_slice(&words);
	for (size_t at = 0, end; at + 1 < text.len; at = end) {
		for (end = at + 1; text.data[end] != ' '; end++)
			;
		if (end - at < 3)
			continue;
		letters += end - at - 1;
		all = all && holds(buffer_slice(&in), slice_cut(text, at, end + 1));
	}
	buffer_free(&words);
	buffer_free(&in);
	return all && letters > 0;
}
