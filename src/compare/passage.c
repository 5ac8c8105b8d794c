#include "passage.h"

#include <stdlib.h>

#include "align.h"
#include "memory.h"

static void
reserve(struct passage *passage, size_t wanted)
{
	passage->words = memory_reserve(
		passage->words, &passage->word_capacity, wanted, sizeof *passage->words);
	passage->forms = memory_reserve(
		passage->forms, &passage->form_capacity, wanted, sizeof *passage->forms);
	passage->stems = memory_reserve(
		passage->stems, &passage->stem_capacity, wanted, sizeof *passage->stems);
	passage->breaks = memory_reserve(
		passage->breaks, &passage->break_capacity, wanted, sizeof *passage->breaks);
}

/* Adds a word for which there is room. */
static void
add(struct passage *passage, struct word word, bool broken)
{
	size_t at = passage->count++;
	passage->words[at] = word;
	passage->forms[at] = word.form;
	passage->stems[at] = word.stem;
	passage->breaks[at] = broken;
}

/* Whether what stands between two words says that something was left out: "…", "...", ". . ."
 */
static bool
is_omission(struct slice between)
{
	size_t points = 0;
	for (size_t i = 0; i < between.len; i++) {
		points = between.data[i] == '.'   ? points + 1
			 : between.data[i] == ' ' ? points
						  : 0;
		if (points == 3 ||
			(i >= 2 && memcmp(between.data + i - 2, "\342\200\246", 3) == 0))
			return true;
	}
	return false;
}

static bool
has(struct slice text, char byte)
{
	return text.len > 0 && memchr(text.data, byte, text.len);
}

static bool
is_apostrophe(struct slice between)
{
	return slice_is(between, "'") || slice_is(between, "\342\200\231");
}

static void
add_part(struct passage *passage, const struct lexicon *lexicon, struct slice sentence,
	struct quoted quoted)
{
	struct slice text = slice_cut(sentence, quoted.start, quoted.end);
	words_split(&passage->part, lexicon, text);
	reserve(passage, passage->count + passage->part.count);
	bool broken = true;
	size_t last = 0;
	for (size_t i = 0; i < passage->part.count; i++) {
		struct word word = passage->part.items[i];
		struct slice between = slice_cut(text, last, word.start);
		passage->clitics += i > 0 && is_apostrophe(between);
		last = word.end;
		broken = broken || is_omission(between) || has(between, '[') ||
			 has(between, ']');
		word.start += quoted.start;
		word.end += quoted.start;
		add(passage, word, broken);
		broken = false;
	}
}

void
passage_make(struct passage *passage, const struct lexicon *lexicon, struct slice sentence,
	const struct quoted *parts, size_t count)
{
	passage->count = passage->clitics = 0;
	for (size_t i = 0; i < count; i++)
		add_part(passage, lexicon, sentence, parts[i]);
}

bool
passage_same(const struct passage *a, const struct passage *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->forms[i] != b->forms[i])
			return false;
	return true;
}

uint64_t
passage_hash(const struct passage *passage)
{
	uint64_t hash = passage->count;
	for (size_t i = 0; i < passage->count; i++) {
		hash = (hash ^ passage->forms[i]) * 0x9e3779b97f4a7c15u;
		hash ^= hash >> 29;
	}
	return hash;
}

/* Whether the run of words at `from` stands in `in`; looks no further than ALIGN_MAX words. */
static bool
stands_in(const struct passage *passage, size_t from, size_t end, const struct passage *in)
{
	size_t len = end - from, last = in->count < ALIGN_MAX ? in->count : ALIGN_MAX;
	for (size_t at = 0; at + len <= last; at++) {
		size_t same = 0;
		while (same < len && passage->forms[from + same] == in->forms[at + same])
			same++;
		if (same == len)
			return true;
	}
	return false;
}

bool
passage_cut(const struct passage *shorter, const struct passage *longer)
{
	for (size_t start = 0, end; start < shorter->count; start = end) {
		for (end = start + 1; end < shorter->count && !shorter->breaks[end];)
			end++;
		if (!stands_in(shorter, start, end, longer))
			return false;
	}
	return true;
}

void
passage_free(struct passage *passage)
{
	free(passage->words);
	free(passage->forms);
	free(passage->stems);
	free(passage->breaks);
	words_free(&passage->part);
}
