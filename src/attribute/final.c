#include "final.h"

#include "cues.h"
#include "name.h"

enum {
	SOURCE_WORDS = 14,
	LAST_WORDS = 3, /* of a verb: "ifade ettiğini söyledi" */
};

/* The verb of saying with which the sentence ends; its end where there is none. */
static uint32_t
last_verb(const struct clause *c)
{
	uint32_t end = c->sentence.end;
	while (end > c->sentence.start && c->words[end - 1].kind == WORD_MARK)
		end--;
	for (uint32_t i = end; i > c->sentence.start && end - i < LAST_WORDS; i--) {
		const struct word *word = &c->words[i - 1];
		uint32_t words = word->entry_words ? word->entry_words : 1;
		if (word->traits & (CUE_SPEECH | CUE_THAT) && i - 1 + words == end &&
			cues_is_cue(c->words, c->sentence, i - 1))
			return i - 1;
	}
	return c->sentence.end;
}

/* The first of the verb's words: a longer phrase may end with it, "|diye| konuştu". */
static uint32_t
verb_start(const struct clause *c, uint32_t verb)
{
	uint32_t start = verb;
	for (uint32_t i = verb; i > c->sentence.start && verb - i < LAST_WORDS; i--)
		if (c->words[i - 1].traits & (CUE_SPEECH | CUE_THAT) &&
			i - 1 + c->words[i - 1].entry_words > verb)
			start = i - 1;
	return start;
}

/* "Belediye Başkanı Ahmet Yılmaz |köprünün açılacağını|": where name and titles end. */
static uint32_t
name_at_start(const struct clause *c, uint32_t verb)
{
	uint32_t at = c->sentence.start;
	while (at < verb && at - c->sentence.start < SOURCE_WORDS &&
		(name_is_capital(&c->words[at]) ||
			c->words[at].traits & (NOUN_SOURCE | NOUN_ROLE)))
		at++;
	return at;
}

/* Who says it: up to the first comma, or the name with which the sentence begins. */
static struct range
source_before(const struct clause *c, uint32_t verb)
{
	struct range source = {c->sentence.start, c->sentence.start};
	for (uint32_t i = source.start; i < verb && i - source.start < SOURCE_WORDS; i++) {
		if (c->words[i].quoting != QUOTING_NONE)
			break;
		if (c->words[i].mark != ',')
			continue;
		source.end = i;
		return cues_names_source(c->words, source) ? source : (struct range){i, i};
	}
	source.end = name_at_start(c, verb);
	bool more = source.end > source.start + 1 ||
		    (source.end > source.start &&
			    c->words[source.start].traits & (NOUN_SOURCE | NOUN_ROLE));
	return more ? source : (struct range){c->sentence.start, c->sentence.start};
}

bool
final_find(const struct clause *c, struct findings *findings, size_t from)
{
	uint32_t verb = last_verb(c);
	if (verb == c->sentence.end)
		return false;
	verb = verb_start(c, verb);
	struct finding finding = {.cue = cues_span(c->words, c->sentence, verb)};
	finding.source = source_before(c, verb);
	uint32_t start = c->sentence.start;
	if (!range_is_empty(finding.source))
		start = finding.source.end;
	else if (findings->count > from)
		finding.source = findings->items[findings->count - 1].source;
	else
		return false;
	clause_add(c, &finding, start, verb);
	if (finding.content_count == 0)
		return false;
	findings_add(findings, finding);
	return true;
}
