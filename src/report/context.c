#include "context.h"

#include "tables.h"
#include "utf8.h"

enum {
	WORDS_AT_MOST = 14,
	WORDS_ENOUGH = 3, /* with so many before the figure none behind it are needed */
	SUBJECT_WORDS = 8,
	NOUN_WORDS = 4, /* of a longer clause that ends in what a relative clause leans on */
	NEAR = 400      /* bytes; further than that no word is looked for */
};

enum role {
	ROLE_NONE,
	ROLE_LEAD,     /* ties a clause to what comes before: but, that */
	ROLE_RELATIVE, /* which */
	ROLE_PRONOUN,
	ROLE_GENERIC,
};

/* --- Words --- */

static void
take_role(void *context, const struct slice field[TABLE_FIELDS])
{
	struct contexts *contexts = context;
	enum role role = slice_is(field[1], "lead")       ? ROLE_LEAD
			 : slice_is(field[1], "relative") ? ROLE_RELATIVE
			 : slice_is(field[1], "generic")  ? ROLE_GENERIC
							  : ROLE_PRONOUN;
	map_add(&contexts->roles, field[0], role, NULL);
}

static enum role
role_of(struct contexts *contexts, struct slice word)
{
	if (contexts->roles.count == 0)
		tables_each(NULL, "en", "label-words", take_role, contexts);
	buffer_clear(&contexts->folded);
	utf8_add_lower(&contexts->folded, word);
	const uint32_t *role = map_find(&contexts->roles, buffer_slice(&contexts->folded));
	return role ? (enum role) * role : ROLE_NONE;
}

bool
context_is_pronoun(struct contexts *contexts, struct slice word)
{
	return role_of(contexts, word) == ROLE_PRONOUN;
}

bool
context_is_generic(struct contexts *contexts, struct slice word)
{
	return role_of(contexts, word) == ROLE_GENERIC;
}

/* --- Clauses --- */

/* The tokens first..end of what is looked at. */
struct clause {
	size_t first, end;
};

struct view {
	struct slice text; /* the sentence, or the part of it that a source is given for */
	const struct tokens *tokens;
};

/*
 * A hyphen or an apostrophe within a word does not end a clause, nor do signs of an amount or
 * the comma in one.
 */
static bool
ends_clause(const struct view *view, size_t i)
{
	const struct token *token = &view->tokens->items[i];
	if (token->kind != TOKEN_MARK)
		return false;
	char byte = view->text.data[token->start];
	if (byte == '%' || byte == '$' || byte == '&' || byte == '/')
		return false;
	bool within = !token->spaced && i + 1 < view->tokens->count && !token[1].spaced &&
		      token[1].kind != TOKEN_MARK;
	return !(within && (byte == '-' || byte == '\'' || byte == ',' || byte == '.' ||
				   (unsigned char)byte >= 0x80));
}

static bool
is_comma(const struct view *view, size_t i)
{
	return view->text.data[view->tokens->items[i].start] == ',';
}

/* The clause that ends before the token `end`. */
static struct clause
clause_before(const struct view *view, size_t end)
{
	struct clause clause = {end, end};
	while (clause.first > 0 && !ends_clause(view, clause.first - 1))
		clause.first--;
	return clause;
}

static struct clause
clause_from(const struct view *view, size_t first)
{
	struct clause clause = {first, first};
	while (clause.end < view->tokens->count && !ends_clause(view, clause.end))
		clause.end++;
	return clause;
}

static size_t
words_in(const struct view *view, struct clause clause)
{
	size_t words = 0;
	for (size_t i = clause.first; i < clause.end; i++)
		words += view->tokens->items[i].spaced || i == clause.first;
	return words;
}

static struct slice
text_of(const struct view *view, struct clause clause)
{
	const struct token *tokens = view->tokens->items;
	if (clause.first >= clause.end)
		return SLICE("");
	return slice_cut(view->text, tokens[clause.first].start, tokens[clause.end - 1].end);
}

static bool
is_lead(struct contexts *contexts, const struct view *view, size_t i)
{
	struct slice word = token_text(view->text, view->tokens->items[i]);
	return role_of(contexts, word) == ROLE_LEAD;
}

/* Takes words off the clause's beginning that only tie it to another. True where it did. */
static bool
drop_lead(struct contexts *contexts, const struct view *view, struct clause *clause)
{
	size_t first = clause->first;
	while (clause->first + 1 < clause->end && is_lead(contexts, view, clause->first))
		clause->first++;
	return clause->first > first;
}

/* Leaves the last words of the clause. True where there were more. */
static bool
keep_last(const struct view *view, struct clause *clause, size_t words)
{
	bool cut = false;
	while (words_in(view, *clause) > words) {
		clause->first++;
		cut = true;
	}
	return cut;
}

static void
keep_first(const struct view *view, struct clause *clause, size_t words)
{
	while (words_in(view, *clause) > words)
		clause->end--;
}

/*
 * What the clause goes on with: "The dam, built by hand, lasted for …" has it before what is
 * put in between; ", which lasted for …" leans on what stands right before it.
 */
static void
find_subject(struct contexts *contexts, const struct view *view, const struct clause *clause,
	struct context *context)
{
	if (clause->first == 0 || clause->first == clause->end ||
		!is_comma(view, clause->first - 1))
		return;
	struct slice begins = token_text(view->text, view->tokens->items[clause->first]);
	struct clause subject = clause_before(view, clause->first - 1);
	context->leans = role_of(contexts, begins) == ROLE_RELATIVE;
	if (!context->leans) {
		if (subject.first == 0 || !is_comma(view, subject.first - 1))
			return;
		subject = clause_before(view, subject.first - 1);
	}
	drop_lead(contexts, view, &subject);
	if (context->leans && words_in(view, subject) > SUBJECT_WORDS)
		keep_last(view, &subject, NOUN_WORDS);
	if (words_in(view, subject) <= SUBJECT_WORDS && !is_lead(contexts, view, subject.first))
		context->subject = text_of(view, subject);
}

/*
 * The words behind the figure: to the clause's end where there is room; as many as there is
 * room for where few stand before it, or they tell the whole that it is a part of ("half of the
 * town"); those of the next clause where none are left ("In three months, sales fell").
 */
static struct clause
words_after(const struct view *view, size_t first, size_t before, bool part)
{
	struct clause after = clause_from(view, first);
	size_t count = view->tokens->count;
	bool few = before < WORDS_ENOUGH;
	if (after.end == after.first && few && first < count && is_comma(view, first))
		after = (struct clause){first, clause_from(view, first + 1).end};
	if (words_in(view, after) + before > WORDS_AT_MOST)
		keep_first(view, &after, few || part ? WORDS_AT_MOST - before : 0);
	return after;
}

/* Whether the figure stands alone between commas: "the baby, 3, was found". */
static bool
is_inserted(const struct view *view, size_t figure, size_t behind)
{
	return figure > 1 && is_comma(view, figure - 1) &&
	       (behind == view->tokens->count || ends_clause(view, behind));
}

/* The words before the figure, and what they go on with; of one inserted those it is told of.
 */
static struct clause
words_before(struct contexts *contexts, const struct view *view, size_t figure, bool inserted,
	struct context *context)
{
	struct clause before = clause_before(view, inserted ? figure - 1 : figure);
	if (!drop_lead(contexts, view, &before) && !inserted)
		find_subject(contexts, view, &before, context);
	context->cut = keep_last(view, &before, inserted ? NOUN_WORDS : WORDS_AT_MOST);
	if (context->cut)
		context->subject = SLICE("");
	before.end = figure;
	return before;
}

static void
find_words(struct contexts *contexts, const struct view *view, size_t start, size_t end,
	bool part, struct context *context)
{
	const struct token *tokens = view->tokens->items;
	size_t figure = 0, behind;
	while (figure < view->tokens->count && tokens[figure].start < start)
		figure++;
	for (behind = figure; behind < view->tokens->count && tokens[behind].start < end;)
		behind++;
	bool inserted = is_inserted(view, figure, behind);
	struct clause before = words_before(contexts, view, figure, inserted, context);
	context->before = text_of(view, before);
	if (!inserted)
		context->after =
			text_of(view, words_after(view, behind, words_in(view, before), part));
}

/* --- The part of the sentence to look at --- */

/* Bytes within the sentence that an attribution around the figure ascribes to its source. */
static void
narrow_to_statement(const struct findings *findings, const struct figure *figure, size_t *start,
	size_t *end)
{
	size_t count;
	const struct mark *marks =
		findings_marks(findings, figure->document, figure->n, &count);
	for (size_t i = 0; i < count; i++) {
		if (marks[i].type != RECORD_ATTRIBUTION || marks[i].start > figure->start ||
			marks[i].end < figure->end || marks[i].end > *end)
			continue;
		*start = marks[i].start > *start ? marks[i].start : *start;
		*end = marks[i].end;
	}
}

/* What is further away than NEAR is left out, to the next space. */
static void
narrow_to_near(struct slice text, const struct figure *figure, size_t *start, size_t *end)
{
	if (figure->start - *start > NEAR) {
		*start = figure->start - NEAR;
		while (*start < figure->start && text.data[*start] != ' ')
			++*start;
	}
	if (*end - figure->end > NEAR) {
		*end = figure->end + NEAR;
		while (*end > figure->end && text.data[*end] != ' ')
			--*end;
	}
}

bool
context_find(struct contexts *contexts, const struct findings *findings,
	const struct figure *figure, struct context *context)
{
	const struct sentence *sentence =
		findings_sentence(findings, figure->document, figure->n);
	*context = (struct context){0};
	if (!sentence || figure->start > figure->end || figure->end > sentence->text.len)
		return false;
	context->headline = slice_is(sentence->role, "title");
	size_t start = 0, end = sentence->text.len;
	narrow_to_statement(findings, figure, &start, &end);
	narrow_to_near(sentence->text, figure, &start, &end);
	struct view view = {slice_cut(sentence->text, start, end), &contexts->tokens};
	tokens_split(&contexts->tokens, view.text);
	find_words(contexts, &view, figure->start - start, figure->end - start,
		value_is_part(&figure->value), context);
	return true;
}

/* --- Names --- */

/* Whether a token is a part of a name: a capital word, or a hyphen or a dot in one. */
static bool
is_of_name(const struct view *view, size_t i)
{
	const struct token *token = &view->tokens->items[i];
	char byte = view->text.data[token->start];
	size_t len;
	if (token->kind == TOKEN_MARK)
		return !token->spaced && (byte == '-' || byte == '.' || byte == '\'');
	return utf8_is_upper(utf8_decode(view->text, token->start, &len));
}

struct slice
context_find_name(
	struct contexts *contexts, const struct findings *findings, const struct figure *figure)
{
	const struct sentence *sentence =
		findings_sentence(findings, figure->document, figure->n);
	if (!sentence || figure->start > sentence->text.len)
		return SLICE("");
	size_t start = figure->start > NEAR ? figure->start - NEAR : 0;
	struct view view = {slice_cut(sentence->text, start, figure->start), &contexts->tokens};
	tokens_split(&contexts->tokens, view.text);
	size_t last = contexts->tokens.count;
	if (last < 2 || !is_comma(&view, last - 1))
		return SLICE("");
	struct clause name = {last - 1, last - 1};
	while (name.first > 0 && is_of_name(&view, name.first - 1))
		name.first--;
	return text_of(&view, name);
}

void
contexts_free(struct contexts *contexts)
{
	map_free(&contexts->roles);
	tokens_free(&contexts->tokens);
	buffer_free(&contexts->folded);
}
