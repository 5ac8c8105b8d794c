#include "quotation.h"

#include <stdlib.h>

#include "align.h"
#include "candidates.h"
#include "sort.h"
#include "unite.h"

enum {
	WORDS_MIN_UNQUOTED = 6, /* and with text without marks */
	TOLD_BY_ALL = 6,        /* bits of the commonest words, which tell nothing */
	AHEAD = 6,              /* candidates that are fetched before they are compared */
};

/* What of the shorter one must come back in order. */
struct threshold {
	double words, told; /* shares of its words and of what they tell */
	int told_min;       /* bits */
	size_t run;         /* words without a gap */
};

static const struct threshold QUOTED = {0.6, 0.5, 10, 0}, UNQUOTED = {0.6, 0.6, 20, 4},
			      RETOLD = {0.4, 0.4, 20, 0};

/* How alike the sentences must be of which one retells what the other quotes. */
static const float RETELLING = 0.49f;

/* A quotation, or a sentence that holds one without marks. */
struct node {
	uint32_t start, end; /* 0, 0: not met yet */
	enum quotation_form form;
};

struct search {
	const struct corpus *corpus;
	const struct terms *terms;
	struct quotes quotes;
	struct candidates candidates; /* quotes, then all sentences */
	struct node *nodes;
	uint32_t *sets;
	size_t quote;         /* that is compared: */
	struct places places; /* of its words */
	bool read;            /* they are in `a`, too */
	struct passage a, b;
	struct alignment alignment;
};

/* Makes a quotation the one at hand. */
static void
take_quote(struct search *search, size_t quote)
{
	size_t count;
	const uint32_t *terms = quotes_terms(&search->quotes, quote, &count);
	search->quote = quote;
	search->read = false;
	places_make(&search->places, terms, count < TERMS_MAX ? count : TERMS_MAX);
}

/* Reads its words, unless they were read before. */
static void
read_quote(struct search *search)
{
	if (!search->read)
		quotes_make(&search->quotes, &search->a, search->quote);
	search->read = true;
}

static uint32_t
sentence_of(const struct search *search, uint32_t node)
{
	return node < search->quotes.count ? search->quotes.items[node].sentence
					   : (uint32_t)(node - search->quotes.count);
}

static void
meet(struct search *search, uint32_t node, const struct passage *passage, size_t first,
	size_t last, enum quotation_form form)
{
	struct node *met = &search->nodes[node];
	uint32_t start = passage->words[first].start, end = passage->words[last].end;
	if (met->end == 0 || start < met->start)
		met->start = start;
	if (end > met->end)
		met->end = end;
	if (met->form < form)
		met->form = form;
}

static int
told_by(const struct word *word)
{
	return word->bits > TOLD_BY_ALL ? word->bits - TOLD_BY_ALL : 0;
}

static int
told_by_all(const struct passage *passage)
{
	int told = 0;
	for (size_t i = 0; i < passage->count; i++)
		told += told_by(&passage->words[i]);
	return told;
}

/* Whether the words in common order are enough of `shorter`. "We're" counts as one word. */
static bool
is_kept(const struct search *search, const struct passage *shorter,
	const struct threshold *threshold)
{
	int told = 0;
	for (size_t i = 0; i < search->alignment.count; i++)
		told += told_by(&search->a.words[search->alignment.matches[i].a]);
	return (double)search->alignment.count >=
		       threshold->words * (double)passage_words(shorter) &&
	       told >= threshold->told_min && told >= threshold->told * told_by_all(shorter) &&
	       search->alignment.longest >= threshold->run;
}

/* What of some words has a stem that the quotation at hand has too. */
struct shared {
	size_t words;
	int told; /* bits */
};

static struct shared
shared_with(const struct search *search, const uint32_t *terms, size_t count)
{
	struct shared shared = {0};
	for (size_t i = 0; i < count; i++) {
		int place = places_find(&search->places, terms[i]);
		if (place < 0)
			continue;
		int bits = (int)(search->places.terms[place] & TERM_BITS);
		shared.words++;
		shared.told += bits > TOLD_BY_ALL ? bits - TOLD_BY_ALL : 0;
	}
	return shared;
}

/* Whether words that share so much can be kept, of so many. */
static bool
may_be_kept(struct shared shared, size_t words, bool little, const struct threshold *threshold)
{
	return (double)shared.words >= threshold->words * (double)words &&
	       (little || shared.told >= threshold->told_min);
}

/* Ties two quotations if they hold the same words, or nearly. */
static void
tie_quotes(struct search *search, uint32_t a, uint32_t b)
{
	const struct quote *other = &search->quotes.items[b];
	size_t words = search->quotes.items[a].words;
	size_t fewer = words < other->words ? words : other->words;
	size_t count;
	const uint32_t *terms = quotes_terms(&search->quotes, b, &count);
	bool same_length = words == other->words; /* little told may be all the same */
	if (!may_be_kept(shared_with(search, terms, count), fewer, same_length, &QUOTED))
		return;
	read_quote(search);
	quotes_make(&search->quotes, &search->b, b);
	const struct passage *left = &search->a, *right = &search->b;
	align(&search->alignment, UINT32_MAX, left->stems, left->count, right->stems,
		right->count);
	if (!passage_same(left, right) &&
		!is_kept(search, words <= other->words ? left : right, &QUOTED))
		return;
	meet(search, a, left, 0, left->count - 1, QUOTATION_QUOTED);
	meet(search, b, right, 0, right->count - 1, QUOTATION_QUOTED);
	unite(search->sets, a, b);
}

/* Ties quotation a and the sentence if that uses its words without marks. */
static void
tie_unquoted(struct search *search, uint32_t a, uint32_t sentence,
	const struct threshold *threshold, enum quotation_form form)
{
	const struct quote *quote = &search->quotes.items[a];
	size_t count;
	const uint32_t *terms = terms_of(search->terms, sentence, &count);
	if (quote->terms < WORDS_MIN_UNQUOTED ||
		!may_be_kept(shared_with(search, terms, count), quote->words, false, threshold))
		return;
	read_quote(search);
	struct alignment *alignment = &search->alignment;
	struct quoted all = {0, (uint32_t)quotes_text(&search->quotes, sentence).len};
	quotes_make_part(&search->quotes, &search->b, sentence, all);
	bool retold = form == QUOTATION_INDIRECT;
	align(alignment, UINT32_MAX, retold ? search->a.stems : search->a.forms,
		search->a.count, retold ? search->b.stems : search->b.forms, search->b.count);
	if (!is_kept(search, &search->a, threshold))
		return;
	size_t first = alignment->matches[0].b;
	size_t last = alignment->matches[alignment->count - 1].b;
	if (last - first + 1 > 2 * search->a.count)
		return;
	uint32_t node = (uint32_t)(search->quotes.count + sentence);
	meet(search, a, &search->a, 0, search->a.count - 1, QUOTATION_QUOTED);
	meet(search, node, &search->b, first, last, form);
	unite(search->sets, a, node);
}

/* Whether a quotation in the sentence is tied to this one: then its text says nothing new. */
static bool
is_told(const struct search *search, uint32_t quote, uint32_t sentence)
{
	size_t other = quotes_in(&search->quotes, sentence);
	return other != SIZE_MAX &&
	       unite_find(search->sets, (uint32_t)other) == unite_find(search->sets, quote);
}

/* Fetches what quotation a and those behind it are compared with, each by what was fetched of
 * it before. */
static void
fetch_ahead(const struct search *search, uint32_t a, size_t by)
{
	const struct quotes *quotes = &search->quotes;
	const struct terms *terms = search->terms;
	uint32_t far = candidates_ahead(&search->candidates, a, by + 3 * AHEAD);
	uint32_t middle = candidates_ahead(&search->candidates, a, by + 2 * AHEAD);
	uint32_t near = candidates_ahead(&search->candidates, a, by + AHEAD);
	if (far < quotes->count)
		__builtin_prefetch(&quotes->items[far]);
	uint32_t sentence = sentence_of(search, middle);
	__builtin_prefetch(&search->corpus->sentences[sentence]);
	if (middle >= quotes->count)
		terms_fetch_place(terms, sentence);
	if (near < quotes->count)
		__builtin_prefetch(quotes->terms + quotes->items[near].first_term);
	else
		terms_fetch(terms, sentence_of(search, near));
}

/* Compares a quotation with those behind it, then with all sentences of other reports. */
static void
compare_quote(struct search *search, uint32_t a)
{
	size_t count, quotes = 0;
	const struct candidate *others = candidates_of(&search->candidates, a, &count);
	if (count > 0)
		take_quote(search, a);
	const struct sentence *sentences = search->corpus->sentences;
	uint32_t report = sentences[search->quotes.items[a].sentence].report;
	for (; quotes < count && others[quotes].thing < search->quotes.count; quotes++) {
		fetch_ahead(search, a, quotes);
		if (sentences[sentence_of(search, others[quotes].thing)].report != report)
			tie_quotes(search, a, others[quotes].thing);
	}
	for (size_t i = quotes; i < count; i++) {
		fetch_ahead(search, a, i);
		uint32_t sentence = sentence_of(search, others[i].thing);
		if (sentences[sentence].report != report && !is_told(search, a, sentence))
			tie_unquoted(search, a, sentence, &UNQUOTED, QUOTATION_UNQUOTED);
	}
}

/* A sentence that comes from the same text as one with a quotation may retell it. */
static void
tie_retold(struct search *search, uint32_t with, uint32_t without)
{
	size_t quote = quotes_in(&search->quotes, with);
	if (quote == SIZE_MAX || quotes_in(&search->quotes, without) != SIZE_MAX ||
		search->nodes[search->quotes.count + without].end > 0)
		return;
	take_quote(search, quote);
	tie_unquoted(search, (uint32_t)quote, without, &RETOLD, QUOTATION_INDIRECT);
}

static struct slice
quotation_text(struct search *search, struct quotations *quotations, uint32_t node)
{
	const struct node *met = &search->nodes[node];
	struct slice text = quotes_text(&search->quotes, sentence_of(search, node));
	if (node >= search->quotes.count)
		return slice_cut(text, met->start, met->end);
	struct buffer joined = {0};
	const struct quote *quote = &search->quotes.items[node];
	for (uint32_t i = 0; i < quote->count; i++) {
		struct quoted part = search->quotes.parts[quote->first + i];
		if (i > 0)
			buffer_add(&joined, SLICE(" \342\200\246 "));
		buffer_add(&joined, slice_cut(text, part.start, part.end));
	}
	struct slice kept = arena_copy(&quotations->texts, buffer_slice(&joined));
	buffer_free(&joined);
	return kept;
}

/* Names the clusters by the order of their first members and sorts by it. */
static void
number_clusters(struct quotations *quotations, size_t sets)
{
	uint32_t *numbers = memory_new_zeroed(sets, sizeof *numbers);
	struct sort_pair *order = memory_new(quotations->count * sizeof *order);
	for (size_t i = 0; i < quotations->count; i++) {
		uint32_t *number = &numbers[quotations->items[i].cluster];
		if (*number == 0)
			*number = (uint32_t)++quotations->clusters;
		quotations->items[i].cluster = *number;
		order[i] = (struct sort_pair){*number, (uint32_t)i};
	}
	free(numbers);
	sort_pairs(order, quotations->count);
	sort_arrange(quotations->items, sizeof *quotations->items, order, quotations->count);
	free(order);
}

static void
add_quotation(struct search *search, struct quotations *quotations, uint32_t node)
{
	const struct node *met = &search->nodes[node];
	quotations->items = memory_reserve(quotations->items, &quotations->capacity,
		quotations->count + 1, sizeof *quotations->items);
	quotations->items[quotations->count++] = (struct quotation){
		unite_find(search->sets, node), sentence_of(search, node), met->start, met->end,
		QUOTATION_SAME, met->form, quotation_text(search, quotations, node)};
}

/* Adds what was met in a sentence, as it stands there: its quotation and words without marks.
 */
static void
collect_sentence(struct search *search, struct quotations *quotations, uint32_t sentence)
{
	size_t quote = quotes_in(&search->quotes, sentence);
	uint32_t whole = (uint32_t)(search->quotes.count + sentence);
	bool quoted = quote != SIZE_MAX && search->nodes[quote].end > 0;
	bool unquoted = search->nodes[whole].end > 0;
	bool first = quoted &&
		     (!unquoted || search->nodes[quote].start <= search->nodes[whole].start);
	if (first)
		add_quotation(search, quotations, (uint32_t)quote);
	if (unquoted)
		add_quotation(search, quotations, whole);
	if (quoted && !first)
		add_quotation(search, quotations, (uint32_t)quote);
}

static void
collect(struct search *search, struct quotations *quotations, size_t nodes)
{
	for (uint32_t i = 0; i < search->corpus->sentence_count; i++)
		collect_sentence(search, quotations, i);
	number_clusters(quotations, nodes);
	quotations_judge(quotations, search->corpus, &search->quotes);
}

static void
search_free(struct search *search)
{
	quotes_free(&search->quotes);
	free(search->nodes);
	free(search->sets);
	candidates_free(&search->candidates);
	passage_free(&search->a);
	passage_free(&search->b);
	alignment_free(&search->alignment);
}

void
quotations_find(struct quotations *quotations, const struct corpus *corpus,
	struct lexicons *lexicons, const struct terms *terms, const struct reuses *reuses)
{
	struct search search = {.corpus = corpus, .terms = terms};
	quotes_read(&search.quotes, corpus, lexicons);
	if (search.quotes.count > 0) {
		quotes_candidates(&search.candidates, &search.quotes, terms);
		size_t nodes = search.quotes.count + corpus->sentence_count;
		search.nodes = memory_new_zeroed(nodes, sizeof *search.nodes);
		search.sets = unite_new(nodes);
		for (uint32_t i = 0; i < search.quotes.count; i++)
			compare_quote(&search, i);
		for (size_t i = 0; i < reuses->count; i++) {
			const struct reuse *reuse = &reuses->items[i];
			if (reuse->similarity < RETELLING)
				continue;
			tie_retold(&search, reuse->a, reuse->b);
			tie_retold(&search, reuse->b, reuse->a);
		}
		collect(&search, quotations, nodes);
	}
	search_free(&search);
}

void
quotation_write(struct buffer *to, const struct corpus *corpus,
	const struct quotation *quotation, struct slice speaker)
{
	static const char *const verdicts[] = {"same", "cut", "altered"};
	static const char *const forms[] = {"quoted", "unquoted", "indirect"};
	const struct sentence *sentence = &corpus->sentences[quotation->sentence];
	struct buffer name = {0};
	buffer_add_byte(&name, 'q');
	buffer_add_size(&name, quotation->cluster);
	record_begin(to, RECORD_QUOTATION, buffer_slice(&name));
	buffer_free(&name);
	record_add(to, slice_of(verdicts[quotation->verdict]));
	record_add_written(to, corpus->reports[sentence->report].id);
	record_add_size(to, sentence->n);
	record_add(to, speaker);
	record_add(to, quotation->text);
	record_add_size(to, quotation->start);
	record_add_size(to, quotation->end);
	record_add(to, slice_of(forms[quotation->form]));
	record_end(to);
}

void
quotations_free(struct quotations *quotations)
{
	free(quotations->items);
	arena_free(&quotations->texts);
}
