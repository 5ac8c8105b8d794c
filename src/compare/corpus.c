#include "corpus.h"

#include <stdlib.h>

#include "error.h"

enum {
	ROUND_ZEROS = 5,         /* behind the one digit of a round number */
	RECORDS_MAX = INT32_MAX, /* of one type */
};

static struct slice
keep_text(struct corpus *corpus, struct slice field)
{
	return arena_copy(&corpus->texts, record_unescape(field, &corpus->scratch));
}

static void
check_count(size_t count)
{
	if (count >= RECORDS_MAX)
		die("more records than one process can hold");
}

/* A length that is kept in four bytes. */
static uint32_t
length_of(size_t bytes)
{
	if (bytes >= UINT32_MAX)
		die("a record of more than 4 GiB");
	return (uint32_t)bytes;
}

/* The report of that ID; records of one report mostly follow one another. */
static struct report *
report_of(struct corpus *corpus, struct slice id)
{
	if (corpus->report_count > 0 && slice_equal(corpus->reports[corpus->last].id, id))
		return &corpus->reports[corpus->last];
	const uint32_t *known = map_find(&corpus->ids, id);
	if (known) {
		corpus->last = *known;
		return &corpus->reports[corpus->last];
	}
	check_count(corpus->report_count);
	corpus->reports = memory_reserve(corpus->reports, &corpus->report_capacity,
		corpus->report_count + 1, sizeof *corpus->reports);
	corpus->last = (uint32_t)corpus->report_count++;
	struct report *report = &corpus->reports[corpus->last];
	*report = (struct report){.id = arena_copy(&corpus->texts, id)};
	map_add(&corpus->ids, report->id, corpus->last, NULL);
	return report;
}

static void
take_doc(struct corpus *corpus, const struct record *record)
{
	struct report *report = report_of(corpus, record->field[FIELD_ID]);
	if (report->described)
		return;
	report->described = true;
	report->language = keep_text(corpus, record->field[DOC_LANGUAGE]);
	report->date = keep_text(corpus, record->field[DOC_DATE]);
	report->outlet = keep_text(corpus, record->field[DOC_OUTLET]);
	report->byline = keep_text(corpus, record->field[DOC_BYLINE]);
}

static void
take_sentence(struct corpus *corpus, const struct record *record)
{
	report_of(corpus, record->field[FIELD_ID]);
	check_count(corpus->sentence_count);
	corpus->sentences = memory_reserve(corpus->sentences, &corpus->sentence_capacity,
		corpus->sentence_count + 1, sizeof *corpus->sentences);
	size_t n;
	record_size(record->field[SENTENCE_N], &n);
	struct slice text = record_unescape(record->field[SENTENCE_TEXT], &corpus->scratch);
	length_of(text.len);
	struct slice role = record->field[SENTENCE_ROLE];
	corpus->sentences[corpus->sentence_count++] = (struct sentence){
		.text = arena_copy(&corpus->texts, text),
		.n = n,
		.report = corpus->last,
		.prose = role.len == 0 || slice_is(role, "body") || slice_is(role, "list") ||
			 slice_is(role, "quote"),
	};
}

/* Offsets into a sentence; whether they lie within it is seen when that is found. */
static bool
span_of(struct slice start, struct slice end, uint32_t *from, uint32_t *to)
{
	size_t first, last;
	if (!record_size(start, &first) || !record_size(end, &last) || first >= last ||
		last > UINT32_MAX)
		return false;
	*from = (uint32_t)first;
	*to = (uint32_t)last;
	return true;
}

static enum number_kind
kind_of(struct slice kind)
{
	static const struct {
		const char *name;
		enum number_kind kind;
	} kinds[] = {
		{"count", NUMBER_COUNT},
		{"percent", NUMBER_SHARE},
		{"fraction", NUMBER_SHARE},
		{"change", NUMBER_SHARE},
		{"ratio", NUMBER_SHARE},
		{"money", NUMBER_MONEY},
		{"measure", NUMBER_MEASURE},
		{"duration", NUMBER_DURATION},
		{"age", NUMBER_AGE},
		{"date", NUMBER_DATE},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (slice_is(kind, kinds[i].name))
			return kinds[i].kind;
	return NUMBER_OTHER;
}

/* Keeps what must be written again. False where it is longer than any number is. */
static bool
keep_fields(struct corpus *corpus, struct number *number, const struct record *record)
{
	static const int fields[] = {NUMBER_LOW, NUMBER_HIGH, NUMBER_UNIT, NUMBER_WHAT};
	for (size_t i = 0; i < 4; i++)
		if (record->field[fields[i]].len > UINT16_MAX)
			return false;
	buffer_clear(&corpus->fields);
	for (size_t i = 0; i < 4; i++) {
		struct slice kept = record_unescape(record->field[fields[i]], &corpus->scratch);
		number->lengths[i] = (uint16_t)kept.len;
		buffer_add(&corpus->fields, kept);
	}
	number->fields = arena_copy(&corpus->texts, buffer_slice(&corpus->fields)).data;
	return true;
}

/* "Half a million": what is told in words, with one digit and many zeros, nobody counted so. */
static bool
is_round(const struct record *record)
{
	struct slice surface = record->field[NUMBER_SURFACE], value = record->field[NUMBER_LOW];
	size_t zeros = 0;
	for (size_t i = 0; i < surface.len; i++)
		if (surface.data[i] >= '0' && surface.data[i] <= '9')
			return false;
	while (zeros < value.len && value.data[value.len - zeros - 1] == '0')
		zeros++;
	return zeros >= ROUND_ZEROS && zeros + 1 == value.len;
}

size_t
corpus_add_number(struct corpus *corpus, const struct number *number)
{
	corpus->numbers = memory_reserve(corpus->numbers, &corpus->number_capacity,
		corpus->number_count + 1, sizeof *number);
	corpus->numbers[corpus->number_count] = *number;
	return corpus->number_count++;
}

void
corpus_set_fields(
	struct corpus *corpus, struct number *number, const struct slice fields[NUMBER_FIELDS])
{
	buffer_clear(&corpus->fields);
	for (size_t i = 0; i < NUMBER_FIELDS; i++) {
		number->lengths[i] = (uint16_t)fields[i].len;
		buffer_add(&corpus->fields, fields[i]);
	}
	number->fields = arena_copy(&corpus->texts, buffer_slice(&corpus->fields)).data;
}

static void
take_number(struct corpus *corpus, const struct record *record)
{
	struct number number = {0};
	size_t n;
	if (!record_size(record->field[NUMBER_N], &n) ||
		!span_of(record->field[NUMBER_START], record->field[NUMBER_END], &number.start,
			&number.end))
		return;
	report_of(corpus, record->field[FIELD_ID]);
	check_count(corpus->number_count);
	number.n = n;
	number.report = corpus->last;
	number.has_low = record_decimal(record->field[NUMBER_LOW], &number.low);
	number.has_high = record_decimal(record->field[NUMBER_HIGH], &number.high);
	number.kind = (uint8_t)kind_of(record->field[NUMBER_KIND]);
	number.about = slice_is(record->field[NUMBER_QUALIFIER], "about") || is_round(record);
	number.change = slice_is(record->field[NUMBER_KIND], "change");
	number.result = slice_is(record->field[NUMBER_KIND], "ratio") && number.has_low &&
			number.has_high && number.low < number.high;
	if (number.kind == NUMBER_OTHER || !keep_fields(corpus, &number, record))
		return;
	corpus_add_number(corpus, &number);
}

static enum voice_class class_of(struct slice class)
{
	return slice_is(class, "named")          ? VOICE_NAMED
	       : slice_is(class, "anonymous")    ? VOICE_ANONYMOUS
	       : slice_is(class, "organisation") ? VOICE_ORGANISATION
	       : slice_is(class, "outlet")       ? VOICE_OUTLET
	       : slice_is(class, "document")     ? VOICE_DOCUMENT
						 : VOICE_NONE;
}

static void
keep_names(struct corpus *corpus, struct attribution *attribution, const struct record *record)
{
	struct buffer *names = &corpus->fields;
	buffer_clear(names);
	buffer_add(
		names, record_unescape(record->field[ATTRIBUTION_SPEAKER], &corpus->scratch));
	attribution->speaker = length_of(names->len);
	if (attribution->class == VOICE_NAMED)
		buffer_add(names,
			record_unescape(record->field[ATTRIBUTION_ROLE], &corpus->scratch));
	attribution->role = length_of(names->len) - attribution->speaker;
	attribution->names = arena_copy(&corpus->texts, buffer_slice(names)).data;
}

static void
take_attribution(struct corpus *corpus, const struct record *record)
{
	struct attribution attribution = {0};
	size_t n;
	if (!record_size(record->field[ATTRIBUTION_N], &n) ||
		!span_of(record->field[ATTRIBUTION_START], record->field[ATTRIBUTION_END],
			&attribution.start, &attribution.end))
		return;
	report_of(corpus, record->field[FIELD_ID]);
	check_count(corpus->attribution_count);
	attribution.n = n;
	attribution.report = corpus->last;
	attribution.class = (uint8_t)class_of(record->field[ATTRIBUTION_CLASS]);
	if (attribution.class == VOICE_NONE || record->field[ATTRIBUTION_SPEAKER].len == 0)
		return;
	keep_names(corpus, &attribution, record);
	size_t at;
	if (record_size(record->field[ATTRIBUTION_AT], &at) &&
		span_of(record->field[ATTRIBUTION_MENTION_START],
			record->field[ATTRIBUTION_MENTION_END], &attribution.mention_start,
			&attribution.mention_end))
		attribution.at_n = at;
	corpus->attributions =
		memory_reserve(corpus->attributions, &corpus->attribution_capacity,
			corpus->attribution_count + 1, sizeof attribution);
	corpus->attributions[corpus->attribution_count++] = attribution;
}

void
corpus_take(struct corpus *corpus, const struct record *record)
{
	switch (record->type) {
	case RECORD_DOC:
		take_doc(corpus, record);
		return;
	case RECORD_SENTENCE:
		take_sentence(corpus, record);
		return;
	case RECORD_NUMBER:
		take_number(corpus, record);
		return;
	case RECORD_ATTRIBUTION:
		take_attribution(corpus, record);
		return;
	default:
		return;
	}
}

void
corpus_free(struct corpus *corpus)
{
	free(corpus->reports);
	free(corpus->sentences);
	free(corpus->numbers);
	free(corpus->attributions);
	map_free(&corpus->ids);
	arena_free(&corpus->texts);
	buffer_free(&corpus->scratch);
	buffer_free(&corpus->fields);
}
