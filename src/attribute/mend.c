#include "mend.h"

#include "clause.h"
#include "cues.h"
#include "labels.h"
#include "lexicon.h"
#include "persons.h"

enum {
	LETTER_WORDS = 3,    /* "the paper": too few to be what is said */
	ABSOLUTE_WORDS = 6,  /* the longest source in "with estimates suggesting" */
	DATELINE_WORDS = 14, /* "PORT ELLIS, Ohio, Jan. 3 (Reuters) -" */
};

static bool
overlap(struct range a, struct range b)
{
	return a.start < b.end && b.start < a.end;
}

static struct range
sentence_of(const struct article *article, uint32_t word)
{
	return article->sentences[article->words.items[word].sentence].words;
}

/* The finding whose cue is at that range; NULL where there is none. */
static struct finding *
with_cue(struct findings *findings, size_t from, struct range cue)
{
	for (size_t i = from; i < findings->count; i++)
		if (overlap(findings->items[i].cue, cue))
			return &findings->items[i];
	return NULL;
}

/* A word that may stand in the clause whose end is told. */
static bool
may_begin(const struct word *word)
{
	return (word->kind != WORD_MARK || word->traits & NAME_POINT) &&
	       !(word->traits & (WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_THAT));
}

/* What is said begins where a clause does: "|It was Lopez |who built it, they said." */
static void
mend_start(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct range *content)
{
	const struct word *words = article->words.items;
	uint32_t floor = sentence_of(article, content->start).start;
	uint32_t start = content->start;
	while (start > floor && may_begin(&words[start - 1]) &&
		words[start - 1].quoting == words[content->start].quoting &&
		labels[start - 1 - paragraph->words.start] == LABEL_O)
		start--;
	content->start = start;
}

/* … and ends at the comma before source and cue: "It closes |on Monday|, they said." */
static void
mend_end(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, const struct finding *finding, struct range *content)
{
	const struct word *words = article->words.items;
	uint32_t next = finding->cue.start;
	if (finding->source.start >= content->end && finding->source.start < next)
		next = finding->source.start;
	uint32_t end = content->end;
	while (end < next && words[end].kind != WORD_MARK &&
		words[end].quoting == QUOTING_NONE &&
		labels[end - paragraph->words.start] == LABEL_O)
		end++;
	if (end + 1 == next && words[end].mark == ',')
		content->end = end;
}

/* "…, saying it would cost $2.3 |million over five years|": no amount is cut through. */
static void
mend_rights(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range *content = &finding->contents[k];
			struct range sentence = sentence_of(article, content->start);
			uint32_t end = content->end;
			bool cut =
				end < sentence.end && end > content->start &&
				(words[end - 1].kind == WORD_NUMBER ||
					(words[end].kind != WORD_MARK && !words[end].spaced));
			if (content->start < finding->cue.end || !cut)
				continue;
			while (end < sentence.end && words[end].kind != WORD_MARK &&
				words[end].quoting == QUOTING_NONE &&
				labels[end - paragraph->words.start] == LABEL_O)
				end++;
			content->end = end;
		}
	}
}

/* "She told |jurors| he had left": to whom it is said is no part of it. */
static void
mend_hearers(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t begins = WORD_DETERMINER | WORD_POSSESSIVE | WORD_PRONOUN | WORD_THAT;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (finding->content_count == 0 || range_is_empty(finding->cue) ||
			finding->contents[0].start != finding->cue.end ||
			!(words[finding->cue.end - 1].traits & CUE_TO))
			continue;
		struct range *content = &finding->contents[0];
		uint32_t hearer = content->start, end = hearer + 1;
		if (name_is_capital(&words[hearer]))
			end = name_end(words, hearer, content->end);
		if (end + 2 < content->end && !(words[hearer].traits & WORD_FUNCTION) &&
			words[hearer].kind == WORD_LETTERS && words[end].traits & begins &&
			words[end].shape == SHAPE_LOWER)
			content->start = end;
	}
}

static void
mend_lefts(const struct article *article, const struct paragraph *paragraph,
	const uint8_t *labels, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		for (uint32_t k = 0; k < finding->content_count; k++)
			if (finding->contents[k].end <= finding->cue.start) {
				mend_start(article, paragraph, labels, &finding->contents[k]);
				mend_end(article, paragraph, labels, finding,
					&finding->contents[k]);
			}
	}
}

/*
 * "It was closed, X said in a letter to |the paper|": the tail of a cue is not what is said where
 * the rules find that before it.
 */
static void
mend_tails(const struct findings *by_rules, struct findings *findings, size_t from)
{
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (finding->content_count != 1 ||
			finding->contents[0].start < finding->cue.end ||
			finding->contents[0].end - finding->contents[0].start > LETTER_WORDS)
			continue;
		for (size_t r = 0; r < by_rules->count; r++) {
			const struct finding *rule = &by_rules->items[r];
			if (overlap(rule->cue, finding->cue) && rule->content_count == 1 &&
				rule->contents[0].end <= finding->cue.start)
				finding->contents[0] = rule->contents[0];
		}
	}
}

/* The source that stands beside the cue, or else the subject of its sentence. */
static struct range
find_source(const struct word *words, struct range sentence, const struct finding *finding)
{
	struct range source = cues_source_left(words, sentence, finding->cue.start);
	if (!range_is_empty(source))
		return source;
	if (finding->content_count > 0 && finding->contents[0].end <= finding->cue.start)
		source = cues_source_right(words, finding->cue.end, sentence.end, false);
	if (!range_is_empty(source))
		return source;
	return cues_subject(words, sentence, finding->cue.start);
}

/* Where the text behind a dateline begins; the sentence's beginning where there is none. */
static uint32_t
dateline_end(const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i + 1 < sentence.end; i++) {
		if (i - sentence.start >= DATELINE_WORDS || words[i].quoting != QUOTING_NONE)
			break;
		if (words[i].mark == ')' && words[i + 1].mark == '-')
			return i + 2;
	}
	return sentence.start;
}

/* "LINDAU (Reuters) - Ten died, the ministry said": the agency of the dateline says nothing. */
static void
mend_datelines(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (range_is_empty(finding->source) || range_is_empty(finding->cue))
			continue;
		struct range sentence = sentence_of(article, finding->cue.start);
		uint32_t start = dateline_end(words, sentence);
		if (finding->source.start < sentence.start || finding->source.start >= start ||
			finding->cue.start < start)
			continue;
		sentence.start = start;
		finding->source = find_source(words, sentence, finding);
	}
}

/*
 * "the prime minister |thanked rescuers": where a noun phrase goes on with words that tell of
 * no source, a verb is among them. Its end otherwise.
 */
static uint32_t
noun_end(const struct word *words, struct range np)
{
	const uint64_t nouns = NOUN_SOURCE | NOUN_ROLE;
	for (uint32_t i = np.start; i + 2 < np.end; i++) {
		const struct word *next = &words[i + 1], *then = &words[i + 2];
		if (!(words[i].traits & nouns) || words[i].shape != SHAPE_LOWER)
			continue;
		if (next->shape != SHAPE_LOWER || next->traits ||
			then->traits & (WORD_PREPOSITION | WORD_AUXILIARY | WORD_TIME) ||
			then->kind == WORD_MARK)
			return np.end;
		for (uint32_t k = i + 1; k < np.end; k++)
			if (words[k].traits & nouns || name_is_capital(&words[k]))
				return np.end;
		return i + 1;
	}
	return np.end;
}

/* "…," he told |Ida Holm, the paper's editor|: the speaker of such a verb stands before it. */
static struct range
speaker_of_told(const struct word *words, struct range sentence, const struct finding *finding)
{
	if (!(words[finding->cue.end - 1].traits & CUE_TO) ||
		finding->source.start < finding->cue.end)
		return finding->source;
	struct range left = cues_source_left(words, sentence, finding->cue.start);
	return range_is_empty(left) ? finding->source : left;
}

/* "Prices rose after |the company| warned": the subject of its own clause. */
static struct range
own_subject(const struct word *words, struct range sentence, const struct finding *finding)
{
	struct range left = cues_source_left(words, sentence, finding->cue.start);
	bool own = !range_is_empty(left) && left.start > sentence.start &&
		   words[left.start - 1].traits & WORD_SUBORDINATOR &&
		   finding->source.end < left.start && cues_names_source(words, left);
	return own ? left : finding->source;
}

/* "A |neighbour who had left| said": a lone article is the beginning of its phrase. */
static struct range
behind_article(const struct word *words, const struct finding *finding)
{
	struct range source = finding->source;
	if (source.end - source.start > 1 || !(words[source.start].traits & WORD_ARTICLE) ||
		source.start >= finding->cue.start)
		return source;
	return cues_source_right(words, source.start, finding->cue.start, false);
}

/* Sources that are too long or too short, or none of their cue's. */
static void
mend_wrong_sources(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (range_is_empty(finding->source) || range_is_empty(finding->cue))
			continue;
		struct range sentence = sentence_of(article, finding->cue.start);
		finding->source = speaker_of_told(words, sentence, finding);
		finding->source = own_subject(words, sentence, finding);
		finding->source.end = noun_end(words, finding->source);
		finding->source = behind_article(words, finding);
	}
}

static void
mend_sources(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (range_is_empty(finding->source) && finding->content_count > 0 &&
			!range_is_empty(finding->cue))
			finding->source = find_source(
				words, sentence_of(article, finding->cue.start), finding);
	}
}

/* The finding of the sentence that a chain's further source stands behind: the last before it.
 */
static const struct finding *
chained(const struct article *article, const struct findings *findings, size_t from,
	struct range cue)
{
	const struct finding *found = NULL;
	uint32_t sentence = article->words.items[cue.start].sentence;
	for (size_t i = from; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding->content_count == 0 || range_is_empty(finding->cue) ||
			overlap(finding->cue, cue) ||
			article->words.items[finding->cue.start].sentence != sentence)
			continue;
		if (!found || finding->cue.start < cue.start)
			found = finding;
	}
	return found;
}

/*
 * One more source for all that another finding says: its running quotation is a row of findings
 * with the same cue.
 */
static void
add_chain(struct findings *findings, size_t from, struct range main, struct range source,
	struct range cue)
{
	size_t count = findings->count;
	for (size_t i = from; i < count; i++) {
		struct finding link = findings->items[i];
		if (link.cue.start != main.start || link.content_count == 0)
			continue;
		link.source = source;
		link.cue = cue;
		findings_add(findings, link);
	}
}

/* "Ten came, but according to her three left": what is said stands behind. */
static bool
starts_clause(const struct word *words, const struct finding *by)
{
	return by->content_count > 0 && by->cue.start > 0 &&
	       by->contents[0].start > by->cue.start &&
	       words[by->cue.start - 1].traits & WORD_CONJUNCTION;
}

/* "It was late, according to her, although not too late": what is said stands before. */
static bool
lost_its_left(const struct finding *known, const struct finding *by)
{
	if (by->content_count == 0 || by->contents[0].end > by->cue.start)
		return false;
	for (uint32_t k = 0; k < known->content_count; k++)
		if (known->contents[k].start < known->cue.start)
			return false;
	return true;
}

/* "…, he said, according to the paper" */
static void
mend_by(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = 0; i < by_rules->count; i++) {
		const struct finding *rule = &by_rules->items[i];
		if (!(words[rule->cue.start].traits & CUE_BY) || range_is_empty(rule->source))
			continue;
		struct finding *known = with_cue(findings, from, rule->cue);
		if (known && (starts_clause(words, rule) || lost_its_left(known, rule)))
			known->content_count = 0;
		if (known && known->content_count == 0)
			known->source = rule->source;
		if (known && known->content_count > 0)
			continue;
		const struct finding *main = chained(article, findings, from, rule->cue);
		if (rule->content_count == 0 && main)
			add_chain(findings, from, main->cue, rule->source, rule->cue);
		else if (rule->content_count > 0)
			findings_add(findings, *rule);
	}
}

/*
 * What the one who cites says: by the rules if the cue behind the citation was missed, since
 * the source before it must have one.
 */
static const struct finding *
main_of(const struct article *article, const struct findings *by_rules,
	struct findings *findings, size_t from, struct range cue)
{
	for (size_t i = 0; i < by_rules->count; i++) {
		const struct finding *rule = &by_rules->items[i];
		if (rule->content_count > 0 && rule->source.start < cue.start &&
			rule->cue.start > cue.end &&
			sentence_of(article, rule->cue.start).start ==
				sentence_of(article, cue.start).start &&
			!with_cue(findings, from, rule->cue))
			return findings_add(findings, *rule);
	}
	return chained(article, findings, from, cue);
}

/* "It said ten had left|, citing the mayor|": whom it cites is no part of what it says. */
static void
cut_citation(const struct word *words, struct findings *findings, size_t from,
	struct range cue, struct range source)
{
	if (cue.start == 0 || words[cue.start - 1].mark != ',')
		return;
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < cue.start - 1 && content->end > cue.start &&
				content->end <= source.end + 1)
				content->end = cue.start - 1;
		}
}

void
mend_citing(const struct article *article, const struct paragraph *paragraph,
	const struct findings *by_rules, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start; i < paragraph->words.end; i++) {
		if (!(words[i].traits & CUE_VIA) || words[i].quoting != QUOTING_NONE)
			continue;
		struct range sentence = sentence_of(article, i);
		struct range cue = cues_span(words, sentence, i);
		struct range source = cues_source_right(words, cue.end, sentence.end, false);
		const struct finding *main = main_of(article, by_rules, findings, from, cue);
		if (!main || range_is_empty(source) || !cues_names_source(words, source))
			continue;
		struct finding *known = with_cue(findings, from, cue);
		struct range told = main->cue;
		if (known)
			known->content_count = 0;
		cut_citation(words, findings, from, cue, source);
		add_chain(findings, from, told, source, cue);
	}
}

/* Ends at `end` what others are told to say up to there and beyond. */
static void
cut_contents(struct findings *findings, size_t from, uint32_t end)
{
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < end && content->end > end)
				content->end = end;
		}
}

/* The source in "with estimates suggesting"; empty where the cue has none of that kind. */
static struct range
absolute_source(const struct word *words, struct range sentence, uint32_t cue)
{
	const uint64_t ends = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_THAT | CUE_VERB;
	struct range source = {cue, cue};
	if (!(words[cue - 1].traits & NOUN_SOURCE))
		return source;
	while (source.start > sentence.start && cue - source.start < ABSOLUTE_WORDS &&
		words[source.start - 1].kind != WORD_MARK &&
		(!(words[source.start - 1].traits & ends) ||
			words[source.start - 1].traits & NOUN_SOURCE))
		source.start--;
	bool absolute = source.start > sentence.start + 1 &&
			words[source.start - 1].traits & WORD_ABSOLUTE &&
			words[source.start - 2].mark == ',';
	return absolute ? source : (struct range){cue, cue};
}

/* "Ten are missing, with officials saying that more may be." */
static void
mend_absolute(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (uint32_t i = paragraph->words.start + 1; i < paragraph->words.end; i++) {
		struct range sentence = sentence_of(article, i);
		if (!(words[i].traits & CUE_ING && words[i].traits & (CUE_SPEECH | CUE_THAT)) ||
			words[i].quoting != QUOTING_NONE || i <= sentence.start)
			continue;
		struct range source = absolute_source(words, sentence, i);
		if (range_is_empty(source))
			continue;
		struct clause clause = {words, sentence, article->lexicon, {0, 0}};
		struct finding finding = {.source = source, .cue = {i, i + 1}};
		struct finding *known = with_cue(findings, from, finding.cue);
		if (known)
			known->content_count = 0;
		cut_contents(findings, from, source.start - 2);
		finding_add_content(
			&finding, (struct range){i + 1, clause_end(&clause, i + 1)});
		findings_add(findings, finding);
	}
}

/* "X said ten left; the union spoke of twenty": another clause begins. */
static void
mend_semicolons(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++)
		for (uint32_t k = 0; k < findings->items[i].content_count; k++) {
			struct range *content = &findings->items[i].contents[k];
			if (content->start < findings->items[i].cue.start)
				continue;
			for (uint32_t w = content->start + 1; w < content->end; w++)
				if (words[w].mark == ';' && words[w].quoting == QUOTING_NONE)
					content->end = w;
		}
}

/* Whether a word of what is said stands in quotation marks. */
static bool
is_quoted(const struct word *words, const struct finding *finding)
{
	for (uint32_t k = 0; k < finding->content_count; k++)
		for (uint32_t i = finding->contents[k].start; i < finding->contents[k].end; i++)
			if (words[i].quoting == QUOTING_IN)
				return true;
	return false;
}

static uint64_t
traits_in(const struct word *words, struct range range)
{
	uint64_t traits = 0;
	for (uint32_t i = range.start; i < range.end; i++)
		traits |= words[i].traits;
	return traits;
}

/* "Falling prices reveal concerns": neither who nor how tells that anybody speaks. */
static void
drop_mute(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t speech = CUE_SPEECH | CUE_BY | CUE_VIA;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		uint64_t source = traits_in(words, finding->source);
		if (range_is_empty(finding->source) || range_is_empty(finding->cue) ||
			source & (WORD_PRONOUN | WORD_RELATIVE | WORD_OBJECT) ||
			cues_names_source(words, finding->source) ||
			traits_in(words, finding->cue) & speech || words[finding->cue.start].mark ||
			is_quoted(words, finding))
			continue;
		finding->content_count = 0;
	}
}

/* "The cuts |are said| to hurt": who speaks is not told. */
static bool
is_passive(const struct word *words, const struct finding *finding)
{
	for (uint32_t i = finding->cue.start; i + 1 < finding->cue.end; i++)
		if (words[i].traits & WORD_BE && words[i + 1].traits & CUE_PAST)
			return finding->source.end <= finding->cue.start;
	return false;
}

static void
drop_passive(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (!range_is_empty(finding->source) && is_passive(words, finding) &&
			!is_quoted(words, finding))
			finding->content_count = 0;
	}
}

/* "what the captain says": a word that ties clauses together says nothing. */
static void
drop_links(const struct article *article, struct findings *findings, size_t from)
{
	const uint64_t links = WORD_THAT | WORD_RELATIVE | WORD_SUBORDINATOR;
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		uint32_t kept = 0;
		for (uint32_t k = 0; k < finding->content_count; k++) {
			struct range content = finding->contents[k];
			if (content.end - content.start > 1 || !(words[content.start].traits & links))
				finding->contents[kept++] = content;
		}
		finding->content_count = kept;
	}
}

/* "Details: ten are missing": nobody is called that. */
static void
mend_headings(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (!range_is_empty(finding->source) && !range_is_empty(finding->cue) &&
			words[finding->source.end - 1].traits & LABEL_HEADING &&
			words[finding->cue.start].mark == ':')
			finding->content_count = 0;
	}
}

void
mend(const struct article *article, const struct paragraph *paragraph, const uint8_t *labels,
	const struct findings *by_rules, struct findings *findings, size_t from)
{
	mend_lefts(article, paragraph, labels, findings, from);
	mend_rights(article, paragraph, labels, findings, from);
	mend_tails(by_rules, findings, from);
	mend_hearers(article, findings, from);
	mend_by(article, by_rules, findings, from);
	mend_citing(article, paragraph, by_rules, findings, from);
	mend_absolute(article, paragraph, findings, from);
	mend_datelines(article, findings, from);
	mend_wrong_sources(article, findings, from);
	mend_sources(article, findings, from);
	mend_headings(article, findings, from);
	drop_mute(article, findings, from);
	drop_passive(article, findings, from);
	drop_links(article, findings, from);
	mend_semicolons(article, findings, from);
}
