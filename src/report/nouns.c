#include "nouns.h"

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

struct slice
noun_of(const struct findings *findings, struct contexts *contexts, const struct claim *claim)
{
	const struct figure *figures = findings->figures + claim->first;
	struct slice best = SLICE("");
	uint32_t best_given = 0;
	bool best_readable = false;
	struct map given = {0};
	for (size_t i = 0; i < claim->count; i++) {
		if (!has_noun(contexts, &figures[i]))
			continue;
		bool readable = figure_is_readable(findings, &figures[i]);
		uint32_t *times = map_add(&given, figures[i].what, 0, NULL);
		*times += figure_in_headline(findings, &figures[i]) ? BY_HEADLINE : BY_TEXT;
		if (readable == best_readable ? *times > best_given : readable) {
			best_given = *times;
			best = figures[i].what;
			best_readable = readable;
		}
	}
	map_free(&given);
	return best;
}

static void
count_nouns(struct nouns *nouns, const struct findings *findings, struct contexts *contexts)
{
	const struct claim *claims = findings->claims[CLAIMS_FIGURES];
	for (size_t i = 0; i < findings->claim_count[CLAIMS_FIGURES]; i++) {
		struct slice noun = noun_of(findings, contexts, &claims[i]);
		++*map_add(&nouns->all, noun, 0, NULL);
		if (claims[i].documents > 1)
			++*map_add(&nouns->shared, noun, 0, NULL);
	}
}

bool
noun_is_taken(struct nouns *nouns, const struct findings *findings, struct contexts *contexts,
	const struct claim *claim, struct slice noun)
{
	if (nouns->all.count == 0)
		count_nouns(nouns, findings, contexts);
	const uint32_t *times =
		map_find(claim->documents > 1 ? &nouns->shared : &nouns->all, noun);
	return times && *times > 1;
}

void
nouns_free(struct nouns *nouns)
{
	map_free(&nouns->shared);
	map_free(&nouns->all);
}
