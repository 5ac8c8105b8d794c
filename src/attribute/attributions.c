#include "attributions.h"

#include <stdlib.h>

#include "chains.h"
#include "dialogue.h"
#include "figures.h"
#include "heading.h"
#include "labels.h"
#include "memory.h"
#include "mend.h"
#include "mute.h"
#include "quoted.h"
#include "quotes.h"
#include "record.h"
#include "running.h"
#include "speech.h"
#include "transcript.h"

/* What the rules find is what the tagger begins with, where it knows the language. */
static void
find_in(struct attributions *a, const struct article *article,
	const struct paragraph *paragraph, const struct lexicon *lexicon)
{
	size_t from = a->findings.count;
	if (!lexicon->tagged) {
		static const struct findings none;
		speech_find(article, paragraph, &a->findings);
		chains_citing(article, paragraph, &none, &a->findings, from);
		if (paragraph->figures)
			figures_find(article, paragraph, &a->findings, from);
		findings_sort(&a->findings, from);
		return;
	}
	buffer_clear(&a->labels);
	uint8_t *labels = (uint8_t *)buffer_reserve(
		&a->labels, paragraph->words.end - paragraph->words.start);
	a->by_rules.count = 0;
	speech_find(article, paragraph, &a->by_rules);
	labels_write(a->by_rules.items, a->by_rules.count, paragraph->words, labels);
	tagger_label(&a->tagger, article, paragraph, labels);
	speech_find_closing(article, paragraph, &a->by_rules);
	labels_read(&a->runs, labels, article->words.items, paragraph->words, &a->findings);
	running_find(article, paragraph, &a->findings, from);
	mend_contents(article, paragraph, labels, &a->by_rules, &a->findings, from);
	mend_missed(article, &a->by_rules, &a->findings, from);
	chains_by(article, &a->by_rules, &a->findings, from);
	chains_citing(article, paragraph, &a->by_rules, &a->findings, from);
	chains_absolute(article, paragraph, &a->findings, from);
	mend_sources(article, &a->findings, from);
	mute_drop(article, &a->findings, from);
	quoted_find(article, paragraph, &a->findings, from);
	mend_semicolons(article, &a->findings, from);
	if (paragraph->figures)
		figures_find(article, paragraph, &a->findings, from);
	findings_sort(&a->findings, from);
}

static void
find_all(struct attributions *a, const struct article *article, const struct lexicon *lexicon)
{
	bool open = false;
	struct transcript transcript;
	transcript_begin(&transcript, article);
	a->findings.count = 0;
	for (size_t p = 0; p < article->paragraph_count; p++) {
		const struct paragraph *paragraph = &article->paragraphs[p];
		if (!paragraph->tagged && !paragraph->figures && !open)
			continue;
		open = quotes_mark(
			&article->words, buffer_slice(&article->text), paragraph->words, open);
		if (!lexicon->tagged)
			dialogue_mark(&article->words, paragraph->words);
		if (!transcript_find(&transcript, article, paragraph, &a->findings))
			find_in(a, article, paragraph, lexicon);
	}
	heading_find(article, &a->findings);
}

static void
resolve_all(
	struct attributions *a, const struct article *article, const struct lexicon *lexicon)
{
	a->speakers = memory_reserve(
		a->speakers, &a->speaker_capacity, a->findings.count, sizeof *a->speakers);
	if (a->findings.count > 0)
		names_read(&a->names, article, lexicon);
	for (size_t i = 0; i < a->findings.count; i++) {
		struct range source = a->findings.items[i].source;
		struct range last =
			i > 0 ? a->findings.items[i - 1].source : (struct range){0, 0};
		if (i > 0 && source.start == last.start && source.end == last.end)
			a->speakers[i] = a->speakers[i - 1];
		else
			a->speakers[i] = names_resolve(&a->names, source);
	}
}

/* "|—| Never|, —| said X": the dashes of speech are none of it. */
static struct range
without_dashes(const struct word *words, struct range range)
{
	bool first = range.start < range.end && words[range.start].mark == '-';
	while (range.start < range.end &&
		(words[range.start].mark == '-' ||
			(first && words[range.start].kind == WORD_MARK &&
				(words[range.start].mark == '.' ||
					words[range.start].mark == ','))))
		range.start++;
	while (range.end > range.start &&
		(words[range.end - 1].mark == '-' || words[range.end - 1].mark == ','))
		range.end--;
	return range;
}

static void
add_piece(
	struct attributions *a, const struct word *words, struct range range, uint32_t finding)
{
	range = without_dashes(words, range);
	if (range_is_empty(range))
		return;
	struct piece piece = {.sentence = words[range.start].sentence,
		.finding = finding,
		.start = words[range.start].start,
		.end = words[range.end - 1].end};
	for (uint32_t i = range.start; i < range.end; i++) {
		if (words[i].kind == WORD_MARK)
			continue;
		piece.quoted |= words[i].quoting == QUOTING_IN;
		piece.unquoted |= words[i].quoting != QUOTING_IN;
	}
	if (!piece.quoted && !piece.unquoted)
		return;
	a->pieces = memory_reserve(
		a->pieces, &a->piece_capacity, a->piece_count + 1, sizeof *a->pieces);
	a->pieces[a->piece_count++] = piece;
}

/* Cuts a content at the ends of sentences. */
static void
add_pieces(struct attributions *a, const struct word *words, struct range content,
	uint32_t finding)
{
	for (uint32_t start = content.start, end; start < content.end; start = end) {
		end = start + 1;
		while (end < content.end && words[end].sentence == words[start].sentence)
			end++;
		add_piece(a, words, (struct range){start, end}, finding);
	}
}

static int
compare_pieces(const void *left, const void *right)
{
	const struct piece *a = left, *b = right;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->finding != b->finding)
		return a->finding < b->finding ? -1 : 1;
	return 0;
}

static void
cut_all(struct attributions *a, struct article *article)
{
	a->piece_count = 0;
	for (size_t i = 0; i < a->findings.count; i++)
		for (uint32_t k = 0; k < a->findings.items[i].content_count; k++)
			add_pieces(a, article->words.items, a->findings.items[i].contents[k],
				(uint32_t)i);
	if (a->piece_count > 0)
		qsort(a->pieces, a->piece_count, sizeof *a->pieces, compare_pieces);
	uint32_t next = 0;
	for (uint32_t s = 0; s < article->sentence_count; s++) {
		struct range *pieces = &article->sentences[s].pieces;
		pieces->start = next;
		while (next < a->piece_count && a->pieces[next].sentence == s)
			next++;
		pieces->end = next;
	}
}

void
attributions_find(
	struct attributions *a, struct article *article, const struct lexicon *lexicon)
{
	article_split(article, lexicon);
	find_all(a, article, lexicon);
	resolve_all(a, article, lexicon);
	cut_all(a, article);
}

/* The fields from the sentence that names source and cue: its n, where they stand in it. */
static void
write_places(const struct finding *finding, const struct article *article, struct buffer *to)
{
	const struct word *words = article->words.items;
	struct range places[] = {finding->source, finding->cue};
	struct range first = range_is_empty(places[0]) ? places[1] : places[0];
	if (range_is_empty(first)) {
		for (int i = 0; i < 5; i++)
			record_add_written(to, SLICE(""));
		return;
	}
	const struct sentence *at = &article->sentences[words[first.start].sentence];
	record_add_size(to, at->n);
	for (int i = 0; i < 2; i++) {
		bool here = !range_is_empty(places[i]) &&
			    words[places[i].start].start >= at->start &&
			    words[places[i].end - 1].end <= at->end;
		if (!here) {
			record_add_written(to, SLICE(""));
			record_add_written(to, SLICE(""));
			continue;
		}
		record_add_size(to, words[places[i].start].start - at->start);
		record_add_size(to, words[places[i].end - 1].end - at->start);
	}
}

static void
write_piece(const struct attributions *a, const struct article *article,
	const struct piece *piece, struct buffer *to)
{
	const struct finding *finding = &a->findings.items[piece->finding];
	const struct speaker *speaker = &a->speakers[piece->finding];
	const struct sentence *sentence = &article->sentences[piece->sentence];
	struct slice text = buffer_slice(&article->text);
	record_begin(to, RECORD_ATTRIBUTION, buffer_slice(&article->id));
	record_add_size(to, sentence->n);
	record_add_size(to, piece->start - sentence->start);
	record_add_size(to, piece->end - sentence->start);
	record_add_written(to, !piece->unquoted ? SLICE("direct")
			       : piece->quoted  ? SLICE("mixed")
						: SLICE("indirect"));
	record_add_written(to, slice_of(source_class_name(speaker->class)));
	record_add(to, speaker->name);
	record_add(to, speaker->role);
	record_add(to, article_text(article, finding->cue));
	record_add(to, slice_cut(text, piece->start, piece->end));
	write_places(finding, article, to);
	record_end(to);
}

void
attributions_write(const struct attributions *a, const struct article *article,
	uint32_t sentence, struct buffer *to)
{
	struct range pieces = article->sentences[sentence].pieces;
	for (uint32_t i = pieces.start; i < pieces.end; i++)
		write_piece(a, article, &a->pieces[i], to);
}

void
attributions_free(struct attributions *a)
{
	findings_free(&a->findings);
	names_free(&a->names);
	findings_free(&a->by_rules);
	tagger_free(&a->tagger);
	runs_free(&a->runs);
	buffer_free(&a->labels);
	free(a->speakers);
	free(a->pieces);
	*a = (struct attributions){0};
}
