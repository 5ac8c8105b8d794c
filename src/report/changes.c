#include "changes.h"

#include <stdlib.h>

#include "utf8.h"

enum {
	WORDS_LIMIT = 400,
	BYTES_LIMIT = 16 * 1024
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

static void
number_words(struct changes *changes, struct words *words, struct slice text)
{
	words->numbers = memory_reserve(
		words->numbers, &words->capacity, words->tokens.count, sizeof *words->numbers);
	for (size_t i = 0; i < words->tokens.count; i++) {
		buffer_clear(&changes->scratch);
		utf8_add_lower(&changes->scratch, token_text(text, words->tokens.items[i]));
		struct slice word =
			arena_copy(&changes->arena, buffer_slice(&changes->scratch));
		words->numbers[i] = *map_add(
			&changes->numbers, word, (uint32_t)changes->numbers.count, NULL);
	}
}

/*
 * The lengths of the longest common sequences of what follows word i of the old and j of the
 * new.
 */
static unsigned short *
length_at(const struct changes *changes, size_t i, size_t j)
{
	return &changes->lengths[i * (changes->new.tokens.count + 1) + j];
}

static void
measure(struct changes *changes)
{
	const struct words *old = &changes->old, *new = &changes->new;
	size_t olds = old->tokens.count, news = new->tokens.count;
	changes->lengths = memory_reserve(changes->lengths, &changes->room,
		(olds + 1) * (news + 1), sizeof *changes->lengths);
	for (size_t i = olds + 1; i-- > 0;)
		for (size_t j = news + 1; j-- > 0;) {
			unsigned short *length = length_at(changes, i, j);
			if (i == olds || j == news)
				*length = 0;
			else if (old->numbers[i] == new->numbers[j])
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
trace(struct changes *changes)
{
	const struct words *old = &changes->old, *new = &changes->new;
	size_t olds = old->tokens.count, news = new->tokens.count, i = 0, j = 0;
	while (i < olds || j < news) {
		bool both = i < olds && j < news;
		if (both && old->numbers[i] == new->numbers[j]) {
			add_word(changes, CHANGE_NONE, new->tokens.items[j]);
			i++;
			j++;
		} else if (j == news || (both && *length_at(changes, i + 1, j) >=
							 *length_at(changes, i, j + 1))) {
			add_word(changes, CHANGE_LEFT, old->tokens.items[i++]);
		} else {
			add_word(changes, CHANGE_ADDED, new->tokens.items[j++]);
		}
	}
}

bool
changes_find(struct changes *changes, struct slice before, struct slice now)
{
	changes->count = 0;
	if (before.len > BYTES_LIMIT || now.len > BYTES_LIMIT)
		return false;
	split_words(&changes->old.tokens, before);
	split_words(&changes->new.tokens, now);
	if (changes->old.tokens.count > WORDS_LIMIT || changes->new.tokens.count > WORDS_LIMIT)
		return false;
	map_clear(&changes->numbers);
	arena_clear(&changes->arena);
	number_words(changes, &changes->old, before);
	number_words(changes, &changes->new, now);
	measure(changes);
	changes->common = *length_at(changes, 0, 0);
	trace(changes);
	return true;
}

void
changes_free(struct changes *changes)
{
	free(changes->items);
	free(changes->lengths);
	free(changes->old.numbers);
	free(changes->new.numbers);
	tokens_free(&changes->old.tokens);
	tokens_free(&changes->new.tokens);
	map_free(&changes->numbers);
	arena_free(&changes->arena);
	buffer_free(&changes->scratch);
}
