#include "labels.h"

#include "token.h"

enum {
	WORDS_BEFORE = 12,
	WORDS_ENOUGH = 3, /* with so many before the figure none behind it are needed */
	WORDS_AFTER = 4,
	CONTEXTS_TRIED = 16,
	CONTEXT_BYTES = 200 /* further than that no word is looked for */
};

/* The name that most members give; the first of those where several do. */
static struct slice
most_given(const struct figure *figures, size_t count)
{
	struct slice best = SLICE("");
	size_t best_given = 0;
	struct map given = {0};
	for (size_t i = 0; i < count; i++) {
		if (figures[i].what.len == 0)
			continue;
		uint32_t *times = map_add(&given, figures[i].what, 0, NULL);
		if (++*times > best_given) {
			best_given = *times;
			best = figures[i].what;
		}
	}
	map_free(&given);
	return best;
}

/* A hyphen or an apostrophe within a word does not end the clause, nor do signs of an amount.
 */
static bool
ends_clause(struct slice text, const struct tokens *tokens, size_t i)
{
	if (tokens->items[i].kind != TOKEN_MARK)
		return false;
	char byte = text.data[tokens->items[i].start];
	if (byte == '%' || byte == '$' || byte == '&' || byte == '/')
		return false;
	return !((byte == '-' || byte == '\'' || (unsigned char)byte >= 0x80) &&
		 !tokens->items[i].spaced && i + 1 < tokens->count &&
		 !tokens->items[i + 1].spaced);
}

/*
 * The words of the clause that `text` ends in; `*words` of them, `*whole` from its beginning.
 */
static struct slice
words_before(struct tokens *tokens, struct slice text, size_t *words, bool *whole)
{
	size_t from = text.len > CONTEXT_BYTES ? text.len - CONTEXT_BYTES : 0;
	struct slice near = slice_cut(text, from, text.len);
	tokens_split(tokens, near);
	size_t start = near.len, i = tokens->count;
	for (*words = 0; i > 0 && *words < WORDS_BEFORE && !ends_clause(near, tokens, i - 1);
		i--)
		if (tokens->items[i - 1].spaced) {
			++*words;
			start = tokens->items[i - 1].start;
		}
	*whole = i == 0 ? from == 0 : ends_clause(near, tokens, i - 1);
	return slice_cut(near, start, near.len);
}

/*
 * The words that follow, to the end of the clause; of the next one where none are left of it.
 */
static struct slice
words_after(struct tokens *tokens, struct slice text)
{
	struct slice near =
		slice_cut(text, 0, text.len < CONTEXT_BYTES ? text.len : CONTEXT_BYTES);
	tokens_split(tokens, near);
	size_t end = 0, words = 0;
	bool told = false;
	for (size_t i = 0; i < tokens->count; i++) {
		words += tokens->items[i].spaced;
		if (words > WORDS_AFTER || (told && ends_clause(near, tokens, i)))
			break;
		told = told || tokens->items[i].kind != TOKEN_MARK;
		end = tokens->items[i].end;
	}
	return slice_cut(near, 0, end);
}

/*
 * The words of the figure's clause, with an ellipsis in its place. `*whole`: from the clause's
 * beginning.
 */
static bool
add_context(struct buffer *to, const struct findings *findings, const struct figure *figure,
	bool *whole)
{
	const struct sentence *sentence =
		findings_sentence(findings, figure->document, figure->n);
	if (!sentence || figure->start > figure->end || figure->end > sentence->text.len)
		return false;
	struct tokens tokens = {0};
	size_t words;
	buffer_add(to, words_before(&tokens, slice_cut(sentence->text, 0, figure->start),
			       &words, whole));
	buffer_add(to, SLICE("…"));
	if (words < WORDS_ENOUGH)
		buffer_add(to, words_after(&tokens, slice_cut(sentence->text, figure->end,
							    sentence->text.len)));
	tokens_free(&tokens);
	return true;
}

/* The context of the first member in which it is whole, else of the first. */
static bool
add_best_context(struct buffer *to, const struct findings *findings, const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	size_t start = to->len, first = SIZE_MAX;
	bool whole = false;
	for (size_t i = 0; i < claim->count && i < CONTEXTS_TRIED && !whole; i++) {
		to->len = start;
		if (add_context(to, findings, &figures[i], &whole) && first == SIZE_MAX)
			first = i;
	}
	if (!whole && first != SIZE_MAX) {
		to->len = start;
		add_context(to, findings, &figures[first], &whole);
	}
	return first != SIZE_MAX;
}

void
label_add_figures(struct buffer *to, const struct findings *findings, const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	struct slice given = most_given(figures, claim->count);
	if (given.len > 0)
		buffer_add(to, given);
	else if (!add_best_context(to, findings, claim))
		buffer_add(to, claim->name);
}
