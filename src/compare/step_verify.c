#include <stdlib.h>

#include "candidates.h"
#include "error.h"
#include "memory.h"
#include "pairing.h"
#include "record.h"
#include "retelling.h"
#include "sketch.h"
#include "step_line.h"
#include "steps.h"

/* Fields of a line of --pairs. */
enum {
	ID_A,
	ID_B,
	N_A,
	N_B,
	LANGUAGE_A,
	LANGUAGE_B,
	TEXT_A,
	TEXT_B,
	KEY,
	SENTENCES,
	FIELDS,
	PAIR_FIELDS = KEY /* that say which pair it is */
};

/* Two sentences that are alike, and the keys they share, which stand in lines of their own. */
struct pair {
	struct buffer line;
	struct slice field[PAIR_FIELDS];
	uint32_t keys;
	bool rare; /* one of the keys is that of few sentences */
};

/* The pairs of two reports. */
struct verifying {
	struct lexicons *lexicons;
	struct output output;
	struct pair pair;
	struct buffer reports; /* whose pairs these are: the first two fields */
	struct pairing *pairs; /* all of them */
	size_t *records; /* where the record of each begins; those of sure ones are written */
	size_t count, capacity, record_capacity;
	struct buffer doubtful; /* records */

	/* of the two sentences, while they are compared */
	struct terms terms;
	struct buffer texts[2];
	struct retelling retelling;
};

static struct told
told_of(struct verifying *verifying, struct slice language, struct slice text, int which)
{
	const char *name = lexicons_language(verifying->lexicons, language);
	struct told told = {.text = record_unescape(text, &verifying->texts[which]),
		.lexicon = lexicon_of(verifying->lexicons, slice_of(name))};
	terms_add(&verifying->terms, told.lexicon, told.text);
	return told;
}

static void
write_record(
	struct buffer *to, const struct pair *pair, enum retelling_kind kind, float similarity)
{
	uint64_t a, b;
	step_number(pair->field[N_A], &a);
	step_number(pair->field[N_B], &b);
	record_begin(to, RECORD_REUSE, pair->field[ID_A]);
	record_add_size(to, a);
	record_add_written(to, pair->field[ID_B]);
	record_add_size(to, b);
	retelling_write(to, kind, similarity);
	record_add_written(to, pair->field[TEXT_A]);
	record_add_written(to, pair->field[TEXT_B]);
	record_end(to);
}

/* Words of one of the two sentences at hand. */
static uint32_t
words_in(const struct verifying *verifying, size_t which)
{
	size_t count;
	terms_of(&verifying->terms, which, &count);
	return (uint32_t)count;
}

static void
keep_pair(struct verifying *verifying, float similarity, enum retelling_kind kind)
{
	const struct pair *pair = &verifying->pair;
	verifying->pairs = memory_reserve(verifying->pairs, &verifying->capacity,
		verifying->count + 1, sizeof *verifying->pairs);
	verifying->records = memory_reserve(verifying->records, &verifying->record_capacity,
		verifying->count + 1, sizeof *verifying->records);
	struct pairing *kept = &verifying->pairs[verifying->count];
	*kept = (struct pairing){.similarity = similarity,
		.keys = pair->keys,
		.words_a = words_in(verifying, 0),
		.words_b = words_in(verifying, 1)};
	step_number(pair->field[N_A], &kept->a);
	step_number(pair->field[N_B], &kept->b);
	verifying->records[verifying->count++] = verifying->doubtful.len;
	bool sure = pairing_is_sure(similarity);
	write_record(sure ? &verifying->output.pending : &verifying->doubtful, pair, kind,
		similarity);
	output_settle(&verifying->output);
}

/* Compares the sentences of the pair at hand, if they share enough keys. */
static void
end_pair(struct verifying *verifying)
{
	struct pair *pair = &verifying->pair;
	if (pair->keys > 0 && (pair->rare || pair->keys >= SKETCH_LEAST)) {
		terms_clear(&verifying->terms);
		struct told a =
			told_of(verifying, pair->field[LANGUAGE_A], pair->field[TEXT_A], 0);
		struct told b =
			told_of(verifying, pair->field[LANGUAGE_B], pair->field[TEXT_B], 1);
		size_t count;
		const uint32_t *terms = terms_of(&verifying->terms, 0, &count);
		retelling_take(&verifying->retelling, terms, count);
		terms = terms_of(&verifying->terms, 1, &count);
		float similarity = retelling_similarity(
			&verifying->retelling, terms, count, PAIRING_DOUBTFUL);
		if (similarity >= PAIRING_DOUBTFUL)
			keep_pair(verifying, similarity,
				retelling_kind(&verifying->retelling, a, b));
	}
	pair->keys = 0;
	pair->rare = false;
}

/* Chooses among the pairs of the two reports. */
static void
end_reports(struct verifying *verifying)
{
	pairing_choose(verifying->pairs, verifying->count);
	for (size_t i = 0; i < verifying->count; i++) {
		size_t end = i + 1 < verifying->count ? verifying->records[i + 1]
						      : verifying->doubtful.len;
		if (!verifying->pairs[i].kept)
			continue;
		buffer_add(&verifying->output.pending,
			slice_cut(buffer_slice(&verifying->doubtful), verifying->records[i],
				end));
		output_settle(&verifying->output);
	}
	verifying->count = 0;
	buffer_clear(&verifying->doubtful);
}

/* The first fields of a line, up to the TAB behind them. */
static struct slice
first_fields(const struct step_lines *lines, size_t count)
{
	const char *end = lines->field[count - 1].data + lines->field[count - 1].len;
	return (struct slice){lines->line.data, (size_t)(end - lines->line.data)};
}

static void
begin_pair(struct pair *pair, const struct step_lines *lines)
{
	buffer_clear(&pair->line);
	buffer_add(&pair->line, first_fields(lines, PAIR_FIELDS));
	for (size_t i = 0; i < PAIR_FIELDS; i++) {
		size_t start = (size_t)(lines->field[i].data - lines->line.data);
		pair->field[i] = (struct slice){pair->line.data + start, lines->field[i].len};
	}
}

static void
take_line(struct verifying *verifying, const struct step_lines *lines)
{
	uint64_t n_a, n_b;
	size_t sentences;
	bool whole;
	if (!step_number(lines->field[N_A], &n_a) || !step_number(lines->field[N_B], &n_b) ||
		!step_key(lines->field[KEY], &whole) ||
		!record_size(lines->field[SENTENCES], &sentences)) {
		step_lines_refuse(lines);
		return;
	}
	struct pair *pair = &verifying->pair;
	if (!slice_equal(first_fields(lines, PAIR_FIELDS), buffer_slice(&pair->line))) {
		end_pair(verifying);
		begin_pair(pair, lines);
	}
	if (!slice_equal(first_fields(lines, N_A), buffer_slice(&verifying->reports))) {
		end_reports(verifying);
		buffer_clear(&verifying->reports);
		buffer_add(&verifying->reports, first_fields(lines, N_A));
	}
	pair->keys += whole ? CANDIDATES_ALIKE : 1;
	pair->rare = pair->rare || whole || sentences <= SKETCH_FEW;
}

int
steps_verify(char *const *files, struct lexicons *lexicons)
{
	struct verifying verifying = {.lexicons = lexicons};
	struct step_lines lines;
	output_begin(&verifying.output);
	step_lines_begin(&lines, files, "pairs", FIELDS);
	while (step_lines_next(&lines))
		take_line(&verifying, &lines);
	end_pair(&verifying);
	end_reports(&verifying);
	step_lines_end(&lines);
	free(verifying.pairs);
	free(verifying.records);
	buffer_free(&verifying.pair.line);
	buffer_free(&verifying.reports);
	buffer_free(&verifying.doubtful);
	buffer_free(&verifying.texts[0]);
	buffer_free(&verifying.texts[1]);
	terms_free(&verifying.terms);
	retelling_free(&verifying.retelling);
	return output_end(&verifying.output, STATUS_DONE);
}
