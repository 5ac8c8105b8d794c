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

/* "NATO |Jens Holm": what is written all in capitals belongs to the title. */
static uint32_t
skip_acronyms(const struct word *words, struct range run)
{
	uint32_t start = run.start;
	while (run.end - start > 2 && words[start].shape == SHAPE_UPPER &&
		words[start].end - words[start].start > 1 &&
		words[start + 1].shape == SHAPE_CAPITAL)
		start++;
	return start;
}

/*
 * "Mechaniker |Deniz Arslan", where a sentence begins "Striker |Leo Banda", and "глава Росавиации
 * |Олег Дым": what stands before a first name is no name, where its capital tells nothing.
 */
static uint32_t
skip_nouns(const struct word *words, struct range run)
{
	for (uint32_t i = run.start; i + 1 < run.end; i++) {
		const struct word *word = &words[i];
		if (word->traits & NAME_FIRST)
			return i;
		bool begins = i == 0 || word[-1].sentence != word->sentence;
		if (word->shape != SHAPE_CAPITAL || word->traits & NAME_PARTICLE ||
			word->end - word->start == 1 || word[1].mark ||
			!(begins || word->traits & NAME_OR_NOUN ||
				word[-1].traits & (NOUN_ROLE | WORD_PREPOSITION)))
			break;
	}
	return run.start;
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
	run.start = skip_acronyms(words, run);
	run.start = skip_nouns(words, run);
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
	return !(words[run.start].traits & (NAME_OUTLET | NOUN_OUTLET | WORD_TIME));
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

/* By the last name and the first, or by the last name alone. */
static uint32_t
find_exact(const struct persons *persons, const struct word *words, struct range run)
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

enum {
	TITLE_WORDS = 6, /* before a name, that tell whose it is */
	CASES_LOOKED = 32, /* names that a name's other cases are looked for among */
	STEM = 3,          /* characters that two cases of a name have in common at least */
	ENDING_SHORT = 2,  /* what they may have not in common: Лисенко, Лисенка */
	ENDING_LONG = 3,   /* Nowicki, Nowickiego */
};

/* How many characters a string of UTF-8 has. */
static size_t
count_characters(struct slice text)
{
	size_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.data[i] & 0xc0) != 0x80;
	return count;
}

/* Whether two words may be cases of one name. */
static bool
are_cases(struct slice a, struct slice b)
{
	size_t same = 0;
	while (same < a.len && same < b.len && a.data[same] == b.data[same])
		same++;
	while (same > 0 && ((same < a.len && ((unsigned char)a.data[same] & 0xc0) == 0x80) ||
				   (same < b.len && ((unsigned char)b.data[same] & 0xc0) == 0x80)))
		same--;
	size_t rest_a = count_characters(slice_cut(a, same, a.len));
	size_t rest_b = count_characters(slice_cut(b, same, b.len));
	size_t longer = rest_a > rest_b ? rest_a : rest_b;
	size_t shorter = rest_a > rest_b ? rest_b : rest_a;
	return count_characters(slice_cut(a, 0, same)) >= STEM && longer <= ENDING_LONG &&
	       shorter <= ENDING_SHORT;
}

/* The place of the person whose name the run is in another case: "за словами Савчука". */
static uint32_t
find_case(const struct persons *persons, const struct word *words, struct range run)
{
	struct slice last =
		article_text(persons->article, (struct range){run.end - 1, run.end});
	struct slice first =
		article_text(persons->article, (struct range){run.start, run.start + 1});
	bool full = count_capitals(words, run) > 1;
	for (size_t i = persons->count; i > 0 && persons->count - i < CASES_LOOKED; i--) {
		struct range name = persons->items[i - 1].words;
		if (persons->items[i - 1].organisation ||
			!are_cases(last, article_text(persons->article,
						 (struct range){name.end - 1, name.end})))
			continue;
		if (!full || are_cases(first, article_text(persons->article,
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

/* Whether the second is the better form of a name: fuller, or in its first case. */
static bool
is_better(const struct word *words, struct range old, struct range new)
{
	uint32_t before = count_capitals(words, old), now = count_capitals(words, new);
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
	if (first->traits || first->shape != SHAPE_CAPITAL ||
		find_called(persons, first))
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
has_article(const struct word *words, struct range sentence, struct range run,
	struct range name)
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
	uint32_t capitals = range_is_empty(name) ? 0 : count_capitals(words, name);
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
