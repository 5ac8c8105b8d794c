/*
 * The quotations that were altered or cut: the wording that most reports give, and the others
 * with the words that they struck out and put in.
 */
#include <stdlib.h>

#include "page.h"
#include "quotes.h"

enum {
	CLAIMS_SHOWN = 200
};

static void
add_form(struct page *page, struct slice form)
{
	if (slice_is(form, "unquoted"))
		page_put(page, " <span class=\"form\">without quotation marks</span>");
	else if (slice_is(form, "indirect"))
		page_put(page, " <span class=\"form\">in indirect speech</span>");
}

/* The reports that have the wording itself. */
static void
write_same(struct page *page, const struct quotation *members, const struct quote_model *model)
{
	page_put(page, "<li><span class=\"letters\">");
	for (size_t i = 0; i < model->count; i++)
		if (model->same[i])
			page_letter_at(page, members[i].document, members[i].n);
	page_put(page, "</span> <span class=\"form\">in these words</span></li>\n");
}

static void
write_member(struct page *page, const struct quotation *member, struct slice model)
{
	page_put(page, "<li><span class=\"letters\">");
	page_letter_at(page, member->document, member->n);
	page_put(page, "</span> <span>");
	page_changes(page, model, quote_inner(member->text));
	add_form(page, member->form);
	page_put(page, "</span></li>\n");
}

static void
write_claim(struct page *page, const struct claim *claim)
{
	const struct quotation *members = page->overview->findings.quotations + claim->first;
	struct quote_model model;
	quote_model_make(&model, members, claim->count);
	struct slice wording = quote_inner(members[model.member].text);
	page_put(page, "<figure>\n<blockquote>“");
	page_text(page, wording);
	page_put(page, "”</blockquote>\n<figcaption>");
	page_text(page, members[model.member].speaker);
	page_put(page, "</figcaption>\n<ul class=\"versions\">\n");
	write_same(page, members, &model);
	for (size_t i = 0; i < claim->count; i++)
		if (!model.same[i])
			write_member(page, &members[i], wording);
	page_put(page, "</ul>\n</figure>\n");
	quote_model_free(&model);
}

static void
write_group(struct page *page, enum verdict verdict, const char *heading)
{
	size_t count;
	const struct claim **claims =
		claims_of(&page->overview->findings, CLAIMS_QUOTATIONS, verdict, &count);
	size_t shown = page_limit(page, count, CLAIMS_SHOWN);
	if (count > 0) {
		page_put(page, "<h3>");
		page_put(page, heading);
		page_put(page, "</h3>\n");
	}
	for (size_t i = 0; i < shown; i++)
		write_claim(page, claims[i]);
	page_say_more(page, count - shown, "more quotation", "more quotations");
	free(claims);
}

void
page_quotations(struct page *page)
{
	const size_t *quotations = page->overview->quotations;
	if (!quotations[VERDICT_ALTERED] && !quotations[VERDICT_CUT])
		return;
	page_section(page, "quotations", "Quotations",
		"Below each wording stand the others, with the words they "
		"<del>leave out</del> and <ins>put in</ins>.");
	write_group(page, VERDICT_ALTERED, "Altered");
	write_group(page, VERDICT_CUT, "Cut");
	page_put(page, "</section>\n");
}
