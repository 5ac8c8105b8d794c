#include "meter.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	LINE_BYTES = 128
};

static const double SECONDS_QUIET = 1, SECONDS_BETWEEN = 0.25;

static double
now(void)
{
	struct timespec time = {0};
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void
meter_begin(struct meter *meter)
{
	*meter = (struct meter){.on = isatty(STDERR_FILENO), .began = now()};
	meter->drawn = meter->began + SECONDS_QUIET - SECONDS_BETWEEN;
}

/* Over the line that stands there; the cursor goes back, so that a message takes its place. */
static void
write_line(struct meter *meter, double time, const char *end)
{
	char line[LINE_BYTES];
	double megabytes = (double)meter->bytes / 1e6;
	int width = snprintf(line, sizeof line, "%zu %s, %.1f MB of text, %.1f MB/s",
		meter->documents, meter->documents == 1 ? "document" : "documents", megabytes,
		megabytes / (time - meter->began));
	dprintf(STDERR_FILENO, "\r%-*s%s", meter->width, line, end);
	meter->width = width;
	meter->drawn = time;
}

void
meter_draw(struct meter *meter)
{
	double time = meter->on ? now() : 0;
	if (meter->on && time - meter->drawn >= SECONDS_BETWEEN)
		write_line(meter, time, "\r");
}

void
meter_end(struct meter *meter)
{
	if (meter->width > 0)
		write_line(meter, now(), "\n");
}
