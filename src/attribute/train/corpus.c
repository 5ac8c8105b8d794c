#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include "error.h"
#include "memory.h"

enum {
	GOLD_FIELDS = 9,
	GOLD_SOURCE = 6,
	GOLD_CUE,
	GOLD_CONTENT,
	SENTS_FIELDS = 5,
};

static void
read_file(struct buffer *to, const char *folder, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	gzFile file = gzopen(path, "rb");
	if (!file) {
		snprintf(path, sizeof path, "%s/%s.gz", folder, name);
		file = gzopen(path, "rb");
	}
	if (!file)
		die("%s: cannot be opened", path);
	int count;
	while ((count = gzread(file, buffer_reserve(to, 1 << 16), 1 << 16)) > 0)
		to->len += (size_t)count;
	if (count < 0 || gzclose(file) != Z_OK)
		die("%s: cannot be read", path);
}

/* The line that begins at `*at`, which moves behind it. False at the end. */
static bool
next_line(const struct buffer *file, size_t *at, struct slice *line)
{
	if (*at >= file->len)
		return false;
	const char *start = file->data + *at;
	const char *lf = memchr(start, '\n', file->len - *at);
	line->data = start;
	line->len = lf ? (size_t)(lf - start) : file->len - *at;
	*at += line->len + 1;
	return true;
}

static size_t
split(struct slice line, struct slice *field, size_t fields)
{
	size_t count = 0;
	while (count < fields) {
		const char *tab = line.len ? memchr(line.data, '\t', line.len) : NULL;
		size_t len = tab ? (size_t)(tab - line.data) : line.len;
		field[count++] = slice_cut(line, 0, len);
		if (!tab)
			break;
		line = slice_cut(line, len + 1, line.len);
	}
	return count;
}

static void
index_rows(struct map *map, const struct buffer *file)
{
	struct slice line, id;
	for (size_t at = 0, start = 0; next_line(file, &at, &line); start = at) {
		split(line, &id, 1);
		map_add(map, id, (uint32_t)start + 1, NULL);
	}
}

void
corpus_open(struct corpus *corpus, const char *folder, const struct lexicon *lexicon)
{
	*corpus = (struct corpus){.lexicon = lexicon};
	read_file(&corpus->stream, folder, "stream.tsv");
	read_file(&corpus->sents, folder, "sents.tsv");
	read_file(&corpus->gold, folder, "gold.tsv");
	index_rows(&corpus->sents_of, &corpus->sents);
	index_rows(&corpus->gold_of, &corpus->gold);
}

static void
add_line(struct article *article, struct slice line)
{
	struct record record;
	const char *why;
	record_parse(&record, line, &why);
	if (why)
		die("%.*s: %s", (int)(line.len > 60 ? 60 : line.len), line.data, why);
	article_add(article, &record);
}

/* Adds the sentences of one line as records. */
static void
add_sentences(struct corpus *corpus, struct article *article, const struct record *text)
{
	struct buffer unescaped = {0};
	struct slice all = record_unescape(text->field[TEXT_TEXT], &unescaped);
	const uint32_t *rows = map_find(&corpus->sents_of, text->field[FIELD_ID]);
	size_t at = rows ? *rows - 1 : corpus->sents.len;
	struct slice line, field[SENTS_FIELDS];
	while (next_line(&corpus->sents, &at, &line)) {
		if (split(line, field, SENTS_FIELDS) < SENTS_FIELDS ||
			!slice_equal(field[0], text->field[FIELD_ID]))
			break;
		struct place place;
		if (!slice_equal(field[2], text->field[TEXT_LINE]) ||
			!record_size(field[2], &place.line) ||
			!record_size(field[3], &place.start) ||
			!record_size(field[4], &place.end) || place.end > all.len ||
			place.start > place.end)
			continue;
		struct buffer *record = &corpus->record;
		buffer_clear(record);
		record_begin(record, RECORD_SENTENCE, field[0]);
		record_add_written(record, field[1]);
		record_add_written(record, field[2]);
		record_add_written(record, text->field[TEXT_ROLE]);
		record_add(record, slice_cut(all, place.start, place.end));
		add_line(article, buffer_slice(record));
		corpus->places = memory_reserve(corpus->places, &corpus->place_capacity,
			corpus->place_count + 1, sizeof *corpus->places);
		corpus->places[corpus->place_count++] = place;
	}
	buffer_free(&unescaped);
}

/* The words that a span of a line's bytes touches. */
static struct range
words_in(const struct corpus *corpus, const struct article *article, struct place span)
{
	struct range range = {0, 0};
	for (size_t s = 0; s < corpus->place_count; s++) {
		const struct place *place = &corpus->places[s];
		if (place->line != span.line || place->end <= span.start ||
			place->start >= span.end)
			continue;
		const struct sentence *sentence = &article->sentences[s];
		for (uint32_t w = sentence->words.start; w < sentence->words.end; w++) {
			const struct word *word = &article->words.items[w];
			size_t start = word->start - sentence->start + place->start;
			size_t end = word->end - sentence->start + place->start;
			if (start >= span.end || end <= span.start)
				continue;
			if (range_is_empty(range))
				range.start = w;
			range.end = w + 1;
		}
	}
	return range;
}

static bool
next_span(struct slice *spans, struct place *span)
{
	size_t values[3] = {0}, count = 0, i = 0;
	if (spans->len == 0)
		return false;
	for (; i < spans->len && spans->data[i] != ';'; i++) {
		if (spans->data[i] >= '0' && spans->data[i] <= '9')
			values[count] = values[count] * 10 + (size_t)(spans->data[i] - '0');
		else if (++count == 3)
			return false;
	}
	*span = (struct place){values[0], values[1], values[2]};
	*spans = slice_cut(*spans, i < spans->len ? i + 1 : i, spans->len);
	return true;
}

static struct range
first_range(const struct corpus *corpus, const struct article *article, struct slice spans)
{
	struct place span;
	return next_span(&spans, &span) ? words_in(corpus, article, span)
					: (struct range){0, 0};
}

static void
read_gold(struct corpus *corpus, const struct article *article, struct findings *gold)
{
	const uint32_t *rows = map_find(&corpus->gold_of, buffer_slice(&article->id));
	size_t at = rows ? *rows - 1 : corpus->gold.len;
	struct slice line, field[GOLD_FIELDS];
	while (next_line(&corpus->gold, &at, &line)) {
		if (split(line, field, GOLD_FIELDS) < GOLD_FIELDS ||
			!slice_equal(field[0], buffer_slice(&article->id)))
			break;
		struct finding finding = {
			.source = first_range(corpus, article, field[GOLD_SOURCE]),
			.cue = first_range(corpus, article, field[GOLD_CUE]),
		};
		struct place span;
		while (next_span(&field[GOLD_CONTENT], &span))
			finding_add_content(&finding, words_in(corpus, article, span));
		findings_add(gold, finding);
	}
}

bool
corpus_next(struct corpus *corpus, struct article *article, struct findings *gold)
{
	struct slice line;
	size_t at = corpus->at;
	bool any = false;
	article_clear(article);
	gold->count = corpus->place_count = 0;
	while (next_line(&corpus->stream, &at, &line)) {
		struct record record;
		const char *why;
		record_parse(&record, line, &why);
		if (record.type == RECORD_DOC && any)
			break;
		any = true;
		corpus->at = at;
		article_add(article, &record);
		if (record.type == RECORD_TEXT)
			add_sentences(corpus, article, &record);
	}
	if (!any)
		return false;
	article_split(article, corpus->lexicon);
	read_gold(corpus, article, gold);
	return true;
}

void
corpus_close(struct corpus *corpus)
{
	buffer_free(&corpus->stream);
	buffer_free(&corpus->sents);
	buffer_free(&corpus->gold);
	buffer_free(&corpus->record);
	map_free(&corpus->sents_of);
	map_free(&corpus->gold_of);
	free(corpus->places);
}
