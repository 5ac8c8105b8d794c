#include "quotation.h"

/* What judging needs at hand. */
struct judging {
	const struct corpus *corpus;
	const struct quotes *quotes;
	struct passage a, b;
};

static enum quotation_verdict
verdict_of(const struct passage *a, const struct passage *b)
{
	if (passage_same(a, b))
		return QUOTATION_SAME;
	bool shorter = a->count <= b->count;
	return passage_cut(shorter ? a : b, shorter ? b : a) ? QUOTATION_CUT
							     : QUOTATION_ALTERED;
}

/* The words of a member of a cluster, as found there. */
static void
make_member(
	const struct quotes *quotes, struct passage *passage, const struct quotation *member)
{
	size_t quote = quotes_in(quotes, member->sentence);
	if (member->form == QUOTATION_QUOTED && quote != SIZE_MAX)
		quotes_make(quotes, passage, quote);
	else
		quotes_make_part(quotes, passage, member->sentence,
			(struct quoted){member->start, member->end});
}

/* Whether one report is dated before another; an undated one is before none. */
static bool
is_earlier(const struct corpus *corpus, uint32_t sentence, uint32_t than)
{
	struct slice date = corpus_report(corpus, sentence)->date;
	struct slice other = corpus_report(corpus, than)->date;
	return date.len > 0 && (other.len == 0 || slice_compare(date, other) < 0);
}

/* The version between marks that was told first: by the reports' dates, else by their IDs. */
static size_t
earliest(const struct corpus *corpus, const struct quotation *members, size_t count)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < count; i++)
		if (members[i].form == QUOTATION_QUOTED &&
			(best == SIZE_MAX || is_earlier(corpus, members[i].sentence,
						     members[best].sentence)))
			best = i;
	return best == SIZE_MAX ? 0 : best;
}

/*
 * Each member's verdict is beside the earliest; that one's own is that of the others: same
 * where one of them is, else the worst.
 */
static void
judge(struct judging *judging, struct quotation *members, size_t count)
{
	struct quotation *reference = &members[earliest(judging->corpus, members, count)];
	enum quotation_verdict worst = QUOTATION_SAME;
	bool confirmed = false;
	make_member(judging->quotes, &judging->a, reference);
	for (size_t i = 0; i < count; i++) {
		make_member(judging->quotes, &judging->b, &members[i]);
		members[i].verdict = verdict_of(&judging->a, &judging->b);
		if (members[i].verdict > worst)
			worst = members[i].verdict;
		confirmed = confirmed ||
			    (&members[i] != reference && members[i].verdict == QUOTATION_SAME);
	}
	reference->verdict = confirmed ? QUOTATION_SAME : worst;
}

void
quotations_judge(
	struct quotations *quotations, const struct corpus *corpus, const struct quotes *quotes)
{
	struct judging judging = {.corpus = corpus, .quotes = quotes};
	struct quotation *items = quotations->items;
	for (size_t start = 0, end; start < quotations->count; start = end) {
		for (end = start + 1;
			end < quotations->count && items[end].cluster == items[start].cluster;)
			end++;
		judge(&judging, items + start, end - start);
	}
	passage_free(&judging.a);
	passage_free(&judging.b);
}
