/* warc: web archives (ISO 28500), plain or gzip'd as a whole or record by record. */
#ifndef WARC_H
#define WARC_H

#include "cleaner.h"

/* Writes the documents of the open file. What is no page or text is skipped and counted in a
 * note on standard error; a file that ends within a record is named there and is trouble. */
void clean_warc(struct cleaner *cleaner, struct input *input);

#endif
