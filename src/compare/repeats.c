#include "repeats.h"

#include <stdlib.h>

#include "memory.h"

enum {
	PLACES_EACH = 8, /* at least, for each key, */
	COUNTS_EACH = 4, /* and so many counts */
	PLACES_MIN = 1 << 10,
	PLACES_MAX = 1 << 28,
};

/* A power of two. */
static size_t
room_for(size_t keys, size_t each)
{
	size_t places = PLACES_MIN;
	while (places < PLACES_MAX && places / each < keys)
		places *= 2;
	return places;
}

void
repeats_begin(struct repeats *repeats, size_t keys)
{
	size_t places = room_for(keys, PLACES_EACH);
	/* on large pages, for it is read at random */
	*repeats = (struct repeats){0, memory_new_wide(places / 4), places - 1};
	memory_clear(repeats->places, places / 4);
}

void
repeats_free(struct repeats *repeats)
{
	free(repeats->places);
	*repeats = (struct repeats){0};
}

void
tally_begin(struct tally *tally, size_t keys)
{
	size_t places = room_for(keys, COUNTS_EACH);
	*tally = (struct tally){memory_new_zeroed(places, 1), places - 1};
}

void
tally_free(struct tally *tally)
{
	free(tally->counts);
	*tally = (struct tally){0};
}
