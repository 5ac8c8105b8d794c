/* byword: the words that bylines are put together with, of all languages (tables bylines). */
#ifndef BYWORD_H
#define BYWORD_H

#include <stdbool.h>

#include "slice.h"

enum byword {
	BYWORD_NONE,
	BYWORD_BY,     /* leads names: "by", "von" */
	BYWORD_AND,    /* stands between names */
	BYWORD_IN,     /* leads the place where somebody wrote: "in", "à" */
	BYWORD_FOR,    /* leads an outlet: "for" */
	BYWORD_WITH,   /* leads who helped: "avec" AFP */
	BYWORD_ROLE,   /* what somebody is: "editor" */
	BYWORD_QUOTE,  /* "quote:" */
	BYWORD_CREDIT, /* "photo:" */
	BYWORD_BEAT,   /* of what somebody is the "health" editor */
	BYWORD_GENRE,  /* what was written: "interview" by */
	BYWORDS
};

enum byword byword_of(struct slice word);

/* Where the word that begins at text[at] ends: at a space, colon, comma or semicolon. */
size_t byword_end(struct slice text, size_t at);

/* Takes words such as "By", "written by:" off the front; whether there were any. */
bool byword_take_lead(struct slice *text);

/* Whether a label of the kind, "quote:", begins the text. */
bool byword_labels(struct slice text, enum byword kind);

/*
 * Where within a name a word of one of the kinds BYWORD_IN, BYWORD_FOR, BYWORD_WITH stands that
 * leads a capital or a number: "Ana Ruiz in Harl". `*rest`: what it leads. BYWORD_NONE where
 * there is none.
 */
enum byword byword_within(struct slice name, size_t *at, struct slice *rest);

/* The name without words behind it for what its bearer is: "Ana Ruiz" of "Ana Ruiz reporter".
 */
struct slice byword_strip_role(struct slice name);

#endif
