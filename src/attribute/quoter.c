#include "quoter.h"

#include "cues.h"
#include "lexicon.h"
#include "name.h"

enum {
	QUOTATION_WORDS = 2, /* fewer are a word in quotation marks */
	AUXILIARIES = 2,     /* before a verb: "a-t-il |rétorqué" */
	SUBJECT_REACH = 6,   /* words from an article to its noun */
};

/* The quotation that begins with the mark at `open`, marks included. */
static struct range
quotation_at(const struct clause *c, uint32_t open)
{
	uint32_t end = open + 1;
	while (end < c->sentence.end && c->words[end].quoting == QUOTING_IN)
		end++;
	if (end < c->sentence.end && c->words[end].quoting == QUOTING_CLOSE)
		end++;
	return (struct range){open, end};
}

/* A word in small letters that may be a verb. */
static bool
may_be_verb(const struct word *word)
{
	const uint64_t others =
		(WORD_FUNCTION & ~WORD_PRONOUN) | NOUN_SOURCE | NOUN_ROLE | WORD_TIME;
	return word->kind == WORD_LETTERS && word->shape == SHAPE_LOWER &&
	       word->quoting == QUOTING_NONE && !(word->traits & others);
}

/* Whether a source may begin with the word: a name, an article, a noun for who speaks. */
static bool
may_be_source(const struct word *word)
{
	return name_is_capital(word) ||
	       word->traits & (WORD_ARTICLE | NOUN_SOURCE | NOUN_ROLE | WORD_HE | WORD_SHE);
}

/* The first word behind a quotation and the comma or dash that follows it. */
static uint32_t
behind(const struct clause *c, uint32_t at)
{
	while (at < c->sentence.end &&
		(clause_is_mark(c, at, ',') || clause_is_mark(c, at, '-')))
		at++;
	return at;
}

/* “…”, chirped Ida Holm */
static bool
take_inverted(const struct clause *c, uint32_t at, struct finding *finding)
{
	uint32_t verb = at;
	while (verb < c->sentence.end && verb - at < AUXILIARIES &&
		c->words[verb].traits & WORD_AUXILIARY && c->words[verb].shape == SHAPE_LOWER)
		verb++;
	if (verb >= c->sentence.end || !may_be_verb(&c->words[verb]))
		return false;
	uint32_t start = cues_skip_adjuncts(c->words, verb + 1, c->sentence.end);
	struct range right = cues_source_right(c->words, start, c->sentence.end, false);
	if (range_is_empty(right) || !may_be_source(&c->words[start]) ||
		!cues_names_source(c->words, right) || !clause_only_tail_follows(c, right.end))
		return false;
	finding->cue = (struct range){at, verb + 1};
	finding->source = right;
	return true;
}

/* “…,” Ida Holm chirped */
static bool
take_straight(const struct clause *c, uint32_t at, struct finding *finding)
{
	if (at < c->sentence.end && c->words[at].traits & WORD_AS)
		at++; /* “…”, as a hunter put it */
	if (at >= c->sentence.end || !may_be_source(&c->words[at]))
		return false;
	struct range source = cues_source_right(c->words, at, c->sentence.end, false);
	uint32_t verb = name_is_capital(&c->words[at]) ? name_end(c->words, at, c->sentence.end)
						       : source.end;
	if (verb >= c->sentence.end || !may_be_verb(&c->words[verb]) ||
		!clause_only_tail_follows(c, verb + 1))
		return false;
	finding->source = (struct range){at, verb};
	finding->cue = (struct range){verb, verb + 1};
	return true;
}

/* The end of the noun phrase for a person that the sentence begins with; its start for none. */
static uint32_t
subject_end(const struct clause *c)
{
	uint32_t start = c->sentence.start, end = c->sentence.end, i = start;
	if (c->words[i].traits & (WORD_HE | WORD_SHE))
		return start + 1;
	while (i < end && i - start < SUBJECT_REACH && c->words[i].kind == WORD_LETTERS &&
		!(c->words[i].traits & (NOUN_SOURCE | NOUN_ROLE)) &&
		(i == start || !name_is_capital(&c->words[i])))
		i++;
	bool noun = i < end && c->words[i].traits & (NOUN_SOURCE | NOUN_ROLE);
	bool article = c->words[start].traits & (WORD_ARTICLE | WORD_POSSESSIVE);
	if (noun && (article || i == start)) {
		uint32_t next = i + 1;
		return next < end && name_is_capital(&c->words[next])
			       ? name_end(c->words, next, end)
			       : next;
	}
	bool name = name_is_capital(&c->words[start]) &&
		    !(c->words[start].traits & (WORD_FUNCTION | WORD_TIME | NAME_PLACE));
	return name ? name_end(c->words, start, end) : start;
}

/* Ida Holm threw back: “…” */
static bool
take_announced(const struct clause *c, uint32_t open, struct finding *finding)
{
	if (open < c->sentence.start + 2 || !clause_is_mark(c, open - 1, ':'))
		return false;
	for (uint32_t i = c->sentence.start; i < open - 1; i++)
		if (c->words[i].quoting != QUOTING_NONE || c->words[i].mark == ':')
			return false;
	uint32_t end = subject_end(c);
	if (end == c->sentence.start || end >= open)
		return false;
	finding->source = (struct range){c->sentence.start, end};
	finding->cue = may_be_verb(&c->words[end]) ? (struct range){end, end + 1}
						   : (struct range){open - 1, open};
	return true;
}

void
quoter_find(const struct clause *c, struct findings *findings, size_t from)
{
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		if (c->words[i].quoting != QUOTING_OPEN)
			continue;
		struct range quotation = quotation_at(c, i);
		uint32_t next = behind(c, quotation.end);
		struct finding finding = {0};
		bool whole = next > quotation.end || i == c->sentence.start;
		bool found = clause_count(c, quotation) >= QUOTATION_WORDS &&
			     !findings_claim(findings, from, quotation) &&
			     (take_announced(c, i, &finding) ||
				     (whole && (take_inverted(c, next, &finding) ||
						       take_straight(c, next, &finding))));
		i = quotation.end - 1;
		if (!found)
			continue;
		finding_add_content(&finding, quotation);
		findings_add(findings, finding);
	}
	findings_sort(findings, from);
}
