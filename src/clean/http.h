/* http: responses of web servers, as archives keep them. */
#ifndef HTTP_H
#define HTTP_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

struct http_message {
	struct slice type, charset; /* from the header; empty: not told */
	struct slice body;          /* its chunks joined, unpacked */
	bool foreign;               /* it is said to be packed, and could not be unpacked */
	bool cut;                   /* it is larger, unpacked, than a body may be */

	/* private */
	struct buffer joined, unpacked;
};

/*
 * Takes a response apart; false where it is none of success. What is said of chunks and packing
 * but not done is left alone, as many archives unpack without changing the header. The slices
 * show the response or what http_free() lets go of, which has to be called in any case.
 */
bool http_read(struct http_message *message, struct slice response);
void http_free(struct http_message *message);

/* The length of a header with the empty line that ends it; 0 where it does not end. */
size_t http_header_length(struct slice bytes);

/* The value of a header's field; `wanted` in small letters. */
struct slice http_field(struct slice header, const char *wanted);

/* Whether a word in small letters stands in a text, whatever the case there. */
bool http_contains(struct slice text, const char *word);

/* Reads a size in digits of a base, 16 at most; what follows is left alone. False: no digit. */
bool http_read_size(struct slice digits, size_t base, size_t *size);

#endif
