#include "nouns.h"

#include <stdlib.h>

/* How much it speaks for a noun that a figure gives it. */
enum {
	BY_HEADLINE = 1,
	BY_TEXT = 2
};

bool
figure_is_readable(const struct findings *findings, const struct figure *figure)
{
	return language_equal(
		findings->documents[figure->document].language, findings->language);
}

static bool
has_noun(struct contexts *contexts, const struct figure *figure)
{
	return figure->what.len > 0 && !context_is_pronoun(contexts, figure->what);
}

/* "4,000 / 11,000 casualties": compare names both amounts of a share that it worked out. */
static bool
is_worked_share(const struct figure *figure)
{
	struct slice what = figure->what;
	const char *slash = what.len > 0 ? memchr(what.data, '/', what.len) : NULL;
	return slash && slash > what.data && slash[-1] == ' ';
}

/* `given` is made anew. */
static struct slice
find_noun(const struct findings *findings, struct contexts *contexts, const struct claim *claim,
	struct map *given)
{
	const struct figure *figures = findings->figures + claim->first;
	struct slice best = SLICE("");
	uint32_t best_given = 0;
	bool best_readable = false;
	map_clear(given);
	for (size_t i = 0; i < claim->count; i++) {
		if (!has_noun(contexts, &figures[i]) || is_worked_share(&figures[i]))
			continue;
		bool readable = figure_is_readable(findings, &figures[i]);
		uint32_t *times = map_add(given, figures[i].what, 0, NULL);
		*times += figures[i].headline ? BY_HEADLINE : BY_TEXT;
		if (readable == best_readable ? *times > best_given : readable) {
			best_given = *times;
			best = figures[i].what;
			best_readable = readable;
		}
	}
	return best;
}

static void
find_nouns(struct nouns *nouns, const struct findings *findings, struct contexts *contexts)
{
	const struct claim *claims = findings->claims[CLAIMS_FIGURES];
	size_t count = findings->claim_count[CLAIMS_FIGURES];
	struct map given = {0};
	nouns->of = memory_new((count + 1) * sizeof *nouns->of);
	for (size_t i = 0; i < count; i++) {
		struct slice noun = find_noun(findings, contexts, &claims[i], &given);
		nouns->of[i] = noun;
		++*map_add(&nouns->all, noun, 0, NULL);
		if (claims[i].documents > 1)
			++*map_add(&nouns->shared, noun, 0, NULL);
	}
	map_free(&given);
}

struct slice
noun_of(struct nouns *nouns, const struct findings *findings, struct contexts *contexts,
	const struct claim *claim)
{
	if (!nouns->of)
		find_nouns(nouns, findings, contexts);
	return nouns->of[claim - findings->claims[CLAIMS_FIGURES]];
}

bool
noun_is_taken(const struct nouns *nouns, const struct claim *claim, struct slice noun)
{
	const uint32_t *times =
		map_find(claim->documents > 1 ? &nouns->shared : &nouns->all, noun);
	return times && *times > 1;
}

void
nouns_free(struct nouns *nouns)
{
	free(nouns->of);
	map_free(&nouns->shared);
	map_free(&nouns->all);
}
