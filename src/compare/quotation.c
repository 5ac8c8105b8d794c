#include "quotation.h"

#include <stdlib.h>

#include "align.h"
#include "candidates.h"
#include "passage.h"
#include "sort.h"
#include "unite.h"

enum {
	WORDS_MIN = 4,          /* of a quotation that is compared with others */
	WORDS_MIN_UNQUOTED = 6, /* and with text without marks */
	TOLD_MIN = 12,          /* what the words that two quotations share must tell */
	TOLD_MIN_UNQUOTED = 20,
	TOLD_BY_ALL = 6, /* bits of the commonest words, which tell nothing */
	BITS_MIN_KEY = 12,
	FILTER_BITS = 256, /* for each quotation */
	KEYS_EACH = 64,    /* about so many keys are there for each quotation */
	PAIRS_EACH = 8,    /* that are looked at, for each quotation */
	PAIRS_MIN = 1 << 18,
};

/* Shares of the shorter one's words that must come back in order. */
static const double KEPT = 0.6, KEPT_RETOLD = 0.4;

/* What is quoted in one sentence. */
struct quote {
	uint32_t sentence;
	uint32_t first, count; /* its parts */
	uint32_t words;
};

/* A quotation, or a sentence that holds one without marks. */
struct node {
	uint32_t start, end; /* 0, 0: not met yet */
	enum quotation_form form;
};

struct search {
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct terms *terms;
	struct quote *quotes;
	size_t quote_count, quote_capacity;
	struct quoted *parts;
	size_t part_count, part_capacity;
	struct candidates candidates; /* quotes, then all sentences */
	struct node *nodes;
	uint32_t *sets;
	struct passage a, b;
	struct places places; /* of the stems of a, a quotation that is compared */
	struct alignment alignment;
	struct marks marks;
};

static const struct lexicon *
lexicon_for(struct search *search, size_t sentence)
{
	return lexicon_of(search->lexicons, corpus_report(search->corpus, sentence)->language);
}

static struct slice
text_of(const struct search *search, size_t sentence)
{
	struct slice text = search->corpus->sentences[sentence].text;
	return text.len > PASSAGE_MAX ? slice_cut(text, 0, PASSAGE_MAX) : text;
}

static void
make_quote(struct search *search, struct passage *passage, size_t quote)
{
	const struct quote *from = &search->quotes[quote];
	passage_make(passage, lexicon_for(search, from->sentence),
		text_of(search, from->sentence), search->parts + from->first, from->count);
}

/* Makes a quotation the one at hand. */
static void
take_quote(struct search *search, size_t quote)
{
	make_quote(search, &search->a, quote);
	const struct passage *passage = &search->a;
	places_make(&search->places, passage->stems,
		passage->count < TERMS_MAX ? passage->count : TERMS_MAX);
}

static void
make_sentence(struct search *search, struct passage *passage, size_t sentence)
{
	struct slice text = text_of(search, sentence);
	struct quoted all = {0, (uint32_t)text.len};
	passage_make(passage, lexicon_for(search, sentence), text, &all, 1);
}

static void
keep_quote(struct search *search, size_t sentence)
{
	size_t count = search->marks.count;
	search->parts = memory_reserve(search->parts, &search->part_capacity,
		search->part_count + count, sizeof *search->parts);
	memcpy(search->parts + search->part_count, search->marks.items,
		count * sizeof *search->parts);
	search->quotes = memory_reserve(search->quotes, &search->quote_capacity,
		search->quote_count + 1, sizeof *search->quotes);
	search->quotes[search->quote_count] = (struct quote){
		(uint32_t)sentence, (uint32_t)search->part_count, (uint32_t)count, 0};
	make_quote(search, &search->a, search->quote_count);
	if (search->a.count < WORDS_MIN)
		return;
	search->quotes[search->quote_count].words = (uint32_t)search->a.count;
	search->part_count += count;
	search->quote_count++;
}

static void
find_quotes(struct search *search)
{
	for (size_t i = 0; i < search->corpus->sentence_count; i++) {
		marks_find(&search->marks, text_of(search, i));
		if (search->marks.count > 0)
			keep_quote(search, i);
	}
}

static uint32_t
key_of(const uint32_t *stems, size_t count)
{
	uint64_t key = count;
	for (size_t i = 0; i < count; i++)
		key = (key ^ (stems[i] & (uint32_t)TERM_STEM)) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(key >> 32);
}

/* A set of keys; it may claim a few more than were put in. */
struct filter {
	uint8_t *bits;
	uint32_t mask;
};

static void
filter_add(struct filter *filter, uint32_t key)
{
	filter->bits[(key & filter->mask) / 8] |= (uint8_t)(1u << key % 8);
}

static bool
filter_has(const struct filter *filter, uint32_t key)
{
	return filter->bits[(key & filter->mask) / 8] & 1u << key % 8;
}

/* Which keys are wanted: those of a part, and of sentences only those that quotations have. */
struct choice {
	struct filter *filter;
	size_t part, parts;
};

/* The keys of a quotation: two words in a row that tell something, and any three. */
static void
add_quote_keys(struct search *search, uint32_t quote, const struct choice *choice)
{
	make_quote(search, &search->a, quote);
	const struct passage *passage = &search->a;
	for (size_t size = 2; size <= 3; size++)
		for (size_t i = 0; i + size <= passage->count; i++) {
			const struct word *word = &passage->words[i];
			if (size == 2 && word[0].bits + word[1].bits < 2 * BITS_MIN_KEY)
				continue;
			uint32_t key = key_of(&passage->stems[i], size);
			if (candidates_part(key, choice->parts) != choice->part)
				continue;
			filter_add(choice->filter, key);
			candidates_add(&search->candidates, key, quote);
		}
}

static void
add_sentence_keys(struct search *search, uint32_t sentence, const struct choice *choice)
{
	size_t count;
	const uint32_t *terms = terms_of(search->terms, sentence, &count);
	for (size_t size = 2; size <= 3; size++)
		for (size_t i = 0; i + size <= count; i++) {
			uint32_t key = key_of(terms + i, size);
			if (candidates_part(key, choice->parts) == choice->part &&
				filter_has(choice->filter, key))
				candidates_add(&search->candidates, key,
					(uint32_t)search->quote_count + sentence);
		}
}

/* One key for all words of each quotation: those that many reports carry are found by it. */
static void
add_whole_keys(struct search *search)
{
	for (size_t i = 0; i < search->quote_count; i++) {
		make_quote(search, &search->a, i);
		candidates_add(&search->candidates, key_of(search->a.stems, search->a.count),
			(uint32_t)i);
	}
}

static void
find_candidates(struct search *search)
{
	size_t sentences = search->corpus->sentence_count, quotes = search->quote_count;
	size_t parts = candidates_parts(quotes * KEYS_EACH);
	uint32_t size = 1024;
	while (size < quotes * FILTER_BITS && size < 1u << 28)
		size *= 2;
	struct filter filter = {memory_new_zeroed(size / 8, 1), size - 1};
	for (size_t part = 0; part < parts; part++) {
		struct choice choice = {&filter, part, parts};
		for (size_t i = 0; i < quotes; i++)
			add_quote_keys(search, (uint32_t)i, &choice);
		for (size_t i = 0; i < sentences; i++)
			add_sentence_keys(search, (uint32_t)i, &choice);
		candidates_keep(&search->candidates, CANDIDATES_LIMIT,
			(PAIRS_MIN + quotes * PAIRS_EACH) / parts);
	}
	free(filter.bits);
	add_whole_keys(search);
	candidates_chain(&search->candidates, CANDIDATES_LIMIT);
	candidates_ready(&search->candidates, quotes + sentences);
}

static uint32_t
sentence_of(const struct search *search, uint32_t node)
{
	return node < search->quote_count ? search->quotes[node].sentence
					  : (uint32_t)(node - search->quote_count);
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

static enum quotation_verdict
verdict_of(const struct passage *a, const struct passage *b)
{
	if (passage_same(a, b))
		return QUOTATION_SAME;
	bool shorter = a->count <= b->count;
	return passage_cut(shorter ? a : b, shorter ? b : a) ? QUOTATION_CUT
							     : QUOTATION_ALTERED;
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

/* Whether the words in common order are enough of `shorter`, in number and in what they tell.
 */
static bool
is_kept(const struct search *search, const struct passage *shorter, double kept, int told_min)
{
	int told = 0;
	for (size_t i = 0; i < search->alignment.count; i++)
		told += told_by(&search->a.words[search->alignment.matches[i].a]);
	return (double)search->alignment.count >= kept * (double)shorter->count &&
	       told >= told_min && told >= kept * told_by_all(shorter);
}

/* How many words of the sentence have a stem that the quotation at hand has too. */
static size_t
count_shared(const struct search *search, uint32_t sentence)
{
	size_t count, shared = 0;
	const uint32_t *terms = terms_of(search->terms, sentence, &count);
	for (size_t i = 0; i < count; i++)
		shared += places_find(&search->places, terms[i]) >= 0;
	return shared;
}

/* Ties two quotations if they hold the same words, or nearly. */
static void
tie_quotes(struct search *search, uint32_t a, uint32_t b)
{
	const struct quote *other = &search->quotes[b];
	size_t fewer = search->a.count < other->words ? search->a.count : other->words;
	if ((double)count_shared(search, other->sentence) < KEPT * (double)fewer)
		return;
	make_quote(search, &search->b, b);
	const struct passage *left = &search->a, *right = &search->b;
	align(&search->alignment, UINT32_MAX, left->stems, left->count, right->stems,
		right->count);
	if (!passage_same(left, right) &&
		!is_kept(search, left->count <= right->count ? left : right, KEPT, TOLD_MIN))
		return;
	meet(search, a, left, 0, left->count - 1, QUOTATION_QUOTED);
	meet(search, b, right, 0, right->count - 1, QUOTATION_QUOTED);
	unite(search->sets, a, b);
}

/* Ties quotation a and the sentence if that uses its words without marks. */
static void
tie_unquoted(struct search *search, uint32_t a, uint32_t sentence, double kept,
	enum quotation_form form)
{
	if (search->a.count < WORDS_MIN_UNQUOTED ||
		(double)count_shared(search, sentence) < kept * (double)search->a.count)
		return;
	struct alignment *alignment = &search->alignment;
	make_sentence(search, &search->b, sentence);
	bool retold = form == QUOTATION_INDIRECT;
	align(alignment, UINT32_MAX, retold ? search->a.stems : search->a.forms,
		search->a.count, retold ? search->b.stems : search->b.forms, search->b.count);
	if (!is_kept(search, &search->a, kept, TOLD_MIN_UNQUOTED))
		return;
	size_t first = alignment->matches[0].b;
	size_t last = alignment->matches[alignment->count - 1].b;
	if (last - first + 1 > 2 * search->a.count)
		return;
	uint32_t node = (uint32_t)(search->quote_count + sentence);
	meet(search, a, &search->a, 0, search->a.count - 1, QUOTATION_QUOTED);
	meet(search, node, &search->b, first, last, form);
	unite(search->sets, a, node);
}

/* The quotation in a sentence, or SIZE_MAX. */
static size_t
quote_in(const struct search *search, uint32_t sentence)
{
	size_t low = 0, high = search->quote_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (search->quotes[middle].sentence < sentence)
			low = middle + 1;
		else
			high = middle;
	}
	return low < search->quote_count && search->quotes[low].sentence == sentence ? low
										     : SIZE_MAX;
}

/* Whether a quotation in the sentence is tied to this one: then its text says nothing new. */
static bool
is_told(const struct search *search, uint32_t quote, uint32_t sentence)
{
	size_t other = quote_in(search, sentence);
	return other != SIZE_MAX &&
	       unite_find(search->sets, (uint32_t)other) == unite_find(search->sets, quote);
}

/* Compares a quotation with those behind it, then with all sentences of other reports. */
static void
compare_quote(struct search *search, uint32_t a)
{
	size_t count, quotes = 0;
	const uint32_t *others = candidates_of(&search->candidates, a, 1, &count);
	if (count > 0)
		take_quote(search, a);
	const struct sentence *sentences = search->corpus->sentences;
	uint32_t report = sentences[search->quotes[a].sentence].report;
	for (; quotes < count && others[quotes] < search->quote_count; quotes++)
		if (sentences[sentence_of(search, others[quotes])].report != report)
			tie_quotes(search, a, others[quotes]);
	for (size_t i = quotes; i < count; i++) {
		uint32_t sentence = sentence_of(search, others[i]);
		if (sentences[sentence].report != report && !is_told(search, a, sentence))
			tie_unquoted(search, a, sentence, KEPT, QUOTATION_UNQUOTED);
	}
}

/* A sentence that comes from the same text as one with a quotation may retell it. */
static void
tie_retold(struct search *search, uint32_t with, uint32_t without)
{
	size_t quote = quote_in(search, with);
	if (quote == SIZE_MAX || quote_in(search, without) != SIZE_MAX ||
		search->nodes[search->quote_count + without].end > 0)
		return;
	take_quote(search, quote);
	tie_unquoted(search, (uint32_t)quote, without, KEPT_RETOLD, QUOTATION_INDIRECT);
}

static struct slice
quotation_text(struct search *search, struct quotations *quotations, uint32_t node)
{
	const struct node *met = &search->nodes[node];
	struct slice text = text_of(search, sentence_of(search, node));
	if (node >= search->quote_count)
		return slice_cut(text, met->start, met->end);
	struct buffer joined = {0};
	const struct quote *quote = &search->quotes[node];
	for (uint32_t i = 0; i < quote->count; i++) {
		struct quoted part = search->parts[quote->first + i];
		if (i > 0)
			buffer_add(&joined, SLICE(" \342\200\246 "));
		buffer_add(&joined, slice_cut(text, part.start, part.end));
	}
	struct slice kept = arena_copy(&quotations->texts, buffer_slice(&joined));
	buffer_free(&joined);
	return kept;
}

static int
compare_quotations(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct quotation *left = a, *right = b;
	if (left->cluster != right->cluster)
		return left->cluster < right->cluster ? -1 : 1;
	if (left->sentence != right->sentence)
		return left->sentence < right->sentence ? -1 : 1;
	return (left->start > right->start) - (left->start < right->start);
}

static int
compare_places(const void *a, const void *b, const void *context)
{
	struct quotation left = *(const struct quotation *)a;
	struct quotation right = *(const struct quotation *)b;
	left.cluster = right.cluster = 0;
	return compare_quotations(&left, &right, context);
}

/* Names the clusters by the order of their first members and sorts by it. */
static void
number_clusters(struct quotations *quotations, size_t sets)
{
	uint32_t *numbers = memory_new_zeroed(sets, sizeof *numbers);
	sort_items(quotations->items, quotations->count, sizeof *quotations->items,
		compare_places, NULL);
	for (size_t i = 0; i < quotations->count; i++) {
		uint32_t *number = &numbers[quotations->items[i].cluster];
		if (*number == 0)
			*number = (uint32_t)++quotations->clusters;
		quotations->items[i].cluster = *number;
	}
	free(numbers);
	sort_items(quotations->items, quotations->count, sizeof *quotations->items,
		compare_quotations, NULL);
}

/* The words of a member of a cluster, as found there. */
static void
make_member(struct search *search, struct passage *passage, const struct quotation *quotation)
{
	size_t quote = quote_in(search, quotation->sentence);
	if (quotation->form == QUOTATION_QUOTED && quote != SIZE_MAX) {
		make_quote(search, passage, quote);
		return;
	}
	struct quoted part = {quotation->start, quotation->end};
	passage_make(passage, lexicon_for(search, quotation->sentence),
		text_of(search, quotation->sentence), &part, 1);
}

/* Whether one report is dated before another; an undated one is before none. */
static bool
is_earlier(const struct corpus *corpus, uint32_t sentence, uint32_t than)
{
	struct slice date = corpus_report(corpus, sentence)->date;
	struct slice other = corpus_report(corpus, than)->date;
	return date.len > 0 && (other.len == 0 || slice_compare(date, other) < 0);
}

/* The version between marks that was told first: by the reports' dates, else by their IDs. */
static size_t
earliest(const struct corpus *corpus, const struct quotation *members, size_t count)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < count; i++)
		if (members[i].form == QUOTATION_QUOTED &&
			(best == SIZE_MAX || is_earlier(corpus, members[i].sentence,
						     members[best].sentence)))
			best = i;
	return best == SIZE_MAX ? 0 : best;
}

/* Each member's verdict is beside the earliest; that one has the worst of the others. */
static void
judge(struct search *search, struct quotation *members, size_t count)
{
	struct quotation *reference = &members[earliest(search->corpus, members, count)];
	enum quotation_verdict worst = QUOTATION_SAME;
	make_member(search, &search->a, reference);
	for (size_t i = 0; i < count; i++) {
		make_member(search, &search->b, &members[i]);
		members[i].verdict = verdict_of(&search->a, &search->b);
		if (members[i].verdict > worst)
			worst = members[i].verdict;
	}
	reference->verdict = worst;
}

static void
judge_clusters(struct search *search, struct quotations *quotations)
{
	struct quotation *items = quotations->items;
	for (size_t start = 0, end; start < quotations->count; start = end) {
		for (end = start + 1;
			end < quotations->count && items[end].cluster == items[start].cluster;)
			end++;
		judge(search, items + start, end - start);
	}
}

static void
collect(struct search *search, struct quotations *quotations, size_t nodes)
{
	for (uint32_t i = 0; i < nodes; i++) {
		const struct node *met = &search->nodes[i];
		if (met->end == 0)
			continue;
		quotations->items = memory_reserve(quotations->items, &quotations->capacity,
			quotations->count + 1, sizeof *quotations->items);
		quotations->items[quotations->count++] =
			(struct quotation){unite_find(search->sets, i), sentence_of(search, i),
				met->start, met->end, QUOTATION_SAME, met->form,
				quotation_text(search, quotations, i)};
	}
	number_clusters(quotations, nodes);
	judge_clusters(search, quotations);
}

static void
search_free(struct search *search)
{
	free(search->quotes);
	free(search->parts);
	free(search->nodes);
	free(search->sets);
	candidates_free(&search->candidates);
	passage_free(&search->a);
	passage_free(&search->b);
	alignment_free(&search->alignment);
	marks_free(&search->marks);
}

void
quotations_find(struct quotations *quotations, const struct corpus *corpus,
	struct lexicons *lexicons, const struct terms *terms, const struct reuses *reuses)
{
	struct search search = {.corpus = corpus, .lexicons = lexicons, .terms = terms};
	find_quotes(&search);
	if (search.quote_count > 0) {
		find_candidates(&search);
		size_t nodes = search.quote_count + corpus->sentence_count;
		search.nodes = memory_new_zeroed(nodes, sizeof *search.nodes);
		search.sets = unite_new(nodes);
		for (uint32_t i = 0; i < search.quote_count; i++)
			compare_quote(&search, i);
		for (size_t i = 0; i < reuses->count; i++) {
			tie_retold(&search, reuses->items[i].a, reuses->items[i].b);
			tie_retold(&search, reuses->items[i].b, reuses->items[i].a);
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
