#include "pronouns.h"

#include "cues.h"

enum {
	RELATIVE_WORDS = 12, /* before "who" that may name the source */
};

/* A pronoun that stands for nobody known. */
static struct speaker
unresolved(const struct names *names, const struct word *word)
{
	struct slice text = buffer_slice(&names->article->text);
	return (struct speaker){
		slice_cut(text, word->start, word->end), SLICE(""), SOURCE_UNKNOWN};
}

/* The subject of the sentence before, where it was named after the last source that fits. */
static struct person *
subject_before(const struct names *names, const struct word *word, uint64_t gender,
	const struct past *past)
{
	const struct article *article = names->article;
	if (word->sentence == 0)
		return NULL;
	const struct sentence *before = &article->sentences[word->sentence - 1];
	if (article->paragraphs[before->paragraph].heading ||
		(past && past->at >= before->words.start))
		return NULL;
	return persons_subject(&names->persons, article->words.items, before->words, gender);
}

/* "he", "she": what the word tells of the person is kept, for the next that is met. */
static struct speaker
resolve_he(struct names *names, const struct word *word)
{
	uint64_t gender = word->traits & WORD_HE    ? NAME_MALE
			  : word->traits & WORD_SHE ? NAME_FEMALE
						    : 0;
	const struct past *past = pasts_person(&names->pasts, gender);
	struct person *person = subject_before(names, word, gender, past);
	struct speaker speaker = unresolved(names, word);
	if (person)
		speaker = (struct speaker){article_text(names->article, person->words),
			person->role, SOURCE_NAMED};
	else if (past)
		speaker = past->speaker;
	if (!person && past)
		person = past->person;
	if (person && !person->gender)
		person->gender = gender;
	if (person)
		pasts_add(&names->pasts,
			(struct past){.speaker = speaker,
				.head = names->article->words.items[person->words.end - 1].hash,
				.person = person});
	return speaker;
}

struct speaker
pronouns_resolve(struct names *names, const struct word *word)
{
	const struct past *past = NULL;
	if (word->traits & (WORD_HE | WORD_SHE) ||
		(word->traits & WORD_OBJECT && !(word->traits & NOUN_PLURAL)))
		return resolve_he(names, word);
	if (word->traits & (WORD_THEY | WORD_OBJECT))
		past = pasts_plural(&names->pasts);
	else if (word->traits & WORD_IT)
		past = pasts_thing(&names->pasts);
	return past ? past->speaker : unresolved(names, word);
}

bool
pronouns_person(const struct names *names, const struct word *word, struct speaker *owner)
{
	uint64_t gender = word->traits & (NAME_MALE | NAME_FEMALE);
	const struct past *past =
		word->traits & NOUN_PLURAL ? NULL : pasts_person(&names->pasts, gender);
	if (past)
		*owner = past->speaker;
	return past != NULL;
}

bool
pronouns_owner(const struct names *names, const struct word *word, struct speaker *owner)
{
	uint64_t gender = word->traits & (NAME_MALE | NAME_FEMALE);
	const struct past *past = gender ? pasts_person(&names->pasts, gender)
				  : word->traits & NOUN_PLURAL ? pasts_plural(&names->pasts)
							       : pasts_thing(&names->pasts);
	if (past)
		*owner = past->speaker;
	return past != NULL;
}

struct range
pronouns_antecedent(const struct names *names, struct range source)
{
	const struct word *words = names->article->words.items;
	struct range sentence = names->article->sentences[words[source.start].sentence].words;
	uint32_t end = source.start, start = end;
	if (start > 0 && words[start - 1].mark == ',')
		end = --start;
	while (start > sentence.start && source.start - start < RELATIVE_WORDS &&
		words[start - 1].kind != WORD_MARK &&
		!(words[start - 1].traits & (WORD_AUXILIARY | WORD_CONJUNCTION)) &&
		!(words[start - 1].traits & CUE_VERB &&
			(cues_names_source(words, (struct range){start, end}) ||
				cues_is_cue(words, sentence, start - 1))))
		start--;
	while (start < end && words[start].traits & WORD_PREPOSITION)
		start++; /* "a report in The Ledger, which" */
	return start < end ? (struct range){start, end} : source;
}
