/*
 * derive: what follows from the amounts that a report tells. "From 11,000 to 4,000" is a loss
 * of 64 percent beside another report's "halved"; "a third of the 300 jobs" is 100 jobs. What
 * is worked out stands for itself among the figures, and goes where no other report tells it.
 */
#ifndef DERIVE_H
#define DERIVE_H

#include "figure.h"

/* Adds what follows from the figures of each sentence, behind all of them; `terms` are weighed.
 */
void derive_figures(struct figures *figures, struct corpus *corpus, const struct terms *terms);

/* Two figures, by their places; the first stands before the second. */
struct figure_pair {
	size_t first, second;
};

/* Whether it is an amount of which something else can be worked out: no share and no bound. */
bool derive_is_amount(const struct figure *figure);

/*
 * Adds by how much and by what share it changed from one figure to another, as told from the
 * beginning of a pair to its end.
 */
void derive_add_change(struct figures *figures, struct corpus *corpus, struct figure_pair pair,
	size_t from, size_t to);

/* Adds what share figure `part` is of figure `of`, as told from the beginning of a pair to its
 * end. */
void derive_add_share(struct figures *figures, struct corpus *corpus, struct figure_pair pair,
	size_t part, size_t of);

/* Adds what share of a body a report lost whose strength it tells in another sentence. The
 * first `told` figures are looked at. */
void derive_losses(
	struct figures *figures, struct corpus *corpus, const struct terms *terms, size_t told);

/*
 * Adds the change between what two reports tell at different times, where a third tells that
 * there was one. The first `told` figures are looked at.
 */
void derive_between_reports(
	struct figures *figures, struct corpus *corpus, const struct terms *terms, size_t told);

/*
 * Takes those out whose cluster has no figure that another report tells, and puts the others in
 * their places.
 */
void derive_keep(struct figures *figures, const struct corpus *corpus);

/*
 * Gives each the fields of a record: its value in the form in which others of its cluster are
 * told. The figures of a cluster stand together.
 */
void derive_write_fields(struct figures *figures, struct corpus *corpus);

#endif
