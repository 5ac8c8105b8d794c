/*
 * Who copied whom: the pairs of documents that share sentences, with one pair of sentences that
 * shows it best.
 */
#include "text.h"

enum {
	MARGIN = 2,
	PAIRS_SHOWN = 12,
	EXAMPLE_COLUMNS = 160
};

static void
add_plain(struct text *text, const char *words)
{
	screen_add(&text->screen, STYLE_PLAIN, slice_of(words));
}

/* "7 of its 12 sentences: 2 word for word, 4 with changes, 1 reworded" */
static void
add_extent(struct text *text, const struct copy *copy)
{
	static const char *const names[REUSE_KINDS] = {
		[REUSE_VERBATIM] = "word for word",
		[REUSE_NEAR] = "nearly so",
		[REUSE_PARAPHRASE] = "reworded",
	};
	const struct document_facts *document = &text->overview->findings.documents[copy->to];
	const char *before = ": ";
	screen_add_size(&text->screen, STYLE_PLAIN, copy->sentences_to);
	if (document->sentences >= copy->sentences_to) {
		add_plain(text, copy->directed ? " of its " : " of ");
		screen_add_size(&text->screen, STYLE_PLAIN, document->sentences);
	}
	add_plain(text, document->sentences == 1 ? " sentence" : " sentences");
	for (int kind = 0; kind < REUSE_KINDS; kind++) {
		if (copy->kinds[kind] == 0)
			continue;
		add_plain(text, before);
		screen_add_size(&text->screen, STYLE_PLAIN, copy->kinds[kind]);
		add_plain(text, " ");
		add_plain(text, names[kind]);
		before = ", ";
	}
}

static void
write_sentence(struct text *text, uint32_t document, struct slice sentence)
{
	buffer_clear(&text->scratch);
	names_add_letter(&text->scratch, document);
	screen_move(&text->screen, MARGIN + 2);
	screen_add(&text->screen, STYLE_STRONG, buffer_slice(&text->scratch));
	screen_move(&text->screen, MARGIN + 5);
	screen_add_cut(
		&text->screen, STYLE_FAINT, sentence, text->all ? SIZE_MAX : EXAMPLE_COLUMNS);
	screen_end_line(&text->screen, MARGIN + 5);
}

static void
write_copy(struct text *text, const struct copy *copy)
{
	const struct reuse *example = &text->overview->findings.reuses[copy->example];
	screen_move(&text->screen, MARGIN);
	text_add_document(text, copy->to);
	add_plain(text, copy->directed ? " from " : " and ");
	text_add_document(text, copy->from);
	add_plain(text, ", ");
	add_extent(text, copy);
	if (copy->credit == CREDIT_SILENT)
		screen_add(&text->screen, STYLE_BAD, SLICE("; not credited"));
	else if (copy->credit == CREDIT_GIVEN)
		screen_add(&text->screen, STYLE_GOOD, SLICE("; credited"));
	screen_end_line(&text->screen, MARGIN + 2);
	write_sentence(text, example->a, example->text_a);
	write_sentence(text, example->b, example->text_b);
}

void
text_copies(struct text *text)
{
	const struct copies *copies = &text->overview->copies;
	size_t shown = text->all || copies->count < PAIRS_SHOWN ? copies->count : PAIRS_SHOWN;
	if (copies->count == 0)
		return;
	text_heading(text, "Who copied whom", NULL);
	for (size_t i = 0; i < shown; i++)
		write_copy(text, &copies->items[i]);
	if (shown < copies->count) {
		buffer_clear(&text->scratch);
		add_counted(&text->scratch, copies->count - shown, "more pair", "more pairs");
		screen_add(&text->screen, STYLE_FAINT, SLICE("  and "));
		screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
		screen_add(&text->screen, STYLE_FAINT,
			SLICE(" that share fewer sentences (--all shows them)"));
		screen_end_line(&text->screen, MARGIN);
	}
}
