#include "embedded.h"

#include <string.h>

#include "json.h"
#include "utf8.h"

enum {
	LEVELS = 3,     /* strings within strings that are looked into */
	PARAGRAPH = 40, /* bytes of a string that may be one */
	ARTICLE = 500   /* bytes of text that may be an article */
};

/* Members that hold an article's paragraphs, each in a string of its own, or in several where
 * parts of it are in bold type. */
static const char *const members[] = {
	"articleBody", "body", "content", "html", "paragraph", "text", "value"};

enum {
	MEMBERS = sizeof members / sizeof *members
};

/* An article that is being put together, or that was found. */
struct candidate {
	struct buffer html;
	struct buffer paragraph; /* the last one, which may go on */
	size_t text;             /* bytes of it that are no markup */
};

/* How deep in arrays and objects a string lies, and the least depth since the one before. */
struct place {
	size_t depth, least;
	size_t taken; /* depth of the last one that was taken */
};

struct finder {
	struct candidate best;
	struct candidate plain[MEMBERS]; /* in the script at hand; begun where they have text */
	struct buffer strings[LEVELS];   /* being looked into, without their escapes */
	size_t line;                     /* of the script in the page */
};

static void
begin(struct candidate *candidate, size_t line)
{
	buffer_clear(&candidate->html);
	candidate->text = 0;
	while (--line > 0)
		buffer_add_byte(&candidate->html, '\n');
}

/* Adds HTML on the line that was reached. */
static void
add_line(struct buffer *to, struct slice html)
{
	size_t start = to->len;
	buffer_add(to, html);
	for (size_t i = start; i < to->len; i++)
		if (to->data[i] == '\n')
			to->data[i] = ' ';
}

static size_t
count_of(struct slice text, struct slice part)
{
	size_t count = 0;
	for (size_t at = 0; at + part.len <= text.len; at++) {
		const char *found = memchr(text.data + at, part.data[0], text.len - at);
		if (!found)
			break;
		at = (size_t)(found - text.data);
		count += slice_starts(slice_cut(text, at, text.len), part);
	}
	return count;
}

/* Bytes of HTML that are no tags. */
static size_t
text_of(struct slice html)
{
	size_t text = 0;
	bool inside = false;
	for (size_t i = 0; i < html.len; i++) {
		inside = inside ? html.data[i] != '>' : html.data[i] == '<';
		text += !inside;
	}
	return text;
}

/* Takes a string of paragraphs in HTML where there was none longer. */
static bool
take_markup(struct finder *finder, struct slice html)
{
	if (count_of(html, SLICE("<p>")) + count_of(html, SLICE("<p ")) +
			count_of(html, SLICE("<br")) <
		2)
		return false;
	size_t text = text_of(html);
	if (text >= ARTICLE && text > finder->best.text) {
		begin(&finder->best, finder->line);
		add_line(&finder->best.html, html);
		finder->best.text = text;
	}
	return text >= ARTICLE;
}

/* Whether a text has words: spaces between them, or a script that needs none. */
static bool
has_words(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.data[i] == ' ' || (unsigned char)text.data[i] >= 0xe3)
			return true;
	return false;
}

/* Ends a candidate's last paragraph, which counts where it is long enough to be one. */
static void
end_paragraph(struct candidate *plain)
{
	struct slice text = buffer_slice(&plain->paragraph);
	if (text.len >= PARAGRAPH && has_words(text)) {
		plain->text += text_of(text);
		buffer_add(&plain->html, SLICE("<p>"));
		buffer_add(&plain->html, text);
	}
	buffer_clear(&plain->paragraph);
}

/* Whether a string goes on with the paragraph that another one beside it began. */
static bool
goes_on(struct slice paragraph, struct slice text)
{
	size_t len;
	if (paragraph.len == 0 || text.len == 0 || text.data[0] == '<')
		return false;
	return text.data[0] == ' ' || slice_ends(paragraph, SLICE(" ")) ||
	       strchr(",.;:)", text.data[0]) || utf8_is_lower(utf8_decode(text, 0, &len));
}

/* Takes a string as a paragraph, a line of it each. */
static void
take_plain(struct finder *finder, struct slice key, struct slice text, struct place *place)
{
	size_t i = 0;
	while (i < MEMBERS && !slice_is(key, members[i]))
		i++;
	if (i == MEMBERS)
		return;
	struct candidate *plain = &finder->plain[i];
	bool beside = place->taken == place->depth && place->least + 1 >= place->depth;
	place->taken = place->least = place->depth;
	if (plain->text == 0 && plain->paragraph.len == 0)
		begin(plain, finder->line);
	if (!beside || !goes_on(buffer_slice(&plain->paragraph), text))
		end_paragraph(plain);
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		const char *lf = memchr(text.data + at, '\n', text.len - at);
		end = lf ? (size_t)(lf - text.data) : text.len;
		if (at > 0)
			end_paragraph(plain);
		buffer_add(&plain->paragraph, slice_cut(text, at, end));
	}
}

static bool look_at_strings(struct finder *finder, struct slice text, size_t level);

/* Looks at a string, without its quotation marks; whether paragraphs in HTML were in it. */
static bool
look_at_string(struct finder *finder, struct slice key, struct slice inside, size_t level,
	struct place *place)
{
	struct buffer *string = &finder->strings[level];
	buffer_clear(string);
	json_add_unescaped(string, inside);
	struct slice text = buffer_slice(string);
	if (text.len >= PARAGRAPH && has_words(text)) {
		bool quotes = memchr(text.data, '"', text.len) != NULL;
		if (quotes && level + 1 < LEVELS && look_at_strings(finder, text, level + 1))
			return true;
		if (take_markup(finder, text))
			return true;
	}
	take_plain(finder, key, text, place);
	return false;
}

/* Notes the brackets that stand between two strings. */
static void
note_brackets(struct place *place, struct slice between)
{
	for (size_t i = 0; i < between.len; i++) {
		char c = between.data[i];
		if (c == '{' || c == '[')
			place->depth++;
		else if ((c == '}' || c == ']') && place->depth > 0)
			place->depth--;
		if (place->depth < place->least)
			place->least = place->depth;
	}
}

/* Where the string that begins at text[at], its first quotation mark, ends: at its last. */
static size_t
end_of_string(struct slice text, size_t at)
{
	for (at++; at < text.len && text.data[at] != '"' && text.data[at] != '\n'; at++)
		at += text.data[at] == '\\';
	return at < text.len ? at : text.len;
}

/* Looks at all strings of a script; one before a colon is the key of the next. */
static bool
look_at_strings(struct finder *finder, struct slice text, size_t level)
{
	bool found = false;
	struct slice key = SLICE("");
	struct place place = {0};
	for (size_t at = 0; at < text.len; at++) {
		const char *mark = memchr(text.data + at, '"', text.len - at);
		if (!mark)
			break;
		size_t start = (size_t)(mark - text.data), end = end_of_string(text, start);
		note_brackets(&place, slice_cut(text, at, start));
		at = end;
		if (end == text.len || text.data[end] == '\n') /* no string */
			continue;
		struct slice inside = slice_cut(text, start + 1, end);
		bool names = end + 1 < text.len && text.data[end + 1] == ':';
		if (!names && look_at_string(finder, key, inside, level, &place))
			found = true;
		key = names ? inside : SLICE("");
	}
	return found;
}

/* Where scripts hold paragraphs in HTML, these are the article; else the longest text. */
static void
look_at_script(struct finder *finder, struct slice script)
{
	for (size_t i = 0; i < MEMBERS; i++) {
		finder->plain[i].text = 0;
		buffer_clear(&finder->plain[i].paragraph);
	}
	if (look_at_strings(finder, script, 0))
		return;
	for (size_t i = 0; i < MEMBERS; i++) {
		struct candidate *plain = &finder->plain[i];
		end_paragraph(plain);
		if (plain->text < ARTICLE || plain->text <= finder->best.text)
			continue;
		struct candidate longest = *plain;
		*plain = finder->best;
		finder->best = longest;
	}
}

/* Where the element named so begins or ends, from page[at] on; page.len where nowhere. */
static size_t
find_tag(struct slice page, size_t at, const char *tag)
{
	for (; at < page.len; at++) {
		const char *found = memchr(page.data + at, '<', page.len - at);
		if (!found)
			break;
		at = (size_t)(found - page.data);
		if (slice_has_caseless(page, at, tag))
			return at;
	}
	return page.len;
}

bool
embedded_find(struct buffer *to, struct slice page)
{
	struct finder finder = {.line = 1};
	for (size_t at = 0, start, end; at < page.len; at = end) {
		start = find_tag(page, at, "<script");
		end = find_tag(page, start, "</script");
		for (; at < start; at++)
			finder.line += page.data[at] == '\n';
		look_at_script(&finder, slice_cut(page, start, end));
		for (; at < end; at++)
			finder.line += page.data[at] == '\n';
	}
	bool found = finder.best.text > 0;
	buffer_clear(to);
	if (found)
		buffer_add(to, buffer_slice(&finder.best.html));
	buffer_free(&finder.best.html);
	buffer_free(&finder.best.paragraph);
	for (size_t i = 0; i < MEMBERS; i++) {
		buffer_free(&finder.plain[i].html);
		buffer_free(&finder.plain[i].paragraph);
	}
	for (size_t i = 0; i < LEVELS; i++)
		buffer_free(&finder.strings[i]);
	return found;
}
