#include "independent.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"
#include "unite.h"

enum {
	NEARBY = 2 /* sentences: a voice named so near may be behind what is told of nobody */
};

/* One telling of a claim, and who is behind it. */
struct telling {
	uint32_t sentence, report;
	uint32_t voice;    /* NO_VOICE: nobody is named */
	uint32_t root;     /* entities, then reports */
	uint32_t copy;     /* the first of the sentences that are the same word for word */
	struct slice name; /* of the root */
	bool by_report;    /* the root is the report itself */
	bool person;       /* it is somebody's name */
	struct slice low, high, unit;
	const struct interval *interval; /* of a figure */
};

struct tellings {
	struct telling *items;
	size_t count, capacity;
	uint32_t *copies; /* sets of sentences that are the same word for word, or nearly so */
};

static const struct voice *
voice_at(const struct origins *origins, uint32_t voice)
{
	return voice == NO_VOICE ? NULL : &origins->voices[voice];
}

static bool
is_known(const struct voice *voice)
{
	return voice && (voice->class != VOICE_ANONYMOUS || voice->identified);
}

static void
set_root(struct telling *telling, const struct origins *origins, const struct voice *voice)
{
	const struct voice *face = &origins->voices[voice->face];
	telling->root = voice->entity;
	telling->name = face->name;
	telling->person = face->class == VOICE_NAMED;
	telling->by_report = false;
}

/*
 * Who is behind a telling: a voice with a name; else the outlet it came by, or the one behind
 * the report; else the voice that is told from others though it has no name; else the report
 * itself. Documents ("estimates") are what that outlet has read.
 */
static void
find_root(struct telling *telling, const struct corpus *corpus, const struct origins *origins)
{
	const struct voice *teller = voice_at(origins, telling->voice), *voice = teller;
	if (voice && (!is_known(voice) ||
			     (voice->class == VOICE_DOCUMENT && voice->via != NO_VOICE)))
		voice = voice_at(origins, voice->via);
	if (!voice)
		voice = voice_at(origins, origins->whole[telling->report]);
	if (!voice && teller && origins_described(teller))
		voice = teller->bringer == NO_VOICE ? teller
						    : voice_at(origins, teller->bringer);
	bool by_report = !voice;
	if (!voice)
		voice = voice_at(origins, origins->own[telling->report]);
	telling->root = (uint32_t)origins->entities + telling->report;
	telling->name = corpus->reports[telling->report].id;
	if (voice)
		set_root(telling, origins, voice);
	telling->by_report = by_report;
}

/* Whether the entity speaks in the report within a few sentences. */
static bool
speaks_nearby(const struct origins *origins, const struct telling *telling, uint32_t entity)
{
	for (uint32_t at = origins->first[telling->report]; at != NO_VOICE;
		at = origins->voices[at].next) {
		if (origins->voices[at].entity != entity)
			continue;
		for (uint32_t link = origins->voices[at].first_link; link;
			link = origins->links[link].next) {
			uint32_t there = origins->links[link].sentence;
			if (there + NEARBY >= telling->sentence &&
				there <= telling->sentence + NEARBY)
				return true;
		}
	}
	return false;
}

/* Whether both give one value, "at least 40" and "40" included. */
static bool
is_alike(const struct telling *a, const struct telling *b)
{
	return !a->interval || !b->interval || interval_same_point(a->interval, b->interval);
}

/*
 * What a report tells of nobody, or of somebody without a name, is taken to be from the one who
 * tells the same elsewhere in it (a headline has it from the body), or from the person who
 * tells it in another report, where this one lets that person speak just there.
 */
static void
find_named_root(struct telling *telling, const struct origins *origins,
	const struct telling *others, size_t count)
{
	if (is_known(voice_at(origins, telling->voice)))
		return;
	for (size_t i = 0; i < count; i++) {
		const struct voice *voice = voice_at(origins, others[i].voice);
		if (!is_alike(telling, &others[i]))
			continue;
		bool told_here = others[i].report == telling->report && is_known(voice) &&
				 voice->class != VOICE_DOCUMENT;
		if (told_here || (voice && voice->class == VOICE_NAMED &&
					 speaks_nearby(origins, telling, voice->entity))) {
			set_root(telling, origins, voice);
			return;
		}
	}
}

static void
take_root(struct telling *telling, const struct telling *other)
{
	telling->root = other->root;
	telling->name = other->name;
	telling->person = other->person;
}

/* What a report tells of nobody is from whoever tells it there, though without a name. */
static void
find_nameless_root(struct telling *telling, const struct telling *others, size_t count)
{
	for (size_t i = 0; telling->voice == NO_VOICE && telling->by_report && i < count; i++) {
		const struct telling *other = &others[i];
		if (other->report != telling->report || other->by_report ||
			!is_alike(telling, other))
			continue;
		take_root(telling, other);
		telling->by_report = false;
	}
}

/* Whether one who is named by what he is can be the other: "a memo", "a spokesman". */
static bool
may_be(const struct voice *voice, const struct voice *other)
{
	if (!voice || !other || voice->class == VOICE_NAMED || voice->class == VOICE_OUTLET)
		return false;
	if (voice->key.count == 0)
		return voice->key.speaks &&
		       (other->class == VOICE_ORGANISATION || other->class == VOICE_NAMED);
	bool plain = voice->class == VOICE_DOCUMENT || voice->key.common;
	return voice->class != VOICE_ANONYMOUS && plain &&
	       voice->key.count < other->key.count && other->class != VOICE_NAMED &&
	       name_within(&voice->key, &other->key);
}

/* Who is hardly described is the one who tells the same and is described in full. */
static void
find_described_root(struct telling *telling, const struct origins *origins,
	const struct telling *others, size_t count)
{
	const struct voice *voice = voice_at(origins, telling->voice);
	for (size_t i = 0; voice && i < count; i++) {
		if (!is_alike(telling, &others[i]) ||
			!may_be(voice, voice_at(origins, others[i].voice)))
			continue;
		take_root(telling, &others[i]);
		telling->by_report = others[i].by_report;
		return;
	}
}

/* Of reports that tell it in the same words one at most has it of its own. */
static void
join_copies(struct telling *tellings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; tellings[i].by_report && j < count; j++) {
			const struct telling *other = &tellings[j];
			if (other->copy != tellings[i].copy || (other->by_report && j >= i))
				continue;
			take_root(&tellings[i], other);
			break;
		}
}

static int
compare_roots(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct telling *left = a, *right = b;
	if (left->root != right->root)
		return left->root < right->root ? -1 : 1;
	return (left->sentence > right->sentence) - (left->sentence < right->sentence);
}

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct telling *left = a, *right = b;
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
	sort_items(roots, kept, sizeof *roots, compare_sentences, NULL);
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

static int
compare_values(const void *a, const void *b, const void *context)
{
	const struct telling *left = a, *right = b;
	int order = slice_compare(left->low, right->low);
	if (order == 0)
		order = slice_compare(left->high, right->high);
	if (order == 0)
		order = slice_compare(left->unit, right->unit);
	return order ? order : compare_sentences(a, b, context);
}

static bool
same_value(const struct telling *a, const struct telling *b)
{
	return slice_equal(a->low, b->low) && slice_equal(a->high, b->high) &&
	       slice_equal(a->unit, b->unit);
}

/* Where the next value begins. */
static size_t
end_of_value(const struct tellings *tellings, size_t start)
{
	size_t end = start + 1;
	while (end < tellings->count &&
		same_value(&tellings->items[start], &tellings->items[end]))
		end++;
	return end;
}

static struct telling *
add(struct tellings *tellings, const struct corpus *corpus, const struct origins *origins,
	uint32_t sentence, uint32_t start, uint32_t end)
{
	tellings->items = memory_reserve(tellings->items, &tellings->capacity,
		tellings->count + 1, sizeof *tellings->items);
	struct telling *telling = &tellings->items[tellings->count++];
	*telling = (struct telling){.sentence = sentence,
		.report = corpus->sentences[sentence].report,
		.copy = unite_find(tellings->copies, sentence),
		.voice = origins_voice(origins, corpus, sentence, start, end)};
	find_root(telling, corpus, origins);
	return telling;
}

/* Finds who is behind each value, then writes the claim and, where they differ, the values. */
static void
write_tellings(struct output *output, struct slice claim, const struct origins *origins,
	struct tellings *tellings, bool differ)
{
	sort_items(tellings->items, tellings->count, sizeof *tellings->items, compare_values,
		NULL);
	for (size_t i = 0; i < tellings->count; i++)
		find_named_root(&tellings->items[i], origins, tellings->items, tellings->count);
	for (size_t i = 0; i < tellings->count; i++)
		find_described_root(
			&tellings->items[i], origins, tellings->items, tellings->count);
	for (size_t i = 0; i < tellings->count; i++)
		find_nameless_root(&tellings->items[i], tellings->items, tellings->count);
	for (size_t start = 0, end; start < tellings->count; start = end) {
		end = end_of_value(tellings, start);
		join_copies(tellings->items + start, end - start);
	}
	struct telling *all = memory_new(tellings->count * sizeof *all);
	memcpy(all, tellings->items, tellings->count * sizeof *all);
	sort_items(all, tellings->count, sizeof *all, compare_sentences, NULL);
	write_claim(&output->pending, claim, SLICE(""), SLICE(""), all, tellings->count);
	free(all);
	for (size_t start = 0, end; differ && start < tellings->count; start = end) {
		end = end_of_value(tellings, start);
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
			struct telling *telling = add(&tellings, corpus, origins,
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
			add(&tellings, corpus, origins, member->sentence, member->start,
				member->end);
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
