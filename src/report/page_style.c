#include "page.h"

/* The file, closed by a NUL. */
__asm__(".section .rodata\n"
	".global page_style\n"
	".type page_style, @object\n"
	"page_style:\n"
	".incbin \"src/report/page.css\"\n"
	".byte 0\n"
	".size page_style, . - page_style\n"
	".previous\n");
