#include <stdlib.h>

#include "origin.h"
#include "sort.h"
#include "unite.h"

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
		for (size_t j = i; j-- > 0 && i - j < 100 && pairs[j].key == pairs[i].key;) {
			const struct voice *other = &origins->voices[pairs[j].value];
			if (voice->class != VOICE_ANONYMOUS &&
				other->class != VOICE_ANONYMOUS &&
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
unite_within(const struct origins *origins, uint32_t *sets, uint32_t report)
{
	const struct voice *voices = origins->voices;
	for (uint32_t at = origins->first[report]; at != NO_VOICE; at = voices[at].next) {
		if (voices[at].office == NO_VOICE)
			continue;
		const struct voice *office = &voices[voices[at].office];
		unite(sets, voices[at].entity, office->entity);
		for (uint32_t i = origins->first[report]; i != NO_VOICE; i = voices[i].next)
			if (voices[i].class == VOICE_ORGANISATION &&
				name_within(&voices[i].key, &office->key))
				unite(sets, voices[i].entity, office->entity);
	}
}

/* Those who speak for an organisation are one with it. */
static void
unite_offices(struct origins *origins, size_t reports)
{
	uint32_t *sets = unite_new(origins->entities);
	for (size_t report = 0; report < reports; report++)
		unite_within(origins, sets, (uint32_t)report);
	for (size_t i = 0; i < origins->count; i++)
		origins->voices[i].entity = unite_find(sets, origins->voices[i].entity);
	free(sets);
}

void
origins_unify(struct origins *origins, size_t reports)
{
	number_entities(origins);
	unite_offices(origins, reports);
}
