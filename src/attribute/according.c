#include "according.h"

#include "cues.h"
#include "lexicon.h"
#include "name.h"

enum {
	MUCH_SAID = 2, /* words: more than these before "according to" are what is said */
	SOURCE_REACH =
		14, /* words between "according to" and the comma that closes its source */
};

/* "según informó el lunes el alcalde": the verb, and when, stand before the source. */
static void
take_verb(const struct clause *c, struct range *cue)
{
	uint32_t end = c->sentence.end;
	if (cue->end < end && c->words[cue->end].traits & CUE_SPEECH &&
		!(c->words[cue->end].traits & CUE_NOUN))
		cue->end++;
	if (c->words[cue->end - 1].traits & CUE_SPEECH)
		cue->end = cues_skip_adjuncts(c->words, cue->end, end);
}

/* "Volgens de politie |raakten tien mensen gewond": where no comma closes the source, it ends
 * with its first noun. */
static uint32_t
first_noun_end(const struct word *words, struct range source)
{
	for (uint32_t i = source.start; i + 1 < source.end; i++) {
		uint64_t traits = words[i].traits, next = words[i + 1].traits;
		bool both = traits & next & NOUN_ANONYMOUS;
		bool name = name_is_capital(&words[i]);
		if ((name || traits & (NOUN_SOURCE | NOUN_ROLE)) &&
			words[i + 1].shape == SHAPE_LOWER &&
			(both || !(next & (WORD_FUNCTION | NOUN_SOURCE | NOUN_ROLE))))
			return i + 1;
	}
	return source.end;
}

/* The end of a citation behind the source: "As X writes |citing officials|, ten died." */
static uint32_t
via_end(const struct clause *c, uint32_t at)
{
	if (clause_is_mark(c, at, ',') && at + 1 < c->sentence.end &&
		c->words[at + 1].traits & CUE_VIA)
		at++;
	if (at >= c->sentence.end || !(c->words[at].traits & CUE_VIA))
		return at;
	struct range cue = cues_span(c->words, c->sentence, at);
	return cues_source_right(c->words, cue.end, c->sentence.end, true).end;
}

/* "Z ustaleń X |wynika, że| …": where what is said begins behind a verb that only leads there.
 */
static uint32_t
behind_verb(const struct clause *c, uint32_t at)
{
	uint32_t that = at + 1;
	if (at >= c->sentence.end || !(c->words[at].traits & (CUE_THAT | CUE_SPEECH)))
		return at;
	if (clause_is_mark(c, that, ','))
		that++;
	return that < c->sentence.end && c->words[that].traits & WORD_THAT ? that : at;
}

/*
 * "D'après une étude de l'institut |publiée en juin|, …": the comma that closes a source which
 * goes on behind its noun; `at` where there is none.
 */
static uint32_t
closing_comma(const struct clause *c, uint32_t at)
{
	for (uint32_t i = at; i < c->sentence.end && i - at < SOURCE_REACH; i++) {
		if (clause_is_mark(c, i, ','))
			return i;
		if (c->words[i].quoting != QUOTING_NONE || c->words[i].mark == ':' ||
			c->words[i].mark == ';' ||
			c->words[i].traits & (WORD_AUXILIARY | CUE_THAT))
			break;
	}
	return at;
}

/* "Z ustaleń policji |wynika, że| …": a verb that leads to what is said is none of the source.
 */
static uint32_t
before_that(const struct clause *c, struct range source)
{
	uint32_t last = source.end - 1;
	bool verb = source.end > source.start + 1 && c->words[last].traits & CUE_THAT;
	return verb && behind_verb(c, last) > last ? last : source.end;
}

/*
 * Where a source within a sentence ends: before a number, "laut Ida Holm |500 Häuser|", and
 * before a phrase with a preposition, "laut Polizei in Köln |auf elf|", unless that is a
 * name's.
 */
static uint32_t
inserted_end(const struct word *words, struct range source)
{
	for (uint32_t i = source.start + 1; i < source.end; i++) {
		const struct word *word = &words[i], *next = &words[i + 1];
		bool first = words[i - 1].traits & WORD_DETERMINER;
		if (word->kind == WORD_NUMBER && !first)
			return i;
		bool name = i + 1 < source.end && name_is_capital(next) &&
			    !(next->traits & WORD_TIME);
		if (word->traits & WORD_PREPOSITION && !(word->traits & NAME_PARTICLE) && !name)
			return i;
	}
	return source.end;
}

/*
 * « D'après |l'étude|, un enfant sur dix dort mal, … »: a paper has no apposition. "Secondo |la
 * polizia| l'uomo è fuggito": with another article another noun begins.
 */
static uint32_t
paper_or_noun_end(const struct word *words, struct range source)
{
	for (uint32_t i = source.start + 1; i < source.end; i++) {
		uint64_t before = words[i - 1].traits;
		if (words[i].mark == ',' && before & NOUN_DOCUMENT)
			return i;
		bool article = words[i].traits & WORD_ARTICLE &&
			       !(words[i].traits & (WORD_PREPOSITION | NAME_PARTICLE));
		if (article && before & (NOUN_SOURCE | NOUN_ROLE))
			return i;
	}
	return source.end;
}

/* The source behind the cue. */
static struct range
source_behind(const struct clause *c, struct range cue)
{
	bool first = cue.start == c->sentence.start;
	struct range source = cues_source_right(c->words, cue.end, c->sentence.end, first);
	if (!c->lexicon->verb_second && !c->lexicon->tagged)
		source.end = paper_or_noun_end(c->words, source);
	if (!first && c->lexicon->verb_second)
		source.end = first_noun_end(c->words, source);
	if (!first && !c->lexicon->tagged && !clause_is_mark(c, cue.start - 1, ','))
		source.end = inserted_end(c->words, source);
	if (!first || range_is_empty(source) || clause_is_mark(c, source.end, ','))
		return source;
	source.end = before_that(c, source);
	uint32_t comma = closing_comma(c, source.end);
	if (comma > source.end && !c->lexicon->verb_second)
		source.end = comma;
	else
		source.end = first_noun_end(c->words, source);
	return source;
}

/* "по |его| словам", "à |son| avis": whose words they are is told within the cue. */
static bool
take_owner(const struct clause *c, struct finding *finding)
{
	const uint64_t owners = WORD_POSSESSIVE | WORD_HE | WORD_SHE | WORD_OBJECT;
	for (uint32_t i = finding->cue.start; i < finding->cue.end; i++)
		if (finding->cue.end - finding->cue.start > 1 && c->words[i].traits & owners &&
			c->words[i].spaced) {
			finding->source = (struct range){i, i + 1};
			return true;
		}
	return false;
}

/*
 * "The toll rose according to police |to eleven|": where the clause goes on behind a source in
 * its midst, without a comma.
 */
static void
add_rest(const struct clause *c, struct finding *finding)
{
	uint32_t start = finding->source.end;
	if (c->lexicon->tagged || range_is_empty(finding->source) || start >= c->sentence.end ||
		c->words[start].kind == WORD_MARK || c->words[start].traits & WORD_CONJUNCTION)
		return;
	uint32_t end = clause_end(c, start + 1);
	if (clause_count(c, (struct range){start, end}) > 1) /* "so X |bekannt|" */
		clause_add(c, finding, start, end);
}

/* "…, |according to X|": where what is said before it ends. */
static uint32_t
before_comma(const struct clause *c, uint32_t at, uint32_t floor)
{
	while (at > floor && (c->words[at - 1].mark == ',' || c->words[at - 1].mark == '-'))
		at--;
	return at;
}

/* "according to X, …" and "…, according to X" */
static struct finding
according_to(const struct clause *c, struct range words, uint32_t floor)
{
	uint32_t cue = words.start;
	struct finding finding = {.cue = words};
	if (finding.cue.end - cue > 1 && c->words[finding.cue.end - 1].traits & NOUN_ANONYMOUS)
		finding.cue.end--; /* « de |source judiciaire » */
	take_verb(c, &finding.cue);
	if (!take_owner(c, &finding))
		finding.source = source_behind(c, finding.cue);
	uint32_t before = before_comma(c, cue, floor);
	uint32_t start = clause_start(c, before, floor);
	bool verb = before > start && c->words[before - 1].traits &
					      (CUE_VERB | WORD_CONJUNCTION | WORD_SUBORDINATOR);
	if (!verb && clause_count(c, (struct range){start, before}) > MUCH_SAID) {
		clause_add(c, &finding, start, before);
		add_rest(c, &finding);
	} else if (clause_is_mark(c, finding.source.end, ',') ||
		   clause_is_mark(c, finding.cue.end, ',') || cue == c->sentence.start) {
		uint32_t end = finding.source.end > finding.cue.end ? finding.source.end
								    : finding.cue.end;
		uint32_t start_right = behind_verb(c, via_end(c, end));
		clause_add(c, &finding, start_right, clause_end(c, start_right + 1));
	} else {
		add_rest(c, &finding);
	}
	return finding;
}

/* "Der Polizei zufolge ist …", "…, der Polizei zufolge." */
static struct finding
according_behind(const struct clause *c, uint32_t cue, uint32_t floor)
{
	struct finding finding = {
		.cue = {cue, cue + 1}, .source = cues_source_left(c->words, c->sentence, cue)};
	uint32_t start = finding.source.start;
	if (start == c->sentence.start)
		clause_add(c, &finding, cue + 1, clause_end(c, cue + 1));
	else
		clause_add(c, &finding, clause_start(c, start, floor), start);
	return finding;
}

/*
 * "Nach eigenen Angaben zählt |der Verein| 400 Mitglieder", "|Der Verein| zählt nach eigenen
 * Angaben 400": the subject of the clause says it.
 */
static struct finding
according_own(const struct clause *c, uint32_t cue, uint32_t floor)
{
	struct finding finding = {.cue = {cue, cue + c->words[cue].entry_words}};
	uint32_t start = finding.cue.end, end = c->sentence.end;
	if (cue == c->sentence.start) {
		uint32_t subject = start;
		if (clause_is_mark(c, subject, ','))
			subject++;
		else if (c->lexicon->verb_second)
			subject++; /* the verb */
		finding.source = cues_source_right(c->words, subject, end, false);
		if (c->lexicon->verb_second || c->lexicon->inflects)
			finding.source.end = first_noun_end(c->words, finding.source);
		if (!range_is_empty(finding.source))
			finding.source.end = inserted_end(c->words, finding.source);
		clause_add(c, &finding, start, clause_end(c, start + 1));
		return finding;
	}
	start = clause_start(c, before_comma(c, cue, floor), floor);
	finding.source = cues_source_right(c->words, start, cue, false);
	clause_add(c, &finding, start, clause_end(c, finding.cue.end));
	return finding;
}

/* "Nach Polizeiangaben starben elf", "Elf starben nach Polizeiangaben", "… zufolge" */
static struct finding
according_statement(const struct clause *c, uint32_t at, uint32_t floor)
{
	bool behind = at + 1 < c->sentence.end && c->words[at + 1].traits & CUE_BY;
	struct finding finding = {.source = {at, at + 1}, .cue = {at - 1, at}};
	if (behind)
		finding.cue = (struct range){at + 1, at + 2};
	uint32_t first = behind ? at : at - 1;
	uint32_t end = behind ? at + 2 : at + 1;
	uint32_t before = before_comma(c, first, floor);
	uint32_t start = clause_start(c, before, floor);
	if (clause_count(c, (struct range){start, before}) == 0) {
		clause_add(c, &finding, end, clause_end(c, end));
		return finding;
	}
	clause_add(c, &finding, start, before);
	add_rest(c, &finding);
	return finding;
}

/*
 * "По предварительным данным |МЧС|, …": words for what is not certain may have a source behind
 * them all the same. The place where it begins; the sentence's end where there is none.
 */
static uint32_t
source_of_hearsay(const struct clause *c, uint32_t cue)
{
	uint32_t at = cue + c->words[cue].entry_words, end = c->sentence.end;
	if (c->words[cue].entry_words < 2 || at >= end ||
		!(c->words[at].traits & (WORD_PREPOSITION | WORD_DEFINITE | NOUN_SOURCE) ||
			name_is_capital(&c->words[at])))
		return end;
	if (c->words[at].traits & WORD_PREPOSITION)
		at++;
	struct range source = cues_source_right(c->words, at, end, false);
	return cues_names_source(c->words, source) ? at : end;
}

/* As one with a plain cue, or nothing. */
static struct finding
according_hearsay(const struct clause *c, uint32_t cue, uint32_t floor)
{
	struct finding none = {.cue = {cue, cue + 1}};
	uint32_t at = source_of_hearsay(c, cue);
	return at < c->sentence.end ? according_to(c, (struct range){cue, at}, floor) : none;
}

struct finding
according_find(const struct clause *c, uint32_t cue, uint32_t floor)
{
	switch (c->words[cue].traits & CUE_MANNER) {
	case CUE_BEHIND:
		return according_behind(c, cue, floor);
	case CUE_OWN:
		return according_own(c, cue, floor);
	case CUE_HEARSAY:
		return according_hearsay(c, cue, floor);
	case CUE_STATEMENT:
		return according_statement(c, cue, floor);
	}
	struct range words = {cue, cue + c->words[cue].entry_words};
	return according_to(c, words, floor);
}
