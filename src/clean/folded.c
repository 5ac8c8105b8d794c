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
