#include "furniture_table.h"

#include "error.h"
#include "furniture.h"

static const char *const kind_names[FURNITURE_KINDS] = {
	[FURNITURE_NONE] = "none",
	[FURNITURE_ADVERTISEMENT] = "advertisement",
	[FURNITURE_APPEAL] = "appeal",
	[FURNITURE_BIO] = "bio",
	[FURNITURE_BUTTON] = "button",
	[FURNITURE_COMMENTS] = "comments",
	[FURNITURE_COOKIES] = "cookies",
	[FURNITURE_CREDIT] = "credit",
	[FURNITURE_END] = "end",
	[FURNITURE_FOLLOW] = "follow",
	[FURNITURE_LEGAL] = "legal",
	[FURNITURE_NEWSLETTER] = "newsletter",
	[FURNITURE_PAYWALL] = "paywall",
	[FURNITURE_RELATED] = "related",
	[FURNITURE_SECTION] = "section",
	[FURNITURE_SOURCE] = "source",
	[FURNITURE_TAGS] = "tags",
	[FURNITURE_TIME] = "time",
};

static enum furniture
kind_of(struct slice name)
{
	for (int kind = 0; kind < FURNITURE_KINDS && name.len; kind++)
		if (kind_names[kind][0] == name.data[0] && slice_is(name, kind_names[kind]))
			return (enum furniture)kind;
	die("furniture: %.*s: no such kind", (int)name.len, name.data);
}

static unsigned
places_of(struct slice name)
{
	static const char *const names[] = {"line", "start", "end", "any"};
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i]))
			return 1u << i;
	die("furniture: %.*s: not line, start, end or any", (int)name.len, name.data);
}

void
furniture_table_take(void *draft, const struct slice field[TABLE_FIELDS])
{
	struct phrase_use use = {
		.places = (uint8_t)places_of(field[1]), .kind = (uint8_t)kind_of(field[2])};
	phrasebook_add(draft, field[0], use);
}
