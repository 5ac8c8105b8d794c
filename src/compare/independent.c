#include "independent.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"
#include "telling.h"
#include "unite.h"

static int
compare_roots(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct telling *left = a, *right = b;
	if (left->root != right->root)
		return left->root < right->root ? -1 : 1;
	return (left->sentence > right->sentence) - (left->sentence < right->sentence);
}

/* Persons are better known than whom they speak for. */
static bool
is_fuller(const struct telling *a, const struct telling *b)
{
	return a->person != b->person ? a->person : name_length(a->name) > name_length(b->name);
}

/* The fullest name of each root, once, in the order in which they are first told. */
static size_t
name_roots(struct telling *roots, size_t count)
{
	sort_items(roots, count, sizeof *roots, compare_roots, NULL);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		if (kept == 0 || roots[kept - 1].root != roots[i].root)
			roots[kept++] = roots[i];
		else if (is_fuller(&roots[i], &roots[kept - 1])) {
			roots[kept - 1].name = roots[i].name;
			roots[kept - 1].person = roots[i].person;
		}
	}
	tellings_sort(roots, kept);
	return kept;
}

static size_t
count_reports(const struct telling *tellings, size_t count)
{
	size_t reports = 0;
	for (size_t i = 0; i < count; i++)
		reports += i == 0 || tellings[i].report != tellings[i - 1].report;
	return reports;
}

/* A record of tellings that stand in the order of their sentences. */
static void
write_claim(struct buffer *to, struct slice claim, struct slice low, struct slice high,
	const struct telling *tellings, size_t count)
{
	struct telling *roots = memory_new(count * sizeof *roots);
	memcpy(roots, tellings, count * sizeof *roots);
	size_t root_count = name_roots(roots, count);
	struct buffer names = {0};
	for (size_t i = 0; i < root_count; i++) {
		if (i > 0)
			buffer_add(&names, SLICE("; "));
		buffer_add(&names, roots[i].name);
	}
	record_begin(to, RECORD_INDEPENDENT, claim);
	record_add(to, low);
	record_add(to, high);
	record_add_size(to, count_reports(tellings, count));
	record_add_size(to, root_count);
	record_add(to, buffer_slice(&names));
	record_end(to);
	buffer_free(&names);
	free(roots);
}

/* Finds who is behind each value, then writes the claim and, where they differ, the values. */
static void
write_tellings(struct output *output, struct slice claim, const struct origins *origins,
	struct tellings *tellings, bool differ)
{
	tellings_find_roots(tellings, origins);
	struct telling *all = memory_new(tellings->count * sizeof *all);
	memcpy(all, tellings->items, tellings->count * sizeof *all);
	tellings_sort(all, tellings->count);
	write_claim(&output->pending, claim, SLICE(""), SLICE(""), all, tellings->count);
	free(all);
	for (size_t start = 0, end; differ && start < tellings->count; start = end) {
		end = tellings_end_of_value(tellings, start);
		const struct telling *value = &tellings->items[start];
		write_claim(
			&output->pending, claim, value->low, value->high, value, end - start);
	}
	output_settle(output);
}

static struct slice
name_of(struct buffer *name, char letter, uint32_t cluster)
{
	buffer_clear(name);
	buffer_add_byte(name, letter);
	buffer_add_size(name, cluster);
	return buffer_slice(name);
}

static void
write_figures(struct output *output, const struct corpus *corpus, const struct origins *origins,
	const struct figures *figures, uint32_t *copies)
{
	struct tellings tellings = {.copies = copies};
	struct buffer name = {0};
	for (size_t start = 0, end; start < figures->count; start = end) {
		const struct figure *first = &figures->items[start];
		tellings.count = 0;
		for (end = start;
			end < figures->count && figures->items[end].cluster == first->cluster;
			end++) {
			const struct number *number =
				&corpus->numbers[figures->items[end].number];
			struct telling *telling = tellings_add(&tellings, corpus, origins,
				number->sentence, number->start, number->end);
			telling->low = number_field(number, NUMBER_FIELD_LOW);
			telling->high = number_field(number, NUMBER_FIELD_HIGH);
			telling->unit = number_field(number, NUMBER_FIELD_UNIT);
			telling->interval = &figures->items[end].interval;
		}
		if (first->verdict != VERDICT_SINGLE)
			write_tellings(output, name_of(&name, 'f', first->cluster), origins,
				&tellings, first->verdict == VERDICT_DIFFER);
	}
	free(tellings.items);
	buffer_free(&name);
}

static void
write_quotations(struct output *output, const struct corpus *corpus,
	const struct origins *origins, const struct quotations *quotations, uint32_t *copies)
{
	struct tellings tellings = {.copies = copies};
	struct buffer name = {0};
	for (size_t start = 0, end; start < quotations->count; start = end) {
		const struct quotation *first = &quotations->items[start];
		tellings.count = 0;
		for (end = start; end < quotations->count &&
				  quotations->items[end].cluster == first->cluster;
			end++) {
			const struct quotation *member = &quotations->items[end];
			tellings_add(&tellings, corpus, origins, member->sentence,
				member->start, member->end);
		}
		write_tellings(
			output, name_of(&name, 'q', first->cluster), origins, &tellings, false);
	}
	free(tellings.items);
	buffer_free(&name);
}

void
independent_write(struct output *output, const struct corpus *corpus,
	const struct origins *origins, const struct figures *figures,
	const struct quotations *quotations, const struct reuses *reuses)
{
	uint32_t *copies = unite_new(corpus->sentence_count);
	for (size_t i = 0; i < reuses->count; i++)
		if (reuses->items[i].kind != RETELLING_PARAPHRASE)
			unite(copies, reuses->items[i].a, reuses->items[i].b);
	write_figures(output, corpus, origins, figures, copies);
	write_quotations(output, corpus, origins, quotations, copies);
	free(copies);
}
