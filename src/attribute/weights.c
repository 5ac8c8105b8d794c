#include "weights.h"

_Static_assert(
	offsetof(struct weights, rows) % 64 == 0, "no row lies in two lines of the cache");

/* The file is in the form of struct weights; it holds little-endian numbers alone. */
__asm__(".section .rodata\n"
	".balign 64\n"
	".global tagger_weights\n"
	".type tagger_weights, @object\n"
	"tagger_weights:\n"
	".incbin \"src/attribute/weights\"\n"
	".size tagger_weights, . - tagger_weights\n"
	".previous\n");
