#include "reuse.h"

#include <stdlib.h>

#include "align.h"
#include "candidates.h"
#include "sort.h"

static const double SIMILAR = 0.47, KEPT = 0.7, EXCHANGED = 0.2;

enum {
	PIECE = 5, /* words */
};

/* What the search needs at hand. */
struct search {
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct frequencies *frequencies;
	struct candidates candidates;
	struct profile a, b;
	struct alignment alignment;
};

static const struct lexicon *
lexicon_for(struct search *search, size_t sentence)
{
	return lexicon_of(search->lexicons, corpus_report(search->corpus, sentence)->language);
}

static void
make_profile(struct search *search, struct profile *profile, size_t sentence)
{
	profile_make(profile, search->frequencies, lexicon_for(search, sentence),
		search->corpus->sentences[sentence].text);
}

/* The stems that tell most, in the order of their hashes. */
static size_t
choose_stems(const struct profile *profile, uint32_t stems[CANDIDATES_STEMS])
{
	float weights[CANDIDATES_STEMS];
	size_t count = 0;
	for (size_t i = 0; i < profile->count; i++) {
		const struct feature *feature = &profile->features[i];
		size_t at = count < CANDIDATES_STEMS ? count++ : CANDIDATES_STEMS - 1;
		if (at == CANDIDATES_STEMS - 1 && count == CANDIDATES_STEMS &&
			i >= CANDIDATES_STEMS && weights[at] >= feature->weight)
			continue;
		for (; at > 0 && weights[at - 1] < feature->weight; at--) {
			weights[at] = weights[at - 1];
			stems[at] = stems[at - 1];
		}
		weights[at] = feature->weight;
		stems[at] = feature->stem;
	}
	return count;
}

static uint32_t
key_of(uint32_t a, uint32_t b)
{
	uint64_t both = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	both *= 0x9e3779b97f4a7c15u;
	return (uint32_t)(both >> 32);
}

static void
add_keys(struct search *search)
{
	for (size_t i = 0; i < search->corpus->sentence_count; i++) {
		make_profile(search, &search->a, i);
		uint32_t stems[CANDIDATES_STEMS];
		size_t count = choose_stems(&search->a, stems);
		for (size_t first = 0; first < count; first++)
			for (size_t second = first + 1; second < count; second++)
				candidates_add(&search->candidates,
					key_of(stems[first], stems[second]), (uint32_t)i);
	}
	candidates_group(&search->candidates, search->corpus->sentence_count, CANDIDATES_LIMIT);
}

static bool
same_words(const struct words *a, const struct words *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->items[i].form != b->items[i].form)
			return false;
	return true;
}

/*
 * Near: the shorter one's words are mostly kept in order, some of them in one piece, and few
 * were exchanged for others.
 */
static enum reuse_kind
kind_of(struct search *search)
{
	const struct words *a = &search->a.words, *b = &search->b.words;
	if (same_words(a, b))
		return REUSE_VERBATIM;
	struct alignment *alignment = &search->alignment;
	align(alignment, ALIGN_FORMS, a->items, a->count, b->items, b->count);
	size_t shorter = a->count < b->count ? a->count : b->count;
	size_t piece = shorter < PIECE ? shorter : PIECE;
	bool kept = (double)alignment->count >= KEPT * (double)shorter;
	bool exchanged = (double)alignment->substitutions > EXCHANGED * (double)shorter;
	return kept && !exchanged && alignment->longest >= piece ? REUSE_NEAR
								 : REUSE_PARAPHRASE;
}

static void
compare_pair(struct search *search, struct reuses *reuses, uint32_t a, uint32_t b)
{
	make_profile(search, &search->b, b);
	double similar = similarity(&search->a, &search->b, &search->alignment);
	if (similar < SIMILAR)
		return;
	reuses->items = memory_reserve(
		reuses->items, &reuses->capacity, reuses->count + 1, sizeof *reuses->items);
	reuses->items[reuses->count++] = (struct reuse){a, b, kind_of(search), (float)similar};
}

void
reuse_find(struct reuses *reuses, const struct corpus *corpus, struct lexicons *lexicons,
	const struct frequencies *frequencies)
{
	struct search search = {
		.corpus = corpus, .lexicons = lexicons, .frequencies = frequencies};
	add_keys(&search);
	for (uint32_t a = 0; a < corpus->sentence_count; a++) {
		size_t count;
		const uint32_t *others = candidates_of(&search.candidates, a, &count);
		if (count > 0)
			make_profile(&search, &search.a, a);
		for (size_t i = 0; i < count; i++)
			if (corpus->sentences[others[i]].report != corpus->sentences[a].report)
				compare_pair(&search, reuses, a, others[i]);
	}
	candidates_free(&search.candidates);
	profile_free(&search.a);
	profile_free(&search.b);
	alignment_free(&search.alignment);
}

/* "0.87": two decimals, 1 at most. */
static void
add_similarity(struct buffer *to, float similarity)
{
	unsigned hundredths = (unsigned)(similarity * 100 + 0.5f);
	if (hundredths >= 100) {
		record_add(to, SLICE("1"));
		return;
	}
	char text[] = {'0', '.', (char)('0' + hundredths / 10), (char)('0' + hundredths % 10)};
	record_add(to, (struct slice){text, sizeof text});
}

void
reuse_write(struct buffer *to, const struct corpus *corpus, const struct reuse *reuse)
{
	static const char *const names[] = {"verbatim", "near", "paraphrase"};
	const struct sentence *a = &corpus->sentences[reuse->a];
	const struct sentence *b = &corpus->sentences[reuse->b];
	record_begin(to, RECORD_REUSE, corpus->reports[a->report].id);
	record_add_size(to, a->n);
	record_add_written(to, corpus->reports[b->report].id);
	record_add_size(to, b->n);
	record_add(to, slice_of(names[reuse->kind]));
	add_similarity(to, reuse->similarity);
	record_add(to, a->text);
	record_add(to, b->text);
	record_end(to);
}

void
reuses_free(struct reuses *reuses)
{
	free(reuses->items);
}
