#include "origin.h"

/* The numbers of a voice's sentences: "1,2,15-16". */
static void
add_sentences(struct buffer *to, const struct corpus *corpus, const struct origins *origins,
	const struct voice *voice)
{
	buffer_add_byte(to, '\t');
	for (uint32_t link = voice->first_link; link;) {
		if (link != voice->first_link)
			buffer_add_byte(to, ',');
		uint64_t first = corpus->sentences[origins->links[link].sentence].n;
		uint64_t last = first;
		while ((link = origins->links[link].next) != 0 &&
			corpus->sentences[origins->links[link].sentence].n <= last + 1)
			last = corpus->sentences[origins->links[link].sentence].n;
		buffer_add_size(to, first);
		if (last > first) {
			buffer_add_byte(to, '-');
			buffer_add_size(to, last);
		}
	}
}

void
origin_write(struct buffer *to, const struct corpus *corpus, const struct origins *origins,
	const struct voice *voice)
{
	static const char *const classes[] = {
		[VOICE_NONE] = "",
		[VOICE_NAMED] = "named",
		[VOICE_ANONYMOUS] = "anonymous",
		[VOICE_ORGANISATION] = "organisation",
		[VOICE_OUTLET] = "outlet",
		[VOICE_DOCUMENT] = "document",
	};
	record_begin(to, RECORD_ORIGIN, corpus->reports[voice->report].id);
	record_add(to, voice->name);
	record_add(to, slice_of(classes[voice->class]));
	if (voice->class == VOICE_OUTLET)
		record_add(to,
			voice->credit == CREDIT_SILENT ? SLICE("silent") : SLICE("credited"));
	else
		record_add(to,
			voice->via == NO_VOICE ? SLICE("") : origins->voices[voice->via].name);
	add_sentences(to, corpus, origins, voice);
	record_end(to);
}
