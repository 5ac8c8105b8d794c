#include "speech.h"

#include "cues.h"

enum {
	CLAUSE_WORDS = 2, /* what is said has so many words at least */
	LONG_CLAUSE = 4,
	TAIL_WORDS = 8,   /* may stand between a cue and the end of its clause: "on Monday" */
	INSIDE_WORDS = 4, /* of an organisation's name */
	FRONT_WORDS = 4,  /* before the cue in "About this wrote X" */
};

/* A sentence as the rules walk over it. */
struct clause {
	const struct word *words;
	struct range sentence;
	struct range before; /* the sentence before, "Das sagte die Polizei"; empty: none */
};

static bool
is_mark(const struct clause *c, uint32_t at, char mark)
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

static uint32_t
count_words(const struct clause *c, struct range range)
{
	uint32_t count = 0;
	for (uint32_t i = range.start; i < range.end; i++)
		count += c->words[i].kind != WORD_MARK;
	return count;
}

/* Where a clause that begins at `from` ends: before the next cue's clause, at the latest with
 * the sentence. "…, while X says" and "…, adding that" begin clauses of their own. */
static uint32_t
clause_end(const struct clause *c, uint32_t from)
{
	for (uint32_t i = from; i < c->sentence.end; i++) {
		const struct word *word = &c->words[i];
		if (word->quoting == QUOTING_IN || word->mark != ',' || is_end(c, i + 1))
			continue;
		const struct word *next = &c->words[i + 1];
		uint64_t traits = next->traits;
		if ((traits & CUE_ING && traits & (CUE_SPEECH | CUE_ACT)) || traits & CUE_BY)
			return i;
		if (traits & (WORD_CONJUNCTION | WORD_SUBORDINATOR) &&
			(cues_follow(c->words, i + 1, c->sentence.end)))
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

static void
add_content(const struct clause *c, struct finding *finding, uint32_t start, uint32_t end)
{
	struct range range = trim(c, (struct range){start, end > start ? end : start});
	if (count_words(c, range) > 0)
		finding_add_content(finding, range);
}

/* What stands left of `at` up to the sentence's beginning, or to a stop between clauses. */
static uint32_t
clause_start(const struct clause *c, uint32_t at, uint32_t floor)
{
	uint32_t start = at;
	while (start > floor && c->words[start - 1].mark != ';')
		start--;
	if (start + 1 < at && c->words[start].traits & WORD_CONJUNCTION)
		start++;
	return start;
}

/* "X said on Monday." the cue's own tail, when what it says stands before it */
static bool
only_tail_follows(const struct clause *c, uint32_t at)
{
	for (uint32_t i = at; i < at + TAIL_WORDS; i++) {
		if (is_end(c, i) || is_mark(c, i, ',') || is_mark(c, i, '-') ||
			(i < c->sentence.end && c->words[i].quoting == QUOTING_OPEN))
			return true;
		if (c->words[i].traits & (WORD_THAT | CUE_ANY) || c->words[i].mark == ':')
			return false;
		if (i == at &&
			!(c->words[i].traits & (WORD_PREPOSITION | WORD_TIME | WORD_OBJECT |
						       WORD_SUBORDINATOR | NOUN_OUTLET)))
			return false;
	}
	return true;
}

/* "…, dijeron fuentes que pidieron el anonimato": of a long clause the cue's "that" is none. */
static bool
relative_follows(const struct clause *c, uint32_t at, struct range left)
{
	return at < c->sentence.end && c->words[at].traits & WORD_THAT &&
	       count_words(c, left) >= LONG_CLAUSE;
}

static bool
has_left_content(const struct clause *c, uint32_t before, uint32_t floor)
{
	if (before <= floor)
		return false;
	bool stop = is_mark(c, before - 1, ',') || is_closing(c, before - 1) ||
		    is_mark(c, before - 1, '-') || is_mark(c, before - 1, '"');
	return stop && count_words(c, (struct range){clause_start(c, before, floor), before}) >=
			       CLAUSE_WORDS;
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

/* Content right of a cue: a quotation, "that" and a clause, or a clause. */
static void
add_right(const struct clause *c, struct finding *finding, uint32_t at, uint64_t cue)
{
	uint32_t start = at;
	if (is_mark(c, at, ',') && !(cue & CUE_ING) && is_clause(c, at + 1))
		start = ++at; /* „Sie sagte, der Fluss steige.“ */
	for (uint32_t i = at; i < at + 2 * TAIL_WORDS && i < c->sentence.end; i++) {
		if (c->words[i].quoting == QUOTING_OPEN || c->words[i].traits & WORD_THAT ||
			c->words[i].mark == ':') {
			start = i;
			break;
		}
		bool that = i + 1 < c->sentence.end && c->words[i + 1].traits & WORD_THAT;
		if (c->words[i].traits & CUE_ANY || (c->words[i].mark == ',' && !that))
			break;
	}
	if (start == at && cue & CUE_THAT)
		return;
	uint32_t end = clause_end(c, start);
	if (count_words(c, (struct range){start, end}) >= CLAUSE_WORDS)
		add_content(c, finding, start, end);
}

/* "It is possible, they said, that the rain returns." */
static void
add_left(const struct clause *c, struct finding *finding, uint32_t before, uint32_t after,
	uint32_t floor)
{
	add_content(c, finding, clause_start(c, before, floor), before);
	if (after + 1 < c->sentence.end &&
		(is_mark(c, after, ',') || c->words[after].quoting == QUOTING_OPEN)) {
		uint64_t traits = c->words[after + 1].traits;
		bool other =
			traits & (CUE_ING | CUE_BY | CUE_VIA | WORD_CONJUNCTION |
					 WORD_RELATIVE | WORD_SUBORDINATOR | WORD_PREPOSITION);
		if (!other || c->words[after].quoting == QUOTING_OPEN)
			add_content(c, finding, after, clause_end(c, after + 1));
	}
}

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
		if (traits & (NOUN_SOURCE | NOUN_ROLE) && words[i + 1].shape == SHAPE_LOWER &&
			(both || !(next & (WORD_FUNCTION | NOUN_SOURCE | NOUN_ROLE))))
			return i + 1;
	}
	return source.end;
}

/* The end of a citation behind the source: "As X writes |citing officials|, ten died." */
static uint32_t
via_end(const struct clause *c, uint32_t at)
{
	if (is_mark(c, at, ',') && at + 1 < c->sentence.end &&
		c->words[at + 1].traits & CUE_VIA)
		at++;
	if (at >= c->sentence.end || !(c->words[at].traits & CUE_VIA))
		return at;
	struct range cue = cues_span(c->words, c->sentence, at);
	return cues_source_right(c->words, cue.end, c->sentence.end, false).end;
}

/* "according to X, …" and "…, according to X" */
static struct finding
by_phrase(const struct clause *c, uint32_t cue, uint32_t floor)
{
	struct finding finding = {.cue = {cue, cue + c->words[cue].entry_words}};
	take_verb(c, &finding.cue);
	finding.source = cues_source_right(
		c->words, finding.cue.end, c->sentence.end, cue == c->sentence.start);
	if (cue == c->sentence.start && !is_mark(c, finding.source.end, ','))
		finding.source.end = first_noun_end(c->words, finding.source);
	uint32_t before = cue;
	while (before > floor &&
		(c->words[before - 1].mark == ',' || c->words[before - 1].mark == '-'))
		before--;
	uint32_t start = clause_start(c, before, floor);
	bool verb = before > start && c->words[before - 1].traits &
					      (CUE_VERB | WORD_CONJUNCTION | WORD_SUBORDINATOR);
	if (!verb && count_words(c, (struct range){start, before}) > CLAUSE_WORDS)
		add_content(c, &finding, start, before);
	else if (is_mark(c, finding.source.end, ',') || cue == c->sentence.start) {
		uint32_t start_right = via_end(c, finding.source.end);
		add_content(c, &finding, start_right, clause_end(c, start_right + 1));
	}
	return finding;
}

/* "Der Polizei zufolge ist …", "…, der Polizei zufolge." */
static struct finding
behind_phrase(const struct clause *c, uint32_t cue, uint32_t floor)
{
	struct finding finding = {
		.cue = {cue, cue + 1}, .source = cues_source_left(c->words, c->sentence, cue)};
	uint32_t start = finding.source.start;
	if (start == c->sentence.start)
		add_content(c, &finding, cue + 1, clause_end(c, cue + 1));
	else
		add_content(c, &finding, clause_start(c, start, floor), start);
	return finding;
}

/* "У міністерстві повідомили": those in it who speak are not named. */
static struct range
inside_of(const struct clause *c, uint32_t cue)
{
	struct range source = {c->sentence.start + 1, cue};
	uint64_t traits = 0;
	if (cue <= source.start || cue - source.start > INSIDE_WORDS ||
		!(c->words[c->sentence.start].traits & WORD_PREPOSITION))
		return (struct range){cue, cue};
	for (uint32_t i = source.start; i < cue; i++) {
		if (c->words[i].kind != WORD_LETTERS)
			return (struct range){cue, cue};
		traits |= c->words[i].traits;
	}
	bool inside = traits & (NOUN_ORGANISATION | NOUN_OUTLET | NAME_OUTLET);
	return inside ? source : (struct range){cue, cue};
}

/* "Das sagte ein Sprecher": no source stands before the cue, but a word for what was said. */
static bool
is_fronted(const struct clause *c, uint32_t cue)
{
	const uint64_t front = WORD_THIS | WORD_PREPOSITION | WORD_DETERMINER | WORD_AUXILIARY;
	bool this = false;
	for (uint32_t i = c->sentence.start; i < cue; i++) {
		if (!(c->words[i].traits & front))
			return false;
		this |= (c->words[i].traits & WORD_THIS) != 0;
	}
	return this && cue - c->sentence.start <= FRONT_WORDS;
}

/* The source behind the cue says the sentence before. */
static void
take_fronted(const struct clause *c, struct finding *finding, struct range right)
{
	while (right.end > right.start && c->words[right.end - 1].traits & WORD_PREPOSITION)
		right.end--; /* "Das teilte die Polizei mit" */
	finding->source = right;
	add_content(c, finding, c->before.start, c->before.end);
}

/* Where what is said ends that stands before its source: ", wie die Polizei sagte". */
static uint32_t
before_source(const struct clause *c, uint32_t source)
{
	bool as = source > c->sentence.start + 1 && c->words[source - 1].traits & WORD_AS &&
		  is_mark(c, source - 2, ',');
	return as ? source - 1 : source;
}

static struct finding
verb_phrase(const struct clause *c, uint32_t verb, uint32_t floor, struct range subject)
{
	struct finding finding = {.cue = cues_span(c->words, c->sentence, verb)};
	uint64_t cue = c->words[verb].traits;
	struct range left = cues_source_left(c->words, c->sentence, finding.cue.start);
	uint32_t behind = cues_skip_adjuncts(c->words, finding.cue.end, c->sentence.end);
	struct range right = cues_source_right(c->words, behind, c->sentence.end, false);
	if (cue & WORD_PRONOUN) /* « Oui », dit-il. */
		left = finding.cue;
	if (range_is_empty(left) && range_is_empty(right))
		left = inside_of(c, finding.cue.start);
	uint32_t before = before_source(c, left.start);
	bool inverted = !range_is_empty(right) && !(cue & CUE_ING) &&
			has_left_content(c, finding.cue.start, floor) &&
			(range_is_empty(left) || c->words[finding.cue.start - 1].mark) &&
			(only_tail_follows(c, right.end) ||
				relative_follows(c, right.end,
					(struct range){floor, finding.cue.start}));
	if (is_fronted(c, finding.cue.start) && !range_is_empty(right)) {
		take_fronted(c, &finding, right);
	} else if (inverted) { /* "…," said X */
		finding.source = right;
		add_left(c, &finding, finding.cue.start, right.end, floor);
	} else if (cue & CUE_ING && range_is_empty(left)) { /* …, adding that */
		finding.source = subject;
		add_right(c, &finding, finding.cue.end, cue);
	} else if (!range_is_empty(left) && has_left_content(c, before, floor) &&
		   only_tail_follows(c, finding.cue.end)) { /* …, X said */
		finding.source = left;
		add_left(c, &finding, before, finding.cue.end, floor);
	} else {
		finding.source = range_is_empty(left) ? subject : left;
		add_right(c, &finding, finding.cue.end, cue);
	}
	return finding;
}

static uint32_t
end_of(const struct finding *finding)
{
	uint32_t end = finding->cue.end;
	if (finding->source.end > end)
		end = finding->source.end;
	for (uint32_t i = 0; i < finding->content_count; i++)
		if (finding->contents[i].end > end)
			end = finding->contents[i].end;
	return end;
}

static void
find_in_sentence(const struct clause *c, struct findings *findings)
{
	uint32_t floor = c->sentence.start;
	struct range subject = {0, 0};
	for (uint32_t i = c->sentence.start; i < c->sentence.end; i++) {
		uint64_t traits = c->words[i].traits;
		if (!cues_is_cue(c->words, c->sentence, i) || traits & CUE_VIA)
			continue;
		struct finding finding = traits & CUE_BEHIND ? behind_phrase(c, i, floor)
					 : traits & CUE_BY   ? by_phrase(c, i, floor)
							   : verb_phrase(c, i, floor, subject);
		if (range_is_empty(finding.source))
			continue;
		subject = finding.source;
		if (finding.content_count == 0 && !(c->words[i].traits & CUE_BY) &&
			!is_mark(c, c->sentence.end - 1, ':'))
			continue;
		findings_add(findings, finding);
		floor = end_of(&finding);
		i = floor > i ? floor - 1 : i;
	}
}

/* Whether the quotation's words belong to one of the paragraph's findings already. */
static bool
is_claimed(const struct findings *findings, size_t from, struct range quotation)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range content = findings->items[i].contents[k];
			if (content.start < quotation.end && content.end > quotation.start)
				return true;
		}
	return false;
}

/* The finding that a quotation without a cue of its own goes on: the one before it. */
static const struct finding *
speaker_before(const struct findings *findings, size_t from, uint32_t at)
{
	const struct finding *found = NULL;
	for (size_t i = from; i < findings->count; i++)
		if (findings->items[i].cue.start < at || !found)
			found = &findings->items[i];
	return found;
}

static void
add_running(const struct article *article, struct findings *findings, size_t from,
	struct range quotation, bool alone)
{
	struct clause c = {article->words.items, quotation, {0, 0}};
	if (count_words(&c, quotation) < 4 || is_claimed(findings, from, quotation))
		return;
	const struct finding *before =
		findings->count > from         ? speaker_before(findings, from, quotation.start)
		: alone && findings->count > 0 ? &findings->items[findings->count - 1]
					       : NULL;
	if (!before)
		return;
	struct finding running = {.source = before->source, .cue = before->cue};
	finding_add_content(&running, quotation);
	findings_add(findings, running);
}

/* Quotations of the paragraph that no cue claims: they go on what was said before. */
void
speech_run_on(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	uint32_t start = paragraph->words.start;
	while (start < paragraph->words.end) {
		if (words[start].quoting == QUOTING_NONE) {
			start++;
			continue;
		}
		uint32_t end = start + 1;
		while (end < paragraph->words.end && words[end - 1].quoting != QUOTING_CLOSE)
			end++;
		add_running(article, findings, from, (struct range){start, end},
			start == paragraph->words.start);
		start = end;
	}
}

/* The sentence before, of this paragraph or the last; none where that is a heading. */
static struct range
sentence_before(const struct article *article, uint32_t sentence)
{
	if (sentence == 0)
		return (struct range){0, 0};
	const struct sentence *before = &article->sentences[sentence - 1];
	return article->paragraphs[before->paragraph].heading ? (struct range){0, 0}
							      : before->words;
}

void
speech_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings)
{
	size_t from = findings->count;
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct clause clause = {article->words.items, article->sentences[s].words,
			sentence_before(article, s)};
		if (!range_is_empty(clause.sentence))
			find_in_sentence(&clause, findings);
	}
	speech_run_on(article, paragraph, findings, from);
}

uint32_t
speech_clause_end(const struct word *words, struct range sentence, uint32_t from)
{
	struct clause clause = {words, sentence, {0, 0}};
	return clause_end(&clause, from);
}
