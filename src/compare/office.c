#include "office.h"

/* The next word of a row, from `*at`; empty at its end. */
static struct slice
next_word(struct slice row, size_t *at)
{
	size_t start = *at;
	while (*at < row.len && row.data[*at] != ' ')
		++*at;
	struct slice word = slice_cut(row, start, *at);
	*at += *at < row.len;
	return word;
}

/* Whether a word is the one that a row asks for: "міністерств*" may end otherwise. */
static bool
is_word(struct slice word, struct slice asked)
{
	if (asked.data[asked.len - 1] != '*')
		return slice_equal(word, asked);
	asked.len--;
	return word.len >= asked.len && memcmp(word.data, asked.data, asked.len) == 0;
}

/* How many words the row takes; 0 where these begin otherwise. */
static size_t
words_taken(struct slice row, const struct slice *words, size_t count)
{
	size_t taken = 0, at = 0;
	for (struct slice asked; (asked = next_word(row, &at)).len > 0; taken++)
		if (taken == count || !is_word(words[taken], asked))
			return 0;
	return taken;
}

const struct office *
office_find(
	const struct lexicon *lexicon, const struct slice *words, size_t count, size_t *taken)
{
	const struct office *found = NULL, *office;
	*taken = 0;
	for (uint32_t at = lexicon->office_heads[office_slot(words[0])]; at;
		at = office->next) {
		office = &lexicon->offices[at - 1];
		size_t takes = words_taken(office->words, words, count);
		bool longer = takes == *taken && found && office->words.len > found->words.len;
		if (takes > *taken || (takes > 0 && longer)) {
			*taken = takes;
			found = office;
		}
	}
	return found;
}
