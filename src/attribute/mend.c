#include "mend.h"

#include "cues.h"
#include "labels.h"
#include "lexicon.h"

static bool
overlap(struct range a, struct range b)
{
	return a.start < b.end && b.start < a.end;
}

static struct range
sentence_of(const struct article *article, uint32_t word)
{
	return article->sentences[article->words.items[word].sentence].words;
}

/* The finding whose cue is at that range; NULL where there is none. */
static struct finding *
with_cue(struct findings *findings, size_t from, struct range cue)
{
	for (size_t i = from; i < findings->count; i++)
		if (overlap(findings->items[i].cue, cue))
			return &findings->items[i];
	return NULL;
}

/* A word that may stand in the clause whose end is told. */
static bool
may_begin(const struct word *word)
{
	return (word->kind != WORD_MARK || word->traits & NAME_POINT) &&
	       !(word->traits & (WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT));
}

/* What is said begins where a clause does: "|It was Lopez |who built it, they said." */
static void
mend_start(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct range *content)
{
	const struct word *words = article->words.items;
	uint32_t floor = sentence_of(article, content->start).start;
	uint32_t start = content->start;
	while (start > floor && may_begin(&words[start - 1]) &&
		words[start - 1].quoting == words[content->start].quoting &&
		labels[start - 1 - paragraph->words.start] == LABEL_O)
		start--;
	content->start = start;
}

static void
mend_starts(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		for (uint32_t k = 0; k < finding->content_count; k++)
			if (finding->contents[k].end <= finding->cue.start)
				mend_start(article, paragraph, labels, &finding->contents[k]);
	}
}

/* The source that stands beside the cue, or else the subject of its sentence. */
static struct range
find_source(const struct article *article, const struct finding *finding)
{
	const struct word *words = article->words.items;
	struct range sentence = sentence_of(article, finding->cue.start);
	struct range source = cues_source_left(words, sentence, finding->cue.start);
	if (!range_is_empty(source))
		return source;
	if (finding->content_count > 0 && finding->contents[0].end <= finding->cue.start)
		source = cues_source_right(words, finding->cue.end, sentence.end, false);
	if (!range_is_empty(source))
		return source;
	return cues_subject(words, sentence, finding->cue.start);
}

static void
mend_sources(const struct article *article, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (range_is_empty(finding->source) && finding->content_count > 0 &&
			!range_is_empty(finding->cue))
			finding->source = find_source(article, finding);
	}
}

/* The finding of the sentence that a chain's further source stands behind: the last before it.
 */
static const struct finding *
chained(const struct article *article, const struct findings *findings, size_t from,
	struct range cue)
{
	const struct finding *found = NULL;
	uint32_t sentence = article->words.items[cue.start].sentence;
	for (size_t i = from; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding->content_count == 0 || range_is_empty(finding->cue) ||
			overlap(finding->cue, cue) ||
			article->words.items[finding->cue.start].sentence != sentence)
			continue;
		if (!found || finding->cue.start < cue.start)
			found = finding;
	}
	return found;
}

/*
 * One more source for all that another finding says: its running quotation is a row of findings
 * with the same cue.
 */
static void
add_chain(struct findings *findings, size_t from, struct range main, struct range source,
	struct range cue)
{
	size_t count = findings->count;
	for (size_t i = from; i < count; i++) {
		struct finding link = findings->items[i];
		if (link.cue.start != main.start || link.content_count == 0)
			continue;
		link.source = source;
		link.cue = cue;
		findings_add(findings, link);
	}
}

/* "Ten came, but according to her three left": what is said stands behind. */
static bool
starts_clause(const struct word *words, const struct finding *by)
{
	return by->content_count > 0 && by->cue.start > 0 &&
	       by->contents[0].start > by->cue.start &&
	       words[by->cue.start - 1].traits & WORD_CONJUNCTION;
}

/* "…, he said, according to the paper" */
static void
mend_by(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = 0; i < by_rules->count; i++) {
		const struct finding *rule = &by_rules->items[i];
		if (!(words[rule->cue.start].traits & CUE_BY) || range_is_empty(rule->source))
			continue;
		struct finding *known = with_cue(findings, from, rule->cue);
		if (known && starts_clause(words, rule))
			known->content_count = 0;
		if (known && known->content_count == 0)
			known->source = rule->source;
		if (known && known->content_count > 0)
			continue;
		const struct finding *main = chained(article, findings, from, rule->cue);
		if (rule->content_count == 0 && main)
			add_chain(findings, from, main->cue, rule->source, rule->cue);
		else if (rule->content_count > 0)
			findings_add(findings, *rule);
	}
}

static bool
names_source(const struct word *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end; i++)
		if (words[i].traits & (NOUN_SOURCE | NAME_OUTLET | NOUN_ROLE) ||
			words[i].shape == SHAPE_CAPITAL || words[i].shape == SHAPE_UPPER)
			return true;
	return false;
}

/* "The paper, citing officials, reported that …" */
static void
mend_citing(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start; i < paragraph->words.end; i++) {
		if (!(words[i].traits & CUE_VIA) || words[i].quoting != QUOTING_NONE)
			continue;
		struct range cue = {i, i + 1};
		struct range source =
			cues_source_right(words, i + 1, sentence_of(article, i).end, false);
		const struct finding *main = chained(article, findings, from, cue);
		if (!main || range_is_empty(source) || !names_source(words, source))
			continue;
		struct finding *known = with_cue(findings, from, cue);
		struct range told = main->cue;
		if (known)
			known->content_count = 0;
		add_chain(findings, from, told, source, cue);
	}
}

void
mend(const struct article *article, const struct paragraph *paragraph, const uint8_t *labels,
	const struct findings *by_rules, struct findings *findings, size_t from)
{
	mend_starts(article, paragraph, labels, findings, from);
	mend_by(article, by_rules, findings, from);
	mend_citing(article, paragraph, findings, from);
	mend_sources(article, findings, from);
}
