#include "screen.h"

#include "utf8.h"
#include "visible.h"

enum {
	NARROWEST = 20
};

void
screen_add(struct screen *screen, enum style style, struct slice text)
{
	size_t start = screen->text.len;
	visible_add(&screen->text, text);
	size_t added = screen->text.len - start;
	if (added == 0)
		return;
	memset(buffer_reserve(&screen->styles, added), (char)style, added);
	screen->styles.len += added;
}

void
screen_add_size(struct screen *screen, enum style style, size_t number)
{
	struct buffer digits = {0};
	buffer_add_size(&digits, number);
	screen_add(screen, style, buffer_slice(&digits));
	buffer_free(&digits);
}

size_t
screen_fit(struct slice text, size_t columns)
{
	size_t at = 0, used = 0, len;
	while (at < text.len) {
		utf8_decode(text, at, &len);
		size_t width = utf8_width(slice_cut(text, at, at + len));
		if (used + width > columns)
			break;
		used += width;
		at += len;
	}
	return at;
}

size_t
screen_break(struct slice text, size_t columns)
{
	size_t fits = screen_fit(text, columns), at = fits;
	if (fits == text.len || text.data[fits] == ' ')
		return fits;
	while (at > 0 && text.data[at - 1] != ' ')
		at--;
	for (size_t i = 0; i < at; i++)
		if (text.data[i] != ' ')
			return at;
	return fits;
}

void
screen_add_cut(struct screen *screen, enum style style, struct slice text, size_t columns)
{
	struct buffer shown = {0};
	visible_add(&shown, text);
	struct slice whole = buffer_slice(&shown);
	size_t fits = screen_fit(whole, columns);
	if (fits == whole.len) {
		screen_add(screen, style, whole);
	} else if (columns > 0) {
		fits = screen_fit(whole, columns - 1);
		struct slice ellipsis = SLICE("…"), kept = slice_cut(whole, 0, fits);
		while (kept.len > 0 &&
			(slice_ends(kept, ellipsis) || slice_ends(kept, SLICE(" "))))
			kept.len -= slice_ends(kept, ellipsis) ? ellipsis.len : 1;
		screen_add(screen, style, kept);
		screen_add(screen, style, ellipsis);
	}
	buffer_free(&shown);
}

size_t
screen_column(const struct screen *screen)
{
	return utf8_width(buffer_slice(&screen->text));
}

void
screen_move(struct screen *screen, size_t column)
{
	/* one space at a time: a run of them would be taken for one */
	for (size_t at = screen_column(screen); at < column; at++)
		screen_add(screen, STYLE_PLAIN, SLICE(" "));
}

/* --- Writing a line --- */

static struct slice
escape_of(enum style style)
{
	static const struct slice escapes[] = {
		[STYLE_PLAIN] = {"\033[0m", 4},
		[STYLE_STRONG] = {"\033[0;1m", 6},
		[STYLE_FAINT] = {"\033[0;2m", 6},
		[STYLE_BAD] = {"\033[0;1;31m", 9},
		[STYLE_NOTE] = {"\033[0;33m", 7},
		[STYLE_GOOD] = {"\033[0;32m", 7},
	};
	return escapes[style];
}

static void
write_styled(const struct screen *screen, size_t start, size_t end)
{
	char style = STYLE_PLAIN;
	const char *styles = screen->styles.data;
	while (end > start && screen->text.data[end - 1] == ' ')
		end--;
	while (start < end) {
		size_t run = start + 1;
		while (run < end && styles[run] == styles[start])
			run++;
		if (screen->color && styles[start] != style)
			buffer_add(screen->out, escape_of((enum style)styles[start]));
		buffer_add(screen->out, slice_cut(buffer_slice(&screen->text), start, run));
		style = styles[start];
		start = run;
	}
	if (screen->color && style != STYLE_PLAIN)
		buffer_add(screen->out, escape_of(STYLE_PLAIN));
	buffer_add_byte(screen->out, '\n');
}

void
screen_end_line(struct screen *screen, size_t indent)
{
	struct slice text = buffer_slice(&screen->text);
	size_t width = screen->width > NARROWEST ? screen->width : NARROWEST;
	size_t start = 0, margin = 0;
	indent = indent < width / 2 ? indent : width / 2;
	while (start < text.len) {
		size_t end =
			start + screen_break(slice_cut(text, start, text.len), width - margin);
		for (size_t i = 0; i < margin; i++)
			buffer_add_byte(screen->out, ' ');
		write_styled(screen, start, end);
		for (start = end; start < text.len && text.data[start] == ' ';)
			start++;
		margin = indent;
	}
	if (text.len == 0)
		buffer_add_byte(screen->out, '\n');
	buffer_clear(&screen->text);
	buffer_clear(&screen->styles);
}

void
screen_free(struct screen *screen)
{
	buffer_free(&screen->text);
	buffer_free(&screen->styles);
}
