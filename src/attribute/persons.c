#include "persons.h"

#include <stdlib.h>

#include "memory.h"

enum {
	NAMESAKES = 64,    /* persons of one last name that are told apart */
	CASES_LOOKED = 32, /* names that a name's other cases are looked for among */
	TITLE_WORDS = 6,   /* before a name, that tell whose it is */
};

/* Persons are looked up by the hash of their last name, so that SYRSKY finds Syrsky. */
static struct slice
key_of(const struct word *last)
{
	return (struct slice){(const char *)&last->hash, sizeof last->hash};
}

/* By the last name and the first, or by the last name alone. */
static uint32_t
find_exact(const struct persons *persons, const struct word *words, struct range run)
{
	const uint32_t *head = map_find(&persons->by_last, key_of(&words[run.end - 1]));
	if (!head)
		return 0;
	bool full = words_count_letters(words, run) > 1;
	uint32_t found = 0, looked = 0;
	for (uint32_t p = *head; p && looked < NAMESAKES; looked++) {
		const struct person *person = &persons->items[p - 1];
		if (full && person->first == words[run.start].hash)
			return p;
		if (!full && (!found || person->mentions >= persons->items[found - 1].mentions))
			found = p;
		p = person->next;
	}
	return found;
}

/* The place of the person whose name the run is in another case: "за словами Савчука". */
static uint32_t
find_case(const struct persons *persons, const struct word *words, struct range run)
{
	struct slice last =
		article_text(persons->article, (struct range){run.end - 1, run.end});
	struct slice first =
		article_text(persons->article, (struct range){run.start, run.start + 1});
	bool full = words_count_letters(words, run) > 1;
	for (size_t i = persons->count; i > 0 && persons->count - i < CASES_LOOKED; i--) {
		struct range name = persons->items[i - 1].words;
		if (persons->items[i - 1].organisation ||
			!name_are_cases(last, article_text(persons->article,
						      (struct range){name.end - 1, name.end})))
			continue;
		if (!full || name_are_cases(first,
				     article_text(persons->article,
					     (struct range){name.start, name.start + 1})))
			return (uint32_t)i;
	}
	return 0;
}

static uint32_t
find_called(const struct persons *persons, const struct word *first)
{
	const uint32_t *place = map_find(&persons->by_first, key_of(first));
	return place ? *place : 0;
}

uint32_t
persons_find(const struct persons *persons, const struct word *words, struct range run)
{
	uint32_t found = find_exact(persons, words, run);
	if (!found && persons->inflects)
		found = find_case(persons, words, run);
	if (!found && run.end - run.start == 1)
		found = find_called(persons, &words[run.start]);
	return found;
}

/* "Mrs. Quist", or by the first name */
static uint64_t
gender_of(const struct word *words, struct range run, struct range name)
{
	const uint64_t genders = NAME_MALE | NAME_FEMALE;
	for (uint32_t i = run.start; i < name.start; i++)
		if (words[i].traits & NAME_HONORIFIC)
			return words[i].traits & genders;
	return words[name.start].traits & NAME_FIRST ? words[name.start].traits & genders : 0;
}

/* Whether the second is the better form of a name: fuller, or in its first case. */
static bool
is_better(const struct word *words, struct range old, struct range new)
{
	uint32_t before = words_count_letters(words, old),
		 now = words_count_letters(words, new);
	bool first = words[new.start].traits & NAME_FIRST;
	return now > before ||
	       (now == before && first && !(words[old.start].traits & NAME_FIRST));
}

static void
add_mention(struct person *person, const struct word *words, struct range run,
	const struct person *mention)
{
	person->gender |= mention->gender;
	person->organisation |= mention->organisation;
	if (is_better(words, person->words, run))
		person->words = run;
	person->mentions++;
}

static uint32_t
new_person(struct persons *persons, struct person person)
{
	persons->items = memory_reserve(
		persons->items, &persons->capacity, persons->count + 1, sizeof *persons->items);
	persons->items[persons->count++] = person;
	return (uint32_t)persons->count;
}

static void
add_person(struct persons *persons, const struct word *words, struct person person)
{
	struct range run = person.words;
	uint32_t known = find_exact(persons, words, run);
	if (!known && persons->inflects)
		known = find_case(persons, words, run);
	if (known) {
		add_mention(&persons->items[known - 1], words, run, &person);
		return;
	}
	uint32_t place = new_person(persons, person);
	uint32_t *head = map_add(&persons->by_last, key_of(&words[run.end - 1]), place, NULL);
	if (*head != place) {
		persons->items[place - 1].next = *head;
		*head = place;
	}
	map_add(&persons->by_first, key_of(&words[run.start]), place, NULL);
}

/* "Meridian Foods": found again by its first word alone. */
static void
add_organisation(struct persons *persons, const struct word *words, struct range run)
{
	const struct word *first = &words[run.start];
	if (first->traits || first->shape != SHAPE_CAPITAL || find_called(persons, first))
		return;
	uint32_t place = new_person(persons,
		(struct person){.first = first->hash, .words = run, .organisation = true});
	map_add(&persons->by_first, key_of(first), place, NULL);
}

/* "the lender |Banca Nova"; "the head of the union |Ida Holm" is a person. */
static bool
is_called_organisation(const struct word *words, struct range sentence, struct range run)
{
	const uint64_t things = NOUN_ORGANISATION | NOUN_OUTLET;
	uint32_t start = run.start;
	if (start == sentence.start || !(words[start - 1].traits & things) ||
		words[run.start].traits & NAME_FIRST)
		return false;
	while (start > sentence.start && run.start - start < TITLE_WORDS &&
		words[start - 1].shape == SHAPE_LOWER) {
		start--;
		if (words[start].traits & (NOUN_ROLE | NOUN_ANONYMOUS))
			return false;
	}
	return start < run.start;
}

/* "der |Autobauer Vessen": an article stands before no name but one of a known first name. */
static bool
has_article(
	const struct word *words, struct range sentence, struct range run, struct range name)
{
	return run.start == name.start && run.start > sentence.start &&
	       words[run.start - 1].traits & WORD_ARTICLE &&
	       !(words[name.start].traits & NAME_FIRST);
}

/* Takes the name that the run is, if it is one. */
static void
read_run(struct persons *persons, const struct word *words, struct range sentence,
	struct range run)
{
	struct range name = name_strip(words, run);
	uint32_t capitals = range_is_empty(name) ? 0 : words_count_letters(words, name);
	if (capitals < 2 || capitals > 5)
		return;
	if (words[name.end - 1].traits & NOUN_ORGANISATION)
		add_organisation(persons, words, name);
	if (!name_is_person(words, name) || has_article(words, sentence, run, name))
		return;
	add_person(persons, words,
		(struct person){.first = words[name.start].hash,
			.words = name,
			.mentions = 1,
			.gender = gender_of(words, run, name),
			.organisation = is_called_organisation(words, sentence, run)});
}

static void
read_sentence(struct persons *persons, const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++) {
		if (!name_is_capital(&words[i]) || words[i].traits & CUE_BY ||
			(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			continue;
		struct range run = {i, name_end(words, i, sentence.end)};
		read_run(persons, words, sentence, run);
		i = run.end - 1;
	}
}

void
persons_read(struct persons *persons, const struct article *article, bool inflects)
{
	persons->count = 0;
	persons->article = article;
	persons->inflects = inflects;
	map_clear(&persons->by_last);
	map_clear(&persons->by_first);
	for (size_t s = 0; s < article->sentence_count; s++)
		read_sentence(persons, article->words.items, article->sentences[s].words);
}

/* "about the lawyer Ida Holm", "Holm's brother" */
static bool
may_be_subject(const struct word *words, struct range sentence, struct range run)
{
	const uint64_t titles = NOUN_ROLE | WORD_DETERMINER | WORD_ARTICLE | WORD_DEFINITE;
	uint32_t before = run.start;
	while (before > sentence.start && words[before - 1].traits & titles)
		before--;
	bool behind = before > sentence.start && words[before - 1].traits & WORD_PREPOSITION;
	bool owner = run.end < sentence.end && !words[run.end].spaced &&
		     words[run.end].traits & WORD_POSSESSIVE;
	return words[run.start].quoting == QUOTING_NONE && !behind && !owner;
}

struct person *
persons_subject(const struct persons *persons, const struct word *words, struct range sentence,
	uint64_t gender)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++) {
		if (!name_is_capital(&words[i]))
			continue;
		struct range run = {i, name_end(words, i, sentence.end)};
		struct range name = name_strip(words, run);
		i = run.end - 1;
		if (range_is_empty(name) || !name_is_person(words, name) ||
			!may_be_subject(words, sentence, run))
			continue;
		uint32_t place = persons_find(persons, words, name);
		struct person *person = place ? &persons->items[place - 1] : NULL;
		if (person && (!person->gender || person->gender & gender))
			return person;
	}
	return NULL;
}

void
persons_free(struct persons *persons)
{
	free(persons->items);
	map_free(&persons->by_last);
	map_free(&persons->by_first);
	*persons = (struct persons){0};
}
