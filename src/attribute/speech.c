#include "speech.h"

#include "according.h"
#include "clause.h"
#include "cues.h"
#include "quoter.h"
#include "running.h"

enum {
	INSIDE_WORDS = 6, /* of an organisation's name */
	FRONT_WORDS = 4,  /* before the cue in "About this wrote X" */
};

/* Whether the words name an organisation, an outlet or a document; МЧС is one. */
static bool
is_inside(const struct clause *c, struct range source)
{
	const uint64_t things = NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET | NOUN_DOCUMENT;
	bool inside = false;
	if (range_is_empty(source) || source.end - source.start > INSIDE_WORDS)
		return false;
	for (uint32_t i = source.start; i < source.end; i++) {
		if (c->words[i].kind != WORD_LETTERS && c->words[i].mark != '"')
			return false;
		inside |= c->words[i].traits & things || c->words[i].shape == SHAPE_UPPER;
	}
	return inside;
}

/* "У міністерстві повідомили": those in it who speak are not named. */
static struct range
inside_of(const struct clause *c, uint32_t cue)
{
	struct range source = {c->sentence.start + 1, cue};
	bool inside =
		c->words[c->sentence.start].traits & WORD_PREPOSITION && is_inside(c, source);
	return inside ? source : (struct range){cue, cue};
}

/* "…, сообщили в МЧС." */
static struct range
inside_behind(const struct clause *c, uint32_t at)
{
	struct range none = {at, at};
	if (at + 1 >= c->sentence.end || !(c->words[at].traits & WORD_PREPOSITION))
		return none;
	struct range source = cues_source_right(c->words, at + 1, c->sentence.end, false);
	return is_inside(c, source) ? source : none;
}

/* "Das sagte ein Sprecher": no source stands before the cue, but a word for what was said. */
static bool
is_fronted(const struct clause *c, uint32_t cue)
{
	const uint64_t front =
		WORD_THIS | WORD_PREPOSITION | WORD_DETERMINER | WORD_AUXILIARY | WORD_PRONOUN;
	bool this = false;
	for (uint32_t i = c->sentence.start; i < cue; i++) {
		if (!(c->words[i].traits & front))
			return false;
		this |= (c->words[i].traits & WORD_THIS) != 0;
	}
	return this && cue - c->sentence.start <= FRONT_WORDS;
}

/* Who says it: the source behind the cue, or a pronoun before it, "Про це |вона| сказала". */
static struct range
speaker_of_fronted(const struct clause *c, uint32_t cue, struct range right)
{
	if (cue > c->sentence.start && c->words[cue - 1].traits & (WORD_HE | WORD_SHE))
		return (struct range){cue - 1, cue};
	return right;
}

/* The source says the sentence before. */
static void
take_fronted(const struct clause *c, struct finding *finding, struct range right)
{
	while (right.end > right.start && c->words[right.end - 1].traits & WORD_PREPOSITION)
		right.end--; /* "Das teilte die Polizei mit" */
	finding->source = right;
	clause_add(c, finding, c->before.start, c->before.end);
}

/* Where what is said ends that stands before its source: ", wie die Polizei sagte". */
static uint32_t
before_source(const struct clause *c, uint32_t source)
{
	bool as = source > c->sentence.start + 1 && c->words[source - 1].traits & WORD_AS &&
		  clause_is_mark(c, source - 2, ',');
	return as ? source - 1 : source;
}

/* Where the tail of a cue begins that stands behind what is said: "…, X told reporters |today."
 */
static uint32_t
tail_of(const struct clause *c, struct range cue)
{
	if (!(c->words[cue.end - 1].traits & CUE_TO))
		return cue.end;
	return cues_source_right(c->words, cue.end, c->sentence.end, false).end;
}

/* A phrase that may name no source: no name, no noun for who speaks, no article or pronoun. */
static bool
is_bare(const struct clause *c, struct range source)
{
	const uint64_t begins = WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN |
				WORD_RELATIVE | WORD_CONJUNCTION;
	return range_is_empty(source) || (!cues_names_source(c->words, source) &&
						 !(c->words[source.start].traits & begins));
}

/*
 * "Un funcionario |que pidió no ser identificado| afirmó": the noun before the relative clause
 * that ends before the cue; empty where there is none.
 */
static struct range
before_relative(const struct clause *c, uint32_t cue)
{
	struct range none = {cue, cue};
	uint32_t at = c->sentence.start;
	struct range source = cues_source_right(c->words, at, cue, false);
	uint32_t next = source.end;
	if (range_is_empty(source) || !cues_names_source(c->words, source))
		return none;
	if (clause_is_mark(c, next, ','))
		next++;
	bool relative = next < cue && c->words[next].traits & (WORD_RELATIVE | WORD_THAT);
	for (uint32_t i = next; relative && i < cue; i++)
		if (c->words[i].quoting != QUOTING_NONE)
			return none;
	return relative ? source : none;
}

/* "The head of the ministry, Ida Holm, |called| …": all before the cue is its source. */
static bool
is_all_source(const struct clause *c, struct range source, uint32_t cue)
{
	if (source.start != c->sentence.start || source.end + 1 != cue ||
		!cues_names_source(c->words, source))
		return false;
	for (uint32_t i = source.start; i < source.end; i++)
		if (c->words[i].mark == ',')
			return true;
	return false;
}

static struct finding
verb_phrase(const struct clause *c, uint32_t verb, uint32_t floor, struct range subject)
{
	struct finding finding = {.cue = cues_span(c->words, c->sentence, verb)};
	uint64_t cue = c->words[verb].traits;
	struct range left = cues_source_left(c->words, c->sentence, finding.cue.start);
	uint32_t behind = cues_skip_adjuncts(c->words, finding.cue.end, c->sentence.end);
	struct range right = cues_source_right(c->words, behind, c->sentence.end, false);
	if (cue & WORD_PRONOUN) /* « Oui », dit-il. */
		left = finding.cue;
	struct range whole = is_bare(c, left) ? before_relative(c, finding.cue.start) : left;
	if (!range_is_empty(whole))
		left = whole;
	if (range_is_empty(left) && range_is_empty(right))
		left = inside_of(c, finding.cue.start);
	if (range_is_empty(left) && range_is_empty(right))
		right = inside_behind(c, behind);
	uint32_t before = before_source(c, left.start);
	/* "…, the mayor, X, told |a crowd|": the speaker of such a verb stands before it. */
	bool hearer = cue & CUE_TO && !range_is_empty(left);
	bool inverted = !range_is_empty(right) && !is_all_source(c, left, finding.cue.start) &&
			!(cue & CUE_ING) && !hearer &&
			clause_has_left(c, finding.cue.start, floor) &&
			(range_is_empty(left) || c->words[finding.cue.start - 1].mark) &&
			(clause_only_tail_follows(c, right.end) ||
				clause_relative_follows(c, right.end,
					(struct range){floor, finding.cue.start}));
	if (is_fronted(c, finding.cue.start) &&
		!range_is_empty(speaker_of_fronted(c, finding.cue.start, right))) {
		take_fronted(c, &finding, speaker_of_fronted(c, finding.cue.start, right));
	} else if (inverted) { /* "…," said X */
		finding.source = right;
		clause_add_left(c, &finding, finding.cue.start, right.end, floor);
	} else if (cue & CUE_ING && range_is_empty(left)) { /* …, adding that */
		finding.source = subject;
		clause_add_right(c, &finding, finding.cue.end, cue);
	} else if (!range_is_empty(left) && clause_has_left(c, before, floor) &&
		   clause_only_tail_follows(c, tail_of(c, finding.cue))) { /* …, X said */
		finding.source = left;
		clause_add_left(c, &finding, before, tail_of(c, finding.cue), floor);
	} else {
		finding.source = range_is_empty(left) ? subject : left;
		clause_add_right(c, &finding, finding.cue.end, cue);
	}
	return finding;
}

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
find_in_sentence(const struct clause *c, struct findings *findings)
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
		struct finding finding = (traits & CUE_MANNER) == CUE_BEHIND
						 ? according_behind(c, i, floor)
					 : traits & CUE_BY ? according_to(c, i, floor)
							   : verb_phrase(c, i, floor, subject);
		if (range_is_empty(finding.source))
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
			find_in_sentence(&clause, findings);
	}
	running_find(article, paragraph, findings, from);
}
