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
	LABEL_O, /* nothing of the kind */
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
	LABEL_UNUSED, /* makes them sixteen, which a processor adds at once */
	LABELS,
	LABEL_INSIDE = LABEL_I_CUE - LABEL_B_CUE, /* from a B to its I */
};

/*
 * Gives the paragraph's words their labels; `labels` has one for each word of the paragraph.
 * Where findings overlap, cues win over sources and these over contents.
 */
void labels_write(
	const struct finding *findings, size_t count, struct range paragraph, uint8_t *labels);

enum part {
	PART_CUE,
	PART_SOURCE,
	PART_CONTENT,
};

/* A run of labels while it is linked with others. Places are of the runs. */
struct run {
	struct range range;
	enum part part;
	int side; /* where its cue stands: -1 left, 1 right, 0 nowhere */
	uint32_t sentence;
	uint32_t cue_left, cue_right; /* the nearest ones */
	uint32_t partner;             /* of a source its cue, of a cue its source */
	size_t finding;               /* of a cue */
};

/* All zero before its first use. */
struct runs {
	struct run *items;
	size_t count, capacity;
};

/* Adds the findings that the labels of a paragraph stand for. `runs` is for its use. */
void labels_read(struct runs *runs, const uint8_t *labels, const struct word *words,
	struct range paragraph, struct findings *findings);

void runs_free(struct runs *runs);

#endif
