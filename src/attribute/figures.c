#include "figures.h"

#include "cues.h"
#include "lexicon.h"
#include "name.h"

enum {
	BELIEF_WORDS = 5,    /* of what is believed at least */
	OBJECT_WORDS = 14,   /* "put |the number of homes that were destroyed| at 300" */
	QUALIFIER_WORDS = 4, /* "spoke of |at least another| 300" */
};

/* Where the words that belong together end: at the next mark; a sign of money is none. */
static uint32_t
phrase_end(const struct word *words, uint32_t from, uint32_t end)
{
	while (from < end &&
		(words[from].kind != WORD_MARK || words[from].mark == '$' || !words[from].mark))
		from++;
	return from;
}

/* Whether a figure stands at `at`, or behind a few words. */
static bool
figure_follows(const struct word *words, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end && i - at < QUALIFIER_WORDS; i++)
		if (words[i].kind == WORD_NUMBER)
			return true;
	return false;
}

/* Whether a figure is what the verb gives, whose object stands from `at` to `end`. */
static bool
gives_figure(const struct word *words, uint64_t traits, uint32_t at, uint32_t end)
{
	if (traits & FIGURE_DIRECT)
		return figure_follows(words, at, end);
	for (uint32_t i = at + 1; i < end && i - at < OBJECT_WORDS; i++)
		if (words[i].traits & WORD_AMOUNT && figure_follows(words, i + 1, end))
			return true;
	return false;
}

/* Whether somebody else says what the figure stands in. */
static bool
is_said(const struct findings *findings, size_t from, struct range figure)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range content = findings->items[i].contents[k];
			if (content.start < figure.end && figure.start < content.end)
				return true;
		}
	return false;
}

/* "Officials believe |the fire was set|": a clause, with or without "that". */
static struct range
belief_at(const struct word *words, uint32_t at, struct range sentence)
{
	const uint64_t begins = WORD_THAT | WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN;
	struct range belief = {at, sentence.end};
	while (belief.end > at && words[belief.end - 1].kind == WORD_MARK)
		belief.end--;
	for (uint32_t i = at; i < belief.end; i++) {
		if (words[i].quoting != QUOTING_NONE || words[i].mark == ';')
			return (struct range){at, at};
		if (words[i].mark == ',' && words[i + 1].traits & WORD_CONJUNCTION)
			belief.end = i; /* "…, but others do not" */
	}
	bool clause =
		at < belief.end && (words[at].traits & begins || name_is_capital(&words[at]));
	return clause && belief.end - at >= BELIEF_WORDS ? belief : (struct range){at, at};
}

static void
add_belief(const struct article *article, uint32_t at, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	struct range sentence = article->sentences[words[at].sentence].words;
	struct finding finding = {.cue = cues_span(words, sentence, at)};
	struct range belief = belief_at(words, finding.cue.end, sentence);
	finding.source = cues_source_left(words, sentence, finding.cue.start);
	if (range_is_empty(belief) || range_is_empty(finding.source) ||
		!cues_names_source(words, finding.source) ||
		finding.cue.end - finding.cue.start > 1 ||
		is_said(findings, from, (struct range){finding.source.start, belief.end}))
		return;
	finding_add_content(&finding, belief);
	findings_add(findings, finding);
}

void
figures_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start; i < paragraph->words.end; i++) {
		if (words[i].traits & CUE_BELIEF && words[i].quoting == QUOTING_NONE)
			add_belief(article, i, findings, from);
		if (!(words[i].traits & (FIGURE_DIRECT | FIGURE_AT)) ||
			words[i].quoting != QUOTING_NONE)
			continue;
		struct range sentence = article->sentences[words[i].sentence].words;
		struct finding finding = {.cue = cues_span(words, sentence, i)};
		struct range object = {
			finding.cue.end, phrase_end(words, finding.cue.end, sentence.end)};
		finding.source = cues_source_left(words, sentence, finding.cue.start);
		if (range_is_empty(finding.source) ||
			!cues_names_source(words, finding.source) ||
			!gives_figure(words, words[i].traits, object.start, object.end) ||
			is_said(findings, from, object))
			continue;
		finding_add_content(&finding, object);
		findings_add(findings, finding);
	}
}
