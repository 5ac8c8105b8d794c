#include "quotes.h"

#include <stdlib.h>

#include "changes.h"
#include "memory.h"
#include "utf8.h"

enum {
	COMPARED_AT_MOST = 12,
	COMPARED_BYTES = 800 /* of a longer wording the beginning is enough */
};

/*
 * What may be taken off the ends of a quotation: quotation marks, and the comma of "…," he
 * said.
 */
static bool
is_edge(int32_t character, bool at_end)
{
	switch (character) {
	case '"':
	case 0xab:
	case 0xbb:
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x300c:
	case 0x300d:
		return true;
	case ',':
		return at_end;
	}
	return utf8_is_space(character);
}

struct slice
quote_inner(struct slice text)
{
	size_t len;
	while (text.len > 0 && is_edge(utf8_decode(text, 0, &len), false))
		text = slice_cut(text, len, text.len);
	while (text.len > 0 && is_edge(utf8_decode_before(text, text.len, &len), true))
		text.len -= len;
	return text;
}

/* The wording in lower case without a full stop at its end. */
static struct slice
wording(struct arena *arena, struct buffer *scratch, struct slice text)
{
	text = quote_inner(text);
	if (text.len > 0 && text.data[text.len - 1] == '.')
		text.len--;
	buffer_clear(scratch);
	utf8_add_lower(scratch, text);
	return arena_copy(arena, buffer_slice(scratch));
}

static struct slice
beginning(struct slice text)
{
	return slice_cut(text, 0, text.len < COMPARED_BYTES ? text.len : COMPARED_BYTES);
}

/*
 * How many words a wording has in common with the others: the model is the one in their middle.
 */
static size_t
closeness(const struct quotation *members, size_t count, size_t member)
{
	struct changes changes = {0};
	size_t common = 0;
	for (size_t i = 0; i < count && i < COMPARED_AT_MOST; i++)
		if (i != member && changes_find(&changes, beginning(members[i].text),
					   beginning(members[member].text)))
			common += changes.common;
	changes_free(&changes);
	return common;
}

static bool
is_quoted(const struct quotation *quotation)
{
	return slice_is(quotation->form, "quoted");
}

/*
 * In quotation marks rather than not, told by many rather than few, then the closest to the
 * rest.
 */
static size_t
choose(const struct quotation *members, size_t count, const struct slice *wordings,
	const struct map *times)
{
	size_t best = 0, best_score[3] = {0};
	for (size_t i = 0; i < count; i++) {
		size_t score[3] = {is_quoted(&members[i]), *map_find(times, wordings[i]), 0};
		if (score[0] < best_score[0] ||
			(score[0] == best_score[0] && score[1] < best_score[1]))
			continue;
		score[2] = i < COMPARED_AT_MOST ? closeness(members, count, i) : 0;
		if (i == 0 || score[0] > best_score[0] || score[1] > best_score[1] ||
			score[2] > best_score[2]) {
			best = i;
			memcpy(best_score, score, sizeof score);
		}
	}
	return best;
}

void
quote_model_make(struct quote_model *model, const struct quotation *members, size_t count)
{
	struct arena arena = {0};
	struct buffer scratch = {0};
	struct map times = {0};
	struct slice *wordings = memory_new((count + 1) * sizeof *wordings);
	*model = (struct quote_model){.count = count};
	model->same = memory_new_zeroed(count + 1, sizeof *model->same);
	for (size_t i = 0; i < count; i++) {
		wordings[i] = wording(&arena, &scratch, members[i].text);
		++*map_add(&times, wordings[i], 0, NULL);
	}
	model->member = choose(members, count, wordings, &times);
	for (size_t i = 0; i < count; i++)
		model->same[i] = slice_equal(wordings[i], wordings[model->member]);
	free(wordings);
	map_free(&times);
	arena_free(&arena);
	buffer_free(&scratch);
}

void
quote_model_free(struct quote_model *model)
{
	free(model->same);
}
