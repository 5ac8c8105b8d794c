#include "http.h"

#include <stdint.h>
#include <string.h>

#include "inflate.h"
#include "normal.h"
#include "utf8.h"

enum {
	TWICE = 2,               /* times more that a body may be packed */
	LOOKED = 512,            /* bytes of a body by which packed data is told */
	BODY = 256 * 1024 * 1024 /* bytes of the largest body, unpacked */
};

size_t
http_header_length(struct slice bytes)
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

struct slice
http_field(struct slice header, const char *wanted)
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

bool
http_contains(struct slice text, const char *word)
{
	size_t len = strlen(word);
	for (size_t at = 0; at + len <= text.len; at++)
		if (same_name(slice_cut(text, at, at + len), word))
			return true;
	return false;
}

bool
http_read_size(struct slice digits, size_t base, size_t *size)
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
	while (http_read_size(rest, 16, &size)) {
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
is_gzip(struct slice bytes)
{
	return slice_starts(bytes, SLICE("\x1f\x8b"));
}

static bool
is_success(struct slice http)
{
	const char *space = memchr(http.data, ' ', http.len < 16 ? http.len : 16);
	return space && space + 1 < http.data + http.len && space[1] == '2';
}

/* Takes responses such as "100 Continue" off that stand in front of the one that has a body. */
static struct slice
without_interim(struct slice response)
{
	const char *space;
	size_t len;
	while ((space = memchr(response.data, ' ', response.len < 16 ? response.len : 16)) &&
		space + 1 < response.data + response.len && space[1] == '1' &&
		(len = http_header_length(response)) > 0)
		response = slice_cut(response, len, response.len);
	return response;
}

/* Unpacks a body that was packed, be it twice; false where it was not. */
static bool
unpack(struct http_message *message, struct slice body)
{
	if (!inflate_body(body, BODY, &message->unpacked))
		return false;
	for (int i = 0; i < TWICE && is_gzip(buffer_slice(&message->unpacked)); i++) {
		struct buffer once = message->unpacked;
		message->unpacked = (struct buffer){0};
		inflate_body(buffer_slice(&once), BODY, &message->unpacked);
		buffer_free(&once);
	}
	return true;
}

/* Whether a body is packed in a way that nobody here can unpack: it is no text. */
static bool
is_foreign(struct slice coding, struct slice body)
{
	struct slice start = slice_cut(body, 0, body.len < LOOKED ? body.len : LOOKED);
	bool text = utf8_valid_length(start) + 4 > start.len &&
		    !memchr(start.data ? start.data : "", '\0', start.len);
	return coding.len && !http_contains(coding, "identity") && !text;
}

bool
http_read(struct http_message *message, struct slice response)
{
	response = without_interim(response);
	size_t len = http_header_length(response);
	struct slice header = slice_cut(response, 0, len ? len : response.len);
	struct slice coding = http_field(header, "content-encoding");
	struct slice body = slice_cut(response, header.len, response.len);
	*message = (struct http_message){.type = http_field(header, "content-type")};
	if (!is_success(header))
		return false;
	message->charset = charset_of(message->type);
	if (http_contains(http_field(header, "transfer-encoding"), "chunked"))
		body = join_chunks(body, &message->joined);
	bool packed = http_contains(coding, "gzip") || http_contains(coding, "deflate") ||
		      is_gzip(body);
	packed = packed && unpack(message, body);
	message->body = message->unpacked.len ? buffer_slice(&message->unpacked) : body;
	message->cut = message->unpacked.len >= BODY;
	message->foreign = !packed && is_foreign(coding, body);
	return true;
}

void
http_free(struct http_message *message)
{
	buffer_free(&message->joined);
	buffer_free(&message->unpacked);
}
