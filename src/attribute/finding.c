#include "finding.h"

#include <stdlib.h>

#include "memory.h"

struct finding *
findings_add(struct findings *findings, struct finding finding)
{
	findings->items = memory_reserve(findings->items, &findings->capacity,
		findings->count + 1, sizeof *findings->items);
	findings->items[findings->count] = finding;
	return &findings->items[findings->count++];
}

bool
finding_add_content(struct finding *finding, struct range content)
{
	if (range_is_empty(content))
		return true;
	if (finding->content_count == FINDING_CONTENTS)
		return false;
	finding->contents[finding->content_count++] = content;
	return true;
}

struct finding *
findings_with_cue(struct findings *findings, size_t from, struct range cue)
{
	for (size_t i = from; i < findings->count; i++)
		if (ranges_overlap(findings->items[i].cue, cue))
			return &findings->items[i];
	return NULL;
}

bool
findings_claim(const struct findings *findings, size_t from, struct range words)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++)
			if (ranges_overlap(findings->items[i].contents[k], words))
				return true;
	return false;
}

/* They are nearly in order: an insertion sort takes few steps, and needs no memory. */
void
findings_sort(struct findings *findings, size_t from)
{
	for (size_t i = from + 1; i < findings->count; i++) {
		struct finding finding = findings->items[i];
		size_t k = i;
		for (; k > from && findings->items[k - 1].cue.start > finding.cue.start; k--)
			findings->items[k] = findings->items[k - 1];
		findings->items[k] = finding;
	}
}

void
findings_free(struct findings *findings)
{
	free(findings->items);
	*findings = (struct findings){0};
}
