#include "names.h"

#include <stdlib.h>

/* The ID without what stands in front of its last `parts` parts between slashes. */
static struct slice
last_parts(struct slice id, size_t parts)
{
	size_t at = id.len;
	while (at > 0 && id.data[at - 1] == '/') /* a closing slash parts nothing */
		at--;
	for (; at > 0; at--)
		if (id.data[at - 1] == '/' && --parts == 0)
			break;
	return slice_cut(id, at, id.len);
}

static struct slice
without_ending(struct slice name)
{
	static const struct slice endings[] = {
		{".html", 5}, {".htm", 4}, {".txt", 4}, {".xhtml", 6}};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (name.len > endings[i].len && slice_ends(name, endings[i]))
			return slice_cut(name, 0, name.len - endings[i].len);
	return name;
}

/* Where an ID begins with http://, what follows. */
static struct slice
without_scheme(struct slice id)
{
	static const struct slice schemes[] = {
		{"http://www.", 11}, {"https://www.", 12}, {"http://", 7}, {"https://", 8}};
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (slice_starts(id, schemes[i]))
			return slice_cut(id, schemes[i].len, id.len);
	return id;
}

/*
 * A name of a document, shorter the lower `level` is: of a URL the host, then host and path; of
 * a path its last part without the ending, with it, the last two parts, and so on.
 */
static struct slice
name_at(struct slice id, size_t level)
{
	struct slice rest = without_scheme(id);
	if (rest.len < id.len) {
		const char *slash = rest.len ? memchr(rest.data, '/', rest.len) : NULL;
		return level == 0 && slash ? slice_cut(rest, 0, (size_t)(slash - rest.data))
		       : level < 4         ? rest
					   : id;
	}
	if (level >= 4)
		return id;
	return level == 0 ? without_ending(last_parts(id, 1)) : last_parts(id, level);
}

enum {
	LEVELS = 5 /* the last is the whole ID */
};

/* Gives each document that has none its name of that level, where no other has the same. */
static void
try_level(struct names *names, const struct findings *findings, size_t level)
{
	struct map by_name = {0};
	for (uint32_t i = 0; i < names->count; i++) {
		bool added;
		uint32_t *first =
			map_add(&by_name, name_at(findings->documents[i].id, level), i, &added);
		if (!added)
			*first = NOWHERE;
	}
	for (size_t i = 0; i < names->count; i++) {
		struct slice name = name_at(findings->documents[i].id, level);
		if (names->of[i].len == 0 && *map_find(&by_name, name) != NOWHERE)
			names->of[i] = name;
	}
	map_free(&by_name);
}

void
names_make(struct names *names, const struct findings *findings)
{
	names->count = findings->document_count;
	names->of = memory_new_zeroed(names->count + 1, sizeof *names->of);
	for (size_t level = 0; level < LEVELS; level++)
		try_level(names, findings, level);
	for (uint32_t i = 0; i < names->count; i++)
		map_add(&names->by_id, findings->documents[i].id, i, NULL);
}

bool
names_next(struct slice *list, struct slice *name)
{
	if (list->len == 0)
		return false;
	const char *at = memchr(list->data, ';', list->len);
	size_t end = at ? (size_t)(at - list->data) : list->len;
	*name = slice_cut(*list, 0, end);
	for (end += at != NULL; end < list->len && list->data[end] == ' ';)
		end++;
	*list = slice_cut(*list, end, list->len);
	return true;
}

void
names_add_list(struct buffer *to, const struct names *names, struct slice list)
{
	for (struct slice name; names_next(&list, &name);) {
		const uint32_t *document = map_find(&names->by_id, name);
		buffer_add(to, document ? names->of[*document] : name);
		buffer_add(to, list.len > 0 ? SLICE("; ") : SLICE(""));
	}
}

void
names_free(struct names *names)
{
	free(names->of);
	map_free(&names->by_id);
}

void
names_add_letter(struct buffer *to, uint32_t document)
{
	char letters[8];
	size_t at = sizeof letters;
	for (uint64_t rest = (uint64_t)document + 1; rest > 0; rest = (rest - 1) / 26)
		letters[--at] = (char)('A' + (rest - 1) % 26);
	buffer_add(to, (struct slice){letters + at, sizeof letters - at});
}
