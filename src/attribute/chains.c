#include "chains.h"

#include "clause.h"
#include "cues.h"
#include "lexicon.h"

enum {
	ABSOLUTE_WORDS = 6, /* the longest source in "with estimates suggesting" */
};

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
			ranges_overlap(finding->cue, cue) ||
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

/* "It was late, according to her, although not too late": what is said stands before. */
static bool
lost_its_left(const struct finding *known, const struct finding *by)
{
	if (by->content_count == 0 || by->contents[0].end > by->cue.start)
		return false;
	for (uint32_t k = 0; k < known->content_count; k++)
		if (known->contents[k].start < known->cue.start)
			return false;
	return true;
}

/* "…, he said, according to the paper" */
void
chains_by(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = 0; i < by_rules->count; i++) {
		const struct finding *rule = &by_rules->items[i];
		if (!(words[rule->cue.start].traits & CUE_BY) || range_is_empty(rule->source))
			continue;
		struct finding *known = findings_with_cue(findings, from, rule->cue);
		if (known && (starts_clause(words, rule) || lost_its_left(known, rule)))
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

/*
 * What the one who cites says by the rules, where the findings miss it; `behind`: its cue
 * stands behind the citation. NULL where there is none.
 */
static const struct finding *
missed_main(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from, struct range cue, bool behind)
{
	uint32_t sentence = article->words.items[cue.start].sentence;
	for (size_t i = 0; i < by_rules->count; i++) {
		const struct finding *rule = &by_rules->items[i];
		const struct finding *known = findings_with_cue(findings, from, rule->cue);
		bool placed = behind ? rule->source.start < cue.start &&
					       rule->cue.start > cue.end && !known
				     : rule->cue.end <= cue.start &&
					       (!known || known->content_count == 0);
		if (rule->content_count > 0 && placed &&
			article->words.items[rule->cue.start].sentence == sentence)
			return findings_add(findings, *rule);
	}
	return NULL;
}

/*
 * What the one who cites says: by the rules if the cue behind the citation was missed, since
 * the source before it must have one, or if nothing else was found.
 */
static const struct finding *
main_of(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from, struct range cue)
{
	const struct finding *found = missed_main(article, by_rules, findings, from, cue, true);
	if (!found)
		found = chained(article, findings, from, cue);
	return found ? found : missed_main(article, by_rules, findings, from, cue, false);
}

/* "According to it, citing |the mayor|, ten left": whom it cites is not what it says. */
static void
drop_cited(struct findings *findings, size_t from, struct range source)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		uint32_t kept = 0;
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range content = finding->contents[k];
			if (content.start < source.start || content.end > source.end)
				finding->contents[kept++] = content;
		}
		finding->content_count = kept;
	}
}

/* "It said ten had left|, citing the mayor|": whom it cites is no part of what it says. */
static void
cut_citation(const struct word *words, struct findings *findings, size_t from, struct range cue,
	struct range source)
{
	if (cue.start == 0 || words[cue.start - 1].mark != ',')
		return;
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < cue.start - 1 && content->end > cue.start &&
				content->end <= source.end + 1)
				content->end = cue.start - 1;
		}
}

void
chains_citing(const struct article *article, const struct paragraph *paragraph,
	const struct findings *by_rules, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start; i < paragraph->words.end; i++) {
		if (!(words[i].traits & CUE_VIA) || words[i].quoting != QUOTING_NONE)
			continue;
		struct range sentence = article_sentence_of(article, i);
		struct range cue = cues_span(words, sentence, i);
		/* "According to it, citing the mayor, |the|": what is said follows. */
		bool more = words[sentence.start].traits & CUE_BY;
		struct range source = cues_source_right(words, cue.end, sentence.end, more);
		if (words[cue.start].traits & (WORD_RELATIVE | WORD_THAT))
			cue.start++; /* "El Correo, que |cita a| testigos" */
		if (range_is_empty(source) || !cues_names_source(words, source))
			continue;
		drop_cited(findings, from, source);
		const struct finding *main = main_of(article, by_rules, findings, from, cue);
		if (!main)
			continue;
		struct finding *known = findings_with_cue(findings, from, cue);
		struct range told = main->cue;
		if (known)
			known->content_count = 0;
		cut_citation(words, findings, from, cue, source);
		add_chain(findings, from, told, source, cue);
	}
}

/* Ends at `end` what others are told to say up to there and beyond. */
static void
cut_contents(struct findings *findings, size_t from, uint32_t end)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < end && content->end > end)
				content->end = end;
		}
}

/* The source in "with estimates suggesting"; empty where the cue has none of that kind. */
static struct range
absolute_source(const struct word *words, struct range sentence, uint32_t cue)
{
	const uint64_t ends = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_THAT | CUE_VERB;
	struct range source = {cue, cue};
	if (!(words[cue - 1].traits & NOUN_SOURCE))
		return source;
	while (source.start > sentence.start && cue - source.start < ABSOLUTE_WORDS &&
		words[source.start - 1].kind != WORD_MARK &&
		(!(words[source.start - 1].traits & ends) ||
			words[source.start - 1].traits & NOUN_SOURCE))
		source.start--;
	bool absolute = source.start > sentence.start + 1 &&
			words[source.start - 1].traits & WORD_ABSOLUTE &&
			words[source.start - 2].mark == ',';
	return absolute ? source : (struct range){cue, cue};
}

/* "Ten are missing, with officials saying that more may be." */
void
chains_absolute(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start + 1; i < paragraph->words.end; i++) {
		if (!(words[i].traits & CUE_ING && words[i].traits & (CUE_SPEECH | CUE_THAT)) ||
			words[i].quoting != QUOTING_NONE)
			continue;
		struct range sentence = article_sentence_of(article, i);
		if (i <= sentence.start)
			continue;
		struct range source = absolute_source(words, sentence, i);
		if (range_is_empty(source))
			continue;
		struct clause clause = {words, sentence, article->lexicon, {0, 0}};
		struct finding finding = {.source = source, .cue = {i, i + 1}};
		struct finding *known = findings_with_cue(findings, from, finding.cue);
		if (known)
			known->content_count = 0;
		cut_contents(findings, from, source.start - 2);
		finding_add_content(
			&finding, (struct range){i + 1, clause_end(&clause, i + 1)});
		findings_add(findings, finding);
	}
}
