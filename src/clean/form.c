#include "form.h"

#include <stdbool.h>
#include <string.h>

#include "byteset.h"
#include "utf16.h"
#include "utf8.h"

enum form
form_of_name(const char *name)
{
	static const char *const names[] = {
		[FORM_HTML] = "html",
		[FORM_TEXT] = "text",
		[FORM_WARC] = "warc",
		[FORM_JSONL] = "jsonl",
	};
	for (int form = FORM_HTML; form <= FORM_JSONL; form++)
		if (strcmp(name, names[form]) == 0)
			return (enum form)form;
	return FORM_UNKNOWN;
}

static bool
is_page(struct slice bytes, size_t at)
{
	static const char *const starts[] = {"<!doctype", "<html", "<head", "<body", "<meta",
		"<title", "<?xml", "<!--", "<div", "<p>", "<p ", "<article", "<script", "<link",
		"<table", "<h1", "<section", "<main", "<header", "<span", "<style", "<a ",
		"<b>"};
	if (at >= bytes.len || bytes.data[at] != '<')
		return false;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (slice_has_caseless(bytes, at, starts[i]))
			return true;
	return false;
}

enum {
	SAMPLE = 4096,      /* bytes that tell what a file is */
	CONTROLS = 4,       /* fewer of them may stand in a text by mistake */
	CONTROL_SHARE = 16, /* one byte in so many is one in what is no text */
	CUT = 3             /* bytes of a character that the sample's end may cut off */
};

/* The signatures of files that lie beside saved pages. */
static bool
is_binary(struct slice bytes)
{
	const struct slice starts[] = {SLICE("\211PNG\r\n"), SLICE("\377\330\377"),
		SLICE("GIF87a"), SLICE("GIF89a"), SLICE("%PDF-"), SLICE("PK\3\4"),
		SLICE("\320\317\021\340"), SLICE("BZh9"), SLICE("\3757zXZ"),
		SLICE("7z\274\257"), SLICE("OggS\0"), SLICE("ID3\3"), SLICE("\177ELF"),
		SLICE("wOFF"), SLICE("wOF2")};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (slice_starts(bytes, starts[i]))
			return true;
	return false;
}

/* How many control characters stand in the bytes that no text has. NUL may be of UTF-16. */
static size_t
count_controls(struct slice bytes)
{
	static struct byteset controls;
	if (!controls.look)
		byteset_make(&controls, SLICE("\1\2\3\4\5\6\7\16\17\20\21\22\23\24\25\26\27\30"
					      "\31\32\34\35\36\37"));
	size_t count = 0, at = 0;
	for (uint64_t places; (places = byteset_find(&controls, bytes, &at)) != 0;
		at += BYTESET_STRETCH)
		for (; places; places &= places - 1)
			count++;
	return count;
}

/* Whether so many of the first bytes are controls, in no order that UTF-8 has, that this is no
 * text in any encoding. */
static bool
is_noise(struct slice bytes)
{
	struct slice first = slice_cut(bytes, 0, bytes.len < SAMPLE ? bytes.len : SAMPLE);
	size_t controls = count_controls(first);
	return controls >= CONTROLS && controls * CONTROL_SHARE > first.len &&
	       utf8_valid_length(first) + CUT < first.len;
}

enum form
form_of_bytes(struct slice bytes)
{
	size_t at = 0;
	if (is_binary(bytes))
		return FORM_BINARY;
	if (slice_starts(bytes, SLICE("\x1f\x8b")) || slice_starts(bytes, SLICE("WARC/")))
		return FORM_WARC;
	bool unmarked = utf16_without_mark(bytes).len > 0;
	if (!unmarked && is_noise(bytes))
		return FORM_BINARY;
	if (slice_starts(bytes, SLICE("\xef\xbb\xbf")))
		at = 3;
	bool wide = slice_starts(bytes, SLICE("\xff\xfe")) ||
		    slice_starts(bytes, SLICE("\xfe\xff"));
	if (wide || unmarked) { /* UTF-16: the ASCII bytes of the beginning tell */
		char narrow[16];
		size_t len = 0;
		for (at = 0; at < bytes.len && len < sizeof narrow; at++)
			if (bytes.data[at] > ' ' && bytes.data[at] < 0x7f)
				narrow[len++] = bytes.data[at];
		return is_page((struct slice){narrow, len}, 0) ? FORM_HTML : FORM_TEXT;
	}
	while (at < bytes.len &&
		(bytes.data[at] == ' ' || (bytes.data[at] >= '\t' && bytes.data[at] <= '\r')))
		at++;
	if (slice_starts(slice_cut(bytes, at, bytes.len), SLICE("WARC/")))
		return FORM_WARC; /* below empty lines */
	if (is_page(bytes, at))
		return FORM_HTML;
	if (at + 1 < bytes.len && bytes.data[at] == '{') {
		size_t next = at + 1;
		while (next < bytes.len && bytes.data[next] == ' ')
			next++;
		if (next < bytes.len && bytes.data[next] == '"')
			return FORM_JSONL;
	}
	return FORM_TEXT;
}
