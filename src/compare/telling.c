#include "telling.h"

#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "sort.h"
#include "unite.h"

enum {
	NEARBY = 2, /* sentences: a voice named so near may be behind what is told of nobody */
	ASKED = 1000, /* tellings that are asked who tells it; time is their number for each */
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
	telling->outlet = face->class == VOICE_OUTLET;
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
	telling->outlet = other->outlet;
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

/* What a report tells of nobody beside what it has from an outlet is from there, too, where
 * others have it from that one.
 */
static void
find_outlet_root(struct telling *telling, const struct origins *origins,
	const struct telling *others, size_t count)
{
	for (size_t i = 0; telling->voice == NO_VOICE && telling->by_report && i < count; i++)
		if (others[i].outlet && others[i].report != telling->report &&
			is_alike(telling, &others[i]) &&
			speaks_nearby(origins, telling, others[i].root)) {
			take_root(telling, &others[i]);
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

static bool
is_of_outlet(const struct origins *origins, uint32_t report, uint32_t entity)
{
	const struct voice *own = voice_at(origins, origins->own[report]);
	const struct voice *whole = voice_at(origins, origins->whole[report]);
	return (own && own->entity == entity) || (whole && whole->entity == entity);
}

/* What one has by an outlet is from the one who tells it in that outlet's own report. */
static void
find_root_behind(struct telling *telling, const struct origins *origins,
	const struct telling *others, size_t count)
{
	for (size_t i = 0; telling->outlet && i < count; i++) {
		const struct telling *other = &others[i];
		if (!other->outlet && !other->by_report && is_alike(telling, other) &&
			is_of_outlet(origins, other->report, telling->root)) {
			take_root(telling, other);
			telling->by_report = false;
		}
	}
}

/* Of reports that tell it in the same words one at most has it of its own. */
static void
join_copies(struct telling *tellings, size_t count)
{
	struct sort_pair *copies = memory_new(count * sizeof *copies);
	for (size_t i = 0; i < count; i++)
		copies[i] = (struct sort_pair){tellings[i].copy, (uint32_t)i};
	sort_pairs(copies, count);
	for (size_t start = 0, end; start < count; start = end) {
		struct telling *first = &tellings[copies[start].value];
		for (end = start + 1; end < count && copies[end].key == copies[start].key;
			end++) {
			const struct telling *other = &tellings[copies[end].value];
			if (first->by_report && !other->by_report) {
				take_root(first, other);
				break;
			}
		}
		for (end = start + 1; end < count && copies[end].key == copies[start].key;
			end++)
			if (tellings[copies[end].value].by_report)
				take_root(&tellings[copies[end].value], first);
	}
	free(copies);
}

struct telling *
tellings_add(struct tellings *tellings, const struct corpus *corpus,
	const struct origins *origins, uint32_t sentence, uint32_t start, uint32_t end)
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

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct telling *left = a, *right = b;
	return (left->sentence > right->sentence) - (left->sentence < right->sentence);
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

size_t
tellings_end_of_value(const struct tellings *tellings, size_t start)
{
	size_t end = start + 1;
	while (end < tellings->count &&
		same_value(&tellings->items[start], &tellings->items[end]))
		end++;
	return end;
}

void
tellings_sort(struct telling *items, size_t count)
{
	sort_items(items, count, sizeof *items, compare_sentences, NULL);
}

void
tellings_find_roots(struct tellings *tellings, const struct origins *origins)
{
	struct telling *items = tellings->items;
	size_t count = tellings->count, asked = count < ASKED ? count : ASKED;
	if (asked < count)
		note("one claim is told %zu times; the sources of %zu were looked up", count,
			asked);
	sort_items(items, count, sizeof *items, compare_values, NULL);
	for (size_t i = 0; i < count; i++)
		find_named_root(&items[i], origins, items, asked);
	for (size_t i = 0; i < count; i++)
		find_described_root(&items[i], origins, items, asked);
	for (size_t i = 0; i < count; i++)
		find_nameless_root(&items[i], items, asked);
	for (size_t i = 0; i < count; i++)
		find_outlet_root(&items[i], origins, items, asked);
	for (size_t i = 0; i < count; i++)
		find_root_behind(&items[i], origins, items, count);
	for (size_t start = 0, end; start < count; start = end) {
		end = tellings_end_of_value(tellings, start);
		join_copies(items + start, end - start);
	}
}
