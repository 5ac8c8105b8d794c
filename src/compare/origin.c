#include "origin.h"

#include <stdlib.h>

enum {
	HEAD = 4,   /* sentences at a report's beginning, one of which may name its outlet */
	CLOSING = 2 /* sentences at a report's end, one of which may name its agency alone */
};

static void
link_sentence(struct origins *origins, uint32_t voice, uint32_t sentence)
{
	struct voice *of = &origins->voices[voice];
	if (of->last_link && origins->links[of->last_link].sentence == sentence)
		return;
	if (origins->link_count == 0)
		origins->link_count = 1; /* place 0 is none */
	origins->links = memory_reserve(origins->links, &origins->link_capacity,
		origins->link_count + 1, sizeof *origins->links);
	uint32_t link = (uint32_t)origins->link_count++;
	origins->links[link] = (struct link){sentence, 0};
	if (of->last_link)
		origins->links[of->last_link].next = link;
	else
		of->first_link = link;
	of->last_link = link;
}

static const struct lexicon *
lexicon_for(const struct corpus *corpus, struct lexicons *lexicons, size_t report)
{
	return lexicon_of(lexicons, corpus->reports[report].language);
}

/* Whether a name without a proper noun stands for somebody: "two officials", not "the mood". */
static bool
is_somebody(const struct lexicon *lexicon, struct slice name, struct words *words)
{
	if (!lexicon->knows_sources)
		return true;
	words_split(words, lexicon, name);
	for (size_t i = 0; i < words->count; i++)
		if (words->items[i].uses & WORD_SOURCE)
			return true;
	return false;
}

/* "Ada Wren, spokeswoman of the coast guard" speaks for it; "Mayor Ilse Brandt" is mayor. */
static void
take_role(struct origins *origins, const struct lexicon *lexicon, uint32_t person,
	const struct attribution *attribution)
{
	struct slice text = attribution_role(attribution);
	if (text.len == 0)
		return;
	struct voice role =
		voice_make(origins, lexicon, attribution->report, VOICE_ORGANISATION, text);
	const struct voice *voice = &origins->voices[person];
	if (role.key.count == 0 || (role.key.speaks ? voice->office : voice->role) != NO_VOICE)
		return;
	if (!role.key.speaks)
		role.class = VOICE_NONE; /* who has it is somebody else in each report */
	uint32_t added = voice_add(origins, &role);
	if (role.key.speaks)
		origins->voices[person].office = added;
	else
		origins->voices[person].role = added;
}

/* Whether the words begin as those for one of several: "a witness", "2 officials". */
static bool
is_vague(const struct lexicon *lexicon, struct slice mention, struct words *words)
{
	words_split(words, lexicon, mention);
	const struct word *first = words->items;
	return words->count > 0 && (first->number || (first->uses & WORD_VAGUE));
}

/* "Reports say", "estimates": no document that could be asked for. */
static bool
is_mere_word(const struct voice *voice, struct slice mention)
{
	return voice->class == VOICE_DOCUMENT && voice->key.common && voice->key.count == 1 &&
	       mention.len > 0 && !memchr(mention.data, ' ', mention.len);
}

static void
take_attributions(
	struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons)
{
	struct words words = {0};
	for (size_t i = 0; i < corpus->attribution_count; i++) {
		const struct attribution *attribution = &corpus->attributions[i];
		const struct lexicon *lexicon =
			lexicon_for(corpus, lexicons, attribution->report);
		struct slice mention = corpus_mention(corpus, attribution);
		origins->of_attribution[i] = NO_VOICE;
		if (attribution->class == VOICE_ANONYMOUS &&
			!is_somebody(lexicon, attribution_speaker(attribution), &words))
			continue;
		struct voice fresh = voice_make(origins, lexicon, attribution->report,
			attribution->class, attribution_speaker(attribution));
		fresh.vague = attribution->class == VOICE_ANONYMOUS && !fresh.key.speaks &&
			      is_vague(lexicon, mention, &words);
		if (is_mere_word(&fresh, mention))
			continue;
		uint32_t voice = voice_find_or_add(origins, &fresh);
		origins->of_attribution[i] = voice;
		link_sentence(origins, voice, attribution->sentence);
		take_role(origins, lexicon, voice, attribution);
	}
	words_free(&words);
}

/* The outlet that published a report: as its record says, else a line below its title. */
static struct slice
publisher_of(struct origins *origins, const struct corpus *corpus, const struct report *report)
{
	struct slice outlet = report->outlet;
	for (uint32_t i = 0; i < report->count && i < HEAD && outlet.len == 0; i++)
		outlet = credits_publisher(
			&origins->credits, corpus->sentences[report->first + i].text);
	return outlet;
}

static void
take_publishers(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons)
{
	for (uint32_t i = 0; i < corpus->report_count; i++) {
		struct slice outlet = publisher_of(origins, corpus, &corpus->reports[i]);
		origins->own[i] = NO_VOICE;
		if (outlet.len == 0)
			continue;
		struct voice own = voice_make(
			origins, lexicon_for(corpus, lexicons, i), i, VOICE_OUTLET, outlet);
		origins->own[i] = voice_add(origins, &own);
	}
}

/* The outlet in a byline: "Ada Wren; Reuters". */
static struct slice
outlet_in_byline(struct credits *credits, struct slice byline)
{
	struct slice outlet = {0};
	for (size_t start = 0, end; start < byline.len && outlet.len == 0; start = end + 1) {
		const char *mark = memchr(byline.data + start, ';', byline.len - start);
		end = mark ? (size_t)(mark - byline.data) : byline.len;
		outlet = credits_known(credits, slice_cut(byline, start, end));
	}
	return outlet;
}

/* The agency that the first sentence begins with, or one that closes the report. */
static struct slice
agency_of(struct credits *credits, const struct corpus *corpus, const struct report *report)
{
	struct slice outlet = {0};
	bool begun = false;
	for (uint32_t i = 0; i < report->count && outlet.len == 0; i++) {
		const struct sentence *sentence = &corpus->sentences[report->first + i];
		if (!begun)
			outlet = credits_dateline(credits, sentence->text);
		else if (i + CLOSING >= report->count)
			outlet = credits_alone(credits, sentence->text);
		begun = begun || sentence->prose;
	}
	return outlet;
}

/* The outlet that the report says it is from: in a line of credit, else otherwise. */
static struct slice
credit_of(struct origins *origins, const struct corpus *corpus, const struct report *report)
{
	struct credits *credits = &origins->credits;
	struct slice outlet = {0};
	for (uint32_t i = 0; i < report->count && outlet.len == 0; i++)
		outlet = credits_line(credits, corpus->sentences[report->first + i].text);
	if (outlet.len == 0)
		outlet = agency_of(credits, corpus, report);
	return outlet.len > 0 ? outlet : outlet_in_byline(credits, report->byline);
}

/* What an outlet says of itself is no credit. */
static void
take_credits(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons)
{
	for (uint32_t i = 0; i < corpus->report_count; i++) {
		const struct lexicon *lexicon = lexicon_for(corpus, lexicons, i);
		struct slice name = credit_of(origins, corpus, &corpus->reports[i]);
		if (name.len == 0)
			continue;
		struct voice credited = voice_make(origins, lexicon, i, VOICE_OUTLET, name);
		uint32_t own = origins->own[i];
		if (own == NO_VOICE ||
			!origins_same(&origins->voices[own], VOICE_OUTLET, &credited.key))
			origins->whole[i] =
				origins_voice_named(origins, lexicon, i, VOICE_OUTLET, name);
	}
}

/* What an outlet is behind as a whole rests on it: all sentences told by nobody else. */
static void
link_whole(struct origins *origins, const struct corpus *corpus)
{
	for (uint32_t i = 0; i < corpus->sentence_count; i++) {
		const struct sentence *sentence = &corpus->sentences[i];
		if (origins->whole[sentence->report] != NO_VOICE && sentence->prose)
			link_sentence(origins, origins->whole[sentence->report], i);
	}
}

static bool
is_outlet(const struct origins *origins, uint32_t voice)
{
	return voice != NO_VOICE && origins->voices[voice].class == VOICE_OUTLET;
}

/* "…, the ministry said, according to Reuters", "…, Reuters reported, citing the ministry" */
static void
find_way(struct origins *origins, const struct corpus *corpus, size_t index)
{
	const struct attribution *all = corpus->attributions, *told = &all[index];
	uint32_t *way = &origins->voices[origins->of_attribution[index]].via;
	for (size_t i = index; i > 0 && all[i - 1].sentence == told->sentence; i--)
		if (is_outlet(origins, origins->of_attribution[i - 1]) &&
			all[i - 1].start == told->start && all[i - 1].end == told->end)
			*way = origins->of_attribution[i - 1];
	for (size_t i = index + 1;
		i < corpus->attribution_count && all[i].sentence == told->sentence; i++)
		if (is_outlet(origins, origins->of_attribution[i]))
			*way = origins->of_attribution[i];
}

/* A voice came by the outlet named in one of its sentences, else by the one behind the report.
 */
static void
find_ways(struct origins *origins, const struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->attribution_count; i++) {
		uint32_t voice = origins->of_attribution[i];
		if (voice != NO_VOICE && !is_outlet(origins, voice))
			find_way(origins, corpus, i);
	}
	for (size_t i = 0; i < origins->count; i++) {
		struct voice *voice = &origins->voices[i];
		uint32_t whole = origins->whole[voice->report];
		if (voice->via == NO_VOICE && voice->class != VOICE_OUTLET)
			voice->via = whole;
	}
}

void
origins_find(struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons,
	const struct reuses *reuses)
{
	credits_read(&origins->credits, lexicons->rules);
	origins->first = memory_new(corpus->report_count * sizeof *origins->first);
	origins->whole = memory_new(corpus->report_count * sizeof *origins->whole);
	origins->of_attribution =
		memory_new(corpus->attribution_count * sizeof *origins->of_attribution);
	origins->own = memory_new(corpus->report_count * sizeof *origins->own);
	for (size_t i = 0; i < corpus->report_count; i++)
		origins->first[i] = origins->whole[i] = NO_VOICE;
	origins->indexed = NO_VOICE;
	take_attributions(origins, corpus, lexicons);
	take_publishers(origins, corpus, lexicons);
	take_credits(origins, corpus, lexicons);
	origins_find_silent(origins, corpus, lexicons, reuses);
	link_whole(origins, corpus);
	find_ways(origins, corpus);
	origins_unify(origins, corpus, lexicons);
}

uint32_t
origins_voice(const struct origins *origins, const struct corpus *corpus, uint32_t sentence,
	uint32_t start, uint32_t end)
{
	uint32_t best = NO_VOICE, most = 0;
	for (size_t i = corpus->sentences[sentence].attributions;
		i < corpus->attribution_count && corpus->attributions[i].sentence == sentence;
		i++) {
		const struct attribution *attribution = &corpus->attributions[i];
		uint32_t from = start > attribution->start ? start : attribution->start;
		uint32_t to = end < attribution->end ? end : attribution->end;
		uint32_t voice = origins->of_attribution[i];
		if (voice == NO_VOICE || from >= to)
			continue;
		bool behind = is_outlet(origins, best) && !is_outlet(origins, voice);
		if (to - from > most || (to - from == most && behind)) {
			most = to - from;
			best = voice;
		}
	}
	return best;
}

struct slice
origins_speaker(const struct origins *origins, const struct corpus *corpus, uint32_t sentence,
	uint32_t start, uint32_t end)
{
	uint32_t voice = origins_voice(origins, corpus, sentence, start, end);
	return voice == NO_VOICE ? SLICE("") : origins->voices[voice].name;
}

void
origins_free(struct origins *origins)
{
	free(origins->voices);
	free(origins->of_attribution);
	free(origins->whole);
	free(origins->own);
	free(origins->first);
	free(origins->links);
	credits_free(&origins->credits);
	name_scratch_free(&origins->scratch);
	name_index_free(&origins->index);
}
