/*
 * freeze: writes on standard output, as C, what numbers would make of its tables in each run:
 * the words of the language that documents are read in where none is told. The build runs it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../frozen.h"
#include "../trigger.h"
#include "error.h"
#include "freeze.h"

/* What is frozen is read from the tables. */
const struct frozen frozen[] = {{0}};

/* Each pointer is one more address that a start must reckon. */
static void
write_slice(struct slice slice)
{
	if (!slice.data) {
		printf("{0}");
		return;
	}
	printf("{\"");
	for (size_t i = 0; i < slice.len; i++)
		printf("\\%03o", (unsigned char)slice.data[i]);
	printf("\", %zu}", slice.len);
}

static void
write_decimal(struct decimal decimal)
{
	printf("{(decimal_digits)0x%" PRIx64 "u << 64 | 0x%" PRIx64 "u, %d, %d}",
		(uint64_t)(decimal.coefficient >> 64), (uint64_t)decimal.coefficient,
		decimal.exponent, decimal.negative);
}

static void
write_units(const struct units *units)
{
	printf("static struct unit units[] = {");
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->units[i];
		const struct slice members[] = {
			unit->symbol, unit->dimension, unit->factor, unit->offset, unit->base};
		printf("{");
		for (size_t j = 0; j < sizeof members / sizeof *members; j++) {
			write_slice(members[j]);
			printf(",");
		}
		printf("},\n");
	}
	printf("};\n");
}

static void
write_named_decimal(const char *name, struct decimal decimal)
{
	printf(", .%s = ", name);
	write_decimal(decimal);
}

static void
write_named_slice(const char *name, struct slice slice)
{
	printf(", .%s = ", name);
	write_slice(slice);
}

static void
write_sense(const struct sense *sense, const struct units *units)
{
	printf("{%d, %d, %d, %d, %d, %d, %d, %d, %d", sense->scale_form, sense->qualifier,
		sense->side, sense->month, sense->weekday, sense->season, sense->grain,
		sense->ratio, sense->grains);
	printf(", 0x%" PRIx64 "u, 0x%" PRIx64 "u, 0x%" PRIx64 "u, 0x%" PRIx64 "u, 0x%" PRIx64
	       "u",
		sense->cardinal, sense->ordinal, sense->denominator, sense->decade,
		sense->numerator);
	write_named_decimal("scale", sense->scale);
	write_named_decimal("multiple", sense->multiple);
	write_named_decimal("currency_factor", sense->currency_factor);
	write_named_decimal("unit_factor", sense->unit_factor);
	if (sense->unit)
		printf(", .unit = &units[%td]", sense->unit - units->units);
	write_named_slice("currency", sense->currency);
	printf(", .day_offset = %d, .daypart_start = %d, .daypart_end = %d", sense->day_offset,
		sense->daypart_start, sense->daypart_end);
	write_named_slice("festival", sense->festival);
	write_named_slice("state", sense->state);
	printf("},\n");
}

static bool
has_pointer(const struct sense *sense)
{
	return sense->unit || sense->currency.data || sense->festival.data || sense->state.data;
}

/* Senses, each once: those with pointers first, so that few pages hold some. */
struct senses {
	const struct sense **items;
	size_t count;
};

static size_t
place_of(const struct senses *senses, const struct sense *sense)
{
	size_t at = 0;
	while (at < senses->count && memcmp(senses->items[at], sense, sizeof *sense) != 0)
		at++;
	return at;
}

static void
gather_senses(struct senses *senses, const struct lexicon *lexicon, bool pointers)
{
	for (size_t i = 0; i < lexicon->count; i++) {
		const struct sense *sense = lexicon->entries[i].sense;
		if (sense != &no_sense && has_pointer(sense) == pointers &&
			place_of(senses, sense) == senses->count)
			senses->items[senses->count++] = sense;
	}
}

static void
write_senses(const struct senses *senses, const struct units *units)
{
	printf("static struct sense senses[] = {");
	for (size_t i = 0; i < senses->count; i++)
		write_sense(senses->items[i], units);
	printf("};\n");
}

static void
write_entries(const struct lexicon *lexicon, const struct senses *senses)
{
	printf("static struct entry entries[] = {");
	for (size_t i = 0; i < lexicon->count; i++) {
		const struct entry *entry = &lexicon->entries[i];
		printf("{0x%" PRIx32 "u, 0x%" PRIx32 "u, 0x%" PRIx32 "u, %d, %d, %d, 0x%" PRIx64
		       "u, 0x%" PRIx64 "u, 0x%" PRIx64 "u, .sense = ",
			entry->roles, entry->begins, entry->ends, entry->longest, entry->marks,
			entry->traits, entry->operators, entry->leads, entry->followers);
		if (entry->sense == &no_sense)
			printf("&no_sense},\n");
		else
			printf("&senses[%zu]},\n", place_of(senses, entry->sense));
	}
	printf("};\n");
}

static void
write_unit_slots(const struct map *map)
{
	printf("static struct map_slot unit_slots[%zu] = {", map->capacity);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->slots[i].hash) {
			printf("[%zu] = {0x%" PRIx64 "u, ", i, map->slots[i].hash);
			write_slice(map->slots[i].key);
			printf(", %" PRIu32 "},\n", map->slots[i].value);
		}
	printf("};\n");
}

static void
write_index(const char *name, const struct words_index *index)
{
	size_t places = (size_t)1 << (64 - index->shift);
	size_t buckets = (size_t)1 << (64 - index->bucket_shift);
	printf("static uint64_t %s_keys[%zu] = {", name, places);
	freeze_numbers(index->keys, places);
	printf("};\nstatic uint32_t %s_values[%zu] = {", name, places);
	for (size_t i = 0; i < places; i++)
		if (index->values[i])
			printf("[%zu] = 0x%" PRIx32 "u,\n", i, index->values[i]);
	printf("};\nstatic uint16_t %s_factors[%zu] = {", name, buckets);
	for (size_t i = 0; i < buckets; i++)
		if (index->factors[i])
			printf("[%zu] = %d,\n", i, index->factors[i]);
	printf("};\n");
}

static void
write_texts(const char *name, const struct words *words)
{
	size_t len = 0;
	printf("static struct words_item %s_items[%zu] = {", name, words->places);
	for (size_t i = 0; i < words->places; i++) {
		const struct words_item *item = &words->items[i];
		if (item->len > 0)
			printf("[%zu] = {%" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n", i,
				item->start, item->len, item->value);
		len += item->len;
	}
	printf("};\nstatic char %s_text[] = {", name);
	for (size_t i = 0; i < len; i++)
		printf("%d,", words->text[i]);
	printf("};\n");
}

static void
write_words(const char *name, const struct words *words)
{
	printf(".%s = {{0}, %s_text, %s_items, %zu, {%s_keys, %s_values, %s_factors, %u, "
	       "%u}},\n",
		name, name, name, words->places, name, name, name, words->index.shift,
		words->index.bucket_shift);
}

static void
write_lexicon(const struct lexicon *lexicon, const struct words_filter *beginnings)
{
	printf("const struct frozen frozen[] = {{.language = \"%s\", .entries = entries, "
	       ".count = %zu,\n",
		lexicon->language, lexicon->count);
	write_words("words", &lexicon->words);
	write_words("exact", &lexicon->exact);
	printf(".exact_tokens = {");
	freeze_numbers(lexicon->exact_tokens,
		sizeof lexicon->exact_tokens / sizeof *lexicon->exact_tokens);
	printf("}, .beginnings = {{");
	freeze_numbers(beginnings->bits, sizeof beginnings->bits / sizeof *beginnings->bits);
	printf("}}, .units = {units, %zu, 0, {unit_slots, %zu, %zu}}, .tenses = %d}, {0}};\n",
		lexicon->units.count, lexicon->units.by_symbol.capacity,
		lexicon->units.by_symbol.count, lexicon->tenses);
}

int
main(void)
{
	static struct lexicon lexicon;
	static struct words_filter beginnings;
	error_begin("freeze");
	lexicon_read(&lexicon, NULL, language_by_default(NULL));
	trigger_mark(&lexicon, &beginnings);
	printf("#include \"frozen.h\"\n");
	write_units(&lexicon.units);
	struct senses senses = {memory_new(lexicon.count * sizeof *senses.items), 0};
	gather_senses(&senses, &lexicon, true);
	gather_senses(&senses, &lexicon, false);
	write_senses(&senses, &lexicon.units);
	write_entries(&lexicon, &senses);
	free(senses.items);
	write_unit_slots(&lexicon.units.by_symbol);
	write_texts("words", &lexicon.words);
	write_texts("exact", &lexicon.exact);
	write_index("words", &lexicon.words.index);
	write_index("exact", &lexicon.exact.index);
	write_lexicon(&lexicon, &beginnings);
	lexicon_free(&lexicon);
	if (fflush(stdout) != 0)
		die("write error");
	return STATUS_DONE;
}
