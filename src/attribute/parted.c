#include "parted.h"

#include "cues.h"
#include "entries.h"

enum {
	APART_WORDS = 14, /* between the verb and its last part */
};

/* Where the last part of the verb at `verb` stands; the sentence's end where it has none. */
static uint32_t
last_part(const struct clause *c, uint32_t verb)
{
	const struct word *words = c->words;
	uint32_t end = c->sentence.end;
	for (uint32_t i = verb + 1; i < end && i - verb <= APART_WORDS; i++) {
		if (words[i].kind == WORD_MARK || words[i].quoting != QUOTING_NONE)
			return end;
		bool closes = i + 1 == end || words[i + 1].kind == WORD_MARK ||
			      words[i + 1].traits & WORD_THAT;
		if (!closes || i == verb + 1)
			continue;
		const struct entry *entry = entries_find(
			c->lexicon, words_hash_next(words[verb].hash, words[i].hash));
		return entry && entry->words == 2 && entry->traits & CUE_SPEECH ? i : end;
	}
	return end;
}

/* "|Die Stadt| gab bekannt", "Am Montag gab |die Stadt| bekannt" */
static struct range
source_of(const struct clause *c, uint32_t verb, uint32_t part)
{
	struct range left = cues_source_left(c->words, c->sentence, verb);
	if (!range_is_empty(left) && !clause_is_time(c, left) &&
		cues_names_source(c->words, left))
		return left;
	uint32_t start = cues_skip_adjuncts(c->words, verb + 1, part);
	struct range right = cues_source_right(c->words, start, part, false);
	return cues_names_source(c->words, right) ? right : (struct range){verb, verb};
}

/* What is said: behind the verb's last part, or all that stands before it. */
static bool
add_verb(const struct clause *c, struct findings *findings, uint32_t verb, uint32_t part)
{
	struct finding finding = {.source = source_of(c, verb, part), .cue = {verb, verb + 1}};
	if (range_is_empty(finding.source))
		return false;
	bool ends = clause_count(c, (struct range){part + 1, c->sentence.end}) == 0;
	if (!ends)
		clause_add_right(c, &finding, part + 1, CUE_SPEECH);
	else if (finding.source.start > verb && clause_has_left(c, verb, c->sentence.start))
		clause_add(c, &finding, c->sentence.start, verb);
	if (finding.content_count == 0)
		return false;
	findings_add(findings, finding);
	return true;
}

bool
parted_find(const struct clause *c, struct findings *findings)
{
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		const struct word *word = &c->words[i];
		if (!(word->traits & PHRASE_BEGINS) || word->traits & CUE_VERB ||
			word->shape != SHAPE_LOWER || word->quoting != QUOTING_NONE)
			continue;
		uint32_t part = last_part(c, i);
		if (part < c->sentence.end && add_verb(c, findings, i, part))
			return true;
	}
	return false;
}
