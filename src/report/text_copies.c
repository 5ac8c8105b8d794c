/*
 * Who copied whom: the pairs of documents that share sentences, with one pair of sentences that
 * shows it best.
 */
#include "text.h"

enum {
	MARGIN = 2,
	PAIRS_SHOWN = 12,
	ASIDES_SHOWN = 12,
	EXAMPLE_COLUMNS = 160
};

static void
add_plain(struct text *text, const char *words)
{
	screen_add(&text->screen, STYLE_PLAIN, slice_of(words));
}

static void
add_kinds(struct text *text, const struct copy *copy)
{
	static const char *const names[REUSE_KINDS] = {
		[REUSE_VERBATIM] = "word for word",
		[REUSE_NEAR] = "nearly so",
		[REUSE_PARAPHRASE] = "reworded",
	};
	const char *before = ": ";
	for (int kind = 0; kind < REUSE_KINDS; kind++) {
		if (copy->kinds[kind] == 0)
			continue;
		add_plain(text, before);
		screen_add_size(&text->screen, STYLE_PLAIN, copy->kinds[kind]);
		add_plain(text, " ");
		add_plain(text, kind == REUSE_NEAR && copy->kinds[REUSE_VERBATIM] == 0
					? "nearly word for word"
					: names[kind]);
		before = ", ";
	}
}

/* " 7 of its 12 sentences", " all its 4 sentences" */
static void
add_part(struct text *text, const char *of, size_t part, size_t whole)
{
	bool all = part == whole && whole > 1;
	add_plain(text, all ? " all " : " ");
	if (all)
		add_plain(text, of);
	screen_add_size(&text->screen, STYLE_PLAIN, part);
	if (!all && part < whole) {
		add_plain(text, " of ");
		add_plain(text, of);
		screen_add_size(&text->screen, STYLE_PLAIN, whole);
	}
	add_plain(text, part == 1 && whole <= 1 ? " sentence" : " sentences");
}

/*
 * "C echo has 7 of its 12 sentences from A courier", "A courier and C echo share 7 of 12
 * sentences"
 */
static void
add_extent(struct text *text, const struct copy *copy)
{
	const struct document_facts *documents = text->overview->findings.documents;
	size_t from = documents[copy->from].sentences, to = documents[copy->to].sentences;
	if (copy->directed) {
		text_add_document(text, copy->to);
		add_plain(text, " has");
		add_part(text, "its ", copy->sentences_to, to);
		add_plain(text, " from ");
		text_add_document(text, copy->from);
		return;
	}
	bool shorter = from > 0 && from < to;
	text_add_document(text, copy->from);
	add_plain(text, " and ");
	text_add_document(text, copy->to);
	add_plain(text, " share");
	add_part(text, "", shorter ? copy->sentences_from : copy->sentences_to,
		shorter ? from : to);
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
	add_extent(text, copy);
	add_kinds(text, copy);
	if (copy->credit == CREDIT_SILENT)
		screen_add(&text->screen, STYLE_BAD, SLICE("; not credited"));
	else if (copy->credit == CREDIT_GIVEN)
		screen_add(&text->screen, STYLE_GOOD, SLICE("; credited"));
	screen_end_line(&text->screen, MARGIN + 2);
	bool turned = example->a != copy->from;
	write_sentence(text, copy->from, turned ? example->text_b : example->text_a);
	write_sentence(text, copy->to, turned ? example->text_a : example->text_b);
}

/* What is told in a line with others of its kind, not by itself. */
enum aside {
	ASIDE_NONE,
	ASIDE_THIRD, /* both have it from a third */
	ASIDE_QUOTING,
	ASIDE_WEAK
};

static enum aside
aside_of(const struct copy *copy)
{
	return copy_is_quoting(copy)    ? ASIDE_QUOTING
	       : copy_is_weak(copy)     ? ASIDE_WEAK
	       : copy->third != NOWHERE ? ASIDE_THIRD
					: ASIDE_NONE;
}

/* "A and B", "A and B from C" */
static void
add_pair(struct text *text, const struct copy *copy, enum aside aside)
{
	buffer_clear(&text->scratch);
	names_add_letter(&text->scratch, copy->from);
	buffer_add(&text->scratch, SLICE(" and "));
	names_add_letter(&text->scratch, copy->to);
	if (aside == ASIDE_THIRD) {
		buffer_add(&text->scratch, SLICE(" from "));
		names_add_letter(&text->scratch, copy->third);
	}
	screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
}

/* "One sentence reworded: A and B, B and D" */
static void
write_asides(struct text *text, enum aside aside)
{
	static const char *const begins[] = {
		[ASIDE_THIRD] = "Shared through a third: ",
		[ASIDE_QUOTING] = "Only what both quote: ",
		[ASIDE_WEAK] = "One sentence reworded: ",
	};
	const struct copies *copies = &text->overview->copies;
	size_t shown = 0, count = 0;
	for (size_t i = 0; i < copies->count; i++) {
		if (aside_of(&copies->items[i]) != aside ||
			(++count > ASIDES_SHOWN && !text->all))
			continue;
		screen_move(&text->screen, MARGIN);
		screen_add(&text->screen, STYLE_FAINT,
			shown++ ? SLICE(", ") : slice_of(begins[aside]));
		add_pair(text, &copies->items[i], aside);
	}
	if (shown < count) {
		buffer_clear(&text->scratch);
		add_counted(&text->scratch, count - shown, "more pair", "more pairs");
		screen_add(&text->screen, STYLE_FAINT, SLICE(" and "));
		screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
	}
	if (shown > 0)
		screen_end_line(&text->screen, MARGIN + 2);
}

void
text_copies(struct text *text)
{
	const struct copies *copies = &text->overview->copies;
	size_t strong = 0;
	if (copies->count == 0)
		return;
	text_heading(text, "Who copied whom", NULL);
	for (size_t i = 0; i < copies->count; i++) {
		if (aside_of(&copies->items[i]) != ASIDE_NONE)
			continue;
		if (text->all || strong < PAIRS_SHOWN)
			write_copy(text, &copies->items[i]);
		strong++;
	}
	if (!text->all && strong > PAIRS_SHOWN)
		text_say_left_out(text, strong - PAIRS_SHOWN, "more pair", "more pairs");
	write_asides(text, ASIDE_THIRD);
	write_asides(text, ASIDE_QUOTING);
	write_asides(text, ASIDE_WEAK);
}
