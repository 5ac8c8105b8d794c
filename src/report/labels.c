#include "labels.h"

#include "utf8.h"

enum {
	CONTEXTS_TRIED = 16,
	WORDS_EXPECTED = 4, /* fewer than these do not say much, however many share them */
	WORDS_ENOUGH = 8    /* each one more counts twice against a context */
};

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
	words += words > WORDS_ENOUGH ? words - WORDS_ENOUGH : 0;
	size_t score = 1000 * (shared + 1) / (words + WORDS_EXPECTED);
	return words == 0 ? 0 : context->cut || context->headline ? score / 2 : score;
}

/* Whether a member of the claim is in the reader's language. */
static bool
has_readable(const struct findings *findings, const struct claim *claim)
{
	for (size_t i = claim->first; i < claim->first + claim->count; i++)
		if (figure_is_readable(findings, &findings->figures[i]))
			return true;
	return false;
}

/* The contexts of some members, those in the reader's language where there are any. */
static size_t
find_contexts(struct labels *labels, const struct findings *findings, const struct claim *claim,
	struct context contexts[CONTEXTS_TRIED])
{
	const struct figure *figures = findings->figures + claim->first;
	bool readable = has_readable(findings, claim);
	uint32_t document = 0, before = NOWHERE;
	size_t count = 0;
	for (size_t i = 0; i < claim->count && count < CONTEXTS_TRIED; i++) {
		struct context *context = &contexts[count];
		if (readable && !figure_is_readable(findings, &figures[i]))
			continue;
		document += figures[i].document != before;
		before = figures[i].document;
		if (!context_find(&labels->contexts, findings, &figures[i], context))
			continue;
		count_words(labels, context->before, document);
		count_words(labels, context->after, document);
		count++;
	}
	return count;
}

/* The context of the members that says best what they are about. False where there is none. */
static bool
find_best_context(struct labels *labels, const struct findings *findings,
	const struct claim *claim, struct context *best)
{
	struct context contexts[CONTEXTS_TRIED];
	size_t count = find_contexts(labels, findings, claim, contexts), best_score = 0;
	bool part = value_is_part(&findings->figures[claim->first].value);
	for (size_t i = 0; i < count; i++) {
		size_t score =
			score_of(labels, &contexts[i], (uint32_t)(CONTEXTS_TRIED + 1 + i));
		if (part && contexts[i].after.len == 0) /* half of what? */
			score /= 2;
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

/* "age of Tomas Raddick"; false where the claim is of no age, or of nobody named. */
static bool
add_age(struct buffer *to, struct labels *labels, const struct findings *findings,
	const struct claim *claim)
{
	for (size_t i = claim->first; i < claim->first + claim->count; i++) {
		const struct figure *figure = &findings->figures[i];
		struct slice name = SLICE("");
		if (figure_is_age(findings, figure))
			name = context_find_name(&labels->contexts, findings, figure);
		if (name.len == 0)
			continue;
		buffer_add(to, SLICE("age of "));
		buffer_add(to, name);
		return true;
	}
	return false;
}

/* Whether the noun alone says what the claim is about. */
static bool
says_enough(struct labels *labels, const struct findings *findings, const struct claim *claim,
	struct slice noun)
{
	if (noun.len == 0 || context_is_generic(&labels->contexts, noun))
		return false;
	bool alone = !memchr(noun.data, ' ', noun.len);
	if (alone && value_is_part(&findings->figures[claim->first].value))
		return false;
	return !noun_is_taken(&labels->nouns, claim, noun);
}

void
label_add_figures(struct buffer *to, struct labels *labels, const struct findings *findings,
	const struct claim *claim, size_t columns)
{
	struct slice noun = noun_of(&labels->nouns, findings, &labels->contexts, claim);
	if (says_enough(labels, findings, claim, noun))
		buffer_add(to, noun);
	else if (!add_age(to, labels, findings, claim) &&
		 !add_words_around(to, labels, findings, claim, columns))
		buffer_add(to, noun.len > 0 ? noun : claim->name);
}

void
labels_free(struct labels *labels)
{
	contexts_free(&labels->contexts);
	nouns_free(&labels->nouns);
	tokens_free(&labels->tokens);
	map_free(&labels->words);
	arena_free(&labels->arena);
	buffer_free(&labels->folded);
}
