#include "cues.h"
#include "labels.h"
#include "lexicon.h"
#include "mend.h"
#include "name.h"

enum {
	WHOLE_WORDS = 4,  /* of what is said */
	LETTER_WORDS = 3, /* "the paper": too few to be what is said */
};

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
	uint32_t floor = article_sentence_of(article, content->start).start;
	uint32_t start = content->start;
	while (start > floor && may_begin(&words[start - 1]) &&
		words[start - 1].quoting == words[content->start].quoting &&
		labels[start - 1 - paragraph->words.start] == LABEL_O)
		start--;
	content->start = start;
}

/* … and ends at the comma before source and cue: "It closes |on Monday|, they said." */
static void
mend_end(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, const struct finding *finding, struct range *content)
{
	const struct word *words = article->words.items;
	uint32_t next = finding->cue.start;
	if (finding->source.start >= content->end && finding->source.start < next)
		next = finding->source.start;
	uint32_t end = content->end;
	while (end < next && words[end].kind != WORD_MARK &&
		words[end].quoting == QUOTING_NONE &&
		labels[end - paragraph->words.start] == LABEL_O)
		end++;
	if (end + 1 == next && words[end].mark == ',')
		content->end = end;
}

/* "…, saying it would cost $2.3 |million over five years|": no amount is cut through. */
static void
mend_rights(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range *content = &finding->contents[k];
			struct range sentence = article_sentence_of(article, content->start);
			uint32_t end = content->end;
			bool cut =
				end < sentence.end && end > content->start &&
				(words[end - 1].kind == WORD_NUMBER ||
					(words[end].kind != WORD_MARK && !words[end].spaced));
			if (content->start < finding->cue.end || !cut)
				continue;
			while (end < sentence.end && words[end].kind != WORD_MARK &&
				words[end].quoting == QUOTING_NONE &&
				labels[end - paragraph->words.start] == LABEL_O)
				end++;
			content->end = end;
		}
	}
}

/* "She told |jurors| he had left": to whom it is said is no part of it. */
static void
mend_hearers(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t begins = WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN | WORD_THAT;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (finding->content_count == 0 || range_is_empty(finding->cue) ||
			finding->contents[0].start != finding->cue.end ||
			!(words[finding->cue.end - 1].traits & CUE_TO))
			continue;
		struct range *content = &finding->contents[0];
		uint32_t hearer = content->start, end = hearer + 1;
		if (name_is_capital(&words[hearer]))
			end = name_end(words, hearer, content->end);
		if (end + 2 < content->end && !(words[hearer].traits & WORD_FUNCTION) &&
			words[hearer].kind == WORD_LETTERS && words[end].traits & begins &&
			words[end].shape == SHAPE_LOWER)
			content->start = end;
	}
}

/* Whether the word belongs to nothing that was found, and tells of nobody who speaks. */
static bool
goes_on(const struct article *article, const struct paragraph *paragraph, const uint8_t *labels,
	uint32_t at)
{
	const struct word *word = &article->words.items[at];
	bool stop = word->mark == '.' && !(word->traits & NAME_POINT);
	return word->quoting == QUOTING_NONE &&
	       labels[at - paragraph->words.start] == LABEL_O && !(word->traits & CUE_ANY) &&
	       !stop;
}

/* "The video showed men running|, ending with a shot|": a clause that goes on what is told. */
static void
mend_participles(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (finding->content_count != 1 ||
			finding->contents[0].start < finding->cue.end)
			continue;
		struct range *content = &finding->contents[0];
		struct range sentence = article_sentence_of(article, content->start);
		uint32_t end = content->end;
		if (end + 2 >= sentence.end || words[end].mark != ',' ||
			words[end + 1].shape != SHAPE_LOWER || words[end + 1].traits)
			continue;
		while (end < sentence.end && goes_on(article, paragraph, labels, end))
			end++;
		if (end == sentence.end || words[end].mark == '.')
			content->end = end;
	}
}

static void
mend_lefts(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		for (uint32_t k = 0; k < finding->content_count; k++)
			if (finding->contents[k].end <= finding->cue.start) {
				mend_start(article, paragraph, labels, &finding->contents[k]);
				mend_end(article, paragraph, labels, finding,
					&finding->contents[k]);
			}
	}
}

/*
 * "It was closed, X said in a letter to |the paper|": the tail of a cue is not what is said
 * where the rules find that before it.
 */
static void
mend_tails(const struct findings *by_rules, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (finding->content_count != 1 ||
			finding->contents[0].start < finding->cue.end ||
			finding->contents[0].end - finding->contents[0].start > LETTER_WORDS)
			continue;
		for (size_t r = 0; r < by_rules->count; r++) {
			const struct finding *rule = &by_rules->items[r];
			if (ranges_overlap(rule->cue, finding->cue) &&
				rule->content_count == 1 &&
				rule->contents[0].end <= finding->cue.start)
				finding->contents[0] = rule->contents[0];
		}
	}
}

/* "X said ten left; the union spoke of twenty": another clause begins. */
void
mend_semicolons(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < findings->items[i].cue.start)
				continue;
			for (uint32_t w = content->start + 1; w < content->end; w++)
				if (words[w].mark == ';' && words[w].quoting == QUOTING_NONE)
					content->end = w;
		}
}

/* "|It was closed|, the agency reported.": nothing else stands in the sentence. */
static bool
is_whole(const struct word *words, struct range sentence, const struct finding *rule)
{
	struct range said = rule->contents[0];
	uint32_t end = rule->cue.end > rule->source.end ? rule->cue.end : rule->source.end;
	return rule->content_count == 1 && said.start == sentence.start &&
	       said.end - said.start >= WHOLE_WORDS &&
	       (end + 1 >= sentence.end ||
		       (words[end].mark == ',' && words[end + 1].traits & CUE_VIA)) &&
	       words[rule->cue.end - 1].traits & CUE_SPEECH &&
	       !(words[rule->cue.end - 1].traits & (CUE_NOUN | CUE_ING)) &&
	       cues_names_source(words, rule->source);
}

/* "They offered |to quit, the agency reported|": takes away what swallows the cue. */
static void
drop_swallowing(struct findings *findings, size_t from, struct range cue)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range content = findings->items[i].contents[k];
			if (content.start < cue.start && content.end >= cue.end &&
				findings->items[i].cue.end <= content.start)
				findings->items[i].content_count = 0;
		}
}

/* Whether what was found of the sentence is all told within what the rule finds said. */
static bool
leaves_room(const struct word *words, const struct findings *findings, size_t from,
	struct range sentence, const struct finding *rule)
{
	struct range said = rule->contents[0];
	for (size_t i = from; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding->content_count == 0 || !ranges_overlap(finding->cue, sentence) ||
			words[finding->cue.start].traits & CUE_VIA)
			continue;
		if (finding->cue.start < said.start || finding->cue.end > said.end ||
			finding->contents[0].end > said.end)
			return false;
	}
	return true;
}

/* "|“The bridge will stay closed until May,”| X said": a quotation that nobody else says. */
static bool
is_lost_quotation(const struct word *words, const struct finding *rule,
	const struct findings *findings, size_t from)
{
	struct range said = rule->contents[0];
	for (size_t i = from; i < findings->count; i++)
		if (findings->items[i].content_count > 0 &&
			ranges_overlap(findings->items[i].cue, rule->cue))
			return false;
	return words[said.start].quoting != QUOTING_NONE &&
	       words[said.end - 1].quoting != QUOTING_NONE &&
	       said.end - said.start >= WHOLE_WORDS && !findings_claim(findings, from, said) &&
	       words[rule->cue.end - 1].traits & CUE_SPEECH;
}

void
mend_missed(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t r = 0; r < by_rules->count; r++) {
		const struct finding *rule = &by_rules->items[r];
		struct range sentence = article_sentence_of(article, rule->cue.start);
		if (range_is_empty(rule->source) || rule->content_count == 0)
			continue;
		if (is_lost_quotation(words, rule, findings, from)) {
			findings_add(findings, *rule);
			continue;
		}
		if (!is_whole(words, sentence, rule))
			continue;
		drop_swallowing(findings, from, rule->cue);
		if (leaves_room(words, findings, from, sentence, rule))
			findings_add(findings, *rule);
	}
}

void
mend_contents(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, const struct findings *by_rules, struct findings *findings,
	size_t from)
{
	mend_lefts(article, paragraph, labels, findings, from);
	mend_rights(article, paragraph, labels, findings, from);
	mend_tails(by_rules, findings, from);
	mend_hearers(article, findings, from);
	mend_participles(article, paragraph, labels, findings, from);
}
