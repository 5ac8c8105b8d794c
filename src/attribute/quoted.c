#include "quoted.h"

#include "clause.h"
#include "cues.h"
#include "lexicon.h"

enum {
	QUOTED_WORDS = 25, /* from the verb to "as saying" */
};

/* A sentence of that kind, taken apart. */
struct quoted {
	struct range verb, as;     /* "was quoted", "as saying" */
	struct range inner, outer; /* who said it, who has it from them; may be empty */
	uint32_t end;              /* behind "as saying", or "as saying by the paper" */
};

/* Whether "as saying" stands there. */
static bool
is_as(const struct word *words, uint32_t at, struct range sentence)
{
	return at + 1 < sentence.end && words[at].traits & WORD_AS &&
	       words[at].quoting == QUOTING_NONE && words[at + 1].traits & CUE_SPEECH &&
	       words[at + 1].traits & CUE_ING;
}

/* The verb of quoting before "as saying"; `as` where there is none. */
static uint32_t
verb_before(const struct word *words, struct range sentence, uint32_t as)
{
	for (uint32_t i = as; i > sentence.start && as - i < QUOTED_WORDS; i--) {
		const struct word *word = &words[i - 1];
		if (word->quoting != QUOTING_NONE || word->mark == ';')
			break;
		if (word->traits & (CUE_ACT | CUE_VIA) && word->shape == SHAPE_LOWER &&
			cues_is_cue(words, sentence, i - 1))
			return i - 1;
	}
	return as;
}

static bool
is_passive(const struct word *words, struct range verb, uint32_t at)
{
	for (uint32_t i = verb.start; i < at; i++)
		if (words[i].traits & WORD_BE)
			return true;
	return false;
}

/* The source in "|by the paper| as saying"; empty where there is none. */
static struct range
behind_by(const struct word *words, uint32_t at, uint32_t end)
{
	struct range none = {at, at};
	if (at + 1 >= end || !(words[at].traits & WORD_PREPOSITION))
		return none;
	struct range source = cues_source_right(words, at + 1, end, false);
	return cues_names_source(words, source) ? source : none;
}

/* "was quoted |by the paper| as saying", "was quoted as saying |by the paper|" */
static void
take_passive(
	const struct word *words, struct range sentence, uint32_t verb, struct quoted *quoted)
{
	quoted->inner = cues_source_left(words, sentence, quoted->verb.start);
	quoted->outer = behind_by(words, verb + 1, quoted->as.start);
	if (!range_is_empty(quoted->outer))
		return;
	quoted->outer = behind_by(words, quoted->as.end, sentence.end);
	if (!range_is_empty(quoted->outer))
		quoted->end = quoted->outer.end;
}

/* "The paper quoted |the mayor, Ida Holm,| as saying" */
static bool
take_active(
	const struct word *words, struct range sentence, uint32_t verb, struct quoted *quoted)
{
	struct range inner = {verb + 1, quoted->as.start};
	while (inner.end > inner.start && words[inner.end - 1].mark == ',')
		inner.end--;
	quoted->inner = inner;
	quoted->outer = cues_source_left(words, sentence, quoted->verb.start);
	return !range_is_empty(inner) &&
	       (cues_names_source(words, inner) || words[inner.start].traits & WORD_OBJECT);
}

static bool
take_apart(const struct word *words, struct range sentence, uint32_t as, struct quoted *quoted)
{
	uint32_t verb = verb_before(words, sentence, as);
	if (verb == as)
		return false;
	*quoted = (struct quoted){
		.verb = cues_span(words, sentence, verb), .as = {as, as + 2}, .end = as + 2};
	quoted->verb.end = verb + 1;
	if (is_passive(words, quoted->verb, verb)) {
		take_passive(words, sentence, verb, quoted);
		return !range_is_empty(quoted->inner);
	}
	return take_active(words, sentence, verb, quoted);
}

/* Takes away what was found of these words; what was said before them goes to `said`. */
static void
take_known(struct findings *findings, size_t from, const struct quoted *quoted,
	struct finding *said)
{
	struct range all = {quoted->verb.start, quoted->end};
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		bool about = ranges_overlap(finding->cue, all);
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range content = finding->contents[k];
			about |= ranges_overlap(content, all);
			if (ranges_overlap(finding->cue, all) && content.end <= all.start &&
				!ranges_overlap(content, quoted->inner))
				finding_add_content(said, content);
		}
		if (about)
			finding->content_count = 0;
	}
}

static void
add_quoted(const struct article *article, struct range sentence, const struct quoted *quoted,
	struct findings *findings, size_t from)
{
	struct clause clause = {article->words.items, sentence, article->lexicon, {0, 0}};
	struct finding inner = {.source = quoted->inner, .cue = quoted->as};
	take_known(findings, from, quoted, &inner);
	if (inner.content_count == 0)
		clause_add_right(&clause, &inner, quoted->end, CUE_SPEECH | CUE_ING);
	findings_add(findings, inner);
	struct finding outer = inner;
	outer.source = quoted->outer;
	outer.cue = quoted->verb;
	if (!range_is_empty(outer.source))
		findings_add(findings, outer);
}

void
quoted_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start + 1; i < paragraph->words.end; i++) {
		if (!(words[i].traits & WORD_AS))
			continue;
		struct range sentence = article_sentence_of(article, i);
		struct quoted quoted;
		if (is_as(words, i, sentence) && take_apart(words, sentence, i, &quoted))
			add_quoted(article, sentence, &quoted, findings, from);
	}
}
