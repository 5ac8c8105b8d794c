#include "dialogue.h"

#include "cues.h"
#include "lexicon.h"

enum {
	REMARK_WORDS = 30,
	BEFORE_VERB = 3, /* auxiliaries: "— Oui, |lui a| dit X." */
};

static const uint32_t NOWHERE = UINT32_MAX;

/* A dash between phrases: with space, or another mark, on a side. */
static bool
is_dash(const struct word *words, uint32_t at, struct range paragraph)
{
	if (words[at].mark != '-')
		return false;
	return words[at].spaced || at + 1 >= paragraph.end || words[at + 1].spaced ||
	       words[at + 1].kind == WORD_MARK;
}

/* The verb of saying with which a remark begins at `at`; NOWHERE where none does. */
static uint32_t
verb_at(const struct word *words, uint32_t at, uint32_t end)
{
	const uint64_t before = WORD_AUXILIARY | WORD_OBJECT | WORD_REFLEXIVE;
	uint32_t verb = at;
	while (verb < end && verb - at < BEFORE_VERB && words[verb].traits & before &&
		!(words[verb].traits & CUE_SPEECH))
		verb++;
	bool cue = verb < end && words[verb].traits & CUE_SPEECH &&
		   words[verb].shape == SHAPE_LOWER;
	return cue ? verb : NOWHERE;
}

/* Whether who speaks stands behind the verb, and nothing more up to the next mark. */
static bool
names_speaker(const struct word *words, uint32_t verb, uint32_t end)
{
	if (words[verb].traits & WORD_PRONOUN)
		return true; /* dit-il */
	uint32_t from = verb + (words[verb].entry_words ? words[verb].entry_words : 1);
	if (from < end && words[from].traits & (WORD_HE | WORD_SHE | WORD_THEY))
		return true;
	uint32_t start = cues_skip_adjuncts(words, from, end);
	struct range source = cues_source_right(words, start, end, false);
	bool names = !range_is_empty(source) &&
		     (cues_names_source(words, source) || words[start].traits & WORD_ARTICLE);
	return names && (source.end == end || words[source.end].kind == WORD_MARK ||
				words[source.end].traits & (WORD_PREPOSITION | WORD_TIME));
}

/* The mark with which the next remark begins; NOWHERE where there is none. */
static uint32_t
find_remark(const struct word *words, uint32_t from, struct range paragraph)
{
	for (uint32_t i = from; i + 1 < paragraph.end; i++) {
		bool dash = is_dash(words, i, paragraph);
		if (!dash && words[i].mark != ',')
			continue;
		uint32_t verb = verb_at(words, i + 1, paragraph.end);
		if (verb != NOWHERE && (dash || names_speaker(words, verb, paragraph.end)))
			return i;
	}
	return NOWHERE;
}

/* The dash that closes the remark behind `mark`; NOWHERE where it ends without one. */
static uint32_t
remark_end(const struct word *words, uint32_t mark, struct range paragraph)
{
	for (uint32_t i = mark + 2; i < paragraph.end && i - mark < REMARK_WORDS; i++) {
		if (is_dash(words, i, paragraph))
			return i;
		if (words[i].sentence != words[mark + 1].sentence)
			break;
	}
	return NOWHERE;
}

static void
set(const struct words *words, uint32_t from, uint32_t end, enum word_quoting quoting)
{
	for (uint32_t i = from; i < end; i++)
		words->items[i].quoting = (uint8_t)quoting;
}

/* A paragraph that begins with a dash. */
static void
mark_speech(const struct words *words, struct range paragraph)
{
	uint32_t open = paragraph.start;
	uint32_t remark = find_remark(words->items, open + 1, paragraph);
	while (remark != NOWHERE) {
		set(words, open, open + 1, QUOTING_OPEN);
		set(words, open + 1, remark, QUOTING_IN);
		set(words, remark, remark + 1, QUOTING_CLOSE);
		open = remark_end(words->items, remark, paragraph);
		if (open == NOWHERE) {
			set(words, remark + 1, paragraph.end, QUOTING_NONE);
			return;
		}
		set(words, remark + 1, open, QUOTING_NONE);
		remark = find_remark(words->items, open + 1, paragraph);
		if (remark == NOWHERE) {
			set(words, open, open + 1, QUOTING_OPEN);
			set(words, open + 1, paragraph.end, QUOTING_IN);
		}
	}
}

/* A remark within a quotation: the dash at `at` opens it, and another one closes it. */
static uint32_t
mark_remark(const struct words *words, uint32_t at, struct range paragraph)
{
	const struct word *items = words->items;
	uint32_t verb = verb_at(items, at + 1, paragraph.end);
	uint32_t close = verb == NOWHERE ? NOWHERE : remark_end(items, at, paragraph);
	if (close == NOWHERE || items[close].quoting != QUOTING_IN)
		return at;
	set(words, at + 1, close, QUOTING_NONE);
	if (!names_speaker(items, verb, close)) {
		set(words, at + 1, close, QUOTING_IN);
		return at;
	}
	set(words, at, at + 1, QUOTING_CLOSE);
	set(words, close, close + 1, QUOTING_OPEN);
	return close;
}

void
dialogue_mark(const struct words *words, struct range paragraph)
{
	if (range_is_empty(paragraph))
		return;
	if (is_dash(words->items, paragraph.start, paragraph)) {
		mark_speech(words, paragraph);
		return;
	}
	for (uint32_t i = paragraph.start; i < paragraph.end; i++)
		if (words->items[i].quoting == QUOTING_IN &&
			is_dash(words->items, i, paragraph))
			i = mark_remark(words, i, paragraph);
}
