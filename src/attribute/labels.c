#include "labels.h"

static struct range
clip(struct range range, struct range to)
{
	if (range.start < to.start)
		range.start = to.start;
	if (range.end > to.end)
		range.end = to.end;
	return range;
}

static void
fill(uint8_t *labels, struct range paragraph, struct range range, enum label begin, bool over)
{
	range = clip(range, paragraph);
	bool inside = false;
	for (uint32_t i = range.start; i < range.end; i++) {
		uint8_t *label = &labels[i - paragraph.start];
		if (*label != LABEL_O && !over) {
			inside = false;
			continue;
		}
		*label = (uint8_t)(inside ? begin + LABEL_INSIDE : begin);
		inside = true;
	}
}

/* The label of a run by the side on which its cue stands; `right` is the first of the three. */
static enum label
toward(struct range run, struct range cue, struct range paragraph, enum label right)
{
	if (range_is_empty(cue) || cue.start < paragraph.start || cue.start >= paragraph.end)
		return right + 2;
	return cue.start >= run.start ? right : right + 1;
}

void
labels_write(
	const struct finding *findings, size_t count, struct range paragraph, uint8_t *labels)
{
	for (uint32_t i = paragraph.start; i < paragraph.end; i++)
		labels[i - paragraph.start] = LABEL_O;
	for (size_t f = 0; f < count; f++)
		fill(labels, paragraph, findings[f].cue, LABEL_B_CUE, true);
	for (size_t f = 0; f < count; f++)
		fill(labels, paragraph, findings[f].source,
			toward(findings[f].source, findings[f].cue, paragraph,
				LABEL_B_SOURCE_RIGHT),
			false);
	for (size_t f = 0; f < count; f++)
		for (uint32_t k = 0; k < findings[f].content_count; k++)
			fill(labels, paragraph, findings[f].contents[k],
				toward(findings[f].contents[k], findings[f].cue, paragraph,
					LABEL_B_CONTENT_RIGHT),
				false);
}

enum {
	RUNS = 512, /* of labels in one paragraph that are linked */
	NO_RUN = RUNS,
};

enum part {
	PART_CUE,
	PART_SOURCE,
	PART_CONTENT,
};

/* A run of labels, and the run that it is linked with. */
struct run {
	struct range range;
	enum part part;
	int side; /* where its cue stands: -1 left, 1 right, 0 nowhere */
	uint32_t sentence;
	uint32_t partner; /* of a source its cue, of a cue its source */
};

struct runs {
	struct run items[RUNS];
	uint32_t count;
};

static struct run
run_of(uint8_t label, uint32_t at, uint32_t sentence)
{
	struct run run = {.range = {at, at + 1}, .sentence = sentence, .partner = NO_RUN};
	uint8_t begin = label >= LABEL_I_CUE ? label - LABEL_INSIDE : label;
	run.part = begin == LABEL_B_CUE            ? PART_CUE
		   : begin <= LABEL_B_SOURCE_ALONE ? PART_SOURCE
						   : PART_CONTENT;
	if (begin == LABEL_B_SOURCE_RIGHT || begin == LABEL_B_CONTENT_RIGHT)
		run.side = 1;
	if (begin == LABEL_B_SOURCE_LEFT || begin == LABEL_B_CONTENT_LEFT)
		run.side = -1;
	return run;
}

static void
collect(struct runs *runs, const uint8_t *labels, const struct word *words,
	struct range paragraph)
{
	runs->count = 0;
	for (uint32_t i = paragraph.start; i < paragraph.end; i++) {
		uint8_t label = labels[i - paragraph.start];
		bool goes_on = label >= LABEL_I_CUE && i > paragraph.start &&
			       labels[i - 1 - paragraph.start] != LABEL_O && runs->count > 0;
		if (goes_on) {
			runs->items[runs->count - 1].range.end = i + 1;
			continue;
		}
		if (label == LABEL_O)
			continue;
		if (runs->count == RUNS)
			return;
		runs->items[runs->count++] = run_of(label, i, words[i].sentence);
	}
}

/* The nearest cue on a side of a run, in `free` those alone that have no source yet. */
static uint32_t
nearest_cue(const struct runs *runs, uint32_t from, int side, bool free)
{
	for (uint32_t i = from + (uint32_t)side; i < runs->count; i += (uint32_t)side)
		if (runs->items[i].part == PART_CUE &&
			(!free || runs->items[i].partner == NO_RUN))
			return i;
	return NO_RUN;
}

/*
 * Sources find their cues: first those that stand beside it, then the rest: in "The paper,
 * citing officials, reported" the officials take the nearer cue.
 */
static void
link_sources(struct runs *runs)
{
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < runs->count; i++) {
			struct run *source = &runs->items[i];
			if (source->part != PART_SOURCE || !source->side ||
				source->partner != NO_RUN)
				continue;
			uint32_t cue = nearest_cue(runs, i, source->side, true);
			if (cue == NO_RUN || runs->items[cue].sentence != source->sentence)
				continue;
			if (pass == 0 && source->side > 0 && cue + 1 < runs->count &&
				runs->items[cue + 1].part == PART_SOURCE &&
				runs->items[cue + 1].side < 0)
				continue;
			source->partner = cue;
			runs->items[cue].partner = i;
		}
}

/* A cue without a source of its own shares that of the cue before it. */
static void
share_sources(struct runs *runs)
{
	uint32_t last = NO_RUN;
	for (uint32_t i = 0; i < runs->count; i++) {
		struct run *cue = &runs->items[i];
		if (cue->part != PART_CUE)
			continue;
		if (cue->partner == NO_RUN && last != NO_RUN &&
			runs->items[last].sentence == cue->sentence)
			cue->partner = last;
		last = cue->partner;
	}
	/* … or, where there is none, of the cue behind it: "Asked again, he said" */
	last = NO_RUN;
	for (uint32_t i = runs->count; i-- > 0;) {
		struct run *cue = &runs->items[i];
		if (cue->part != PART_CUE)
			continue;
		if (cue->partner == NO_RUN && last != NO_RUN &&
			runs->items[last].sentence == cue->sentence)
			cue->partner = last;
		last = cue->partner;
	}
}

void
labels_read(const uint8_t *labels, const struct word *words, struct range paragraph,
	struct findings *findings)
{
	static struct runs runs;
	uint32_t places[RUNS];
	collect(&runs, labels, words, paragraph);
	link_sources(&runs);
	share_sources(&runs);
	for (uint32_t i = 0; i < runs.count; i++) {
		if (runs.items[i].part != PART_CUE)
			continue;
		struct finding finding = {.cue = runs.items[i].range};
		if (runs.items[i].partner != NO_RUN)
			finding.source = runs.items[runs.items[i].partner].range;
		places[i] = (uint32_t)findings->count;
		findings_add(findings, finding);
	}
	for (uint32_t i = 0; i < runs.count; i++) {
		if (runs.items[i].part != PART_CONTENT || !runs.items[i].side)
			continue;
		uint32_t cue = nearest_cue(&runs, i, runs.items[i].side, false);
		if (cue != NO_RUN)
			finding_add_content(&findings->items[places[cue]], runs.items[i].range);
	}
}
