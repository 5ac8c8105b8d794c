#include "cues.h"

#include "lexicon.h"
#include "name.h"

enum {
	FOLLOW_WORDS = 12,
};

static bool
is_noun_here(const struct word *words, struct range sentence, uint32_t at)
{
	uint64_t before = at > sentence.start ? words[at - 1].traits : 0;
	uint64_t after = at + 1 < sentence.end ? words[at + 1].traits : 0;
	if (before & WORD_POSSESSIVE && after & WORD_THAT)
		return false; /* "Holm's |claim| that", a cue all the same */
	if (before & (WORD_DETERMINER | WORD_POSSESSIVE | WORD_PREPOSITION | NAME_PEOPLE) &&
		!(before & (WORD_AUXILIARY | WORD_PRONOUN)))
		return true;
	return after & (CUE_ANY | WORD_AUXILIARY) ||
	       (after & WORD_PREPOSITION && !(after & WORD_THAT));
}

static bool
has_quotation(const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++)
		if (words[i].quoting == QUOTING_OPEN)
			return true;
	return false;
}

/* „…“, |so| Holm. */
static bool
ends_clause(const struct word *words, struct range sentence, uint32_t at)
{
	if (at < sentence.start + 2 || at + 1 >= sentence.end ||
		(words[at - 1].mark != ',' && words[at - 1].quoting != QUOTING_CLOSE) ||
		!(name_is_capital(&words[at + 1]) || words[at + 1].traits & WORD_ARTICLE))
		return false;
	uint32_t end = cues_source_right(words, at + 1, sentence.end, false).end;
	return end == sentence.end || words[end].kind == WORD_MARK;
}

/* "nach |Polizeiangaben|", "|Polizeiangaben| zufolge" */
static bool
is_statement(const struct word *words, struct range sentence, uint32_t at)
{
	bool before = at > sentence.start && words[at - 1].traits & WORD_PREPOSITION;
	bool behind = at + 1 < sentence.end && words[at + 1].traits & CUE_BY &&
		      (words[at + 1].traits & CUE_MANNER) == CUE_BEHIND;
	return before || behind;
}

bool
cues_is_cue(const struct word *words, struct range sentence, uint32_t at)
{
	const struct word *word = &words[at];
	uint64_t traits = word->traits;
	if (!(traits & CUE_ANY) || word->quoting != QUOTING_NONE)
		return false;
	if (traits & CUE_BY && (traits & CUE_MANNER) == CUE_VIEW)
		return at == sentence.start && has_quotation(words, sentence);
	if (traits & CUE_BY && (traits & CUE_MANNER) == CUE_ENDS)
		return ends_clause(words, sentence, at);
	if (traits & CUE_BY && (traits & CUE_MANNER) == CUE_STATEMENT)
		return is_statement(words, sentence, at);
	if (traits & CUE_BY && word->entry_words > 0)
		return true;
	if (traits & CUE_ATTITUDE || word->shape == SHAPE_UPPER)
		return false;
	if (word->shape == SHAPE_CAPITAL && at > sentence.start && !(traits & CUE_ING))
		return false;
	uint64_t before = at > sentence.start ? words[at - 1].traits : 0;
	if (before & WORD_REFLEXIVE || (traits & CUE_NOUN && is_noun_here(words, sentence, at)))
		return false;
	if (traits & CUE_PAST && before & (WORD_DETERMINER | WORD_POSSESSIVE) &&
		!(before & WORD_PRONOUN))
		return false;
	return true;
}

struct range
cues_span(const struct word *words, struct range sentence, uint32_t verb)
{
	struct range span = {
		verb, verb + (words[verb].entry_words ? words[verb].entry_words : 1)};
	if (span.end > sentence.end)
		span.end = verb + 1;
	while (span.end > verb + 1 &&
		(words[span.end - 1].traits & WORD_THAT || words[span.end - 1].mark == ','))
		span.end--; /* "se dice |que|" */
	while (span.start > sentence.start && words[span.start - 1].traits & WORD_AUXILIARY &&
		words[span.start - 1].quoting == QUOTING_NONE)
		span.start--;
	return span;
}

bool
cues_names_source(const struct word *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end; i++)
		if (words[i].traits & (NOUN_SOURCE | NAME_OUTLET | NOUN_ROLE) ||
			words[i].shape == SHAPE_CAPITAL || words[i].shape == SHAPE_UPPER)
			return true;
	return false;
}

bool
cues_follow(const struct word *words, uint32_t at, uint32_t end)
{
	for (uint32_t i = at; i < end && i < at + FOLLOW_WORDS; i++) {
		if (words[i].mark == ',')
			return false;
		if (words[i].traits & (CUE_SPEECH) && words[i].quoting == QUOTING_NONE)
			return true;
	}
	return false;
}
