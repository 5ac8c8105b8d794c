#include "heading.h"

#include <stdlib.h>

#include "lexicon.h"
#include "memory.h"
#include "sort.h"

enum {
	SPEAKER_WORDS = 6, /* the longest source in a heading */
	CONTENT_WORDS = 2,
};

/* The words in capitals of all sources that the text names, as hashes in order. */
struct named {
	uint64_t *hashes;
	size_t count, capacity;
};

static int
compare_hashes(const void *left, const void *right, const void *context)
{
	(void)context;
	const uint64_t *a = left, *b = right;
	return (*a > *b) - (*a < *b);
}

static void
list_named(struct named *named, const struct word *words, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		struct range source = findings->items[i].source;
		for (uint32_t k = source.start; k < source.end; k++) {
			if (words[k].shape != SHAPE_CAPITAL)
				continue;
			named->hashes = memory_reserve(named->hashes, &named->capacity,
				named->count + 1, sizeof *named->hashes);
			named->hashes[named->count++] = words[k].hash;
		}
	}
	sort_items(named->hashes, named->count, sizeof *named->hashes, compare_hashes, NULL);
}

static bool
is_named(const struct named *named, const struct word *word)
{
	size_t at = sort_find(named->hashes, named->count, sizeof *named->hashes,
		compare_hashes, NULL, &word->hash);
	return at < named->count && named->hashes[at] == word->hash;
}

/* Marks the paragraphs of which something is said. */
static void
mark_told(const struct article *article, const struct findings *findings)
{
	const struct word *words = article->words.items;
	for (size_t i = 0; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range content = findings->items[i].contents[k];
			const struct sentence *first =
				&article->sentences[words[content.start].sentence];
			const struct sentence *last =
				&article->sentences[words[content.end - 1].sentence];
			for (uint32_t p = first->paragraph; p <= last->paragraph; p++)
				article->paragraphs[p].told = true;
		}
}

/* Whether the words name who may speak: a role, an organisation, somebody in the text. */
static bool
is_speaker(const struct word *words, struct range range, const struct named *named)
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
	return speaker || is_named(named, &words[range.end - 1]);
}

/* What stands before and behind the mark at `at`, as source and content. */
static bool
take(const struct word *words, struct range heading, uint32_t at, const struct named *named,
	struct finding *finding)
{
	struct range left = {heading.start, at}, right = {at + 1, heading.end};
	bool label = words[at].mark == ':';
	while (left.end > left.start && words[left.end - 1].mark == ',')
		left.end--; /* ", — мэр" */
	struct range source = label ? left : right, content = label ? right : left;
	if (words_count_letters(words, content) < CONTENT_WORDS ||
		!is_speaker(words, source, named))
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
find_in(const struct word *words, struct range heading, const struct named *named,
	struct finding *finding)
{
	uint32_t dash = heading.start;
	for (uint32_t i = heading.start; i < heading.end; i++) {
		if (!may_divide(words, i, heading))
			continue;
		if (words[i].mark == ':')
			return take(words, heading, i, named, finding);
		dash = i;
	}
	return dash > heading.start && take(words, heading, dash, named, finding);
}

static int
compare_cues(const void *left, const void *right, const void *context)
{
	const struct finding *a = left, *b = right;
	(void)context;
	return (a->cue.start > b->cue.start) - (a->cue.start < b->cue.start);
}

void
heading_find(const struct article *article, struct findings *findings)
{
	struct named named = {0};
	size_t before = findings->count;
	mark_told(article, findings);
	list_named(&named, article->words.items, findings);
	for (size_t p = 0; p < article->paragraph_count; p++) {
		const struct paragraph *paragraph = &article->paragraphs[p];
		struct finding finding;
		if (paragraph->heading && !paragraph->told &&
			!range_is_empty(paragraph->words) &&
			find_in(article->words.items, paragraph->words, &named, &finding))
			findings_add(findings, finding);
	}
	if (findings->count > before)
		sort_items(findings->items, findings->count, sizeof *findings->items,
			compare_cues, NULL);
	free(named.hashes);
}
