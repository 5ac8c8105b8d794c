/* json: JSON as pages have it, read by jansson. */
#ifndef JSON_H
#define JSON_H

#include <jansson.h>

#include "buffer.h"
#include "slice.h"

/*
 * Reads a JSON value; json_decref() lets it go. What strict readers refuse but pages have is
 * put right first: line breaks in strings, commas before a closing bracket, comments around
 * the value, halves of surrogate pairs. NULL where it is no JSON all the same, or is nested
 * beyond reason; `*why` (may be NULL) says what is wrong.
 */
json_t *json_read(struct slice text, const char **why);

/* Adds what stands between the quotation marks of a string, its escapes resolved. */
void json_add_unescaped(struct buffer *to, struct slice inside);

/* The text of a string; empty where the value is none. It lives as long as the value. */
struct slice json_text(const json_t *value);

#endif
