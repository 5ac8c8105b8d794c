#include "marks.h"

#include <stdlib.h>

#include "byteset.h"
#include "memory.h"
#include "utf8.h"

enum side {
	NO_MARK,
	OPENS,
	CLOSES,
	EITHER, /* a straight mark between spaces, or a curly one that some languages turn */
};

struct mark {
	enum side side;
	bool single;
};

static bool
is_space_at(struct slice text, size_t at)
{
	size_t len;
	return at >= text.len || utf8_is_space(utf8_decode(text, at, &len));
}

static bool
is_letter_at(struct slice text, size_t at)
{
	size_t len;
	return at < text.len && utf8_is_letter(utf8_decode(text, at, &len));
}

static bool
is_space_before(struct slice text, size_t at)
{
	size_t len;
	if (at == 0)
		return true;
	int32_t before = utf8_decode_before(text, at, &len);
	return utf8_is_space(before) || before == '(' || before == '[';
}

static bool
is_letter_before(struct slice text, size_t at)
{
	size_t len;
	return at > 0 && utf8_is_letter(utf8_decode_before(text, at, &len));
}

/* A mark that looks the same at both ends: what stands beside it tells. */
static enum side
side_of_straight(struct slice text, size_t at, size_t end)
{
	bool space_before = is_space_before(text, at), space_behind = is_space_at(text, end);
	if (space_before == space_behind)
		return EITHER;
	return space_before ? OPENS : CLOSES;
}

/* An apostrophe is no mark: it stands between letters, or behind one where nothing is open. */
static struct mark
single_mark(struct slice text, size_t at, size_t end, bool open)
{
	bool before = is_letter_before(text, at), behind = is_letter_at(text, end);
	if (before && behind)
		return (struct mark){NO_MARK, true};
	if (open && !is_space_before(text, at) && !behind)
		return (struct mark){CLOSES, true};
	if (!open && is_space_before(text, at) && behind)
		return (struct mark){OPENS, true};
	return (struct mark){NO_MARK, true};
}

static struct mark
mark_at(struct slice text, size_t at, size_t len, int32_t character, bool single_open)
{
	switch (character) {
	case '"':
	case 0x201c: /* “ opens in English, closes in German */
	case 0x201d: /* ” closes in English, opens in Swedish */
		return (struct mark){side_of_straight(text, at, at + len), false};
	case 0x201e: /* „ */
	case 0xab:   /* « */
	case 0x300c: /* 「 */
	case 0x300e: /* 『 */
		return (struct mark){OPENS, false};
	case 0xbb:   /* » */
	case 0x300d: /* 」 */
	case 0x300f: /* 』 */
		return (struct mark){CLOSES, false};
	case '\'':
	case 0x2018: /* ‘ */
	case 0x2019: /* ’ */
		return single_mark(text, at, at + len, single_open);
	}
	return (struct mark){NO_MARK, false};
}

static void
add(struct marks *marks, size_t start, size_t end)
{
	if (start >= end)
		return;
	marks->items = memory_reserve(
		marks->items, &marks->capacity, marks->count + 1, sizeof *marks->items);
	marks->items[marks->count++] = (struct quoted){(uint32_t)start, (uint32_t)end};
}

/* "``" and "''", as some agencies write them; 0 where there is none. */
static size_t
doubled_mark(struct slice text, size_t at, struct mark *mark)
{
	char byte = text.data[at];
	if ((byte != '`' && byte != '\'') || at + 1 >= text.len || text.data[at + 1] != byte)
		return 0;
	*mark = (struct mark){byte == '`' ? OPENS : CLOSES, false};
	return 2;
}

/* Where the scan stands: no quotation open, or one from `start` by a double or single mark. */
struct scan {
	struct marks *marks;
	bool open, single, met; /* met: a double mark was seen */
	size_t start;
};

static void
take_mark(struct scan *scan, struct mark mark, size_t at, size_t end)
{
	if (mark.side == NO_MARK || (mark.single && scan->open && !scan->single))
		return;
	bool closes = mark.side == CLOSES || (mark.side == EITHER && scan->open);
	if (closes && scan->open)
		add(scan->marks, scan->start, at);
	else if (closes && !scan->met && !mark.single)
		add(scan->marks, 0, at);
	scan->met = scan->met || !mark.single;
	scan->open = !closes;
	scan->single = mark.single;
	scan->start = end;
}

/* Takes what may be a mark; returns where it ends. */
static size_t
look_at(struct scan *scan, struct slice sentence, size_t at)
{
	struct mark mark;
	size_t len = doubled_mark(sentence, at, &mark);
	if (len == 0) {
		int32_t character = utf8_decode(sentence, at, &len);
		bool single_open = scan->open && scan->single;
		mark = mark_at(sentence, at, len, character, single_open);
	}
	take_mark(scan, mark, at, at + len);
	return at + len;
}

void
marks_find(struct marks *marks, struct slice sentence)
{
	static struct byteset first_bytes; /* of all marks */
	if (!first_bytes.look)
		byteset_make(&first_bytes, SLICE("\"'`\302\342\343"));
	marks->count = 0;
	struct scan scan = {.marks = marks};
	size_t at = 0, behind = 0;
	for (uint64_t places; (places = byteset_find(&first_bytes, sentence, &at)) != 0;
		at += BYTESET_STRETCH)
		for (; places; places &= places - 1) {
			size_t here = at + (size_t)__builtin_ctzll(places);
			if (here >= behind)
				behind = look_at(&scan, sentence, here);
		}
	if (scan.open && !scan.single)
		add(marks, scan.start, sentence.len);
}

void
marks_free(struct marks *marks)
{
	free(marks->items);
	*marks = (struct marks){0};
}
