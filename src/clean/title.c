#include "title.h"

#include "areas.h"
#include "buffer.h"
#include "normal.h"
#include "outlet.h"
#include "shingles.h"
#include "utf8.h"

enum {
	HEADINGS = 40, /* of a page that are looked at */
	LONGEST = 400
};

/* The text of an element with its white space as it is. */
static struct slice
text_of(const struct dom *dom, uint32_t node, const uint8_t *areas, struct arena *arena)
{
	struct buffer text = {0};
	for (uint32_t i = node; i < dom->nodes[node].end && text.len < LONGEST * 4;) {
		if (areas[i] == AREA_HIDDEN && i > node) {
			i = dom->nodes[i].end;
			continue;
		}
		if (dom->nodes[i].tag == TAG_TEXT)
			buffer_add(&text, dom->nodes[i].text);
		else if (i > node &&
			 (dom->nodes[i].tag == TAG_BR || dom_is_block(dom->nodes[i].tag)))
			buffer_add_byte(&text, ' ');
		i++;
	}
	struct buffer normal = {0};
	normal_add(&normal, buffer_slice(&text));
	struct slice result = arena_copy(arena, buffer_slice(&normal));
	buffer_free(&normal);
	buffer_free(&text);
	return result;
}

/* How alike two titles are, by their words: 0 to 1. */
static double
likeness(struct slice a, struct slice b)
{
	size_t same = 0, all = 0;
	struct slice shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
	struct buffer folded = {0}, other = {0};
	buffer_add_byte(&other, ' ');
	utf8_add_folded(&folded, shorter);
	utf8_add_folded(&other, longer);
	buffer_add_byte(&other, ' ');
	struct slice words = buffer_slice(&folded), in = buffer_slice(&other);
	for (size_t at = 0; at < words.len;) {
		size_t end = at;
		while (end < words.len && words.data[end] != ' ')
			end++;
		if (end > at) {
			all++;
			for (size_t k = 0; k + (end - at) <= in.len; k++)
				if (memcmp(in.data + k, words.data + at, end - at) == 0) {
					same++;
					break;
				}
		}
		at = end + 1;
	}
	buffer_free(&folded);
	buffer_free(&other);
	return all ? (double)same / (double)all : 0;
}

/* Where a separator of title and outlet stands: " | ", " - ", " – ", " — ", " :: ", " « ". */
static size_t
separator_at(struct slice text, size_t at)
{
	static const char *const marks[] = {" | ", " - ", " – ", " — ", " :: ", " « ", " » ",
		" · ", " • ", " ‹ ", " / ", "｜", "│", "ㅣ"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(marks[i])))
			return strlen(marks[i]);
	return 0;
}

/* The title without the outlet's name behind or in front of it. */
static struct slice
without_outlet(struct slice title, struct slice site)
{
	size_t first = 0, last = 0, last_len = 0, first_len = 0;
	for (size_t at = 0; at < title.len; at++) {
		size_t len = separator_at(title, at);
		if (!len)
			continue;
		if (!first_len) {
			first = at;
			first_len = len;
		}
		last = at;
		last_len = len;
	}
	if (!last_len)
		return title;
	struct slice head = trim(slice_cut(title, 0, last));
	struct slice tail = trim(slice_cut(title, last + last_len, title.len));
	struct slice front = trim(slice_cut(title, 0, first));
	struct slice back = trim(slice_cut(title, first + first_len, title.len));
	bool named = site.len ? likeness(tail, site) > 0.6 : outlet_is_name(tail);
	if (named)
		return without_outlet(head, site);
	if (site.len && likeness(front, site) > 0.8 && back.len > front.len)
		return back;
	return title;
}

struct heading {
	struct slice text;
	uint32_t node;
};

static size_t
headings(const struct dom *dom, const uint8_t *areas, struct heading *found, enum dom_tag tag,
	struct arena *arena)
{
	size_t count = 0;
	for (uint32_t i = 0; i < dom->count && count < HEADINGS; i++) {
		if (areas[i] == AREA_HIDDEN) {
			i = dom->nodes[i].end - 1;
			continue;
		}
		if (dom->nodes[i].tag != tag)
			continue;
		struct slice text = text_of(dom, i, areas, arena);
		if (text.len > 0 && text.len < LONGEST)
			found[count++] = (struct heading){text, i};
	}
	return count;
}

/* What the outlet's name may be. */
static struct slice
site_of(const struct meta *meta, const struct article *article)
{
	return meta->site.len ? meta->site : article->publisher;
}

/* The heading that says the same as one of the titles given to programs. */
static struct slice
agreed(const struct heading *found, size_t count, const struct slice *given, size_t kinds)
{
	struct slice best = SLICE("");
	double most = 0.6;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < kinds; k++) {
			if (given[k].len == 0 || found[i].text.len < 4)
				continue;
			double like = likeness(found[i].text, given[k]);
			size_t a = found[i].text.len, b = given[k].len;
			like *= 0.5 + 0.5 * (double)(a < b ? a : b) / (double)(a < b ? b : a);
			if (like > most) {
				most = like;
				best = found[i].text;
			}
		}
	return best;
}

struct slice
title_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena)
{
	struct slice site = site_of(meta, article);
	struct slice given[] = {
		without_outlet(meta->title, site),
		article->rank >= 3 ? without_outlet(article->headline, site) : SLICE(""),
		without_outlet(meta->document_title, site),
	};
	struct heading found[HEADINGS];
	size_t count = headings(dom, areas, found, TAG_H1, arena);
	struct slice title = agreed(found, count, given, sizeof given / sizeof *given);
	if (title.len)
		return title;
	if (count == 1 && likeness(found[0].text, site) < 0.8 && found[0].text.len > 20)
		return found[0].text;
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		if (given[i].len)
			return given[i];
	return count ? found[0].text : SLICE("");
}
