#include "warc.h"

#include <stdint.h>
#include <string.h>

#include "error.h"
#include "form.h"
#include "inflate.h"
#include "memory.h"
#include "normal.h"
#include "utf8.h"

enum {
	HEADER = 256 * 1024,     /* bytes of the longest header */
	BODY = 256 * 1024 * 1024 /* and of the largest body, unpacked */
};

/* The archive's bytes, unpacked where they were packed. */
struct archive {
	struct input *input;
	struct inflater *inflater; /* NULL: not packed */
	struct buffer unpacked;
	size_t start; /* in `unpacked`: what was taken already */
	bool broken;
	size_t documents, skipped;
};

static struct slice
archive_bytes(const struct archive *archive)
{
	if (!archive->inflater)
		return input_bytes(archive->input);
	return slice_cut(
		buffer_slice(&archive->unpacked), archive->start, archive->unpacked.len);
}

static void
archive_take(struct archive *archive, size_t count)
{
	if (archive->inflater)
		archive->start += count;
	else
		input_take(archive->input, count);
}

static void
drop_taken(struct archive *archive)
{
	struct buffer *unpacked = &archive->unpacked;
	if (archive->start < unpacked->len / 2)
		return;
	memmove(unpacked->data, unpacked->data + archive->start,
		unpacked->len - archive->start);
	unpacked->len -= archive->start;
	archive->start = 0;
}

/* Makes more bytes ready; false at the end. */
static bool
archive_more(struct archive *archive)
{
	if (!archive->inflater)
		return input_more(archive->input);
	if (archive->unpacked.len > 0)
		drop_taken(archive);
	for (size_t before = archive->unpacked.len; archive->unpacked.len == before;) {
		struct slice packed = input_bytes(archive->input);
		size_t taken = 0;
		if (archive->broken || (packed.len == 0 && !input_more(archive->input)))
			return false;
		packed = input_bytes(archive->input);
		if (!inflater_add(archive->inflater, packed, &taken, &archive->unpacked))
			archive->broken = true;
		input_take(archive->input, taken);
		if (taken == 0 && archive->unpacked.len == before &&
			!input_more(archive->input))
			return false;
	}
	return true;
}

/* Fills up to `count` bytes; what there is. */
static struct slice
archive_fill(struct archive *archive, size_t count)
{
	while (archive_bytes(archive).len < count && archive_more(archive))
		;
	return archive_bytes(archive);
}

/* The length of a header with the empty line that ends it; 0 where it does not end. */
static size_t
header_length(struct slice bytes)
{
	for (size_t at = 0; at < bytes.len;) {
		const char *lf = memchr(bytes.data + at, '\n', bytes.len - at);
		if (!lf)
			return 0;
		size_t end = (size_t)(lf - bytes.data);
		if (end == at || (end == at + 1 && bytes.data[at] == '\r'))
			return end + 1;
		at = end + 1;
	}
	return 0;
}

static bool
same_name(struct slice name, const char *wanted)
{
	size_t i = 0;
	for (; i < name.len && wanted[i]; i++)
		if (utf8_lower((unsigned char)name.data[i] & 0x7f) != wanted[i])
			return false;
	return i == name.len && !wanted[i];
}

/* The value of a header's field; `wanted` in small letters. */
static struct slice
field_of(struct slice header, const char *wanted)
{
	while (header.len > 0) {
		const char *lf = memchr(header.data, '\n', header.len);
		size_t end = lf ? (size_t)(lf - header.data) : header.len;
		struct slice line = slice_cut(header, 0, end);
		const char *colon = line.len ? memchr(line.data, ':', line.len) : NULL;
		size_t at = colon ? (size_t)(colon - line.data) : 0;
		if (colon && same_name(slice_cut(line, 0, at), wanted))
			return trim(slice_cut(line, at + 1, line.len));
		header = slice_cut(header, lf ? end + 1 : end, header.len);
	}
	return SLICE("");
}

static bool
contains(struct slice text, const char *word)
{
	size_t len = strlen(word);
	for (size_t at = 0; at + len <= text.len; at++)
		if (same_name(slice_cut(text, at, at + len), word))
			return true;
	return false;
}

static bool
read_size(struct slice digits, size_t base, size_t *size)
{
	static const char values[] = "0123456789abcdef";
	*size = 0;
	size_t i = 0;
	for (; i < digits.len; i++) {
		char byte = (char)utf8_lower((unsigned char)digits.data[i] & 0x7f);
		const char *value = byte ? strchr(values, byte) : NULL;
		if (!value || (size_t)(value - values) >= base)
			break;
		if (*size > SIZE_MAX / 32)
			return false;
		*size = *size * base + (size_t)(value - values);
	}
	return i > 0;
}

/* Puts the chunks of a body together; a body that is not chunked after all stays. */
static struct slice
join_chunks(struct slice body, struct buffer *joined)
{
	struct slice rest = body;
	size_t size;
	while (read_size(rest, 16, &size)) {
		const char *lf = memchr(rest.data, '\n', rest.len);
		if (!lf)
			break;
		rest = slice_cut(rest, (size_t)(lf - rest.data) + 1, rest.len);
		if (size > rest.len)
			size = rest.len; /* cut off */
		buffer_add(joined, slice_cut(rest, 0, size));
		rest = slice_cut(rest, size, rest.len);
		while (rest.len && (rest.data[0] == '\r' || rest.data[0] == '\n'))
			rest = slice_cut(rest, 1, rest.len);
		if (size == 0)
			return buffer_slice(joined);
	}
	return joined->len ? buffer_slice(joined) : body;
}

static struct slice
charset_of(struct slice content_type)
{
	for (size_t at = 0; at + 8 <= content_type.len; at++)
		if (same_name(slice_cut(content_type, at, at + 8), "charset=")) {
			size_t end = at + 8;
			while (end < content_type.len && content_type.data[end] != ';' &&
				content_type.data[end] != ' ')
				end++;
			struct slice name = slice_cut(content_type, at + 8, end);
			if (name.len > 2 && (name.data[0] == '"' || name.data[0] == '\''))
				name = slice_cut(name, 1, name.len - 1);
			return name;
		}
	return SLICE("");
}

static bool
is_success(struct slice http)
{
	const char *space = memchr(http.data, ' ', http.len < 16 ? http.len : 16);
	return space && space + 1 < http.data + http.len && space[1] == '2';
}

/* Writes the document of an HTTP response; false where it is no page or text. */
static bool
clean_response(struct cleaner *cleaner, struct slice response, const struct found *where)
{
	size_t len = header_length(response);
	struct slice header = slice_cut(response, 0, len ? len : response.len);
	struct slice type = field_of(header, "content-type"), body;
	struct buffer joined = {0}, unpacked = {0};
	struct found found = *where;
	bool page = contains(type, "html"), text = contains(type, "text/plain");
	if (!is_success(header) || (type.len && !page && !text))
		return false;
	body = slice_cut(response, header.len, response.len);
	if (contains(field_of(header, "transfer-encoding"), "chunked"))
		body = join_chunks(body, &joined);
	struct slice coding = field_of(header, "content-encoding");
	bool packed = contains(coding, "gzip") || contains(coding, "deflate");
	if ((packed || slice_starts(body, SLICE("\x1f\x8b"))) &&
		inflate_body(body, BODY, &unpacked) && unpacked.len)
		body = buffer_slice(&unpacked);
	found.charset = charset_of(type);
	if (!type.len)
		page = form_of_bytes(body) == FORM_HTML;
	if (page)
		clean_page(cleaner, body, &found);
	else
		clean_text(cleaner, body, &found);
	buffer_free(&joined);
	buffer_free(&unpacked);
	return true;
}

/* Writes what a record holds, where it is a page; `archive` stands at its content. */
static void
clean_record(struct cleaner *cleaner, struct archive *archive, struct slice header, size_t len)
{
	struct slice kind = field_of(header, "warc-type");
	struct slice type = field_of(header, "content-type");
	struct slice uri = field_of(header, "warc-target-uri");
	if (slice_starts(uri, SLICE("<")) && slice_ends(uri, SLICE(">")))
		uri = slice_cut(uri, 1, uri.len - 1);
	struct found found = {.id = uri, .url = uri};
	bool response = slice_is(kind, "response") && !contains(uri, "dns:");
	bool resource = (slice_is(kind, "resource") || slice_is(kind, "conversion"));
	bool written = false;
	struct slice content = archive_fill(archive, len);
	if (content.len > len)
		content.len = len;
	if (response && (contains(type, "http") || !type.len)) {
		written = clean_response(cleaner, content, &found);
	} else if (resource && contains(type, "html")) {
		clean_page(cleaner, content, &found);
		written = true;
	} else if (resource && contains(type, "text/plain")) {
		clean_text(cleaner, content, &found);
		written = true;
	}
	archive->documents += written;
	archive->skipped += !written && (response || resource);
}

/* Takes the empty lines between records. */
static void
skip_blank_lines(struct archive *archive)
{
	for (;;) {
		struct slice bytes = archive_fill(archive, 1);
		if (bytes.len == 0 || (bytes.data[0] != '\r' && bytes.data[0] != '\n'))
			return;
		archive_take(archive, 1);
	}
}

/* Reads one record; false at the end, or where the archive is broken (`*why`). */
static bool
read_record(struct cleaner *cleaner, struct archive *archive, const char **why)
{
	skip_blank_lines(archive);
	size_t len = 0, wanted = 4096;
	struct slice bytes = archive_fill(archive, wanted);
	if (bytes.len == 0)
		return false;
	if (!slice_starts(bytes, SLICE("WARC/"))) {
		*why = "not a WARC record";
		return false;
	}
	while ((len = header_length(bytes)) == 0 && bytes.len >= wanted && wanted < HEADER) {
		wanted *= 2;
		bytes = archive_fill(archive, wanted);
	}
	size_t size;
	if (len == 0) {
		*why = "a record's header does not end";
		return false;
	}
	struct buffer header = {0}; /* the bytes move when more are read */
	buffer_add(&header, slice_cut(bytes, 0, len));
	archive_take(archive, len);
	if (!read_size(field_of(buffer_slice(&header), "content-length"), 10, &size)) {
		*why = "a record without Content-Length";
	} else {
		clean_record(cleaner, archive, buffer_slice(&header), size);
		size_t have = archive_fill(archive, size).len;
		if (have < size)
			*why = "ends within a record";
		archive_take(archive, have < size ? have : size);
	}
	buffer_free(&header);
	return !*why;
}

void
clean_warc(struct cleaner *cleaner, struct input *input)
{
	struct archive archive = {.input = input};
	const char *why = NULL;
	if (slice_starts(input_bytes(input), SLICE("\x1f\x8b")))
		archive.inflater = inflater_new();
	if (archive.inflater && !slice_starts(archive_fill(&archive, 5), SLICE("WARC/"))) {
		/* no archive, but one document, packed */
		struct found found = {.id = slice_of(input->name)};
		struct slice bytes = archive_fill(&archive, BODY);
		if (form_of_bytes(bytes) == FORM_HTML)
			clean_page(cleaner, bytes, &found);
		else
			clean_text(cleaner, bytes, &found);
		archive_take(&archive, bytes.len);
	}
	while (read_record(cleaner, &archive, &why))
		;
	if (!why && archive.broken)
		why = "the packed data is broken";
	if (!why && archive.inflater && !inflater_is_done(archive.inflater))
		why = "ends within packed data";
	if (why)
		warn("%s: %s", input->name, why);
	if (archive.skipped)
		note("%s: %zu records skipped that are no pages", input->name, archive.skipped);
	if (archive.inflater)
		inflater_free(archive.inflater);
	buffer_free(&archive.unpacked);
}
