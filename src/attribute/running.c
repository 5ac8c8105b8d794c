#include "running.h"

#include "clause.h"

enum {
	QUOTATION_WORDS = 4, /* fewer are a word in quotation marks */
};

/* The finding that a quotation without a cue of its own goes on: the one before it. */
static const struct finding *
speaker_before(const struct findings *findings, size_t from, uint32_t at)
{
	const struct finding *found = NULL;
	for (size_t i = from; i < findings->count; i++)
		if (findings->items[i].cue.start < at || !found)
			found = &findings->items[i];
	return found;
}

static void
add_running(const struct article *article, struct findings *findings, size_t from,
	struct range quotation, bool alone)
{
	struct clause c = {article->words.items, quotation, article->lexicon, {0, 0}};
	struct range sentence = article_sentence_of(article, quotation.start);
	bool whole = article->words.items[quotation.start].mark == '-' ||
		     (quotation.start == sentence.start && quotation.end >= sentence.end);
	if (clause_count(&c, quotation) < (whole ? 1 : QUOTATION_WORDS) ||
		findings_claim(findings, from, quotation))
		return;
	const struct finding *before =
		findings->count > from         ? speaker_before(findings, from, quotation.start)
		: alone && findings->count > 0 ? &findings->items[findings->count - 1]
					       : NULL;
	if (!before)
		return;
	struct finding running = {.source = before->source, .cue = before->cue};
	finding_add_content(&running, quotation);
	findings_add(findings, running);
}

void
running_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	uint32_t start = paragraph->words.start;
	while (start < paragraph->words.end) {
		if (words[start].quoting == QUOTING_NONE) {
			start++;
			continue;
		}
		uint32_t end = start + 1;
		while (end < paragraph->words.end && words[end - 1].quoting != QUOTING_CLOSE)
			end++;
		add_running(article, findings, from, (struct range){start, end},
			start == paragraph->words.start);
		start = end;
	}
}
