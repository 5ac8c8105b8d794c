#include "speech.h"

#include "according.h"
#include "clause.h"
#include "cues.h"
#include "hearsay.h"
#include "quoter.h"
#include "running.h"
#include "saying.h"

static uint32_t
end_of(const struct finding *finding)
{
	uint32_t end = finding->cue.end;
	if (finding->source.end > end)
		end = finding->source.end;
	for (uint32_t i = 0; i < finding->content_count; i++)
		if (finding->contents[i].end > end)
			end = finding->contents[i].end;
	return end;
}

/*
 * "The union demands talks, |says its head Ida Holm.|": who says it closes the sentence, and
 * what others say in it is told by that source.
 */
static bool
find_closing(const struct clause *c, struct findings *findings)
{
	uint32_t at = c->sentence.end, cues = 0;
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		if (c->words[i].quoting != QUOTING_NONE)
			return false;
		if (c->words[i].traits & CUE_ANY && cues_is_cue(c->words, c->sentence, i)) {
			cues++;
			at = i;
		}
	}
	const uint64_t others = CUE_BY | CUE_VIA | CUE_ING | WORD_PRONOUN;
	if (cues < 2 || c->words[at].traits & others || !(c->words[at].traits & CUE_SPEECH))
		return false;
	struct finding finding = {.cue = cues_span(c->words, c->sentence, at)};
	if (!clause_is_mark(c, finding.cue.start - 1, ',') ||
		!range_is_empty(cues_source_left(c->words, c->sentence, finding.cue.start)))
		return false;
	uint32_t start = cues_skip_adjuncts(c->words, finding.cue.end, c->sentence.end);
	finding.source = cues_source_right(c->words, start, c->sentence.end, false);
	if (range_is_empty(finding.source) || !cues_names_source(c->words, finding.source) ||
		clause_count(c, (struct range){finding.source.end, c->sentence.end}) > 0)
		return false;
	clause_add(c, &finding, c->sentence.start, finding.cue.start);
	findings_add(findings, finding);
	return true;
}

static void
find_in_sentence(const struct clause *c, struct findings *findings, size_t paragraph)
{
	size_t from = findings->count;
	if (find_closing(c, findings))
		return;
	uint32_t floor = c->sentence.start;
	struct range subject = {0, 0};
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		uint64_t traits = c->words[i].traits;
		if (!(traits & CUE_ANY) || traits & CUE_VIA ||
			!cues_is_cue(c->words, c->sentence, i))
			continue;
		struct finding finding = traits & CUE_BY ? according_find(c, i, floor)
							 : saying_find(c, i, floor, subject);
		bool impersonal = traits & CUE_SPEECH && (traits & CUE_MANNER) == CUE_HEARSAY;
		if (range_is_empty(finding.source) && !impersonal)
			continue;
		subject = finding.source;
		if (finding.content_count == 0 && !(c->words[i].traits & CUE_BY) &&
			!clause_is_mark(c, c->sentence.end - 1, ':'))
			continue;
		findings_add(findings, finding);
		floor = end_of(&finding);
		i = floor > i ? floor - 1 : i;
	}
	quoter_find(c, findings, from);
	if (findings->count == from)
		hearsay_find(c, findings, paragraph);
}

/* The sentence before, of this paragraph or the last; none where that is a heading. */
static struct range
sentence_before(const struct article *article, uint32_t sentence)
{
	if (sentence == 0)
		return (struct range){0, 0};
	const struct sentence *before = &article->sentences[sentence - 1];
	return article->paragraphs[before->paragraph].heading ? (struct range){0, 0}
							      : before->words;
}

void
speech_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings)
{
	size_t from = findings->count;
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct clause clause = {article->words.items, article->sentences[s].words,
			article->lexicon, sentence_before(article, s)};
		if (!range_is_empty(clause.sentence))
			find_in_sentence(&clause, findings, from);
	}
	running_find(article, paragraph, findings, from);
}
