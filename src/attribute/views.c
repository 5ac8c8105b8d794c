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

static uint64_t
ending_of(struct slice text, const struct word *word)
{
	uint32_t len = word->end - word->start;
	uint32_t take = len < 3 ? len : 3;
	uint64_t hash = len > 3;
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

void
views_fill(struct views *views, const struct article *article,
	const struct paragraph *paragraph, const uint8_t *rules)
{
	struct range range = paragraph->words;
	views->count = range.end - range.start;
	views->items = memory_reserve(
		views->items, &views->capacity, views->count, sizeof *views->items);
	for (uint32_t i = 0; i < views->count; i++) {
		see_word(views, i, article, range.start + i);
		views->items[i].rule = rules[i] + 1;
	}
	see_cues(views, article->words.items + range.start);
	see_marks(views);
	views->heading = paragraph->heading;
}

static const struct view outside = {.word = 1, .ending = 1, .kind = 63, .form = 7};

static inline uint64_t
mix(uint64_t a, uint64_t b)
{
	a ^= b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2);
	return a * 0xff51afd7ed558ccdu;
}

static inline uint64_t
pack(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	return a | b << 8 | c << 16 | d << 24;
}

/* How the word stands to a cue beside it: how far it is, of what kind, and what is between. */
static uint64_t
toward(const struct beside *cue, size_t at)
{
	uint32_t distance = (uint32_t)(cue->at > at ? cue->at - at : at - cue->at);
	return pack(cue->kind ? bucket(distance) : 9, cue->between, cue->kind, 0);
}

void
features_of(const struct views *views, size_t at, uint64_t features[FEATURES])
{
	const struct view *near[5];
	for (size_t i = 0; i < 5; i++)
		near[i] = at + i < 2 || at + i - 2 >= views->count ? &outside
								   : &views->items[at + i - 2];
	const struct view *a = near[0], *b = near[1], *v = near[2], *c = near[3], *d = near[4];
	uint64_t left = toward(&v->left, at), right = toward(&v->right, at);
	uint64_t between = pack(v->left.between, v->right.between, v->left.kind, v->right.kind);
	uint64_t grammar = pack(b->kind, v->kind, c->kind, v->quoting);
	size_t n = 0;

#define SEE(x) (features[n] = mix((x), n + 1), n++)
	SEE(v->word);
	SEE(a->word);
	SEE(b->word);
	SEE(c->word);
	SEE(d->word);
	SEE(mix(b->word, v->word));
	SEE(mix(v->word, c->word));
	SEE(mix(v->ending, v->form));
	SEE(mix(grammar, d->kind));
	SEE(mix(grammar, pack(a->kind, d->kind, 0, 0)));
	SEE(pack(b->rule, v->rule, c->rule, 0));
	SEE(mix(v->rule, v->word));
	SEE(mix(v->rule, left));
	SEE(mix(v->rule, right));
	SEE(mix(pack(b->quoting, v->quoting, c->quoting, 0),
		pack(b->form, v->form, c->form, 0)));
	SEE(mix(left, v->kind));
	SEE(mix(right, v->kind));
	SEE(mix(between, v->quoting));
	SEE(mix(between, pack(v->rule, v->kind, 0, 0)));
	SEE(mix(v->mark_left | (uint64_t)v->mark_right << 16, v->kind));
	SEE(mix(v->word, v->quoting));
	SEE(mix(mix(left, right), pack(v->quoting, views->heading, 0, 0)));
#undef SEE
}

void
views_free(struct views *views)
{
	free(views->items);
	*views = (struct views){0};
}
