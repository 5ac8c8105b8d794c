/* Fuzzes json: each line becomes an object on a line, in valid UTF-8, its brackets and quotes
 * closed. */
#include "fuzz.h"

#include "json/object.h"
#include "utf8.h"

static void
check(struct slice object)
{
	bool quoted = false;
	int depth = 0;
	require(object.len > 2 && object.data[0] == '{' && object.data[object.len - 1] == '\n');
	require(utf8_valid_length(object) == object.len);
	for (size_t i = 0; i + 1 < object.len; i++) {
		char byte = object.data[i];
		require((unsigned char)byte >= 0x20);
		if (quoted && byte == '\\')
			i++;
		else if (byte == '"')
			quoted = !quoted;
		else if (!quoted)
			depth += (byte == '{' || byte == '[') - (byte == '}' || byte == ']');
		require(depth > 0 || i + 2 == object.len);
	}
	require(!quoted && depth == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct buffer object, scratch;
	struct slice text = fuzz_text(data, len);
	for (struct record record; fuzz_record(&text, &record);) {
		if (record.line.len == 0)
			continue;
		buffer_clear(&object);
		object_add(&object, &record, &scratch);
		check(buffer_slice(&object));
	}
	return 0;
}
