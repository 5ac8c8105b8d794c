#include "datebook.h"

#include "error.h"
#include "tables.h"

/* The entry of a word, which may be new. */
static struct datebook_entry *
entry_of(struct datebook *draft, struct slice word)
{
	uint64_t key = wordkey(word);
	struct datebook_entry *entry = &draft->entries[datebook_place(draft, key)];
	entry->key = key;
	return entry;
}

static void
take_month(void *context, const struct slice field[TABLE_FIELDS])
{
	struct datebook_entry *entry = entry_of(context, field[0]);
	unsigned month = 0;
	for (size_t i = 0; i < field[1].len; i++)
		month = month * 10 + (unsigned)(field[1].data[i] - '0');
	entry->month = (uint8_t)month;
	if (slice_is(field[2], "iranian"))
		entry->calendar = DATEBOOK_IRANIAN;
	if (slice_is(field[2], "thai"))
		entry->calendar = DATEBOOK_THAI;
}

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	static const char *const names[] = {
		"between", "hour", "clock", "morning", "afternoon", "lead", "month"};
	struct datebook_entry *entry = entry_of(context, field[0]);
	for (size_t i = 1; i < TABLE_FIELDS; i++)
		for (unsigned k = 0; k < sizeof names / sizeof *names; k++)
			if (slice_is(field[i], names[k]))
				entry->kinds |= (uint8_t)(1u << k);
}

/* The words must leave places empty, where a search ends. */
static void
check_room(const struct datebook *draft)
{
	size_t words = 0;
	for (size_t i = 0; i < 1 << DATEBOOK_BITS; i++)
		words += draft->entries[i].key != 0;
	if (words > 1 << (DATEBOOK_BITS - 1))
		die("month-names, date-words: DATEBOOK_BITS are too few for %zu words", words);
}

void
datebook_learn(struct datebook *draft)
{
	tables_each(NULL, "root", "month-names", take_month, draft);
	tables_each(NULL, "root", "date-words", take_word, draft);
	check_room(draft);
}
