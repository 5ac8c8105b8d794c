#include "labels.h"

#include <stdlib.h>

#include "memory.h"

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

static const uint32_t NO_RUN = UINT32_MAX;

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
		runs->items = memory_reserve(
			runs->items, &runs->capacity, runs->count + 1, sizeof *runs->items);
		runs->items[runs->count++] = run_of(label, i, words[i].sentence);
	}
}

/* For each run, the nearest cue before and behind it. */
static void
see_cues(struct runs *runs)
{
	uint32_t cue = NO_RUN;
	for (uint32_t i = 0; i < runs->count; i++) {
		runs->items[i].cue_left = cue;
		if (runs->items[i].part == PART_CUE)
			cue = i;
	}
	cue = NO_RUN;
	for (uint32_t i = runs->count; i-- > 0;) {
		runs->items[i].cue_right = cue;
		if (runs->items[i].part == PART_CUE)
			cue = i;
	}
}

static uint32_t
nearest_cue(const struct run *run)
{
	return run->side > 0 ? run->cue_right : run->side < 0 ? run->cue_left : NO_RUN;
}

/* The nearest cue of the source's sentence that has no source yet. */
static uint32_t
free_cue(const struct runs *runs, const struct run *source)
{
	uint32_t at = nearest_cue(source);
	while (at != NO_RUN && runs->items[at].sentence == source->sentence) {
		const struct run *cue = &runs->items[at];
		if (cue->partner == NO_RUN)
			return at;
		at = source->side > 0 ? cue->cue_right : cue->cue_left;
	}
	return NO_RUN;
}

/* Whether the run behind a cue is a source that has its cue left of it. */
static bool
is_claimed(const struct runs *runs, uint32_t cue)
{
	return cue + 1 < runs->count && runs->items[cue + 1].part == PART_SOURCE &&
	       runs->items[cue + 1].side < 0;
}

/*
 * Sources find their cues; in "The paper, citing officials, reported" the officials take theirs
 * first.
 */
static void
link_sources(struct runs *runs)
{
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < runs->count; i++) {
			struct run *source = &runs->items[i];
			if (source->part != PART_SOURCE || source->partner != NO_RUN)
				continue;
			uint32_t cue = free_cue(runs, source);
			if (cue == NO_RUN ||
				(pass == 0 && source->side > 0 && is_claimed(runs, cue)))
				continue;
			source->partner = cue;
			runs->items[cue].partner = i;
		}
}

/* A cue without a source takes that of the cue before, its neighbour, in the same sentence. */
static uint32_t
share(struct runs *runs, uint32_t cue, uint32_t neighbour)
{
	struct run *run = &runs->items[cue];
	if (run->partner == NO_RUN && neighbour != NO_RUN &&
		runs->items[neighbour].sentence == run->sentence)
		run->partner = runs->items[neighbour].partner;
	return cue;
}

/* "He agreed and said", and the other way round "Asked again, he said". */
static void
share_sources(struct runs *runs)
{
	uint32_t neighbour = NO_RUN;
	for (uint32_t i = 0; i < runs->count; i++)
		if (runs->items[i].part == PART_CUE)
			neighbour = share(runs, i, neighbour);
	neighbour = NO_RUN;
	for (uint32_t i = runs->count; i-- > 0;)
		if (runs->items[i].part == PART_CUE)
			neighbour = share(runs, i, neighbour);
}

static void
add_cues(struct runs *runs, struct findings *findings)
{
	for (uint32_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->items[i];
		if (run->part != PART_CUE)
			continue;
		struct finding finding = {.cue = run->range};
		if (run->partner != NO_RUN)
			finding.source = runs->items[run->partner].range;
		run->finding = findings->count;
		findings_add(findings, finding);
	}
}

/* What has its cue in another paragraph goes on what was said there last. */
static void
add_alone(struct range content, struct findings *findings, size_t from)
{
	if (from == 0)
		return;
	struct finding finding = findings->items[from - 1];
	finding.content_count = 0;
	finding_add_content(&finding, content);
	findings_add(findings, finding);
}

void
labels_read(struct runs *runs, const uint8_t *labels, const struct word *words,
	struct range paragraph, struct findings *findings)
{
	size_t from = findings->count;
	collect(runs, labels, words, paragraph);
	see_cues(runs);
	link_sources(runs);
	share_sources(runs);
	add_cues(runs, findings);
	for (uint32_t i = 0; i < runs->count; i++) {
		const struct run *run = &runs->items[i];
		if (run->part != PART_CONTENT)
			continue;
		uint32_t cue = nearest_cue(run);
		if (cue != NO_RUN)
			finding_add_content(
				&findings->items[runs->items[cue].finding], run->range);
		else if (run->side == 0)
			add_alone(run->range, findings, from);
	}
}

void
runs_free(struct runs *runs)
{
	free(runs->items);
	*runs = (struct runs){0};
}
