#include "decode.h"

#include "charset.h"
#include "convert.h"
#include "guess.h"
#include "utf16.h"
#include "utf8.h"

enum {
	META_SEARCHED = 16 * 1024 /* pages put their meta elements far behind the 1,024 bytes
				     of the standard */
};

static bool
ends_label(char byte)
{
	return byte == '"' || byte == '\'' || byte == '>' || byte == ';' || byte == '/' ||
	       byte == '?' || byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* What follows `charset` (or XML's `encoding`) and `=`. */
static struct slice
label_behind(struct slice bytes, size_t at)
{
	while (at < bytes.len && (bytes.data[at] == ' ' || bytes.data[at] == '='))
		at++;
	if (at < bytes.len && (bytes.data[at] == '"' || bytes.data[at] == '\''))
		at++;
	size_t end = at;
	while (end < bytes.len && !ends_label(bytes.data[end]))
		end++;
	return slice_cut(bytes, at, end);
}

/* The encoding that the tag at bytes[at] declares; empty where it declares none. */
static struct slice
declared_in_tag(struct slice bytes, size_t at)
{
	const char *close = memchr(bytes.data + at, '>', bytes.len - at);
	size_t end = close ? (size_t)(close - bytes.data) : bytes.len;
	for (struct slice tag = slice_cut(bytes, 0, end); at < end; at++) {
		if (slice_has_caseless(tag, at, "charset"))
			return charset_name(label_behind(tag, at + 7));
		if (slice_has_caseless(tag, at, "encoding="))
			return charset_name(label_behind(tag, at + 8));
	}
	return SLICE("");
}

static struct slice
declared_in_page(struct slice bytes)
{
	size_t end = bytes.len < META_SEARCHED ? bytes.len : META_SEARCHED;
	struct slice head = slice_cut(bytes, 0, end);
	for (size_t at = 0; at < end; at++) {
		const char *tag = memchr(head.data + at, '<', end - at);
		if (!tag)
			break;
		at = (size_t)(tag - head.data);
		if (!slice_has_caseless(head, at, "<meta") &&
			!slice_has_caseless(head, at, "<?xml"))
			continue;
		struct slice name = declared_in_tag(head, at);
		/* a page that was read as ASCII so far is no UTF-16 */
		if (slice_starts(name, SLICE("utf-16")))
			return SLICE("utf-8");
		if (name.len)
			return name;
	}
	return SLICE("");
}

/* Whether bad sequences are so few that the text is still UTF-8: cut or mixed somewhere. */
static bool
mostly_utf8(struct slice bytes)
{
	size_t good = 0, bad = 0;
	for (size_t at = 0, len; at < bytes.len && bad < 1000; at += len) {
		int32_t character = utf8_decode(bytes, at, &len);
		good += character >= 0x80;
		bad += character == UTF8_BAD;
	}
	return good > 0 && bad <= 2 + 3 * good;
}

static bool
has_mark(struct slice *bytes, struct slice mark)
{
	if (!slice_starts(*bytes, mark))
		return false;
	*bytes = slice_cut(*bytes, mark.len, bytes->len);
	return true;
}

/* The encoding that a byte order mark tells, which is taken off; empty where there is none. */
static struct slice
marked(struct slice *bytes)
{
	if (has_mark(bytes, SLICE("\xef\xbb\xbf")))
		return SLICE("utf-8");
	if (has_mark(bytes, SLICE("\xff\xfe")))
		return SLICE("utf-16le");
	return has_mark(bytes, SLICE("\xfe\xff")) ? SLICE("utf-16be") : SLICE("");
}

/* Whether there are escapes of ISO-2022-JP, which is ASCII to the eye. */
static bool
escapes_kanji(struct slice bytes)
{
	for (size_t at = 0; at < bytes.len; at++) {
		const char *escape = memchr(bytes.data + at, 0x1b, bytes.len - at);
		if (!escape)
			return false;
		at = (size_t)(escape - bytes.data);
		struct slice rest = slice_cut(bytes, at, bytes.len);
		if (slice_starts(rest, SLICE("\x1b$B")) || slice_starts(rest, SLICE("\x1b$@")))
			return true;
	}
	return false;
}

/* The encoding of bytes without a mark. */
static struct slice
charset_of(struct slice bytes, struct slice label, bool html)
{
	struct slice name = utf16_without_mark(bytes);
	if (name.len)
		return name;
	if (utf8_valid_length(bytes) == bytes.len)
		return escapes_kanji(bytes) ? SLICE("iso-2022-jp") : SLICE("utf-8");
	name = charset_name(label);
	if (name.len == 0 && html)
		name = declared_in_page(bytes);
	if (name.len && !slice_is(name, "utf-8"))
		return name;
	return mostly_utf8(bytes) ? SLICE("utf-8") : guess_charset(bytes);
}

struct slice
decode(struct slice bytes, struct slice label, bool html, struct buffer *decoded)
{
	buffer_clear(decoded);
	struct slice name = marked(&bytes);
	if (name.len == 0)
		name = charset_of(bytes, label, html);
	if (slice_is(name, "utf-8"))
		return bytes;
	if (!convert(bytes, name, decoded)) {
		buffer_clear(decoded);
		return bytes;
	}
	return buffer_slice(decoded);
}

bool
decode_must_read(struct slice bytes)
{
	return marked(&bytes).len == 0 && utf16_without_mark(bytes).len == 0;
}

bool
decode_is_utf8(struct slice part)
{
	return utf8_valid_length(part) == part.len &&
	       (part.len == 0 || !memchr(part.data, 0x1b, part.len));
}
