#include "lexicon.h"

#include <stdlib.h>

#include "memory.h"
#include "stem.h"
#include "utf8.h"

const char *
lexicons_language(const struct lexicons *lexicons, struct slice tag)
{
	if (tag.len == 0)
		tag = slice_of(lexicons->otherwise ? lexicons->otherwise : "en");
	const char *language = language_of(tag);
	return language ? language : "root";
}

static struct lexicon *
find_lexicon(struct lexicons *lexicons, struct slice tag)
{
	const char *language = lexicons_language(lexicons, tag);
	for (struct lexicon *known = lexicons->first; known; known = known->next)
		if (strcmp(known->language, language) == 0)
			return known;
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon->language = language;
	lexicon->frames = &lexicons->frames;
	if (strcmp(language, "en") != 0)
		lexicon->english = find_lexicon(lexicons, SLICE("en"));
	lexicon_take_tables(lexicon, lexicons->rules);
	lexicon->known =
		memory_new_zeroed((size_t)1 << LEXICON_KNOWN_BITS, sizeof *lexicon->known);
	lexicon->next = lexicons->first;
	lexicons->first = lexicon;
	return lexicon;
}

struct lexicon *
lexicon_of(struct lexicons *lexicons, struct slice tag)
{
	if (!lexicons->last || !slice_equal(tag, lexicons->last_tag)) {
		lexicons->last_tag = tag;
		lexicons->last = find_lexicon(lexicons, tag);
	}
	return lexicons->last;
}

void
lexicons_free(struct lexicons *lexicons)
{
	while (lexicons->first) {
		struct lexicon *lexicon = lexicons->first;
		lexicons->first = lexicon->next;
		map_free(&lexicon->words);
		map_free(&lexicon->endings);
		map_free(&lexicon->letters);
		map_free(&lexicon->sounds);
		free(lexicon->entries);
		free(lexicon->offices);
		free(lexicon->known);
		buffer_free(&lexicon->scratch);
		free(lexicon);
	}
}

const struct entry *
lexicon_find(const struct lexicon *lexicon, struct slice word)
{
	const uint32_t *place = map_find(&lexicon->words, word);
	return place ? &lexicon->entries[*place] : NULL;
}

static void
take_uses(struct word *word, const struct entry *entry)
{
	word->bits = word->bits ? word->bits : entry->bits;
	word->frame = word->frame ? word->frame : entry->frame;
	word->uses |= entry->uses;
}

struct word
lexicon_read(
	const struct lexicon *lexicon, struct slice low, uint64_t hash, struct buffer *scratch)
{
	const struct entry *entry = lexicon_find(lexicon, low), *base = NULL;
	struct word word = {.form = word_fold(hash), .stem = entry ? entry->stem : 0};
	if (!entry || entry->stem == 0 || entry->bits == 0) {
		struct slice stem = stem_of(lexicon, low, scratch);
		base = lexicon_find(lexicon, stem);
		/* where endings are not known the table may have the stem alone */
		if (word.stem == 0 && lexicon->ending_count == 0 && base)
			word.stem = base->stem;
		if (word.stem == 0)
			word.stem = word_hash(stem);
	}
	if (entry)
		take_uses(&word, entry);
	if (base && lexicon->ending_count == 0)
		take_uses(&word, base);
	if (base && word.bits == 0)
		word.bits = base->bits;
	word.known = word.bits > 0;
	if (!word.known)
		word.bits = LEXICON_BITS_UNKNOWN;
	return word;
}

void
lexicon_romanise(const struct lexicon *lexicon, struct slice text, struct buffer *to)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		utf8_decode(text, at, &len);
		struct slice letter = slice_cut(text, at, at + len);
		const uint32_t *latin = len > 1 ? map_find(&lexicon->letters, letter) : NULL;
		buffer_add(to, latin ? lexicon->latin[*latin] : letter);
	}
}
