/* misread: characters written back as the bytes of an encoding that UTF-8 was taken for, and
 * read anew as UTF-8. */
#ifndef MISREAD_H
#define MISREAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	MISREAD_LOST = 0xfffd, /* stands for any byte that was lost */
	MISREAD_SUSPECTS = 9   /* encodings that UTF-8 is taken for by mistake */
};

/*
 * Reads a run that was taken for a suspect anew; `out` has room for as many characters. Returns
 * how many sequences of UTF-8 were found; what is none stays. 0: `out` is no text.
 */
size_t misread_read(
	const int32_t *run, size_t len, size_t suspect, int32_t *out, size_t *out_len);

/*
 * Whether the run ends within a sequence whose next byte, 0xa0, became the space behind the
 * run; `next` is what follows that.
 */
bool misread_lacks_space(
	const int32_t *run, size_t len, const int32_t *next, size_t next_len, size_t suspect);

/* Whether the suspect has the byte for the character. */
bool misread_has_byte(size_t suspect, int32_t character, int byte);

#endif
