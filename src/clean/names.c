#include "names.h"

#include "byword.h"
#include "normal.h"
#include "outlet.h"
#include "part.h"
#include "person.h"

static void
add_name(struct names *names, struct slice name)
{
	if (name.len == 0)
		return;
	if (names->count++)
		buffer_add(&names->text, SLICE("; "));
	buffer_add(&names->text, name);
	names->words = person_look(name).words;
}

/* "Lindmark" behind "Ana Ruiz, ". */
static bool
is_place(const struct names *names, const struct part *part)
{
	return part->mark == ',' && names->words > 1 && person_look(part->text).words == 1;
}

/* "Tom Vell Associated Press": the name in front of an agency's; where there is none, all of
 * it.
 */
static struct slice
before_agency(struct slice name, struct slice *agency)
{
	for (size_t at = byword_end(name, 0); at < name.len; at = byword_end(name, at + 1)) {
		struct slice tail = trim(slice_cut(name, at, name.len));
		if (!outlet_are_agencies(tail) || !person_is_name(slice_cut(name, 0, at)))
			continue;
		*agency = tail;
		return slice_cut(name, 0, at);
	}
	return name;
}

/* Takes off a name where its bearer was, for whom and with whom; returns the last. */
static struct slice
take_off_company(struct names *names, struct slice *name)
{
	size_t at;
	struct slice rest;
	enum byword within = byword_within(*name, &at, &rest);
	if (!within || !person_is_name(slice_cut(*name, 0, at))) {
		if (names->strict)
			*name = before_agency(*name, &names->outlet);
		return SLICE("");
	}
	*name = slice_cut(*name, 0, at);
	if (within != BYWORD_IN && outlet_is_name(rest))
		names->outlet = rest;
	return within == BYWORD_WITH ? rest : SLICE("");
}

/* Whether a part is none of the names, but the outlet, a place, a picture's credit. */
static bool
is_aside(struct names *names, const struct part *part, struct slice name)
{
	bool outlet = names->count > 0 && outlet_is_name(name);
	if (outlet && !names->outlet.len)
		names->outlet = name;
	return outlet || is_place(names, part) || byword_labels(name, BYWORD_CREDIT);
}

/* "Ana Ruiz" of "Ana Ruiz Health Reporter"; but "Harl Gazette staff" is one name. */
static bool
without_beat(struct slice name, struct slice bare)
{
	size_t words = person_look(bare).words;
	return words > 1 && person_look(name).words > words + 1;
}

static void
add_part(struct names *names, struct part *part)
{
	struct slice name = part->text;
	byword_take_lead(&name);
	struct slice company = take_off_company(names, &name);
	if (names->strict && is_aside(names, part, name))
		return;
	struct slice bare = byword_strip_role(name);
	bool wide = person_look(name).wide;
	if (bare.len == name.len || names->count == 0 || wide)
		add_name(names, wide || without_beat(name, bare) ? bare : name);
	if (person_is_name(company))
		add_name(names, company);
}

void
names_add(struct names *names, struct slice field)
{
	struct part part;
	for (size_t end = 0; part_next(field, &end, &part);)
		add_part(names, &part);
}
