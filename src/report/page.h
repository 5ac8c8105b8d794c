/*
 * page: the report as one page of HTML that needs nothing else: no script, no file beside it.
 * Text from documents goes through page_text() alone, which lets none of it be markup.
 */
#ifndef PAGE_H
#define PAGE_H

#include "changes.h"
#include "labels.h"
#include "output.h"
#include "overview.h"
#include "sides.h"

struct page {
	struct output *output;
	const struct overview *overview;
	bool all; /* nothing is left out, however long */

	/* private */
	bool *has_text; /* of each document: its sentences are in the page, to be linked to */
	struct card_place *cards; /* where the figures stand that have cards; in order */
	size_t card_count, card_capacity;
	struct buffer scratch, visible;
	struct sides sides;
	struct changes changes;
	struct labels labels;
};

void page_write(struct page *page);
void page_free(struct page *page);

/* The sections, each in a file of its own; one that has nothing to say writes nothing. */
void page_figures(struct page *page);
void page_sources(struct page *page);
void page_quotations(struct page *page);
void page_copies(struct page *page);
void page_origins(struct page *page);
void page_texts(struct page *page);

/* Adds the letters of the documents that tell a side of page->sides. */
void page_tellers(struct page *page, const struct claim *claim, size_t side);

/* Adds the drawing of who copied whom. */
void page_graph(struct page *page);

/* Whether page_figures() writes a section. */
bool page_has_figures(const struct page *page);

/*
 * A card for each of these claims of figures: what the reports write, value by value.
 * page_card_of() gives the claim whose card tells of the number that begins there, or NULL.
 */
void page_cards(struct page *page, const struct claim *const *claims, size_t count);
const struct claim *page_card_of(
	const struct page *page, const struct sentence *sentence, size_t start);

/* Adds the ID of a claim's card. */
void page_card_name(struct page *page, const struct claim *claim);

extern const char page_style[]; /* page.css */

/* Adds markup, which is ours. */
void page_put(struct page *page, const char *markup);

/* Adds text, which is not, or may not be: harmless in an element and in a quoted attribute. */
void page_text(struct page *page, struct slice text);

void page_size(struct page *page, size_t number);

/* Adds text, cut with an ellipsis where it has more than so many bytes. */
void page_text_cut(struct page *page, struct slice text, size_t bytes);

/* Adds a wording with what it leaves out of another, and puts in, marked. */
void page_changes(struct page *page, struct slice before, struct slice now);

/* Begins a section: its ID and heading, and what explains it (may be NULL). */
void page_section(struct page *page, const char *id, const char *heading, const char *note);

/* Begins and ends a link to a sentence, where that is in the page; n 0: to the document. */
void page_link(struct page *page, uint32_t document, size_t n);
void page_end_link(struct page *page, uint32_t document);

/* The letter of a document, its name in the title, as a link to it or to its sentence `n`. */
void page_letter(struct page *page, uint32_t document);
void page_letter_at(struct page *page, uint32_t document, size_t n);

/* Adds what a claim of figures is about, and a value. */
void page_label(struct page *page, const struct claim *claim);
void page_amount(struct page *page, const struct value *value, struct slice surface);

/* Says how many items of a section were left out, if any. */
void page_say_more(struct page *page, size_t more, const char *one, const char *many);

/* How many of `count` items a section shows that may show `most`. */
size_t page_limit(const struct page *page, size_t count, size_t most);

#endif
