#include <stdlib.h>

#include "origin.h"
#include "sort.h"

enum {
	SILENT_MIN = 3, /* sentences that a report must share with what an outlet told */
};

/* The outlet that a sentence rests on: one that it names, else the one behind the report. */
static uint32_t
outlet_behind(const struct origins *origins, const struct corpus *corpus, uint32_t sentence)
{
	uint32_t voice = origins_voice(origins, corpus, sentence, 0, UINT32_MAX);
	if (voice != NO_VOICE && origins->voices[voice].class == VOICE_OUTLET)
		return voice;
	return origins->whole[corpus->sentences[sentence].report];
}

/* That outlet of each sentence; to be freed. */
static uint32_t *
outlets_behind(const struct origins *origins, const struct corpus *corpus)
{
	uint32_t *outlets = memory_new(corpus->sentence_count * sizeof *outlets);
	for (uint32_t i = 0; i < corpus->sentence_count; i++)
		outlets[i] = outlet_behind(origins, corpus, i);
	return outlets;
}

/* How many sentences a report shares with what an outlet told, elsewhere. */
struct debt {
	uint32_t report, sentence, outlet;
};

struct debts {
	struct debt *items;
	size_t count, capacity;
};

static void
add_debt(struct debts *debts, const struct origins *origins, const struct corpus *corpus,
	uint32_t debtor, uint32_t outlet)
{
	uint32_t report = corpus->sentences[debtor].report;
	if (outlet == NO_VOICE || origins->whole[report] != NO_VOICE)
		return;
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
	debts->items[debts->count++] = (struct debt){report, debtor, outlet};
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
	return (left->sentence > right->sentence) - (left->sentence < right->sentence);
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
		size_t sentences = 1;
		for (end = start + 1;
			end < debts->count && same_debt(origins, &debts->items[end], debt);
			end++)
			sentences +=
				debts->items[end].sentence != debts->items[end - 1].sentence;
		if (sentences < SILENT_MIN || origins->whole[debt->report] != NO_VOICE)
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
			add_debt(&debts, origins, corpus, reuse->a, outlets[reuse->b]);
			add_debt(&debts, origins, corpus, reuse->b, outlets[reuse->a]);
		}
		sort_items(
			debts.items, debts.count, sizeof *debts.items, compare_debts, origins);
		settled = settle_debts(origins, corpus, lexicons, &debts);
		free(debts.items);
		free(outlets);
	}
}
