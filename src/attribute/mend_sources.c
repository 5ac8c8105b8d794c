#include "cues.h"
#include "lexicon.h"
#include "mend.h"
#include "name.h"

enum {
	DATELINE_WORDS = 14, /* "PORT ELLIS, Ohio, Jan. 3 (Reuters) -" */
};

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
static struct range
behind_dateline(const struct word *words, struct range sentence, const struct finding *finding)
{
	uint32_t start = dateline_end(words, sentence);
	if (finding->source.start < sentence.start || finding->source.start >= start ||
		finding->cue.start < start)
		return finding->source;
	return find_source(words, (struct range){start, sentence.end}, finding);
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
	const uint64_t begins = WORD_ARTICLE | WORD_POSSESSIVE;
	if (source.end - source.start != 1 || !(words[source.start].traits & begins) ||
		source.start >= finding->cue.start)
		return source;
	return cues_source_right(words, source.start, finding->cue.start, false);
}

/*
 * "A clerk who asked not to be named |said| …": the verb behind a relative clause is the
 * source's own, not the one in it.
 */
static void
leave_relative(const struct word *words, struct range sentence, struct finding *finding)
{
	uint32_t cue = finding->cue.start;
	if (finding->content_count != 1 || cue <= sentence.start ||
		!(words[cue - 1].traits & WORD_RELATIVE) ||
		finding->contents[0].start != finding->cue.end)
		return;
	struct range *content = &finding->contents[0];
	for (uint32_t i = content->start; i + 1 < content->end && i < sentence.end; i++) {
		const struct word *word = &words[i];
		if (word->kind == WORD_MARK || word->traits & WORD_THAT ||
			name_is_capital(word) || word->traits & (WORD_PRONOUN | WORD_ARTICLE))
			return;
		if (word->traits & CUE_SPEECH && cues_is_cue(words, sentence, i)) {
			finding->source.end = i;
			finding->cue = (struct range){i, i + 1};
			content->start = i + 1;
			return;
		}
	}
}

/* A source that is too long or too short, or none of its cue's; or one that is missing. */
static void
mend_source(const struct word *words, struct range sentence, struct finding *finding)
{
	leave_relative(words, sentence, finding);
	if (!range_is_empty(finding->source))
		finding->source = behind_dateline(words, sentence, finding);
	if (!range_is_empty(finding->source)) {
		finding->source = speaker_of_told(words, sentence, finding);
		finding->source = own_subject(words, sentence, finding);
		finding->source.end = noun_end(words, finding->source);
		finding->source = behind_article(words, finding);
	}
	if (range_is_empty(finding->source) && finding->content_count > 0)
		finding->source = find_source(words, sentence, finding);
}

/*
 * "…," X |stated, as reported by| the paper: two verbs in one cue, each with a source of its
 * own. Cuts the cue at its comma; the second finding says the same.
 */
static void
split_cue(const struct article *article, struct findings *findings, size_t at)
{
	const struct word *words = article->words.items;
	struct finding first = findings->items[at], second = first;
	uint32_t comma = first.cue.start + 1;
	while (comma + 1 < first.cue.end && words[comma].mark != ',')
		comma++;
	if (comma + 1 >= first.cue.end || !(words[comma - 1].traits & CUE_SPEECH) ||
		words[comma].quoting != QUOTING_NONE || first.source.start < first.cue.end)
		return;
	struct range sentence = article_sentence_of(article, first.cue.start);
	first.source = cues_source_left(words, sentence, first.cue.start);
	if (range_is_empty(first.source) || !cues_names_source(words, first.source))
		return;
	first.cue.end = comma;
	second.cue.start = comma + 1;
	findings->items[at] = first;
	findings_add(findings, second);
}

void
mend_sources(const struct article *article, struct findings *findings, size_t from)
{
	const struct word *words = article->words.items;
	for (size_t i = from, count = findings->count; i < count; i++)
		if (!range_is_empty(findings->items[i].cue))
			split_cue(article, findings, i);
	for (size_t i = from; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];
		if (!range_is_empty(finding->cue))
			mend_source(words, article_sentence_of(article, finding->cue.start),
				finding);
	}
}
