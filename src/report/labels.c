#include "labels.h"

#include "utf8.h"

enum {
	CONTEXTS_TRIED = 16,
	WORDS_EXPECTED = 4 /* fewer than these do not say much, however many share them */
};

/* --- Nouns --- */

/* The name that most members give; the first of those where several do. */
static struct slice
most_given(struct labels *labels, const struct figure *figures, size_t count)
{
	struct slice best = SLICE("");
	size_t best_given = 0;
	struct map given = {0};
	for (size_t i = 0; i < count; i++) {
		if (figures[i].what.len == 0 ||
			context_is_pronoun(&labels->contexts, figures[i].what))
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

/* --- Contexts --- */

/* A claim's contexts are compared by the words that they share, small and capital alike. */
static uint32_t *
use_of(struct labels *labels, struct slice word)
{
	buffer_clear(&labels->folded);
	utf8_add_lower(&labels->folded, word);
	uint32_t *use = map_find(&labels->words, buffer_slice(&labels->folded));
	if (use)
		return use;
	struct slice key = arena_copy(&labels->arena, buffer_slice(&labels->folded));
	return map_add(&labels->words, key, 0, NULL);
}

/* How many documents use a word, and the last one that was counted, as a map's value. */
static uint32_t
pack(uint32_t documents, uint32_t last)
{
	return last << 16 | documents;
}

static uint32_t
documents_of(uint32_t use)
{
	return use & 0xffff;
}

static uint32_t
last_of(uint32_t use)
{
	return use >> 16;
}

static void
count_words(struct labels *labels, struct slice text, uint32_t document)
{
	tokens_split(&labels->tokens, text);
	for (size_t i = 0; i < labels->tokens.count; i++) {
		uint32_t *use = use_of(labels, token_text(text, labels->tokens.items[i]));
		if (last_of(*use) != document)
			*use = pack(documents_of(*use) + 1, document);
	}
}

/* Adds how many other documents use each word; a word that comes again adds nothing. */
static void
add_uses(
	struct labels *labels, struct slice text, uint32_t round, size_t *shared, size_t *words)
{
	tokens_split(&labels->tokens, text);
	for (size_t i = 0; i < labels->tokens.count; i++) {
		if (labels->tokens.items[i].kind == TOKEN_MARK)
			continue;
		uint32_t *use = use_of(labels, token_text(text, labels->tokens.items[i]));
		*shared += last_of(*use) != round ? documents_of(*use) - 1 : 0;
		*use = pack(documents_of(*use), round);
		++*words;
	}
}

/* How much of a context is said by others, too. `round`: a number that no other was scored
 * with. */
static size_t
score_of(struct labels *labels, const struct context *context, uint32_t round)
{
	size_t shared = 0, words = 0;
	add_uses(labels, context->before, round, &shared, &words);
	add_uses(labels, context->after, round, &shared, &words);
	size_t score = 1000 * (shared + 1) / (words + WORDS_EXPECTED);
	return words == 0 ? 0 : context->cut ? score / 2 : score;
}

/* The context of the members that says best what they are about. False where there is none. */
static bool
find_best_context(struct labels *labels, const struct findings *findings,
	const struct claim *claim, struct context *best)
{
	const struct figure *figures = findings->figures + claim->first;
	struct context contexts[CONTEXTS_TRIED];
	size_t count = claim->count < CONTEXTS_TRIED ? claim->count : CONTEXTS_TRIED;
	size_t best_score = 0;
	uint32_t document = 0;
	for (size_t i = 0; i < count; i++) {
		document += i == 0 || figures[i].document != figures[i - 1].document;
		if (!context_find(&labels->contexts, findings, &figures[i], &contexts[i]))
			continue;
		count_words(labels, contexts[i].before, document);
		count_words(labels, contexts[i].after, document);
	}
	for (size_t i = 0; i < count; i++) {
		size_t score =
			score_of(labels, &contexts[i], (uint32_t)(CONTEXTS_TRIED + 1 + i));
		if (score > best_score) {
			best_score = score;
			*best = contexts[i];
		}
	}
	map_clear(&labels->words);
	arena_clear(&labels->arena);
	return best_score > 0;
}

static void
add_context(struct buffer *to, const struct context *context, bool with_subject)
{
	if (with_subject && context->subject.len > 0) {
		buffer_add(to, context->subject);
		buffer_add(to, context->leans ? SLICE(", ") : SLICE(" "));
	}
	buffer_add(to, context->before);
	buffer_add(to, context->before.len > 0 ? SLICE(" …") : SLICE("…"));
	if (context->after.len > 0 && context->after.data[0] != ',')
		buffer_add_byte(to, ' ');
	buffer_add(to, context->after);
}

/* --- Labels --- */

static bool
add_words_around(struct buffer *to, struct labels *labels, const struct findings *findings,
	const struct claim *claim, size_t columns)
{
	struct context context;
	size_t start = to->len;
	if (!find_best_context(labels, findings, claim, &context))
		return false;
	add_context(to, &context, true);
	if (utf8_width(slice_cut(buffer_slice(to), start, to->len)) > columns) {
		to->len = start;
		add_context(to, &context, false);
	}
	return true;
}

void
label_add_figures(struct buffer *to, struct labels *labels, const struct findings *findings,
	const struct claim *claim, size_t columns)
{
	const struct figure *figures = findings->figures + claim->first;
	struct slice given = most_given(labels, figures, claim->count);
	bool alone = given.len > 0 && !memchr(given.data, ' ', given.len);
	if (given.len > 0 && !(alone && value_is_part(&figures[0].value)))
		buffer_add(to, given);
	else if (add_words_around(to, labels, findings, claim, columns))
		return;
	else
		buffer_add(to, given.len > 0 ? given : claim->name);
}

void
labels_free(struct labels *labels)
{
	contexts_free(&labels->contexts);
	tokens_free(&labels->tokens);
	map_free(&labels->words);
	arena_free(&labels->arena);
	buffer_free(&labels->folded);
}
