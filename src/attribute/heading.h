/*
 * heading: headlines that name who says what they tell: "Minister: schools stay shut",
 * "Schools stay shut – minister".
 */
#ifndef HEADING_H
#define HEADING_H

#include "article.h"
#include "finding.h"

/*
 * Adds what the article's headings say in such a form, where nothing else was found in them.
 * The findings are all of the article's, in the order of the text, and stay so.
 */
void heading_find(const struct article *article, struct findings *findings);

#endif
