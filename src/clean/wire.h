/* wire: what agencies put around their reports for other desks. */
#ifndef WIRE_H
#define WIRE_H

#include "sheet.h"

/*
 * Drops slugs and notes in brackets above the text ("BC-EU--Ferry, 1st Ld", "(Adds quotes)"),
 * and end marks, signatures and addresses below it ("-0-", "arz-tv/lp", "(foto)").
 */
void wire_drop(struct sheet *sheet);

#endif
