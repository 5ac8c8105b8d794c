#include "folded.h"

void
folded_read(struct folded *folded, struct slice text)
{
	size_t at = 0, i = 0;
	folded->text = text;
	folded->len = text.len = text.len < FOLDED_BYTES ? text.len : FOLDED_BYTES;
	for (; at + MASKS_BYTES <= text.len; at += MASKS_BYTES)
		folded->masks[i++] = masks_fold(folded->bytes + at, text.data + at);
	if (at < text.len) {
		memset(folded->bytes + at, 0, MASKS_BYTES);
		folded->masks[i++] = masks_fold_last(folded->bytes + at, text, at);
	}
	folded->stretches = i;
	folded->masks[i] = (struct masks){0};
}

/* How many letters the run has that begins at a stretch's bit, up to FOLDED_KEY. */
static size_t
run_length(const struct folded *folded, size_t stretch, unsigned bit)
{
	uint64_t letters = folded->masks[stretch].letters >> bit |
			   folded->masks[stretch + 1].letters << 1 << (63 - bit);
	return (size_t)__builtin_ctzll(~letters | UINT64_C(1) << FOLDED_KEY);
}

size_t
folded_runs(const struct folded *folded, uint64_t keys[])
{
	size_t count = 0;
	uint64_t before = 0;
	for (size_t i = 0; i < folded->stretches; i++) {
		const char *bytes = folded->bytes + i * MASKS_BYTES;
		uint64_t letters = folded->masks[i].letters;
		uint64_t next = folded->masks[i + 1].letters;
		uint64_t begins = letters & ~(letters << 1 | before >> 63) &
				  (letters >> 1 | next << 63) & (letters >> 2 | next << 62);
		for (; begins; begins &= begins - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(begins);
			keys[count++] = folded_key(
				octets_read(bytes + bit), run_length(folded, i, bit));
		}
		before = letters;
	}
	return count;
}
