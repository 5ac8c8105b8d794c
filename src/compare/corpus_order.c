/* The order of what a corpus holds: reports by ID, the rest by where it stands in them. */
#include <stdlib.h>

#include "corpus.h"
#include "sort.h"
#include "step_line.h"

static int
compare_ids(const void *a, const void *b, const void *context)
{
	const struct report *reports = context;
	struct slice left = reports[*(const uint32_t *)a].id;
	struct slice right = reports[*(const uint32_t *)b].id;
	return step_stands_before(right, left) - step_stands_before(left, right);
}

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct sentence *left = a, *right = b;
	if (left->report != right->report)
		return left->report < right->report ? -1 : 1;
	if (left->n != right->n)
		return left->n < right->n ? -1 : 1;
	int order = slice_compare(left->text, right->text);
	return order ? order : right->prose - left->prose;
}

/* Puts the reports in the order of their IDs; returns each one's new place (to be freed). */
static uint32_t *
sort_reports(struct corpus *corpus)
{
	size_t count = corpus->report_count;
	uint32_t *order = memory_new(count * sizeof *order);
	uint32_t *place = memory_new(count * sizeof *place);
	for (size_t i = 0; i < count; i++)
		order[i] = (uint32_t)i;
	sort_items(order, count, sizeof *order, compare_ids, corpus->reports);
	struct report *sorted = memory_new(count * sizeof *sorted);
	for (size_t i = 0; i < count; i++) {
		place[order[i]] = (uint32_t)i;
		sorted[i] = corpus->reports[order[i]];
	}
	free(order);
	free(corpus->reports);
	corpus->reports = sorted;
	corpus->report_capacity = count;
	return place;
}

/* A sentence that the input holds twice is one. */
static void
drop_repeated(struct corpus *corpus)
{
	struct sentence *sentences = corpus->sentences;
	size_t kept = 0;
	for (size_t i = 0; i < corpus->sentence_count; i++) {
		const struct sentence *last = kept > 0 ? &sentences[kept - 1] : NULL;
		if (!last || last->report != sentences[i].report || last->n != sentences[i].n ||
			!slice_equal(last->text, sentences[i].text))
			sentences[kept++] = sentences[i];
	}
	corpus->sentence_count = kept;
}

static void
sort_sentences(struct corpus *corpus, const uint32_t *place)
{
	for (size_t i = 0; i < corpus->sentence_count; i++)
		corpus->sentences[i].report = place[corpus->sentences[i].report];
	sort_items(corpus->sentences, corpus->sentence_count, sizeof *corpus->sentences,
		compare_sentences, NULL);
	drop_repeated(corpus);
	for (size_t i = 0; i < corpus->sentence_count; i++) {
		struct report *report = &corpus->reports[corpus->sentences[i].report];
		if (report->count++ == 0)
			report->first = (uint32_t)i;
	}
}

/* The sentence of that report and n in which the span lies. */
static bool
find_sentence(const struct corpus *corpus, uint32_t report, uint64_t n, uint32_t end,
	uint32_t *sentence)
{
	const struct report *of = &corpus->reports[report];
	struct sentence wanted = {.report = report, .n = n};
	size_t at = sort_find(corpus->sentences + of->first, of->count, sizeof wanted,
		compare_sentences, NULL, &wanted);
	*sentence = of->first + (uint32_t)at;
	return at < of->count && corpus->sentences[*sentence].n == n &&
	       end <= corpus->sentences[*sentence].text.len;
}

static int
compare_numbers(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct number *left = a, *right = b;
	if (left->sentence != right->sentence)
		return left->sentence < right->sentence ? -1 : 1;
	return (left->start > right->start) - (left->start < right->start);
}

static int
compare_attributions(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct attribution *left = a, *right = b;
	if (left->sentence != right->sentence)
		return left->sentence < right->sentence ? -1 : 1;
	return (left->start > right->start) - (left->start < right->start);
}

static void
tie_numbers(struct corpus *corpus, const uint32_t *place)
{
	size_t kept = 0;
	for (size_t i = 0; i < corpus->number_count; i++) {
		struct number number = corpus->numbers[i];
		uint32_t sentence;
		number.report = place[number.report];
		if (!find_sentence(corpus, number.report, number.n, number.end, &sentence))
			continue;
		number.sentence = sentence;
		corpus->numbers[kept++] = number;
	}
	corpus->number_count = kept;
	sort_items(corpus->numbers, kept, sizeof *corpus->numbers, compare_numbers, NULL);
}

static void
find_mention(const struct corpus *corpus, struct attribution *attribution)
{
	uint32_t sentence;
	if (attribution->mention_end > 0 &&
		find_sentence(corpus, attribution->report, attribution->at_n,
			attribution->mention_end, &sentence))
		attribution->at = sentence;
	else
		attribution->mention_end = 0;
}

/* Tells each sentence where its attributions begin. */
static void
point_to_attributions(struct corpus *corpus)
{
	uint32_t at = 0;
	for (uint32_t i = 0; i < corpus->sentence_count; i++) {
		while (at < corpus->attribution_count && corpus->attributions[at].sentence < i)
			at++;
		corpus->sentences[i].attributions = at & INT32_MAX;
	}
}

static void
tie_attributions(struct corpus *corpus, const uint32_t *place)
{
	size_t kept = 0;
	for (size_t i = 0; i < corpus->attribution_count; i++) {
		struct attribution attribution = corpus->attributions[i];
		uint32_t sentence;
		attribution.report = place[attribution.report];
		if (find_sentence(corpus, attribution.report, attribution.n, attribution.end,
			    &sentence)) {
			attribution.sentence = sentence;
			find_mention(corpus, &attribution);
			corpus->attributions[kept++] = attribution;
		}
	}
	corpus->attribution_count = kept;
	sort_items(corpus->attributions, kept, sizeof *corpus->attributions,
		compare_attributions, NULL);
	point_to_attributions(corpus);
}

void
corpus_sort(struct corpus *corpus)
{
	uint32_t *place = sort_reports(corpus);
	sort_sentences(corpus, place);
	tie_numbers(corpus, place);
	tie_attributions(corpus, place);
	free(place);
	map_free(&corpus->ids); /* its places are those of before */
}
