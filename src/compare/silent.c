#include <stdlib.h>

#include "origin.h"
#include "sort.h"

/* What sentences a report must share with an outlet to rest on it, as weight_of() counts them.
 */
enum {
	SILENT_MIN = 6,
};

/* Outlets that some report names, sorted by their buckets. */
static struct sort_pair *
named_outlets(const struct origins *origins, size_t *count)
{
	struct sort_pair *named = memory_new(origins->count * sizeof *named);
	*count = 0;
	for (size_t i = 0; i < origins->count; i++) {
		const struct voice *voice = &origins->voices[i];
		if (voice->class == VOICE_OUTLET && origins->own[voice->report] != i)
			named[(*count)++] =
				(struct sort_pair){origins_bucket(voice), (uint32_t)i};
	}
	sort_pairs(named, *count);
	return named;
}

static bool
is_named(const struct origins *origins, const struct sort_pair *named, size_t count,
	const struct voice *outlet)
{
	uint32_t bucket = origins_bucket(outlet);
	size_t at = sort_find_pair(named, count, bucket);
	for (; at < count && named[at].key == bucket; at++) {
		const struct voice *voice = &origins->voices[named[at].value];
		if (voice->report != outlet->report &&
			origins_same(voice, VOICE_OUTLET, &outlet->key))
			return true;
	}
	return false;
}

/*
 * The outlet of each report that others may have carried, or NO_VOICE: the one behind it, else
 * its own where that is an agency or another report names it. (Of two that share text and that
 * nobody names, nothing says which had it first.) To be freed.
 */
static uint32_t *
outlets_of_reports(const struct origins *origins, const struct corpus *corpus)
{
	uint32_t *outlets = memory_new(corpus->report_count * sizeof *outlets);
	size_t count;
	struct sort_pair *named = named_outlets(origins, &count);
	for (size_t i = 0; i < corpus->report_count; i++) {
		uint32_t own = origins->own[i];
		outlets[i] = origins->whole[i];
		if (outlets[i] != NO_VOICE || own == NO_VOICE)
			continue;
		const struct voice *voice = &origins->voices[own];
		if (credits_agency(&origins->credits, voice->name) ||
			is_named(origins, named, count, voice))
			outlets[i] = own;
	}
	free(named);
	return outlets;
}

/* The outlet that each sentence rests on: one that it names, else its report's. To be freed. */
static uint32_t *
outlets_behind(const struct origins *origins, const struct corpus *corpus)
{
	uint32_t *outlets = memory_new(corpus->sentence_count * sizeof *outlets);
	uint32_t *of_report = outlets_of_reports(origins, corpus);
	for (uint32_t i = 0; i < corpus->sentence_count; i++) {
		uint32_t voice = origins_voice(origins, corpus, i, 0, UINT32_MAX);
		bool names = voice != NO_VOICE && origins->voices[voice].class == VOICE_OUTLET;
		outlets[i] = names ? voice : of_report[corpus->sentences[i].report];
	}
	free(of_report);
	return outlets;
}

/* A sentence that a report shares with what an outlet told, elsewhere. */
struct debt {
	uint32_t report, sentence, outlet;
	unsigned counts;
};

struct debts {
	struct debt *items;
	size_t count, capacity;
};

static void
add_debt(struct debts *debts, const struct origins *origins, const struct corpus *corpus,
	uint32_t debtor, uint32_t outlet, unsigned counts)
{
	uint32_t report = corpus->sentences[debtor].report;
	if (outlet == NO_VOICE || origins->whole[report] != NO_VOICE ||
		!corpus->sentences[debtor].prose)
		return; /* a title may be another's */
	const struct voice *told = &origins->voices[outlet];
	uint32_t own = origins->own[report];
	if (own != NO_VOICE && origins_same(&origins->voices[own], VOICE_OUTLET, &told->key))
		return; /* it is that outlet's */
	for (uint32_t at = origins->first[report]; at != NO_VOICE;
		at = origins->voices[at].next)
		if (origins_same(&origins->voices[at], VOICE_OUTLET, &told->key))
			return; /* it names the outlet */
	debts->items = memory_reserve(
		debts->items, &debts->capacity, debts->count + 1, sizeof *debts->items);
	debts->items[debts->count++] = (struct debt){report, debtor, outlet, counts};
}

static int
compare_debts(const void *a, const void *b, const void *context)
{
	const struct debt *left = a, *right = b;
	const struct origins *origins = context;
	if (left->report != right->report)
		return left->report < right->report ? -1 : 1;
	int order = slice_compare(
		origins->voices[left->outlet].name, origins->voices[right->outlet].name);
	if (order)
		return order;
	if (left->sentence != right->sentence)
		return left->sentence < right->sentence ? -1 : 1;
	return (left->counts < right->counts) - (left->counts > right->counts);
}

static bool
same_debt(const struct origins *origins, const struct debt *a, const struct debt *b)
{
	return a->report == b->report &&
	       slice_equal(origins->voices[a->outlet].name, origins->voices[b->outlet].name);
}

/* A report that shares enough with what an outlet told rests on it, though it does not say so.
 */
static bool
settle_debts(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons,
	const struct debts *debts)
{
	bool settled = false;
	for (size_t start = 0, end; start < debts->count; start = end) {
		const struct debt *debt = &debts->items[start];
		size_t shared = debt->counts;
		for (end = start + 1;
			end < debts->count && same_debt(origins, &debts->items[end], debt);
			end++)
			if (debts->items[end].sentence != debts->items[end - 1].sentence)
				shared += debts->items[end].counts;
		if (shared < SILENT_MIN || origins->whole[debt->report] != NO_VOICE)
			continue;
		uint32_t voice = origins_voice_named(origins,
			lexicon_of(lexicons, corpus->reports[debt->report].language),
			debt->report, VOICE_OUTLET, origins->voices[debt->outlet].name);
		origins->voices[voice].credit = CREDIT_SILENT;
		origins->whole[debt->report] = voice;
		settled = true;
	}
	return settled;
}

/* Whether both sentences are given to one who speaks on record: neither needed the other. */
static bool
has_own_source(
	const struct origins *origins, const struct corpus *corpus, const struct reuse *reuse)
{
	uint32_t a = origins_voice(origins, corpus, reuse->a, 0, UINT32_MAX);
	uint32_t b = origins_voice(origins, corpus, reuse->b, 0, UINT32_MAX);
	if (a == NO_VOICE || b == NO_VOICE)
		return false;
	const struct voice *left = &origins->voices[a], *right = &origins->voices[b];
	return left->class == right->class &&
	       (left->class == VOICE_NAMED || left->class == VOICE_ORGANISATION) &&
	       origins_same(left, right->class, &right->key);
}

/* Nearly word for word more than reworded: two may tell the facts of one announcement alike. */
static unsigned
weight_of(const struct origins *origins, const struct corpus *corpus, const struct reuse *reuse)
{
	unsigned weight = reuse->kind == RETELLING_PARAPHRASE ? 1 : 2;
	return weight - has_own_source(origins, corpus, reuse);
}

void
origins_find_silent(struct origins *origins, const struct corpus *corpus,
	struct lexicons *lexicons, const struct reuses *reuses)
{
	bool settled = true;
	while (settled) {
		struct debts debts = {0};
		uint32_t *outlets = outlets_behind(origins, corpus);
		for (size_t i = 0; i < reuses->count; i++) {
			const struct reuse *reuse = &reuses->items[i];
			unsigned counts = weight_of(origins, corpus, reuse);
			if (counts == 0)
				continue;
			add_debt(&debts, origins, corpus, reuse->a, outlets[reuse->b], counts);
			add_debt(&debts, origins, corpus, reuse->b, outlets[reuse->a], counts);
		}
		sort_items(
			debts.items, debts.count, sizeof *debts.items, compare_debts, origins);
		settled = settle_debts(origins, corpus, lexicons, &debts);
		free(debts.items);
		free(outlets);
	}
}
