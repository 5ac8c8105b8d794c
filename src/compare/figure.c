#include "figure.h"

#include <math.h>
#include <stdlib.h>

#include "candidates.h"
#include "cluster.h"
#include "error.h"
#include "likeness.h"
#include "sort.h"

enum {
	NEAR_WORDS = 8,   /* on either side of a number are looked at as its surroundings */
	FRAME_WORDS = 6,  /* on either side may say what happened to what is counted */
	KEY_LIMIT = 1000, /* figures that one key may have */
	NAME_BITS = 12,   /* a capital word that tells less is no name */
};

/* What the search needs at hand. */
struct search {
	struct figures *figures;
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct frequencies *frequencies;
	struct profile sentence, what;
	struct bag all;  /* of `profiled` */
	size_t profiled; /* the sentence in `sentence` */
	struct feature *chosen;
	size_t chosen_capacity;
};

static const struct lexicon *
lexicon_for(struct search *search, size_t sentence)
{
	return lexicon_of(search->lexicons, corpus_report(search->corpus, sentence)->language);
}

static int
compare_features(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = ((const struct feature *)a)->stem;
	uint32_t right = ((const struct feature *)b)->stem;
	return (left > right) - (left < right);
}

/* A bag of the features, numbers and what has no weight left out, each stem once. */
static struct bag
bag_of(struct search *search, struct feature *features, size_t count)
{
	sort_items(features, count, sizeof *features, compare_features, NULL);
	struct bag bag = {arena_new(&search->figures->bags, count * sizeof *features), 0, 0};
	for (size_t i = 0; i < count; i++) {
		if (features[i].number || features[i].weight <= 0 ||
			(bag.count > 0 && bag.items[bag.count - 1].stem == features[i].stem))
			continue;
		bag.items[bag.count++] = features[i];
		bag.norm += features[i].weight * features[i].weight;
	}
	return bag;
}

static struct feature *
choose(struct search *search, size_t count)
{
	search->chosen = memory_reserve(
		search->chosen, &search->chosen_capacity, count, sizeof *search->chosen);
	return search->chosen;
}

static void
profile_sentence(struct search *search, size_t sentence)
{
	if (search->profiled == sentence)
		return;
	search->profiled = sentence;
	struct profile *profile = &search->sentence;
	profile_make(profile, search->frequencies, lexicon_for(search, sentence),
		search->corpus->sentences[sentence].text);
	struct feature *chosen = choose(search, profile->count);
	if (profile->count > 0)
		memcpy(chosen, profile->features, profile->count * sizeof *chosen);
	search->all = bag_of(search, chosen, profile->count);
}

/* The words of the sentence that a number is told with: first..last of them. */
struct place {
	size_t first, last;
};

static struct place
place_of(const struct words *words, const struct number *number)
{
	size_t first = 0, last;
	while (first < words->count && words->items[first].end <= number->start)
		first++;
	for (last = first; last < words->count && words->items[last].start < number->end;)
		last++;
	return (struct place){first, last};
}

static void
look_around(struct search *search, struct figure *figure, struct place place, bool names)
{
	const struct words *words = &search->sentence.words;
	size_t from = place.first > NEAR_WORDS ? place.first - NEAR_WORDS : 0, count = 0;
	size_t to =
		place.last + NEAR_WORDS < words->count ? place.last + NEAR_WORDS : words->count;
	struct feature *chosen = choose(search, to - from);
	for (size_t i = from; i < to; i++) {
		const struct word *word = &words->items[i];
		if ((i >= place.first && i < place.last) ||
			(names && (!word->capital || word->bits < NAME_BITS)))
			continue;
		chosen[count++] =
			(struct feature){word->stem, word->number, search->sentence.weights[i]};
	}
	*(names ? &figure->names : &figure->near) = bag_of(search, chosen, count);
}

/* What happened, by the nearest word that says so; those behind the number count as nearer. */
static uint8_t
frame_near(const struct words *words, struct place place)
{
	for (size_t step = 0; step < FRAME_WORDS; step++) {
		size_t behind = place.last + step;
		if (behind < words->count && words->items[behind].frame)
			return words->items[behind].frame;
		if (place.first > step && words->items[place.first - step - 1].frame)
			return words->items[place.first - step - 1].frame;
	}
	return 0;
}

/* The head is the last word counted that says nothing of what happened: "soldiers killed". */
static void
take_what(struct search *search, struct figure *figure, const struct number *number)
{
	struct profile *what = &search->what;
	profile_make(
		what, search->frequencies, lexicon_for(search, figure->sentence), number->what);
	for (size_t i = 0; i < what->words.count; i++) {
		const struct word *word = &what->words.items[i];
		if (word->frame)
			figure->frame = word->frame;
		else if (word->bits > 7)
			figure->head = word->stem;
	}
	struct feature *chosen = choose(search, what->count);
	if (what->count > 0)
		memcpy(chosen, what->features, what->count * sizeof *chosen);
	figure->what = bag_of(search, chosen, what->count);
}

/* How much it says that two reports give the same value. */
static float
rarity_of(const struct number *number)
{
	double value = fabs(number->has_low ? number->low : number->high);
	if (value != floor(value))
		return value == 0.5 ? 0.3f : 0.8f;
	if (value < 13)
		return (float)(0.05 + value * 0.04);
	struct slice digits = number->has_low ? number->low_text : number->high_text;
	size_t significant = digits.len;
	while (significant > 1 && digits.data[significant - 1] == '0')
		significant--;
	return significant == 1 ? 0.5f : significant == 2 ? 0.75f : 1.0f;
}

static bool
is_share(struct slice kind)
{
	return slice_is(kind, "percent") || slice_is(kind, "fraction") ||
	       slice_is(kind, "change") || slice_is(kind, "ratio");
}

/* A year, though told as a count. */
static bool
is_year(const struct number *number)
{
	return slice_is(number->kind, "count") && number->what.len == 0 &&
	       number->end - number->start == 4 && number->has_low && number->low >= 1800 &&
	       number->low < 2100;
}

/* In what the amount is measured; empty where it is none that can be compared. */
static struct slice
dimension_of(const struct number *number, const struct unit *unit)
{
	if (slice_is(number->kind, "date") || slice_is(number->kind, "time") ||
		slice_is(number->kind, "ordinal") || is_year(number))
		return SLICE("");
	if (is_share(number->kind))
		return SLICE("share");
	if (slice_is(number->kind, "age"))
		return SLICE("age");
	if (slice_is(number->kind, "money"))
		return number->unit;
	return unit ? unit->dimension : SLICE("count");
}

/* "km/h" is a unit; of "USD/mo" the unit is "USD" and the rate "/mo". */
static const struct unit *
unit_of(const struct figures *figures, const struct number *number, struct slice *rate)
{
	const struct unit *unit = units_find(&figures->units, number->unit);
	*rate = SLICE("");
	const char *slash = number->unit.len && !unit
				    ? memchr(number->unit.data, '/', number->unit.len)
				    : NULL;
	if (!slash)
		return unit;
	size_t at = (size_t)(slash - number->unit.data);
	*rate = slice_cut(number->unit, at, number->unit.len);
	return units_find(&figures->units, slice_cut(number->unit, 0, at));
}

static void
take_number(struct search *search, size_t index)
{
	const struct number *number = &search->corpus->numbers[index];
	struct figures *figures = search->figures;
	struct figure figure = {.number = (uint32_t)index,
		.sentence = number->sentence,
		.report = search->corpus->sentences[number->sentence].report,
		.unit = number->unit};
	const struct unit *unit = unit_of(figures, number, &figure.rate);
	figure.dimension = dimension_of(number, unit);
	if (figure.dimension.len == 0 || number->end > PROFILE_BYTES ||
		!interval_of(&figure.interval, number, unit))
		return;
	profile_sentence(search, figure.sentence);
	struct place place = place_of(&search->sentence.words, number);
	figure.rarity = rarity_of(number);
	figure.all = search->all;
	take_what(search, &figure, number);
	look_around(search, &figure, place, false);
	look_around(search, &figure, place, true);
	if (!figure.frame)
		figure.frame = frame_near(&search->sentence.words, place);
	figures->items = memory_reserve(
		figures->items, &figures->capacity, figures->count + 1, sizeof figure);
	figures->items[figures->count++] = figure;
}

static uint32_t
key_of(struct slice dimension, char what, uint64_t value)
{
	uint64_t key = (map_hash(dimension) ^ (uint64_t)what) * 0x9e3779b97f4a7c15u;
	key = (key ^ value) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(key >> 32);
}

/* Figures are compared that share what is counted, what happened to it, or the value. */
static void
add_keys(struct candidates *candidates, const struct figure *figure, uint32_t index)
{
	bool extent =
		slice_is(figure->dimension, "length") || slice_is(figure->dimension, "area");
	struct slice dimension = extent ? SLICE("length") : figure->dimension;
	uint64_t value;
	memcpy(&value, &figure->interval.numeral, sizeof value);
	candidates_add(candidates, key_of(dimension, 'v', value), index);
	if (figure->head)
		candidates_add(candidates, key_of(dimension, 'h', figure->head), index);
	if (figure->frame)
		candidates_add(candidates, key_of(dimension, 'f', figure->frame), index);
	if (!slice_is(figure->dimension, "count"))
		candidates_add(candidates, key_of(dimension, 'd', 0), index);
}

static void
tie_figures(struct search *search, struct ties *ties)
{
	struct figures *figures = search->figures;
	struct candidates candidates = {0};
	for (size_t i = 0; i < figures->count; i++)
		add_keys(&candidates, &figures->items[i], (uint32_t)i);
	size_t dropped = candidates_group(&candidates, figures->count, KEY_LIMIT);
	if (dropped > 0)
		warn("figures: %zu keys that more than %d figures share are left out", dropped,
			KEY_LIMIT);
	for (uint32_t a = 0; a < figures->count; a++) {
		size_t count;
		const uint32_t *others = candidates_of(&candidates, a, &count);
		for (size_t i = 0; i < count; i++) {
			const struct figure *one = &figures->items[a];
			const struct figure *other = &figures->items[others[i]];
			if (likeness_possible(one, other))
				ties_add(ties, a, others[i], likeness(one, other, true));
		}
	}
	candidates_free(&candidates);
}

static int
compare_figures(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct figure *left = a, *right = b;
	if (left->cluster != right->cluster)
		return left->cluster < right->cluster ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

/* Groups the figures; names the groups by the order of their first members. */
static void
group(struct figures *figures, const struct ties *ties)
{
	uint32_t *clusters = memory_new(figures->count * sizeof *clusters);
	uint32_t *numbers = memory_new_zeroed(figures->count, sizeof *numbers);
	size_t alone = cluster(clusters, figures->count, ties, -1);
	if (alone > 0)
		warn("figures: %zu that look all alike are left alone", alone);
	for (size_t i = 0; i < figures->count; i++) {
		uint32_t *number = &numbers[clusters[i]];
		if (*number == 0)
			*number = (uint32_t)++figures->clusters;
		figures->items[i].cluster = *number;
	}
	free(clusters);
	free(numbers);
	sort_items(
		figures->items, figures->count, sizeof *figures->items, compare_figures, NULL);
}

static enum figure_verdict
verdict_of(const struct figure *figures, size_t count)
{
	bool one_report = true, one_unit = true, agree = true;
	for (size_t i = 0; i < count; i++) {
		const struct figure *figure = &figures[i];
		one_report = one_report && figure->report == figures->report;
		one_unit = one_unit &&
			   slice_equal(figure->unit, figures->unit);
		for (size_t j = 0; j < i && agree; j++)
			agree = interval_agree(&figure->interval, &figures[j].interval) ||
				figure->interval.numeral == figures[j].interval.numeral;
	}
	if (one_report)
		return VERDICT_SINGLE;
	if (!agree)
		return VERDICT_DIFFER;
	return one_unit ? VERDICT_AGREE : VERDICT_UNIT;
}

static void
judge(struct figures *figures)
{
	for (size_t start = 0, end; start < figures->count; start = end) {
		struct figure *first = &figures->items[start];
		for (end = start + 1;
			end < figures->count && figures->items[end].cluster == first->cluster;)
			end++;
		enum figure_verdict verdict = verdict_of(first, end - start);
		for (size_t i = start; i < end; i++)
			figures->items[i].verdict = verdict;
		figures->differ = figures->differ || verdict == VERDICT_DIFFER;
	}
}

void
figures_find(struct figures *figures, const struct corpus *corpus, struct lexicons *lexicons,
	const struct frequencies *frequencies)
{
	struct search search = {.figures = figures,
		.corpus = corpus,
		.lexicons = lexicons,
		.frequencies = frequencies,
		.profiled = SIZE_MAX};
	units_read(&figures->units, lexicons->rules);
	for (size_t i = 0; i < corpus->number_count; i++)
		take_number(&search, i);
	struct ties ties = {0};
	tie_figures(&search, &ties);
	group(figures, &ties);
	judge(figures);
	ties_free(&ties);
	profile_free(&search.sentence);
	profile_free(&search.what);
	free(search.chosen);
}

void
figure_write(struct buffer *to, const struct corpus *corpus, const struct figure *figure,
	struct slice speaker)
{
	static const char *const verdicts[] = {"agree", "differ", "unit", "single"};
	const struct number *number = &corpus->numbers[figure->number];
	const struct sentence *sentence = &corpus->sentences[figure->sentence];
	struct buffer name = {0};
	buffer_add_byte(&name, 'f');
	buffer_add_size(&name, figure->cluster);
	record_begin(to, RECORD_FIGURE, buffer_slice(&name));
	buffer_free(&name);
	record_add(to, slice_of(verdicts[figure->verdict]));
	record_add_written(to, corpus->reports[figure->report].id);
	record_add_size(to, sentence->n);
	record_add(to, number->low_text);
	record_add(to, number->high_text);
	record_add(to, number->unit);
	record_add(to, number->what);
	record_add(to, speaker);
	record_add(to, slice_cut(sentence->text, number->start, number->end));
	record_add_size(to, number->start);
	record_add_size(to, number->end);
	record_end(to);
}

void
figures_free(struct figures *figures)
{
	free(figures->items);
	units_free(&figures->units);
	arena_free(&figures->bags);
}
