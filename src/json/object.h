/*
 * object: a record as an object of JSON.
 */
#ifndef OBJECT_H
#define OBJECT_H

#include "record.h"

/*
 * Adds a record as one line of JSON (RFC 8259): its type, and each field under its name, `null`
 * where it is empty. A field is a number where it is a plain decimal and its name stands for
 * one. Fields that have no name go into "more"; a line of an unknown type has its fields in
 * "fields", a bare line its text in "text". Bad bytes become U+FFFD.
 */
void object_add(struct buffer *to, const struct record *record, struct buffer *scratch);

#endif
