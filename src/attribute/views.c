#include "views.h"

#include <stdlib.h>

#include "cues.h"
#include "memory.h"

/* What may stand between a word and a cue. */
enum between {
	BETWEEN_COMMA = 1,
	BETWEEN_THAT = 2,
	BETWEEN_QUOTE = 4,
	BETWEEN_CLAUSE = 8,
	BETWEEN_SENTENCE = 16,
	BETWEEN_MARK = 32,
};

/* The parts of grammar that the tables tell apart; the first that fits is taken. */
static const uint64_t kinds[] = {
	CUE_BY,
	CUE_SPEECH | CUE_ING,
	CUE_SPEECH | CUE_NOUN,
	CUE_SPEECH | CUE_BASE,
	CUE_SPEECH | CUE_PAST,
	CUE_SPEECH,
	CUE_THAT,
	CUE_ACT | CUE_ING,
	CUE_ACT | CUE_NOUN,
	CUE_ACT,
	CUE_ATTITUDE,
	WORD_HE,
	WORD_SHE,
	WORD_IT,
	WORD_THEY,
	WORD_FIRST,
	WORD_ARTICLE,
	WORD_DETERMINER,
	WORD_POSSESSIVE,
	WORD_THAT,
	WORD_RELATIVE,
	WORD_SUBORDINATOR,
	WORD_CONJUNCTION,
	WORD_PREPOSITION,
	WORD_AUXILIARY,
	WORD_OBJECT,
	WORD_TIME,
	WORD_BE,
	NAME_HONORIFIC,
	NOUN_ROLE,
	NOUN_ANONYMOUS | NOUN_PLURAL,
	NOUN_ANONYMOUS,
	NOUN_DOCUMENT,
	NAME_OUTLET,
	NOUN_OUTLET,
	NOUN_ORGANISATION,
	NAME_PEOPLES,
	NAME_PEOPLE,
	NAME_PLACE,
};

enum {
	KINDS = sizeof kinds / sizeof *kinds,
	KIND_FORM = 64,  /* the kind of a word that no table knows: its form, and this */
	MARK_REACH = 12, /* words between which a mark is near */
	OUTSIDE = 2,     /* views beyond each end that are looked at */
};

static uint8_t
form_of(const struct word *word)
{
	return word->mark ? (uint8_t)word->mark : word->shape;
}

/* The first kind that fits, from 1; 0 where none does. */
static uint8_t
first_kind(uint64_t traits)
{
	for (uint8_t i = 0; i < KINDS; i++)
		if ((traits & kinds[i]) == kinds[i])
			return i + 1;
	return 0;
}

/* Few sets of traits make up most of a text: their kinds are kept. */
static uint8_t
kind_of(struct known_kind known[KNOWN_KINDS], const struct word *word)
{
	uint64_t traits = word->traits & ~(NAME_FIRST | NAME_MALE | NAME_FEMALE);
	struct known_kind *kept = &known[traits * 0x9e3779b97f4a7c15u >> 58];
	if (kept->traits != traits)
		*kept = (struct known_kind){traits, first_kind(traits)};
	return kept->kind ? kept->kind : KIND_FORM + (form_of(word) & 63);
}

static bool
is_known(const struct word *word)
{
	const uint64_t names = NAME_OUTLET | NAME_PLACE | NAME_PEOPLE | NAME_PEOPLES |
			       NAME_OF_OUTLET | NAME_FIRST | NAME_MALE | NAME_FEMALE;
	return word->traits & ~names;
}

/* Names and numbers are all alike. */
static uint64_t
word_hash(const struct word *word, bool first)
{
	if (word->kind == WORD_NUMBER)
		return 3;
	if (word->kind == WORD_LETTERS && word->shape != SHAPE_LOWER && !first &&
		!is_known(word))
		return 4 + word->shape;
	return word->hash;
}

static uint32_t
ending_of(struct slice text, const struct word *word)
{
	uint32_t len = word->end - word->start;
	uint32_t take = len < 3 ? len : 3;
	uint32_t hash = len > 3;
	for (uint32_t i = word->end - take; i < word->end; i++)
		hash = hash << 8 | (uint8_t)text.data[i];
	return hash;
}

static uint8_t
between_of(const struct word *word)
{
	if (word->quoting == QUOTING_OPEN || word->quoting == QUOTING_CLOSE)
		return BETWEEN_QUOTE;
	if (word->mark == ',')
		return BETWEEN_COMMA;
	if (word->kind == WORD_MARK)
		return BETWEEN_MARK;
	if (word->traits & WORD_THAT)
		return BETWEEN_THAT;
	if (word->traits & (WORD_SUBORDINATOR | WORD_RELATIVE | WORD_CONJUNCTION))
		return BETWEEN_CLAUSE;
	return 0;
}

/* All of the view but what stands around the word. */
static void
see_word(struct views *views, size_t n, const struct article *article, uint32_t at)
{
	const struct word *word = &article->words.items[at];
	struct range sentence = article->sentences[word->sentence].words;
	struct view *view = &views->items[n];
	view->word = word_hash(word, at == sentence.start);
	view->ending = ending_of(buffer_slice(&article->text), word);
	view->kind = kind_of(views->known, word);
	view->form = form_of(word);
	view->quoting = word->quoting;
	view->between = between_of(word);
	view->cue = word->traits & CUE_ANY && cues_is_cue(article->words.items, sentence, at);
}

/* Makes the view at `at` the cue beside the next one, or what stands between. */
static void
pass(struct beside *cue, const struct view *view, const struct word *word, uint32_t at)
{
	if (view->cue)
		*cue = (struct beside){.at = at, .kind = view->kind};
	else
		cue->between |= view->between;
	if (at > 0 && word->sentence != word[-1].sentence)
		cue->between |= BETWEEN_SENTENCE;
}

static void
see_cues(struct views *views, const struct word *words)
{
	struct beside left = {0}, right = {0};
	for (uint32_t i = 0; i < views->count; i++) {
		views->items[i].left = left;
		pass(&left, &views->items[i], &words[i], i);
	}
	for (uint32_t i = (uint32_t)views->count; i-- > 0;) {
		views->items[i].right = right;
		pass(&right, &views->items[i], &words[i], i);
	}
}

static uint32_t
bucket(uint32_t distance)
{
	static const uint8_t buckets[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6};
	return distance < 16 ? buckets[distance] : distance < 30 ? 7 : 8;
}

static uint16_t
mark_beside(const struct view *mark, uint32_t distance)
{
	return distance > MARK_REACH ? 0 : (uint16_t)(mark->form | bucket(distance) << 8);
}

/* Marks near a word: which one stands last before it, which first behind, and how far. */
static void
see_marks(struct views *views)
{
	const struct view *mark = NULL;
	for (size_t i = 0; i < views->count; i++) {
		struct view *view = &views->items[i];
		view->mark_left = mark ? mark_beside(mark, (uint32_t)(view - mark)) : 0;
		mark = view->form > SHAPE_MARK ? view : mark;
	}
	mark = NULL;
	for (size_t i = views->count; i-- > 0;) {
		struct view *view = &views->items[i];
		view->mark_right = mark ? mark_beside(mark, (uint32_t)(mark - view)) : 0;
		mark = view->form > SHAPE_MARK ? view : mark;
	}
}

static const struct view outside = {.word = 1, .ending = 1, .kind = 63, .form = 7};

void
views_fill(struct views *views, const struct article *article,
	const struct paragraph *paragraph, const uint8_t *rules)
{
	struct range range = paragraph->words;
	views->count = range.end - range.start;
	views->all = memory_reserve(
		views->all, &views->capacity, views->count + 2 * OUTSIDE, sizeof *views->all);
	views->items = views->all + OUTSIDE;
	for (uint32_t i = 0; i < OUTSIDE; i++)
		views->all[i] = views->items[views->count + i] = outside;
	for (uint32_t i = 0; i < views->count; i++) {
		see_word(views, i, article, range.start + i);
		views->items[i].rule = rules[i] + 1;
	}
	see_cues(views, article->words.items + range.start);
	see_marks(views);
	views->heading = paragraph->heading;
}

/* How the word stands to a cue beside it: how far it is, of what kind, and what is between. */
static uint64_t
toward(const struct beside *cue, size_t at)
{
	uint32_t distance = (uint32_t)(cue->at > at ? cue->at - at : at - cue->at);
	uint64_t far = cue->kind ? bucket(distance) : 9;
	return far | (uint64_t)cue->between << 8 | (uint64_t)cue->kind << 16;
}

/* Two hashes in a row. */
static uint64_t
pair(uint64_t a, uint64_t b)
{
	return (a << 23 | a >> 41) + b;
}

/*
 * What is seen is put side by side, or added to the hash of a word; a product with a large odd
 * number, whose upper bits alone are used, makes it a hash (Knuth 6.4).
 */
void
features_of(const struct views *views, size_t at, uint64_t features[FEATURES])
{
	const struct view *v = &views->items[at];
	const struct view *a = v - 2, *b = v - 1, *c = v + 1, *d = v + 2;
	uint64_t left = toward(&v->left, at), right = toward(&v->right, at);
	uint64_t kind = v->kind, rule = v->rule, quoting = v->quoting;
	uint64_t kinds_near = b->kind | kind << 8 | (uint64_t)c->kind << 16 | quoting << 24 |
			      (uint64_t)d->kind << 32;
	uint64_t between = v->left.between | (uint64_t)v->right.between << 8 |
			   (uint64_t)v->left.kind << 16 | (uint64_t)v->right.kind << 24;
	uint64_t quotings = b->quoting | quoting << 2 | (uint64_t)c->quoting << 4;
	uint64_t forms = b->form | (uint64_t)v->form << 8 | (uint64_t)c->form << 16;
	uint64_t rules = b->rule | rule << 8 | (uint64_t)c->rule << 16;
	uint64_t marks = v->mark_left | (uint64_t)v->mark_right << 16;
	size_t n = 0;

#define SEE(x) (features[n] = ((x) + (n + 1) * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu, n++)
	SEE(a->word);
	SEE(b->word);
	SEE(c->word);
	SEE(d->word);
	SEE(pair(b->word, v->word));
	SEE(pair(v->word, c->word));
	SEE(v->ending | (uint64_t)v->form << 32);
	SEE(kinds_near);
	SEE(kinds_near | (uint64_t)a->kind << 40);
	SEE(rules);
	SEE(v->word + (rule << 40));
	SEE(left | rule << 24);
	SEE(right | rule << 24);
	SEE(quotings | forms << 8);
	SEE(left | kind << 24);
	SEE(right | kind << 24);
	SEE(between | quoting << 32);
	SEE(between | rule << 32 | kind << 40);
	SEE(marks | kind << 32);
	SEE(v->word + (quoting << 40));
	SEE(left | right << 24 | quoting << 48 | (uint64_t)views->heading << 56);
#undef SEE
}

void
views_free(struct views *views)
{
	free(views->all);
	*views = (struct views){0};
}
