#include "rewording.h"

#include <stdbool.h>

enum {
	SMALL_BITS = 6, /* a word that tells no more is a small one: "in", "of", "was" */
	SMALL_WEIGHT = 2,
	RUN_MAX = 16,  /* words in a row that are counted */
	KIN_BYTES = 4, /* that words must have in common to be two forms of one, */
	KIN_PERCENT = 60,
	KIN_LONGER = 2, /* and by how many one may be longer */
};

/* Words of the two texts that are not kept, between two that are; one side may have none. */
struct gap {
	size_t a, a_end, b, b_end;
};

/* The gap in front of match `at`; behind the last one where `at` is their number. */
static struct gap
gap_before(const struct alignment *alignment, size_t at, size_t a_count, size_t b_count)
{
	struct gap gap = {0, a_count, 0, b_count};
	if (at > 0) {
		gap.a = alignment->matches[at - 1].a + 1u;
		gap.b = alignment->matches[at - 1].b + 1u;
	}
	if (at < alignment->count) {
		gap.a_end = alignment->matches[at].a;
		gap.b_end = alignment->matches[at].b;
	}
	return gap;
}

static struct slice
word_at(struct worded worded, size_t at)
{
	const struct word *word = &worded.words->words[at];
	return slice_cut(worded.text, word->start, word->end);
}

/* Two forms of one word: "realised" and "realized", "weekly" and "weeklies". */
static bool
are_kin(struct slice a, struct slice b)
{
	size_t shorter = a.len < b.len ? a.len : b.len, same = 0;
	while (same < shorter && (a.data[same] | 0x20) == (b.data[same] | 0x20))
		same++;
	return same >= KIN_BYTES && 100 * same >= KIN_PERCENT * shorter &&
	       a.len + b.len - 2 * shorter <= KIN_LONGER;
}

static bool
are_small(const struct passage *words, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (words->words[i].bits > SMALL_BITS)
			return false;
	return from < end;
}

static bool
is_other_form(struct gap gap, struct worded a, struct worded b)
{
	return gap.a_end - gap.a == 1 && gap.b_end - gap.b == 1 &&
	       are_kin(word_at(a, gap.a), word_at(b, gap.b));
}

/* Reads the gaps between words that are kept: what they exchange, and the runs they leave. */
static void
read_gaps(struct rewording *rewording, const struct alignment *alignment, struct worded a,
	struct worded b)
{
	size_t places = 0, fewest = 0, run = alignment->count > 0;
	rewording->longest = run;
	for (size_t i = 1; i < alignment->count; i++) {
		struct gap gap = gap_before(alignment, i, a.words->count, b.words->count);
		size_t count_a = gap.a_end - gap.a, count_b = gap.b_end - gap.b;
		bool kin = is_other_form(gap, a, b);
		rewording->kept += kin;
		run = count_a + count_b == 0 ? run + 1 : kin ? run + 2 : 1;
		if (run > rewording->longest)
			rewording->longest = run;
		if (count_a == 0 || count_b == 0 || kin)
			continue;
		bool small = are_small(a.words, gap.a, gap.a_end) ||
			     are_small(b.words, gap.b, gap.b_end);
		rewording->exchanged += small ? SMALL_WEIGHT : 1;
		fewest = count_a < count_b ? count_a : count_b;
		places++;
	}
	if (places == 1 && fewest == 1)
		rewording->exchanged = 1;
}

/* The longest run of words that the two gaps share. */
static size_t
shared_run(const struct passage *a, struct gap in_a, const struct passage *b, struct gap in_b)
{
	size_t most = 0;
	for (size_t i = in_a.a; i < in_a.a_end; i++)
		for (size_t j = in_b.b; j < in_b.b_end; j++) {
			size_t run = 0;
			while (run < RUN_MAX && i + run < in_a.a_end && j + run < in_b.b_end &&
				a->forms[i + run] == b->forms[j + run])
				run++;
			most = run > most ? run : most;
		}
	return most;
}

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
moved_words(const struct alignment *alignment, const struct passage *a, const struct passage *b)
{
	size_t most = 0, a_count = smaller(a->count, ALIGN_MAX),
	       b_count = smaller(b->count, ALIGN_MAX);
	for (size_t i = 0; i <= alignment->count; i++) {
		struct gap in_a = gap_before(alignment, i, a_count, b_count);
		if (in_a.a_end - in_a.a <= most)
			continue;
		for (size_t j = 0; j <= alignment->count; j++) {
			struct gap in_b = gap_before(alignment, j, a_count, b_count);
			size_t run = shared_run(a, in_a, b, in_b);
			most = run > most ? run : most;
		}
	}
	return most;
}

struct rewording
rewording_of_alignment(const struct alignment *alignment, size_t a_count, size_t b_count)
{
	return (struct rewording){.shorter = smaller(a_count, b_count),
		.kept = alignment->count,
		.exchanged = alignment->substitutions,
		.longest = alignment->longest};
}

struct rewording
rewording_of(struct alignment *alignment, struct worded a, struct worded b)
{
	align(alignment, UINT32_MAX, a.words->forms, a.words->count, b.words->forms,
		b.words->count);
	struct rewording rewording =
		rewording_of_alignment(alignment, a.words->count, b.words->count);
	rewording.exchanged = 0;
	read_gaps(&rewording, alignment, a, b);
	rewording.moved = moved_words(alignment, a.words, b.words);
	return rewording;
}
