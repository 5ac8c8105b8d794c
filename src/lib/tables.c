#include "tables.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "error.h"
#include "input.h"
#include "memory.h"

struct rules_table {
	char *name;
	size_t fields;
	struct buffer rows;
};

struct rules_file {
	struct rules_file *next;
	struct rules_table *tables;
	size_t count;
};

static size_t
split_row(struct slice row, struct slice field[TABLE_FIELDS])
{
	size_t fields = 0;
	for (size_t i = 0; i < TABLE_FIELDS; i++)
		field[i] = SLICE("");
	for (;;) {
		const char *tab = row.len ? memchr(row.data, '\t', row.len) : NULL;
		size_t len = tab ? (size_t)(tab - row.data) : row.len;
		if (fields < TABLE_FIELDS)
			field[fields] = slice_cut(row, 0, len);
		fields++;
		if (!tab)
			return fields;
		row = slice_cut(row, len + 1, row.len);
	}
}

static void
each_row(struct slice rows, table_take *take, void *context)
{
	while (rows.len > 0) {
		const char *lf = memchr(rows.data, '\n', rows.len);
		size_t len = lf ? (size_t)(lf - rows.data) : rows.len;
		struct slice field[TABLE_FIELDS];
		split_row(slice_cut(rows, 0, len), field);
		take(context, field);
		rows = slice_cut(rows, lf ? len + 1 : len, rows.len);
	}
}

void
table_each(const struct table *table, table_take *take, void *context)
{
	each_row((struct slice){table->rows, table->len}, take, context);
}

static void
each_built_in(const char *language, const char *name, table_take *take, void *context)
{
	for (const struct table *table = built_in_tables; table->name; table++)
		if (table->name[0] == name[0] && strcmp(table->name, name) == 0 &&
			strcmp(table->language, language) == 0)
			table_each(table, take, context);
}

void
rules_each(const struct rules *rules, const char *name, table_take *take, void *context)
{
	for (const struct rules_file *file = rules ? rules->files : NULL; file;
		file = file->next)
		for (size_t i = 0; i < file->count; i++)
			if (strcmp(file->tables[i].name, name) == 0)
				each_row(buffer_slice(&file->tables[i].rows), take, context);
}

void
tables_each(const struct rules *rules, const char *language, const char *name, table_take *take,
	void *context)
{
	each_built_in("root", name, take, context);
	if (strcmp(language, "root") != 0)
		each_built_in(language, name, take, context);
	rules_each(rules, name, take, context);
}

/* Tags are told apart without regard to case. */
static bool
is_subtag(const char *language, struct slice subtag)
{
	if (strlen(language) != subtag.len || strcmp(language, "root") == 0)
		return false;
	for (size_t i = 0; i < subtag.len; i++)
		if ((subtag.data[i] | 0x20) != language[i])
			return false;
	return true;
}

/* What stands for a language that has tables under another name. */
static const struct {
	const char *subtag, *language;
} aliases[] = {{"nb", "no"}, {"nn", "no"}, {"iw", "he"}, {"in", "id"}, {"mo", "ro"}};

static struct slice
without_alias(struct slice subtag)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (is_subtag(aliases[i].subtag, subtag))
			return slice_of(aliases[i].language);
	return subtag;
}

const char *
language_of(struct slice tag)
{
	size_t len = 0;
	while (len < tag.len && tag.data[len] != '-' && tag.data[len] != '_')
		len++;
	struct slice subtag = without_alias(slice_cut(tag, 0, len));
	for (const struct table *table = built_in_tables; table->name; table++)
		if (is_subtag(table->language, subtag))
			return table->language;
	return NULL;
}

const char *
language_by_default(const char *named)
{
	const char *language = language_of(slice_of(named && *named ? named : "en"));
	if (language)
		return language;
	note("%s: no words of this language are known; English ones are used", named);
	return language_of(SLICE("en"));
}

static const struct table *
built_in_of_name(struct slice name)
{
	for (const struct table *table = built_in_tables; table->name; table++)
		if (slice_equal(slice_of(table->name), name))
			return table;
	return NULL;
}

/* The name in `# NAME: fields`; empty where the comment is of another form. */
static struct slice
name_in_comment(struct slice line)
{
	size_t start = 1, end;
	while (start < line.len && line.data[start] == ' ')
		start++;
	for (end = start; end < line.len && line.data[end] != ':'; end++)
		if (line.data[end] == ' ' || line.data[end] == '\t')
			return SLICE("");
	return end < line.len ? slice_cut(line, start, end) : SLICE("");
}

static struct rules_table *
add_table(struct rules_file *file, const struct table *model)
{
	file->tables = memory_resize(file->tables, (file->count + 1) * sizeof *file->tables);
	struct rules_table *table = &file->tables[file->count++];
	size_t size = strlen(model->name) + 1;
	*table = (struct rules_table){.name = memory_new(size), .fields = model->fields};
	memcpy(table->name, model->name, size);
	return table;
}

static void
add_row(struct rules_table *table, struct slice line, const char *path, size_t number)
{
	struct slice field[TABLE_FIELDS];
	if (!table)
		die("%s:%zu: no comment before this line names its table (as in `# cues: "
		    "word`)",
			path, number);
	size_t fields = split_row(line, field);
	if (fields > table->fields)
		die("%s:%zu: %zu fields, table %s has %zu", path, number, fields, table->name,
			table->fields);
	buffer_add(&table->rows, line);
	buffer_add_byte(&table->rows, '\n');
}

/* Some editors begin a file with a byte order mark, or end its lines with CR. */
static struct slice
without_editors_marks(struct slice line, bool first)
{
	const struct slice mark = SLICE("\xef\xbb\xbf");
	if (first && slice_starts(line, mark))
		line = slice_cut(line, mark.len, line.len);
	if (slice_ends(line, SLICE("\r")))
		line.len--;
	return line;
}

static void
read_lines(struct input *input, struct rules_file *file, const char *path)
{
	struct rules_table *table = NULL;
	struct slice line;
	for (size_t number = 1; input_line(input, &line); number++) {
		line = without_editors_marks(line, number == 1);
		if (line.len == 0)
			continue;
		if (line.data[0] != '#') {
			add_row(table, line, path, number);
			continue;
		}
		struct slice name = name_in_comment(line);
		const struct table *model = name.len ? built_in_of_name(name) : NULL;
		if (model)
			table = add_table(file, model);
		else if (name.len && !table)
			die("%s:%zu: %.*s: no such table", path, number, (int)name.len,
				name.data);
	}
}

void
rules_read(struct rules *rules, char *path)
{
	struct rules_file *file = memory_new_zeroed(1, sizeof *file);
	struct rules_file **last = &rules->files;
	while (*last)
		last = &(*last)->next;
	*last = file;

	struct input input;
	char *names[] = {path, NULL};
	input_begin(&input, names);
	read_lines(&input, file, path);
	input_end(&input);
	if (error_seen()) /* and a message has said why it could not be read */
		exit(STATUS_TROUBLE);
}

void
rules_read_all(struct rules *rules, struct option_list *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		rules_read(rules, paths->items[i]);
	free(paths->items);
	*paths = (struct option_list){0};
}

void
rules_free(struct rules *rules)
{
	while (rules->files) {
		struct rules_file *file = rules->files;
		rules->files = file->next;
		for (size_t i = 0; i < file->count; i++) {
			free(file->tables[i].name);
			buffer_free(&file->tables[i].rows);
		}
		free(file->tables);
		free(file);
	}
}
