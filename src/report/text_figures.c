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
	{VERDICT_SINGLE, "Figures that only one report gives", NULL, STYLE_PLAIN},
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

/* Adds one more remark on a claim to the line below it. */
static void
add_remark(struct text *text, enum style style, struct slice remark, bool *any)
{
	if (*any)
		screen_add(&text->screen, STYLE_FAINT, SLICE("; "));
	else
		screen_move(&text->screen, MARGIN + 2);
	screen_add(&text->screen, style, remark);
	*any = true;
}

/* "300 sq mi is 777 km²; 300 miles is 483 km; given as area and as length" */
static bool
write_conversions(struct text *text)
{
	const struct amounts *amounts = &text->overview->amounts;
	struct buffer remark = {0};
	bool any = false;
	for (size_t i = 0; i < text->sides.count; i++) {
		const struct side *side = &text->sides.items[i];
		buffer_clear(&remark);
		amount_add(&remark, amounts, &side->value, side->surface, AMOUNT_FULL);
		buffer_add(&remark, SLICE(" is "));
		if (amount_add_metric(&remark, amounts, &side->value))
			add_remark(text, STYLE_FAINT, buffer_slice(&remark), &any);
	}
	struct slice dimension = amount_dimension(amounts, &text->sides.items[0].value);
	struct slice other = other_dimension(text, dimension);
	if (dimension.len > 0 && other.len > 0) {
		buffer_clear(&remark);
		buffer_add(&remark, SLICE("given as "));
		buffer_add(&remark, dimension);
		buffer_add(&remark, SLICE(" and as "));
		buffer_add(&remark, other);
		add_remark(text, STYLE_NOTE, buffer_slice(&remark), &any);
	}
	buffer_free(&remark);
	return any;
}

static void
add_date(struct text *text, const struct side *side, const char **before)
{
	if (side->first_told.len == 0)
		return;
	screen_add(&text->screen, STYLE_FAINT, slice_of(*before));
	text_add_amount(text, STYLE_FAINT, side);
	screen_add(&text->screen, STYLE_FAINT, SLICE(" on "));
	screen_add(&text->screen, STYLE_FAINT, date_day(side->first_told));
	*before = ", ";
}

/* "first reported: 17 on 2025-05-03, 18 on 2025-05-05"; all sides but the first are in order.
 */
static bool
write_dates(struct text *text)
{
	const struct side *leader = text->sides.items;
	const char *before = "first reported: ";
	bool told = false;
	if (!sides_follow(&text->sides))
		return false;
	screen_move(&text->screen, MARGIN + 2);
	for (size_t i = 1; i < text->sides.count; i++) {
		const struct side *side = &leader[i];
		if (!told && slice_compare(leader->first_told, side->first_told) <= 0) {
			add_date(text, leader, &before);
			told = true;
		}
		add_date(text, side, &before);
	}
	if (!told)
		add_date(text, leader, &before);
	return true;
}

static bool
units_differ(const struct sides *sides)
{
	for (size_t i = 1; i < sides->count; i++)
		if (!slice_equal(sides->items[i].value.unit, sides->items[0].value.unit))
			return true;
	return false;
}

/* Lines below a claim: what its values are in metric units, and which may have been brought up
 * to date. */
static void
write_remarks(struct text *text, enum verdict verdict)
{
	if (verdict == VERDICT_UNIT ||
		(verdict == VERDICT_DIFFER && units_differ(&text->sides)))
		if (write_conversions(text))
			screen_end_line(&text->screen, MARGIN + 2);
	if (verdict == VERDICT_DIFFER && write_dates(text))
		screen_end_line(&text->screen, MARGIN + 2);
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
		write_remarks(text, group->verdict);
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
			"figure that only one report gives",
			"figures that only one report gives");
	}
}
