/*
 * On how many independent sources each claim rests, value by value where they differ.
 */
#include <stdlib.h>

#include "labels.h"
#include "quotes.h"
#include "text.h"

enum {
	MARGIN = 2,
	VALUE_COLUMNS = 18,
	QUOTE_COLUMNS = 60
};

/* "4 reports since 2024-04-10, 1 source: The Velm Courier" */
static void
add_independence(struct text *text, const struct independence *rests, struct slice first_told)
{
	struct screen *screen = &text->screen;
	buffer_clear(&text->scratch);
	add_counted(&text->scratch, rests->reports, "report", "reports");
	if (first_told.len > 0) {
		buffer_add(&text->scratch, SLICE(" since "));
		buffer_add(&text->scratch, date_day(first_told));
	}
	buffer_add(&text->scratch, SLICE(", "));
	add_counted(&text->scratch, rests->origins, "source", "sources");
	screen_add(screen, STYLE_PLAIN, buffer_slice(&text->scratch));
	if (rests->names.len > 0) {
		screen_add(screen, STYLE_PLAIN, SLICE(": "));
		buffer_clear(&text->scratch);
		names_add_list(&text->scratch, &text->overview->names, rests->names);
		screen_add(screen, STYLE_PLAIN, buffer_slice(&text->scratch));
	}
}

static void
write_side(struct text *text, const struct claim *claim, const struct side *side)
{
	struct independence rests;
	screen_move(&text->screen, MARGIN + 2);
	text_add_amount(text, side->apart ? STYLE_BAD : STYLE_PLAIN, side);
	if (sides_rest(&text->sides, &text->overview->findings, claim, side, &rests)) {
		screen_add(&text->screen, STYLE_PLAIN, SLICE(" "));
		screen_move(&text->screen, MARGIN + 2 + VALUE_COLUMNS);
		add_independence(text, &rests, side->first_told);
	}
	screen_end_line(&text->screen, MARGIN + 2 + VALUE_COLUMNS);
}

static void
write_figures(struct text *text, const struct claim *claim)
{
	const struct findings *findings = &text->overview->findings;
	const struct independence *rests = findings_independence(findings, claim->name, NULL);
	buffer_clear(&text->scratch);
	label_add_figures(&text->scratch, &text->labels, findings, claim, LABEL_COLUMNS);
	screen_move(&text->screen, MARGIN);
	screen_add(&text->screen, STYLE_STRONG, buffer_slice(&text->scratch));
	if (rests) {
		screen_add(&text->screen, STYLE_PLAIN, SLICE(": "));
		add_independence(text, rests, SLICE(""));
	}
	screen_end_line(&text->screen, MARGIN + 2);
	text_make_sides(text, claim);
	if (claim->verdict != VERDICT_DIFFER)
		return;
	for (size_t i = 0; i < text->sides.count; i++)
		write_side(text, claim, &text->sides.items[i]);
}

static void
write_quotation(struct text *text, const struct claim *claim)
{
	const struct findings *findings = &text->overview->findings;
	const struct independence *rests = findings_independence(findings, claim->name, NULL);
	struct quote_model model;
	if (!rests)
		return;
	quote_model_make(&model, findings->quotations + claim->first, claim->count);
	screen_move(&text->screen, MARGIN);
	screen_add(&text->screen, STYLE_STRONG, SLICE("“"));
	screen_add_cut(&text->screen, STYLE_STRONG,
		quote_inner(findings->quotations[claim->first + model.member].text),
		text->all ? SIZE_MAX : QUOTE_COLUMNS);
	screen_add(&text->screen, STYLE_STRONG, SLICE("”"));
	screen_add(&text->screen, STYLE_PLAIN, SLICE(": "));
	add_independence(text, rests, SLICE(""));
	screen_end_line(&text->screen, MARGIN + 2);
	quote_model_free(&model);
}

static void
write_all(struct text *text, int kind, const enum verdict *verdicts, size_t count,
	void (*write)(struct text *, const struct claim *))
{
	for (size_t i = 0; i < count; i++) {
		size_t found;
		const struct claim **claims =
			claims_of(&text->overview->findings, kind, verdicts[i], &found);
		for (size_t j = 0; j < text_limit(text, found); j++)
			write(text, claims[j]);
		text_say_more(text, found, "more claim", "more claims");
		free(claims);
	}
}

void
text_sources(struct text *text)
{
	static const enum verdict figures[] = {VERDICT_DIFFER, VERDICT_UNIT, VERDICT_AGREE};
	static const enum verdict quotations[] = {VERDICT_ALTERED, VERDICT_CUT, VERDICT_SAME};
	if (text->overview->findings.independence_count == 0)
		return;
	text_heading(text, "How many sources each claim rests on", NULL);
	write_all(text, CLAIMS_FIGURES, figures, 3, write_figures);
	write_all(text, CLAIMS_QUOTATIONS, quotations, 3, write_quotation);
}
