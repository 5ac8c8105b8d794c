#include "saying.h"

#include "cues.h"
#include "name.h"

enum {
	INSIDE_WORDS = 6, /* of an organisation's name */
	FRONT_WORDS = 4,  /* before the cue in "About this wrote X" */
	AS_WORDS = 3,     /* "tal y |como" */
};

/* Whether the words name an organisation, an outlet or a document; МЧС is one. */
static bool
is_inside(const struct clause *c, struct range source)
{
	const uint64_t things = NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET | NOUN_DOCUMENT;
	bool inside = false;
	if (range_is_empty(source) || source.end - source.start > INSIDE_WORDS)
		return false;
	for (uint32_t i = source.start; i < source.end; i++) {
		if (c->words[i].kind != WORD_LETTERS && c->words[i].mark != '"')
			return false;
		inside |= c->words[i].traits & things || c->words[i].shape == SHAPE_UPPER;
	}
	return inside;
}

/* "У міністерстві повідомили": those in it who speak are not named. */
static struct range
inside_of(const struct clause *c, uint32_t cue)
{
	struct range source = {c->sentence.start + 1, cue};
	bool inside =
		c->words[c->sentence.start].traits & WORD_PREPOSITION && is_inside(c, source);
	return inside ? source : (struct range){cue, cue};
}

/* "…, сообщили в МЧС." */
static struct range
inside_behind(const struct clause *c, uint32_t at)
{
	struct range none = {at, at};
	if (at + 1 >= c->sentence.end || !(c->words[at].traits & WORD_PREPOSITION))
		return none;
	struct range source = cues_source_right(c->words, at + 1, c->sentence.end, false);
	return is_inside(c, source) ? source : none;
}

/* "Das sagte ein Sprecher": no source stands before the cue, but a word for what was said. */
static bool
is_fronted(const struct clause *c, uint32_t cue)
{
	const uint64_t front =
		WORD_THIS | WORD_PREPOSITION | WORD_DETERMINER | WORD_AUXILIARY | WORD_PRONOUN;
	bool this = false;
	for (uint32_t i = c->sentence.start; i < cue; i++) {
		if (!(c->words[i].traits & front))
			return false;
		this |= (c->words[i].traits & WORD_THIS) != 0;
	}
	return this && cue - c->sentence.start <= FRONT_WORDS;
}

/* Who says it: the source behind the cue, or a pronoun before it, "Про це |вона| сказала". */
static struct range
speaker_of_fronted(const struct clause *c, uint32_t cue, struct range right)
{
	if (cue > c->sentence.start && c->words[cue - 1].traits & (WORD_HE | WORD_SHE))
		return (struct range){cue - 1, cue};
	return right;
}

/* The source says the sentence before. */
static void
take_fronted(const struct clause *c, struct finding *finding, struct range right)
{
	while (right.end > right.start && c->words[right.end - 1].traits & WORD_PREPOSITION)
		right.end--; /* "Das teilte die Polizei mit" */
	finding->source = right;
	clause_add(c, finding, c->before.start, c->before.end);
}

/* Where what is said ends that stands before its source: ", wie die Polizei sagte". */
static uint32_t
before_source(const struct clause *c, uint32_t source)
{
	bool as = source > c->sentence.start + 1 && c->words[source - 1].traits & WORD_AS &&
		  clause_is_mark(c, source - 2, ',');
	return as ? source - 1 : source;
}

/* Where the tail of a cue begins that stands behind what is said: "…, X told reporters |today."
 */
static uint32_t
tail_of(const struct clause *c, struct range cue)
{
	if (!(c->words[cue.end - 1].traits & CUE_TO))
		return cue.end;
	return cues_source_right(c->words, cue.end, c->sentence.end, false).end;
}

/* A phrase that may name no source: no name, no noun for who speaks, no article or pronoun. */
static bool
is_bare(const struct clause *c, struct range source)
{
	const uint64_t begins = WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN |
				WORD_RELATIVE | WORD_CONJUNCTION;
	return range_is_empty(source) || (!cues_names_source(c->words, source) &&
						 !(c->words[source.start].traits & begins));
}

/*
 * "Un funcionario |que pidió no ser identificado| afirmó": the noun before the relative clause
 * that ends before the cue; empty where there is none.
 */
static struct range
before_relative(const struct clause *c, uint32_t cue)
{
	struct range none = {cue, cue};
	uint32_t at = c->sentence.start;
	struct range source = cues_source_right(c->words, at, cue, false);
	uint32_t next = source.end;
	if (range_is_empty(source) || !cues_names_source(c->words, source))
		return none;
	if (clause_is_mark(c, next, ','))
		next++;
	bool relative = next < cue && c->words[next].traits & (WORD_RELATIVE | WORD_THAT);
	for (uint32_t i = next; relative && i < cue; i++)
		if (c->words[i].quoting != QUOTING_NONE)
			return none;
	return relative ? source : none;
}

/* "The head of the ministry, Ida Holm, |called| …": all before the cue is its source. */
static bool
is_all_source(const struct clause *c, struct range source, uint32_t cue)
{
	if (source.start != c->sentence.start || source.end + 1 != cue ||
		!cues_names_source(c->words, source))
		return false;
	for (uint32_t i = source.start; i < source.end; i++)
		if (c->words[i].mark == ',')
			return true;
	return false;
}

/* A verb of saying, and what stands on its sides. */
struct saying {
	const struct clause *c;
	struct range verb;        /* with its auxiliaries */
	uint64_t traits;          /* of the verb itself */
	struct range left, right; /* what may be its source */
	struct range subject;     /* of the verb before it */
	uint32_t floor;
};

/* "wyjaśnił |PAP| strażak": an outlet before a noun is whom it was told. */
static uint32_t
behind_hearer(const struct clause *c, uint32_t at)
{
	uint32_t end = c->sentence.end, next = at;
	if (at < end && c->words[at].traits & NAME_OUTLET)
		next += c->words[at].entry_words;
	while (next < end && c->words[next].traits & WORD_TOWARD &&
		!(c->words[next].traits & WORD_PREPOSITION))
		next++;
	bool noun = next > at && next < end &&
		    (c->words[next].traits & (NOUN_ROLE | NOUN_ANONYMOUS) ||
			    name_is_capital(&c->words[next]));
	return noun ? next : at;
}

/* "Venerdì |il ministro|": a time before the article is none of the source. */
static struct range
without_time(const struct clause *c, struct range source)
{
	if (source.start + 1 < source.end && c->words[source.start].traits & WORD_TIME &&
		c->words[source.start + 1].traits & WORD_ARTICLE)
		source.start++;
	return source;
}

/* Finds what may be the verb's source before it, and behind it. */
static void
look_around(struct saying *s)
{
	const struct clause *c = s->c;
	uint32_t start = s->verb.start, end = c->sentence.end;
	uint32_t behind = cues_skip_adjuncts(c->words, s->verb.end, end);
	if (c->lexicon->inflects)
		behind = behind_hearer(c, behind);
	s->left = cues_source_left(c->words, c->sentence, start);
	s->right = cues_source_right(c->words, behind, end, false);
	if (s->traits & WORD_PRONOUN) /* « Oui », dit-il. */
		s->left = s->verb;
	struct range whole = is_bare(c, s->left) ? before_relative(c, start) : s->left;
	if (!range_is_empty(whole))
		s->left = whole;
	if (range_is_empty(s->left) && range_is_empty(s->right))
		s->left = inside_of(c, start);
	if (range_is_empty(s->left) && range_is_empty(s->right))
		s->right = inside_behind(c, behind);
	if (c->lexicon->tagged)
		return;
	s->left = without_time(c, s->left);
	bool going_on = s->traits & CUE_ING && start > c->sentence.start &&
			clause_is_mark(c, start - 1, ',');
	if (going_on || (!range_is_empty(s->right) && clause_is_time(c, s->left)))
		s->left = (struct range){start, start};
	if (!going_on || !range_is_empty(s->subject))
		return;
	struct range subject = cues_subject(c->words, c->sentence, start);
	if (cues_names_source(c->words, subject)) /* "The firm fell, |adding| that" */
		s->subject = subject;
}

/* "…," said X */
static bool
is_inverted(const struct saying *s)
{
	const struct clause *c = s->c;
	uint32_t start = s->verb.start;
	/* "…, the mayor, X, told |a crowd|": the speaker of such a verb stands before it. */
	bool hearer = s->traits & CUE_TO && !range_is_empty(s->left);
	bool impersonal = (s->traits & CUE_MANNER) == CUE_HEARSAY; /* "…, hieß es." */
	if ((range_is_empty(s->right) && !impersonal) || hearer || s->traits & CUE_ING ||
		is_all_source(c, s->left, start) || !clause_has_left(c, start, s->floor))
		return false;
	return (range_is_empty(s->left) || c->words[start - 1].mark) &&
	       (clause_only_tail_follows(c, s->right.end) ||
		       clause_relative_follows(
			       c, s->right.end, (struct range){s->floor, start}));
}

/* "Am Montag sagte |der Bürgermeister|, …": a time or place stands before the verb. */
static bool
is_behind_adjunct(struct saying *s)
{
	const struct clause *c = s->c;
	struct range right = cues_source_right(c->words, s->right.start, c->sentence.end, true);
	uint32_t end = cues_skip_time(c->words, right.end, c->sentence.end);
	if (c->lexicon->tagged || s->traits & CUE_ING || range_is_empty(s->right) ||
		!cues_names_source(c->words, s->right))
		return false;
	bool place = c->lexicon->verb_second && s->verb.start > c->sentence.start &&
		     c->words[c->sentence.start].traits & WORD_PREPOSITION &&
		     s->left.end == s->verb.start;
	bool follows = clause_is_mark(c, end, ',') || clause_is_mark(c, end, ':') ||
		       (end < c->sentence.end && (c->words[end].quoting == QUOTING_OPEN ||
							 c->words[end].traits & WORD_THAT));
	if (!follows || !(range_is_empty(s->left) || place))
		return false;
	s->right = right;
	return true;
}

/*
 * "|Comme l'a confirmé| la police, …", "…, |como confirmó| la policía": where the word before
 * the verb stands; the verb itself where there is none.
 */
static uint32_t
as_before(const struct saying *s)
{
	const struct clause *c = s->c;
	uint32_t start = s->verb.start, floor = c->sentence.start;
	if (start > floor + 1 && c->words[start - 1].kind == WORD_LETTERS &&
		c->words[start - 1].traits & (WORD_OBJECT | WORD_DEFINITE))
		start--;
	bool as = start > floor && c->words[start - 1].traits & WORD_AS &&
		  !range_is_empty(s->right);
	return as ? start - 1 : s->verb.start;
}

/* Takes what is said before such a phrase, or behind its comma. */
static bool
take_as(struct saying *s, struct finding *finding)
{
	const struct clause *c = s->c;
	uint32_t as = as_before(s), end = s->right.end;
	if (as == s->verb.start || c->lexicon->tagged)
		return false;
	if (as > c->sentence.start && clause_is_mark(c, as - 1, ',')) {
		finding->source = s->right;
		clause_add(c, finding, clause_start(c, as - 1, s->floor), as - 1);
		return true;
	}
	bool first = as < c->sentence.start + AS_WORDS && clause_is_mark(c, end, ',');
	if (!first)
		return false;
	finding->source = s->right;
	clause_add(c, finding, end, clause_end(c, end + 1));
	return true;
}

/* Takes source and content where the source stands before the verb, or is that of the last. */
static void
take_straight(struct saying *s, struct finding *finding)
{
	const struct clause *c = s->c;
	uint32_t before = before_source(c, s->left.start), tail = tail_of(c, s->verb);
	bool left = !range_is_empty(s->left);
	finding->source = left ? s->left : s->subject;
	if (left && clause_has_left(c, before, s->floor) && clause_only_tail_follows(c, tail))
		clause_add_left(c, finding, before, tail, s->floor); /* …, X said */
	else
		clause_add_right(c, finding, s->verb.end, s->traits);
}

struct finding
saying_find(const struct clause *c, uint32_t verb, uint32_t floor, struct range subject)
{
	struct saying s = {c, .verb = cues_span(c->words, c->sentence, verb),
		.traits = c->words[verb].traits, .subject = subject, .floor = floor};
	struct finding finding = {.cue = s.verb};
	look_around(&s);
	struct range fronted = speaker_of_fronted(c, s.verb.start, s.right);
	if (is_fronted(c, s.verb.start) && !range_is_empty(fronted)) {
		take_fronted(c, &finding, fronted);
	} else if (take_as(&s, &finding)) {
		return finding;
	} else if (is_inverted(&s)) {
		finding.source = s.right;
		clause_add_left(c, &finding, s.verb.start, s.right.end, floor);
	} else if (is_behind_adjunct(&s)) {
		finding.source = s.right;
		clause_add_right(c, &finding, s.right.end, s.traits);
	} else if (s.traits & CUE_ING && range_is_empty(s.left)) { /* …, adding that */
		finding.source = s.subject;
		clause_add_right(c, &finding, s.verb.end, s.traits);
	} else {
		take_straight(&s, &finding);
	}
	return finding;
}
