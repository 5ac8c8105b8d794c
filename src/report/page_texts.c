/*
 * Each report in full, its numbers and its attributed statements marked, each sentence with an
 * anchor that the other sections lead to.
 */
#include <stdlib.h>

#include "page.h"

/* A place in a sentence where a mark begins or ends. */
struct edge {
	size_t at;
	bool begins;
	const struct mark *mark;
};

struct edges {
	struct edge *items;
	size_t count, capacity;
};

static int
compare_edges(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;
	if (a->at != b->at)
		return a->at > b->at ? 1 : -1;
	return a->begins - b->begins;
}

static void
find_edges(
	struct edges *edges, const struct findings *findings, const struct sentence *sentence)
{
	size_t count;
	const struct mark *marks =
		findings_marks(findings, sentence->document, sentence->n, &count);
	edges->count = 0;
	for (size_t i = 0; i < count; i++) {
		if (marks[i].start >= marks[i].end || marks[i].end > sentence->text.len)
			continue;
		edges->items = memory_reserve(
			edges->items, &edges->capacity, edges->count + 2, sizeof *edges->items);
		edges->items[edges->count++] = (struct edge){marks[i].start, true, &marks[i]};
		edges->items[edges->count++] = (struct edge){marks[i].end, false, &marks[i]};
	}
	if (edges->count > 1)
		qsort(edges->items, edges->count, sizeof *edges->items, compare_edges);
}

/* What the sentence being written has open, or is to have. */
struct opened {
	const struct mark *said; /* may be NULL */
	bool number;
	const struct claim *card; /* that tells of the number; may be NULL */
};

static void
begin_statement(struct page *page, const struct mark *said)
{
	page_put(page, slice_is(said->class, "anonymous") ? "<span class=\"said anonymous\""
							  : "<span class=\"said\"");
	page_put(page, " title=\"");
	page_text(page, said->speaker.len > 0 ? said->speaker : SLICE("somebody"));
	if (said->class.len > 0) {
		page_put(page, " (");
		page_text(page, said->class);
		page_put(page, ")");
	}
	page_put(page, "\">");
}

/* A number whose card there is leads to it. */
static void
begin_number(struct page *page, const struct claim *card)
{
	if (!card) {
		page_put(page, "<b class=\"number\">");
		return;
	}
	page_put(page, card->verdict == VERDICT_UNIT ? "<a class=\"number unit\" href=\"#"
						     : "<a class=\"number\" href=\"#");
	page_card_name(page, card);
	page_put(page, "\">");
}

/* Closes and opens elements, numbers within statements, until what is `wanted` is open. */
static void
open_marks(struct page *page, struct opened *opened, const struct opened *wanted)
{
	bool same = opened->said == wanted->said && opened->number == wanted->number &&
		    opened->card == wanted->card;
	if (opened->number && !same)
		page_put(page, opened->card ? "</a>" : "</b>");
	if (opened->said != wanted->said) {
		page_put(page, opened->said ? "</span>" : "");
		if (wanted->said)
			begin_statement(page, wanted->said);
	}
	if (wanted->number && !same)
		begin_number(page, wanted->card);
	*opened = *wanted;
}

/* Marks may overlap in any way: a piece of text ends wherever one begins or ends. */
static void
write_marked(struct page *page, const struct edges *edges, const struct sentence *sentence)
{
	struct slice text = sentence->text;
	struct opened opened = {0}, wanted = {0};
	size_t at = 0, numbers = 0, statements = 0;
	const struct mark *said = NULL;
	for (size_t i = 0; i < edges->count; i++) {
		const struct edge *edge = &edges->items[i];
		bool number = edge->mark->type == RECORD_NUMBER;
		if (edge->at > at) {
			open_marks(page, &opened, &wanted);
			page_text(page, slice_cut(text, at, edge->at));
			at = edge->at;
		}
		if (edge->begins && number)
			wanted.card = page_card_of(page, sentence, edge->mark->start);
		else if (edge->begins)
			said = edge->mark;
		*(number ? &numbers : &statements) += edge->begins ? 1 : (size_t)-1;
		wanted.said = statements > 0 ? said : NULL;
		wanted.number = numbers > 0;
		wanted.card = numbers > 0 ? wanted.card : NULL;
	}
	open_marks(page, &opened, &(struct opened){0});
	page_text(page, slice_cut(text, at, text.len));
}

/* A paragraph begins where the line or the role changes. */
static bool
begins_paragraph(const struct sentence *sentence, const struct sentence *before)
{
	return !before || before->line != sentence->line ||
	       !slice_equal(before->role, sentence->role);
}

static void
begin_paragraph(struct page *page, const struct sentence *sentence)
{
	static const char *const shown[] = {
		"title", "heading", "byline", "dateline", "caption", "quote"};
	const char *class = NULL;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (slice_is(sentence->role, shown[i]))
			class = shown[i];
	page_put(page, class ? "<p class=\"" : "<p>");
	page_put(page, class ? class : "");
	page_put(page, class ? "\">" : "");
}

static void
write_sentence(struct page *page, struct edges *edges, const struct sentence *sentence,
	const struct sentence *before)
{
	bool anchored = !before || before->n != sentence->n;
	page_put(page, anchored ? "<span id=\"d" : "<span>");
	if (anchored) {
		page_size(page, sentence->document);
		page_put(page, "s");
		page_size(page, sentence->n);
		page_put(page, "\">");
	}
	find_edges(edges, &page->overview->findings, sentence);
	write_marked(page, edges, sentence);
	page_put(page, "</span>\n");
}

static void
begin_document(struct page *page, uint32_t document)
{
	const struct document_facts *facts = &page->overview->findings.documents[document];
	page_put(page, "<article dir=\"auto\" lang=\"");
	page_text(page, facts->language);
	page_put(page, "\" id=\"d");
	page_size(page, document);
	page_put(page, "\">\n<h3><b class=\"letter\">");
	names_add_letter(&page->output->pending, document);
	page_put(page, "</b> ");
	page_text(page, page->overview->names.of[document]);
	page_put(page, "</h3>\n<p class=\"facts\">");
	page_text(page, facts->id);
	const struct slice more[] = {facts->outlet, date_day(facts->date), facts->byline};
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		page_put(page, more[i].len > 0 ? " · " : "");
		page_text_cut(page, more[i], 200);
	}
	page_put(page, "</p>\n");
}

static size_t
write_document(struct page *page, struct edges *edges, size_t first)
{
	const struct findings *findings = &page->overview->findings;
	const struct sentence *sentences = findings->sentences, *before = NULL;
	uint32_t document = sentences[first].document;
	size_t i = first;
	begin_document(page, document);
	for (; i < findings->sentence_count && sentences[i].document == document; i++) {
		if (begins_paragraph(&sentences[i], before)) {
			page_put(page, before ? "</p>\n" : "");
			begin_paragraph(page, &sentences[i]);
		}
		write_sentence(page, edges, &sentences[i], before);
		before = &sentences[i];
	}
	page_put(page, "</p>\n</article>\n");
	output_settle(page->output);
	return i;
}

void
page_texts(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	struct edges edges = {0};
	size_t left_out = 0;
	if (findings->sentence_count == 0)
		return;
	page_section(page, "texts", "The reports in full",
		"<b class=\"number\">Numbers</b> and "
		"<span class=\"said\">statements with a source</span> "
		"(<span class=\"said anonymous\">without a name</span>) are marked; a number "
		"in conflict links to what the others say.");
	for (size_t i = 0; i < findings->sentence_count;) {
		uint32_t document = findings->sentences[i].document;
		if (page->has_text[document]) {
			i = write_document(page, &edges, i);
			continue;
		}
		left_out++;
		while (i < findings->sentence_count &&
			findings->sentences[i].document == document)
			i++;
	}
	page_say_more(page, left_out, "more report", "more reports");
	page_put(page, "</section>\n");
	free(edges.items);
}
