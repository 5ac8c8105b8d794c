/*
 * finding: somebody said something: the words that name the source, those that say that it
 * speaks (the cue), and what it says. Ranges are of the document's words.
 */
#ifndef FINDING_H
#define FINDING_H

#include <stddef.h>
#include <stdint.h>

#include "words.h"

enum {
	FINDING_CONTENTS = 3,
};

struct finding {
	struct range source; /* empty where nobody is named */
	struct range cue;
	struct range contents[FINDING_CONTENTS];
	uint32_t content_count;
};

/* All zero before its first use; in the order of the text. */
struct findings {
	struct finding *items;
	size_t count, capacity;
};

struct finding *findings_add(struct findings *findings, struct finding finding);

/* Adds a range to what is said; false where there is no room. Empty ranges are left out. */
bool finding_add_content(struct finding *finding, struct range content);

/* The finding from `from` on whose cue is at that range; NULL where there is none. */
struct finding *findings_with_cue(struct findings *findings, size_t from, struct range cue);

/* Whether one of those from `from` on holds that some of these words are said. */
bool findings_claim(const struct findings *findings, size_t from, struct range words);

/* Puts those from `from` on in the order of their cues. */
void findings_sort(struct findings *findings, size_t from);

void findings_free(struct findings *findings);

#endif
