#include "matrix.h"

#include <stdlib.h>

#include "utf8.h"
#include "visible.h"

enum {
	CELL_COLUMNS = 16, /* the widest a cell may be */
	LABEL_LEAST = 20,  /* less than that says too little */
	LABEL_USEFUL = 24, /* for so much the number of sources is left out */
	LABEL_MOST = 48,
	SOURCES_COLUMNS = 7,
	VALUES_SHOWN = 4, /* of one document */
	MARGIN = 2,
	GAP = 2
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
	size_t shown = 0;
	for (; *member < claim->count && figures[*member].document == document; ++*member) {
		if (!sides->stands[*member] || ++shown > VALUES_SHOWN)
			continue;
		const struct figure *figure = &figures[*member];
		const struct side *side = &sides->items[sides->of[*member]];
		buffer_add(to, shown > 1 ? SLICE(" / ") : SLICE(""));
		buffer_add(to, !side->apart                    ? SLICE("")
			       : value_is_open(&figure->value) ? SLICE("≠ ")
							       : SLICE("≠"));
		amount_add(to, &text->overview->amounts, &figure->value, figure->surface,
			AMOUNT_SHORT);
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
measure_claim(struct matrix *matrix, struct text *text, const struct claim *claim)
{
	const struct figure *figures = text->overview->findings.figures + claim->first;
	text_make_sides(text, claim);
	for (size_t member = 0; member < claim->count;) {
		uint32_t document = figures[member].document;
		buffer_clear(&text->scratch);
		add_cell(text, claim, &member, &text->scratch);
		widen(&matrix->columns[document], width_of(buffer_slice(&text->scratch)),
			CELL_COLUMNS);
	}
	text_begin_label(text, claim, LABEL_MOST);
	widen(&matrix->label, width_of(buffer_slice(&text->label)), LABEL_MOST);
}

static size_t
least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The label takes what the columns leave it. */
static void
share_out(struct matrix *matrix, size_t width)
{
	size_t used = MARGIN;
	for (size_t i = 0; i < matrix->documents; i++)
		used += matrix->columns[i] > 0 ? GAP + matrix->columns[i] : 0;
	if (used + GAP + matrix->sources + least_of(matrix->label, LABEL_USEFUL) > width)
		matrix->sources = 0;
	used += matrix->sources > 0 ? GAP + matrix->sources : 0;
	matrix->fits = used + least_of(matrix->label, LABEL_LEAST) <= width;
	if (matrix->fits)
		matrix->label = least_of(matrix->label, width - used);
}

void
matrix_make(struct matrix *matrix, struct text *text, const struct claim *const *claims,
	size_t count)
{
	const struct findings *findings = &text->overview->findings;
	*matrix = (struct matrix){.documents = findings->document_count};
	matrix->columns = memory_new_zeroed(matrix->documents + 1, sizeof *matrix->columns);
	for (size_t i = 0; i < count; i++)
		measure_claim(matrix, text, claims[i]);
	matrix->sources = findings->independence_count > 0 ? SOURCES_COLUMNS : 0;
	share_out(matrix, text->screen.width);
}

void
matrix_free(struct matrix *matrix)
{
	free(matrix->columns);
}

/* Adds text that ends at the column. */
static void
add_right(
	struct screen *screen, enum style style, struct slice text, size_t width, size_t column)
{
	size_t used = width_of(text);
	screen_move(screen, column - (used < width ? used : width));
	screen_add_cut(screen, style, text, width);
}

void
matrix_write_header(const struct matrix *matrix, struct text *text)
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

void
matrix_write_row(const struct matrix *matrix, struct text *text, const struct claim *claim,
	enum style style)
{
	const struct findings *findings = &text->overview->findings;
	const struct figure *figures = findings->figures + claim->first;
	size_t column = MARGIN + matrix->label, member = 0;
	text_make_sides(text, claim);
	text_begin_label(text, claim, matrix->label);
	text_add_label(text, matrix->label);
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
	if (rests && matrix->sources > 0) {
		buffer_clear(&text->scratch);
		buffer_add_size(&text->scratch, rests->origins);
		add_right(&text->screen, STYLE_PLAIN, buffer_slice(&text->scratch),
			matrix->sources, column + GAP + matrix->sources);
	}
	screen_end_line(&text->screen, MARGIN);
	text_finish_label(text, matrix->label);
}
