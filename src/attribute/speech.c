#include "speech.h"

#include "according.h"
#include "clause.h"
#include "cues.h"
#include "final.h"
#include "hearsay.h"
#include "name.h"
#include "parted.h"
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
 * The last cue of a sentence without quotations in which there are more; its end otherwise.
 * `via`: those that name whom a source cites are cues like others.
 */
static uint32_t
last_of_cues(const struct clause *c, bool via)
{
	uint32_t at = c->sentence.end, cues = 0;
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		if (c->words[i].quoting != QUOTING_NONE)
			return c->sentence.end;
		uint64_t traits = c->words[i].traits;
		if ((traits & CUE_VIA && !via) || !(traits & CUE_ANY) ||
			!cues_is_cue(c->words, c->sentence, i))
			continue;
		cues++;
		at = i;
	}
	return cues < 2 ? c->sentence.end : at;
}

/* Whether nothing stands behind `at`, or whom the source cites. */
static bool
is_closed(const struct clause *c, uint32_t at)
{
	if (clause_is_mark(c, at, ',') && at + 1 < c->sentence.end &&
		c->words[at + 1].traits & CUE_VIA)
		return true;
	return clause_count(c, (struct range){at, c->sentence.end}) == 0;
}

/* "…, |says its head Ida Holm|." */
static bool
closes_inverted(const struct clause *c, struct finding *finding)
{
	uint32_t start = cues_skip_adjuncts(c->words, finding->cue.end, c->sentence.end);
	finding->source = cues_source_right(c->words, start, c->sentence.end, false);
	return clause_is_mark(c, finding->cue.start - 1, ',') &&
	       clause_count(c, (struct range){finding->source.end, c->sentence.end}) == 0;
}

/* "…, |the agency reported|, citing an aide." */
static bool
closes_straight(const struct clause *c, struct finding *finding)
{
	finding->source = cues_source_left(c->words, c->sentence, finding->cue.start);
	return finding->source.start > c->sentence.start &&
	       clause_is_mark(c, finding->source.start - 1, ',') &&
	       finding->source.end == finding->cue.start && is_closed(c, finding->cue.end);
}

/*
 * "The union demands talks, |says its head Ida Holm.|": who says it closes the sentence, and
 * what others say in it is told by that source. `straight`: the source stands before the verb.
 */
static bool
find_closing(const struct clause *c, struct findings *findings, bool straight)
{
	const uint64_t others = CUE_BY | CUE_VIA | CUE_ING | WORD_PRONOUN;
	uint32_t at = last_of_cues(c, !straight);
	if (at == c->sentence.end || c->words[at].traits & others ||
		!(c->words[at].traits & CUE_SPEECH))
		return false;
	struct finding finding = {.cue = cues_span(c->words, c->sentence, at)};
	bool left = !range_is_empty(cues_source_left(c->words, c->sentence, finding.cue.start));
	if (left != straight)
		return false;
	bool closes = straight ? closes_straight(c, &finding) : closes_inverted(c, &finding);
	if (!closes || range_is_empty(finding.source) ||
		!cues_names_source(c->words, finding.source))
		return false;
	clause_add(c, &finding, c->sentence.start,
		straight ? finding.source.start : finding.cue.start);
	findings_add(findings, finding);
	return true;
}

/*
 * "Das zeigt, dass …": only who can speak, or what is written, shows anything for anybody.
 * Where the tagger knows the language it tells.
 */
static bool
is_mere_sign(const struct clause *c, uint64_t cue, struct range source)
{
	const uint64_t speaks = NOUN_SOURCE | NAME_OUTLET | NOUN_ROLE | NAME_FIRST;
	if (c->lexicon->tagged || !(cue & CUE_THAT) || cue & (CUE_SPEECH | CUE_BY))
		return false;
	for (uint32_t i = source.start; i < source.end; i++) {
		const struct word *word = &c->words[i];
		bool name = word->shape == SHAPE_UPPER || word->shape == SHAPE_CAPITAL;
		if (word->traits & speaks ||
			(name && i > c->sentence.start && !(word->traits & NAME_OR_NOUN)))
			return false;
	}
	return true;
}

/*
 * "O treinador saiu. |«Jogámos mal»|, reconheceu.": a verb without a subject behind a quotation
 * has that of the sentence before.
 */
static bool
goes_on_subject(const struct clause *c, uint32_t verb, uint32_t floor, struct finding *finding)
{
	const uint64_t people = NOUN_ROLE | NOUN_ANONYMOUS | NAME_FIRST;
	bool quoted = verb > floor + 2 && (c->words[verb - 1].quoting == QUOTING_CLOSE ||
						  c->words[verb - 2].quoting == QUOTING_CLOSE);
	if (c->lexicon->tagged || !quoted || !(c->words[verb].traits & CUE_SPEECH) ||
		!clause_only_tail_follows(c, finding->cue.end) ||
		!clause_has_left(c, finding->cue.start, floor))
		return false;
	struct range subject = cues_subject(c->words, c->before, c->before.end);
	for (uint32_t i = subject.start; i < subject.end; i++) {
		if (!(c->words[i].traits & people))
			continue;
		uint32_t name = c->words[i].traits & NAME_FIRST ? i : i + 1;
		bool named = name < c->before.end && name_is_capital(&c->words[name]);
		subject.end = named ? name_end(c->words, name, c->before.end) : i + 1;
		finding->source = subject;
		finding->content_count = 0;
		clause_add(c, finding, floor, finding->cue.start);
		return finding->content_count > 0;
	}
	return false;
}

static void
find_in_sentence(const struct clause *c, struct findings *findings, size_t paragraph)
{
	size_t from = findings->count;
	if (c->lexicon->verb_final && final_find(c, findings, paragraph))
		return;
	if (c->lexicon->verb_second && parted_find(c, findings))
		return;
	if (find_closing(c, findings, false) ||
		(!c->lexicon->tagged && find_closing(c, findings, true)))
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
		if (range_is_empty(finding.source) && !impersonal &&
			!goes_on_subject(c, i, floor, &finding)) {
			bool phrase = traits & CUE_BY && !c->lexicon->tagged;
			if (phrase && finding.cue.end > i) /* "según |informó|" */
				i = finding.cue.end - 1;
			continue;
		}
		if (is_mere_sign(c, traits, finding.source))
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

static struct clause
clause_of(const struct article *article, uint32_t sentence)
{
	return (struct clause){article->words.items, article->sentences[sentence].words,
		article->lexicon, sentence_before(article, sentence)};
}

/* Whether the last word is a verb of saying, or somebody is cited: of most neither holds. */
static bool
may_close(const struct clause *c)
{
	uint32_t end = c->sentence.end;
	while (end > c->sentence.start && c->words[end - 1].kind == WORD_MARK)
		end--;
	if (end > c->sentence.start && c->words[end - 1].traits & CUE_SPEECH)
		return true;
	for (uint32_t i = c->sentence.start; i < end; i++)
		if (c->words[i].traits & CUE_VIA)
			return true;
	return false;
}

void
speech_find_closing(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings)
{
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct clause clause = clause_of(article, s);
		if (!range_is_empty(clause.sentence) && may_close(&clause))
			find_closing(&clause, findings, true);
	}
}

void
speech_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings)
{
	size_t from = findings->count;
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct clause clause = clause_of(article, s);
		if (!range_is_empty(clause.sentence))
			find_in_sentence(&clause, findings, from);
	}
	running_find(article, paragraph, findings, from);
}
