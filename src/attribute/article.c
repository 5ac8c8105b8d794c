#include "article.h"

#include <stdlib.h>

#include "entries.h"
#include "error.h"
#include "memory.h"
#include "namesakes.h"

static struct held *
hold(struct article *article, struct slice line)
{
	article->held = memory_reserve(article->held, &article->held_capacity,
		article->held_count + 1, sizeof *article->held);
	struct held *held = &article->held[article->held_count++];
	held->start = article->lines.len;
	buffer_add(&article->lines, line);
	held->end = article->lines.len;
	held->sentence = NO_SENTENCE;
	return held;
}

/*
 * Whether the sentence begins a paragraph: each text record begins one; where there are none, a
 * change of line or role does.
 */
static bool
begins_paragraph(const struct article *article, size_t line, struct slice role)
{
	if (article->sentence_count == 0 || article->begins_paragraph)
		return true;
	const struct paragraph *last = &article->paragraphs[article->paragraph_count - 1];
	if (article->text.len - article->sentences[last->sentences.start].start >
		ARTICLE_PARAGRAPH)
		return true;
	return !article->has_text &&
	       (line != article->line || !slice_equal(role, buffer_slice(&article->role)));
}

static void
add_paragraph(struct article *article, struct slice role)
{
	article->paragraphs = memory_reserve(article->paragraphs, &article->paragraph_capacity,
		article->paragraph_count + 1, sizeof *article->paragraphs);
	uint32_t first = (uint32_t)article->sentence_count;
	article->paragraphs[article->paragraph_count++] = (struct paragraph){
		.sentences = {first, first},
		.heading = slice_is(role, "title") || slice_is(role, "heading"),
	};
}

static struct slice
text_of(struct article *article, const struct record *record, size_t n)
{
	struct slice text = record_unescape(record->field[SENTENCE_TEXT], &article->scratch);
	if (text.len <= ARTICLE_SENTENCE)
		return text;
	struct slice id = record->field[FIELD_ID];
	warn("%.*s: sentence %zu: longer than %d bytes, passed on unread",
		id.len > 200 ? 200 : (int)id.len, id.data, n, ARTICLE_SENTENCE);
	return SLICE("");
}

static uint32_t
add_sentence(struct article *article, const struct record *record)
{
	size_t n = 0, line = 0;
	record_size(record->field[SENTENCE_N], &n);
	record_size(record->field[SENTENCE_LINE], &line);
	struct slice role = record->field[SENTENCE_ROLE];
	if (begins_paragraph(article, line, role))
		add_paragraph(article, role);
	article->begins_paragraph = false;
	article->line = line;
	buffer_clear(&article->role);
	buffer_add(&article->role, role);

	article->sentences = memory_reserve(article->sentences, &article->sentence_capacity,
		article->sentence_count + 1, sizeof *article->sentences);
	struct sentence *sentence = &article->sentences[article->sentence_count++];
	*sentence = (struct sentence){.n = n, .start = (uint32_t)article->text.len};
	sentence->paragraph = (uint32_t)article->paragraph_count - 1;
	buffer_add(&article->text, text_of(article, record, n));
	sentence->end = (uint32_t)article->text.len;
	buffer_add_byte(&article->text, ' ');
	article->paragraphs[sentence->paragraph].sentences.end++;
	return (uint32_t)article->sentence_count - 1;
}

void
article_add(struct article *article, const struct record *record)
{
	struct held *held = hold(article, record->line);
	if (record->type == RECORD_TEXT)
		article->has_text = article->begins_paragraph = true;
	if (record->type == RECORD_SENTENCE) {
		held->sentence = add_sentence(article, record);
		buffer_clear(&article->id);
		buffer_add(&article->id, record->field[FIELD_ID]);
	}
}

static void
split_sentence(struct article *article, const struct lexicon *lexicon, uint32_t at)
{
	struct sentence *sentence = &article->sentences[at];
	sentence->words.start = (uint32_t)article->words.count;
	words_split(&article->words, buffer_slice(&article->text), sentence->start,
		sentence->end, at, lexicon->elides);
	lexicon_mark(
		lexicon, &article->words, buffer_slice(&article->text), sentence->words.start);
	sentence->words.end = (uint32_t)article->words.count;
}

/* `parted`: also a word with which a verb may begin whose last part stands elsewhere. */
static bool
is_telling(const struct words *words, struct range range, bool parted)
{
	const uint64_t cues = CUE_ANY | (parted ? PHRASE_BEGINS : 0);
	for (uint32_t i = range.start; i < range.end; i++)
		if (words->items[i].traits & cues || words->items[i].mark == '"' ||
			words->items[i].mood == MOOD_HEARSAY || words->items[i].mark == '\'' ||
			words->items[i].mark == ':')
			return true;
	return false;
}

static bool
gives_figures(const struct words *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end; i++)
		if (words->items[i].traits & (FIGURE_DIRECT | FIGURE_AT | CUE_BELIEF))
			return true;
	return false;
}

void
article_split(struct article *article, const struct lexicon *lexicon)
{
	struct namesakes namesakes = {0};
	article->lexicon = lexicon;
	for (size_t p = 0; p < article->paragraph_count; p++) {
		struct paragraph *paragraph = &article->paragraphs[p];
		paragraph->words.start = (uint32_t)article->words.count;
		for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++)
			split_sentence(article, lexicon, s);
		paragraph->words.end = (uint32_t)article->words.count;
		if (!paragraph->heading)
			namesakes_find(&namesakes, &article->words, paragraph->words);
		paragraph->tagged =
			is_telling(&article->words, paragraph->words, lexicon->verb_second);
		paragraph->figures = gives_figures(&article->words, paragraph->words);
	}
	namesakes_settle(&namesakes, &article->words);
}

struct range
article_sentence_of(const struct article *article, uint32_t word)
{
	return article->sentences[article->words.items[word].sentence].words;
}

struct slice
article_text(const struct article *article, struct range range)
{
	const struct word *words = article->words.items;
	if (range_is_empty(range))
		return SLICE("");
	return slice_cut(buffer_slice(&article->text), words[range.start].start,
		words[range.end - 1].end);
}

void
article_clear(struct article *article)
{
	buffer_clear(&article->lines);
	buffer_clear(&article->text);
	buffer_clear(&article->role);
	article->words.count = article->held_count = 0;
	article->sentence_count = article->paragraph_count = 0;
	article->has_text = article->begins_paragraph = false;
}

void
article_free(struct article *article)
{
	buffer_free(&article->lines);
	buffer_free(&article->text);
	buffer_free(&article->id);
	buffer_free(&article->role);
	buffer_free(&article->scratch);
	words_free(&article->words);
	free(article->held);
	free(article->sentences);
	free(article->paragraphs);
	*article = (struct article){0};
}
