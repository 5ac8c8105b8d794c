/*
 * The quotations that came out other than they went in: the wording that most reports give, and
 * below it each other one, with what it changed.
 */
#include <stdlib.h>

#include "quotes.h"
#include "text.h"

enum {
	MARGIN = 2,
	INDENT = 6
};

static void
add_letter(struct text *text, uint32_t document)
{
	buffer_clear(&text->scratch);
	names_add_letter(&text->scratch, document);
	screen_move(&text->screen, MARGIN);
	screen_add(&text->screen, STYLE_STRONG, buffer_slice(&text->scratch));
}

/* "“Nobody was asked.” Tomas Raddick, in A B" */
static void
write_model(struct text *text, const struct quotation *members, const struct quote_model *model)
{
	struct screen *screen = &text->screen;
	const struct quotation *quotation = &members[model->member];
	screen_move(screen, MARGIN);
	screen_add(screen, STYLE_PLAIN, SLICE("“"));
	screen_add(screen, STYLE_PLAIN, quote_inner(quotation->text));
	screen_add(screen, STYLE_PLAIN, SLICE("”"));
	if (quotation->speaker.len > 0) {
		screen_add(screen, STYLE_FAINT, SLICE(" "));
		screen_add(screen, STYLE_FAINT, quotation->speaker);
		screen_add(screen, STYLE_FAINT, SLICE(","));
	}
	screen_add(screen, STYLE_FAINT, SLICE(" in"));
	for (size_t i = 0; i < model->count; i++)
		if (model->same[i] &&
			(i == 0 || members[i].document != members[i - 1].document ||
				!model->same[i - 1])) {
			buffer_clear(&text->scratch);
			names_add_letter(&text->scratch, members[i].document);
			screen_add(screen, STYLE_FAINT, SLICE(" "));
			screen_add(screen, STYLE_STRONG, buffer_slice(&text->scratch));
		}
	screen_end_line(screen, MARGIN + 2);
}

/* The wording with [words of its own] marked, and […] where words were left out. */
static void
add_changes(struct text *text, struct slice now)
{
	const struct changes *changes = &text->changes;
	struct screen *screen = &text->screen;
	size_t at = 0;
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		bool near_added =
			(i > 0 && changes->items[i - 1].kind == CHANGE_ADDED) ||
			(i + 1 < changes->count && changes->items[i + 1].kind == CHANGE_ADDED);
		if (change->kind == CHANGE_LEFT) {
			if (!near_added)
				screen_add(
					screen, STYLE_NOTE, at ? SLICE(" […]") : SLICE("[…] "));
			continue;
		}
		screen_add(screen, STYLE_PLAIN, slice_cut(now, at, change->start));
		if (change->kind == CHANGE_ADDED)
			screen_add(screen, STYLE_BAD, SLICE("["));
		screen_add(screen, change->kind == CHANGE_ADDED ? STYLE_BAD : STYLE_PLAIN,
			slice_cut(now, change->start, change->end));
		if (change->kind == CHANGE_ADDED)
			screen_add(screen, STYLE_BAD, SLICE("]"));
		at = change->end;
	}
	screen_add(screen, STYLE_PLAIN, slice_cut(now, at, now.len));
}

static void
write_member(struct text *text, const struct quotation *member, struct slice model)
{
	struct screen *screen = &text->screen;
	struct slice now = quote_inner(member->text);
	bool quoted = slice_is(member->form, "quoted");
	add_letter(text, member->document);
	screen_move(screen, INDENT);
	screen_add(screen, STYLE_PLAIN, quoted ? SLICE("“") : SLICE(""));
	if (changes_find(&text->changes, model, now))
		add_changes(text, now);
	else
		screen_add(screen, STYLE_PLAIN, now);
	screen_add(screen, STYLE_PLAIN, quoted ? SLICE("”") : SLICE(""));
	if (!quoted && member->form.len > 0) {
		screen_add(screen, STYLE_FAINT, SLICE(" ("));
		screen_add(screen, STYLE_FAINT,
			slice_is(member->form, "unquoted") ? SLICE("without quotation marks")
							   : member->form);
		screen_add(screen, STYLE_FAINT, SLICE(")"));
	}
	screen_end_line(screen, INDENT);
}

static void
write_claim(struct text *text, const struct claim *claim)
{
	const struct quotation *members = text->overview->findings.quotations + claim->first;
	struct quote_model model;
	quote_model_make(&model, members, claim->count);
	write_model(text, members, &model);
	struct slice wording = quote_inner(members[model.member].text);
	for (size_t i = 0; i < claim->count; i++)
		if (!model.same[i])
			write_member(text, &members[i], wording);
	quote_model_free(&model);
}

static void
write_group(struct text *text, enum verdict verdict, const char *heading, const char *note)
{
	size_t count;
	const struct claim **claims =
		claims_of(&text->overview->findings, CLAIMS_QUOTATIONS, verdict, &count);
	if (count > 0)
		text_heading(text, heading, note);
	for (size_t i = 0; i < text_limit(text, count); i++) {
		if (i > 0)
			screen_end_line(&text->screen, 0);
		write_claim(text, claims[i]);
	}
	text_say_more(text, count, "more quotation", "more quotations");
	free(claims);
}

void
text_quotations(struct text *text)
{
	write_group(text, VERDICT_ALTERED, "Quotations that were altered",
		"[its own words], […] words left out");
	write_group(text, VERDICT_CUT, "Quotations that were cut", "[…] words left out");
}
