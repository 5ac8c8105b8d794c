#include "warc.h"

void
clean_warc(struct cleaner *cleaner, struct input *input)
{
	(void)cleaner;
	(void)input;
}
