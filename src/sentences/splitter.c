#include "splitter.h"

#include "character.h"
#include "dateline.h"
#include "ending.h"
#include "mark.h"
#include "plain.h"
#include "utf8.h"

enum {
	BRACKET_MAX = 800, /* bytes; one that is open for longer is none */
	OPENING_MAX = 32   /* bytes of bullets and brackets before a sentence's first word */
};

void
splitter_begin(struct splitter *splitter, const struct lexicon *lexicon, struct slice paragraph)
{
	splitter->lexicon = lexicon;
	splitter->text = paragraph;
	splitter->at = splitter->given = 0;
	splitter->start = splitter->first = mark_skip_space(paragraph, 0);
	splitter->datelined = false;
	scan_begin(&splitter->scan, paragraph, lexicon->colon_ends || lexicon->semicolon_asks);
	splitter->list = (struct list){0};
	splitter->made = splitter->taken = splitter->depth = 0;
}

static void
cut(struct splitter *splitter, size_t end)
{
	if (splitter->made - splitter->taken == SPLITTER_CUTS)
		return;
	splitter->cuts[splitter->made++ % SPLITTER_CUTS] = end;
	splitter->start = mark_skip_space(splitter->text, end);
	/* so many sentences are not in a bracket */
	if (splitter->made - splitter->taken == SPLITTER_CUTS)
		splitter->depth = 0;
}

static bool
begins_sentence(const struct splitter *splitter, size_t at)
{
	size_t len, start = splitter->start;
	if (at - start > OPENING_MAX)
		return false;
	while (start < at && character_class(utf8_decode(splitter->text, start, &len)) &
				     (CHARACTER_OPEN | CHARACTER_BULLET | CHARACTER_SPACE))
		start += len;
	return start == at;
}

/* A face, :( or ;-(, is no bracket. */
static bool
is_face(struct slice text, size_t at)
{
	return (at > 0 && memchr(":;=", text.data[at - 1], 3)) ||
	       (at > 1 && text.data[at - 1] == '-' && memchr(":;=", text.data[at - 2], 3));
}

/* A bracket within a sentence keeps what ends in it from being cut; one that opens it does not.
 */
static void
open_bracket(struct splitter *splitter, size_t at)
{
	if (splitter->depth == SPLITTER_DEPTH || begins_sentence(splitter, at) ||
		is_face(splitter->text, at))
		return;
	splitter->open[splitter->depth++] =
		(struct bracket){at, splitter->start, splitter->made};
}

static void
close_bracket(struct splitter *splitter)
{
	if (splitter->depth == 0)
		return;
	struct bracket bracket = splitter->open[--splitter->depth];
	splitter->made = bracket.made;
	splitter->start = bracket.start;
}

/* A marker of a list at `at`: where it goes on with a list, a cut before it. */
static bool
take_marker(struct splitter *splitter, size_t at)
{
	size_t begins, ends;
	if (!list_marker(&splitter->list, splitter->text, splitter->start, at, &begins, &ends))
		return false;
	if (begins > splitter->start) {
		splitter->depth = 0;
		cut(splitter, begins);
	}
	splitter->at = ends;
	return true;
}

/* An item with a bullet before it ends at the next bullet; else bullets only separate words. */
static void
take_bullet(struct splitter *splitter, size_t at)
{
	size_t len;
	if (at > splitter->start && splitter->start < splitter->text.len &&
		character_class(utf8_decode(splitter->text, splitter->start, &len)) &
			CHARACTER_BULLET)
		cut(splitter, at);
}

/* A line that is empty ends a sentence. */
static void
take_break(struct splitter *splitter, size_t at)
{
	size_t len, next = mark_skip_space(splitter->text, at);
	int32_t character = utf8_decode(splitter->text, at, &len);
	bool empty = character == 0x2029 ||
		     memchr(splitter->text.data + at + 1, '\n', next - at - 1);
	if (empty && at > splitter->start)
		cut(splitter, at);
	splitter->at = next;
}

/* How long the dateline is that the paragraph begins with: looked for where it is asked for. */
static size_t
dateline_of(struct splitter *splitter)
{
	if (!splitter->datelined) {
		struct slice text = splitter->text;
		splitter->dateline = dateline_end(slice_cut(text, splitter->first, text.len));
		splitter->datelined = true;
	}
	return splitter->dateline;
}

static bool
is_in_dateline(struct splitter *splitter, size_t at)
{
	size_t from = at - splitter->first;
	return from <= DATELINE_MAX && from <= dateline_of(splitter);
}

static void
take_mark(struct splitter *splitter, struct mark *mark)
{
	splitter->at = mark->end;
	mark->inner = mark->brackets > 0 && splitter->depth > 0;
	for (size_t i = 0; i < mark->brackets; i++)
		close_bracket(splitter);
	if (is_in_dateline(splitter, mark->end))
		return;
	if (ending_decide(splitter->lexicon, splitter->text, splitter->start, mark))
		cut(splitter, mark->end);
}

/* A plain case: `word. Word`. */
static bool
take_plain(struct splitter *splitter, size_t at)
{
	size_t end;
	enum plain plain =
		plain_decide(splitter->lexicon, splitter->text, splitter->start, at, &end);
	if (plain == PLAIN_UNSURE || (plain == PLAIN_YES && is_in_dateline(splitter, at + 1)))
		return false;
	splitter->at = end;
	if (plain == PLAIN_YES)
		cut(splitter, end);
	return true;
}

static void
take_bracket(struct splitter *splitter, size_t at, size_t len, unsigned class)
{
	splitter->at = at + len;
	if (class & CHARACTER_OPEN)
		open_bracket(splitter, at);
	else
		close_bracket(splitter);
}

static void
take_other(struct splitter *splitter, size_t at)
{
	struct mark mark;
	if (mark_read(&mark, splitter->lexicon, splitter->text, at)) {
		take_mark(splitter, &mark);
		return;
	}
	size_t len;
	unsigned class = character_class(utf8_decode(splitter->text, at, &len));
	splitter->at = at + len;
	if (class & CHARACTER_BREAK)
		take_break(splitter, at);
	else if (class & CHARACTER_BULLET)
		take_bullet(splitter, at);
	else if (class & CHARACTER_BRACKET)
		take_bracket(splitter, at, len, class);
}

/* Looks at the next place where a sentence may end. */
static void
look(struct splitter *splitter)
{
	size_t at = scan_next(&splitter->scan, splitter->at);
	if (splitter->depth > 0 && at - splitter->open[0].at > BRACKET_MAX)
		splitter->depth = 0;
	splitter->at = at;
	if (at == splitter->text.len)
		return;
	unsigned char byte = (unsigned char)splitter->text.data[at];
	unsigned class = byte < 0x80 ? character_ascii[byte] : 0;
	if (class & (CHARACTER_STOP | CHARACTER_QUERY) && take_plain(splitter, at))
		return;
	if ((byte == '.' || byte == ')') && take_marker(splitter, at))
		return;
	if (class & CHARACTER_BRACKET)
		take_bracket(splitter, at, 1, class);
	else
		take_other(splitter, at);
}

/* Whether the first cut waits for nothing. */
static bool
is_ready(const struct splitter *splitter)
{
	size_t sure = splitter->depth > 0 ? splitter->open[0].made : splitter->made;
	return sure > splitter->taken;
}

static struct slice
trim(struct slice text, size_t start, size_t end)
{
	start = mark_skip_space(text, start);
	while (end > start) {
		size_t len;
		char last = text.data[end - 1];
		if ((last > ' ' && last <= '~') ||
			!(character_class(utf8_decode_before(text, end, &len)) &
				CHARACTER_SPACE))
			break;
		end -= len;
	}
	return start < end ? slice_cut(text, start, end) : SLICE("");
}

bool
splitter_next(struct splitter *splitter, struct slice *sentence)
{
	while (splitter->given < splitter->text.len) {
		while (!is_ready(splitter) && splitter->at < splitter->text.len)
			look(splitter);
		size_t end = splitter->text.len;
		if (splitter->made > splitter->taken)
			end = splitter->cuts[splitter->taken++ % SPLITTER_CUTS];
		*sentence = trim(splitter->text, splitter->given, end);
		splitter->given = end;
		if (sentence->len > 0)
			return true;
	}
	return false;
}
