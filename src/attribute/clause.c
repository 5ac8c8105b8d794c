#include "clause.h"

#include "cues.h"
#include "lexicon.h"
#include "name.h"

enum {
	CLAUSE_WORDS = 2, /* what is said has so many words at least */
	LONG_CLAUSE = 4,
	PARENTHESIS_WORDS = 16,
	HEARER_WORDS = 8,
	AUXILIARIES = 2, /* between "and" and the verb */
	TAIL_WORDS = 8,  /* may stand between a cue and the end of its clause: "on Monday" */
};

bool
clause_is_mark(const struct clause *c, uint32_t at, char mark)
{
	return at >= c->sentence.start && at < c->sentence.end && c->words[at].mark == mark;
}

static bool
is_closing(const struct clause *c, uint32_t at)
{
	return at < c->sentence.end && at >= c->sentence.start &&
	       c->words[at].quoting == QUOTING_CLOSE;
}

static bool
is_end(const struct clause *c, uint32_t at)
{
	if (at >= c->sentence.end)
		return true;
	const struct word *word = &c->words[at];
	if (word->mark != '.' && word->mark != '!' && word->mark != '?')
		return false;
	return at + 1 == c->sentence.end ||
	       (word[1].spaced && word[1].shape != SHAPE_LOWER && !(word->traits & NAME_POINT));
}

uint32_t
clause_count(const struct clause *c, struct range range)
{
	uint32_t count = 0;
	for (uint32_t i = range.start; i < range.end; i++)
		count += c->words[i].kind != WORD_MARK;
	return count;
}

/* "He said ten left |and added that| more would": a verb shares the source of the one before.
 */
static bool
verb_goes_on(const struct clause *c, uint32_t at)
{
	uint32_t i = at + 1, end = c->sentence.end;
	if (!(c->words[at].traits & WORD_CONJUNCTION))
		return false;
	while (i < end && i - at <= AUXILIARIES && c->words[i].traits & WORD_AUXILIARY)
		i++;
	if (i >= end || !(c->words[i].traits & CUE_SPEECH) || c->words[i].traits & CUE_ING ||
		!cues_is_cue(c->words, c->sentence, i))
		return false;
	i += c->words[i].entry_words ? c->words[i].entry_words : 1;
	if (clause_is_mark(c, i, ','))
		i++;
	return i < end && (c->words[i].traits & WORD_THAT || c->words[i].mark == ':' ||
				  c->words[i].quoting == QUOTING_OPEN);
}

/* Whether the comma at `at` closes a clause: another cue's begins behind it. */
static bool
comma_ends(const struct clause *c, uint32_t at)
{
	uint64_t traits = c->words[at + 1].traits;
	if ((traits & CUE_ING && traits & (CUE_SPEECH | CUE_ACT)) || traits & CUE_BY)
		return true;
	return traits & (WORD_CONJUNCTION | WORD_SUBORDINATOR) &&
	       cues_follow(c->words, at + 1, c->sentence.end);
}

uint32_t
clause_end(const struct clause *c, uint32_t from)
{
	for (uint32_t i = from; i < c->sentence.end; i++) {
		const struct word *word = &c->words[i];
		if (word->quoting == QUOTING_IN)
			continue;
		if (word->mark == ',' && !is_end(c, i + 1) && comma_ends(c, i))
			return i;
		if (i > from && (word->mark == ';' || verb_goes_on(c, i)))
			return i;
	}
	return is_end(c, c->sentence.end - 1) ? c->sentence.end - 1 : c->sentence.end;
}

static struct range
trim(const struct clause *c, struct range range)
{
	while (range.start < range.end && c->words[range.start].kind == WORD_MARK &&
		c->words[range.start].quoting == QUOTING_NONE)
		range.start++;
	while (range.end > range.start && c->words[range.end - 1].kind == WORD_MARK &&
		c->words[range.end - 1].quoting == QUOTING_NONE)
		range.end--;
	return range;
}

void
clause_add(const struct clause *c, struct finding *finding, uint32_t start, uint32_t end)
{
	struct range range = trim(c, (struct range){start, end > start ? end : start});
	if (clause_count(c, range) > 0)
		finding_add_content(finding, range);
}

uint32_t
clause_start(const struct clause *c, uint32_t at, uint32_t floor)
{
	uint32_t start = at;
	while (start > floor && c->words[start - 1].mark != ';')
		start--;
	if (start + 1 < at && c->words[start].traits & WORD_CONJUNCTION)
		start++;
	return start;
}

bool
clause_only_tail_follows(const struct clause *c, uint32_t at)
{
	if (at < c->sentence.end && c->words[at].traits & CUE_VIA)
		return true;
	bool word = at < c->sentence.end && c->words[at].kind == WORD_LETTERS &&
		    c->words[at].shape == SHAPE_LOWER &&
		    !(c->words[at].traits & (WORD_THAT | CUE_ANY));
	if (word && (is_end(c, at + 1) || clause_is_mark(c, at + 1, ',')))
		return true; /* "räumte X |ein|, der dort lebt" */
	for (uint32_t i = at; i < at + TAIL_WORDS; i++) {
		if (is_end(c, i) || clause_is_mark(c, i, ',') || clause_is_mark(c, i, '-') ||
			clause_is_mark(c, i, ';') ||
			(i < c->sentence.end && c->words[i].quoting == QUOTING_OPEN))
			return true;
		if (c->words[i].traits & (WORD_THAT | CUE_ANY) || c->words[i].mark == ':')
			return false;
		bool hearer = !c->lexicon->tagged && i + 1 < c->sentence.end &&
			      c->words[i].traits & WORD_DEFINITE &&
			      c->words[i + 1].traits & NAME_OUTLET; /* "sagte sie |der dpa|" */
		if (i == at && !hearer &&
			!(c->words[i].traits &
				(WORD_PREPOSITION | WORD_TIME | WORD_OBJECT |
					WORD_SUBORDINATOR | WORD_TOWARD | NOUN_OUTLET)))
			return false;
	}
	return true;
}

bool
clause_relative_follows(const struct clause *c, uint32_t at, struct range left)
{
	return at < c->sentence.end && c->words[at].traits & WORD_THAT &&
	       clause_count(c, left) >= LONG_CLAUSE;
}

bool
clause_is_time(const struct clause *c, struct range range)
{
	bool time = false;
	for (uint32_t i = range.start; i < range.end; i++) {
		if (!(c->words[i].traits & (WORD_TIME | WORD_DETERMINER | WORD_PREPOSITION)) &&
			c->words[i].kind != WORD_NUMBER)
			return false;
		time |= (c->words[i].traits & WORD_TIME) != 0;
	}
	return time;
}

bool
clause_has_left(const struct clause *c, uint32_t before, uint32_t floor)
{
	if (before <= floor)
		return false;
	bool stop = clause_is_mark(c, before - 1, ',') || is_closing(c, before - 1) ||
		    clause_is_mark(c, before - 1, '-') || clause_is_mark(c, before - 1, '"');
	bool quoted = is_closing(c, before - 1) || is_closing(c, before - 2);
	uint32_t least = quoted ? 1 : CLAUSE_WORDS; /* « Oui », dit X. */
	struct range left = {clause_start(c, before, floor), before};
	if (!stop || clause_count(c, left) < least)
		return false;
	left.end--; /* the mark */
	return c->lexicon->tagged || !clause_is_time(c, left);
}

/* Whether a clause may begin here: no cue, and no other word that ties it to what stands
 * before.
 */
static bool
is_clause(const struct clause *c, uint32_t at)
{
	return at < c->sentence.end &&
	       !(c->words[at].traits &
		       (CUE_ANY | WORD_CONJUNCTION | WORD_RELATIVE | WORD_SUBORDINATOR));
}

/*
 * "The paper wrote|, citing officials,| that", "… schreibt |unter Berufung auf X|, dass": where
 * who is cited stands before what is said, its end; `at` otherwise.
 */
static uint32_t
behind_parenthesis(const struct clause *c, uint32_t at)
{
	uint32_t end = at + 1;
	if (at < c->sentence.end && c->words[at].traits & CUE_VIA) {
		uint32_t cited = at + (c->words[at].entry_words ? c->words[at].entry_words : 1);
		end = cues_source_right(c->words, cited, c->sentence.end, true).end;
		return clause_is_mark(c, end, ',') ? end + 1 : end;
	}
	if (!clause_is_mark(c, at, ','))
		return at;
	while (end < c->sentence.end && end - at < PARENTHESIS_WORDS &&
		c->words[end].quoting == QUOTING_NONE && c->words[end].mark != ',' &&
		!(c->words[end].traits & WORD_THAT))
		end++;
	bool that = clause_is_mark(c, end, ',') && end + 1 < c->sentence.end &&
		    c->words[end + 1].traits & WORD_THAT;
	return that ? end + 1 : at;
}

/* "Er sagte |dem Sender Aktuell,| es regne": to whom it is said, in a case of its own. */
static uint32_t
behind_hearer(const struct clause *c, uint32_t at)
{
	if (!c->lexicon->verb_second || at >= c->sentence.end ||
		!(c->words[at].traits & WORD_TOWARD))
		return at;
	for (uint32_t i = at; i < c->sentence.end && i - at < HEARER_WORDS; i++)
		if (clause_is_mark(c, i, ',') && is_clause(c, i + 1))
			return i + 1;
	return at;
}

void
clause_add_right(const struct clause *c, struct finding *finding, uint32_t at, uint64_t cue)
{
	uint32_t start = at;
	bool opened = false; /* by "that", a mark */
	bool about = at > c->sentence.start && c->words[at - 1].traits & WORD_PREPOSITION;
	uint32_t least = about ? 1 : CLAUSE_WORDS; /* "spoke of |shots|" */
	if (clause_is_mark(c, at, ',') && !(cue & CUE_ING) && is_clause(c, at + 1))
		start = ++at; /* „Sie sagte, der Fluss steige.“ */
	else if (!c->lexicon->tagged) /* "сообщила |в понедельник| о начале" */
		start = at = cues_skip_time(c->words, at, c->sentence.end);
	at = start = behind_hearer(c, behind_parenthesis(c, at));
	for (uint32_t i = at; i < at + 2 * TAIL_WORDS && i < c->sentence.end; i++) {
		if (c->words[i].quoting == QUOTING_OPEN || c->words[i].traits & WORD_THAT ||
			c->words[i].mark == ':') {
			start = i;
			opened = true;
			break;
		}
		bool that = i + 1 < c->sentence.end && c->words[i + 1].traits & WORD_THAT;
		if (c->words[i].traits & CUE_ANY || (c->words[i].mark == ',' && !that))
			break;
	}
	bool shown =
		opened && (start > at || !c->lexicon->tagged); /* the tagger knows better */
	if (!shown && cue & CUE_THAT)
		return;
	uint32_t end = clause_end(c, start);
	if (clause_count(c, (struct range){start, end}) >= least)
		clause_add(c, finding, start, end);
}

void
clause_add_left(const struct clause *c, struct finding *finding, uint32_t before,
	uint32_t after, uint32_t floor)
{
	clause_add(c, finding, clause_start(c, before, floor), before);
	if (clause_is_mark(c, after, ',') && after + 1 < c->sentence.end &&
		c->words[after + 1].quoting == QUOTING_OPEN)
		after++;
	if (after + 1 < c->sentence.end &&
		(clause_is_mark(c, after, ',') || c->words[after].quoting == QUOTING_OPEN)) {
		uint64_t traits = c->words[after + 1].traits;
		bool other =
			traits & (CUE_ING | CUE_BY | CUE_VIA | WORD_CONJUNCTION |
					 WORD_RELATIVE | WORD_SUBORDINATOR | WORD_PREPOSITION);
		bool relative = traits & WORD_THAT && before > floor + 1 &&
				(is_closing(c, before - 1) || is_closing(c, before - 2));
		if (relative) /* «…», racconta X, |che abita lì|. */
			return;
		const uint64_t begins =
			WORD_THAT | WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN;
		if (c->words[after].quoting != QUOTING_OPEN && !(traits & begins) &&
			!name_is_capital(&c->words[after + 1]))
			return; /* "…, said X, |aged 45|" */
		if (!other || c->words[after].quoting == QUOTING_OPEN)
			clause_add(c, finding, after, clause_end(c, after + 1));
	}
}
