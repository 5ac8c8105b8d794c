/*
 * Cards: for each figure in conflict what the reports write, value by value, with the sentence
 * that told it first and the sources that it rests on.
 */
#include <stdlib.h>

#include "page.h"

enum {
	CARDS_SHOWN = 60,
	SIDES_SHOWN = 12,
	NAMES_BYTES = 300,
	BESIDE = 200 /* bytes of the sentence that are shown on each side of the figure */
};

/* Where a figure stands, and the claim that it belongs to. */
struct card_place {
	uint32_t document;
	size_t n, start;
	const struct claim *claim;
};

void
page_card_name(struct page *page, const struct claim *claim)
{
	page_put(page, "card");
	page_size(page, (size_t)(claim - page->overview->findings.claims[CLAIMS_FIGURES]));
}

/* --- The sentence --- */

/* Whether `a` shows better than `b` what was told first: its report is older, or the same and
 * not its headline. */
static bool
goes_before(const struct page *page, const struct figure *a, const struct figure *b)
{
	const struct document_facts *documents = page->overview->findings.documents;
	struct slice date_a = documents[a->document].date, date_b = documents[b->document].date;
	if (a->document == b->document)
		return b->headline && !a->headline;
	return date_a.len > 0 && (date_b.len == 0 || slice_compare(date_a, date_b) < 0);
}

static const struct figure *
told_first(const struct page *page, const struct claim *claim, size_t side)
{
	const struct figure *figures = page->overview->findings.figures + claim->first;
	const struct figure *first = NULL;
	for (size_t i = 0; i < claim->count; i++)
		if (page->sides.of[i] == side &&
			(!first || goes_before(page, &figures[i], first)))
			first = &figures[i];
	return first;
}

/* Moves a place in the text to a space near it, outwards from `anchor`; 0 and the end stay. */
static size_t
to_space(struct slice text, size_t at, size_t anchor)
{
	while (at > 0 && at < text.len && at != anchor && text.data[at] != ' ')
		at += at < anchor ? 1 : (size_t)-1;
	return at;
}

static void
write_sentence(struct page *page, const struct figure *figure)
{
	const struct sentence *sentence =
		findings_sentence(&page->overview->findings, figure->document, figure->n);
	if (!sentence || figure->start > figure->end || figure->end > sentence->text.len)
		return;
	struct slice text = sentence->text;
	size_t start = figure->start > BESIDE
			       ? to_space(text, figure->start - BESIDE, figure->start)
			       : 0;
	size_t end = text.len - figure->end > BESIDE
			     ? to_space(text, figure->end + BESIDE, figure->end)
			     : text.len;
	page_put(page, start > 0 ? "<q>…" : "<q>");
	page_text(page, slice_cut(text, start, figure->start));
	page_put(page, "<mark>");
	page_text(page, slice_cut(text, figure->start, figure->end));
	page_put(page, "</mark>");
	page_text(page, slice_cut(text, figure->end, end));
	page_put(page, end < text.len ? "…</q>\n<small>" : "</q>\n<small>");
	page_letter_at(page, figure->document, figure->n);
	page_put(page, " ");
	page_text_cut(page, page->overview->names.of[figure->document], 60);
	if (figure->speaker.len > 0) {
		page_put(page, ", citing ");
		page_text_cut(page, figure->speaker, 80);
	}
	page_put(page, "</small>");
}

/* --- The sides --- */

/* "since 2024-04-10, 1 source: The Velm Courier" */
static void
write_sources(struct page *page, const struct claim *claim, const struct side *side)
{
	struct independence rests;
	bool known = sides_rest(&page->sides, &page->overview->findings, claim, side, &rests);
	if (side->first_told.len > 0) {
		page_put(page, "since <time>");
		page_text(page, date_day(side->first_told));
		page_put(page, known ? "</time>, " : "</time>");
	}
	if (!known)
		return;
	add_counted(&page->output->pending, rests.origins, "source", "sources");
	buffer_clear(&page->scratch);
	names_add_list(&page->scratch, &page->overview->names, rests.names);
	page_put(page, page->scratch.len > 0 ? ": " : "");
	page_text_cut(page, buffer_slice(&page->scratch), NAMES_BYTES);
}

static void
write_side(struct page *page, const struct claim *claim, size_t i)
{
	const struct side *side = &page->sides.items[i];
	page_put(page, side->apart ? "<li><b class=\"value apart\">≠&nbsp;"
				   : "<li><b class=\"value\">");
	page_amount(page, &side->value, side->surface);
	page_put(page, "</b>\n<small class=\"by\">");
	page_tellers(page, claim, i);
	write_sources(page, claim, side);
	page_put(page, "</small>\n");
	write_sentence(page, told_first(page, claim, i));
	page_put(page, "</li>\n");
}

static void
write_card(struct page *page, const struct claim *claim)
{
	sides_make(&page->sides, &page->overview->findings, &page->overview->amounts, claim);
	size_t shown = page_limit(page, page->sides.count, SIDES_SHOWN);
	page_put(page, claim->verdict == VERDICT_UNIT ? "<div class=\"card unit\" id=\""
						      : "<div class=\"card\" id=\"");
	page_card_name(page, claim);
	page_put(page, "\">\n<h3>");
	page_label(page, claim);
	page_put(page, "</h3>\n<ul class=\"sides\">\n");
	for (size_t i = 0; i < shown; i++)
		write_side(page, claim, i);
	page_put(page, "</ul>\n");
	page_say_more(page, page->sides.count - shown, "more value", "more values");
	page_put(page, "</div>\n");
	output_settle(page->output);
}

/* --- The way back --- */

static int
compare_places(const void *left, const void *right)
{
	const struct card_place *a = left, *b = right;
	if (a->document != b->document)
		return a->document > b->document ? 1 : -1;
	if (a->n != b->n)
		return a->n > b->n ? 1 : -1;
	return (a->start > b->start) - (a->start < b->start);
}

static void
keep_places(struct page *page, const struct claim *claim)
{
	const struct figure *figures = page->overview->findings.figures + claim->first;
	page->cards = memory_reserve(page->cards, &page->card_capacity,
		page->card_count + claim->count, sizeof *page->cards);
	for (size_t i = 0; i < claim->count; i++)
		page->cards[page->card_count++] = (struct card_place){
			figures[i].document, figures[i].n, figures[i].start, claim};
}

const struct claim *
page_card_of(const struct page *page, const struct sentence *sentence, size_t start)
{
	struct card_place wanted = {sentence->document, sentence->n, start, NULL};
	const struct card_place *found = NULL;
	if (page->card_count > 0)
		found = bsearch(
			&wanted, page->cards, page->card_count, sizeof wanted, compare_places);
	return found ? found->claim : NULL;
}

void
page_cards(struct page *page, const struct claim *const *claims, size_t count)
{
	size_t shown = page_limit(page, count, CARDS_SHOWN);
	if (count == 0)
		return;
	page_put(page, "<div class=\"cards\">\n");
	for (size_t i = 0; i < shown; i++) {
		write_card(page, claims[i]);
		keep_places(page, claims[i]);
	}
	page_put(page, "</div>\n");
	page_say_more(page, count - shown, "more figure in detail", "more figures in detail");
	qsort(page->cards, page->card_count, sizeof *page->cards, compare_places);
}
