/*
 * running: quotations without a cue of their own. They go on what was said before.
 */
#ifndef RUNNING_H
#define RUNNING_H

#include "article.h"
#include "finding.h"

/* Adds the paragraph's quotations that belong to none of its findings (those from `from` on).
 */
void running_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from);

#endif
