/*
 * perceptron: learns the weights of a sequence of labels from examples: the averaged structured
 * perceptron (Collins 2002). All numbers are whole, so that the same examples give the same
 * weights everywhere.
 */
#ifndef PERCEPTRON_H
#define PERCEPTRON_H

#include "../tagger.h"

/* A paragraph to learn from: its words' features and labels are items of the lists below. */
struct example {
	size_t start, count;
};

struct feature {
	uint64_t hash; /* 0: an empty slot */
	uint32_t seen;
	uint32_t place; /* of its weights; 0: seen too rarely to have any */
};

/* All zero before its first use. */
struct perceptron {
	struct example *examples;
	size_t example_count, example_capacity;
	uint64_t (*features)[FEATURES]; /* of each word */
	size_t word_count, word_capacity;
	uint8_t *labels; /* of each word, by its annotators */
	size_t label_capacity;

	struct feature *slots;
	size_t slot_capacity, slot_count;
	uint32_t (*places)[FEATURES]; /* of the weights of each word's features */
	uint32_t (*kept)[FEATURES];   /* those of the example that is being learned */
	int32_t (*weights)[LABELS];
	int64_t (*sums)[LABELS];   /* of the weights over all steps, as a correction */
	int32_t (*totals)[LABELS]; /* of the averages of all runs */
	size_t place_count;
	int32_t step_totals[LABELS][LABELS];
	struct steps steps;
	int64_t step_sums[LABELS][LABELS];
	int64_t clock;
	uint64_t state; /* of what is drawn at random: always the same */
	struct scores scores;
};

/* Adds `count` words; returns where their features go, labels go to `labels`. */
uint64_t (*perceptron_add(
	struct perceptron *perceptron, size_t count, uint8_t **labels))[FEATURES];

/* Learns from all examples. */
void perceptron_learn(struct perceptron *perceptron);

/* The averaged weights, as bytes, the strongest features alone. */
void perceptron_weights(struct perceptron *perceptron, struct weights *weights);

void perceptron_free(struct perceptron *perceptron);

#endif
