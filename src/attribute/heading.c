#include "heading.h"

#include "lexicon.h"

enum {
	SPEAKER_WORDS = 6, /* the longest source in a heading */
	CONTENT_WORDS = 2,
};

/* Whether the last word is that of a source which the text names elsewhere. */
static bool
is_named_elsewhere(const struct word *words, uint32_t last, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		struct range source = findings->items[i].source;
		for (uint32_t k = source.start; k < source.end; k++)
			if (words[k].hash == words[last].hash &&
				words[k].shape == SHAPE_CAPITAL)
				return true;
	}
	return false;
}

/* Whether the words name who may speak: a role, an organisation, somebody in the text. */
static bool
is_speaker(const struct word *words, struct range range, const struct findings *findings)
{
	const uint64_t speakers = NOUN_ROLE | NOUN_ANONYMOUS | NOUN_ORGANISATION | NOUN_OUTLET |
				  NAME_OUTLET | NAME_HONORIFIC | NAME_FIRST;
	const uint64_t others = WORD_THAT | WORD_AUXILIARY | WORD_SUBORDINATOR | WORD_RELATIVE |
				WORD_PRONOUN | CUE_BY;
	bool speaker = false;
	if (range_is_empty(range) || range.end - range.start > SPEAKER_WORDS)
		return false;
	for (uint32_t i = range.start; i < range.end; i++) {
		uint64_t traits = words[i].traits;
		bool mark = words[i].kind == WORD_MARK && !(traits & NAME_POINT);
		if (mark || words[i].kind == WORD_NUMBER || traits & others ||
			words[i].quoting == QUOTING_IN)
			return false;
		speaker |= (traits & speakers) != 0;
	}
	uint64_t last = words[range.end - 1].traits;
	if (last & (LABEL_ANY | NOUN_DOCUMENT | NAME_PLACE))
		return false;
	return speaker || is_named_elsewhere(words, range.end - 1, findings);
}

/* What stands before and behind the mark at `at`, as source and content. */
static bool
take(const struct word *words, struct range heading, uint32_t at,
	const struct findings *findings, struct finding *finding)
{
	struct range left = {heading.start, at}, right = {at + 1, heading.end};
	bool label = words[at].mark == ':';
	while (left.end > left.start && words[left.end - 1].mark == ',')
		left.end--; /* ", — мэр" */
	struct range source = label ? left : right, content = label ? right : left;
	if (words_count_letters(words, content) < CONTENT_WORDS ||
		!is_speaker(words, source, findings))
		return false;
	*finding = (struct finding){.source = source, .cue = {at, at + 1}};
	return finding_add_content(finding, content);
}

/* A mark with space on both sides, or a colon behind a word. */
static bool
may_divide(const struct word *words, uint32_t at, struct range heading)
{
	if (at == heading.start || at + 1 >= heading.end || !words[at + 1].spaced ||
		words[at].quoting != QUOTING_NONE)
		return false;
	return words[at].mark == ':' || (words[at].mark == '-' && words[at].spaced);
}

/* By its first colon, or else by its last dash. */
static bool
find_in(const struct word *words, struct range heading, const struct findings *findings,
	struct finding *finding)
{
	uint32_t dash = heading.start;
	for (uint32_t i = heading.start; i < heading.end; i++) {
		if (!may_divide(words, i, heading))
			continue;
		if (words[i].mark == ':')
			return take(words, heading, i, findings, finding);
		dash = i;
	}
	return dash > heading.start && take(words, heading, dash, findings, finding);
}

void
heading_find(const struct article *article, struct findings *findings)
{
	bool added = false;
	for (size_t p = 0; p < article->paragraph_count; p++) {
		const struct paragraph *paragraph = &article->paragraphs[p];
		struct finding finding;
		if (!paragraph->heading || range_is_empty(paragraph->words) ||
			findings_claim(findings, 0, paragraph->words) ||
			!find_in(article->words.items, paragraph->words, findings, &finding))
			continue;
		findings_add(findings, finding);
		added = true;
	}
	if (added)
		findings_sort(findings, 0);
}
