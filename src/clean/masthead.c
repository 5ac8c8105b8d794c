#include "masthead.h"

#include "likeness.h"
#include "normal.h"
#include "outlet.h"

enum {
	LONGEST = 60, /* bytes of an outlet's name */
	MORE = 16     /* than the outlet's name a form of it may have: "Online", ".com" */
};

/* The length of a separator of title and outlet at text[at], 0 where there is none. */
static size_t
separator_at(struct slice text, size_t at)
{
	static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ",
		" · ", " • ", " ‹ ", " / ", " * ", " ~ ", "｜", "│", "ㅣ"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(marks[i])))
			return strlen(marks[i]);
	return 0;
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
