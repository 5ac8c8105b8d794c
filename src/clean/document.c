#include "document.h"

#include <stdlib.h>

#include "language.h"
#include "normal.h"
#include "record.h"
#include "utf8.h"

enum {
	LARGE = 4 * 1024 * 1024, /* bytes of a text whose memory is not kept for the next one */
	PART = 256 * 1024        /* bytes of a text that are pending at once */
};

/* With the TABs around them. */
static const struct slice role_fields[] = {
	[ROLE_BODY] = {"\tbody\t", 6},
	[ROLE_TITLE] = {"\ttitle\t", 7},
	[ROLE_BYLINE] = {"\tbyline\t", 8},
	[ROLE_DATELINE] = {"\tdateline\t", 10},
	[ROLE_HEADING] = {"\theading\t", 9},
	[ROLE_CAPTION] = {"\tcaption\t", 9},
	[ROLE_LIST] = {"\tlist\t", 6},
	[ROLE_QUOTE] = {"\tquote\t", 7},
	[ROLE_JUNK] = {"\tjunk\t", 6},
};

void
document_clear(struct document *document)
{
	struct document cleared = {.blocks = document->blocks,
		.capacity = document->capacity,
		.arena = document->arena};
	arena_clear(&cleared.arena);
	for (size_t i = 0; i < DOCUMENT_TEXTS; i++) {
		cleared.texts[i] = document->texts[i];
		buffer_clear(&cleared.texts[i]);
		if (cleared.texts[i].capacity > LARGE)
			buffer_free(&cleared.texts[i]);
	}
	*document = cleared;
}

void
document_make_room(struct document *document, size_t count)
{
	if (count <= document->capacity || document->count > 0)
		return;
	free(document->blocks);
	document->blocks = memory_new_wide(count * sizeof *document->blocks);
	document->capacity = count;
}

struct block *
document_add(struct document *document, enum role role, size_t line, struct slice text)
{
	document->blocks = memory_reserve(document->blocks, &document->capacity,
		document->count + 1, sizeof *document->blocks);
	struct block *block = &document->blocks[document->count++];
	*block = (struct block){text, line, role, false};
	return block;
}

void
document_free(struct document *document)
{
	for (size_t i = 0; i < DOCUMENT_TEXTS; i++)
		buffer_free(&document->texts[i]);
	arena_free(&document->arena);
	free(document->blocks);
	*document = (struct document){0};
}

/* A path may hold any bytes: its white space stays, what is no text does not. */
static void
add_id(struct buffer *to, struct slice id)
{
	size_t begin = to->len;
	if (utf8_valid_length(id) == id.len)
		buffer_add(to, id);
	else
		utf8_add_nfc(to, id);
	for (size_t i = begin; i < to->len; i++)
		if ((unsigned char)to->data[i] < 0x20 && !strchr("\t\n\r", to->data[i]))
			to->data[i] = '?';
}

/* How often the ID that stands in `writer->id` was given, a new one once; `*added`: it is new.
 */
static uint32_t *
count_id(struct writer *writer, bool *added)
{
	uint32_t *count = map_find(&writer->ids, buffer_slice(&writer->id));
	*added = !count;
	return count ? count
		     : map_add(&writer->ids,
			       arena_copy(&writer->names, buffer_slice(&writer->id)), 1, NULL);
}

/* The ID as it is written: the second document of the same ID becomes ID#2. */
static struct slice
write_id(struct writer *writer, struct slice id)
{
	bool added;
	buffer_clear(&writer->id);
	buffer_clear(&writer->text);
	add_id(&writer->text, id.len ? id : SLICE("-"));
	record_escape(&writer->id, buffer_slice(&writer->text));
	uint32_t *count = count_id(writer, &added);
	size_t len = writer->id.len, number = *count;
	while (!added) {
		*count = (uint32_t)++number;
		writer->id.len = len;
		buffer_add_byte(&writer->id, '#');
		buffer_add_size(&writer->id, number);
		(void)count_id(writer, &added);
	}
	return buffer_slice(&writer->id);
}

static void
write_field(struct writer *writer, struct slice text, struct buffer *to)
{
	buffer_clear(&writer->text);
	normal_add(&writer->text, text);
	record_add(to, buffer_slice(&writer->text));
}

/* Adds a text as a field, long ones part by part, so that not all of them is pending. */
static void
add_long(struct output *output, struct slice text)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		end = text.len - at < PART ? text.len : at + PART;
		while (end < text.len && ((unsigned char)text.data[end] & 0xc0) == 0x80)
			end++; /* characters stay whole */
		record_escape(&output->pending, slice_cut(text, at, end));
		output_settle(output);
	}
}

/* The block's text as it is written, but for escapes. `*ready`: it needs none. */
static struct slice
written_text(const struct block *block, struct writer *writer, bool *ready)
{
	bool backslashes = false;
	*ready = true;
	if (block->ready)
		return block->text;
	bool plain = normal_plain_length(block->text, &backslashes) == block->text.len;
	*ready = plain && !backslashes;
	if (plain)
		return block->text;
	buffer_clear(&writer->text);
	normal_add(&writer->text, block->text);
	return buffer_slice(&writer->text);
}

/* `head`: the fields with which all records of blocks begin. */
static void
write_block(struct slice head, const struct block *block, struct writer *writer,
	struct output *output)
{
	bool ready;
	struct buffer *to = &output->pending;
	struct slice text = written_text(block, writer, &ready);
	if (text.len == 0)
		return;
	buffer_add(to, head);
	record_add_size(to, block->line);
	buffer_add(to, role_fields[block->role]);
	if (ready && text.len <= PART)
		buffer_add(to, text);
	else
		add_long(output, text);
	record_end(to);
	output_settle(output);
}

void
document_write(const struct document *document, struct writer *writer, struct output *output)
{
	struct buffer *to = &output->pending;
	struct slice id = write_id(writer, document->id);
	struct slice language = language_choose(document, writer->language);
	record_begin(to, RECORD_DOC, id);
	write_field(writer, language, to);
	write_field(writer, document->date, to);
	write_field(writer, document->outlet, to);
	write_field(writer, document->byline, to);
	write_field(writer, document->url, to);
	write_field(writer, document->title, to);
	record_end(to);
	buffer_clear(&writer->head);
	record_begin(&writer->head, RECORD_TEXT, id);
	document_write_more(document, writer, output);
}

void
document_write_more(
	const struct document *document, struct writer *writer, struct output *output)
{
	for (size_t i = 0; i < document->count; i++)
		if (writer->all || document->blocks[i].role != ROLE_JUNK)
			write_block(buffer_slice(&writer->head), &document->blocks[i], writer,
				output);
}

void
writer_free(struct writer *writer)
{
	map_free(&writer->ids);
	arena_free(&writer->names);
	buffer_free(&writer->id);
	buffer_free(&writer->head);
	buffer_free(&writer->text);
}
