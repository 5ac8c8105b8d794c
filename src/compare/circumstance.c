#include "circumstance.h"

enum {
	NEAR_WORDS = 6,    /* on either side of a number that say something of it */
	LIMIT_WORDS = 3,   /* before a number: "limited to", "a capacity of" */
	FORMER_BYTES = 48, /* between what was and what is, */
	FORMER_NUMBERS = 3,
	INSERTION_BYTES = 64, /* before the year in "the dam, built in 1968, held" */
	YEAR_DIGITS = 4,
	SMALL_BITS = 6,   /* a word that tells no more is an article or the like */
	OTHER_WORDS = 12, /* before a number that say whose it is */
	YEAR_NUMBERS = 8, /* before and behind a number that are looked at for its year */
};

/* The words around a number in its part of the sentence. */
static struct place
part_around(const struct words *words, struct slice text, struct place place)
{
	struct place part = place;
	while (part.first > 0 && place.first - part.first < NEAR_WORDS &&
		!circumstance_ends_part(words, text, part.first - 1))
		part.first--;
	while (part.last > 0 && part.last < words->count &&
		part.last - place.last < NEAR_WORDS &&
		!circumstance_ends_part(words, text, part.last - 1))
		part.last++;
	return part;
}

/* "From 11 million euros to 18 million": whether the unit is left to the other number. */
static bool
is_bare(const struct number *number)
{
	return number->kind == NUMBER_COUNT && number_field(number, NUMBER_FIELD_WHAT).len == 0;
}

/* Whether it is a number of the same kind that stands next to it: "from 9 percent to 12" */
static bool
is_next(const struct number *number, const struct number *other)
{
	bool alike = other->kind == number->kind || is_bare(number) || is_bare(other);
	return other->sentence == number->sentence && alike &&
	       other->start < number->end + FORMER_BYTES &&
	       number->start < other->end + FORMER_BYTES;
}

/*
 * Whether the word before the number sets it apart from another one next to it: "it rose to 12
 * percent from 9", "18 died, not 19". One that has other uses, too, as "von", does not.
 */
static bool
is_set_apart(const struct corpus *corpus, size_t index, const struct words *words,
	struct place place, uint16_t use)
{
	const uint16_t other = WORD_OF | WORD_BY;
	const struct number *number = &corpus->numbers[index];
	if (place.first == 0 || (words->items[place.first - 1].uses & (use | other)) != use)
		return false;
	if (index + 1 < corpus->number_count && is_next(number, number + 1))
		return true;
	for (size_t i = index; i > 0 && index - i < FORMER_NUMBERS; i--)
		if (is_next(number, &corpus->numbers[i - 1]))
			return true;
	return false;
}

/* "At 140 km/h, in a section limited to 90", "with 350 on board, for a capacity of 200" */
static bool
is_limit(const struct words *words, struct place part, struct place place)
{
	for (size_t i = place.first; i > part.first && place.first - i < LIMIT_WORDS; i--)
		if (words->items[i - 1].uses & WORD_LIMIT)
			return true;
	return false;
}

/* "A year earlier it was 365", "analysts had expected 390" */
static uint32_t
standpoint_in(const struct words *words, struct place part)
{
	for (size_t i = part.first; i < part.last; i++) {
		uint32_t uses = words->items[i].uses & (WORD_BEFORE | WORD_EXPECTED);
		if (uses)
			return uses;
	}
	return 0;
}

/*
 * "Rival Borg sold 300 lorries", "in einem anderen Dorf": whether it is told of another than
 * the report is about. "Another three people" are more of the same.
 */
static bool
is_elsewhere(const struct words *words, struct place part, struct place place)
{
	size_t from = place.first > OTHER_WORDS ? place.first - OTHER_WORDS : 0;
	for (size_t i = from; i + 1 < place.first; i++)
		if (words->items[i].uses & WORD_ELSEWHERE)
			return true;
	for (size_t i = place.last + 1; i < part.last; i++)
		if (words->items[i].uses & WORD_ELSEWHERE)
			return true;
	return false;
}

/* By the nearest word that says so. */
static uint16_t
direction_in(const struct words *words, struct place part, struct place place)
{
	for (size_t step = 0; step < NEAR_WORDS; step++) {
		uint32_t uses = 0;
		if (place.first > part.first + step)
			uses = words->items[place.first - step - 1].uses;
		if (!(uses & (WORD_UP | WORD_DOWN)) && place.last + step < part.last)
			uses = words->items[place.last + step].uses;
		if (uses & (WORD_UP | WORD_DOWN))
			return (uint16_t)(uses & (WORD_UP | WORD_DOWN));
	}
	return 0;
}

/* "To 4,000", "um 20 Prozent"; "of the 300 jobs" with a small word between. */
static uint16_t
relation_of(const struct words *words, struct place place)
{
	const uint16_t all = WORD_FROM | WORD_TO | WORD_BY | WORD_OF;
	if (place.first == 0)
		return 0;
	const struct word *word = &words->items[place.first - 1];
	uint16_t relation = (uint16_t)(word->uses & all);
	if (place.first > 1 && word->bits <= SMALL_BITS)
		relation |= word[-1].uses & WORD_OF;
	return relation;
}

/* The year at the beginning of a date or 0. */
static uint16_t
leading_year(struct slice date)
{
	uint16_t year = 0;
	if (date.len < YEAR_DIGITS)
		return 0;
	for (size_t i = 0; i < YEAR_DIGITS; i++) {
		if (date.data[i] < '0' || date.data[i] > '9')
			return 0;
		year = (uint16_t)(10 * year + (date.data[i] - '0'));
	}
	return year;
}

/* The year that a date names: "in 1997", "March 2012", "last year"; 0: none. */
static uint16_t
year_named(struct slice text, const struct number *date)
{
	struct slice low = number_field(date, NUMBER_FIELD_LOW);
	struct slice surface = slice_cut(text, date->start, date->end);
	uint16_t year = date->kind == NUMBER_DATE ? leading_year(low) : 0;
	if (!year || low.len == YEAR_DIGITS)
		return year;
	for (size_t i = 0; i + YEAR_DIGITS <= surface.len; i++)
		if (memcmp(surface.data + i, low.data, YEAR_DIGITS) == 0)
			return year;
	return 0;
}

static bool
has_comma(struct slice text)
{
	return text.len > 0 &&
	       (memchr(text.data, ',', text.len) || memchr(text.data, ';', text.len));
}

/*
 * Whether a year is that of something else: behind the number, "6 m, the most since 1954";
 * before it, "the dam, built in 1968, held 3 million litres".
 */
static bool
is_parted(struct slice text, const struct number *number, const struct number *date)
{
	if (date->start >= number->end)
		return has_comma(slice_cut(text, number->end, date->start));
	size_t from = date->start > INSERTION_BYTES ? date->start - INSERTION_BYTES : 0;
	return date->end < text.len && text.data[date->end] == ',' &&
	       has_comma(slice_cut(text, from, date->start));
}

/* Numbers of the sentence of one, not too many of them. */
static struct place
numbers_around(const struct corpus *corpus, size_t index)
{
	struct place around = {index, index + 1};
	uint32_t sentence = corpus->numbers[index].sentence;
	while (around.first > 0 && index - around.first < YEAR_NUMBERS &&
		corpus->numbers[around.first - 1].sentence == sentence)
		around.first--;
	while (around.last < corpus->number_count && around.last - index < YEAR_NUMBERS &&
		corpus->numbers[around.last].sentence == sentence)
		around.last++;
	return around;
}

/* The nearest year, if it is not that of the report. */
static uint16_t
year_of(const struct corpus *corpus, size_t index)
{
	const struct number *number = &corpus->numbers[index];
	struct slice text = corpus->sentences[number->sentence].text;
	struct place around = numbers_around(corpus, index);
	uint16_t nearest = 0;
	size_t least = SIZE_MAX;
	for (size_t i = around.first; i < around.last; i++) {
		const struct number *date = &corpus->numbers[i];
		uint16_t year = i == index ? 0 : year_named(text, date);
		size_t apart = date->end <= number->start ? number->start - date->end
							  : date->start - number->end;
		if (!year || apart >= least || is_parted(text, number, date))
			continue;
		least = apart;
		nearest = year;
	}
	return nearest == leading_year(corpus->reports[number->report].date) ? 0 : nearest;
}

struct circumstance
circumstance_of(const struct corpus *corpus, size_t index, const struct words *words,
	struct place place)
{
	const struct number *number = &corpus->numbers[index];
	struct place part = part_around(words, corpus->sentences[number->sentence].text, place);
	struct circumstance circumstance = {.year = year_of(corpus, index)};
	if (is_set_apart(corpus, index, words, place, WORD_DENIAL))
		circumstance.standpoint = WORD_DENIAL;
	else if (is_set_apart(corpus, index, words, place, WORD_FROM))
		circumstance.standpoint = WORD_BEFORE;
	else if (is_limit(words, part, place))
		circumstance.standpoint = WORD_LIMIT;
	else
		circumstance.standpoint = standpoint_in(words, part);
	if (!circumstance.standpoint && number->kind != NUMBER_AGE &&
		is_elsewhere(words, part, place))
		circumstance.standpoint = WORD_ELSEWHERE;
	circumstance.relation = relation_of(words, place);
	circumstance.move = direction_in(words, part, place);
	if (number->kind == NUMBER_SHARE)
		circumstance.direction = circumstance.move;
	return circumstance;
}
