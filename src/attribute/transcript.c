#include "transcript.h"

enum {
	LABEL_WORDS = 5,    /* before the colon */
	SPEAKER_LABELS = 3, /* so many make a transcript */
};

/* Some transcripts put a quotation mark before each paragraph. */
static bool
is_quoted(const struct word *words, struct range paragraph)
{
	return !range_is_empty(paragraph) && words[paragraph.start].mark == '"';
}

/* The words before a colon at the paragraph's beginning; empty where it has none. */
static struct range
label_of(const struct word *words, struct range paragraph)
{
	if (is_quoted(words, paragraph))
		paragraph.start++;
	for (uint32_t i = paragraph.start; i < paragraph.end; i++) {
		if (words[i].mark == ':' && i + 1 < paragraph.end)
			return (struct range){paragraph.start, i};
		if (i - paragraph.start == LABEL_WORDS ||
			(words[i].kind == WORD_MARK && !(words[i].traits & NAME_POINT)))
			break;
	}
	return (struct range){paragraph.start, paragraph.start};
}

/* Names in capitals: "PENCE:", "Q:", "MAYOR LOPEZ:". */
static bool
is_speaker(const struct word *words, struct range label)
{
	for (uint32_t i = label.start; i < label.end; i++) {
		bool initial = words[i].end - words[i].start == 1;
		if (words[i].kind == WORD_NUMBER ||
			(words[i].kind == WORD_LETTERS && words[i].shape != SHAPE_UPPER &&
				!(initial && words[i].shape == SHAPE_CAPITAL)))
			return false;
	}
	return !range_is_empty(label);
}

static bool
is_outlet(const struct word *words, struct range label)
{
	uint32_t start = label.start;
	if (start < label.end && words[start].traits & WORD_ARTICLE &&
		!(words[start].traits & NAME_OUTLET))
		start++;
	return start < label.end && words[start].traits & NAME_OUTLET &&
	       words[start].entry_words == label.end - start;
}

void
transcript_begin(struct transcript *transcript, const struct article *article)
{
	size_t labels = 0;
	for (size_t p = 0; p < article->paragraph_count; p++)
		labels += is_speaker(article->words.items,
			label_of(article->words.items, article->paragraphs[p].words));
	*transcript = (struct transcript){.spoken = labels >= SPEAKER_LABELS};
}

static void
add(const struct word *words, struct range source, struct range cue, struct range content,
	struct findings *findings)
{
	if (content.end > content.start && words[content.end - 1].mark == '.' &&
		words[content.end - 1].quoting == QUOTING_NONE)
		content.end--;
	struct finding finding = {.source = source, .cue = cue};
	finding_add_content(&finding, content);
	if (finding.content_count > 0)
		findings_add(findings, finding);
}

/* A paragraph without a label goes on the speech before it where both are quoted. */
static uint32_t
go_on(const struct transcript *transcript, const struct word *words, struct range paragraph,
	struct findings *findings)
{
	if (!transcript->speaks || !is_quoted(words, paragraph) ||
		paragraph.end - paragraph.start < 2 || words[paragraph.start + 1].mark == '(')
		return 0;
	add(words, transcript->speaker,
		(struct range){transcript->speaker.end, transcript->speaker.end + 1}, paragraph,
		findings);
	return 1;
}

uint32_t
transcript_find(struct transcript *transcript, const struct article *article,
	const struct paragraph *paragraph, struct findings *findings)
{
	const struct word *words = article->words.items;
	struct range label = label_of(words, paragraph->words);
	if (range_is_empty(label))
		return go_on(transcript, words, paragraph->words, findings);
	struct range colon = {label.end, label.end + 1};
	struct range rest = {label.end + 1, paragraph->words.end};
	uint64_t traits = words[label.end - 1].traits;
	if ((traits & LABEL_ANY) == LABEL_SOURCE) {
		transcript->source = rest;
	} else if ((traits & LABEL_ANY) == LABEL_QUOTE && !range_is_empty(transcript->source)) {
		add(words, transcript->source, label, rest, findings);
	} else if (transcript->spoken && is_speaker(words, label)) {
		add(words, label, colon, rest, findings);
		transcript->speaker = label;
		transcript->speaks = is_quoted(words, paragraph->words);
	} else if (is_outlet(words, label)) {
		add(words, label, colon, rest, findings);
	} else {
		return 0;
	}
	return label.end + 1 - label.start;
}
