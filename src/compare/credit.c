#include "credit.h"

#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

enum {
	CREDIT_LINE_MAX = 120, /* bytes of a sentence that may be a credit line, */
	DATELINE_MAX = 100,    /* of a place and a date before the agency, */
	AGENCY_MAX = 40,       /* and of that one's name */
	CAPITALS_MIN = 3,
};

static void
fold_lower(struct buffer *to, struct slice text)
{
	buffer_clear(to);
	utf8_add_lower(to, text);
}

static void
take_value(struct credits *credits, struct map *map, const struct slice field[TABLE_FIELDS])
{
	credits->values = memory_reserve(credits->values, &credits->value_capacity,
		credits->value_count + 1, sizeof *credits->values);
	*map_add(map, field[0], 0, NULL) = (uint32_t)credits->value_count;
	credits->values[credits->value_count++] = field[1];
}

static void
take_outlet(void *context, const struct slice field[TABLE_FIELDS])
{
	struct credits *credits = context;
	take_value(credits, &credits->outlets, field);
}

static void
take_label(void *context, const struct slice field[TABLE_FIELDS])
{
	struct credits *credits = context;
	take_value(credits, &credits->labels, field);
}

static void
take_agency(void *context, const struct slice field[TABLE_FIELDS])
{
	struct credits *credits = context;
	map_add(&credits->agencies, field[0], 0, NULL);
}

static void
take_outlet_word(void *context, const struct slice field[TABLE_FIELDS])
{
	struct credits *credits = context;
	map_add(&credits->words, field[0], 0, NULL);
}

static struct slice
value_in(const struct credits *credits, const struct map *map, struct slice key)
{
	const uint32_t *place = map_find(map, key);
	return place ? credits->values[*place] : SLICE("");
}

static struct slice
trim(struct slice text)
{
	while (text.len > 0 && (unsigned char)text.data[0] <= ' ')
		text = slice_cut(text, 1, text.len);
	while (text.len > 0 && ((unsigned char)text.data[text.len - 1] <= ' ' ||
				       text.data[text.len - 1] == '.'))
		text.len--;
	return text;
}

static struct slice
without(struct slice text, struct slice start)
{
	return slice_starts(text, start) ? slice_cut(text, start.len, text.len) : text;
}

static size_t
until(struct slice text, char byte)
{
	const char *at = text.len ? memchr(text.data, byte, text.len) : NULL;
	return at ? (size_t)(at - text.data) : text.len;
}

void
credits_read(struct credits *credits, const struct rules *rules)
{
	tables_each(rules, "root", "outlets", take_outlet, credits);
	tables_each(rules, "en", "labels", take_label, credits);
	tables_each(rules, "root", "wires", take_agency, credits);
	tables_each(rules, "root", "outlet-words", take_outlet_word, credits);
}

struct slice
credits_known(struct credits *credits, struct slice text)
{
	fold_lower(&credits->folded, trim(text));
	struct slice low = buffer_slice(&credits->folded);
	low = without(without(low, SLICE("https://")), SLICE("http://"));
	low = without(without(low, SLICE("www.")), SLICE("the "));
	struct slice host = slice_cut(low, 0, until(low, '/'));
	struct slice known = value_in(credits, &credits->outlets, host);
	if (known.len > 0)
		return known;
	return value_in(credits, &credits->outlets, slice_cut(host, 0, until(host, '.')));
}

struct slice
credits_outlet(struct credits *credits, struct slice text)
{
	struct slice known = credits_known(credits, text);
	return known.len > 0 ? known : text;
}

bool
credits_agency(const struct credits *credits, struct slice outlet)
{
	return map_find(&credits->agencies, outlet) != NULL;
}

/* "(Reuters)": Reuters. */
static struct slice
without_brackets(struct slice text)
{
	if (text.len > 2 && text.data[0] == '(' && text.data[text.len - 1] == ')')
		return slice_cut(text, 1, text.len - 1);
	return text;
}

struct slice
credits_line(struct credits *credits, struct slice text)
{
	size_t colon = until(text, ':');
	if (text.len > CREDIT_LINE_MAX || colon == text.len)
		return SLICE("");
	fold_lower(&credits->folded, trim(slice_cut(text, 0, colon)));
	struct slice label =
		value_in(credits, &credits->labels, buffer_slice(&credits->folded));
	if (!slice_is(label, "source"))
		return SLICE("");
	return trim(slice_cut(text, colon + 1, text.len));
}

struct slice
credits_alone(struct credits *credits, struct slice text)
{
	return text.len > AGENCY_MAX ? SLICE("")
				     : credits_known(credits, without_brackets(trim(text)));
}

/* Whether a name holds a word as outlets have it: "Gazette". */
static bool
has_outlet_word(struct credits *credits, struct slice name)
{
	fold_lower(&credits->folded, name);
	struct slice low = buffer_slice(&credits->folded);
	for (size_t start = 0, end; start < low.len; start = end + 1) {
		end = start + until(slice_cut(low, start, low.len), ' ');
		if (map_find(&credits->words, slice_cut(low, start, end)))
			return true;
	}
	return false;
}

struct slice
credits_publisher(struct credits *credits, struct slice text)
{
	size_t comma = until(text, ',');
	struct slice name = trim(slice_cut(text, 0, comma));
	bool dated = comma < text.len && slice_has_digit(slice_cut(text, comma, text.len));
	if (!dated || text.len > CREDIT_LINE_MAX || name.len > AGENCY_MAX ||
		slice_has_digit(name))
		return SLICE("");
	return has_outlet_word(credits, name) ? name : SLICE("");
}

/* Whether a dash, or two, stands at text[at], spaces set aside. */
static bool
is_dash_at(struct slice text, size_t at)
{
	while (at < text.len && text.data[at] == ' ')
		at++;
	struct slice rest = slice_cut(text, at, text.len);
	return slice_starts(rest, SLICE("-")) || slice_starts(rest, SLICE("\342\200\223")) ||
	       slice_starts(rest, SLICE("\342\200\224"));
}

/* "LUND, May 4": a place in capitals. */
static bool
begins_with_capitals(struct slice text)
{
	size_t letters = 0;
	for (size_t at = 0, len; at < text.len; at += len, letters++) {
		int32_t character = utf8_decode(text, at, &len);
		if (!utf8_is_letter(character))
			break;
		if (!utf8_is_upper(character))
			return false;
	}
	return letters >= CAPITALS_MIN;
}

struct slice
credits_dateline(struct credits *credits, struct slice text)
{
	size_t open = until(text, '(');
	if (open > DATELINE_MAX || open == text.len)
		return SLICE("");
	size_t len = until(slice_cut(text, open + 1, text.len), ')');
	struct slice name = slice_cut(text, open + 1, open + 1 + len);
	if (len == 0 || len > AGENCY_MAX || !is_dash_at(text, open + 1 + len + 1))
		return SLICE("");
	struct slice known = credits_known(credits, name);
	return known.len > 0 ? known : begins_with_capitals(text) ? trim(name) : SLICE("");
}

void
credits_free(struct credits *credits)
{
	free(credits->values);
	map_free(&credits->outlets);
	map_free(&credits->labels);
	map_free(&credits->agencies);
	map_free(&credits->words);
	buffer_free(&credits->folded);
}
