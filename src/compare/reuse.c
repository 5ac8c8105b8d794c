#include "reuse.h"

#include <stdlib.h>

#include "candidates.h"
#include "pairing.h"
#include "passage.h"
#include "similarity.h"

static const double KEPT = 0.7, EXCHANGED = 0.16;

enum {
	MANY = 20000,   /* sentences: fewer keys are made, and pairs must share three stems */
	PIECE = 5,      /* words */
	KEY_STEMS = 16, /* of a sentence, those that tell most, make keys */
	KEY_STEMS_OF_MANY = 8,
	PAIRS_EACH = 4,      /* that are looked at, for each sentence */
	PAIRS_MIN = 1 << 19, /* that are looked at in any case */
};

/* What the search needs at hand. */
struct search {
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct terms *terms;
	size_t key_stems; /* of each sentence */
	struct candidates candidates;
	struct compared compared;
	struct passage a, b; /* of near ones, word for word */
	size_t a_made;
};

static void
make_passage(struct search *search, struct passage *passage, size_t sentence)
{
	struct slice text = search->corpus->sentences[sentence].text;
	struct quoted all = {0, text.len < PASSAGE_MAX ? (uint32_t)text.len : PASSAGE_MAX};
	passage_make(passage,
		lexicon_of(search->lexicons, corpus_report(search->corpus, sentence)->language),
		text, &all, 1);
}

/* The terms that tell most, `most` at most. */
static size_t
choose_terms(const uint32_t *terms, size_t count, uint32_t *chosen, size_t most)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		float weight = term_weight(terms[i]);
		if (weight <= 0 || (kept == most && weight <= term_weight(chosen[kept - 1])))
			continue;
		size_t at = kept < most ? kept++ : kept - 1;
		for (; at > 0 && term_weight(chosen[at - 1]) < weight; at--)
			chosen[at] = chosen[at - 1];
		chosen[at] = terms[i];
	}
	return kept;
}

static uint32_t
key_of(uint32_t a, uint32_t b)
{
	a &= (uint32_t)TERM_STEM;
	b &= (uint32_t)TERM_STEM;
	uint64_t both = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	both *= 0x9e3779b97f4a7c15u;
	return (uint32_t)(both >> 32);
}

static void
add_keys(struct search *search, uint32_t sentence, size_t part, size_t parts)
{
	size_t count;
	const uint32_t *terms = terms_of(search->terms, sentence, &count);
	uint32_t chosen[KEY_STEMS];
	count = choose_terms(terms, count, chosen, search->key_stems);
	for (size_t first = 0; first < count; first++)
		for (size_t second = first + 1; second < count; second++) {
			uint32_t key = key_of(chosen[first], chosen[second]);
			if (candidates_part(key, parts) == part)
				candidates_add(&search->candidates, key, sentence);
		}
}

/* One key for all words of a sentence: copies that many reports carry are found by it. */
static void
add_whole_key(struct search *search, uint32_t sentence)
{
	size_t count;
	const uint32_t *terms = terms_of(search->terms, sentence, &count);
	uint64_t key = count;
	for (size_t i = 0; i < count; i++)
		key = (key ^ (terms[i] & (uint32_t)TERM_STEM)) * 0x9e3779b97f4a7c15u;
	candidates_add(&search->candidates, (uint32_t)(key >> 32), sentence);
}

static void
find_candidates(struct search *search)
{
	size_t sentences = search->corpus->sentence_count;
	search->key_stems = sentences < MANY ? KEY_STEMS : KEY_STEMS_OF_MANY;
	size_t keys = search->key_stems * (search->key_stems - 1) / 2;
	size_t parts = candidates_parts(sentences * keys);
	size_t pairs = sentences * PAIRS_EACH + PAIRS_MIN;
	for (size_t part = 0; part < parts; part++) {
		for (size_t i = 0; i < sentences; i++)
			add_keys(search, (uint32_t)i, part, parts);
		candidates_keep(&search->candidates, CANDIDATES_LIMIT, pairs / parts);
	}
	for (size_t i = 0; i < sentences; i++)
		add_whole_key(search, (uint32_t)i);
	candidates_chain(&search->candidates, CANDIDATES_LIMIT);
	candidates_ready(&search->candidates, sentences);
}

/*
 * Whether the shorter one's words are mostly kept in order, some of them in one piece, and few
 * exchanged for others.
 */
static bool
is_near(const struct alignment *alignment, size_t a_count, size_t b_count)
{
	size_t shorter = a_count < b_count ? a_count : b_count;
	return (double)alignment->count >= KEPT * (double)shorter &&
	       (double)alignment->substitutions <= EXCHANGED * (double)shorter &&
	       alignment->longest >= (shorter < PIECE ? shorter : PIECE);
}

/* What is near by its stems, as they were just aligned, is read again word for word. */
static enum reuse_kind
kind_of(struct search *search, size_t a, size_t b)
{
	size_t a_count, b_count;
	terms_of(search->terms, a, &a_count);
	terms_of(search->terms, b, &b_count);
	struct alignment *alignment = &search->compared.alignment;
	if (!is_near(alignment, a_count, b_count))
		return REUSE_PARAPHRASE;
	if (search->a_made != a)
		make_passage(search, &search->a, a);
	search->a_made = a;
	make_passage(search, &search->b, b);
	if (passage_same(&search->a, &search->b))
		return REUSE_VERBATIM;
	align(alignment, UINT32_MAX, search->a.forms, search->a.count, search->b.forms,
		search->b.count);
	return is_near(alignment, search->a.count, search->b.count) ? REUSE_NEAR
								    : REUSE_PARAPHRASE;
}

static void
compare_pair(struct search *search, struct reuses *reuses, uint32_t a, uint32_t b)
{
	double similar = similarity(&search->compared, b, PAIRING_DOUBTFUL);
	if (similar < PAIRING_DOUBTFUL)
		return;
	reuses->items = memory_reserve(
		reuses->items, &reuses->capacity, reuses->count + 1, sizeof *reuses->items);
	reuses->items[reuses->count++] =
		(struct reuse){a, b, kind_of(search, a, b), (float)similar};
}

void
reuse_find(struct reuses *reuses, const struct corpus *corpus, struct lexicons *lexicons,
	const struct terms *terms)
{
	struct search search = {
		.corpus = corpus, .lexicons = lexicons, .terms = terms, .a_made = SIZE_MAX};
	find_candidates(&search);
	uint32_t least = corpus->sentence_count < MANY ? 1 : 3;
	struct pairing pairing = {0};
	size_t first = 0; /* pair of the report at hand */
	for (uint32_t a = 0; a < corpus->sentence_count; a++) {
		if (a > 0 && corpus->sentences[a].report != corpus->sentences[a - 1].report)
			first = reuses->count = pairing_keep(
				&pairing, corpus, reuses->items, first, reuses->count);
		size_t count;
		const uint32_t *others = candidates_of(&search.candidates, a, least, &count);
		if (count > 0)
			compared_make(&search.compared, terms, a);
		for (size_t i = 0; i < count; i++)
			if (corpus->sentences[others[i]].report != corpus->sentences[a].report)
				compare_pair(&search, reuses, a, others[i]);
	}
	reuses->count = pairing_keep(&pairing, corpus, reuses->items, first, reuses->count);
	pairing_free(&pairing);
	candidates_free(&search.candidates);
	compared_free(&search.compared);
	passage_free(&search.a);
	passage_free(&search.b);
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
