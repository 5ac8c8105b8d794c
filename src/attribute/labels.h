/*
 * labels: findings as one label for each word, as the tagger learns and gives them. A source
 * says on which side its cue stands, so does a content; a label of `none` has its cue in
 * another paragraph, or has none.
 */
#ifndef LABELS_H
#define LABELS_H

#include "finding.h"
#include "words.h"

/* B begins a run, I goes it on. */
enum label {
	LABEL_NONE, /* place 0 is not used: it holds a feature's fingerprint in the weights */
	LABEL_O,
	LABEL_B_CUE,
	LABEL_B_SOURCE_RIGHT, /* a source whose cue stands right of it */
	LABEL_B_SOURCE_LEFT,
	LABEL_B_SOURCE_ALONE,
	LABEL_B_CONTENT_RIGHT,
	LABEL_B_CONTENT_LEFT,
	LABEL_B_CONTENT_ALONE,
	LABEL_I_CUE,
	LABEL_I_SOURCE_RIGHT,
	LABEL_I_SOURCE_LEFT,
	LABEL_I_SOURCE_ALONE,
	LABEL_I_CONTENT_RIGHT,
	LABEL_I_CONTENT_LEFT,
	LABEL_I_CONTENT_ALONE,
	LABELS,
	LABEL_INSIDE = LABEL_I_CUE - LABEL_B_CUE, /* from a B to its I */
};

/*
 * Gives the paragraph's words their labels; `labels` has one for each word of the paragraph.
 * Where findings overlap, cues win over sources and these over contents.
 */
void labels_write(
	const struct finding *findings, size_t count, struct range paragraph, uint8_t *labels);

/* Adds the findings that the labels of a paragraph stand for. */
void labels_read(const uint8_t *labels, const struct word *words, struct range paragraph,
	struct findings *findings);

#endif
