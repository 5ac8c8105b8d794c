/*
 * furniture: what pages say around an article (share buttons, headings of related articles,
 * appeals, notices), as phrases in tables (lang/xx/furniture.tsv):
 *
 *	# furniture: phrase where kind
 *	follow us on<TAB>start<TAB>follow
 *
 * A phrase is in small letters, its words separated by single spaces, `9` standing for a
 * number; punctuation is left out of both phrase and text. `where` is `line` (it is all of the
 * text), `start`, `end` or `any`.
 */
#ifndef FURNITURE_H
#define FURNITURE_H

#include <stdbool.h>

#include "buffer.h"
#include "folded.h"
#include "phrasebook.h"
#include "slice.h"
#include "tables.h"

enum furniture {
	FURNITURE_NONE,
	FURNITURE_ADVERTISEMENT,
	FURNITURE_APPEAL, /* donations, patrons */
	FURNITURE_BIO,    /* about the author */
	FURNITURE_BUTTON, /* share, print, save; networks' names */
	FURNITURE_COMMENTS,
	FURNITURE_COOKIES,
	FURNITURE_END,    /* closes a report: what follows is for editors */
	FURNITURE_CREDIT, /* who took the picture, reported, edited */
	FURNITURE_FOLLOW,
	FURNITURE_LEGAL,
	FURNITURE_NEWSLETTER,
	FURNITURE_PAYWALL,
	FURNITURE_RELATED, /* heads other articles */
	FURNITURE_SECTION, /* World, Politics */
	FURNITURE_SOURCE,  /* names the outlet that the text was taken from */
	FURNITURE_TAGS,
	FURNITURE_TIME, /* when published, how long to read */
	FURNITURE_KINDS
};

enum {
	FURNITURE_WORDS = 32 /* of a longer text only the first ones are looked at */
};

/* What a text was found to be. */
struct furniture_match {
	enum furniture kind : 8;
	bool whole : 1;     /* the phrase is all of it, or it is made of such phrases alone */
	bool starts : 1;    /* the text begins with the phrase */
	bool within : 1;    /* which may stand anywhere, and says less for that */
	unsigned words : 8; /* of the phrase */
	uint32_t end;       /* where it ends in the text */
};

/* The phrases of all languages: a page's furniture need not be in the article's language. */
extern const struct phrasebook furniture_phrases;

struct furniture_book {
	const struct phrasebook *phrases; /* those, or `own` */
	struct phrasebook_draft own;      /* with a user's among them */
	struct buffer scratch;
};

/* Takes all phrases, and those of a user's tables. */
void furniture_read(struct furniture_book *book, const struct rules *rules);

/* Looks a text up. A kind found at the text's start goes before one found within it. */
struct furniture_match furniture_find(struct furniture_book *book, struct slice text);

/* The same of a text that was folded. */
struct furniture_match furniture_find_folded(
	struct furniture_book *book, const struct folded *folded);

/*
 * What stands behind the phrase that begins a text, its colon, dash or bracket left out;
 * `*marked`: there was one.
 */
struct slice furniture_rest(
	struct slice text, const struct furniture_match *match, bool *marked);

void furniture_free(struct furniture_book *book);

#endif
