/*
 * The figures that several reports tell, as a table: a claim a line, a document a column. Where
 * the columns do not fit, each value has a line with the letters of its documents.
 */
#include <stdlib.h>

#include "matrix.h"

enum {
	MARGIN = 2,
	VALUE_COLUMNS = 17
};

static const struct {
	enum verdict verdict;
	const char *heading, *note;
	enum style style;
} groups[] = {
	{VERDICT_DIFFER, "Figures in conflict",
		"≠ cannot be true along with what most reports say", STYLE_BAD},
	{VERDICT_UNIT, "Figures whose unit changed",
		"the same number, or the same amount, in another unit", STYLE_NOTE},
	{VERDICT_AGREE, "Figures that agree", NULL, STYLE_GOOD},
};

static void
add_letters(struct text *text, const struct claim *claim, size_t side)
{
	const struct figure *figures = text->overview->findings.figures + claim->first;
	uint32_t before = NOWHERE;
	for (size_t i = 0; i < claim->count; i++) {
		if (text->sides.of[i] != side || figures[i].document == before)
			continue;
		before = figures[i].document;
		buffer_clear(&text->scratch);
		names_add_letter(&text->scratch, before);
		screen_add(&text->screen, STYLE_PLAIN, SLICE(" "));
		screen_add(&text->screen, STYLE_STRONG, buffer_slice(&text->scratch));
	}
}

static void
write_side(struct text *text, const struct claim *claim, size_t at, enum style style)
{
	const struct side *side = &text->sides.items[at];
	screen_move(&text->screen, MARGIN + 2);
	screen_add(&text->screen, style, side->apart ? SLICE("≠") : SLICE(""));
	screen_move(&text->screen, MARGIN + 4);
	text_add_amount(text, side->apart ? style : STYLE_PLAIN, side);
	screen_move(&text->screen, MARGIN + 4 + VALUE_COLUMNS);
	add_letters(text, claim, at);
	screen_end_line(&text->screen, MARGIN + 4 + VALUE_COLUMNS + 1);
}

/* A claim on a line of its own, below it each value with those who tell it. */
static void
write_list(struct text *text, const struct claim *claim, enum style style)
{
	text_make_sides(text, claim);
	screen_move(&text->screen, MARGIN);
	text_add_label(text, claim, SIZE_MAX);
	screen_end_line(&text->screen, MARGIN);
	for (size_t i = 0; i < text->sides.count; i++)
		write_side(text, claim, i, style);
}

/* "300 sq mi is 777 km²; 300 miles is 483 km" */
static void
write_conversions(struct text *text)
{
	const struct amounts *amounts = &text->overview->amounts;
	bool first = true;
	for (size_t i = 0; i < text->sides.count; i++) {
		const struct side *side = &text->sides.items[i];
		struct buffer metric = {0};
		if (amount_add_metric(&metric, amounts, &side->value)) {
			screen_move(&text->screen, first ? MARGIN + 2 : 0);
			screen_add(&text->screen, STYLE_FAINT, first ? SLICE("") : SLICE("; "));
			text_add_amount(text, STYLE_FAINT, side);
			screen_add(&text->screen, STYLE_FAINT, SLICE(" is "));
			screen_add(&text->screen, STYLE_FAINT, buffer_slice(&metric));
			first = false;
		}
		buffer_free(&metric);
	}
	if (!first)
		screen_end_line(&text->screen, MARGIN + 2);
}

static void
write_group(
	struct text *text, const struct claim *const *claims, size_t count, enum style style)
{
	struct matrix matrix;
	matrix_make(&matrix, text, claims, count);
	if (matrix.fits)
		matrix_write_header(&matrix, text);
	for (size_t i = 0; i < count; i++) {
		if (matrix.fits)
			matrix_write_row(&matrix, text, claims[i], style);
		else
			write_list(text, claims[i], style);
		if (claims[i]->verdict == VERDICT_UNIT)
			write_conversions(text);
	}
	matrix_free(&matrix);
}

void
text_figures(struct text *text)
{
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		size_t count;
		const struct claim **claims = claims_of(
			&text->overview->findings, CLAIMS_FIGURES, groups[i].verdict, &count);
		if (count > 0) {
			text_heading(text, groups[i].heading, groups[i].note);
			write_group(text, claims, text_limit(text, count), groups[i].style);
			text_say_more(text, count, "more figure", "more figures");
		}
		free(claims);
	}
}
