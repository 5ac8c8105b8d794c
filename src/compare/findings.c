#include "findings.h"

#include "independent.h"

void
findings_make(struct findings *findings, struct corpus *corpus, struct lexicons *lexicons)
{
	struct terms terms = {0};
	terms_make(&terms, corpus, lexicons);
	reuse_find(&findings->reuses, corpus, lexicons, &terms);
	quotations_find(&findings->quotations, corpus, lexicons, &terms, &findings->reuses);
	figures_find(&findings->figures, corpus, lexicons, &terms);
	terms_free(&terms);
	origins_find(&findings->origins, corpus, lexicons, &findings->reuses);
}

static void
write_figures(
	struct output *output, const struct corpus *corpus, const struct findings *findings)
{
	for (size_t i = 0; i < findings->figures.count; i++) {
		const struct figure *figure = &findings->figures.items[i];
		const struct number *number = &corpus->numbers[figure->number];
		figure_write(&output->pending, corpus, figure,
			origins_speaker(&findings->origins, corpus, number->sentence,
				number->start, number->end));
		output_settle(output);
	}
}

static void
write_quotations(
	struct output *output, const struct corpus *corpus, const struct findings *findings)
{
	for (size_t i = 0; i < findings->quotations.count; i++) {
		const struct quotation *quotation = &findings->quotations.items[i];
		quotation_write(&output->pending, corpus, quotation,
			origins_speaker(&findings->origins, corpus, quotation->sentence,
				quotation->start, quotation->end));
		output_settle(output);
	}
}

static void
write_origins(
	struct output *output, const struct corpus *corpus, const struct findings *findings)
{
	const struct origins *origins = &findings->origins;
	for (size_t report = 0; report < corpus->report_count; report++)
		for (uint32_t at = origins->first[report]; at != NO_VOICE;
			at = origins->voices[at].next) {
			origin_write(&output->pending, corpus, origins, &origins->voices[at]);
			output_settle(output);
		}
}

void
findings_write(
	struct output *output, const struct corpus *corpus, const struct findings *findings)
{
	write_figures(output, corpus, findings);
	write_quotations(output, corpus, findings);
	for (size_t i = 0; i < findings->reuses.count; i++) {
		reuse_write(&output->pending, corpus, &findings->reuses.items[i]);
		output_settle(output);
	}
	write_origins(output, corpus, findings);
	independent_write(output, corpus, &findings->origins, &findings->figures,
		&findings->quotations, &findings->reuses);
}

void
findings_free(struct findings *findings)
{
	figures_free(&findings->figures);
	reuses_free(&findings->reuses);
	quotations_free(&findings->quotations);
	origins_free(&findings->origins);
}
