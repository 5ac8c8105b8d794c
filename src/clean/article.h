/*
 * article: the parts of content.c know this of a page while they look for its article: root.c
 * where it is, judge.c what its pieces are, prune.c and tail.c what goes for where it stands.
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "content.h"
#include "line.h"

/* What is known of a piece. */
struct view {
	struct looks looks;
	struct furniture_match match;
	size_t len;   /* of its text */
	size_t plain; /* bytes outside links */
	double good;  /* what it says for a container */
	double bad;   /* and against one */
	bool certain; /* it stands in the article's text as told to programs */
	bool title;   /* it is the title that the hints name */
	bool in_tail; /* behind a heading of other articles */
};

struct content {
	const struct dom *dom;
	uint8_t *areas; /* a copy */
	const struct pieces *pieces;
	const struct hints *hints;
	struct view *views;
	uint32_t *piece_from; /* the first piece at or behind each node, and behind the last */
	/* sums of the views before each, one more than there are pieces */
	double *good, *bad, *sentences;
	enum role *roles;
	size_t title;      /* the piece that heads the article; as many as there are: none */
	uint32_t root;     /* the element that holds the article */
	uint32_t home;     /* the element right around most of its sentences */
	size_t first, end; /* the article's pieces, a standfirst above it included */
	size_t root_first; /* the first piece within the root */
};

/* The first piece that begins at or behind a node. */
static inline size_t
content_piece_from(const struct content *content, uint32_t node)
{
	return content->piece_from[node];
}

/* What sums of the views come to within a node; of what speaks for it, and against it. */
double content_sum(const struct content *content, const double *sums, uint32_t node);
double content_good(const struct content *content, uint32_t node);
double content_bad(const struct content *content, uint32_t node);

/* Bytes of sentences that stand between the title and a node behind it, else 0. */
double content_skipped(const struct content *content, uint32_t node);

/* Finds root, home and the pieces that may be of the article. */
void content_choose_root(struct content *content);

/* The role of a piece by itself. */
enum role content_judge(const struct content *content, size_t i);

/* Whether most of a piece is links. */
bool content_is_linked(const struct content *content, size_t i);

/* Whether a piece reads like a part of a report: a sentence of some length. */
bool content_is_sentence(const struct view *view);

/* Whether a piece is a <p> next to most of the article's. */
bool content_is_home(const struct content *content, size_t i);

/* Whether a piece is a line that is no sentence, in an element beside most of the article's. */
bool content_is_stray(const struct content *content, size_t i);

/* Takes out what follows the article in its element. */
void content_prune_tail(struct content *content);

/* Takes out what goes for what else there is and for where it stands, the tail included. */
void content_prune(struct content *content);

#endif
