#include "cues.h"
#include "lexicon.h"
#include "name.h"

enum {
	SUBJECT_WORDS = 25,    /* the longest source */
	APPOSITION_WORDS = 25, /* between its commas */
	VIA_WORDS = 12,
	TIME_WORDS = 4, /* before a time's own word: "in the night of Monday" */
};

/* A word that may stand inside a noun phrase. */
static bool
is_nominal(const struct word *word)
{
	if (word->kind == WORD_MARK)
		return word->traits & NAME_POINT || word->mark == '&' || word->mark == '@' ||
		       word->mark == '$' || word->mark == '"';
	return !(word->traits & (WORD_THAT | WORD_SUBORDINATOR | WORD_RELATIVE | WORD_OBJECT |
					CUE_BY | CUE_VIA)) &&
	       !(word->traits & WORD_AUXILIARY && !(word->traits & WORD_TIME));
}

static bool
binds(const struct word *words, uint32_t at, uint32_t end)
{
	if (!(words[at].traits & WORD_CONJUNCTION) || at + 1 >= end)
		return false;
	const struct word *next = &words[at + 1];
	if (at + 2 < end && next->shape == SHAPE_LOWER && !(next->traits & WORD_FUNCTION) &&
		(words[at + 2].mark == ',' || words[at + 2].traits & NOUN_SOURCE))
		return true; /* responsables américains et ukrainiens, */
	if (next->traits & WORD_ARTICLE && at + 2 < end)
		next++; /* Ukraine and the US */
	return next->shape == SHAPE_CAPITAL || next->shape == SHAPE_UPPER ||
	       next->traits & (NOUN_SOURCE | NOUN_ROLE);
}

/* The comma that opens the apposition which the one at `close` closes. */
static uint32_t
apposition_start(const struct word *words, uint32_t floor, uint32_t close)
{
	for (uint32_t i = close; i > floor && close - i < APPOSITION_WORDS;) {
		i--;
		bool empty = i + 1 == close && words[i].kind == WORD_MARK; /* ", —" */
		if (words[i].quoting != QUOTING_NONE || empty)
			return close;
		if (words[i].mark == ',' || (words[i].mark == '-' && words[close].mark == '-'))
			return i;
		if (words[i].mark == '(' && words[close].mark == ')')
			return i;
	}
	return close;
}

/* The first word of the noun phrase that ends before `end`. */
static uint32_t
phrase_start(const struct word *words, uint32_t floor, uint32_t end)
{
	uint32_t start = end;
	while (start > floor && end - start < SUBJECT_WORDS) {
		const struct word *word = &words[start - 1];
		if (word->quoting != QUOTING_NONE)
			break;
		if (word->traits & WORD_CONJUNCTION && !binds(words, start - 1, end))
			break;
		if (!is_nominal(word))
			break;
		if (word->traits & WORD_PRONOUN && start < end)
			break;
		start--;
		if (word->traits & WORD_PRONOUN)
			break;
	}
	return start;
}

static bool
is_source_preposition(const struct word *word)
{
	return word->traits & WORD_PREPOSITION;
}

/* "In a letter |police|", "В интервью Би-би-си |министр|": the noun behind such a phrase. */
static uint32_t
behind_place(const struct word *words, uint32_t start, uint32_t end)
{
	const uint64_t nouns = NOUN_ROLE | NOUN_ANONYMOUS | NOUN_ORGANISATION;
	for (uint32_t i = start + 2; i < end; i++)
		if (words[i].traits & nouns && words[i].shape == SHAPE_LOWER &&
			(name_is_capital(&words[i - 1]) ||
				words[i - 1].traits & (NOUN_DOCUMENT | NOUN_OUTLET)))
			return i;
	return end;
}

/* "On Tuesday the mayor": a phrase that begins with a preposition is none of the source. */
static uint32_t
skip_adjuncts(const struct word *words, uint32_t start, uint32_t end)
{
	while (start < end &&
		(words[start].traits & (WORD_CONJUNCTION) || words[start].kind == WORD_NUMBER))
		start++;
	if (start >= end || !is_source_preposition(&words[start]))
		return start;
	uint32_t i = start + 1;
	while (i < end && words[i].traits & WORD_DETERMINER)
		i++;
	for (i++; i < end; i++)
		if (words[i].traits & (WORD_DETERMINER | WORD_PRONOUN) ||
			(words[i].shape == SHAPE_CAPITAL && words[i - 1].traits & WORD_TIME))
			return i;
	for (i = end; i > start; i--)
		if (words[i - 1].traits & WORD_TIME)
			return i;
	return behind_place(words, start, end);
}

/* "wie die Sprecherin, Ida Holm, |am Montag| sagte": a time behind an apposition is passed. */
static uint32_t
before_time(const struct word *words, uint32_t floor, uint32_t cue)
{
	uint32_t end = cue;
	while (end > floor && words[end - 1].traits & WORD_TIME)
		end--;
	while (end > floor && end < cue && words[end - 1].traits & WORD_PREPOSITION)
		end--;
	return end > floor && words[end - 1].mark == ',' ? end : cue;
}

/* "Wie X |unter Berufung auf Kreise| schreibt": who is cited between source and cue is passed.
 */
static uint32_t
before_via(const struct word *words, uint32_t floor, uint32_t cue)
{
	for (uint32_t i = cue; i > floor && cue - i < VIA_WORDS; i--) {
		const struct word *word = &words[i - 1];
		if (word->kind == WORD_MARK)
			return cue;
		if (!(word->traits & CUE_VIA))
			continue;
		uint32_t cited = i - 1 + (word->entry_words ? word->entry_words : 1);
		return cues_source_right(words, cited, cue, false).end == cue ? i - 1 : cue;
	}
	return cue;
}

struct range
cues_source_left(const struct word *words, struct range sentence, uint32_t cue)
{
	cue = before_time(words, sentence.start, cue);
	cue = before_via(words, sentence.start, cue);
	struct range source = {cue, cue};
	uint32_t end = cue;
	bool name = end > sentence.start && words[end - 1].mark == '"' &&
		    words[end - 1].quoting == QUOTING_NONE;
	if (end > sentence.start && words[end - 1].kind == WORD_MARK && !name) {
		char mark = words[end - 1].mark;
		if (mark != ',' && mark != '-' && mark != ')')
			return source;
		end = apposition_start(words, sentence.start, end - 1);
		if (end == cue - 1)
			return source;
		source.end = cue - 1;
	}
	if (end > sentence.start && words[end - 1].traits & WORD_RELATIVE) {
		source.start = end - 1;
		source.end = end;
		return source;
	}
	source.start = phrase_start(words, sentence.start, end);
	source.start = skip_adjuncts(words, source.start, end);
	if (source.start >= end)
		return (struct range){cue, cue};
	return source;
}

/* "Lopez supports this": no table knows the verb, but what stands around it tells. */
static bool
looks_verbal(const struct word *words, uint32_t at, uint32_t end)
{
	const struct word *word = &words[at], *before = &words[at - 1];
	const uint64_t opening =
		WORD_DETERMINER | WORD_POSSESSIVE | WORD_THAT | WORD_PRONOUN | WORD_OBJECT;
	if (word->shape != SHAPE_LOWER ||
		word->traits & (NOUN_SOURCE | NOUN_ROLE | WORD_FUNCTION))
		return false;
	if (before->traits & (WORD_FUNCTION | NAME_PEOPLE))
		return false;
	return at + 1 < end && words[at + 1].traits & opening && !(words[at + 1].mark);
}

/* "said Ida Holm |television": behind a full name only those whom it belongs to go on. */
static bool
is_behind_name(const struct word *words, uint32_t at, uint32_t start)
{
	const uint64_t heads = NOUN_ANONYMOUS | NOUN_ROLE | WORD_FUNCTION | WORD_TIME;
	return at >= start + 2 && words[at].shape == SHAPE_LOWER &&
	       !(words[at].traits & heads) && name_is_capital(&words[at - 1]) &&
	       name_is_capital(&words[at - 2]);
}

/* "vertellen bewoners |aan de NOS|": to whom it is said. */
static bool
is_toward(const struct word *words, uint32_t at, uint32_t end)
{
	uint32_t next = at + 1;
	const uint64_t small = WORD_PREPOSITION | WORD_ARTICLE | WORD_DEFINITE;
	if (!(words[at].traits & WORD_TOWARD) ||
		(words[at].traits & WORD_ARTICLE && words[at - 1].traits & WORD_PREPOSITION))
		return false;
	if (!(words[at].traits & small))
		return true; /* "сообщил мэр |журналистам|" */
	while (next < end && words[next].traits & WORD_DETERMINER &&
		!(words[next].traits & NAME_OUTLET))
		next++;
	return next < end && words[next].traits & (NOUN_SOURCE | NAME_OUTLET);
}

/* What goes on a noun phrase to the right: no verb, no mark. */
static bool
goes_on(const struct word *words, uint32_t at, uint32_t start, uint32_t end)
{
	const struct word *word = &words[at];
	if (word->quoting != QUOTING_NONE || word->traits & WORD_TIME)
		return false;
	if (word->traits & WORD_CONJUNCTION)
		return binds(words, at, end);
	if (word->traits & WORD_PRONOUN)
		return at == start;
	if (at > start && words[start].traits & WORD_PRONOUN)
		return word->traits & WORD_RELATIVE;
	if (word->traits & WORD_ARTICLE &&
		(at + 1 >= end || word[1].mark == ',' || word[1].mark == '.'))
		return false; /* "räumte ein Beamter |ein|" */
	if (word->traits & WORD_RELATIVE)
		return at > start;
	if (at > start && word->traits & CUE_VERB && !(word->traits & CUE_NOUN) &&
		!(words[at - 1].traits & WORD_DETERMINER)) /* the ruling */
		return word->traits & CUE_PAST && words[at - 1].traits & WORD_RELATIVE;
	if (at > start && (looks_verbal(words, at, end) || is_behind_name(words, at, start)))
		return false;
	if (at > start && is_toward(words, at, end))
		return false;
	if (word->traits & WORD_PREPOSITION)
		return at > start && at + 1 < end && !(words[at + 1].traits & WORD_TIME);
	return is_nominal(word);
}

/*
 * The end of an apposition that begins with the comma at `comma`: "said X, the mayor of Y."
 * Where more must follow, a comma has to close it. `comma` itself where there is none.
 */
static uint32_t
apposition_end(const struct word *words, uint32_t comma, uint32_t end, bool more)
{
	uint32_t i = comma + 1;
	if (i >= end || words[comma].mark != ',' ||
		!(words[i].traits &
			(WORD_ARTICLE | NOUN_ROLE | NOUN_ANONYMOUS | WORD_RELATIVE)))
		return comma;
	while (i < end && i - comma < APPOSITION_WORDS && words[i].quoting == QUOTING_NONE &&
		words[i].mark != ',' && words[i].mark != '.' && words[i].mark != ';')
		i++;
	bool closed = i < end && (words[i].mark == ',' || (words[i].mark == '.' && !more));
	return closed ? i : comma;
}

static bool
has_role(const struct word *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end; i++)
		if (words[i].traits & (NOUN_ROLE | NOUN_ANONYMOUS))
			return true;
	return false;
}

/* The end of the name that stands behind a role: "said the head of the union, Ida Holm." */
static uint32_t
role_name_end(const struct word *words, struct range source, uint32_t end)
{
	uint32_t start = source.end + 1;
	if (start >= end || words[source.end].mark != ',' || !has_role(words, source) ||
		!name_is_capital(&words[start]))
		return source.end;
	uint32_t name = name_end(words, start, end);
	bool closed = name >= end || words[name].mark == ',' || words[name].mark == '.';
	return closed && name > start + 1 ? name : source.end;
}

struct range
cues_source_right(const struct word *words, uint32_t at, uint32_t end, bool more)
{
	struct range source = {at, at};
	while (source.end < end && source.end - at < SUBJECT_WORDS &&
		goes_on(words, source.end, at, end))
		source.end++;
	if (source.end < end && source.end > at)
		source.end = apposition_end(words, source.end, end, more);
	if (source.end < end && source.end > at)
		source.end = role_name_end(words, source, end);
	return source;
}

uint32_t
cues_skip_time(const struct word *words, uint32_t at, uint32_t end)
{
	const uint64_t before = WORD_PREPOSITION | WORD_DETERMINER;
	uint32_t i = at;
	while (i < end && i - at < TIME_WORDS &&
		(words[i].traits & before || words[i].kind == WORD_NUMBER))
		i++;
	if (i >= end || !(words[i].traits & WORD_TIME))
		return at;
	while (i < end && words[i].traits & WORD_TIME)
		i++;
	return i;
}

/* "a Radio Nacional |el alcalde": a preposition with a name, before a noun with its article. */
static uint32_t
skip_place(const struct word *words, uint32_t at, uint32_t end)
{
	if (at >= end || !(words[at].traits & WORD_PREPOSITION))
		return at;
	uint32_t i = at + 1;
	for (; i < end && i - at < TIME_WORDS && !name_is_capital(&words[i]) &&
		is_nominal(&words[i]) && words[i].kind == WORD_LETTERS;
		i++)
		if (words[i].traits & WORD_ARTICLE && words[i - 1].traits & NOUN_OUTLET)
			return i; /* "apuntó |a este diario| una fuente" */
	if (i >= end || !name_is_capital(&words[i]))
		return at;
	i = name_end(words, i, end);
	bool noun = i < end && words[i].shape == SHAPE_LOWER &&
		    words[i].traits & (WORD_ARTICLE | NOUN_ROLE | NOUN_SOURCE);
	return noun ? i : at;
}

uint32_t
cues_skip_adjuncts(const struct word *words, uint32_t at, uint32_t end)
{
	return skip_place(words, cues_skip_time(words, at, end), end);
}

struct range
cues_subject(const struct word *words, struct range sentence, uint32_t cue)
{
	for (uint32_t start = sentence.start; start < cue; start++) {
		if (words[start].quoting != QUOTING_NONE)
			return (struct range){cue, cue};
		if (words[start].traits & (WORD_PREPOSITION | WORD_SUBORDINATOR)) {
			while (start < cue && words[start].mark != ',')
				start++;
			continue;
		}
		struct range source = cues_source_right(words, start, cue, false);
		if (!range_is_empty(source))
			return source;
	}
	return (struct range){cue, cue};
}
