#include "jsonl.h"

void
clean_jsonl(struct cleaner *cleaner, struct input *input)
{
	(void)cleaner;
	(void)input;
}
