#include "hearsay.h"

#include "cues.h"

enum {
	HEARSAY_WORDS = 2, /* what is said has so many words at least */
};

/* Whether the sentence may tell by a verb's form alone that others say it. */
static bool
may_be_told(const struct clause *c)
{
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++)
		if (c->words[i].quoting != QUOTING_NONE || c->words[i].mark == '?' ||
			c->words[i].traits & WORD_FIRST)
			return false;
	return true;
}

/* The first word of that mood; the sentence's end where there is none. */
static uint32_t
find_mood(const struct clause *c, uint32_t from, enum word_mood mood)
{
	uint32_t at = from;
	while (at < c->sentence.end &&
		(c->words[at].mood != mood || c->words[at].shape != SHAPE_LOWER))
		at++;
	return at;
}

/* The finding that says the last words of the sentence before; NULL where none does. */
static const struct finding *
teller_before(const struct clause *c, const struct findings *findings, size_t from)
{
	for (size_t i = findings->count; i-- > from;)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++)
			if (ranges_overlap(findings->items[i].contents[k], c->before))
				return &findings->items[i];
	return NULL;
}

/* "Die Polizei sprach von Glück. |Das Haus sei leer gewesen.|" */
static bool
take_reported(const struct clause *c, struct findings *findings, size_t from)
{
	const struct finding *before = teller_before(c, findings, from);
	if (!before || find_mood(c, c->sentence.start, MOOD_REPORTED) == c->sentence.end)
		return false;
	struct finding finding = {.source = before->source, .cue = before->cue};
	clause_add(c, &finding, c->sentence.start, c->sentence.end);
	findings_add(findings, finding);
	return true;
}

/* A participle, as far as the tables know nothing else of the word. */
static bool
may_be_participle(const struct word *word)
{
	const uint64_t others = WORD_FUNCTION | WORD_REFLEXIVE | WORD_TIME | NOUN_SOURCE;
	return word->kind == WORD_LETTERS && word->shape == SHAPE_LOWER &&
	       !(word->traits & others);
}

/*
 * "L'incendie |aurait| fait dix morts", "Der Fahrer |soll| geflohen sein": the verb that tells
 * that others say it; the sentence's end where there is none.
 */
static uint32_t
hearsay_verb(const struct clause *c)
{
	uint32_t verb = find_mood(c, c->sentence.start, MOOD_HEARSAY), end = c->sentence.end;
	if (verb == end || c->words[verb].traits & CUE_ATTITUDE) /* aurait pu */
		return end;
	for (uint32_t i = c->sentence.start; i < end; i++)
		if (c->words[i].traits & (WORD_THAT | WORD_SUBORDINATOR | WORD_RELATIVE))
			return end;
	if (find_mood(c, verb + 1, MOOD_INFINITIVE) < end)
		return verb;
	uint32_t next = verb + 1;
	while (next < end && c->words[next].traits & WORD_AUXILIARY)
		next++;
	bool participle =
		!c->lexicon->infinitives && next < end && may_be_participle(&c->words[next]);
	return participle ? verb : end;
}

/* "angeblich", "якобы"; the sentence's end where no such word stands. */
static uint32_t
hearsay_word(const struct clause *c)
{
	const uint64_t hearsay = CUE_BY | CUE_MANNER;
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++)
		if ((c->words[i].traits & hearsay) == (CUE_BY | CUE_HEARSAY) &&
			c->words[i].entry_words > 0 && c->words[i].quoting == QUOTING_NONE)
			return i;
	return c->sentence.end;
}

static void
add_hearsay(const struct clause *c, struct range cue, struct findings *findings)
{
	struct finding finding = {.cue = cue};
	bool first = cue.start == c->sentence.start;
	clause_add(c, &finding, first ? cue.end : c->sentence.start,
		clause_end(c, cue.end < c->sentence.end ? cue.end : cue.start));
	if (finding.content_count > 0 && clause_count(c, finding.contents[0]) >= HEARSAY_WORDS)
		findings_add(findings, finding);
}

void
hearsay_find(const struct clause *c, struct findings *findings, size_t from)
{
	uint32_t word = hearsay_word(c);
	if (word < c->sentence.end) {
		struct range cue = {word, word + c->words[word].entry_words};
		add_hearsay(c, cue, findings);
		return;
	}
	if (!c->lexicon->moods || !may_be_told(c) || take_reported(c, findings, from))
		return;
	uint32_t verb = hearsay_verb(c);
	if (verb < c->sentence.end)
		add_hearsay(c, (struct range){verb, verb + 1}, findings);
}
