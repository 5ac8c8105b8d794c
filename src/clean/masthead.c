#include "masthead.h"

#include "byline.h"
#include "likeness.h"
#include "normal.h"
#include "outlet.h"
#include "person.h"

enum {
	LONGEST = 60, /* bytes of an outlet's name */
	MORE = 16,    /* than the outlet's name a form of it may have: "Online", ".com" */
	OUTLET_WORDS = 6,
	TITLE = 400 /* bytes of the longest title in which an outlet's name is looked for */
};

/* The length of a separator of title and outlet at text[at], 0 where there is none. */
static size_t
separator_at(struct slice text, size_t at)
{
	static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ",
		" · ", " • ", " ‹ ", " / ", " * ", " ~ ", " : ", "｜", "│", "ㅣ"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(marks[i])))
			return strlen(marks[i]);
	return 0;
}

/* The same where the title that stands beside is known, so that lesser marks will do. */
static size_t
joint_at(struct slice text, size_t at)
{
	static const char *const marks[] = {": ", "_", " ・ ", "－", "-"};
	size_t len = separator_at(text, at);
	for (size_t i = 0; i < sizeof marks / sizeof *marks && len == 0; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(marks[i])))
			len = strlen(marks[i]);
	return len;
}

/* Whether one of the names in a host begins as the text does: "Example Online" of
 * www.example.org. */
static bool
names_host(struct slice text, struct slice host)
{
	for (const char *dot; host.len && (dot = memchr(host.data, '.', host.len));) {
		size_t len = (size_t)(dot - host.data);
		struct slice label = slice_cut(host, 0, len);
		if (likeness_same(label, text) || likeness_begins(label, text) ||
			likeness_begins(text, label))
			return true;
		host = slice_cut(host, len + 1, host.len);
	}
	return false;
}

static bool
is_like(struct slice text, struct slice name)
{
	return text.len <= name.len + MORE && likeness(text, name) > 0.6;
}

bool
masthead_names(struct slice text, const struct masthead *masthead)
{
	if (text.len == 0 || text.len > LONGEST)
		return false;
	bool known = masthead->site.len || masthead->publisher.len;
	return is_like(text, masthead->site) || is_like(text, masthead->publisher) ||
	       names_host(text, masthead->host) || (!known && outlet_is_name(text));
}

struct slice
masthead_strip(struct slice title, const struct masthead *masthead)
{
	size_t end = 0;                    /* of the parts that were passed */
	for (size_t start = 0, at = 0;;) { /* `start`: of the part at hand */
		size_t len = 0;
		while (at < title.len && (len = separator_at(title, at)) == 0)
			at++;
		struct slice part = trim(slice_cut(title, start, at));
		struct slice rest = trim(slice_cut(title, at + len, title.len));
		if (masthead_names(part, masthead)) {
			if (end > 0) /* behind the title, and what follows it with it */
				return trim(slice_cut(title, 0, end));
			if (rest.len > part.len)
				return rest;
		}
		if (len == 0)
			return title;
		end = at;
		start = at += len;
	}
}

/* Whether a part of a title may be an outlet's name: "by Ana Ruiz" is none. */
static bool
may_name_outlet(struct slice part)
{
	struct name look = person_look(part);
	return part.len > 1 && part.len <= LONGEST * 2 && look.words > 0 &&
	       look.words <= OUTLET_WORDS && !byline_leads(part);
}

/* The last part of what stands behind a headline, "Local - Harl Gazette", up to a comma: "Harl
 * Gazette, since 1889". */
static struct slice
last_part(struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len ? len : 1)
		if ((len = separator_at(text, at)) > 0 && at + len < text.len) {
			text = slice_cut(text, at + len, text.len);
			at = len = 0;
		}
	const char *comma = memchr(text.data, ',', text.len);
	return trim(slice_cut(text, 0, comma ? (size_t)(comma - text.data) : text.len));
}

static struct slice
first_part(struct slice text)
{
	size_t at = 0;
	while (at < text.len && separator_at(text, at) == 0)
		at++;
	return trim(slice_cut(text, 0, at));
}

struct slice
masthead_beside(struct slice title, struct slice headline)
{
	title = trim(title);
	if (title.len > TITLE || headline.len == 0 || headline.len >= title.len ||
		outlet_is_name(headline))
		return SLICE("");
	for (size_t at = 1, len; at < title.len; at += len ? len : 1) {
		len = joint_at(title, at);
		struct slice front = slice_cut(title, 0, at), name = SLICE("");
		struct slice behind = slice_cut(title, at + len, title.len);
		size_t most =
			headline.len; /* bytes: of the two, the headline is the longer part */
		if (len && likeness_same(front, headline)) {
			name = last_part(behind);
			most *= 2; /* the usual place */
		} else if (len && likeness_same(behind, headline)) {
			name = first_part(front);
		}
		if (may_name_outlet(name) && name.len < most)
			return name;
	}
	return SLICE("");
}
