#include "warc.h"

#include <string.h>

#include "error.h"
#include "form.h"
#include "http.h"
#include "inflate.h"
#include "jsonl.h"
#include "memory.h"

enum {
	LOOKED = 4096,           /* bytes that tell what a packed file is */
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

/* Writes the document of an HTTP response; false where it is no page or text. */
static bool
clean_response(struct cleaner *cleaner, struct slice response, const struct found *where)
{
	struct http_message message;
	struct found found = *where;
	bool readable = http_read(&message, response);
	bool page = http_contains(message.type, "html");
	bool text = http_contains(message.type, "text/plain");
	if (readable && (!message.type.len || message.foreign))
		page = form_of_bytes(message.body) == FORM_HTML;
	text = (text && !message.foreign) || (!message.type.len && !page);
	found.charset = message.charset;
	readable = readable && (page || text);
	if (readable && message.cut)
		warn("%.*s: larger than can be read", (int)where->id.len, where->id.data);
	if (readable && page)
		clean_page(cleaner, message.body, &found);
	else if (readable)
		clean_text(cleaner, message.body, &found);
	http_free(&message);
	return readable;
}

/* Writes what a record holds, where it is a page; `archive` stands at its content. */
static void
clean_record(struct cleaner *cleaner, struct archive *archive, struct slice header, size_t len)
{
	struct slice kind = http_field(header, "warc-type");
	struct slice type = http_field(header, "content-type");
	struct slice uri = http_field(header, "warc-target-uri");
	if (slice_starts(uri, SLICE("<")) && slice_ends(uri, SLICE(">")))
		uri = slice_cut(uri, 1, uri.len - 1);
	struct found found = {.id = uri, .url = uri};
	bool response = slice_is(kind, "response") && !http_contains(uri, "dns:");
	bool resource = (slice_is(kind, "resource") || slice_is(kind, "conversion"));
	bool written = false;
	struct slice content = archive_fill(archive, len);
	if (content.len > len)
		content.len = len;
	if (response && (http_contains(type, "http") || !type.len)) {
		written = clean_response(cleaner, content, &found);
	} else if (resource && http_contains(type, "html")) {
		clean_page(cleaner, content, &found);
		written = true;
	} else if (resource && http_contains(type, "text/plain")) {
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

/* Goes to the next line that begins a record, or to the end. */
static void
skip_to_record(struct archive *archive)
{
	static const char mark[] = "\nWARC/";
	archive_take(archive, archive_fill(archive, 1).len > 0);
	for (;;) {
		struct slice bytes = archive_fill(archive, 64 * 1024);
		size_t at = 0;
		while (at + sizeof mark - 1 <= bytes.len) {
			const char *lf = memchr(bytes.data + at, '\n', bytes.len - at);
			at = lf ? (size_t)(lf - bytes.data) : bytes.len;
			if (slice_starts(slice_cut(bytes, at, bytes.len), slice_of(mark))) {
				archive_take(archive, at + 1);
				return;
			}
			at += at < bytes.len;
		}
		bool end = bytes.len < 64 * 1024;
		archive_take(archive, end ? bytes.len : bytes.len - sizeof mark);
		if (end)
			return;
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
		warn("%s: not a WARC record; reading goes on at the next",
			archive->input->name);
		skip_to_record(archive);
		return true;
	}
	while ((len = http_header_length(bytes)) == 0 && bytes.len >= wanted &&
		wanted < HEADER) {
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
	if (!http_read_size(http_field(buffer_slice(&header), "content-length"), 10, &size)) {
		warn("%s: a record without Content-Length; reading goes on at the next",
			archive->input->name);
		skip_to_record(archive);
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

/* Reads what is no archive, but one page or text, or JSON Lines, packed. */
static void
clean_packed(struct cleaner *cleaner, struct archive *archive)
{
	struct found found = {.id = slice_of(archive->input->name)};
	struct slice bytes = archive_fill(archive, BODY);
	switch (form_of_bytes(bytes)) {
	case FORM_HTML:
		clean_page(cleaner, bytes, &found);
		break;
	case FORM_JSONL:
		clean_jsonl_bytes(cleaner, archive->input->name, bytes);
		break;
	case FORM_BINARY:
		warn("%s: not text but a picture, a PDF or the like; left out",
			archive->input->name);
		break;
	default:
		clean_text(cleaner, bytes, &found);
	}
	archive_take(archive, bytes.len);
}

void
clean_warc(struct cleaner *cleaner, struct input *input)
{
	struct archive archive = {.input = input};
	const char *why = NULL;
	if (slice_starts(input_bytes(input), SLICE("\x1f\x8b")))
		archive.inflater = inflater_new();
	if (slice_starts(archive_fill(&archive, 3), SLICE("\xef\xbb\xbf")))
		archive_take(&archive, 3);
	if (archive.inflater && form_of_bytes(archive_fill(&archive, LOOKED)) != FORM_WARC)
		clean_packed(cleaner, &archive);
	while (read_record(cleaner, &archive, &why))
		;
	if (!why && archive.broken)
		why = "the packed data is broken";
	if (!why && archive.inflater && !inflater_is_done(archive.inflater))
		why = "ends within packed data";
	if (why)
		warn("%s: %s", input->name, why);
	if (archive.skipped)
		note("%s: %zu record%s skipped that %s", input->name, archive.skipped,
			archive.skipped == 1 ? "" : "s",
			archive.skipped == 1 ? "is no page" : "are no pages");
	if (archive.inflater)
		inflater_free(archive.inflater);
	buffer_free(&archive.unpacked);
}
