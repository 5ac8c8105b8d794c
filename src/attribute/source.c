#include "source.h"

#include "persons.h"

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
pasts_add(struct pasts *pasts, struct past past)
{
	past.at = pasts->at;
	pasts->items[pasts->count++ % PAST_SOURCES] = past;
}

static const struct past *
last_past(const struct pasts *pasts, bool (*fits)(const struct past *, uint64_t), uint64_t what)
{
	size_t kept = pasts->count < PAST_SOURCES ? pasts->count : PAST_SOURCES;
	for (size_t i = 1; i <= kept; i++) {
		const struct past *past = &pasts->items[(pasts->count - i) % PAST_SOURCES];
		if (fits(past, what))
			return past;
	}
	return NULL;
}

static bool
fits_person(const struct past *past, uint64_t gender)
{
	const struct person *person = past->person;
	if (person && gender && person->gender && !(person->gender & gender))
		return false;
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

const struct past *
pasts_person(const struct pasts *pasts, uint64_t gender)
{
	return last_past(pasts, fits_person, gender);
}

const struct past *
pasts_plural(const struct pasts *pasts)
{
	return last_past(pasts, fits_plural, 0);
}

const struct past *
pasts_thing(const struct pasts *pasts)
{
	return last_past(pasts, fits_thing, 0);
}

const struct past *
pasts_role(const struct pasts *pasts, uint64_t role)
{
	return last_past(pasts, fits_role, role);
}

const struct past *
pasts_head(const struct pasts *pasts, uint64_t head)
{
	return last_past(pasts, fits_head, head);
}
