#include <math.h>

#include "change.h"
#include "figure.h"
#include "loss.h"
#include "weights.h"

enum {
	NEAR_WORDS = 8,     /* on either side of a number are looked at as its surroundings */
	FRAME_WORDS = 6,    /* on either side may say what happened to what is counted */
	PART_WORDS = 2,     /* on either side of a part: "two of them", */
	PART_WORDS_FAR = 3, /* where the whole is told in the sentence before: "d'entre eux" */
	NAME_BITS = 12,     /* a capital word that tells less is no name */
	HEAD_BITS = 7,      /* a word that tells less is not what is counted */
};

/* What reading needs at hand. */
struct reading {
	struct figures *figures;
	const struct corpus *corpus;
	struct lexicons *lexicons;
	struct terms *terms;
	struct weights weights;
	struct loss_frames losses;
	struct words sentence, what;
	size_t split; /* the sentence in `sentence` */
};

static const struct lexicon *
lexicon_for(struct reading *reading, size_t sentence)
{
	return lexicon_of(
		reading->lexicons, corpus_report(reading->corpus, sentence)->language);
}

static void
fetch_weights(const struct reading *reading, size_t sentence)
{
	const struct terms *terms = reading->terms;
	for (uint32_t i = terms->first[sentence]; i < terms->first[sentence + 1]; i++)
		weights_fetch(&reading->weights, terms->items[i]);
}

static void
weigh_sentence(struct reading *reading, size_t sentence)
{
	struct terms *terms = reading->terms;
	for (uint32_t i = terms->first[sentence]; i < terms->first[sentence + 1]; i++)
		terms->items[i] = weights_weigh(&reading->weights, terms->items[i]);
}

static void
split_sentence(struct reading *reading, size_t sentence)
{
	if (reading->split == sentence)
		return;
	reading->split = sentence;
	struct slice text = reading->corpus->sentences[sentence].text;
	if (text.len > TERMS_TEXT_MAX)
		text.len = TERMS_TEXT_MAX;
	fetch_weights(reading, sentence);
	words_split(&reading->sentence, lexicon_for(reading, sentence), text);
	weigh_sentence(reading, sentence);
}

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
choose_terms(struct reading *reading, struct figure *figure, struct place place)
{
	size_t count, from = 0;
	terms_of(reading->terms, figure->sentence, &count);
	if (count > FIGURE_TERMS && place.first > FIGURE_TERMS / 2)
		from = place.first - FIGURE_TERMS / 2;
	if (from > count)
		from = count;
	figure->first = reading->terms->first[figure->sentence] + (uint32_t)from;
	count -= from;
	figure->terms = (uint8_t)(count < FIGURE_TERMS ? count : FIGURE_TERMS);
}

/* The bit of the first of the figure's terms that has this stem; a number has none. */
static uint64_t
bit_of(const struct reading *reading, const struct figure *figure, uint32_t stem)
{
	const uint32_t *terms = reading->terms->items + figure->first;
	for (uint32_t i = 0; i < figure->terms; i++)
		if (term_same(terms[i], stem))
			return terms[i] & TERM_NUMBER ? 0 : (uint64_t)1 << i;
	return 0;
}

static float
norm_of(const struct reading *reading, const struct figure *figure, uint64_t bits)
{
	const uint32_t *terms = reading->terms->items + figure->first;
	float norm = 0;
	for (uint32_t i = 0; i < figure->terms; i++)
		if ((bits >> i & 1) && !(terms[i] & TERM_NUMBER))
			norm += term_weight(terms[i]) * term_weight(terms[i]);
	return norm;
}

static void
look_around(struct reading *reading, struct figure *figure, struct place place)
{
	const struct words *words = &reading->sentence;
	size_t from = place.first > NEAR_WORDS ? place.first - NEAR_WORDS : 0;
	size_t to =
		place.last + NEAR_WORDS < words->count ? place.last + NEAR_WORDS : words->count;
	for (size_t i = from; i < to; i++) {
		const struct word *word = &words->items[i];
		if (i >= place.first && i < place.last)
			continue;
		uint64_t bit = bit_of(reading, figure, word->stem);
		figure->near |= bit;
		if (word->capital && word->bits >= NAME_BITS)
			figure->names |= bit;
	}
	figure->near_norm = norm_of(reading, figure, figure->near);
	figure->all_norm = norm_of(reading, figure, ~(uint64_t)0);
}

/*
 * What happened, by the nearest word that says so; those behind the number count as nearer. Of
 * "police held 37 demonstrators" it is that they were held.
 */
static uint8_t
frame_near(const struct words *words, struct place place)
{
	uint8_t who = 0;
	for (size_t step = 0; step < FRAME_WORDS; step++) {
		size_t behind = place.last + step;
		uint8_t frame = behind < words->count ? words->items[behind].frame : 0;
		if (frame && !(frame & FRAME_WHO))
			return frame;
		who = who ? who : frame;
		frame = place.first > step ? words->items[place.first - step - 1].frame : 0;
		if (frame && !(frame & FRAME_WHO))
			return frame;
		who = who ? who : frame;
	}
	return who;
}

/* Whether a count stands before this one in its sentence. */
static bool
follows_count(const struct figures *figures, const struct figure *figure)
{
	if (figures->count == 0)
		return false;
	const struct figure *last = &figures->items[figures->count - 1];
	return last->sentence == figure->sentence && last->dimension == DIMENSION_COUNT;
}

/* "Three died, two of them at sea", "drei davon", "из них трое" */
static bool
is_part(const struct words *words, struct place place, size_t reach)
{
	size_t from = place.first > reach ? place.first - reach : 0;
	for (size_t i = from; i < place.last + reach && i < words->count; i++)
		if ((i < place.first || i >= place.last) && words->items[i].uses & WORD_WHOLE)
			return true;
	return false;
}

/* "Magnitude 7.1": a number with decimals, of which nothing is said to be counted. */
static void
take_word_before(struct reading *reading, struct figure *figure, struct place place)
{
	if (figure->what || place.first == 0 || figure->dimension != DIMENSION_COUNT ||
		figure->interval.numeral == floor(figure->interval.numeral))
		return;
	const struct word *word = &reading->sentence.items[place.first - 1];
	if (word->bits <= HEAD_BITS || word->number)
		return;
	figure->head = word->stem;
	figure->what = bit_of(reading, figure, word->stem);
	figure->what_norm = norm_of(reading, figure, figure->what);
}

/* The head is the last word counted that says nothing of what happened: "soldiers killed". */
static void
take_what(struct reading *reading, struct figure *figure, const struct number *number)
{
	words_split(&reading->what, lexicon_for(reading, figure->sentence),
		number_field(number, NUMBER_FIELD_WHAT));
	for (size_t i = 0; i < reading->what.count; i++) {
		const struct word *word = &reading->what.items[i];
		figure->what |= bit_of(reading, figure, word->stem);
		if (word->frame)
			figure->frame = word->frame;
		else if (word->bits > HEAD_BITS)
			figure->head = word->stem;
	}
	figure->what_norm = norm_of(reading, figure, figure->what);
}

/* A half, thirds and quarters are told of everything. */
static bool
is_common_fraction(double share)
{
	return fabs(share * 12 - round(share * 12)) < 0.001 && share > 0.2 && share < 0.8;
}

/* How much it says that two reports give the same value. */
static float
rarity_of(const struct number *number)
{
	double value = fabs(number->has_low ? number->low : number->high);
	if (number->kind == NUMBER_SHARE && is_common_fraction(value))
		return 0;
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

/* Who is said to give the number. */
static uint32_t
speaker_of(const struct corpus *corpus, const struct number *number)
{
	for (size_t i = corpus->sentences[number->sentence].attributions;
		i < corpus->attribution_count &&
		corpus->attributions[i].sentence == number->sentence;
		i++) {
		const struct attribution *attribution = &corpus->attributions[i];
		if (attribution->start <= number->start && number->end <= attribution->end)
			return (uint32_t)map_hash(attribution_speaker(attribution)) | 1;
	}
	return 0;
}

/* How many of a body were lost; a third of those who were killed is none. */
static bool
is_loss(const struct reading *reading, const struct figure *figure, struct place place)
{
	bool of_lost = figure->dimension == DIMENSION_SHARE && figure->what && !figure->head;
	return (figure->dimension == DIMENSION_COUNT || figure->dimension == DIMENSION_SHARE) &&
	       !of_lost &&
	       loss_told(&reading->losses, &reading->sentence,
		       reading->corpus->sentences[figure->sentence].text, place);
}

static void
take_number(struct reading *reading, size_t index)
{
	const struct number *number = &reading->corpus->numbers[index];
	struct figures *figures = reading->figures;
	struct figure figure = {.number = (uint32_t)index,
		.sentence = number->sentence,
		.report = reading->corpus->sentences[number->sentence].report,
		.unit = number_of_name(figures, number_field(number, NUMBER_FIELD_UNIT))};
	struct slice rate;
	const struct unit *unit = unit_of(figures, number, &rate);
	figure.rate = number_of_name(figures, rate);
	figure.dimension = dimension_of(figures, number, unit);
	if (figure.dimension == DIMENSION_NONE || number->end > TERMS_TEXT_MAX ||
		!interval_of(&figure.interval, number, unit))
		return;
	split_sentence(reading, figure.sentence);
	struct place place = place_of(&reading->sentence, number);
	choose_terms(reading, &figure, place);
	figure.speaker = speaker_of(reading->corpus, number);
	figure.rarity = rarity_of(number);
	take_what(reading, &figure, number);
	take_word_before(reading, &figure, place);
	look_around(reading, &figure, place);
	if (!figure.frame || (figure.frame & FRAME_WHO))
		figure.frame = frame_near(&reading->sentence, place);
	figure.frame &= (uint8_t)~FRAME_WHO;
	figure.part = follows_count(figures, &figure) &&
		      is_part(&reading->sentence, place, PART_WORDS);
	figure.of_them = !figure.part && figure.dimension == DIMENSION_COUNT &&
			 is_part(&reading->sentence, place, PART_WORDS_FAR);
	figure.loss = is_loss(reading, &figure, place);
	figure.circumstance =
		circumstance_of(reading->corpus, index, &reading->sentence, place);
	figure.subject = subject_of(reading->corpus, lexicon_for(reading, figure.sentence),
		index, &reading->sentence, place);
	company_add(&figures->company, &figure.subject);
	if (figure.circumstance.standpoint ==
		WORD_DENIAL) /* "18 died, not 19" tells one figure */
		return;
	change_read(&figure, number);
	figures->items = memory_reserve(
		figures->items, &figures->capacity, figures->count + 1, sizeof figure);
	figures->items[figures->count++] = figure;
}

/* The words of sentences without a number are no longer asked for. */
static void
keep_terms(const struct corpus *corpus, struct terms *terms)
{
	struct bitset numbered;
	bitset_begin(&numbered, corpus->sentence_count);
	for (size_t i = 0; i < corpus->number_count; i++)
		bitset_add(&numbered, corpus->numbers[i].sentence);
	terms_keep(terms, &numbered);
	bitset_free(&numbered);
}

void
figures_read(struct figures *figures, const struct corpus *corpus, struct lexicons *lexicons,
	struct terms *terms)
{
	struct reading reading = {.figures = figures,
		.corpus = corpus,
		.lexicons = lexicons,
		.terms = terms,
		.split = SIZE_MAX};
	reading.losses = loss_frames_of(lexicon_of(lexicons, SLICE("en"))->frames);
	units_read(&figures->units, lexicons->rules);
	name_dimensions(figures);
	weights_make(&reading.weights, terms);
	keep_terms(corpus, terms);
	for (size_t i = 0; i < corpus->number_count; i++)
		take_number(&reading, i);
	weights_free(&reading.weights);
	words_free(&reading.sentence);
	words_free(&reading.what);
}
