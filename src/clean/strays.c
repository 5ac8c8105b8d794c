#include "strays.h"

#include "utf8.h"

enum {
	LABEL_WORDS = 4,    /* of a label between two lines that are furniture */
	TAG_WORDS = 4,      /* of a tag below "Tags" */
	TEXT_WORDS = 20,    /* from which on a line is text without a stop, */
	SENTENCE_WORDS = 8, /* and from which on a stop within it is enough: "… said. EFE" */
	RANK_DIGITS = 2,
	RANKS = 3 /* of the shortest list of what is read most */
};

/* Whether a line is a part of the report, or may be: a sentence, an item of a list, speech. */
static bool
is_report(const struct line *line)
{
	const struct looks *looks = &line->looks;
	bool ended = looks->sentences > 0 && looks->words >= SENTENCE_WORDS;
	return !line->drop &&
	       (line_is_sentence(line) || line_is_brief(line) || ended || looks->item ||
		       looks->quoted || looks->words >= TEXT_WORDS || line->role != ROLE_BODY);
}

static bool
is_short(const struct line *line, size_t words)
{
	return !line->looks.stops && !line->looks.quotes && line->looks.words <= words;
}

/* The number of a line that is no more than that: "3", "3."; 0 where it is none. */
static unsigned
rank_of(const struct line *line)
{
	unsigned rank = 0;
	size_t at = 0;
	while (at < line->text.len && at < RANK_DIGITS && line->text.data[at] >= '0' &&
		line->text.data[at] <= '9')
		rank = rank * 10 + (unsigned)(line->text.data[at++] - '0');
	bool ends = at == line->text.len ||
		    (at + 1 == line->text.len && line->text.data[at] == '.');
	return ends ? rank : 0;
}

/* "1", a title, "2", a title …: what is read most. Where it ends. */
static size_t
end_of_ranking(const struct sheet *sheet, size_t from)
{
	unsigned rank = 1;
	size_t i = from;
	while (i + 1 < sheet->count && sheet->lines[i].looks.digits &&
		rank_of(&sheet->lines[i]) == rank && !line_is_wordless(&sheet->lines[i + 1])) {
		i += 2;
		rank++;
	}
	return rank > RANKS ? i : from;
}

/* "1", a title, "2", a title … at a line: what is read most. */
static void
drop_ranking(struct sheet *sheet, size_t i)
{
	if (!sheet->lines[i].looks.digits || rank_of(&sheet->lines[i]) != 1)
		return;
	for (size_t end = end_of_ranking(sheet, i); i < end; i++)
		sheet->lines[i].drop = true;
}

/* Below "Tags" stand tags, each on its line. */
static void
drop_tags(struct sheet *sheet, size_t i)
{
	const struct line *line = &sheet->lines[i];
	if (!line->match.whole || line->match.kind != FURNITURE_TAGS)
		return;
	while (i + 1 < sheet->count && is_short(&sheet->lines[i + 1], TAG_WORDS))
		sheet->lines[++i].drop = true;
}

/* Labels between two lines of furniture, no text between them, are furniture. */
static void
drop_labels(struct sheet *sheet, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_short(&sheet->lines[i], LABEL_WORDS))
			sheet->lines[i].drop = true;
}

/* "#bridge", "#tarn @harlnow": what networks link to. */
static bool
is_handles(struct slice text)
{
	for (size_t at = 0; at < text.len; at++)
		if ((at == 0 || text.data[at - 1] == ' ') && text.data[at] != '#' &&
			text.data[at] != '@')
			return false;
	return text.len > 1;
}

/* "👍 34 ❤️ 12", "▶ 2:14": no words, but a picture. */
static bool
is_pictures(struct slice text)
{
	enum {
		FIRST = 0x2190,  /* arrows, shapes and all that follow them */
		VARIANT = 0xfe0f /* a mark that makes a sign a picture */
	};
	bool found = false;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		if (utf8_is_letter(c) && c != VARIANT)
			return false;
		found = found || c >= FIRST;
	}
	return found;
}

/* Drops what stands within the report. */
static void
drop_within(struct sheet *sheet, size_t from)
{
	size_t last = sheet->count; /* line of furniture, no text behind it */
	for (size_t i = from; i < sheet->count; i++) {
		const struct line *line = &sheet->lines[i];
		if (line->text.len > SHEET_LONG && !line->drop) { /* most are */
			last = sheet->count;
			continue;
		}
		if (line->first == '#' || line->first == '@'
				? is_handles(line->text)
				: (line->first & 0x80) && is_pictures(line->text))
			sheet->lines[i].drop = true;
		drop_ranking(sheet, i);
		drop_tags(sheet, i);
		if (line->drop) {
			drop_labels(sheet, last, i);
			last = i;
		} else if (last < i && is_report(line)) {
			last = sheet->count;
		}
	}
}

/* Whether labels begin at a line, each without a number, down to a line of furniture: tags that
 * nothing announces. */
static bool
begins_labels(const struct sheet *sheet, size_t i)
{
	size_t from = i;
	while (i < sheet->count && !sheet->lines[i].drop && !sheet->lines[i].looks.digits &&
		sheet->lines[i].role == ROLE_BODY && is_short(&sheet->lines[i], LABEL_WORDS))
		i++;
	return i > from && i < sheet->count && sheet->lines[i].drop;
}

/* Behind the report's last sentence and a line of furniture nothing of it follows. */
static void
drop_end(struct sheet *sheet, size_t from)
{
	size_t end = sheet->count;
	while (end > from && !is_report(&sheet->lines[end - 1]))
		end--;
	while (end < sheet->count && !sheet->lines[end].drop && !begins_labels(sheet, end))
		end++;
	for (size_t i = end; i < sheet->count; i++)
		sheet->lines[i].drop = true;
}

/* The report's first sentence below the title, if it has one. */
static size_t
find_text(const struct sheet *sheet)
{
	size_t i = sheet->title < sheet->count ? sheet->title + 1 : 0;
	while (i < sheet->count &&
		(sheet->lines[i].drop || !line_is_sentence(&sheet->lines[i])))
		i++;
	return i;
}

void
strays_drop(struct sheet *sheet)
{
	size_t text = find_text(sheet);
	if (text == sheet->count)
		return;
	drop_within(sheet, text);
	drop_end(sheet, text);
}
