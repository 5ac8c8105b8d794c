/* masthead: the outlet's name, as pages put it in front of their titles or behind them. */
#ifndef MASTHEAD_H
#define MASTHEAD_H

#include "slice.h"

/* What is known of the outlet; empty: nothing. */
struct masthead {
	struct slice site;      /* as the page calls itself */
	struct slice publisher; /* of the article, as told to programs */
	struct slice host;      /* of the page's address: "news.example.org" */
};

/* The title without the outlet's name: "Bridge closed" of "Bridge closed - Harl Gazette". */
struct slice masthead_strip(struct slice title, const struct masthead *masthead);

/* The outlet's name beside a known headline: "Harl Gazette" of "Bridge closed - Local - Harl
 * Gazette"; empty where there is none. */
struct slice masthead_beside(struct slice title, struct slice headline);

/* Whether a text is the outlet's name, or one of its forms: "Gazette Online". */
bool masthead_names(struct slice text, const struct masthead *masthead);

#endif
