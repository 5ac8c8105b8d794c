#include "align.h"

#include <stdbool.h>
#include <stdlib.h>

#include "memory.h"

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* lengths[i][j]: of the longest common subsequence of a[i..] and b[j..]. */
static void
fill(struct alignment *alignment, uint32_t mask, const uint32_t *a, size_t rows,
	const uint32_t *b, size_t columns)
{
	size_t width = columns + 1;
	alignment->lengths = memory_reserve(alignment->lengths, &alignment->capacity,
		(rows + 1) * width, sizeof *alignment->lengths);
	uint16_t *lengths = alignment->lengths;
	for (size_t j = 0; j <= columns; j++)
		lengths[rows * width + j] = 0;
	for (size_t i = rows; i-- > 0;) {
		uint16_t *row = lengths + i * width, *below = row + width;
		row[columns] = 0;
		for (size_t j = columns; j-- > 0;) {
			if (((a[i] ^ b[j]) & mask) == 0)
				row[j] = (uint16_t)(below[j + 1] + 1);
			else
				row[j] = row[j + 1] > below[j] ? row[j + 1] : below[j];
		}
	}
}

static void
measure_gaps(struct alignment *alignment)
{
	size_t run = 1;
	alignment->longest = alignment->count > 0;
	alignment->substitutions = 0;
	for (size_t i = 1; i < alignment->count; i++) {
		struct match last = alignment->matches[i - 1], next = alignment->matches[i];
		bool gap_a = next.a > last.a + 1, gap_b = next.b > last.b + 1;
		run = gap_a || gap_b ? 1 : run + 1;
		alignment->longest = run > alignment->longest ? run : alignment->longest;
		alignment->substitutions += gap_a && gap_b;
	}
}

void
align(struct alignment *alignment, uint32_t mask, const uint32_t *a, size_t a_count,
	const uint32_t *b, size_t b_count)
{
	size_t rows = smaller(a_count, ALIGN_MAX), columns = smaller(b_count, ALIGN_MAX);
	fill(alignment, mask, a, rows, b, columns);
	alignment->matches = memory_reserve(alignment->matches, &alignment->match_capacity,
		smaller(rows, columns), sizeof *alignment->matches);
	const uint16_t *lengths = alignment->lengths;
	size_t width = columns + 1, i = 0, j = 0;
	alignment->count = 0;
	while (i < rows && j < columns) {
		if (((a[i] ^ b[j]) & mask) == 0)
			alignment->matches[alignment->count++] =
				(struct match){(uint16_t)i++, (uint16_t)j++};
		else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
			i++;
		else
			j++;
	}
	measure_gaps(alignment);
}

void
alignment_free(struct alignment *alignment)
{
	free(alignment->lengths);
	free(alignment->matches);
}
