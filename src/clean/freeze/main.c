/*
 * freeze: writes on standard output, as C, what clean would make of its tables in each run: the
 * lexicon that tells languages apart, the words of dates, and the phrases of furniture. The
 * build runs it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "../furniture.h"
#include "../furniture_table.h"
#include "datebook.h"
#include "error.h"
#include "freeze.h"
#include "lexicon.h"

static void
write_lexicon(const struct lexicon *draft)
{
	printf("const struct lexicon lexicon = {.count = %zu, .smaller = 0x%" PRIx64
	       "u, .codes = {",
		draft->count, draft->smaller);
	for (size_t i = 0; i < draft->count; i++)
		printf("\"%s\",\n", draft->codes[i]);
	printf("}, .words = {");
	for (size_t i = 0; i < 1 << LEXICON_BITS; i++)
		if (draft->words[i].key)
			printf("[%zu] = {0x%" PRIx64 "u, 0x%" PRIx64 "u},\n", i,
				draft->words[i].key, draft->words[i].languages);
	printf("}, .some = {");
	freeze_numbers(draft->some, sizeof draft->some / sizeof *draft->some);
	printf("}, .letters = {");
	freeze_numbers(draft->letters, LEXICON_LETTERS);
	printf("}, .neighbours = {");
	for (size_t i = 0; i < draft->count; i++)
		printf("{%d, %d},\n", draft->neighbours[i].larger, draft->neighbours[i].lead);
	printf("}};\n");
}

static void
write_datebook(const struct datebook *draft)
{
	printf("const struct datebook datebook = {{");
	for (size_t i = 0; i < 1 << DATEBOOK_BITS; i++) {
		const struct datebook_entry *entry = &draft->entries[i];
		if (entry->key)
			printf("[%zu] = {0x%" PRIx64 "u, %d, %d, %d},\n", i, entry->key,
				entry->kinds, entry->month, entry->calendar);
	}
	printf("}};\n");
}

static void
write_filter(const char *name, const uint64_t *filter, unsigned bits)
{
	printf("static const uint64_t %s[%zu] = {", name, (size_t)1 << bits);
	freeze_numbers(filter, (size_t)1 << bits);
	printf("};\n");
}

static void
write_phrases(const struct phrasebook *book)
{
	write_filter("starts", book->starts, PHRASEBOOK_STARTS_BITS);
	write_filter("begins", book->begins, PHRASEBOOK_STARTS_BITS);
	write_filter("tells", book->tells, PHRASEBOOK_TELLS_BITS);
	write_filter("anchors", book->anchors, PHRASEBOOK_ANCHORS_BITS - 6);
	printf("static const struct phrase_slot slots[%zu] = {", book->capacity);
	for (size_t i = 0; i < book->capacity; i++)
		if (book->slots[i].chain)
			printf("[%zu] = {0x%" PRIx64 "u, {%d, %d}},\n", i, book->slots[i].chain,
				book->slots[i].use.places, book->slots[i].use.kind);
	printf("};\n"
	       "const struct phrasebook furniture_phrases = {slots, %zu, %zu, starts, "
	       "begins, tells, anchors, %d};\n",
		book->capacity, book->longest, book->anywhere);
}

/* The tables of all languages, that of the root last: a later row can replace an earlier one.
 */
static void
read_phrases(struct phrasebook_draft *draft)
{
	phrasebook_begin(draft, NULL);
	for (const struct table *table = built_in_tables; table->name; table++)
		if (strcmp(table->name, "furniture") == 0 &&
			strcmp(table->language, "root") != 0)
			table_each(table, furniture_table_take, draft);
	tables_each(NULL, "root", "furniture", furniture_table_take, draft);
}

int
main(void)
{
	static struct lexicon lexicon_made;
	static struct datebook datebook_made;
	struct phrasebook_draft draft;
	error_begin("freeze");
	lexicon_learn(&lexicon_made);
	datebook_learn(&datebook_made);
	read_phrases(&draft);
	printf("#include \"datebook.h\"\n#include \"furniture.h\"\n#include \"lexicon.h\"\n");
	write_lexicon(&lexicon_made);
	write_datebook(&datebook_made);
	write_phrases(&draft.book);
	phrasebook_free(&draft);
	if (fflush(stdout) != 0)
		die("write error");
	return STATUS_DONE;
}
