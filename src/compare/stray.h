/*
 * stray: figures that a cluster drew in though little speaks for it. They would make conflicts
 * of what nobody contradicts.
 */
#ifndef STRAY_H
#define STRAY_H

#include "cluster.h"
#include "figure.h"

/*
 * Parts strays from the clusters, which are named in clusters[] by their smallest members, and
 * stay so. `ties`: all that cluster() was given.
 */
void strays_part(uint32_t *clusters, const struct figures *figures, const struct ties *ties);

#endif
