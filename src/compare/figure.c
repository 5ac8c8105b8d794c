#include "figure.h"

#include <math.h>
#include <stdlib.h>

#include "candidates.h"
#include "cluster.h"
#include "error.h"
#include "likeness.h"
#include "sort.h"

static const float UNCOMPARED = -1; /* the likeness of figures without a key in common */

enum {
	NEAR_WORDS = 8,   /* on either side of a number are looked at as its surroundings */
	FRAME_WORDS = 6,  /* on either side may say what happened to what is counted */
	NAME_BITS = 12,   /* a capital word that tells less is no name */
	HEAD_BITS = 7,    /* a word that tells less is not what is counted */
	KEY_LIMIT = 1000, /* figures that one key may have */
	PAIRS_EACH = 2,   /* that are looked at, for each figure */
	PAIRS_MIN = 1 << 18,
};

/* What the search needs at hand. */
struct search {
	struct figures *figures;
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct terms *terms;
	struct words sentence, what;
	size_t split; /* the sentence in `sentence` */
};

static const struct lexicon *
lexicon_for(struct search *search, size_t sentence)
{
	return lexicon_of(search->lexicons, corpus_report(search->corpus, sentence)->language);
}

static void
split_sentence(struct search *search, size_t sentence)
{
	if (search->split == sentence)
		return;
	search->split = sentence;
	struct slice text = search->corpus->sentences[sentence].text;
	if (text.len > TERMS_TEXT_MAX)
		text.len = TERMS_TEXT_MAX;
	words_split(&search->sentence, lexicon_for(search, sentence), text);
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

/* Chooses the terms by which a figure is compared: all of the sentence, if it is not too long.
 */
static void
choose_terms(struct search *search, struct figure *figure, struct place place)
{
	size_t count, from = 0;
	terms_of(search->terms, figure->sentence, &count);
	if (count > FIGURE_TERMS && place.first > FIGURE_TERMS / 2)
		from = place.first - FIGURE_TERMS / 2;
	if (from > count)
		from = count;
	figure->first = search->terms->first[figure->sentence] + (uint32_t)from;
	count -= from;
	figure->terms = (uint32_t)(count < FIGURE_TERMS ? count : FIGURE_TERMS);
}

/* The bit of the first of the figure's terms that has this stem; a number has none. */
static uint64_t
bit_of(const struct search *search, const struct figure *figure, uint32_t stem)
{
	const uint32_t *terms = search->terms->items + figure->first;
	for (uint32_t i = 0; i < figure->terms; i++)
		if (term_same(terms[i], stem))
			return terms[i] & TERM_NUMBER ? 0 : (uint64_t)1 << i;
	return 0;
}

static float
norm_of(const struct search *search, const struct figure *figure, uint64_t bits)
{
	const uint32_t *terms = search->terms->items + figure->first;
	float norm = 0;
	for (uint32_t i = 0; i < figure->terms; i++)
		if ((bits >> i & 1) && !(terms[i] & TERM_NUMBER))
			norm += term_weight(terms[i]) * term_weight(terms[i]);
	return norm;
}

static void
look_around(struct search *search, struct figure *figure, struct place place)
{
	const struct words *words = &search->sentence;
	size_t from = place.first > NEAR_WORDS ? place.first - NEAR_WORDS : 0;
	size_t to =
		place.last + NEAR_WORDS < words->count ? place.last + NEAR_WORDS : words->count;
	for (size_t i = from; i < to; i++) {
		const struct word *word = &words->items[i];
		if (i >= place.first && i < place.last)
			continue;
		uint64_t bit = bit_of(search, figure, word->stem);
		figure->near |= bit;
		if (word->capital && word->bits >= NAME_BITS)
			figure->names |= bit;
	}
	figure->near_norm = norm_of(search, figure, figure->near);
	figure->all_norm = norm_of(search, figure, ~(uint64_t)0);
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
	words_split(&search->what, lexicon_for(search, figure->sentence),
		number_field(number, NUMBER_FIELD_WHAT));
	for (size_t i = 0; i < search->what.count; i++) {
		const struct word *word = &search->what.items[i];
		figure->what |= bit_of(search, figure, word->stem);
		if (word->frame)
			figure->frame = word->frame;
		else if (word->bits > HEAD_BITS)
			figure->head = word->stem;
	}
	figure->what_norm = norm_of(search, figure, figure->what);
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
	struct slice digits =
		number_field(number, number->has_low ? NUMBER_FIELD_LOW : NUMBER_FIELD_HIGH);
	size_t significant = digits.len;
	while (significant > 1 && digits.data[significant - 1] == '0')
		significant--;
	return significant == 1 ? 0.5f : significant == 2 ? 0.75f : 1.0f;
}

/* A year, though told as a count. */
static bool
is_year(const struct number *number)
{
	return number->kind == NUMBER_COUNT &&
	       number_field(number, NUMBER_FIELD_WHAT).len == 0 &&
	       number->end - number->start == 4 && number->has_low && number->low >= 1800 &&
	       number->low < 2100;
}

/* The number given to a name: that of a dimension, a unit, a rate. */
static uint32_t
number_of_name(struct figures *figures, struct slice name)
{
	if (name.len == 0)
		return 0;
	return *map_add(
		&figures->names, name, DIMENSION_OTHER + (uint32_t)figures->names.count, NULL);
}

static void
name_dimensions(struct figures *figures)
{
	map_add(&figures->names, SLICE("length"), DIMENSION_LENGTH, NULL);
	map_add(&figures->names, SLICE("area"), DIMENSION_AREA, NULL);
}

static uint32_t
dimension_of(struct figures *figures, const struct number *number, const struct unit *unit)
{
	if (number->kind == NUMBER_DATE || is_year(number))
		return DIMENSION_NONE;
	if (number->kind == NUMBER_SHARE)
		return DIMENSION_SHARE;
	if (number->kind == NUMBER_AGE)
		return DIMENSION_AGE;
	if (number->kind == NUMBER_MONEY)
		return number_of_name(figures, number_field(number, NUMBER_FIELD_UNIT));
	return unit ? number_of_name(figures, unit->dimension) : DIMENSION_COUNT;
}

/* "km/h" is a unit; of "USD/mo" the unit is "USD" and the rate "/mo". */
static const struct unit *
unit_of(const struct figures *figures, const struct number *number, struct slice *rate)
{
	struct slice symbol = number_field(number, NUMBER_FIELD_UNIT);
	const struct unit *unit = units_find(&figures->units, symbol);
	*rate = SLICE("");
	const char *slash = symbol.len && !unit ? memchr(symbol.data, '/', symbol.len) : NULL;
	if (!slash)
		return unit;
	size_t at = (size_t)(slash - symbol.data);
	*rate = slice_cut(symbol, at, symbol.len);
	return units_find(&figures->units, slice_cut(symbol, 0, at));
}

static void
take_number(struct search *search, size_t index)
{
	const struct number *number = &search->corpus->numbers[index];
	struct figures *figures = search->figures;
	struct figure figure = {.number = (uint32_t)index,
		.sentence = number->sentence,
		.report = search->corpus->sentences[number->sentence].report,
		.unit = number_of_name(figures, number_field(number, NUMBER_FIELD_UNIT))};
	struct slice rate;
	const struct unit *unit = unit_of(figures, number, &rate);
	figure.rate = number_of_name(figures, rate);
	figure.dimension = dimension_of(figures, number, unit);
	if (figure.dimension == DIMENSION_NONE || number->end > TERMS_TEXT_MAX ||
		!interval_of(&figure.interval, number, unit))
		return;
	split_sentence(search, figure.sentence);
	struct place place = place_of(&search->sentence, number);
	choose_terms(search, &figure, place);
	figure.rarity = rarity_of(number);
	take_what(search, &figure, number);
	look_around(search, &figure, place);
	if (!figure.frame)
		figure.frame = frame_near(&search->sentence, place);
	figures->items = memory_reserve(
		figures->items, &figures->capacity, figures->count + 1, sizeof figure);
	figures->items[figures->count++] = figure;
}

static uint32_t
key_of(uint32_t dimension, char what, uint64_t value)
{
	uint64_t key = ((uint64_t)dimension << 8 | (unsigned char)what) * 0x9e3779b97f4a7c15u;
	key = (key ^ value) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(key >> 32);
}

/* Figures are compared that share what is counted, what happened to it, or the value. */
static void
add_keys(struct candidates *candidates, const struct figure *figure, uint32_t index)
{
	uint32_t dimension =
		figure->dimension == DIMENSION_AREA ? DIMENSION_LENGTH : figure->dimension;
	uint64_t value;
	memcpy(&value, &figure->interval.numeral, sizeof value);
	candidates_add(candidates, key_of(dimension, 'v', value), index);
	if (figure->head)
		candidates_add(candidates, key_of(dimension, 'h', figure->head), index);
	if (figure->frame)
		candidates_add(candidates, key_of(dimension, 'f', figure->frame), index);
	if (dimension != DIMENSION_COUNT)
		candidates_add(candidates, key_of(dimension, 'd', 0), index);
}

/* Compares the figures that share a key: all to find the parts, then those of one part. */
static void
compare_figures(struct search *search, struct candidates *candidates, struct parts *parts,
	struct ties *ties)
{
	const struct figure *figures = search->figures->items;
	for (uint32_t a = 0; a < search->figures->count; a++) {
		size_t count;
		const uint32_t *others = candidates_of(candidates, a, 1, &count);
		struct likened likened;
		if (count > 0)
			likened_make(&likened, search->terms, &figures[a]);
		for (size_t i = 0; i < count; i++) {
			uint32_t b = others[i];
			if (!likeness_possible(&figures[a], &figures[b]) ||
				(ties && parts->of[a] != parts->of[b]))
				continue;
			float alike = likeness(&likened, &figures[b]);
			if (ties)
				ties_add(ties, a, b, alike);
			else
				parts_tie(parts, a, b, alike);
		}
	}
}

static void
find_ties(struct search *search, struct parts *parts, struct ties *ties)
{
	const struct figures *figures = search->figures;
	struct candidates candidates = {0};
	for (size_t i = 0; i < figures->count; i++)
		add_keys(&candidates, &figures->items[i], (uint32_t)i);
	candidates_keep(&candidates, KEY_LIMIT, PAIRS_MIN + figures->count * PAIRS_EACH);
	candidates_chain(&candidates, KEY_LIMIT);
	candidates_ready(&candidates, figures->count);
	parts_begin(parts, figures->count);
	compare_figures(search, &candidates, parts, NULL);
	size_t alone = parts_end(parts);
	if (alone > 0)
		warn("%zu figures that all look alike are not compared", alone);
	compare_figures(search, &candidates, parts, ties);
	candidates_free(&candidates);
}

static int
compare_places(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct figure *left = a, *right = b;
	if (left->cluster != right->cluster)
		return left->cluster < right->cluster ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

/* Groups the figures; names the groups by the order of their first members. */
static void
group(struct figures *figures, const struct parts *parts, struct ties *ties)
{
	uint32_t *clusters = memory_new(figures->count * sizeof *clusters);
	uint32_t *numbers = memory_new_zeroed(figures->count, sizeof *numbers);
	cluster(clusters, parts, ties, UNCOMPARED);
	for (size_t i = 0; i < figures->count; i++) {
		uint32_t *number = &numbers[clusters[i]];
		if (*number == 0)
			*number = (uint32_t)++figures->clusters;
		figures->items[i].cluster = *number;
	}
	free(clusters);
	free(numbers);
	sort_items(
		figures->items, figures->count, sizeof *figures->items, compare_places, NULL);
}

static enum figure_verdict
verdict_of(const struct figure *figures, size_t count)
{
	bool one_report = true, one_unit = true, agree = true;
	for (size_t i = 0; i < count; i++) {
		const struct figure *figure = &figures[i];
		one_report = one_report && figure->report == figures->report;
		one_unit = one_unit && figure->unit == figures->unit;
		for (size_t j = 0; j < i && agree; j++)
			agree = figure->dimension != figures[j].dimension ||
				interval_agree(&figure->interval, &figures[j].interval);
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
			figures->items[i].verdict = (uint8_t)verdict;
		figures->differ = figures->differ || verdict == VERDICT_DIFFER;
	}
}

void
figures_find(struct figures *figures, const struct corpus *corpus, struct lexicons *lexicons,
	const struct terms *terms)
{
	struct search search = {.figures = figures,
		.corpus = corpus,
		.lexicons = lexicons,
		.terms = terms,
		.split = SIZE_MAX};
	units_read(&figures->units, lexicons->rules);
	name_dimensions(figures);
	for (size_t i = 0; i < corpus->number_count; i++)
		take_number(&search, i);
	struct parts parts = {0};
	struct ties ties = {0};
	find_ties(&search, &parts, &ties);
	group(figures, &parts, &ties);
	judge(figures);
	parts_free(&parts);
	ties_free(&ties);
	words_free(&search.sentence);
	words_free(&search.what);
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
	record_add(to, number_field(number, NUMBER_FIELD_LOW));
	record_add(to, number_field(number, NUMBER_FIELD_HIGH));
	record_add(to, number_field(number, NUMBER_FIELD_UNIT));
	record_add(to, number_field(number, NUMBER_FIELD_WHAT));
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
	map_free(&figures->names);
}
