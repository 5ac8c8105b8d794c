#include "perceptron.h"

#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "memory.h"

/* Chosen by trial on articles that were not learned from. */
enum {
	RUNS = 6,      /* their averages are averaged once more */
	ROUNDS = 8,    /* over all examples in each run */
	SEEN = 3,      /* a feature seen less often has no weights */
	MARGIN = 60,   /* by which the right labels must win */
	LEFT_OUT = 30, /* in a hundred features */
};

uint64_t (*perceptron_add(struct perceptron *p, size_t count, uint8_t **labels))[FEATURES]
{
	p->examples = memory_reserve(
		p->examples, &p->example_capacity, p->example_count + 1, sizeof *p->examples);
	p->examples[p->example_count++] = (struct example){p->word_count, count};
	p->features = memory_reserve(
		p->features, &p->word_capacity, p->word_count + count, sizeof *p->features);
	p->labels = memory_reserve(
		p->labels, &p->label_capacity, p->word_count + count, sizeof *p->labels);
	*labels = p->labels + p->word_count;
	p->word_count += count;
	return p->features + (p->word_count - count);
}

static struct feature *
slot_of(const struct perceptron *p, uint64_t hash)
{
	size_t mask = p->slot_capacity - 1;
	size_t at = (hash ^ (hash >> 31)) & mask;
	while (p->slots[at].hash != 0 && p->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &p->slots[at];
}

static void
grow(struct perceptron *p)
{
	struct perceptron old = *p;
	p->slot_capacity = old.slot_capacity ? 2 * old.slot_capacity : 1 << 20;
	p->slots = memory_new_zeroed(p->slot_capacity, sizeof *p->slots);
	for (size_t i = 0; i < old.slot_capacity; i++)
		if (old.slots[i].hash)
			*slot_of(p, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

static void
count_features(struct perceptron *p)
{
	for (size_t w = 0; w < p->word_count; w++)
		for (int i = 0; i < FEATURES; i++) {
			if (p->slot_count >= p->slot_capacity / 2)
				grow(p);
			struct feature *feature = slot_of(p, p->features[w][i]);
			p->slot_count += feature->hash == 0;
			feature->hash = p->features[w][i];
			feature->seen++;
		}
}

/* Gives each feature that was seen often enough a place; place 0 is for all others. */
static void
place_features(struct perceptron *p)
{
	p->place_count = 1;
	p->places = memory_new_zeroed(p->word_count, sizeof *p->places);
	for (size_t w = 0; w < p->word_count; w++)
		for (int i = 0; i < FEATURES; i++) {
			struct feature *feature = slot_of(p, p->features[w][i]);
			if (feature->seen >= SEEN && !feature->place)
				feature->place = (uint32_t)p->place_count++;
			p->places[w][i] = feature->place;
		}
	p->weights = memory_new_zeroed(p->place_count, sizeof *p->weights);
	p->sums = memory_new_zeroed(p->place_count, sizeof *p->sums);
	p->totals = memory_new_zeroed(p->place_count, sizeof *p->totals);
}

static void
score_words(struct perceptron *p, struct example example)
{
	scores_reserve(&p->scores, example.count);
	for (size_t w = 0; w < example.count; w++) {
		int32_t score[LABELS];
		for (int label = 0; label < LABELS; label++)
			score[label] = MARGIN;
		score[p->labels[example.start + w]] = 0;
		for (int i = 0; i < FEATURES; i++) {
			const int32_t *weights = p->weights[p->kept[w][i]];
			for (int label = 0; label < LABELS; label++)
				score[label] += weights[label];
		}
		for (int label = 0; label < LABELS; label++)
			p->scores.items[w][label] = (int16_t)score[label];
	}
}

/* Moves the weights of a word of the example toward a label, or away from it. */
static void
change(struct perceptron *p, size_t word, int label, int by)
{
	for (int i = 0; i < FEATURES; i++) {
		uint32_t place = p->kept[word][i];
		if (!place)
			continue;
		p->weights[place][label] += by;
		p->sums[place][label] += by * p->clock;
	}
}

static void
change_step(struct perceptron *p, int from, int to, int by)
{
	p->steps.from[from][to] = (int16_t)(p->steps.from[from][to] + by);
	p->step_sums[from][to] += by * p->clock;
}

static uint64_t
draw(struct perceptron *p)
{
	p->state = p->state * 6364136223846793005u + 1442695040888963407u;
	return p->state >> 33;
}

/*
 * The features of the example's words, some left out at random, so that none leans on another
 * (Hinton et al. 2012).
 */
static void
keep_features(struct perceptron *p, struct example example)
{
	for (size_t w = 0; w < example.count; w++)
		for (int i = 0; i < FEATURES; i++)
			p->kept[w][i] =
				draw(p) % 100 < LEFT_OUT ? 0 : p->places[example.start + w][i];
}

/* Returns how many words got a wrong label. */
static size_t
learn_example(struct perceptron *p, struct example example, uint8_t *guess)
{
	keep_features(p, example);
	const uint8_t *gold = p->labels + example.start;
	size_t wrong = 0;
	score_words(p, example);
	scores_decode(&p->scores, &p->steps, example.count, guess);
	for (size_t w = 0; w < example.count; w++) {
		if (guess[w] != gold[w]) {
			wrong++;
			change(p, w, gold[w], 1);
			change(p, w, guess[w], -1);
		}
		if (w > 0 && (guess[w] != gold[w] || guess[w - 1] != gold[w - 1])) {
			change_step(p, gold[w - 1], gold[w], 1);
			change_step(p, guess[w - 1], guess[w], -1);
		}
	}
	p->clock++;
	return wrong;
}

/* The examples in another order for each round; always the same orders. */
static void
shuffle(struct perceptron *p)
{
	for (size_t i = p->example_count; i > 1; i--) {
		size_t k = (size_t)(draw(p) % i);
		struct example other = p->examples[k];
		p->examples[k] = p->examples[i - 1];
		p->examples[i - 1] = other;
	}
}

static size_t
longest(const struct perceptron *p)
{
	size_t most = 0;
	for (size_t i = 0; i < p->example_count; i++)
		if (p->examples[i].count > most)
			most = p->examples[i].count;
	return most;
}

/* A weight averaged over all steps, times 16 so that fractions count. */
static int32_t
average(int64_t weight, int64_t sum, int64_t clock)
{
	return (int32_t)((weight * clock - sum) * 16 / clock);
}

/* Adds the averages of one run to the totals and begins anew. */
static void
finish_run(struct perceptron *p)
{
	for (size_t i = 1; i < p->place_count; i++)
		for (int label = 0; label < LABELS - 1; label++)
			p->totals[i][label] +=
				average(p->weights[i][label], p->sums[i][label], p->clock);
	for (int from = 0; from < LABELS; from++)
		for (int to = 0; to < LABELS; to++)
			p->step_totals[from][to] += average(
				p->steps.from[from][to], p->step_sums[from][to], p->clock);
	memset(p->weights, 0, p->place_count * sizeof *p->weights);
	memset(p->sums, 0, p->place_count * sizeof *p->sums);
	p->steps = (struct steps){0};
	memset(p->step_sums, 0, sizeof p->step_sums);
	p->clock = 0;
}

void
perceptron_learn(struct perceptron *p)
{
	p->state = 1;
	uint8_t *guess = memory_new(longest(p) + 1);
	count_features(p);
	place_features(p);
	p->kept = memory_new((longest(p) + 1) * sizeof *p->kept);
	for (int run = 0; run < RUNS; run++) {
		size_t wrong = 0;
		for (int round = 0; round < ROUNDS; round++) {
			wrong = 0;
			shuffle(p);
			for (size_t i = 0; i < p->example_count; i++)
				wrong += learn_example(p, p->examples[i], guess);
		}
		fprintf(stderr, "run %d: %zu of %zu words wrong\n", run + 1, wrong,
			p->word_count);
		finish_run(p);
	}
	free(guess);
}

struct strong {
	uint64_t hash;
	uint32_t place;
	int32_t strength;
};

static int
compare_strong(const void *left, const void *right)
{
	const struct strong *a = left, *b = right;
	if (a->strength != b->strength)
		return a->strength > b->strength ? -1 : 1;
	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* All features that have weights, the strongest first. */
static struct strong *
list_strong(struct perceptron *p, size_t *count)
{
	struct strong *list = memory_new(p->place_count * sizeof *list);
	*count = 0;
	for (size_t i = 0; i < p->slot_capacity; i++) {
		const struct feature *feature = &p->slots[i];
		if (!feature->place)
			continue;
		struct strong strong = {feature->hash, feature->place, 0};
		for (int label = 0; label < LABELS - 1; label++)
			strong.strength += abs(p->totals[feature->place][label]);
		if (strong.strength > 0)
			list[(*count)++] = strong;
	}
	qsort(list, *count, sizeof *list, compare_strong);
	return list;
}

/* A row for the feature; NULL where a stronger one has it. */
static struct weights_row *
new_row(struct weights *weights, uint64_t hash)
{
	static const struct weights_row empty;
	struct weights_row *row = &weights->rows[weights_place(hash)];
	if (memcmp(row, &empty, sizeof empty) != 0)
		return NULL;
	row->fingerprint = weights_fingerprint(hash);
	return row;
}

enum {
	SCALE_PARTS = 1000, /* one in so many weights may be too large for a byte */
};

static int
compare_sizes(const void *left, const void *right)
{
	const int32_t *a = left, *b = right;
	return (*a > *b) - (*a < *b);
}

/* The value that a byte's 127 stands for. */
static int32_t
largest(struct perceptron *p)
{
	size_t count = 0;
	int32_t *sizes = memory_new(p->place_count * LABELS * sizeof *sizes);
	for (size_t i = 1; i < p->place_count; i++)
		for (int label = 0; label < LABELS - 1; label++) {
			int32_t size = abs(p->totals[i][label]);
			if (size)
				sizes[count++] = size;
		}
	qsort(sizes, count, sizeof *sizes, compare_sizes);
	int32_t found = count ? sizes[count - 1 - count / SCALE_PARTS] : 1;
	free(sizes);
	return found;
}

static int32_t
to_byte(int32_t weight, int32_t limit)
{
	int32_t scaled = (int32_t)((2 * (int64_t)weight * 127 + (weight < 0 ? -limit : limit)) /
				   (2 * (int64_t)limit));
	return scaled > 127 ? 127 : scaled < -127 ? -127 : scaled;
}

void
perceptron_weights(struct perceptron *p, struct weights *weights)
{
	size_t count, kept = 0;
	struct strong *list = list_strong(p, &count);
	int32_t limit = largest(p);
	memset(weights, 0, sizeof *weights);
	memcpy(weights->magic, "attribute 2\n", 12);
	for (size_t i = 0; i < count; i++) {
		struct weights_row *row = new_row(weights, list[i].hash);
		if (!row)
			continue;
		kept++;
		for (int label = 0; label < LABELS - 1; label++)
			row->of[label] =
				(int8_t)to_byte(p->totals[list[i].place][label], limit);
	}
	for (int from = 0; from < LABELS; from++)
		for (int to = 0; to < LABELS; to++)
			weights->steps.from[from][to] =
				(int16_t)((int64_t)p->step_totals[from][to] * 127 / limit);
	fprintf(stderr, "%zu features, %zu kept, 127 is %d/16\n", count, kept, (int)limit);
	free(list);
}

void
perceptron_free(struct perceptron *p)
{
	free(p->examples);
	free(p->features);
	free(p->labels);
	free(p->slots);
	free(p->places);
	free(p->kept);
	free(p->weights);
	free(p->sums);
	free(p->totals);
	scores_free(&p->scores);
	*p = (struct perceptron){0};
}
