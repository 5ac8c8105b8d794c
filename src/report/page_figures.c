/*
 * The figures that several reports tell: a claim a row, a document a column, each cell a link
 * to its sentence. With too many documents for columns, a value a line.
 */
#include <stdlib.h>

#include "page.h"

enum {
	COLUMNS_AT_MOST = 16,
	CLAIMS_SHOWN = 200,
	SIDES_SHOWN = 12, /* of a claim in a list */
	LETTERS_SHOWN = 24
};

static const struct {
	enum verdict verdict;
	const char *caption, *style;
} groups[] = {
	{VERDICT_DIFFER, "In conflict", "differ"},
	{VERDICT_UNIT, "Given in other units", "unit"},
	{VERDICT_AGREE, "In agreement", "agree"},
	{VERDICT_SINGLE, "Given by one report only", "single"},
};

enum {
	GROUPS = sizeof groups / sizeof *groups
};

/* The documents that have columns, and whether the numbers of sources do. */
struct columns {
	bool *has; /* of each document */
	size_t count;
	bool sources;
};

static void
find_columns(struct columns *columns, const struct findings *findings)
{
	columns->sources = findings->independence_count > 0;
	columns->has = memory_new_zeroed(findings->document_count + 1, sizeof *columns->has);
	for (size_t i = 0; i < findings->figure_count; i++) {
		const struct figure *figure = &findings->figures[i];
		const struct claim *claim = &findings->claims[CLAIMS_FIGURES][figure->claim];
		if (claim->documents < 2 || columns->has[figure->document])
			continue;
		columns->has[figure->document] = true;
		columns->count++;
	}
}

/* In a metric unit too, where it was not told in one. */
static void
add_metric(struct page *page, const struct value *value)
{
	buffer_clear(&page->scratch);
	if (!amount_add_metric(&page->scratch, &page->overview->amounts, value))
		return;
	page_put(page, " <small>");
	page_text(page, buffer_slice(&page->scratch));
	page_put(page, "</small>");
}

/* --- As a table --- */

static void
add_figure(struct page *page, const struct figure *figure, const struct side *side)
{
	page_put(page, side->apart ? "<span class=\"apart\">≠&nbsp;" : "<span>");
	page_link(page, figure->document, figure->n);
	page_amount(page, &figure->value, figure->surface);
	page_end_link(page, figure->document);
	add_metric(page, &figure->value);
	page_put(page, "</span>");
}

/* Whether a document tells a value, from `member` on, that is apart. */
static bool
is_apart(const struct page *page, const struct claim *claim, size_t member)
{
	const struct figure *figures = page->overview->findings.figures + claim->first;
	bool apart = false;
	for (size_t i = member;
		i < claim->count && figures[i].document == figures[member].document; i++)
		apart |= page->sides.items[page->sides.of[i]].apart;
	return apart;
}

/*
 * The different values that a document tells; `*member` is moved behind the last of its
 * figures.
 */
static void
write_cell(struct page *page, const struct claim *claim, size_t *member)
{
	const struct figure *figures = page->overview->findings.figures + claim->first;
	uint32_t document = figures[*member].document;
	page_put(page, is_apart(page, claim, *member) ? "<td class=\"conflict\">" : "<td>");
	for (; *member < claim->count && figures[*member].document == document; ++*member) {
		if (!page->sides.stands[*member])
			continue;
		add_figure(
			page, &figures[*member], &page->sides.items[page->sides.of[*member]]);
	}
	page_put(page, "</td>");
}

static void
write_sources(struct page *page, const struct claim *claim)
{
	const struct independence *rests =
		findings_independence(&page->overview->findings, claim->name, NULL);
	page_put(page, "<td>");
	if (rests)
		page_size(page, rests->origins);
	page_put(page, "</td>");
}

static void
write_row(struct page *page, const struct columns *columns, const struct claim *claim)
{
	const struct findings *findings = &page->overview->findings;
	const struct figure *figures = findings->figures + claim->first;
	size_t member = 0;
	sides_make(&page->sides, findings, &page->overview->amounts, claim);
	page_put(page, "<tr><th scope=\"row\">");
	page_label(page, claim);
	page_put(page, "</th>");
	for (uint32_t i = 0; i < findings->document_count; i++) {
		if (member < claim->count && figures[member].document == i)
			write_cell(page, claim, &member);
		else if (columns->has[i])
			page_put(page, "<td></td>");
	}
	if (columns->sources)
		write_sources(page, claim);
	page_put(page, "</tr>\n");
}

static void
write_header(struct page *page, const struct columns *columns)
{
	page_put(page, "<thead><tr><th scope=\"col\">What is counted</th>");
	for (uint32_t i = 0; i < page->overview->findings.document_count; i++) {
		if (!columns->has[i])
			continue;
		page_put(page, "<th scope=\"col\">");
		page_letter(page, i);
		page_put(page, " <small>");
		page_text_cut(page, page->overview->names.of[i], 40);
		page_put(page, "</small></th>");
	}
	if (columns->sources)
		page_put(page, "<th scope=\"col\">Sources</th>");
	page_put(page, "</tr></thead>\n");
}

/* --- As a list --- */

void
page_tellers(struct page *page, const struct claim *claim, size_t side)
{
	const struct figure *figures = page->overview->findings.figures + claim->first;
	uint32_t before = NOWHERE;
	size_t count = 0;
	for (size_t i = 0; i < claim->count; i++) {
		if (page->sides.of[i] != side || figures[i].document == before)
			continue;
		before = figures[i].document;
		if (page->all || ++count <= LETTERS_SHOWN) {
			page_letter_at(page, before, figures[i].n);
			page_put(page, " ");
		}
	}
	if (count > LETTERS_SHOWN) {
		page_put(page, "and ");
		page_size(page, count - LETTERS_SHOWN);
		page_put(page, " more ");
	}
}

static void
write_rows(struct page *page, const struct claim *claim)
{
	const struct findings *findings = &page->overview->findings;
	sides_make(&page->sides, findings, &page->overview->amounts, claim);
	size_t shown = page_limit(page, page->sides.count, SIDES_SHOWN);
	for (size_t i = 0; i < shown; i++) {
		const struct side *side = &page->sides.items[i];
		page_put(page, "<tr>");
		if (i == 0) {
			page_put(page, "<th scope=\"rowgroup\" rowspan=\"");
			page_size(page, shown + (shown < page->sides.count));
			page_put(page, "\">");
			page_label(page, claim);
			page_put(page, "</th>");
		}
		page_put(page, side->apart ? "<td class=\"conflict apart\">≠&nbsp;" : "<td>");
		page_amount(page, &side->value, side->surface);
		add_metric(page, &side->value);
		page_put(page, "</td><td>");
		page_tellers(page, claim, i);
		page_put(page, "</td></tr>\n");
	}
	if (shown < page->sides.count) {
		page_put(page, "<tr><td colspan=\"2\">and ");
		add_counted(&page->output->pending, page->sides.count - shown, "more value",
			"more values");
		page_put(page, "</td></tr>\n");
	}
}

static void
write_group(struct page *page, const struct columns *columns, size_t group)
{
	size_t count;
	const struct claim **claims = claims_of(
		&page->overview->findings, CLAIMS_FIGURES, groups[group].verdict, &count);
	size_t shown = page_limit(page, count, CLAIMS_SHOWN);
	bool table =
		columns->count <= COLUMNS_AT_MOST && groups[group].verdict != VERDICT_SINGLE;
	if (count > 0) {
		page_put(page, "<div class=\"wide\" id=\"");
		page_put(page, groups[group].style);
		page_put(page, "\" role=\"region\" tabindex=\"0\" aria-label=\"");
		page_put(page, groups[group].caption);
		page_put(page, "\">\n<table class=\"figures ");
		page_put(page, groups[group].style);
		page_put(page, "\">\n<caption>");
		page_put(page, groups[group].caption);
		page_put(page, "</caption>\n");
		if (table)
			write_header(page, columns);
		else
			page_put(page,
				"<thead><tr><th scope=\"col\">What is counted</th><th "
				"scope=\"col\">"
				"Value</th><th scope=\"col\">Reports</th></tr></thead>\n");
	}
	for (size_t i = 0; i < shown; i++) {
		page_put(page, i == 0 || !table ? "<tbody>\n" : "");
		if (table)
			write_row(page, columns, claims[i]);
		else
			write_rows(page, claims[i]);
		page_put(page, i + 1 == shown || !table ? "</tbody>\n" : "");
	}
	page_put(page, count > 0 ? "</table>\n</div>\n" : "");
	page_say_more(page, count - shown, "more figure", "more figures");
	if (groups[group].verdict == VERDICT_DIFFER || groups[group].verdict == VERDICT_UNIT)
		page_cards(page, claims, count);
	free(claims);
}

/* Of several reports only what two of them tell is shown, unless all is asked for. */
static bool
shows_singles(const struct page *page)
{
	return page->all || page->overview->findings.document_count == 1;
}

bool
page_has_figures(const struct page *page)
{
	const size_t *figures = page->overview->figures;
	return figures[VERDICT_DIFFER] || figures[VERDICT_UNIT] || figures[VERDICT_AGREE] ||
	       (figures[VERDICT_SINGLE] && shows_singles(page));
}

void
page_figures(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	struct columns columns = {0};
	if (!page_has_figures(page))
		return;
	page_section(page, "figures", "Figures",
		"A value marked ≠ contradicts the one that most reports give, or that was "
		"given "
		"first. Each value links to its sentence.");
	find_columns(&columns, findings);
	for (size_t i = 0; i < GROUPS; i++)
		if (groups[i].verdict != VERDICT_SINGLE || shows_singles(page))
			write_group(page, &columns, i);
	if (!shows_singles(page))
		page_say_more(page, findings->single_count, "figure that only one report gives",
			"figures that only one report gives");
	free(columns.has);
	page_put(page, "</section>\n");
}
