/*
 * cues: which words are cues in their sentence (a report, to report), how far a cue reaches,
 * and the noun phrase beside it that names its source.
 */
#ifndef CUES_H
#define CUES_H

#include "words.h"

bool cues_is_cue(const struct word *words, struct range sentence, uint32_t at);

/* The verb with its auxiliaries: "has also said". */
struct range cues_span(const struct word *words, struct range sentence, uint32_t verb);

/* The source that ends before `cue`, with its apposition; empty where there is none. */
struct range cues_source_left(const struct word *words, struct range sentence, uint32_t cue);

/* The source that begins at `at`; `more`: what it says must follow in the sentence. */
struct range cues_source_right(const struct word *words, uint32_t at, uint32_t end, bool more);

/*
 * The end of the times and places that stand between a verb and its subject: "informó |el lunes
 * a Radio Nacional| el alcalde".
 */
uint32_t cues_skip_adjuncts(const struct word *words, uint32_t at, uint32_t end);

/* The end of a time that stands there: "on Monday"; `at` where there is none. */
uint32_t cues_skip_time(const struct word *words, uint32_t at, uint32_t end);

/* The noun phrase that the sentence begins with, if it ends before `cue`. */
struct range cues_subject(const struct word *words, struct range sentence, uint32_t cue);

/* Whether a name, or a noun for those who speak, stands in the range. */
bool cues_names_source(const struct word *words, struct range range);

/* Whether a cue of speech stands within a clause's reach behind `at`. */
bool cues_follow(const struct word *words, uint32_t at, uint32_t end);

#endif
