#include "persons.h"

#include <stdlib.h>

#include "memory.h"

bool
name_is_capital(const struct word *word)
{
	return word->kind == WORD_LETTERS &&
	       (word->shape == SHAPE_CAPITAL || word->shape == SHAPE_UPPER ||
		       word->shape == SHAPE_MIXED);
}

/* The end of the particles that stand before one more name: "van der |Berg"; `at` if none do.
 */
static uint32_t
particles_end(const struct word *words, uint32_t at, uint32_t end)
{
	uint32_t i = at;
	while (i < end && words[i].traits & NAME_PARTICLE && words[i].shape == SHAPE_LOWER)
		i++;
	return i < end && name_is_capital(&words[i]) ? i : at;
}

bool
name_is_particle(const struct word *words, uint32_t at, struct range around)
{
	uint32_t start = at;
	while (start > around.start && words[start].traits & NAME_PARTICLE &&
		words[start].shape == SHAPE_LOWER)
		start--;
	return name_is_capital(&words[start]) && particles_end(words, at, around.end) > at;
}

uint32_t
name_end(const struct word *words, uint32_t start, uint32_t end)
{
	uint32_t i = start + 1;
	while (i < end) {
		if (name_is_capital(&words[i]) && words[i].spaced &&
			!(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			i++;
		else if (words[i].traits & NAME_POINT && i + 1 < end &&
			 name_is_capital(&words[i + 1]))
			i++;
		else if (particles_end(words, i, end) > i)
			i = particles_end(words, i, end);
		else if (words[i - 1].mark == '.' && name_is_capital(&words[i]))
			i++;
		else
			break;
	}
	return i;
}

struct range
name_strip(const struct word *words, struct range run)
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

static uint32_t
count_capitals(const struct word *words, struct range run)
{
	uint32_t count = 0;
	for (uint32_t i = run.start; i < run.end; i++)
		count += words[i].kind == WORD_LETTERS;
	return count;
}

bool
name_is_person(const struct word *words, struct range run)
{
	uint64_t last = words[run.end - 1].traits;
	if (last & (NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET | NAME_PLACE | NAME_PEOPLE |
			   NAME_PEOPLES | NOUN_DOCUMENT | WORD_TIME))
		return false;
	return !(words[run.start].traits & (NAME_OUTLET | WORD_TIME));
}

enum {
	HAN_NAME_MIN = 2, /* characters; foreign names are long */
	HAN_NAME_MAX = 8,
};

/* A han character that no table knows. */
static bool
is_han_name(const struct word *word, struct slice text)
{
	unsigned char byte = (unsigned char)text.data[word->start];
	return word->kind == WORD_LETTERS && !word->spaced && !word->traits && byte >= 0xe4 &&
	       byte <= 0xe9;
}

struct range
name_behind_title(const struct word *words, struct slice text, struct range source)
{
	uint32_t start = source.end;
	while (start > source.start && !(words[start - 1].traits & NOUN_ROLE))
		start--;
	struct range name = {start, start};
	if (start == source.start)
		return name;
	while (name.end < source.end && is_han_name(&words[name.end], text))
		name.end++;
	uint32_t count = name.end - name.start;
	bool ends = name.end == source.end || words[name.end].traits & WORD_TIME;
	if (!ends || count < HAN_NAME_MIN || count > HAN_NAME_MAX)
		name.end = name.start;
	return name;
}

enum {
	NAMESAKES = 64, /* persons of one last name that are told apart */
};

/* Persons are looked up by the hash of their last name, so that SYRSKY finds Syrsky. */
static struct slice
key_of(const struct word *last)
{
	return (struct slice){(const char *)&last->hash, sizeof last->hash};
}

uint32_t
persons_find(const struct persons *persons, const struct word *words, struct range run)
{
	const uint32_t *head = map_find(&persons->by_last, key_of(&words[run.end - 1]));
	if (!head)
		return 0;
	bool full = count_capitals(words, run) > 1;
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

/* "Mrs. Quist" */
static uint64_t
gender_of(const struct word *words, struct range titles)
{
	for (uint32_t i = titles.start; i < titles.end; i++)
		if (words[i].traits & NAME_HONORIFIC)
			return words[i].traits & (NAME_MALE | NAME_FEMALE);
	return 0;
}

static void
add_person(struct persons *persons, const struct word *words, struct range run, uint64_t gender)
{
	uint32_t known = persons_find(persons, words, run);
	if (known) {
		struct person *person = &persons->items[known - 1];
		person->gender |= gender;
		if (count_capitals(words, run) > count_capitals(words, person->words))
			person->words = run;
		person->mentions++;
		return;
	}
	persons->items = memory_reserve(
		persons->items, &persons->capacity, persons->count + 1, sizeof *persons->items);
	struct person *person = &persons->items[persons->count++];
	*person = (struct person){
		.first = words[run.start].hash, .words = run, .mentions = 1, .gender = gender};
	uint32_t place = (uint32_t)persons->count;
	uint32_t *head = map_add(&persons->by_last, key_of(&words[run.end - 1]), place, NULL);
	if (*head != place) {
		person->next = *head;
		*head = place;
	}
}

static void
read_sentence(struct persons *persons, const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++) {
		if (!name_is_capital(&words[i]) ||
			(words[i].traits & WORD_FUNCTION && words[i].shape != SHAPE_UPPER))
			continue;
		struct range run = {i, name_end(words, i, sentence.end)};
		struct range name = name_strip(words, run);
		uint64_t gender = gender_of(words, (struct range){run.start, name.start});
		uint32_t capitals = count_capitals(words, name);
		if (capitals > 1 && capitals < 6 && name_is_person(words, name))
			add_person(persons, words, name, gender);
		i = run.end - 1;
	}
}

void
persons_read(struct persons *persons, const struct article *article)
{
	persons->count = 0;
	map_clear(&persons->by_last);
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
	*persons = (struct persons){0};
}
