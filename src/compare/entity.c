#include <stdlib.h>

#include "memory.h"
#include "origin.h"
#include "sort.h"
#include "unite.h"

enum {
	BUCKET = 100,     /* voices behind one that are looked at whether they are the same */
	DESCRIBED_MIN = 2 /* words that tell one without a name from others */
};

uint32_t
origins_bucket(const struct voice *voice)
{
	if (voice->key.count == 0)
		return (uint32_t)voice->class;
	if (voice->class == VOICE_NAMED)
		return voice->key.words[voice->key.count - 1];
	uint32_t sum = 0;
	for (size_t i = 0; i < voice->key.count; i++)
		sum += voice->key.words[i];
	return sum;
}

bool
origins_described(const struct voice *voice)
{
	return voice->class != VOICE_ANONYMOUS || !voice->vague ||
	       voice->key.count >= DESCRIBED_MIN;
}

static void
number_entities(struct origins *origins)
{
	struct sort_pair *pairs = memory_new(origins->count * sizeof *pairs);
	for (size_t i = 0; i < origins->count; i++) {
		pairs[i] = (struct sort_pair){origins_bucket(&origins->voices[i]), (uint32_t)i};
		origins->voices[i].entity = NO_VOICE;
	}
	sort_pairs(pairs, origins->count);
	for (size_t i = 0; i < origins->count; i++) {
		struct voice *voice = &origins->voices[pairs[i].value];
		for (size_t j = i; j-- > 0 && i - j < BUCKET && pairs[j].key == pairs[i].key;) {
			const struct voice *other = &origins->voices[pairs[j].value];
			if (voice->class != VOICE_NONE && other->class != VOICE_NONE &&
				origins_described(voice) && origins_described(other) &&
				origins_same(other, voice->class, &voice->key))
				voice->entity = other->entity;
		}
		if (voice->entity == NO_VOICE)
			voice->entity = (uint32_t)origins->entities++;
	}
	free(pairs);
}

/* In one report "spokesman for the service" may be that of the rescue service. */
static void
unite_within(struct origins *origins, uint32_t *sets, uint32_t report)
{
	const struct voice *voices = origins->voices;
	for (uint32_t at = origins->first[report], i; at != NO_VOICE; at = voices[at].next) {
		if (voices[at].office == NO_VOICE)
			continue;
		const struct voice *office = &voices[voices[at].office];
		unite(sets, voices[at].entity, office->entity);
		origins_index(origins, report);
		struct name_walk walk = name_index_walk(&origins->index, &office->key);
		while (name_walk_next(&walk, &i))
			if (voices[i].class == VOICE_ORGANISATION &&
				name_within(&voices[i].key, &office->key))
				unite(sets, voices[i].entity, office->entity);
	}
}

/* Those who speak for an organisation are one with it. */
static void
unite_offices(struct origins *origins, uint32_t *sets, size_t reports)
{
	for (size_t report = 0; report < reports; report++)
		unite_within(origins, sets, (uint32_t)report);
}

/* "WHO" is one with the World Health Organization, whoever names it in full. */
static void
unite_acronyms(const struct origins *origins, uint32_t *sets)
{
	struct sort_pair *pairs = memory_new(origins->count * sizeof *pairs);
	size_t count = 0;
	for (size_t i = 0; i < origins->count; i++) {
		const struct voice *voice = &origins->voices[i];
		uint32_t key = voice->key.acronym ? voice->key.acronym : voice->key.letters;
		if (key && (voice->key.acronym || voice->class == VOICE_ORGANISATION))
			pairs[count++] = (struct sort_pair){key, (uint32_t)i};
	}
	sort_pairs(pairs, count);
	for (size_t start = 0, end; start < count; start = end) {
		uint32_t acronym = NO_VOICE;
		for (end = start; end < count && pairs[end].key == pairs[start].key; end++)
			if (origins->voices[pairs[end].value].key.acronym)
				acronym = origins->voices[pairs[end].value].entity;
		for (size_t i = start; acronym != NO_VOICE && i < end; i++)
			unite(sets, acronym, origins->voices[pairs[i].value].entity);
	}
	free(pairs);
}

/* A person and how the name sounds, in whose language. */
struct heard {
	struct name_sound sound;
	const struct lexicon *lexicon;
	uint32_t entity;
};

static int
compare_heard(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct heard *left = a, *right = b;
	uint32_t here = left->sound.surname.consonants, there = right->sound.surname.consonants;
	if (here != there)
		return here < there ? -1 : 1;
	return (left->entity > right->entity) - (left->entity < right->entity);
}

static bool
have_languages(const struct corpus *corpus, struct lexicons *lexicons)
{
	for (size_t i = 1; i < corpus->report_count; i++)
		if (lexicon_of(lexicons, corpus->reports[i].language) !=
			lexicon_of(lexicons, corpus->reports[0].language))
			return true;
	return false;
}

/* The persons of all reports, those whose surnames sound the same together. To be freed. */
static struct heard *
hear(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons,
	size_t *count)
{
	struct heard *heard = memory_new(origins->count * sizeof *heard);
	*count = 0;
	for (size_t i = 0; i < origins->count; i++) {
		const struct voice *voice = &origins->voices[i];
		if (voice->class != VOICE_NAMED)
			continue;
		const struct lexicon *lexicon =
			lexicon_of(lexicons, corpus->reports[voice->report].language);
		heard[(*count)++] =
			(struct heard){name_sound(lexicon, voice->name, &origins->scratch),
				lexicon, voice->entity};
	}
	sort_items(heard, *count, sizeof *heard, compare_heard, NULL);
	return heard;
}

/* Persons whose names sound the same are one, where they come in two languages. */
static void
unite_sounds(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons,
	uint32_t *sets)
{
	if (!have_languages(corpus, lexicons))
		return;
	size_t count;
	struct heard *heard = hear(origins, corpus, lexicons, &count);
	for (size_t i = 0; i < count; i++)
		for (size_t j = i; j-- > 0 && i - j < BUCKET;) {
			if (heard[j].sound.surname.consonants !=
				heard[i].sound.surname.consonants)
				break;
			if (heard[j].lexicon != heard[i].lexicon &&
				name_sounds_same(&heard[j].sound, &heard[i].sound))
				unite(sets, heard[j].entity, heard[i].entity);
		}
	free(heard);
}

/* A word, and the voice that somebody described by it may be. */
struct description {
	struct sort_pair *pairs; /* words and voices */
	size_t count;
};

/* The words by which somebody may be described: a person's role, else a name. */
static const struct name *
words_for(const struct origins *origins, const struct voice *voice)
{
	if (voice->role != NO_VOICE)
		return &origins->voices[voice->role].key;
	return voice->class == VOICE_ORGANISATION || voice->class == VOICE_DOCUMENT
		       ? &voice->key
		       : NULL;
}

/* The names of organisations and documents and the roles of persons, word by word. To be freed.
 */
static struct description
describe(const struct origins *origins)
{
	struct description all = {0};
	size_t capacity = 0;
	for (uint32_t i = 0; i < origins->count; i++) {
		const struct name *key = words_for(origins, &origins->voices[i]);
		for (size_t word = 0; key && word < key->count; word++) {
			all.pairs = memory_reserve(
				all.pairs, &capacity, all.count + 1, sizeof *all.pairs);
			all.pairs[all.count++] = (struct sort_pair){key->words[word], i};
		}
	}
	sort_pairs(all.pairs, all.count);
	return all;
}

/*
 * The one of whom all words of a description are told: "the minister", "its mayor". NO_VOICE
 * where there is none or more than one. `report`: among those of that one alone, or NO_VOICE.
 */
static uint32_t
find_described(const struct origins *origins, uint32_t *sets, const struct description *all,
	const struct voice *voice, uint32_t report)
{
	uint32_t own = unite_find(sets, voice->entity), found = NO_VOICE;
	bool known = false;
	size_t seen = 0;
	for (size_t i = sort_find_pair(all->pairs, all->count, voice->key.words[0]);
		i < all->count && all->pairs[i].key == voice->key.words[0]; i++) {
		const struct voice *other = &origins->voices[all->pairs[i].value];
		const struct name *key = words_for(origins, other);
		if (++seen > BUCKET)
			return NO_VOICE;
		if (other == voice || (report != NO_VOICE && other->report != report) ||
			key->count < voice->key.count || !name_within(&voice->key, key))
			continue;
		uint32_t entity = unite_find(sets, other->entity);
		known = known || entity == own;
		if (entity == own)
			continue;
		if (found != NO_VOICE && found != entity)
			return known ? own : NO_VOICE;
		found = entity;
	}
	return found == NO_VOICE && known ? own : found;
}

/* Whether a voice is named by what it is: "the minister", "its operator", "a memo". */
static bool
is_description(const struct voice *voice)
{
	switch (voice->class) {
	case VOICE_ANONYMOUS:
		return !voice->vague && voice->key.count > 0;
	case VOICE_ORGANISATION:
		return voice->key.common && voice->key.count > 0;
	case VOICE_DOCUMENT:
		return voice->key.count > 0;
	default:
		return false;
	}
}

static int
compare_lengths(const void *a, const void *b, const void *context)
{
	const struct origins *origins = context;
	size_t left = origins->voices[*(const uint32_t *)a].key.count;
	size_t right = origins->voices[*(const uint32_t *)b].key.count;
	return (left < right) - (left > right);
}

/* The voices that are named by what they are, the longest descriptions first. To be freed. */
static uint32_t *
find_descriptions(const struct origins *origins, size_t *count)
{
	uint32_t *found = memory_new(origins->count * sizeof *found);
	*count = 0;
	for (uint32_t i = 0; i < origins->count; i++)
		if (is_description(&origins->voices[i]))
			found[(*count)++] = i;
	sort_items(found, *count, sizeof *found, compare_lengths, origins);
	return found;
}

/* Whoever is named by what he is, is the only one who is that: here, or else in all reports. */
static void
unite_described(struct origins *origins, uint32_t *sets)
{
	struct description all = describe(origins);
	size_t count;
	uint32_t *descriptions = find_descriptions(origins, &count);
	for (size_t i = 0; i < count; i++) {
		struct voice *voice = &origins->voices[descriptions[i]];
		uint32_t entity = find_described(origins, sets, &all, voice, voice->report);
		if (entity == NO_VOICE)
			entity = find_described(origins, sets, &all, voice, NO_VOICE);
		voice->identified =
			entity != NO_VOICE || voice->key.institution || voice->key.speaks;
		if (entity != NO_VOICE)
			unite(sets, voice->entity, entity);
	}
	free(descriptions);
	free(all.pairs);
}

static bool
is_fuller(const struct voice *voice, const struct voice *than)
{
	return voice->class == VOICE_NAMED &&
	       name_length(voice->name) > name_length(than->name);
}

/*
 * Tells each voice what is known of its entity: whom one report has by an outlet, that outlet
 * has itself where it names him; and who it is that others know by what he is alone.
 */
static void
share_knowledge(struct origins *origins)
{
	uint32_t *bringers = memory_new(origins->entities * sizeof *bringers);
	uint32_t *faces = memory_new(origins->entities * sizeof *faces);
	for (size_t i = 0; i < origins->entities; i++)
		bringers[i] = faces[i] = NO_VOICE;
	for (uint32_t i = 0; i < origins->count; i++) {
		const struct voice *voice = &origins->voices[i];
		uint32_t *face = &faces[voice->entity];
		if (voice->via != NO_VOICE)
			bringers[voice->entity] = voice->via;
		if (voice->class == VOICE_NAMED &&
			(*face == NO_VOICE || is_fuller(voice, &origins->voices[*face])))
			*face = i;
	}
	for (uint32_t i = 0; i < origins->count; i++) {
		struct voice *voice = &origins->voices[i];
		voice->bringer = bringers[voice->entity];
		bool known =
			voice->class == VOICE_ANONYMOUS && faces[voice->entity] != NO_VOICE;
		voice->face = known ? faces[voice->entity] : i;
	}
	free(bringers);
	free(faces);
}

void
origins_unify(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons)
{
	number_entities(origins);
	uint32_t *sets = unite_new(origins->entities);
	unite_offices(origins, sets, corpus->report_count);
	unite_acronyms(origins, sets);
	unite_sounds(origins, corpus, lexicons, sets);
	unite_described(origins, sets);
	for (size_t i = 0; i < origins->count; i++)
		origins->voices[i].entity = unite_find(sets, origins->voices[i].entity);
	free(sets);
	share_knowledge(origins);
}
