#include "labels.h"

#include "token.h"

enum {
	WORDS_BEFORE = 5,
	WORDS_AFTER = 3,
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

/* A hyphen or an apostrophe within a word does not end the clause. */
static bool
ends_clause(struct slice text, const struct tokens *tokens, size_t i)
{
	if (tokens->items[i].kind != TOKEN_MARK)
		return false;
	char byte = text.data[tokens->items[i].start];
	return !((byte == '-' || byte == '\'' || (unsigned char)byte >= 0x80) &&
		 !tokens->items[i].spaced && i + 1 < tokens->count &&
		 !tokens->items[i + 1].spaced);
}

static struct slice
words_before(struct tokens *tokens, struct slice text)
{
	size_t from = text.len > CONTEXT_BYTES ? text.len - CONTEXT_BYTES : 0;
	struct slice near = slice_cut(text, from, text.len);
	tokens_split(tokens, near);
	size_t start = near.len, words = 0;
	for (size_t i = tokens->count; i-- > 0 && words < WORDS_BEFORE;) {
		if (ends_clause(near, tokens, i))
			break;
		words += tokens->items[i].spaced;
		if (tokens->items[i].spaced)
			start = tokens->items[i].start;
	}
	return slice_cut(near, start, near.len);
}

static struct slice
words_after(struct tokens *tokens, struct slice text)
{
	struct slice near =
		slice_cut(text, 0, text.len < CONTEXT_BYTES ? text.len : CONTEXT_BYTES);
	tokens_split(tokens, near);
	size_t end = 0, words = 0;
	for (size_t i = 0; i < tokens->count; i++) {
		words += tokens->items[i].spaced;
		if (words > WORDS_AFTER || ends_clause(near, tokens, i))
			break;
		end = tokens->items[i].end;
	}
	return slice_cut(near, 0, end);
}

/* The words of its clause before and behind the figure, with an ellipsis in its place. */
static bool
add_context(struct buffer *to, const struct findings *findings, const struct figure *figure)
{
	const struct sentence *sentence =
		findings_sentence(findings, figure->document, figure->n);
	if (!sentence || figure->start > figure->end || figure->end > sentence->text.len)
		return false;
	struct tokens tokens = {0};
	buffer_add(to, words_before(&tokens, slice_cut(sentence->text, 0, figure->start)));
	buffer_add(to, SLICE("…"));
	buffer_add(to, words_after(&tokens,
			       slice_cut(sentence->text, figure->end, sentence->text.len)));
	tokens_free(&tokens);
	return true;
}

void
label_add_figures(struct buffer *to, const struct findings *findings, const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	struct slice given = most_given(figures, claim->count);
	if (given.len > 0) {
		buffer_add(to, given);
		return;
	}
	for (size_t i = 0; i < claim->count; i++)
		if (add_context(to, findings, &figures[i]))
			return;
	buffer_add(to, claim->name);
}
