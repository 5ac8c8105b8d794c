#include "finder.h"

#include <stdlib.h>

#include "error.h"
#include "lexicon.h"
#include "memory.h"
#include "qualify.h"
#include "si.h"
#include "trigger.h"

enum {
	PIECE = 1 << 16, /* bytes of a sentence looked at in one piece */
	HELD = 1 << 20,  /* bytes of records of a sentence made at once, or some more */
};

struct language {
	struct language *next;
	struct lexicon lexicon;
	struct trigger trigger;
};

static struct language *
read_language(struct finder *finder, const char *name)
{
	struct language *language = finder->languages;
	while (language && strcmp(language->lexicon.language, name) != 0)
		language = language->next;
	if (language)
		return language;
	language = memory_new_zeroed(1, sizeof *language);
	lexicon_read(&language->lexicon, &finder->rules, name);
	trigger_read(&language->trigger, &language->lexicon);
	recogniser_mark(&finder->recogniser, &language->lexicon);
	language->next = finder->languages;
	finder->languages = language;
	return language;
}

void
finder_begin(struct finder *finder, const char *language, const char *date, bool si,
	struct option_list *rules)
{
	*finder = (struct finder){.si = si};
	rules_read_all(&finder->rules, rules);
	finder->fallback = language_by_default(language);
	finder->has_date = date != NULL;
	if (date && !calendar_read(slice_of(date), &finder->date))
		die("%s: not a date (YYYY-MM-DD)", date);
	finder->date_clock = date ? calendar_read_clock(slice_of(date)) : -1;
	/* so that the first sentence is answered at once */
	finder->current = read_language(finder, finder->fallback);
}

static struct language *
language_of_document(struct finder *finder, const struct document *document)
{
	struct slice tag = document->language;
	if (slice_is(tag, finder->current->lexicon.language)) /* most often */
		return finder->current;
	const char *name = tag.len ? language_of(tag) : NULL;
	return read_language(finder, name ? name : finder->fallback);
}

void
finder_enter(struct finder *finder, const struct document *document)
{
	finder->current = language_of_document(finder, document);
	finder->has_today = calendar_read(document->date, &finder->today);
	finder->clock = finder->has_today ? calendar_read_clock(document->date) : -1;
	if (!finder->has_today && finder->has_date) {
		finder->today = finder->date;
		finder->clock = finder->date_clock;
		finder->has_today = true;
	}
}

static const struct slice kind_names[] = {
	[NUMBER_COUNT] = {"count", 5},
	[NUMBER_ORDINAL] = {"ordinal", 7},
	[NUMBER_PERCENT] = {"percent", 7},
	[NUMBER_FRACTION] = {"fraction", 8},
	[NUMBER_MONEY] = {"money", 5},
	[NUMBER_MEASURE] = {"measure", 7},
	[NUMBER_DURATION] = {"duration", 8},
	[NUMBER_DATE] = {"date", 4},
	[NUMBER_TIME] = {"time", 4},
	[NUMBER_AGE] = {"age", 3},
	[NUMBER_CHANGE] = {"change", 6},
	[NUMBER_RATIO] = {"ratio", 5},
};

static const struct slice qualifier_names[] = {
	[QUALIFIER_EXACT] = {"exact", 5},
	[QUALIFIER_ABOUT] = {"about", 5},
	[QUALIFIER_ATLEAST] = {"atleast", 7},
	[QUALIFIER_ATMOST] = {"atmost", 6},
	[QUALIFIER_RANGE] = {"range", 5},
};

static void
add_moments(struct buffer *to, const struct number *number)
{
	record_add_written(to, slice_of(number->from));
	record_add_written(to, slice_of(number->to));
}

static void
add_values(struct buffer *to, const struct number *number)
{
	bool low = has_low(number), high = has_high(number);
	size_t start = to->len;
	buffer_add_byte(to, '\t');
	if (low)
		decimal_write(number->low, to);
	if (low && high && decimal_same(number->low, number->high)) {
		size_t len = to->len - start;
		buffer_reserve(to, len);
		buffer_add(to, (struct slice){to->data + start, len});
		return;
	}
	buffer_add_byte(to, '\t');
	if (high)
		decimal_write(number->high, to);
}

static void
add_unit(struct buffer *to, const struct number *number)
{
	record_add(to, number->unit ? number->unit->symbol : number->currency);
	if (number->per) {
		buffer_add_byte(to, '/');
		record_escape(to, number->per->symbol);
	}
}

/* A part of the sentence's text. */
static void
add_text(struct buffer *to, const struct finder_sentence *sentence, struct slice text)
{
	if (sentence->plain)
		record_add_written(to, text);
	else
		record_add(to, text);
}

static void
add_what(struct buffer *to, const struct finder_sentence *sentence, const struct number *number)
{
	add_text(to, sentence, number->what[0]);
	if (number->what[1].len == 0)
		return;
	if (number->what[0].len > 0)
		buffer_add_byte(to, ' ');
	record_escape(to, number->what[1]);
}

static void
add_number(struct finder *finder, struct buffer *to, const struct finder_sentence *sentence,
	const struct number *found)
{
	const struct lexemes *lexemes = &finder->recogniser.lexemes;
	size_t start = lexemes->items[found->first].token.start;
	size_t end = lexemes->items[found->next - 1].token.end;
	struct number converted;
	if (finder->si) {
		converted = *found;
		si_convert(&lexemes->lexicon->units, &converted);
		found = &converted;
	}
	record_begin(to, RECORD_NUMBER, sentence->place);
	record_add_size(to, sentence->offset + start);
	record_add_size(to, sentence->offset + end);
	record_add_written(to, kind_names[found->kind]);
	record_add_written(to, qualifier_names[found->qualifier]);
	if (found->kind == NUMBER_DATE || found->kind == NUMBER_TIME)
		add_moments(to, found);
	else
		add_values(to, found);
	add_unit(to, found);
	add_what(to, sentence, found);
	add_text(to, sentence, slice_cut(lexemes->text, start, end));
	record_end(to);
}

static void
add_piece(struct finder *finder, struct finder_sentence *sentence, struct slice text,
	struct buffer *to)
{
	struct recogniser *recogniser = &finder->recogniser;
	recognise(recogniser, &finder->current->trigger, text,
		finder->has_today ? &finder->today : NULL, finder->clock);
	if (recogniser->count == 0)
		return;
	/* a CR that is not escaped, which ends no record */
	sentence->plain = sentence->plain && !memchr(text.data, '\r', text.len);
	for (size_t i = 0; i < recogniser->count; i++)
		add_number(finder, to, sentence, &recogniser->numbers[i]);
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/*
 * Whether a text may be cut before the space there: not in "5 km", "1 234", "June 5"; in
 * "ten men, 5 boys" behind the comma.
 */
static bool
is_cut(struct slice text, size_t at)
{
	if (text.data[at] != ' ' || is_digit(text.data[at - 1]))
		return false;
	return text.data[at - 1] == ',' || text.data[at - 1] == ';' || at + 1 == text.len ||
	       !is_digit(text.data[at + 1]);
}

/*
 * Where a piece of the text ends. A sentence longer than a piece is no prose; this bounds the
 * memory that it takes.
 */
static size_t
end_of_piece(struct slice text)
{
	if (text.len <= PIECE)
		return text.len;
	for (size_t at = PIECE; at > PIECE / 2; at--)
		if (is_cut(text, at))
			return at;
	return PIECE;
}

/* Adds numbers from sentence->offset on until they are many; whether that is all of them. */
static bool
add_numbers(struct finder *finder, struct finder_sentence *sentence, struct buffer *to)
{
	while (sentence->offset < sentence->text.len && to->len < HELD) {
		struct slice rest =
			slice_cut(sentence->text, sentence->offset, sentence->text.len);
		size_t end = end_of_piece(rest);
		add_piece(finder, sentence, slice_cut(rest, 0, end), to);
		sentence->offset += end;
	}
	return sentence->offset == sentence->text.len;
}

static struct slice
keep(struct buffer *kept, struct slice slice)
{
	buffer_add(kept, slice);
	return (struct slice){kept->data + kept->len - slice.len, slice.len};
}

void
finder_sentence(struct finder *finder, const struct record *record, struct buffer *to)
{
	struct finder_sentence sentence = {
		.place = record_fields(record, FIELD_ID, SENTENCE_N),
		.text = record_text(record, SENTENCE_TEXT, &finder->text),
		.plain = !record->escaped,
	};
	if (add_numbers(finder, &sentence, to))
		return;
	struct buffer *kept = &finder->kept;
	buffer_clear(kept);
	buffer_reserve(kept, sentence.place.len + sentence.text.len);
	finder->rest = (struct finder_sentence){
		.place = keep(kept, sentence.place),
		.text = keep(kept, sentence.text),
		.plain = sentence.plain,
		.offset = sentence.offset,
	};
}

bool
finder_more(void *context, struct buffer *to)
{
	struct finder *finder = context;
	size_t before = to->len;
	add_numbers(finder, &finder->rest, to);
	return to->len > before;
}

void
finder_end(struct finder *finder)
{
	while (finder->languages) {
		struct language *language = finder->languages;
		finder->languages = language->next;
		lexicon_free(&language->lexicon);
		trigger_free(&language->trigger);
		free(language);
	}
	recogniser_free(&finder->recogniser);
	rules_free(&finder->rules);
	buffer_free(&finder->text);
	buffer_free(&finder->kept);
}
