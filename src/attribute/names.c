#include "names.h"

#include <stdlib.h>

#include "memory.h"

static bool
is_capital(const struct word *word)
{
	return word->kind == WORD_LETTERS &&
	       (word->shape == SHAPE_CAPITAL || word->shape == SHAPE_UPPER ||
		       word->shape == SHAPE_MIXED);
}

static bool
is_genitive(const struct word *word)
{
	return word->kind == WORD_LETTERS && !word->spaced && word->traits & WORD_POSSESSIVE;
}

/* The end of the run of capitals that begins at `start`. */
static uint32_t
run_end(const struct word *words, uint32_t start, uint32_t end)
{
	uint32_t i = start + 1;
	while (i < end) {
		if (is_capital(&words[i]) && words[i].spaced &&
			!(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			i++;
		else if (words[i].traits & NAME_POINT && i + 1 < end &&
			 is_capital(&words[i + 1]))
			i++;
		else if (words[i].traits & NAME_PARTICLE && i + 1 < end &&
			 is_capital(&words[i + 1]))
			i++;
		else if (words[i - 1].mark == '.' && is_capital(&words[i]))
			i++;
		else
			break;
	}
	return i;
}

/* The run without the honorifics, roles and nationalities in front of a name. */
static struct range
strip_titles(const struct word *words, struct range run)
{
	const uint64_t titles =
		NAME_HONORIFIC | NOUN_ROLE | NAME_PEOPLE | NOUN_ANONYMOUS | NOUN_ORGANISATION;
	while (run.start < run.end) {
		const struct word *word = &words[run.start];
		bool title = word->traits & titles;
		bool role_follows = run.start + 1 < run.end &&
				    words[run.start + 1].traits & (NOUN_ROLE | NOUN_ANONYMOUS);
		if (!title && !role_follows && word->mark != '.')
			break;
		run.start++;
	}
	return run;
}

static uint64_t
gender_of(const struct word *words, struct range run)
{
	for (uint32_t i = run.start; i < run.end; i++)
		if (words[i].traits & (NAME_MALE | NAME_FEMALE))
			return words[i].traits & (NAME_MALE | NAME_FEMALE);
	return 0;
}

static struct slice
text_of(const struct names *names, struct range range)
{
	const struct word *words = names->article->words.items;
	if (range_is_empty(range))
		return SLICE("");
	return slice_cut(buffer_slice(&names->article->text), words[range.start].start,
		words[range.end - 1].end);
}

static uint32_t
count_capitals(const struct word *words, struct range run)
{
	uint32_t count = 0;
	for (uint32_t i = run.start; i < run.end; i++)
		count += words[i].kind == WORD_LETTERS;
	return count;
}

static bool
is_person_name(const struct word *words, struct range run)
{
	uint64_t last = words[run.end - 1].traits;
	if (last & (NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET | NAME_PLACE | NAME_PEOPLE |
			   NAME_PEOPLES | NOUN_DOCUMENT | WORD_TIME))
		return false;
	return !(words[run.start].traits & (NAME_OUTLET | WORD_TIME));
}

/* Persons are looked up by the hash of their last name, so that SYRSKY finds Syrsky. */
static struct slice
key_of(const struct word *last)
{
	return (struct slice){(const char *)&last->hash, sizeof last->hash};
}

/* The person of that last name whose first name is the same, or who is named most often. */
static uint32_t
find_person(const struct names *names, struct range run)
{
	const struct word *words = names->article->words.items;
	const uint32_t *head = map_find(&names->by_last, key_of(&words[run.end - 1]));
	if (!head)
		return 0;
	if (count_capitals(words, run) > 1) {
		for (uint32_t p = *head; p; p = names->persons[p - 1].next)
			if (names->persons[p - 1].first == words[run.start].hash)
				return p;
		return 0;
	}
	uint32_t found = *head;
	for (uint32_t p = *head; p; p = names->persons[p - 1].next)
		if (names->persons[p - 1].mentions >= names->persons[found - 1].mentions)
			found = p;
	return found;
}

static void
add_person(struct names *names, struct range run, uint64_t gender)
{
	const struct word *words = names->article->words.items;
	uint32_t known = find_person(names, run);
	if (known) {
		struct person *person = &names->persons[known - 1];
		if (count_capitals(words, run) > count_capitals(words, person->words))
			person->words = run;
		person->gender |= gender;
		person->mentions++;
		return;
	}
	names->persons = memory_reserve(names->persons, &names->person_capacity,
		names->person_count + 1, sizeof *names->persons);
	struct person *person = &names->persons[names->person_count++];
	*person = (struct person){
		.first = words[run.start].hash, .words = run, .mentions = 1, .gender = gender};
	uint32_t place = (uint32_t)names->person_count;
	uint32_t *head = map_add(&names->by_last, key_of(&words[run.end - 1]), place, NULL);
	if (*head != place) {
		person->next = *head;
		*head = place;
	}
}

static void
read_sentence(struct names *names, struct range sentence)
{
	const struct word *words = names->article->words.items;
	for (uint32_t i = sentence.start; i < sentence.end; i++) {
		if (!is_capital(&words[i]) ||
			(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			continue;
		struct range run = {i, run_end(words, i, sentence.end)};
		struct range name = strip_titles(words, run);
		uint32_t capitals = count_capitals(words, name);
		if (capitals > 1 && capitals < 6 && is_person_name(words, name))
			add_person(names, name, gender_of(words, run));
		i = run.end - 1;
	}
}

void
names_read(struct names *names, const struct article *article, const struct lexicon *lexicon)
{
	names->article = article;
	names->lexicon = lexicon;
	names->person_count = names->past_count = 0;
	map_clear(&names->by_last);
	for (size_t s = 0; s < article->sentence_count; s++)
		read_sentence(names, article->sentences[s].words);
}

/* A source taken apart. */
struct phrase {
	struct range all;
	struct range np;   /* up to the first comma, preposition or relative */
	uint32_t head;     /* its head word */
	struct range rest; /* the apposition */
};

static bool
ends_phrase(const struct word *words, uint32_t at, struct range source)
{
	const struct word *word = &words[at];
	if (word->mark == ',' || word->mark == '-' || word->mark == '(' ||
		word->traits & WORD_RELATIVE || word->traits & WORD_THAT)
		return true;
	if (word->mark == '.')
		return !(word->traits & NAME_POINT);
	const struct word *before = &words[at - 1];
	if (word->traits & (WORD_TIME | WORD_DETERMINER) && !is_capital(word) &&
		!(before->traits & WORD_FUNCTION) && before->kind != WORD_MARK)
		return true; /* "the Supreme Court this month" */
	if (!(word->traits & WORD_PREPOSITION))
		return false;
	bool organisation = before->traits & NOUN_ORGANISATION && is_capital(before);
	bool role = before->traits & NOUN_ROLE && at + 1 < source.end &&
		    words[at + 1].traits & NOUN_ROLE;
	return !organisation && !role;
}

static struct range
without_article(const struct word *words, struct range range)
{
	while (range.start + 1 < range.end &&
		words[range.start].traits & (WORD_ARTICLE | WORD_CONJUNCTION))
		range.start++;
	while (range.end > range.start + 1 &&
		(words[range.end - 1].kind == WORD_MARK || is_genitive(&words[range.end - 1])))
		range.end--;
	return range;
}

static uint32_t
head_of(const struct word *words, struct range np)
{
	for (uint32_t i = np.start; i + 1 < np.end; i++)
		if (is_capital(&words[i]) && words[i].traits & NOUN_ORGANISATION &&
			words[i + 1].traits & WORD_PREPOSITION)
			return i; /* the Ministry of Defence */
	if (is_capital(&words[np.end - 1]))
		return np.end - 1;
	for (uint32_t i = np.end; i > np.start; i--)
		if (words[i - 1].traits & (NOUN_SOURCE | NOUN_ROLE))
			return i - 1;
	return np.end - 1;
}

/* "Notably, a witness": what stands before the article is none of the source. */
static struct range
without_adverb(const struct word *words, struct range source)
{
	for (uint32_t i = source.start; i < source.end && i < source.start + 4; i++)
		if (i > source.start && words[i].mark == ',' && i + 1 < source.end &&
			words[i + 1].traits & WORD_ARTICLE &&
			(words[i - 1].traits & WORD_FUNCTION || !is_capital(&words[i - 1]) ||
				(i == source.start + 1 && !words[i - 1].traits)))
			return (struct range){i + 1, source.end};
	return source;
}

static struct phrase
take_apart(const struct word *words, struct range source)
{
	struct phrase phrase = {.all = without_article(words, without_adverb(words, source))};
	phrase.np = phrase.all;
	for (uint32_t i = phrase.all.start; i < phrase.all.end; i++)
		if (i > phrase.all.start && ends_phrase(words, i, phrase.all)) {
			phrase.np.end = i;
			break;
		}
	phrase.np = without_article(words, phrase.np);
	if (range_is_empty(phrase.np))
		phrase.np = phrase.all;
	phrase.rest = (struct range){phrase.np.end, phrase.all.end};
	phrase.head = head_of(words, phrase.np);
	return phrase;
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

static void
remember(struct names *names, struct past past)
{
	names->past[names->past_count++ % PAST_SOURCES] = past;
}

/* The source met last that fits; NULL where none does. */
static const struct past *
last_past(const struct names *names, bool (*fits)(const struct past *, uint64_t), uint64_t what)
{
	size_t kept = names->past_count < PAST_SOURCES ? names->past_count : PAST_SOURCES;
	for (size_t i = 1; i <= kept; i++) {
		const struct past *past = &names->past[(names->past_count - i) % PAST_SOURCES];
		if (fits(past, what))
			return past;
	}
	return NULL;
}

static bool
fits_person(const struct past *past, uint64_t gender)
{
	(void)gender;
	return past->speaker.class == SOURCE_NAMED ||
	       (past->speaker.class == SOURCE_ANONYMOUS && !past->plural);
}

static bool
fits_plural(const struct past *past, uint64_t unused)
{
	(void)unused;
	return past->plural || past->speaker.class == SOURCE_ORGANISATION;
}

static bool
fits_thing(const struct past *past, uint64_t unused)
{
	(void)unused;
	return past->speaker.class == SOURCE_ORGANISATION ||
	       past->speaker.class == SOURCE_OUTLET || past->speaker.class == SOURCE_DOCUMENT;
}

static bool
fits_role(const struct past *past, uint64_t role)
{
	return past->role == role;
}

static bool
fits_head(const struct past *past, uint64_t head)
{
	return past->head == head;
}

static struct slice
role_of(const struct names *names, struct phrase phrase, struct range name)
{
	const struct word *words = names->article->words.items;
	struct range behind = phrase.rest;
	while (behind.start < behind.end && words[behind.start].kind == WORD_MARK)
		behind.start++;
	if (behind.start < behind.end && words[behind.start - 1].mark == ',' &&
		!(words[behind.start].traits & WORD_RELATIVE))
		return text_of(names, without_article(words, behind));
	struct range before =
		without_article(words, (struct range){phrase.np.start, name.start});
	return text_of(names, before);
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
	struct range name = strip_titles(words, run);
	uint32_t place = find_person(names, name);
	struct slice role = role_of(names, phrase, name);
	struct speaker speaker = {text_of(names, name), role, SOURCE_NAMED};
	if (place) {
		struct person *person = &names->persons[place - 1];
		if (role.len > person->role.len)
			person->role = role;
		speaker.name = text_of(names, person->words);
		speaker.role = person->role;
	}
	remember(names, (struct past){.speaker = speaker,
				.head = words[name.end - 1].hash,
				.role = role_hash(words, phrase)});
	return speaker;
}

/* "of the Institute for …": a preposition and an organisation's name */
static bool
is_of_organisation(const struct word *words, struct range behind)
{
	if (range_is_empty(behind) || !(words[behind.start].traits & WORD_PREPOSITION))
		return false;
	for (uint32_t i = behind.start; i < behind.end; i++)
		if (is_capital(&words[i]) && words[i].traits & NOUN_ORGANISATION)
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
			words[i].traits & WORD_RELATIVE) {
			whole.end = i;
			break;
		}
	struct speaker speaker = {
		text_of(names, without_article(words, whole)), SLICE(""), class};
	const struct past *holder = NULL;
	if (head->traits & NOUN_ROLE && !is_indefinite(words, phrase))
		holder = last_past(names, fits_role, head->hash);
	if (holder)
		return holder->speaker;
	if (phrase.np.start == phrase.head && whole.end == phrase.head + 1 &&
		!is_capital(head)) {
		const struct past *past = last_past(names, fits_head, head->hash);
		if (past)
			speaker = past->speaker;
	}
	if (class == SOURCE_ANONYMOUS && head->traits & NOUN_STAFF &&
		is_of_organisation(words, (struct range){phrase.head + 1, whole.end}))
		speaker.class = SOURCE_ORGANISATION;
	bool plural = head->traits & (NOUN_PLURAL | NAME_PEOPLES);
	remember(
		names, (struct past){.speaker = speaker, .head = head->hash, .plural = plural});
	return speaker;
}

static struct speaker
resolve_pronoun(struct names *names, const struct word *word)
{
	const struct past *past = NULL;
	if (word->traits & (WORD_HE | WORD_SHE) ||
		(word->traits & WORD_OBJECT && !(word->traits & NOUN_PLURAL)))
		past = last_past(names, fits_person, 0);
	else if (word->traits & (WORD_THEY | WORD_OBJECT))
		past = last_past(names, fits_plural, 0);
	else if (word->traits & WORD_IT)
		past = last_past(names, fits_thing, 0);
	if (past)
		return past->speaker;
	struct slice text =
		slice_cut(buffer_slice(&names->article->text), word->start, word->end);
	return (struct speaker){text, SLICE(""), SOURCE_UNKNOWN};
}

/* "her account", "their update" */
static bool
resolve_possessive(const struct names *names, const struct word *word, struct speaker *owner)
{
	bool person = word->traits & (NAME_MALE | NAME_FEMALE);
	const struct past *past = last_past(names,
		person                       ? fits_person
		: word->traits & NOUN_PLURAL ? fits_plural
					     : fits_thing,
		0);
	if (past)
		*owner = past->speaker;
	return past != NULL;
}

/* The run of capitals that ends with the head. */
static struct range
run_before(const struct word *words, struct range np, uint32_t head)
{
	struct range run = {head, head + 1};
	while (run.start > np.start) {
		const struct word *before = &words[run.start - 1];
		if (!is_capital(before) && before->mark != '.' &&
			!(before->traits & NAME_PARTICLE))
			break;
		run.start--;
	}
	while (run.start < head && !is_capital(&words[run.start]))
		run.start++;
	return run;
}

static struct slice
outlet_in(const struct names *names, struct range np)
{
	const struct word *words = names->article->words.items;
	for (uint32_t i = np.start; i < np.end; i++) {
		struct slice name = lexicon_outlet(names->lexicon, &words[i]);
		if (name.len && (is_capital(&words[i]) || words[i].traits & WORD_ARTICLE))
			return name;
	}
	return SLICE("");
}

static struct speaker
resolve_outlet(struct names *names, struct phrase phrase, struct slice name)
{
	struct speaker speaker = {name, SLICE(""), SOURCE_OUTLET};
	const struct word *words = names->article->words.items;
	remember(names, (struct past){.speaker = speaker, .head = words[phrase.head].hash});
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
			return resolve_possessive(names, &words[i], owner);
		struct range run = run_before(words, (struct range){phrase.np.start, i}, i - 1);
		struct range name = strip_titles(words, run);
		if (range_is_empty(name) || !find_person(names, name))
			return false;
		struct phrase person = {phrase.np, {phrase.np.start, i}, i - 1, {i, i}};
		*owner = resolve_person(names, person, run);
		return true;
	}
	return false;
}

static struct range
before_relative(const struct names *names, struct range source)
{
	const struct word *words = names->article->words.items;
	uint32_t end = source.start, start = end;
	if (start > 0 && words[start - 1].mark == ',')
		end = --start;
	while (start > 0 && source.start - start < 12 && words[start - 1].kind != WORD_MARK &&
		words[start - 1].sentence == words[source.start].sentence &&
		!(words[start - 1].traits & (CUE_VERB | WORD_AUXILIARY | WORD_CONJUNCTION)))
		start--;
	return (struct range){start, end};
}

/* "the union's leader, Per Holm": the name stands in the apposition. */
static bool
resolve_apposition(struct names *names, struct phrase phrase, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	uint32_t start = phrase.rest.start;
	while (start < phrase.rest.end && words[start].mark != ',')
		start++;
	if (!(words[phrase.head].traits & (NOUN_ROLE | NOUN_ANONYMOUS)) ||
		is_capital(&words[phrase.head]) || start + 1 >= phrase.rest.end ||
		words[start].mark != ',' || !is_capital(&words[start + 1]))
		return false;
	struct range run = {start + 1, run_end(words, start + 1, phrase.rest.end)};
	struct range name = strip_titles(words, run);
	if (range_is_empty(name) || !is_person_name(words, name) || !find_person(names, name))
		return false;
	struct phrase person = {
		phrase.all, {phrase.np.start, run.end}, run.end - 1, {run.end, run.end}};
	*speaker = resolve_person(names, person, run);
	return true;
}

/* What the common noun before a name says of it: "the newspaper Nordbladet". */
static enum source_class
class_before(const struct word *words, struct range np, struct range run)
{
	return run.start > np.start ? class_of_noun(words[run.start - 1].traits)
				    : SOURCE_UNKNOWN;
}

/* In a transcript a name in capitals is a person's: "BRANDT: Not from the bridge." */
static bool
is_label(const struct names *names, struct range source)
{
	const struct words *words = &names->article->words;
	return source.end < words->count && words->items[source.end].mark == ':';
}

struct speaker
names_resolve(struct names *names, struct range source)
{
	const struct word *words = names->article->words.items;
	if (range_is_empty(source))
		return (struct speaker){SLICE(""), SLICE(""), SOURCE_UNKNOWN};
	if (words[source.start].traits & WORD_RELATIVE) {
		struct range before = before_relative(names, source);
		if (!range_is_empty(before))
			source = before;
	}
	struct phrase phrase = take_apart(words, source);
	const struct word *head = &words[phrase.head];
	if (head->traits & (WORD_PRONOUN | WORD_OBJECT))
		return resolve_pronoun(names, head);
	struct speaker speaker;
	if (resolve_owner(names, phrase, &speaker) ||
		resolve_apposition(names, phrase, &speaker))
		return speaker;
	struct slice outlet = outlet_in(names, source);
	struct range run = run_before(words, phrase.np, phrase.head);
	struct range name = strip_titles(words, run);
	enum source_class class = class_of_noun(head->traits);
	enum source_class before = class_before(words, phrase.np, run);
	if (is_capital(head) && (before == SOURCE_OUTLET || before == SOURCE_ORGANISATION)) {
		phrase.np.start = phrase.all.start = run.start;
		return resolve_other(names, phrase, before);
	}
	if (is_capital(head) && !range_is_empty(name) && is_person_name(words, name) &&
		(head->shape != SHAPE_UPPER || is_label(names, source) ||
			find_person(names, name)) &&
		!outlet.len)
		return resolve_person(names, phrase, run);
	if (outlet.len && (head->traits & NAME_OUTLET || class == SOURCE_UNKNOWN ||
				  class == SOURCE_OUTLET || class == SOURCE_DOCUMENT))
		return resolve_outlet(names, phrase, outlet);
	if (class == SOURCE_UNKNOWN && is_capital(head) && !(head->traits & NOUN_ROLE))
		class = head->traits & NAME_PEOPLES ? SOURCE_ANONYMOUS : SOURCE_ORGANISATION;
	if (class == SOURCE_UNKNOWN)
		class = SOURCE_ANONYMOUS;
	return resolve_other(names, phrase, class);
}

const char *source_class_name(enum source_class class)
{
	static const char *const class_names[] = {
		[SOURCE_UNKNOWN] = "",
		[SOURCE_NAMED] = "named",
		[SOURCE_ANONYMOUS] = "anonymous",
		[SOURCE_ORGANISATION] = "organisation",
		[SOURCE_OUTLET] = "outlet",
		[SOURCE_DOCUMENT] = "document",
	};
	return class_names[class];
}

void
names_free(struct names *names)
{
	free(names->persons);
	map_free(&names->by_last);
	*names = (struct names){0};
}
