#include "names.h"

#include "phrase.h"
#include "pronouns.h"

void
names_read(struct names *names, const struct article *article, const struct lexicon *lexicon)
{
	names->article = article;
	names->lexicon = lexicon;
	names->pasts.count = 0;
	persons_read(&names->persons, article, lexicon->inflects);
}

static enum source_class
class_of_noun(uint64_t traits)
{
	if (traits & NOUN_ANONYMOUS)
		return SOURCE_ANONYMOUS;
	if (traits & NOUN_DOCUMENT)
		return SOURCE_DOCUMENT;
	if (traits & NOUN_OUTLET)
		return SOURCE_OUTLET;
	if (traits & NOUN_ORGANISATION)
		return SOURCE_ORGANISATION;
	return SOURCE_UNKNOWN;
}

/* ", who built it" and ", half of them have left" tell no role; ", a baker who has left" does.
 */
static bool
has_verb(const struct word *words, struct range range)
{
	const uint64_t clause = WORD_PREPOSITION | WORD_PRONOUN | WORD_OBJECT |
				WORD_AUXILIARY | WORD_SUBORDINATOR;
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

/* "of the Institute for …": a preposition and an organisation's name */
static bool
is_of_organisation(const struct word *words, struct range behind)
{
	if (range_is_empty(behind) || !(words[behind.start].traits & WORD_PREPOSITION))
		return false;
	for (uint32_t i = behind.start; i < behind.end; i++)
		if (name_is_capital(&words[i]) && words[i].traits & NOUN_ORGANISATION)
			return true;
	return false;
}

/* "a minister": none that was named before */
static bool
is_indefinite(const struct word *words, struct phrase phrase)
{
	uint32_t start = phrase.np.start;
	if (start > 0 && words[start - 1].traits & WORD_ARTICLE)
		start--;
	return words[start].traits & WORD_DETERMINER && !(words[start].traits & WORD_DEFINITE);
}

static struct speaker
resolve_other(struct names *names, struct phrase phrase, enum source_class class)
{
	const struct word *words = names->article->words.items;
	const struct word *head = &words[phrase.head];
	struct range whole = phrase.all;
	for (uint32_t i = phrase.np.end; i < whole.end; i++)
		if (words[i].mark == ',' || words[i].mark == '-' || words[i].mark == '(' ||
			words[i].traits & (WORD_RELATIVE | WORD_TIME)) {
			whole.end = i;
			if (words[i - 1].traits & WORD_PREPOSITION)
				whole.end--; /* "Acme Mills on Monday" */
			break;
		}
	struct speaker speaker = {
		article_text(names->article, phrase_trim(words, whole)), SLICE(""), class};
	const struct past *holder = head->traits & NOUN_ROLE && !is_indefinite(words, phrase)
					    ? pasts_role(&names->pasts, head->hash)
					    : NULL;
	if (holder) {
		speaker = holder->speaker;
		pasts_add(&names->pasts, *holder);
		return speaker;
	}
	if (phrase.np.start == phrase.head && whole.end == phrase.head + 1 &&
		!name_is_capital(head)) {
		const struct past *past = pasts_head(&names->pasts, head->hash);
		if (past)
			speaker = past->speaker;
	}
	if (class == SOURCE_ANONYMOUS && head->traits & NOUN_STAFF &&
		is_of_organisation(words, (struct range){phrase.head + 1, whole.end}))
		speaker.class = SOURCE_ORGANISATION;
	bool plural = head->traits & (NOUN_PLURAL | NAME_PEOPLES);
	pasts_add(&names->pasts,
		(struct past){.speaker = speaker, .head = head->hash, .plural = plural});
	return speaker;
}

static struct slice
outlet_in(const struct names *names, struct range np)
{
	const struct word *words = names->article->words.items;
	for (uint32_t i = np.start; i < np.end; i++) {
		struct slice name = lexicon_outlet(names->lexicon, &words[i]);
		if (words[i].traits & WORD_ACCESS)
			break; /* "papers seen by The Courier" */
		if (name.len && (name_is_capital(&words[i]) || words[i].traits & WORD_ARTICLE ||
					(i > np.start && words[i - 1].traits & NOUN_OUTLET)))
			return name; /* die Nachrichtenagentur dpa */
	}
	return SLICE("");
}

static struct speaker
resolve_outlet(struct names *names, struct phrase phrase, struct slice name)
{
	struct speaker speaker = {name, SLICE(""), SOURCE_OUTLET};
	const struct word *words = names->article->words.items;
	pasts_add(&names->pasts,
		(struct past){.speaker = speaker, .head = words[phrase.head].hash});
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

/* The name in capitals that stands behind the first comma; empty where none does. */
static struct range
name_behind_comma(const struct word *words, struct range rest)
{
	uint32_t start = rest.start;
	while (start < rest.end && words[start].mark != ',')
		start++;
	if (start + 1 >= rest.end || !name_is_capital(&words[start + 1]))
		return (struct range){rest.end, rest.end};
	return (struct range){start + 1, name_end(words, start + 1, rest.end)};
}

/* "his grandmother, Ida Holm": right behind a noun that no table knows, all of an apposition. */
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
	struct range run = name_behind_comma(words, phrase.rest);
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

/* "the agency, Hydrodata": what the noun before the comma says of a name. */
static bool
resolve_named_thing(struct names *names, struct phrase phrase, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	struct range run = name_behind_comma(words, phrase.rest);
	uint64_t traits = words[phrase.head].traits;
	enum source_class class = class_of_noun(traits);
	bool closed = run.end == phrase.rest.end || words[run.end].kind == WORD_MARK;
	if (range_is_empty(run) || run.start != phrase.rest.start + 1 || !closed ||
		words[phrase.head].shape != SHAPE_LOWER || traits & NOUN_ROLE ||
		(class != SOURCE_ORGANISATION && class != SOURCE_OUTLET))
		return false;
	struct slice outlet = lexicon_outlet(names->lexicon, &words[run.start]);
	*speaker = (struct speaker){
		outlet.len ? outlet : article_text(names->article, run), SLICE(""), class};
	pasts_add(&names->pasts,
		(struct past){.speaker = *speaker, .head = words[phrase.head].hash});
	return true;
}

/* What the common noun before a name says of it: "the newspaper Nordbladet". */
static enum source_class
class_before(const struct word *words, struct range np, struct range run)
{
	for (uint32_t i = np.start; i < run.start; i++)
		if (words[i].traits & (NOUN_ROLE | NOUN_ANONYMOUS))
			return SOURCE_UNKNOWN; /* "the head of the union Ida Holm" */
	uint32_t noun = run.start;
	if (noun > np.start + 1 && words[noun - 1].traits & WORD_ARTICLE)
		noun--; /* "the newspaper the Nordbladet Courier" */
	return noun > np.start ? class_of_noun(words[noun - 1].traits) : SOURCE_UNKNOWN;
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
	       name.end == name.start + 1 &&
	       !persons_find(&names->persons, words, name);
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
		is_organisation(words, (struct range){phrase.np.start, name.start}))
		return false;
	return words[phrase.head].shape != SHAPE_UPPER || is_label(names, source) ||
	       persons_find(&names->persons, words, name);
}

/* "a report in The Quay Gazette": the outlet's name; empty where there is none. */
static struct range
outlet_of_document(const struct word *words, struct phrase phrase)
{
	uint32_t at = phrase.np.end;
	if (at < phrase.all.end && words[at].traits & WORD_PREPOSITION)
		at++;
	while (at > phrase.np.end && at < phrase.all.end && words[at].traits & WORD_ARTICLE)
		at++;
	if (at == phrase.np.end || at >= phrase.all.end || !name_is_capital(&words[at]))
		return (struct range){at, at};
	struct range run = {at, name_end(words, at, phrase.all.end)};
	return words[run.end - 1].traits & NOUN_OUTLET ? run : (struct range){at, at};
}

/* A source that is named by a noun, or by a name that is no person's. */
static struct speaker
resolve_noun(struct names *names, struct phrase phrase, struct slice outlet)
{
	const struct word *words = names->article->words.items;
	const struct word *head = &words[phrase.head];
	enum source_class class = class_of_noun(head->traits);
	struct range paper = outlet_of_document(words, phrase);
	if (class == SOURCE_DOCUMENT && !outlet.len && !range_is_empty(paper))
		return resolve_outlet(names, phrase, article_text(names->article, paper));
	if (outlet.len && (head->traits & NAME_OUTLET || class == SOURCE_UNKNOWN ||
				  class == SOURCE_OUTLET || class == SOURCE_DOCUMENT))
		return resolve_outlet(names, phrase, outlet);
	if (class == SOURCE_UNKNOWN && words[phrase.np.start].traits & NOUN_OUTLET)
		class = SOURCE_OUTLET; /* „Gazeta Lokalna” */
	const uint64_t people = NOUN_ROLE | NAME_PEOPLE | NAME_PEOPLES | WORD_DETERMINER;
	if (class == SOURCE_UNKNOWN && name_is_capital(head) && !(head->traits & people))
		class = SOURCE_ORGANISATION;
	return resolve_other(names, phrase, class ? class : SOURCE_ANONYMOUS);
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

/* газета «Труд»: the name is what stands between the marks, the noun before it tells its kind.
 */
static bool
resolve_quoted(struct names *names, struct range source, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	uint32_t open = source.start, close;
	while (open < source.end && words[open].mark != '"')
		open++;
	for (close = open + 1; close < source.end && words[close].mark != '"';)
		close++;
	if (open == source.start || close >= source.end || close == open + 1)
		return false;
	enum source_class class = class_of_noun(words[open - 1].traits);
	struct range name = {open + 1, close};
	if (class == SOURCE_UNKNOWN || lexicon_outlet(names->lexicon, &words[open + 1]).len)
		return false;
	*speaker = (struct speaker){article_text(names->article, name), SLICE(""), class};
	pasts_add(&names->pasts,
		(struct past){.speaker = *speaker, .head = words[open - 1].hash});
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
	struct phrase phrase = phrase_of(words, source);
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
	if (resolve_owner(names, phrase, &speaker) ||
		resolve_apposition(names, phrase, &speaker) ||
		resolve_named_thing(names, phrase, &speaker) ||
		resolve_quoted(names, source, &speaker) ||
		resolve_titled(names, source, &speaker) ||
		resolve_untitled(names, source, &speaker))
		return speaker;
	struct slice outlet = outlet_in(names, source);
	struct range run = phrase_run(words, phrase.np, phrase.head);
	enum source_class before = class_before(words, phrase.np, run);
	if (!outlet.len && name_is_capital(head) &&
		(before == SOURCE_OUTLET || before == SOURCE_ORGANISATION)) {
		phrase.np.start = phrase.all.start = run.start;
		return resolve_other(names, phrase, before);
	}
	if (!outlet.len && names_person(names, source, phrase, run))
		return resolve_person(names, phrase, run);
	return resolve_noun(names, phrase, outlet);
}

void
names_free(struct names *names)
{
	persons_free(&names->persons);
	*names = (struct names){0};
}
