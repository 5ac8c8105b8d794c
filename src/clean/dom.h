/*
 * dom: a page as a tree. The nodes stand in one array in document order: what is inside node i
 * are the nodes i + 1 .. node[i].end - 1, so that every walk is a loop. The HTML parser is
 * known to dom.c alone.
 */
#ifndef DOM_H
#define DOM_H

#include <stdbool.h>
#include <stdint.h>

#include "memory.h"
#include "slice.h"
#include "stash.h"

/* The elements that anybody here asks for; the others are TAG_OTHER. */
#define DOM_TAGS(X)                                                                            \
	X(A, "a")                                                                              \
	X(ADDRESS, "address")                                                                  \
	X(AMP_IMG, "amp-img")                                                                  \
	X(ARTICLE, "article")                                                                  \
	X(ASIDE, "aside")                                                                      \
	X(AUDIO, "audio")                                                                      \
	X(B, "b")                                                                              \
	X(BASE, "base")                                                                        \
	X(BLOCKQUOTE, "blockquote")                                                            \
	X(BODY, "body")                                                                        \
	X(BR, "br")                                                                            \
	X(BUTTON, "button")                                                                    \
	X(CANVAS, "canvas")                                                                    \
	X(CAPTION, "caption")                                                                  \
	X(CENTER, "center")                                                                    \
	X(CITE, "cite")                                                                        \
	X(DD, "dd")                                                                            \
	X(DETAILS, "details")                                                                  \
	X(DIALOG, "dialog")                                                                    \
	X(DIV, "div")                                                                          \
	X(DL, "dl")                                                                            \
	X(DT, "dt")                                                                            \
	X(EM, "em")                                                                            \
	X(EMBED, "embed")                                                                      \
	X(FIELDSET, "fieldset")                                                                \
	X(FIGCAPTION, "figcaption")                                                            \
	X(FIGURE, "figure")                                                                    \
	X(FOOTER, "footer")                                                                    \
	X(FORM, "form")                                                                        \
	X(H1, "h1")                                                                            \
	X(H2, "h2")                                                                            \
	X(H3, "h3")                                                                            \
	X(H4, "h4")                                                                            \
	X(H5, "h5")                                                                            \
	X(H6, "h6")                                                                            \
	X(HEAD, "head")                                                                        \
	X(HEADER, "header")                                                                    \
	X(HR, "hr")                                                                            \
	X(HTML, "html")                                                                        \
	X(I, "i")                                                                              \
	X(IFRAME, "iframe")                                                                    \
	X(IMG, "img")                                                                          \
	X(INPUT, "input")                                                                      \
	X(LABEL, "label")                                                                      \
	X(LEGEND, "legend")                                                                    \
	X(LI, "li")                                                                            \
	X(LINK, "link")                                                                        \
	X(MAIN, "main")                                                                        \
	X(META, "meta")                                                                        \
	X(NAV, "nav")                                                                          \
	X(NOSCRIPT, "noscript")                                                                \
	X(OBJECT, "object")                                                                    \
	X(OL, "ol")                                                                            \
	X(OPTION, "option")                                                                    \
	X(P, "p")                                                                              \
	X(PICTURE, "picture")                                                                  \
	X(PRE, "pre")                                                                          \
	X(SCRIPT, "script")                                                                    \
	X(SECTION, "section")                                                                  \
	X(SELECT, "select")                                                                    \
	X(SPAN, "span")                                                                        \
	X(STRONG, "strong")                                                                    \
	X(STYLE, "style")                                                                      \
	X(SUMMARY, "summary")                                                                  \
	X(SUP, "sup")                                                                          \
	X(SVG, "svg")                                                                          \
	X(TABLE, "table")                                                                      \
	X(TBODY, "tbody")                                                                      \
	X(TD, "td")                                                                            \
	X(TEMPLATE, "template")                                                                \
	X(TEXTAREA, "textarea")                                                                \
	X(TFOOT, "tfoot")                                                                      \
	X(TH, "th")                                                                            \
	X(THEAD, "thead")                                                                      \
	X(TIME, "time")                                                                        \
	X(TITLE, "title")                                                                      \
	X(TR, "tr")                                                                            \
	X(UL, "ul")                                                                            \
	X(VIDEO, "video")                                                                      \
	X(WBR, "wbr")

enum dom_tag {
#define X(symbol, name) TAG_##symbol,
	DOM_TAGS(X)
#undef X
	TAG_OTHER,
	TAG_TEXT, /* text, not an element */
	TAG_COUNT
};

struct dom_attribute {
	struct slice name, value; /* the name in lower case; those that markup.c wants */
};

struct dom_node {
	enum dom_tag tag;
	uint32_t parent, end; /* the first node is its own parent */
	uint32_t line;        /* in the source; 0 where the parser made the element up */
	uint32_t first_attribute, attributes;
	struct slice text; /* of a TAG_TEXT, entities resolved */
};

/* All zero before its first use. */
struct dom {
	struct dom_node *nodes;
	size_t count, capacity;
	struct dom_attribute *attributes;
	size_t attribute_count, attribute_capacity;
	struct arena arena; /* holds all that the slices show */
	struct stash stash; /* private */
	bool full; /* it has more elements than are read: of the last ones only the text */
};

/* Fills `dom` anew with the page: UTF-8, which is changed where it is nested beyond reason. */
void dom_parse(struct dom *dom, char *page, size_t len);

/* The value of an attribute; empty where the node does not have it. */
struct slice dom_attribute(const struct dom *dom, uint32_t node, const char *name);
bool dom_has_attribute(const struct dom *dom, uint32_t node, const char *name);

/* Whether a tag stands for a block of its own: it ends the paragraph before it. */
bool dom_is_block(enum dom_tag tag);

static inline bool
dom_is_heading(enum dom_tag tag)
{
	return tag >= TAG_H1 && tag <= TAG_H6;
}

/* The nearest node of that tag around (or at) a node; 0 where there is none. */
uint32_t dom_around(const struct dom *dom, uint32_t node, enum dom_tag tag);

/* The first element of that tag from node `from` on; dom->count where there is none. */
uint32_t dom_next(const struct dom *dom, uint32_t from, uint32_t end, enum dom_tag tag);

void dom_free(struct dom *dom);

#endif
