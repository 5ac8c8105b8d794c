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
	KIND_FORM = 64, /* the kind of a word that no table knows: its form, and this */
};

static uint8_t
form_of(const struct word *word)
{
	return word->mark ? (uint8_t)word->mark : word->shape;
}

static uint8_t
kind_of(const struct word *word)
{
	for (uint8_t i = 0; i < KINDS; i++)
		if ((word->traits & kinds[i]) == kinds[i])
			return i + 1;
	return KIND_FORM + (form_of(word) & 63);
}

static bool
is_known(const struct word *word)
{
	return word->traits & ~(NAME_OUTLET | NAME_PLACE | NAME_PEOPLE | NAME_PEOPLES);
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

static struct view
view_of(const struct article *article, uint32_t at, uint8_t rule)
{
	const struct word *word = &article->words.items[at];
	bool first = at == article->sentences[word->sentence].words.start;
	return (struct view){
		.word = word_hash(word, first),
		.ending = ending_of(buffer_slice(&article->text), word),
		.kind = kind_of(word),
		.form = form_of(word),
		.quoting = word->quoting,
		.rule = rule + 1,
	};
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

static bool
is_cue(const struct article *article, uint32_t at)
{
	const struct word *word = &article->words.items[at];
	return word->traits & CUE_ANY &&
	       cues_is_cue(article->words.items, article->sentences[word->sentence].words, at);
}

/* The cue seen last while walking over a paragraph. */
struct nearest {
	uint64_t hash;
	uint32_t at, sentence;
	uint8_t kind, between;
};

static void
pass(struct nearest *nearest, const struct article *article, uint32_t word,
	const struct view *view, uint32_t at)
{
	const struct word *w = &article->words.items[word];
	if (is_cue(article, word))
		*nearest = (struct nearest){view->word, at, w->sentence, view->kind, 0};
	else
		nearest->between |= between_of(w);
}

static void
see_cues(struct views *views, const struct article *article, struct range range)
{
	struct nearest left = {0}, right = {0};
	for (uint32_t i = 0; i < views->count; i++) {
		struct view *view = &views->items[i];
		uint32_t sentence = article->words.items[range.start + i].sentence;
		view->left = left.hash;
		view->left_at = left.at;
		view->left_kind = left.kind;
		view->left_between =
			left.between | (left.sentence != sentence ? BETWEEN_SENTENCE : 0);
		pass(&left, article, range.start + i, view, i);
	}
	for (uint32_t i = (uint32_t)views->count; i-- > 0;) {
		struct view *view = &views->items[i];
		uint32_t sentence = article->words.items[range.start + i].sentence;
		view->right = right.hash;
		view->right_at = right.at;
		view->right_kind = right.kind;
		view->right_between =
			right.between | (right.sentence != sentence ? BETWEEN_SENTENCE : 0);
		pass(&right, article, range.start + i, view, i);
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
	for (uint32_t i = 0; i < views->count; i++)
		views->items[i] = view_of(article, range.start + i, rules[i]);
	see_cues(views, article, range);
	views->common = paragraph->heading ? 2 : 1;
}

static const struct view outside = {.word = 1, .ending = 1, .kind = 63, .form = 7};

static uint32_t
bucket(uint32_t distance)
{
	static const uint8_t buckets[] = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6};
	return distance < 16 ? buckets[distance] : distance < 30 ? 7 : 8;
}

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

/* Marks near a word: which one stands last before it, which first behind, and how far. */
static uint64_t
marks_around(const struct views *views, size_t at)
{
	uint64_t before = 0, behind = 0;
	for (size_t i = 1; i <= 12 && i <= at && !before; i++)
		if (views->items[at - i].form > SHAPE_MARK)
			before = pack(views->items[at - i].form, bucket((uint32_t)i), 0, 0);
	for (size_t i = 1; i <= 12 && at + i < views->count && !behind; i++)
		if (views->items[at + i].form > SHAPE_MARK)
			behind = pack(views->items[at + i].form, bucket((uint32_t)i), 0, 0);
	return before | behind << 16;
}

void
features_of(const struct views *views, const struct article *article,
	const struct paragraph *paragraph, size_t at, uint64_t features[FEATURES])
{
	const struct view *near[5];
	for (size_t i = 0; i < 5; i++)
		near[i] = at + i < 2 || at + i - 2 >= views->count ? &outside
								   : &views->items[at + i - 2];
	const struct view *a = near[0], *b = near[1], *v = near[2], *c = near[3], *d = near[4];
	uint32_t word = paragraph->words.start + (uint32_t)at;
	const struct sentence *sentence =
		&article->sentences[article->words.items[word].sentence];
	uint32_t from_start = word - sentence->words.start;
	uint32_t to_end = sentence->words.end - word;
	uint64_t first = views->items[sentence->words.start - paragraph->words.start].word;
	uint32_t left = v->left ? bucket((uint32_t)at - v->left_at) : 9;
	uint32_t right = v->right ? bucket(v->right_at - (uint32_t)at) : 9;
	uint64_t l = pack(left, v->left_between, v->left_kind, 0);
	uint64_t r = pack(right, v->right_between, v->right_kind, 0);
	uint64_t between = pack(v->left_between, v->right_between, v->left_kind, v->right_kind);
	uint64_t quoting = pack(b->quoting, v->quoting, c->quoting, 0);
	uint64_t forms = pack(b->form, v->form, c->form, 0);
	uint64_t grammar = pack(b->kind, v->kind, c->kind, 0);
	uint64_t rules = pack(b->rule, v->rule, c->rule, 0);
	uint64_t marks = marks_around(views, at);
	size_t n = 0;

#define SEE(x) (features[n] = mix((x), n + 1), n++)
	SEE(views->common);
	SEE(v->word);
	SEE(a->word);
	SEE(b->word);
	SEE(c->word);
	SEE(d->word);
	SEE(mix(b->word, v->word));
	SEE(mix(v->word, c->word));
	SEE(mix(b->word, c->word));
	SEE(mix(a->word, b->word));
	SEE(mix(c->word, d->word));
	SEE(mix(mix(b->word, v->word), c->word));
	SEE(mix(v->ending, v->form));
	SEE(mix(b->ending, v->ending));
	SEE(mix(v->ending, c->ending));
	SEE(grammar);
	SEE(mix(grammar, a->kind));
	SEE(mix(grammar, d->kind));
	SEE(mix(pack(grammar, a->kind, d->kind, 0) ^ grammar << 20, v->quoting));
	SEE(pack(v->kind, c->kind, d->kind, v->quoting));
	SEE(pack(a->kind, b->kind, v->kind, v->quoting));
	SEE(rules);
	SEE(mix(v->rule, v->word));
	SEE(mix(v->rule, grammar));
	SEE(mix(rules, quoting));
	SEE(mix(v->rule, l));
	SEE(mix(v->rule, r));
	SEE(mix(quoting, forms));
	SEE(mix(v->left, l));
	SEE(mix(v->right, r));
	SEE(mix(l, v->kind));
	SEE(mix(r, v->kind));
	SEE(mix(v->left, v->word));
	SEE(mix(v->right, v->word));
	SEE(mix(between, v->quoting));
	SEE(mix(between, mix(v->rule, v->kind)));
	SEE(mix(first, pack(v->kind, bucket(from_start), v->quoting, 0)));
	SEE(mix(marks, v->quoting));
	SEE(mix(marks, v->kind));
	SEE(mix(v->quoting, v->word));
	SEE(mix(pack(bucket(to_end), left, v->left_between, v->quoting), v->left_kind));
	SEE(mix(pack(bucket(from_start), right, v->right_between, v->quoting), v->right_kind));
	SEE(mix(l, r) ^ v->quoting);
	SEE(mix(views->common, pack(v->kind, v->rule, v->quoting, 0)));
#undef SEE
}

void
views_free(struct views *views)
{
	free(views->items);
	*views = (struct views){0};
}
