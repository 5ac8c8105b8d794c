#include "folded.h"

#include <stdlib.h>

#include "masks.h"
#include "memory.h"
#include "token.h"

/* Leaves only the first byte of each usual mark; false where something else is beyond ASCII. */
static bool
take_usual_marks(struct folded *folded)
{
	size_t next = 0;
	for (size_t i = 0; i < folded->count; i++)
		for (uint64_t left = folded->blocks[i].beyond; left; left &= left - 1) {
			uint64_t bit = left & -left;
			size_t at = i * MASKS_BYTES + (size_t)__builtin_ctzll(left);
			if (at < next) {
				folded->blocks[i].beyond ^= bit;
				folded->blocks[i].spaces |= bit;
				continue;
			}
			if (!token_is_usual_mark(folded->text, at))
				return false;
			next = at + 3;
		}
	return true;
}

/* Folds 64 bytes, as masks_fold(). */
typedef struct masks fold_block(char *to, const char *from);

/* Folds the text block by block; the last one is filled up with NULs. */
static inline __attribute__((always_inline)) void
take_blocks(struct folded *folded, fold_block *fold)
{
	struct slice text = folded->text;
	uint64_t digits = 0, beyond = 0;
	size_t full = text.len / MASKS_BYTES, rest = text.len % MASKS_BYTES;
	char last[MASKS_BYTES] = {0}, *to = folded->lower.data;
	octets_copy(last, text.data + full * MASKS_BYTES, rest);
	for (size_t i = 0; i <= full; i++) {
		const char *from = i < full ? text.data + i * MASKS_BYTES : last;
		struct masks masks = fold(to + i * MASKS_BYTES, from);
		folded->blocks[i] = masks;
		digits |= masks.digits;
		beyond |= masks.beyond;
	}
	memset(to + (full + 1) * MASKS_BYTES, 0, FOLDED_MARGIN);
	folded->digits = digits != 0;
	folded->plain = beyond == 0;
}

static void
take_by_any(struct folded *folded)
{
	take_blocks(folded, masks_fold);
}

#ifdef MASKS_AVX2
__attribute__((target("avx2"))) static void
take_by_avx2(struct folded *folded)
{
	take_blocks(folded, masks_fold_avx2);
	_mm256_zeroupper(); /* else what follows is slow; compilers do not always see it */
}

__attribute__((target("avx512bw"))) static void
take_by_avx512(struct folded *folded)
{
	take_blocks(folded, masks_fold_avx512);
	_mm256_zeroupper();
}
#endif

/* The best way to do it that this processor has. */
static folded_way *
best_way(void)
{
#ifdef MASKS_AVX2
	if (__builtin_cpu_supports("avx512bw"))
		return take_by_avx512;
	if (__builtin_cpu_supports("avx2"))
		return take_by_avx2;
#endif
	return take_by_any;
}

void
folded_take(struct folded *folded, struct slice text)
{
	size_t blocks = text.len / MASKS_BYTES + 1;
	if (!folded->way)
		folded->way = best_way();
	folded->text = text;
	folded->count = blocks;
	folded->blocks = memory_reserve(
		folded->blocks, &folded->capacity, blocks, sizeof *folded->blocks);
	buffer_clear(&folded->lower);
	buffer_reserve(&folded->lower, blocks * MASKS_BYTES + FOLDED_MARGIN);
	folded->way(folded);
	folded->lower.len = text.len + FOLDED_MARGIN;
	folded->plain = folded->plain || take_usual_marks(folded);
}

void
folded_free(struct folded *folded)
{
	free(folded->blocks);
	buffer_free(&folded->lower);
	*folded = (struct folded){0};
}
