#include "candidates.h"
#include "error.h"
#include "pairing.h"
#include "similarity.h"
#include "sketch.h"
#include "step_line.h"
#include "steps.h"

/* Fields of a line of --keys. */
enum {
	KEY,
	ID,
	N,
	LANGUAGE,
	TEXT,
	FIELDS
};

/* A sentence that has the key at hand: where its fields begin in the buffer, their lengths. */
struct member {
	size_t start;
	size_t lengths[FIELDS];
};

/* The sentences of one key, as many as are looked at together. */
struct group {
	struct lexicons *lexicons;
	struct output output;
	struct buffer key;
	bool whole;
	size_t met; /* of the key so far */
	struct member members[SKETCH_WHOLE];
	size_t count;
	struct buffer fields;

	/* of the members, while they are compared */
	struct terms terms;
	struct buffer text;
	struct compared compared;
};

static struct slice
field_of(const struct group *group, const struct member *member, size_t field)
{
	size_t start = member->start;
	for (size_t i = ID; i < field; i++)
		start += member->lengths[i];
	return (struct slice){group->fields.data + start, member->lengths[field]};
}

static void
write_pair(struct group *group, const struct member *a, const struct member *b)
{
	struct buffer *to = &group->output.pending;
	buffer_add(to, field_of(group, a, ID));
	record_add_written(to, field_of(group, b, ID));
	for (size_t field = N; field < FIELDS; field++) {
		record_add_written(to, field_of(group, a, field));
		record_add_written(to, field_of(group, b, field));
	}
	record_add_written(to, buffer_slice(&group->key));
	record_add_size(to, group->met);
	record_end(to);
	output_settle(&group->output);
}

static void
read_terms(struct group *group, const struct member *members, size_t count)
{
	terms_clear(&group->terms);
	for (size_t i = 0; i < count; i++) {
		const char *language = lexicons_language(
			group->lexicons, field_of(group, &members[i], LANGUAGE));
		struct slice text =
			record_unescape(field_of(group, &members[i], TEXT), &group->text);
		terms_add(&group->terms, lexicon_of(group->lexicons, slice_of(language)), text);
	}
}

/* Writes those of the members that are alike; they stand in order. */
static void
compare_members(struct group *group, const struct member *members, size_t count)
{
	size_t terms_count;
	const uint32_t *terms;
	read_terms(group, members, count);
	for (size_t a = 0; a + 1 < count; a++) {
		terms = terms_of(&group->terms, a, &terms_count);
		compared_make(&group->compared, terms, terms_count);
		for (size_t b = a + 1; b < count; b++) {
			terms = terms_of(&group->terms, b, &terms_count);
			if (!slice_equal(field_of(group, &members[a], ID),
				    field_of(group, &members[b], ID)) &&
				similarity(&group->compared, terms, terms_count,
					PAIRING_DOUBTFUL) >= PAIRING_DOUBTFUL)
				write_pair(group, &members[a], &members[b]);
		}
	}
}

/* Leaves only the members from `first` on. */
static void
drop_before(struct group *group, size_t first)
{
	size_t start = first < group->count ? group->members[first].start : group->fields.len;
	if (group->fields.len > start)
		memmove(group->fields.data, group->fields.data + start,
			group->fields.len - start);
	group->fields.len -= start;
	group->count -= first;
	for (size_t i = 0; i < group->count; i++) {
		group->members[i] = group->members[first + i];
		group->members[i].start -= start;
	}
}

/* Compares the links of a chain that are whole (candidates_chain()), and leaves its end. */
static void
compare_links(struct group *group)
{
	size_t first = 0;
	for (; first + CANDIDATES_LINK <= group->count; first += CANDIDATES_LINK - 1)
		compare_members(group, group->members + first, CANDIDATES_LINK);
	drop_before(group, first);
}

static void
add_member(struct group *group, const struct step_lines *lines)
{
	group->met++;
	if (group->met > SKETCH_LIMIT && !group->whole) {
		drop_before(group, group->count);
		return;
	}
	if (group->met > SKETCH_WHOLE)
		compare_links(group);
	struct member *member = &group->members[group->count++];
	member->start = group->fields.len;
	for (size_t i = ID; i < FIELDS; i++) {
		member->lengths[i] = lines->field[i].len;
		buffer_add(&group->fields, lines->field[i]);
	}
}

static void
end_group(struct group *group)
{
	if (group->met > (group->whole ? SKETCH_WHOLE : SKETCH_FEW))
		compare_links(group);
	if (group->count > 1)
		compare_members(group, group->members, group->count);
	drop_before(group, group->count);
	group->met = 0;
}

static void
take_line(struct group *group, const struct step_lines *lines)
{
	uint64_t number;
	bool whole;
	if (!step_key(lines->field[KEY], &whole) || !step_number(lines->field[N], &number)) {
		step_lines_refuse(lines);
		return;
	}
	if (!slice_equal(lines->field[KEY], buffer_slice(&group->key))) {
		end_group(group);
		buffer_clear(&group->key);
		buffer_add(&group->key, lines->field[KEY]);
		group->whole = whole;
	}
	add_member(group, lines);
}

int
steps_pairs(char *const *files, struct lexicons *lexicons)
{
	struct group group = {.lexicons = lexicons};
	struct step_lines lines;
	output_begin(&group.output);
	step_lines_begin(&lines, files, "keys", FIELDS);
	while (step_lines_next(&lines))
		take_line(&group, &lines);
	end_group(&group);
	step_lines_end(&lines);
	buffer_free(&group.key);
	buffer_free(&group.fields);
	buffer_free(&group.text);
	terms_free(&group.terms);
	compared_free(&group.compared);
	return output_end(&group.output, STATUS_DONE);
}
