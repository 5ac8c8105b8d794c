#include "names.h"

#include "phrase.h"
#include "pronouns.h"
#include "things.h"

void
names_read(struct names *names, const struct article *article, const struct lexicon *lexicon)
{
	names->article = article;
	names->lexicon = lexicon;
	names->pasts.count = 0;
	persons_read(&names->persons, article, lexicon->inflects);
}

/* ", who built it" and ", half of them have left" tell no role; ", a baker who has left" does.
 */
static bool
has_verb(const struct word *words, struct range range)
{
	const uint64_t clause = WORD_PREPOSITION | WORD_PRONOUN | WORD_OBJECT | WORD_AUXILIARY |
				WORD_SUBORDINATOR;
	if (range.start + 1 < range.end && words[range.start].traits & WORD_DEFINITE &&
		words[range.start + 1].traits & clause)
		return true; /* ", der seit Jahren dort lebt" */
	for (uint32_t i = range.start; i < range.end; i++) {
		if (words[i].traits & WORD_RELATIVE)
			return i == range.start;
		if (words[i].traits & WORD_AUXILIARY && words[i].shape == SHAPE_LOWER)
			return true;
	}
	return false;
}

static struct slice
role_of(const struct names *names, struct phrase phrase, struct range name)
{
	const struct word *words = names->article->words.items;
	struct range behind = phrase.rest;
	while (behind.start < behind.end && words[behind.start].kind != WORD_LETTERS)
		behind.start++; /* ", 46, a baker" */
	if (behind.start < behind.end && words[behind.start - 1].mark == ',' &&
		!has_verb(words, behind))
		return article_text(names->article, phrase_trim(words, behind));
	struct range before = phrase_trim(words, (struct range){phrase.np.start, name.start});
	if (before.end > before.start + 1 && words[before.end - 1].traits & NAME_HONORIFIC &&
		words[before.end - 2].kind == WORD_MARK)
		before.end--; /* "the chairman, |Sir| Per Holm" */
	if (before.end > before.start + 1 && words[before.start].traits & WORD_POSSESSIVE)
		before.start++; /* "her brother" */
	return article_text(names->article, phrase_trim(words, before));
}

/* The role that a named source has: the mayor's "mayor". 0 where it has none. */
static uint64_t
role_hash(const struct word *words, struct phrase phrase)
{
	for (uint32_t i = phrase.all.end; i > phrase.all.start; i--)
		if (words[i - 1].traits & NOUN_ROLE)
			return words[i - 1].hash;
	return 0;
}

static struct speaker
resolve_person(struct names *names, struct phrase phrase, struct range run)
{
	const struct word *words = names->article->words.items;
	struct range name = name_strip(words, run);
	uint32_t place = persons_find(&names->persons, words, name);
	struct slice role = role_of(names, phrase, name);
	struct speaker speaker = {article_text(names->article, name), role, SOURCE_NAMED};
	struct person *person = place ? &names->persons.items[place - 1] : NULL;
	if (person) {
		if (role.len > person->role.len)
			person->role = role;
		speaker.name = article_text(names->article, person->words);
		speaker.role = person->role;
	}
	if (person && person->organisation)
		speaker = (struct speaker){speaker.name, SLICE(""), SOURCE_ORGANISATION};
	pasts_add(&names->pasts, (struct past){.speaker = speaker,
					 .head = words[name.end - 1].hash,
					 .role = role_hash(words, phrase),
					 .person = person});
	return speaker;
}

/* A person's own words stand for the person: "his statement", "Syrsky's letter". */
static bool
resolve_owner(struct names *names, struct phrase phrase, struct speaker *owner)
{
	const struct word *words = names->article->words.items;
	if (!(words[phrase.head].traits & NOUN_DOCUMENT))
		return false;
	for (uint32_t i = phrase.np.start; i < phrase.head; i++) {
		if (!(words[i].traits & WORD_POSSESSIVE))
			continue;
		if (i == phrase.np.start)
			return pronouns_owner(names, &words[i], owner);
		struct range run = phrase_run(words, (struct range){phrase.np.start, i}, i - 1);
		struct range name = name_strip(words, run);
		if (range_is_empty(name) || !persons_find(&names->persons, words, name))
			return false;
		struct phrase person = {phrase.np, {phrase.np.start, i}, i - 1, {i, i}};
		*owner = resolve_person(names, person, run);
		return true;
	}
	return false;
}

/* "President Holm", but "der Sprecher |der Bahn|" not: a name stands right behind the head. */
static bool
names_itself(const struct word *words, struct phrase phrase)
{
	uint32_t next = phrase.head + 1;
	return name_is_capital(&words[phrase.head]) &&
	       (next >= phrase.all.end || name_is_capital(&words[next]));
}

/* "his grandmother, Ida Holm": right behind a noun that no table knows, all of an apposition.
 */
static bool
is_full_name(const struct word *words, struct phrase phrase, struct range run)
{
	bool closed = run.end == phrase.rest.end || words[run.end].kind == WORD_MARK;
	return run.start == phrase.rest.start + 1 && run.end > run.start + 1 && closed &&
	       words[phrase.head].shape == SHAPE_LOWER &&
	       !(words[phrase.head].traits & NOUN_SOURCE);
}

/* "the union's leader, Per Holm": the name stands in the apposition. */
static bool
resolve_apposition(struct names *names, struct phrase phrase, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	struct range run = phrase_name_behind_comma(words, phrase.rest);
	bool person = words[phrase.head].traits & (NOUN_ROLE | NOUN_ANONYMOUS);
	if (range_is_empty(run) || names_itself(words, phrase) ||
		!(person || is_full_name(words, phrase, run)))
		return false;
	struct range name = name_strip(words, run);
	if (range_is_empty(name) || !name_is_person(words, name) ||
		!persons_find(&names->persons, words, name))
		return false;
	struct phrase whole = {
		phrase.all, {phrase.np.start, run.end}, run.end - 1, {run.end, run.end}};
	*speaker = resolve_person(names, whole, run);
	return true;
}

/* In a transcript a name in capitals is a person's: "BRANDT: Not from the bridge." */
static bool
is_label(const struct names *names, struct range source)
{
	const struct words *words = &names->article->words;
	return source.end < words->count && words->items[source.end].mark == ':';
}

/* "das Wasserwerk", "the Kremlin": an article and one word are no person's name. */
static bool
is_thing(const struct names *names, struct range source, struct range name)
{
	const struct word *words = names->article->words.items;
	return words[source.start].traits & (WORD_ARTICLE | WORD_DEFINITE) &&
	       (name.start == source.start + 1 || words[name.start].traits & NAME_OR_NOUN) &&
	       name.end == name.start + 1 && !persons_find(&names->persons, words, name);
}

/* "Ministerstwo |Spraw Wewnętrznych": what stands before the name is no person's title. */
static bool
is_organisation(const struct word *words, struct range titles)
{
	uint64_t traits = 0;
	for (uint32_t i = titles.start; i < titles.end; i++)
		traits |= words[i].traits;
	return traits & NOUN_ORGANISATION && !(words[titles.end].traits & NAME_FIRST) &&
	       !(traits & (NOUN_ROLE | NAME_HONORIFIC | NOUN_ANONYMOUS));
}

/* "Carvenia's |Hydrodata|": a country's own, and no person whom the document names. */
static bool
is_of_country(const struct names *names, struct range name)
{
	const struct word *words = names->article->words.items;
	return name.end == name.start + 1 && name.start > 1 && !words[name.start - 1].spaced &&
	       words[name.start - 1].traits & WORD_POSSESSIVE &&
	       words[name.start - 2].traits & NAME_PLACE &&
	       !persons_find(&names->persons, words, name);
}

/* Whether the run before the head is a person's name; capitals alone are most often not. */
static bool
names_person(
	const struct names *names, struct range source, struct phrase phrase, struct range run)
{
	const struct word *words = names->article->words.items;
	struct range name = name_strip(words, run);
	if (!name_is_capital(&words[phrase.head]) || range_is_empty(name) ||
		words[phrase.head].traits & WORD_DETERMINER || /* "One, who" */
		!name_is_person(words, name) || is_thing(names, source, name) ||
		is_of_country(names, name) ||
		is_organisation(words, (struct range){phrase.np.start, name.start}))
		return false;
	return words[phrase.head].shape != SHAPE_UPPER || is_label(names, source) ||
	       persons_find(&names->persons, words, name);
}

static uint64_t
hash_of(const struct word *words, struct range range)
{
	uint64_t hash = words[range.start].hash;
	for (uint32_t i = range.start + 1; i < range.end; i++)
		hash = words_hash_next(hash, words[i].hash);
	return hash;
}

/* 发言人毛林: written without spaces, a name stands right behind its title. */
static bool
resolve_titled(struct names *names, struct range source, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	struct range name =
		name_behind_title(words, buffer_slice(&names->article->text), source);
	if (range_is_empty(name))
		return false;
	struct range title = {source.start, name.start};
	*speaker = (struct speaker){article_text(names->article, name),
		article_text(names->article, title), SOURCE_NAMED};
	pasts_add(&names->pasts,
		(struct past){.speaker = *speaker, .head = hash_of(words, name)});
	return true;
}

/* 毛林, whose title stood before the name when it was met first. */
static bool
resolve_untitled(struct names *names, struct range source, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	if (source.end - source.start < 2)
		return false;
	const struct past *past = pasts_head(&names->pasts, hash_of(words, source));
	if (past)
		*speaker = past->speaker;
	return past != NULL;
}

struct speaker
names_resolve(struct names *names, struct range source)
{
	const struct word *words = names->article->words.items;
	if (range_is_empty(source))
		return (struct speaker){SLICE(""), SLICE(""), SOURCE_UNKNOWN};
	if (words[source.start].traits & WORD_RELATIVE)
		source = pronouns_antecedent(names, source);
	struct phrase phrase = phrase_of(words, source, names->lexicon->inflects);
	const struct word *head = &words[phrase.head];
	names->pasts.at = source.start;
	struct speaker speaker = {SLICE(""), SLICE(""), SOURCE_UNKNOWN};
	if (source.end - source.start == 1 && head->traits & WORD_ARTICLE)
		return speaker;
	if (source.end - source.start == 1 && head->traits & WORD_POSSESSIVE &&
		(pronouns_person(names, head, &speaker) ||
			pronouns_owner(names, head, &speaker)))
		return speaker;
	if (head->traits & (WORD_PRONOUN | WORD_OBJECT))
		return pronouns_resolve(names, head);
	if (things_statement(names, source, &speaker) ||
		resolve_owner(names, phrase, &speaker) ||
		resolve_apposition(names, phrase, &speaker) ||
		things_named(names, phrase, &speaker) ||
		things_quoted(names, source, &speaker) ||
		resolve_titled(names, source, &speaker) ||
		resolve_untitled(names, source, &speaker))
		return speaker;
	struct slice outlet = things_outlet_in(names, source);
	struct range run = phrase_run(words, phrase.np, phrase.head);
	if (outlet.len && things_outlet_in(names, phrase.np).len == 0 &&
		names_person(names, source, phrase, run))
		outlet = SLICE(""); /* "schrieb Ida Holm |bei Facebook|" */
	if (is_of_country(names, run))
		phrase.np.start = phrase.all.start = run.start;
	enum source_class before = things_class_before(words, phrase.np, run);
	if (!outlet.len && name_is_capital(head) &&
		(before == SOURCE_OUTLET || before == SOURCE_ORGANISATION)) {
		phrase.np.start = phrase.all.start = run.start;
		return things_other(names, phrase, before);
	}
	if (!outlet.len && names_person(names, source, phrase, run))
		return resolve_person(names, phrase, run);
	return things_noun(names, phrase, outlet);
}

void
names_free(struct names *names)
{
	persons_free(&names->persons);
	*names = (struct names){0};
}
