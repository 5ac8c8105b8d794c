/* outlet: newspapers, agencies, broadcasters: who publishes. */
#ifndef OUTLET_H
#define OUTLET_H

#include <stdbool.h>

#include "memory.h"
#include "slice.h"

/* Whether a short text reads like an outlet's name: "Harbour Gazette" (tables outlet-words). */
bool outlet_is_name(struct slice text);

/* Whether a text is names of agencies and nothing else: "AFP, dpa" (tables newswires). */
bool outlet_are_agencies(struct slice text);

/* The host in an address, without "www."; empty where there is none. */
struct slice outlet_host(struct slice address);

/* Whether a text is a host or an address and nothing else. */
bool outlet_is_address(struct slice text);

/* Whether a text is a mail address and nothing else. */
bool outlet_is_mail(struct slice text);

/*
 * The outlet at an address or host ("https://www.example.org/x", "www.example.org"): its name
 * where the tables (hosts) know it, else the host without "www.". What is no address is
 * returned as it is.
 */
struct slice outlet_of_address(struct slice address, struct arena *arena);

#endif
