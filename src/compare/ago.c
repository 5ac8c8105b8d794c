#include "ago.h"

#include <stdlib.h>

#include "unit.h"
#include "utf8.h"

enum {
	SURFACE_MAX = 80 /* bytes of a date that is told as a distance */
};

/* The words of one language for amounts and for units of time. */
struct periods {
	const char *language;
	struct map cardinals; /* src/lang/en/cardinals.tsv */
	struct map measures;  /* src/lang/en/measures.tsv: places in `symbols` */
	struct slice *symbols;
	size_t count, capacity;
	const struct units *units;
};

static void
take_cardinal(void *context, const struct slice field[TABLE_FIELDS])
{
	struct periods *periods = context;
	size_t value;
	if (record_size(field[1], &value) && value > 0 && value < 1000)
		*map_add(&periods->cardinals, field[0], 0, NULL) = (uint32_t)value;
}

static void
take_measure(void *context, const struct slice field[TABLE_FIELDS])
{
	struct periods *periods = context;
	const struct unit *unit = units_find(periods->units, field[1]);
	if (!unit || !slice_is(unit->dimension, "time") || field[2].len > 0)
		return;
	periods->symbols = memory_reserve(periods->symbols, &periods->capacity,
		periods->count + 1, sizeof *periods->symbols);
	*map_add(&periods->measures, field[0], 0, NULL) = (uint32_t)periods->count;
	periods->symbols[periods->count++] = field[1];
}

static void
periods_free(struct periods *periods)
{
	map_free(&periods->cardinals);
	map_free(&periods->measures);
	free(periods->symbols);
	*periods = (struct periods){.units = periods->units};
}

/* Reads the words of a language, unless they are those read last. */
static void
periods_read(struct periods *periods, const struct rules *rules, const char *language)
{
	if (periods->language && strcmp(periods->language, language) == 0)
		return;
	periods_free(periods);
	periods->language = language;
	tables_each(rules, language, "cardinals", take_cardinal, periods);
	tables_each(rules, language, "measures", take_measure, periods);
}

/* The amount that a word stands for: "three", "10"; 0 where it stands for none. */
static size_t
amount_of(const struct periods *periods, struct slice word)
{
	size_t value;
	if (word.len < 4 && record_size(word, &value))
		return value;
	const uint32_t *cardinal = map_find(&periods->cardinals, word);
	return cardinal ? *cardinal : 0;
}

/* The next word of a text in lower case, from `*at`; empty at the end. */
static struct slice
next_word(struct slice text, size_t *at)
{
	while (*at < text.len && text.data[*at] == ' ')
		++*at;
	size_t start = *at;
	while (*at < text.len && text.data[*at] != ' ')
		++*at;
	return slice_cut(text, start, *at);
}

/* Finds "three weeks" in the text. */
static bool
find_period(
	const struct periods *periods, struct slice text, size_t *amount, struct slice *symbol)
{
	size_t at = 0, before = 0;
	for (struct slice word; (word = next_word(text, &at)).len > 0;) {
		const uint32_t *measure = map_find(&periods->measures, word);
		if (measure && before > 0) {
			*amount = before;
			*symbol = periods->symbols[*measure];
			return true;
		}
		before = amount_of(periods, word);
	}
	return false;
}

/* Makes the number a duration. */
static void
become(struct corpus *corpus, struct number *number, size_t amount, struct slice symbol)
{
	struct buffer digits = {0};
	buffer_add_size(&digits, amount);
	struct slice value = buffer_slice(&digits);
	corpus_set_fields(
		corpus, number, (const struct slice[NUMBER_FIELDS]){value, value, symbol});
	buffer_free(&digits);
	number->kind = NUMBER_DURATION;
	number->low = number->high = (double)amount;
	number->has_low = number->has_high = true;
}

void
ago_read(struct corpus *corpus, struct lexicons *lexicons)
{
	struct units units = {0};
	units_read(&units, lexicons->rules);
	struct periods periods = {.units = &units};
	struct buffer low = {0};
	for (size_t i = 0; i < corpus->number_count; i++) {
		struct number *number = &corpus->numbers[i];
		if (number->kind != NUMBER_DATE || number->end - number->start > SURFACE_MAX)
			continue;
		const struct lexicon *lexicon =
			lexicon_of(lexicons, corpus_report(corpus, number->sentence)->language);
		periods_read(&periods, lexicons->rules, lexicon->language);
		buffer_clear(&low);
		utf8_add_lower(&low, slice_cut(corpus->sentences[number->sentence].text,
					     number->start, number->end));
		size_t amount;
		struct slice symbol;
		if (find_period(&periods, buffer_slice(&low), &amount, &symbol))
			become(corpus, number, amount, symbol);
	}
	buffer_free(&low);
	periods_free(&periods);
	units_free(&units);
}
