/*
 * The figures that several reports tell, as a table: a claim a line, a document a column. Where
 * the columns do not fit, each value has a line with the letters of its documents.
 */
#include <stdlib.h>

#include "labels.h"
#include "text.h"
#include "utf8.h"
#include "visible.h"

enum {
	CELL_COLUMNS = 16, /* the widest a cell may be */
	LABEL_LEAST = 20,
	LABEL_MOST = 44,
	MARGIN = 2,
	GAP = 2
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

enum {
	GROUPS = sizeof groups / sizeof *groups
};

struct matrix {
	size_t *columns; /* how wide each document's column is; 0: it has none */
	size_t documents, label, sources;
	bool fits;
};

/*
 * Adds what a document tells for a claim: its different values. `*member` is the first of its
 * figures and is moved behind the last.
 */
static bool
add_cell(struct text *text, const struct claim *claim, size_t *member, struct buffer *to)
{
	const struct figure *figures = text->overview->findings.figures + claim->first;
	const struct sides *sides = &text->sides;
	uint32_t document = figures[*member].document;
	bool apart = false;
	size_t first = *member, start = to->len;
	for (; *member < claim->count && figures[*member].document == document; ++*member) {
		bool told = false;
		for (size_t i = first; i < *member && i < first + 4; i++)
			told |= sides->of[i] == sides->of[*member];
		if (told || *member >= first + 4)
			continue;
		const struct side *side = &sides->items[sides->of[*member]];
		buffer_add(to, to->len > start ? SLICE(" / ") : SLICE(""));
		buffer_add(to, side->apart ? SLICE("≠ ") : SLICE(""));
		amount_add(to, &text->overview->amounts, &side->value, side->surface);
		apart |= side->apart;
	}
	return apart;
}

static size_t
width_of(struct slice text)
{
	struct buffer shown = {0};
	visible_add(&shown, text);
	size_t width = utf8_width(buffer_slice(&shown));
	buffer_free(&shown);
	return width;
}

static void
widen(size_t *width, size_t needed, size_t most)
{
	needed = needed < most ? needed : most;
	*width = *width > needed ? *width : needed;
}

static void
make_sides(struct text *text, const struct claim *claim)
{
	sides_make(&text->sides, &text->overview->findings, &text->overview->amounts, claim);
}

static void
measure_claim(struct text *text, const struct claim *claim, struct matrix *matrix)
{
	const struct figure *figures = text->overview->findings.figures + claim->first;
	make_sides(text, claim);
	for (size_t member = 0; member < claim->count;) {
		uint32_t document = figures[member].document;
		buffer_clear(&text->scratch);
		add_cell(text, claim, &member, &text->scratch);
		widen(&matrix->columns[document], width_of(buffer_slice(&text->scratch)),
			CELL_COLUMNS);
	}
	buffer_clear(&text->scratch);
	label_add_figures(&text->scratch, &text->overview->findings, claim);
	widen(&matrix->label, width_of(buffer_slice(&text->scratch)), LABEL_MOST);
}

/* The label takes what the columns leave; with too little left the table does not fit. */
static void
measure(struct text *text, struct matrix *matrix)
{
	const struct findings *findings = &text->overview->findings;
	matrix->documents = findings->document_count;
	matrix->columns = memory_new_zeroed(matrix->documents + 1, sizeof *matrix->columns);
	for (size_t i = 0; i < GROUPS; i++) {
		size_t count;
		const struct claim **claims =
			claims_of(findings, CLAIMS_FIGURES, groups[i].verdict, &count);
		for (size_t j = 0; j < text_limit(text, count); j++)
			measure_claim(text, claims[j], matrix);
		free(claims);
	}
	matrix->sources = findings->independence_count > 0 ? 7 : 0;
	size_t used = MARGIN + (matrix->sources ? GAP + matrix->sources : 0);
	for (size_t i = 0; i < matrix->documents; i++)
		used += matrix->columns[i] > 0 ? GAP + matrix->columns[i] : 0;
	size_t least = matrix->label < LABEL_LEAST ? matrix->label : LABEL_LEAST;
	matrix->fits = used + least <= text->screen.width;
	if (matrix->fits && matrix->label > text->screen.width - used)
		matrix->label = text->screen.width - used;
}

/* --- As a table -----------------------------------------------------------------------------
 */

/* Adds text that ends at the column. */
static void
add_right(
	struct screen *screen, enum style style, struct slice text, size_t width, size_t column)
{
	size_t used = width_of(text);
	screen_move(screen, column - (used < width ? used : width));
	screen_add_cut(screen, style, text, width);
}

static void
write_header(struct text *text, const struct matrix *matrix)
{
	struct screen *screen = &text->screen;
	size_t column = MARGIN + matrix->label;
	for (uint32_t i = 0; i < matrix->documents; i++) {
		if (matrix->columns[i] == 0)
			continue;
		column += GAP + matrix->columns[i];
		buffer_clear(&text->scratch);
		names_add_letter(&text->scratch, i);
		add_right(screen, STYLE_STRONG, buffer_slice(&text->scratch),
			matrix->columns[i], column);
	}
	if (matrix->sources)
		add_right(screen, STYLE_FAINT, SLICE("sources"), matrix->sources,
			column + GAP + matrix->sources);
	screen_end_line(screen, 0);
}

static void
add_label(struct text *text, const struct claim *claim, size_t width)
{
	buffer_clear(&text->scratch);
	label_add_figures(&text->scratch, &text->overview->findings, claim);
	screen_move(&text->screen, MARGIN);
	screen_add_cut(&text->screen, STYLE_PLAIN, buffer_slice(&text->scratch), width);
}

static void
write_row(struct text *text, const struct matrix *matrix, const struct claim *claim,
	enum style style)
{
	const struct findings *findings = &text->overview->findings;
	const struct figure *figures = findings->figures + claim->first;
	size_t column = MARGIN + matrix->label, member = 0;
	make_sides(text, claim);
	add_label(text, claim, matrix->label);
	for (uint32_t i = 0; i < matrix->documents; i++) {
		column += matrix->columns[i] > 0 ? GAP + matrix->columns[i] : 0;
		if (member == claim->count || figures[member].document != i)
			continue;
		buffer_clear(&text->scratch);
		bool apart = add_cell(text, claim, &member, &text->scratch);
		add_right(&text->screen, apart ? style : STYLE_PLAIN,
			buffer_slice(&text->scratch), matrix->columns[i], column);
	}
	const struct independence *rests = findings_independence(findings, claim->name, NULL);
	if (rests) {
		buffer_clear(&text->scratch);
		buffer_add_size(&text->scratch, rests->origins);
		add_right(&text->screen, STYLE_PLAIN, buffer_slice(&text->scratch),
			matrix->sources, column + GAP + matrix->sources);
	}
	screen_end_line(&text->screen, MARGIN);
}

/* --- As a list ------------------------------------------------------------------------------
 */

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
write_list(struct text *text, const struct claim *claim, enum style style)
{
	make_sides(text, claim);
	add_label(text, claim, SIZE_MAX);
	screen_end_line(&text->screen, MARGIN);
	for (size_t i = 0; i < text->sides.count; i++) {
		const struct side *side = &text->sides.items[i];
		buffer_clear(&text->scratch);
		amount_add(
			&text->scratch, &text->overview->amounts, &side->value, side->surface);
		screen_move(&text->screen, MARGIN + 2);
		if (side->apart)
			screen_add(&text->screen, style, SLICE("≠"));
		screen_move(&text->screen, MARGIN + 4);
		screen_add(&text->screen, side->apart ? style : STYLE_PLAIN,
			buffer_slice(&text->scratch));
		screen_move(&text->screen, MARGIN + 4 + CELL_COLUMNS + 1);
		add_letters(text, claim, i);
		screen_end_line(&text->screen, MARGIN + 4 + CELL_COLUMNS + 2);
	}
}

/* --- Units ----------------------------------------------------------------------------------
 */

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
			buffer_clear(&text->scratch);
			amount_add(&text->scratch, amounts, &side->value, side->surface);
			screen_move(&text->screen, first ? MARGIN + 2 : 0);
			screen_add(&text->screen, STYLE_FAINT, first ? SLICE("") : SLICE("; "));
			screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
			screen_add(&text->screen, STYLE_FAINT, SLICE(" is "));
			screen_add(&text->screen, STYLE_FAINT, buffer_slice(&metric));
			first = false;
		}
		buffer_free(&metric);
	}
	if (!first)
		screen_end_line(&text->screen, MARGIN + 2);
}

void
text_figures(struct text *text)
{
	struct matrix matrix = {0};
	measure(text, &matrix);
	for (size_t i = 0; i < GROUPS; i++) {
		size_t count;
		const struct claim **claims = claims_of(
			&text->overview->findings, CLAIMS_FIGURES, groups[i].verdict, &count);
		if (count > 0) {
			text_heading(text, groups[i].heading, groups[i].note);
			if (matrix.fits)
				write_header(text, &matrix);
		}
		for (size_t j = 0; j < text_limit(text, count); j++) {
			if (matrix.fits)
				write_row(text, &matrix, claims[j], groups[i].style);
			else
				write_list(text, claims[j], groups[i].style);
			if (groups[i].verdict == VERDICT_UNIT)
				write_conversions(text);
		}
		text_say_more(text, count, "more figure", "more figures");
		free(claims);
	}
	free(matrix.columns);
}
