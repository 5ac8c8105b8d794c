#include "things.h"

#include "name.h"

enum source_class
things_class(uint64_t traits)
{
	if (traits & NOUN_ANONYMOUS)
		return SOURCE_ANONYMOUS;
	if (traits & NOUN_DOCUMENT)
		return SOURCE_DOCUMENT;
	if (traits & NOUN_OUTLET)
		return SOURCE_OUTLET;
	if (traits & NOUN_ORGANISATION)
		return SOURCE_ORGANISATION;
	return SOURCE_UNKNOWN;
}

/* "of the Institute for …": a preposition and an organisation's name */
static bool
is_of_organisation(const struct word *words, struct range behind)
{
	if (range_is_empty(behind) || !(words[behind.start].traits & WORD_PREPOSITION))
		return false;
	for (uint32_t i = behind.start; i < behind.end; i++)
		if (name_is_capital(&words[i]) && words[i].traits & NOUN_ORGANISATION)
			return true;
	return false;
}

/* "a minister": none that was named before */
static bool
is_indefinite(const struct word *words, struct phrase phrase)
{
	uint32_t start = phrase.np.start;
	if (start > 0 && words[start - 1].traits & WORD_ARTICLE)
		start--;
	return words[start].traits & WORD_DETERMINER && !(words[start].traits & WORD_DEFINITE);
}

struct speaker
things_other(struct names *names, struct phrase phrase, enum source_class class)
{
	const struct word *words = names->article->words.items;
	const struct word *head = &words[phrase.head];
	struct range whole = phrase.all;
	for (uint32_t i = phrase.np.end; i < whole.end; i++)
		if (words[i].mark == ',' || words[i].mark == '-' || words[i].mark == '(' ||
			words[i].traits & (WORD_RELATIVE | WORD_TIME) ||
			phrase_is_done_to(words, i)) {
			whole.end = i;
			if (words[i - 1].traits & WORD_PREPOSITION)
				whole.end--; /* "Acme Mills on Monday" */
			break;
		}
	struct speaker speaker = {
		article_text(names->article, phrase_trim(words, whole)), SLICE(""), class};
	const struct past *holder = head->traits & NOUN_ROLE && !is_indefinite(words, phrase)
					    ? pasts_role(&names->pasts, head->hash)
					    : NULL;
	if (holder) {
		speaker = holder->speaker;
		pasts_add(&names->pasts, *holder);
		return speaker;
	}
	if (phrase.np.start == phrase.head && whole.end == phrase.head + 1 &&
		!name_is_capital(head) && !is_indefinite(words, phrase)) {
		const struct past *past = pasts_head(&names->pasts, head->hash);
		if (past)
			speaker = past->speaker;
	}
	if (class == SOURCE_ANONYMOUS && head->traits & NOUN_STAFF &&
		is_of_organisation(words, (struct range){phrase.head + 1, whole.end}))
		speaker.class = SOURCE_ORGANISATION;
	bool plural = head->traits & (NOUN_PLURAL | NAME_PEOPLES);
	pasts_add(&names->pasts,
		(struct past){.speaker = speaker, .head = head->hash, .plural = plural});
	return speaker;
}

/* Whether those who stand there were shown something, before the next comma. */
static bool
has_access(const struct word *words, struct range range)
{
	for (uint32_t i = range.start; i < range.end && words[i].mark != ','; i++)
		if (words[i].traits & WORD_ACCESS)
			return true;
	return false;
}

struct slice
things_outlet_in(const struct names *names, struct range np)
{
	const struct word *words = names->article->words.items;
	for (uint32_t i = np.start; i < np.end; i++) {
		struct slice name = lexicon_outlet(names->lexicon, &words[i]);
		if (words[i].traits & WORD_ACCESS)
			break; /* "papers seen by The Courier" */
		if (name.len && has_access(words, (struct range){i, np.end}))
			continue; /* "het rapport, dat |de Koerier| heeft ingezien" */
		if (name.len && (name_is_capital(&words[i]) || words[i].traits & WORD_ARTICLE ||
					(i > np.start && words[i - 1].traits & NOUN_OUTLET)))
			return name; /* die Nachrichtenagentur dpa */
	}
	return SLICE("");
}

static struct speaker
resolve_outlet(struct names *names, struct phrase phrase, struct slice name)
{
	struct speaker speaker = {name, SLICE(""), SOURCE_OUTLET};
	const struct word *words = names->article->words.items;
	pasts_add(&names->pasts,
		(struct past){.speaker = speaker, .head = words[phrase.head].hash});
	return speaker;
}

/* "the agency, Hydrodata": what the noun before the comma says of a name. */
bool
things_named(struct names *names, struct phrase phrase, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	struct range run = phrase_name_behind_comma(words, phrase.rest);
	uint64_t traits = words[phrase.head].traits;
	enum source_class class = things_class(traits);
	bool closed = run.end == phrase.rest.end || words[run.end].kind == WORD_MARK;
	if (range_is_empty(run) || run.start != phrase.rest.start + 1 || !closed ||
		words[phrase.head].shape != SHAPE_LOWER || traits & NOUN_ROLE ||
		(class != SOURCE_ORGANISATION && class != SOURCE_OUTLET))
		return false;
	struct slice outlet = lexicon_outlet(names->lexicon, &words[run.start]);
	*speaker = (struct speaker){
		outlet.len ? outlet : article_text(names->article, run), SLICE(""), class};
	pasts_add(&names->pasts,
		(struct past){.speaker = *speaker, .head = words[phrase.head].hash});
	return true;
}

/* What the common noun before a name says of it: "the newspaper Nordbladet". */
enum source_class
things_class_before(const struct word *words, struct range np, struct range run)
{
	for (uint32_t i = np.start; i < run.start; i++)
		if (words[i].traits & (NOUN_ROLE | NOUN_ANONYMOUS))
			return SOURCE_UNKNOWN; /* "the head of the union Ida Holm" */
	uint32_t noun = run.start;
	if (noun > np.start + 1 && words[noun - 1].traits & WORD_ARTICLE)
		noun--; /* "the newspaper the Nordbladet Courier" */
	return noun > np.start ? things_class(words[noun - 1].traits) : SOURCE_UNKNOWN;
}

/* "a report in The Quay Gazette": the outlet's name; empty where there is none. */
static struct range
outlet_of_document(const struct word *words, struct phrase phrase)
{
	uint32_t at = phrase.np.end;
	if (at < phrase.all.end && words[at].traits & WORD_PREPOSITION)
		at++;
	while (at > phrase.np.end && at < phrase.all.end && words[at].traits & WORD_ARTICLE)
		at++;
	if (at == phrase.np.end || at >= phrase.all.end || !name_is_capital(&words[at]))
		return (struct range){at, at};
	struct range run = {at, name_end(words, at, phrase.all.end)};
	return words[run.end - 1].traits & NOUN_OUTLET ? run : (struct range){at, at};
}

/* A source that is named by a noun, or by a name that is no person's. */
struct speaker
things_noun(struct names *names, struct phrase phrase, struct slice outlet)
{
	const struct word *words = names->article->words.items;
	const struct word *head = &words[phrase.head];
	enum source_class class = things_class(head->traits);
	struct range paper = outlet_of_document(words, phrase);
	if (class == SOURCE_DOCUMENT && !outlet.len && !range_is_empty(paper))
		return resolve_outlet(names, phrase, article_text(names->article, paper));
	if (outlet.len && (head->traits & NAME_OUTLET || class == SOURCE_UNKNOWN ||
				  class == SOURCE_OUTLET || class == SOURCE_DOCUMENT))
		return resolve_outlet(names, phrase, outlet);
	struct range run = phrase_run(words, phrase.np, phrase.head);
	bool named = words[phrase.np.start].traits & NOUN_OUTLET || name_is_outlet(words, run);
	if (class == SOURCE_UNKNOWN && named)
		class = SOURCE_OUTLET; /* „Gazeta Lokalna”, Norland Wire */
	const uint64_t people = NOUN_ROLE | NAME_PEOPLE | NAME_PEOPLES | WORD_DETERMINER;
	if (class == SOURCE_UNKNOWN && name_is_capital(head) && !(head->traits & people))
		class = SOURCE_ORGANISATION;
	return things_other(names, phrase, class ? class : SOURCE_ANONYMOUS);
}

/* газета «Труд»: the name is what stands between the marks, the noun before it tells its kind.
 */
bool
things_quoted(struct names *names, struct range source, struct speaker *speaker)
{
	const struct word *words = names->article->words.items;
	uint32_t open = source.start, close;
	while (open < source.end && words[open].mark != '"')
		open++;
	for (close = open + 1; close < source.end && words[close].mark != '"';)
		close++;
	if (close >= source.end || close == open + 1)
		return false;
	/* "according to «The Dawn»": nothing but the marks tells that it is a paper */
	enum source_class class =
		open > source.start ? things_class(words[open - 1].traits) : SOURCE_OUTLET;
	struct range name = {open + 1, close};
	if (class == SOURCE_UNKNOWN || lexicon_outlet(names->lexicon, &words[open + 1]).len)
		return false;
	*speaker = (struct speaker){article_text(names->article, name), SLICE(""), class};
	pasts_add(&names->pasts,
		(struct past){.speaker = *speaker, .head = words[open - 1].hash});
	return true;
}

bool
things_statement(struct names *names, struct range source, struct speaker *speaker)
{
	const struct word *word = &names->article->words.items[source.start];
	if (source.end - source.start != 1 || !(word->traits & CUE_BY) ||
		(word->traits & CUE_MANNER) != CUE_STATEMENT)
		return false;
	struct slice stem = lexicon_stem(names->lexicon, article_text(names->article, source));
	uint64_t traits = lexicon_traits(names->lexicon, stem);
	struct slice base = slice_cut(stem, 0, stem.len - 1); /* Regierung|s| */
	if (!traits && slice_ends(stem, SLICE("s")) && lexicon_traits(names->lexicon, base)) {
		stem = base;
		traits = lexicon_traits(names->lexicon, base);
	}
	enum source_class class = things_class(traits);
	*speaker = (struct speaker){stem, SLICE(""), class ? class : SOURCE_ANONYMOUS};
	pasts_add(&names->pasts, (struct past){.speaker = *speaker,
					 .head = words_hash(stem),
					 .plural = (traits & NOUN_PLURAL) != 0});
	return true;
}
