#include "changes.h"

#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

enum {
	WORDS_LIMIT = 1000,
	BYTES_LIMIT = 64 * 1024
};

/* Leaves words alone in the tokens: runs of letters and of digits. */
static void
split_words(struct tokens *tokens, struct slice text)
{
	tokens_split(tokens, text);
	size_t words = 0;
	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->items[i].kind != TOKEN_MARK)
			tokens->items[words++] = tokens->items[i];
	tokens->count = words;
}

static bool
same_word(struct slice a, struct slice b)
{
	size_t at_a = 0, at_b = 0, len_a, len_b;
	while (at_a < a.len && at_b < b.len) {
		int32_t in_a = utf8_decode(a, at_a, &len_a),
			in_b = utf8_decode(b, at_b, &len_b);
		if (in_a == UTF8_BAD ? in_b != in_a || a.data[at_a] != b.data[at_b]
				     : utf8_lower(in_a) != utf8_lower(in_b))
			return false;
		at_a += len_a;
		at_b += len_b;
	}
	return at_a == a.len && at_b == b.len;
}

/* The lengths of the longest common sequences of what follows word i of the old and j of the
 * new. */
static unsigned short *
length_at(const struct changes *changes, size_t i, size_t j)
{
	return &changes->lengths[i * (changes->new_tokens.count + 1) + j];
}

static void
measure(struct changes *changes, struct slice before, struct slice now)
{
	const struct tokens *old = &changes->old_tokens, *new = &changes->new_tokens;
	size_t cells = (old->count + 1) * (new->count + 1);
	changes->lengths = memory_reserve(
		changes->lengths, &changes->room, cells, sizeof *changes->lengths);
	for (size_t i = old->count + 1; i-- > 0;)
		for (size_t j = new->count + 1; j-- > 0;) {
			unsigned short *length = length_at(changes, i, j);
			if (i == old->count || j == new->count)
				*length = 0;
			else if (same_word(token_text(before, old->items[i]),
					 token_text(now, new->items[j])))
				*length =
					(unsigned short)(*length_at(changes, i + 1, j + 1) + 1);
			else if (*length_at(changes, i + 1, j) > *length_at(changes, i, j + 1))
				*length = *length_at(changes, i + 1, j);
			else
				*length = *length_at(changes, i, j + 1);
		}
}

/* Adds a word to the last run, or begins a new one. */
static void
add_word(struct changes *changes, enum change_kind kind, struct token word)
{
	struct change *last = changes->count > 0 ? &changes->items[changes->count - 1] : NULL;
	if (last && last->kind == kind) {
		last->end = word.end;
		return;
	}
	changes->items = memory_reserve(
		changes->items, &changes->capacity, changes->count + 1, sizeof *changes->items);
	changes->items[changes->count++] = (struct change){kind, word.start, word.end};
}

static void
trace(struct changes *changes, struct slice before, struct slice now)
{
	const struct tokens *old = &changes->old_tokens, *new = &changes->new_tokens;
	size_t i = 0, j = 0;
	while (i < old->count || j < new->count) {
		bool both = i < old->count && j < new->count;
		if (both && same_word(token_text(before, old->items[i]),
				    token_text(now, new->items[j]))) {
			add_word(changes, CHANGE_NONE, new->items[j]);
			i++;
			j++;
		} else if (j == new->count || (both && *length_at(changes, i + 1, j) >=
							       *length_at(changes, i, j + 1))) {
			add_word(changes, CHANGE_LEFT, old->items[i++]);
		} else {
			add_word(changes, CHANGE_ADDED, new->items[j++]);
		}
	}
}

bool
changes_find(struct changes *changes, struct slice before, struct slice now)
{
	changes->count = 0;
	if (before.len > BYTES_LIMIT || now.len > BYTES_LIMIT)
		return false;
	split_words(&changes->old_tokens, before);
	split_words(&changes->new_tokens, now);
	if (changes->old_tokens.count > WORDS_LIMIT || changes->new_tokens.count > WORDS_LIMIT)
		return false;
	measure(changes, before, now);
	changes->common = *length_at(changes, 0, 0);
	trace(changes, before, now);
	return true;
}

void
changes_free(struct changes *changes)
{
	free(changes->items);
	free(changes->lengths);
	tokens_free(&changes->old_tokens);
	tokens_free(&changes->new_tokens);
}
