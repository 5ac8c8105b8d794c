#include "weights.h"

_Static_assert(sizeof(struct weights_bucket) == 64, "a bucket is a line of the cache");

/* The file is in the form of struct weights; it holds little-endian numbers alone. */
__asm__(".section .rodata\n"
	".balign 64\n"
	".global tagger_weights\n"
	".type tagger_weights, @object\n"
	"tagger_weights:\n"
	".incbin \"src/attribute/weights\"\n"
	".size tagger_weights, . - tagger_weights\n"
	".previous\n");
