#include "folded.h"

#include <stdlib.h>

#include "masks.h"
#include "memory.h"
#include "token.h"

/* What goes over from one block to the next: its last bits, each as the lowest. */
struct carry {
	uint64_t letters, digits, marks;
};

static inline __attribute__((always_inline)) struct folded_block
block_of(struct masks masks, uint64_t valid, struct carry *carry)
{
	uint64_t marks = ~(masks.letters | masks.digits | masks.spaces | masks.beyond) & valid;
	uint64_t letters = masks.letters << 1 | carry->letters;
	uint64_t digits = masks.digits << 1 | carry->digits;
	struct folded_block block = {.letters = masks.letters, .beyond = masks.beyond};
	block.starts = (masks.letters & ~letters) | (masks.digits & ~digits) | marks;
	block.ends = (letters & ~masks.letters) | (digits & ~masks.digits) |
		     (marks << 1 | carry->marks);
	*carry = (struct carry){masks.letters >> 63, masks.digits >> 63, marks >> 63};
	return block;
}

/* Marks the usual marks as tokens; false where something else is beyond ASCII. */
static bool
take_usual_marks(struct folded *folded)
{
	size_t next = 0;
	for (size_t i = 0; i < folded->count; i++)
		for (uint64_t left = folded->blocks[i].beyond; left; left &= left - 1) {
			size_t at = i * MASKS_BYTES + (size_t)__builtin_ctzll(left);
			if (at < next)
				continue;
			if (!token_is_usual_mark(folded->text, at))
				return false;
			next = at + 3;
			folded->blocks[i].starts |= UINT64_C(1) << at % MASKS_BYTES;
			folded->blocks[next / MASKS_BYTES].ends |= UINT64_C(1)
								   << next % MASKS_BYTES;
		}
	return true;
}

/* Folds 64 bytes, as masks_fold(). */
typedef struct masks fold_block(char *to, const char *from);

/* Folds the text block by block; the last one is filled up with NULs. */
static inline __attribute__((always_inline)) void
take_blocks(struct folded *folded, fold_block *fold)
{
	struct carry carry = {0};
	struct slice text = folded->text;
	uint64_t digits = 0, beyond = 0;
	size_t full = text.len / MASKS_BYTES, rest = text.len % MASKS_BYTES;
	char last[MASKS_BYTES] = {0}, *to = folded->lower.data;
	octets_copy(last, text.data + full * MASKS_BYTES, rest);
	for (size_t i = 0; i <= full; i++) {
		const char *from = i < full ? text.data + i * MASKS_BYTES : last;
		struct masks masks = fold(to + i * MASKS_BYTES, from);
		uint64_t valid = i < full ? UINT64_MAX : (UINT64_C(1) << rest) - 1;
		folded->blocks[i] = block_of(masks, valid, &carry);
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
#endif

/* The best way to do it that this processor has. */
static folded_way *
best_way(void)
{
#ifdef MASKS_AVX2
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
