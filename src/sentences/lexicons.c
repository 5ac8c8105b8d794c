#include "lexicons.h"

#include <stdlib.h>
#include <string.h>

const struct lexicon *
lexicons_find(struct lexicons *lexicons, struct slice tag)
{
	for (size_t i = 0; i < lexicons->count; i++)
		if (slice_is(tag, lexicons->entries[i].language))
			return lexicons->entries[i].lexicon;
	const char *language = language_of(tag);
	if (!language)
		language = "root";
	for (size_t i = 0; i < lexicons->count; i++)
		if (strcmp(lexicons->entries[i].language, language) == 0)
			return lexicons->entries[i].lexicon;
	size_t size = (lexicons->count + 1) * sizeof *lexicons->entries;
	lexicons->entries = memory_resize(lexicons->entries, size);
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon_read(lexicon, language, lexicons->rules);
	lexicons->entries[lexicons->count++] = (struct lexicons_entry){language, lexicon};
	return lexicon;
}

void
lexicons_free(struct lexicons *lexicons)
{
	for (size_t i = 0; i < lexicons->count; i++) {
		lexicon_free(lexicons->entries[i].lexicon);
		free(lexicons->entries[i].lexicon);
	}
	free(lexicons->entries);
}
