#include "furniture.h"

#include <stdint.h>
#include <string.h>

#include "furniture_table.h"
#include "phrase.h"

enum {
	JOINED = 40 /* bytes of two labels joined */
};

static void
take_own_phrase(void *context, const struct slice field[TABLE_FIELDS])
{
	struct furniture_book *book = context;
	if (book->phrases != &book->own.book)
		phrasebook_begin(&book->own, &furniture_phrases);
	book->phrases = &book->own.book;
	furniture_table_take(&book->own, field);
}

void
furniture_read(struct furniture_book *book, const struct rules *rules)
{
	book->phrases = &furniture_phrases;
	rules_each(rules, "furniture", take_own_phrase, book);
}

/* Whether a text has letters of other alphabets than that of western Europe. */
static bool
is_foreign(const struct folded *folded)
{
	for (size_t i = 0; i < folded->stretches; i++)
		for (uint64_t odd = folded->masks[i].beyond; odd; odd &= odd - 1) {
			size_t at = i * MASKS_BYTES + (size_t)__builtin_ctzll(odd);
			if (phrase_is_foreign(folded->text, at))
				return true;
		}
	return false;
}

/* Whether phrases may stand within the text: a run of letters in it tells one, or two do that
 * are neighbours. */
static bool
may_stand_within(const struct phrasebook *book, const struct folded *folded)
{
	uint64_t last = 0;
	size_t before = SIZE_MAX;
	for (size_t i = 0; i < folded->stretches; i++)
		for (uint64_t runs = folded_runs(folded, i); runs; runs &= runs - 1) {
			size_t at = i * MASKS_BYTES + (size_t)__builtin_ctzll(runs);
			uint64_t octets = octets_read(folded->bytes + at);
			if (phrasebook_may_anchor(book, folded_prefix(octets))) {
				uint64_t run = phrase_run(folded_key_at(folded, at));
				if (before != SIZE_MAX)
					last = phrase_run(folded_key_at(folded, before));
				if (phrasebook_may_tell(book, run) ||
					phrasebook_may_tell(book, phrase_runs(last, run)))
					return true;
			}
			before = at;
		}
	return book->anywhere;
}

/* Whether phrases may begin with a text's first words. */
static bool
may_start(struct furniture_book *book, const struct folded *folded)
{
	struct word words[2];
	size_t count = phrase_words(&book->scratch, folded, words, 2);
	if (count == 1 && folded->len <= JOINED) /* it may be two joined */
		return true;
	return (count > 0 && phrasebook_may_start(book->phrases, words[0].hash)) ||
	       (count > 1 && phrasebook_may_start(book->phrases,
				     phrase_chain(words[0].hash, 1, words[1].hash)));
}

/* The same, of a text whose first word begins with a run of letters, by that and the next one.
 */
static bool
may_begin(const struct phrasebook *book, const struct folded *folded, size_t next)
{
	uint64_t run = phrase_run(folded_key_at(folded, 0));
	uint64_t second = phrase_run(folded_key_at(folded, next));
	return phrasebook_may_begin(book, run) ||
	       phrasebook_may_begin(book, phrase_runs(run, second));
}

/* Where phrases may stand in a text, as far as runs of letters tell: behind its beginning, too,
 * there alone, or nowhere, as in most. */
enum chance {
	CHANCE_NONE,
	CHANCE_START,
	CHANCE_ANY
};

static enum chance
chance_of(struct furniture_book *book, const struct folded *folded)
{
	if (folded->stretches == 0)
		return CHANCE_NONE;
	if (folded->len < folded->text.len || is_foreign(folded) ||
		may_stand_within(book->phrases, folded))
		return CHANCE_ANY;
	uint64_t runs = folded_runs(folded, 0), others = runs & (runs - 1);
	bool may = (runs & 1) && others
			   ? may_begin(book->phrases, folded, (size_t)__builtin_ctzll(others))
			   : may_start(book, folded);
	return may ? CHANCE_START : CHANCE_NONE;
}

/* The longest phrase of `most` words at most that begins at a word and may stand there; how
 * many words it takes. */
static size_t
longest_of(const struct phrasebook *book, const struct word *words, size_t count, size_t i,
	size_t most, unsigned allowed, struct phrase_use *found)
{
	uint64_t chain[PHRASEBOOK_WORDS];
	for (size_t n = 0; n < most; n++)
		chain[n] = phrase_chain(n ? chain[n - 1] : 0, n, words[i + n].hash);
	for (size_t n = most; n > 0; n--) {
		if (!phrasebook_may_start(book, chain[n - 1]))
			continue;
		const struct phrase_use *use = phrasebook_find(book, chain[n - 1]);
		unsigned places = allowed | (i + n == count ? PHRASE_END : 0);
		if (use && (use->places & places)) {
			*found = *use;
			return n;
		}
	}
	return 0;
}

/* As above, of any length. */
static size_t
longest_at(const struct phrasebook *book, const struct word *words, size_t count, size_t i,
	unsigned allowed, struct phrase_use *found)
{
	bool pair = i + 1 < count && phrasebook_may_start(book,
					     phrase_chain(words[i].hash, 1, words[i + 1].hash));
	if (!pair && !phrasebook_may_start(book, words[i].hash))
		return 0;
	size_t most = count - i < book->longest ? count - i : book->longest;
	return longest_of(book, words, count, i, pair ? most : 1, allowed, found);
}

/* Whether the text is made of whole-line phrases of one kind alone, as "Facebook Twitter". */
static bool
is_made_of(const struct phrasebook *book, const struct word *words, size_t count,
	struct phrase_use *found)
{
	enum furniture first = FURNITURE_NONE;
	for (size_t i = 0; i < count;) {
		size_t n = longest_at(book, words, count, i, PHRASE_ALL, found);
		if (n == 0 || (first && found->kind != first))
			return false;
		first = (enum furniture)found->kind;
		i += n;
	}
	return count > 0;
}

/* Whether a text in phrases' form is a section's label. */
static bool
is_section(struct furniture_book *book, struct slice label, struct phrase_use *found)
{
	const struct phrase_use *use = phrasebook_find(book->phrases, phrase_chain_of(label));
	if (use)
		*found = *use;
	return use && use->kind == FURNITURE_SECTION;
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "BusinessWorld": two labels that lost the space between them. */
static bool
is_joined(struct furniture_book *book, struct slice text, struct phrase_use *found)
{
	size_t capital = 2;
	if (text.len > JOINED)
		return false;
	while (capital + 2 < text.len && !is_capital(text.data[capital]))
		capital++;
	if (capital + 2 >= text.len)
		return false;
	buffer_clear(&book->scratch);
	phrase_add(&book->scratch, text);
	struct slice normal = buffer_slice(&book->scratch);
	if (text.len != normal.len)
		return false;
	for (size_t cut = capital; cut + 2 < text.len; cut++)
		if (is_capital(text.data[cut]) &&
			is_section(book, slice_cut(normal, cut, normal.len), found) &&
			is_section(book, slice_cut(normal, 0, cut), found))
			return true;
	return false;
}

struct furniture_match
furniture_find(struct furniture_book *book, struct slice text)
{
	struct folded folded;
	folded_read(&folded, text);
	return furniture_find_folded(book, &folded);
}

struct furniture_match
furniture_find_folded(struct furniture_book *book, const struct folded *folded)
{
	struct word words[FURNITURE_WORDS];
	struct furniture_match match = {0};
	struct slice text = folded->text;
	const struct phrasebook *phrases = book->phrases;
	enum chance chance = chance_of(book, folded);
	if (chance == CHANCE_NONE)
		return match;
	size_t count = phrase_words(&book->scratch, folded, words, FURNITURE_WORDS);
	bool cut = count == FURNITURE_WORDS;
	struct phrase_use found;
	if (!cut &&
		(is_made_of(phrases, words, count, &found) || is_joined(book, text, &found))) {
		match.kind = (enum furniture)found.kind;
		match.whole = match.starts = true;
		match.end = (uint32_t)text.len;
		return match;
	}
	for (size_t i = 0; i < (chance == CHANCE_START ? 1 : count); i++) {
		unsigned allowed = i == 0 ? PHRASE_START | PHRASE_ANY : PHRASE_ANY;
		size_t n = longest_at(phrases, words, count, i, allowed, &found);
		if (n == 0 || (cut && i + n == count))
			continue;
		match.kind = (enum furniture)found.kind;
		match.starts = i == 0;
		match.within = !(found.places & PHRASE_START);
		match.whole = n == count;
		match.words = (uint8_t)n;
		match.end = (uint32_t)words[i + n - 1].end;
		return match;
	}
	return match;
}

/* How many bytes a mark or space at text[at] has that may stand behind a label; 0: none does.
 */
static size_t
label_mark_at(struct slice text, size_t at)
{
	static const char *const wide[] = {"：", "】", "＝"};
	if (text.data[at] != '\0' && strchr(" :|-]=", text.data[at]))
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(wide[i])))
			return strlen(wide[i]);
	return 0;
}

struct slice
furniture_rest(struct slice text, const struct furniture_match *match, bool *marked)
{
	size_t at = match->end;
	*marked = false;
	for (size_t len; at < text.len && (len = label_mark_at(text, at)) > 0; at += len)
		*marked = *marked || text.data[at] != ' ';
	return slice_cut(text, at, text.len);
}

void
furniture_free(struct furniture_book *book)
{
	phrasebook_free(&book->own);
	buffer_free(&book->scratch);
	*book = (struct furniture_book){0};
}
