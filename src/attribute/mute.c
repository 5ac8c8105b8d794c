#include "mute.h"

#include "cues.h"
#include "lexicon.h"

/* Whether a word of what is said stands in quotation marks. */
static bool
is_quoted(const struct word *words, const struct finding *finding)
{
	for (uint32_t k = 0; k < finding->content_count; k++)
		for (uint32_t i = finding->contents[k].start; i < finding->contents[k].end; i++)
			if (words[i].quoting == QUOTING_IN)
				return true;
	return false;
}

static uint64_t
traits_in(const struct word *words, struct range range)
{
	uint64_t traits = 0;
	for (uint32_t i = range.start; i < range.end; i++)
		traits |= words[i].traits;
	return traits;
}

/* "Falling prices reveal concerns": neither who nor how tells that anybody speaks. */
static void
drop_mute(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t speech = CUE_SPEECH | CUE_BY | CUE_VIA;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		uint64_t source = traits_in(words, finding->source);
		if (range_is_empty(finding->source) || range_is_empty(finding->cue) ||
			source & (WORD_PRONOUN | WORD_RELATIVE | WORD_OBJECT) ||
			cues_names_source(words, finding->source) ||
			traits_in(words, finding->cue) & speech ||
			words[finding->cue.start].mark || is_quoted(words, finding))
			continue;
		finding->content_count = 0;
	}
}

/* "The cuts |are said| to hurt": who speaks is not told. */
static bool
is_passive(const struct word *words, const struct finding *finding)
{
	for (uint32_t i = finding->cue.start; i + 1 < finding->cue.end; i++)
		if (words[i].traits & WORD_BE && words[i + 1].traits & CUE_PAST)
			return finding->source.end <= finding->cue.start;
	return false;
}

/* "… said |when asked| about the cost": who is asked says nothing. */
static bool
is_asked(const struct word *words, const struct finding *finding, uint32_t start)
{
	uint32_t cue = finding->cue.start;
	return cue > start && words[cue].traits & CUE_PAST && finding->source.end < cue &&
	       words[cue - 1].traits & WORD_SUBORDINATOR;
}

/* "Asked about the cost, the mayor said no": who is asked says nothing yet. */
static bool
is_participle(const struct word *words, const struct finding *finding, uint32_t start)
{
	return finding->cue.start == start && words[start].traits & CUE_PAST &&
	       finding->source.start > start;
}

static void
drop_passive(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (range_is_empty(finding->source) || range_is_empty(finding->cue) ||
			is_quoted(words, finding))
			continue;
		uint32_t start = article_sentence_of(article, finding->cue.start).start;
		if (is_passive(words, finding) || is_asked(words, finding, start))
			finding->content_count = 0;
		if (is_participle(words, finding, start))
			finding->content_count = finding->source.end = finding->source.start =
				0;
	}
}

/* "what the captain says": a word that ties clauses together says nothing. */
static void
drop_links(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t links = WORD_THAT | WORD_RELATIVE | WORD_SUBORDINATOR | WORD_AS;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		uint32_t kept = 0;
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range content = finding->contents[k];
			if (content.end - content.start > 1 ||
				!(words[content.start].traits & links))
				finding->contents[kept++] = content;
		}
		finding->content_count = kept;
	}
}

/* "Details: ten are missing": nobody is called that. */
static void
drop_headings(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (!range_is_empty(finding->source) && !range_is_empty(finding->cue) &&
			(words[finding->source.end - 1].traits & LABEL_ANY) == LABEL_HEADING &&
			words[finding->cue.start].mark == ':')
			finding->content_count = 0;
	}
}

void
mute_drop(const struct article *article, struct findings *findings, size_t from)
{
	drop_headings(article, findings, from);
	drop_mute(article, findings, from);
	drop_passive(article, findings, from);
	drop_links(article, findings, from);
}
