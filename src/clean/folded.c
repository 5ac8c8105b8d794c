#include "folded.h"

void
folded_read(struct folded *folded, struct slice text)
{
	const struct masks_way *way = masks_best_way();
	size_t i = 0;
	folded->text = text;
	folded->len = text.len = text.len < FOLDED_BYTES ? text.len : FOLDED_BYTES;
	for (size_t at = 0; at < text.len; at += MASKS_BYTES) {
		size_t left = text.len - at;
		way->fold(&folded->masks[i++], folded->bytes + at, text.data + at,
			left < MASKS_BYTES ? left : MASKS_BYTES);
	}
	folded->stretches = i;
	folded->masks[i] = (struct masks){0};
	memset(folded->bytes + i * MASKS_BYTES, 0, FOLDED_BEHIND);
}

uint64_t
folded_key_at(const struct folded *folded, size_t at)
{
	size_t i = at / MASKS_BYTES, bit = at % MASKS_BYTES;
	uint64_t letters = folded->masks[i].letters >> bit | folded->masks[i + 1].letters
								     << 1 << (63 - bit);
	size_t len = (size_t)__builtin_ctzll(~letters | UINT64_C(1) << FOLDED_KEY);
	return folded_key(octets_read(folded->bytes + at), len);
}

uint64_t
folded_key_of(struct slice run)
{
	size_t len = run.len < FOLDED_KEY ? run.len : FOLDED_KEY;
	return folded_key(octets_read_few(run.data, len), len);
}
