#include "memory.h"
#include "origin.h"

bool
origins_same(const struct voice *voice, enum voice_class class, const struct name *key)
{
	bool persons = class == VOICE_NAMED && voice->class == VOICE_NAMED;
	return persons ? name_same_person(&voice->key, key) : name_same_words(&voice->key, key);
}

/* "American officials" told of behind "Ukrainian and American officials" */
static bool
are_people_of_one_kind(const struct voice *voice, const struct voice *fresh)
{
	return voice->class == VOICE_ANONYMOUS && fresh->class == VOICE_ANONYMOUS &&
	       !voice->vague && !fresh->vague && voice->key.people && fresh->key.people &&
	       !voice->key.speaks && !fresh->key.speaks && fresh->key.count > 1;
}

/* Within one report an outlet may go by a part of its name, and people by some of theirs. */
static bool
same_in_report(const struct voice *voice, const struct voice *fresh)
{
	if (origins_same(voice, fresh->class, &fresh->key))
		return true;
	return ((voice->class == VOICE_OUTLET && fresh->class == VOICE_OUTLET) ||
		       are_people_of_one_kind(voice, fresh)) &&
	       name_within(&voice->key, &fresh->key);
}

struct voice
voice_make(struct origins *origins, const struct lexicon *lexicon, uint32_t report,
	enum voice_class class, struct slice text)
{
	struct voice voice = {.report = report,
		.class = class,
		.name = class == VOICE_OUTLET ? credits_outlet(&origins->credits, text) : text,
		.role = NO_VOICE,
		.office = NO_VOICE,
		.via = NO_VOICE,
		.next = NO_VOICE};
	name_read(&voice.key, lexicon, voice.name, class == VOICE_NAMED, &origins->scratch);
	if (voice.key.body)
		voice.class = VOICE_ORGANISATION;
	return voice;
}

uint32_t
voice_add(struct origins *origins, const struct voice *voice)
{
	origins->voices = memory_reserve(
		origins->voices, &origins->capacity, origins->count + 1, sizeof *voice);
	origins->voices[origins->count] = *voice;
	return (uint32_t)origins->count++;
}

void
origins_index(struct origins *origins, uint32_t report)
{
	if (origins->indexed == report)
		return;
	name_index_clear(&origins->index);
	origins->indexed = report;
	origins->last = NO_VOICE;
	for (uint32_t at = origins->first[report]; at != NO_VOICE;
		at = origins->voices[at].next) {
		name_index_add(&origins->index, &origins->voices[at].key, at);
		origins->last = at;
	}
}

/* The first voice that is the same in its report, or NO_VOICE. */
static uint32_t
find_voice(struct origins *origins, const struct voice *fresh)
{
	uint32_t found = NO_VOICE, at;
	origins_index(origins, fresh->report);
	struct name_walk walk = name_index_walk(&origins->index, &fresh->key);
	while (name_walk_next(&walk, &at))
		if (at < found && same_in_report(&origins->voices[at], fresh))
			found = at;
	return found;
}

uint32_t
voice_find_or_add(struct origins *origins, const struct voice *fresh)
{
	uint32_t found = find_voice(origins, fresh);
	if (found != NO_VOICE && fresh->name.len <= origins->voices[found].name.len)
		return found;
	if (found != NO_VOICE) {
		origins->voices[found].name = fresh->name;
		origins->voices[found].key = fresh->key;
	} else {
		found = voice_add(origins, fresh);
		if (origins->last == NO_VOICE)
			origins->first[fresh->report] = found;
		else
			origins->voices[origins->last].next = found;
		origins->last = found;
	}
	name_index_add(&origins->index, &fresh->key, found);
	return found;
}

uint32_t
origins_voice_named(struct origins *origins, const struct lexicon *lexicon, uint32_t report,
	enum voice_class class, struct slice text)
{
	struct voice fresh = voice_make(origins, lexicon, report, class, text);
	return voice_find_or_add(origins, &fresh);
}
