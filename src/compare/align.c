#include "align.h"

#include <stdlib.h>

#include "memory.h"

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* lengths[i][j]: of the longest common subsequence of a[i..] and b[j..]. */
static void
fill(struct alignment *alignment, const struct word *a, size_t rows, const struct word *b,
	size_t columns)
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
			if (a[i].form == b[j].form)
				row[j] = (uint16_t)(below[j + 1] + 1);
			else
				row[j] = row[j + 1] > below[j] ? row[j + 1] : below[j];
		}
	}
}

void
align(struct alignment *alignment, const struct word *a, size_t a_count, const struct word *b,
	size_t b_count)
{
	size_t rows = smaller(a_count, ALIGN_MAX), columns = smaller(b_count, ALIGN_MAX);
	fill(alignment, a, rows, b, columns);
	const uint16_t *lengths = alignment->lengths;
	size_t width = columns + 1, i = 0, j = 0, run = 0;
	alignment->common = lengths[0];
	alignment->runs = alignment->longest = 0;
	while (i < rows && j < columns) {
		if (a[i].form == b[j].form) {
			alignment->runs += run++ == 0;
			alignment->longest =
				run > alignment->longest ? run : alignment->longest;
			i++, j++;
			continue;
		}
		run = 0;
		if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
			i++;
		else
			j++;
	}
}

void
alignment_free(struct alignment *alignment)
{
	free(alignment->lengths);
}
