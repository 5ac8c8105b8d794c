/*
 * clock: times of day: 3:30 p.m., 15h30, 0600 GMT, half past eight, noon, this evening.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include "period.h"
#include "scan.h"

/* Reads the time at `at`. Returns the token behind it, 0 where none begins there. */
size_t clock_read(const struct scan *scan, size_t at, struct period *period);

/* The same of a time that no other one tells; and without its zone: 3:30 p.m., noon. */
size_t clock_read_plain(const struct scan *scan, size_t at, struct period *period);

/* The token behind the zone at `at`, or `at`: GMT. */
size_t clock_skip_zone(const struct lexemes *lexemes, size_t at);

/* A bare hour, as behind "at" or before "to 5 pm": 3, seven; 730 too where it is `led` in. */
size_t clock_hour(const struct scan *scan, size_t at, bool led, struct period *period);

/* Whether an hour is none, since what is behind it is counted: "at 5 sites". */
bool clock_is_counted(const struct lexemes *lexemes, size_t next);

/* Whether what is glued there makes the hour before it a rough one: 8ISH. */
bool clock_is_about(const struct lexemes *lexemes, size_t at);

/* A part of the day: morning, tonight. */
size_t clock_daypart(const struct scan *scan, size_t at, struct period *period);

/*
 * Moves an hour of which morning or evening is not known into a part of the day that begins at
 * `start`: 10 at night; 2 at night is in the small hours.
 */
void clock_in_part(struct period *period, int start);

/* Moves an hour of which morning or evening is not known behind noon. */
void clock_afternoon(struct period *period);

#endif
