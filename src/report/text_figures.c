/*
 * The figures that several reports tell, as a table: a claim a line, a document a column. Where
 * the columns do not fit, a value a line, with the letters of the documents that tell it.
 */
#include <stdlib.h>

#include "matrix.h"

enum {
	MARGIN = 2,
	VALUE_COLUMNS = 14,
	LETTERS_COLUMNS = 14,
	LABEL_LEAST = 14
};

static const struct group {
	enum verdict verdict;
	const char *heading, *note;
	enum style style;
} groups[] = {
	{VERDICT_DIFFER, "Figures in conflict",
		"≠ contradicts what most reports say, or the first", STYLE_BAD},
	{VERDICT_UNIT, "Figures whose unit changed",
		"the same number or amount in another unit", STYLE_NOTE},
	{VERDICT_AGREE, "Figures that agree", NULL, STYLE_GOOD},
	{VERDICT_SINGLE, "Figures that one report alone tells", NULL, STYLE_PLAIN},
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

/* How wide the labels may be where values and letters stand beside them. */
static size_t
label_columns(const struct text *text)
{
	size_t beside = MARGIN + 2 + VALUE_COLUMNS + LETTERS_COLUMNS;
	return text->screen.width > beside + LABEL_LEAST ? text->screen.width - beside
							 : LABEL_LEAST;
}

/* A claim's label, and beside it each value with those who tell it, a line each. */
static void
write_list(struct text *text, const struct claim *claim, enum style style)
{
	size_t label = label_columns(text), column = MARGIN + label;
	text_make_sides(text, claim);
	text_begin_label(text, claim, label);
	for (size_t i = 0; i < text->sides.count; i++) {
		const struct side *side = &text->sides.items[i];
		text_add_label(text, label);
		screen_move(&text->screen, column + 1);
		screen_add(&text->screen, style, side->apart ? SLICE("≠") : SLICE(""));
		screen_move(&text->screen, column + 2);
		text_add_amount(text, side->apart ? style : STYLE_PLAIN, side);
		screen_move(&text->screen, column + 2 + VALUE_COLUMNS);
		add_letters(text, claim, i);
		screen_end_line(&text->screen, column + 2 + VALUE_COLUMNS + 1);
	}
	text_finish_label(text, label);
}

/* The first dimension among the sides that is not that of the first side; empty: none. */
static struct slice
other_dimension(const struct text *text, struct slice dimension)
{
	for (size_t i = 1; i < text->sides.count; i++) {
		struct slice other =
			amount_dimension(&text->overview->amounts, &text->sides.items[i].value);
		if (other.len > 0 && !slice_equal(other, dimension))
			return other;
	}
	return SLICE("");
}

/* "300 sq mi is 777 km²; 300 miles is 483 km; told as area and as length" */
static void
write_conversions(struct text *text)
{
	const struct amounts *amounts = &text->overview->amounts;
	struct screen *screen = &text->screen;
	struct buffer metric = {0};
	bool first = true;
	for (size_t i = 0; i < text->sides.count; i++) {
		const struct side *side = &text->sides.items[i];
		buffer_clear(&metric);
		if (!amount_add_metric(&metric, amounts, &side->value))
			continue;
		screen_move(screen, first ? MARGIN + 2 : 0);
		screen_add(screen, STYLE_FAINT, first ? SLICE("") : SLICE("; "));
		text_add_amount(text, STYLE_FAINT, side);
		screen_add(screen, STYLE_FAINT, SLICE(" is "));
		screen_add(screen, STYLE_FAINT, buffer_slice(&metric));
		first = false;
	}
	buffer_free(&metric);
	struct slice dimension = amount_dimension(amounts, &text->sides.items[0].value);
	struct slice other = other_dimension(text, dimension);
	if (dimension.len > 0 && other.len > 0) {
		screen_move(screen, first ? MARGIN + 2 : 0);
		screen_add(screen, STYLE_NOTE, first ? SLICE("told as ") : SLICE("; told as "));
		screen_add(screen, STYLE_NOTE, dimension);
		screen_add(screen, STYLE_NOTE, SLICE(" and as "));
		screen_add(screen, STYLE_NOTE, other);
		first = false;
	}
	if (!first)
		screen_end_line(screen, MARGIN + 2);
}

static void
write_claims(struct text *text, const struct claim *const *claims, size_t count,
	const struct group *group)
{
	struct matrix matrix;
	matrix_make(&matrix, text, claims, count);
	bool table = matrix.fits && group->verdict != VERDICT_SINGLE;
	if (table)
		matrix_write_header(&matrix, text);
	for (size_t i = 0; i < count; i++) {
		if (table)
			matrix_write_row(&matrix, text, claims[i], group->style);
		else
			write_list(text, claims[i], group->style);
		if (group->verdict == VERDICT_UNIT)
			write_conversions(text);
	}
	matrix_free(&matrix);
}

static void
write_group(struct text *text, const struct group *group)
{
	size_t count;
	const struct claim **claims =
		claims_of(&text->overview->findings, CLAIMS_FIGURES, group->verdict, &count);
	if (count > 0) {
		text_heading(text, group->heading, group->note);
		write_claims(text, claims, text_limit(text, count), group);
		text_say_more(text, count, "more figure", "more figures");
	}
	free(claims);
}

/* Of several reports only what two of them tell is shown, unless all is asked for. */
void
text_figures(struct text *text)
{
	const struct findings *findings = &text->overview->findings;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (groups[i].verdict != VERDICT_SINGLE || text->all ||
			findings->document_count == 1)
			write_group(text, &groups[i]);
	if (!text->all && findings->document_count > 1 && findings->single_count > 0) {
		screen_end_line(&text->screen, 0);
		text_say_left_out(text, findings->single_count,
			"figure that one report alone tells",
			"figures that one report alone tells");
	}
}
