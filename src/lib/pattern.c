#include "pattern.h"

#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "error.h"
#include "memory.h"

enum {
	MATCH_LIMIT = 5 * 1000 * 1000, /* steps of one match */
	HEAP_LIMIT = 64 * 1024,        /* KiB that one match may take */
	STACK_START = 64 * 1024,
	STACK_LIMIT = 8 * 1024 * 1024,
};

struct pattern {
	pcre2_code *code;
	pcre2_match_data *match;
};

/* Shared by all patterns: a program has one thread. */
static pcre2_general_context *general;
static pcre2_match_context *limits;

static void *
allocate(size_t size, void *context)
{
	(void)context;
	return memory_new(size);
}

static void
release(void *memory, void *context)
{
	(void)context;
	free(memory);
}

static void
set_up(void)
{
	if (general)
		return;
	general = pcre2_general_context_create(allocate, release, NULL);
	limits = pcre2_match_context_create(general);
	pcre2_set_match_limit(limits, MATCH_LIMIT);
	pcre2_set_heap_limit(limits, HEAP_LIMIT);
	pcre2_jit_stack *stack = pcre2_jit_stack_create(STACK_START, STACK_LIMIT, general);
	if (stack)
		pcre2_jit_stack_assign(limits, NULL, stack);
}

struct pattern *
pattern_new(struct slice expression, unsigned flags, const char *origin)
{
	set_up();
	uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
	options |= flags & PATTERN_CASELESS ? PCRE2_CASELESS : 0;
	options |= flags & (PATTERN_ANCHORED | PATTERN_WHOLE) ? PCRE2_ANCHORED : 0;
	options |= flags & PATTERN_WHOLE ? PCRE2_ENDANCHORED : 0;
	int error;
	PCRE2_SIZE where;
	pcre2_compile_context *context = pcre2_compile_context_create(general);
	struct pattern *pattern = memory_new(sizeof *pattern);
	pattern->code = pcre2_compile(
		(PCRE2_SPTR)expression.data, expression.len, options, &error, &where, context);
	pcre2_compile_context_free(context);
	if (!pattern->code) {
		PCRE2_UCHAR why[256];
		pcre2_get_error_message(error, why, sizeof why);
		die("%s: pattern `%.*s`, at %zu: %s", origin, (int)expression.len,
			expression.data, (size_t)where, (char *)why);
	}
	/* Without JIT the same matches are found, more slowly. */
	(void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	pattern->match = pcre2_match_data_create_from_pattern(pattern->code, general);
	return pattern;
}

static int
match(const struct pattern *pattern, struct slice text, size_t from)
{
	PCRE2_SPTR subject = (PCRE2_SPTR)(text.data ? text.data : "");
	int found =
		pcre2_match(pattern->code, subject, text.len, from, 0, pattern->match, limits);
	if (found ==
		PCRE2_ERROR_JIT_STACKLIMIT) /* the interpreter keeps its state in the heap */
		found = pcre2_match(pattern->code, subject, text.len, from, PCRE2_NO_JIT,
			pattern->match, limits);
	return found;
}

bool
pattern_find(const struct pattern *pattern, struct slice text, size_t from, struct span *groups)
{
	int found = match(pattern, text, from);
	if (found == PCRE2_ERROR_NOMATCH)
		return false;
	if (found < 0) {
		PCRE2_UCHAR why[256];
		pcre2_get_error_message(found, why, sizeof why);
		warn("a pattern was given up on a text of %zu bytes: %s", text.len,
			(char *)why);
		return false;
	}
	if (!groups)
		return true;
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->match);
	size_t count = pcre2_get_ovector_count(pattern->match);
	for (size_t i = 0; i < PATTERN_GROUPS; i++)
		groups[i] = (struct span){1, 0};
	for (size_t i = 0; i < PATTERN_GROUPS && i < count && i < (size_t)found; i++)
		if (offsets[2 * i] != PCRE2_UNSET)
			groups[i] = (struct span){offsets[2 * i], offsets[2 * i + 1]};
	return true;
}

void
pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_match_data_free(pattern->match);
	pcre2_code_free(pattern->code);
	free(pattern);
}
