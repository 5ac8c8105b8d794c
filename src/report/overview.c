#include "overview.h"

#include <stdlib.h>

/*
 * The claims that most reports tell, and the fewest and the most sources that one of them has.
 */
static void
find_widest(struct overview *overview)
{
	const struct findings *findings = &overview->findings;
	for (size_t i = 0; i < findings->independence_count; i++) {
		const struct independence *rests = &findings->independences[i];
		bool whole = rests->value.low.len == 0 && rests->value.high.len == 0;
		if (!whole || rests->origins == 0 || rests->reports < overview->widest)
			continue;
		if (rests->reports > overview->widest)
			overview->fewest_sources = overview->most_sources = rests->origins;
		overview->widest = rests->reports;
		if (rests->origins < overview->fewest_sources)
			overview->fewest_sources = rests->origins;
		if (rests->origins > overview->most_sources)
			overview->most_sources = rests->origins;
	}
}

static size_t
count_silent(const struct findings *findings)
{
	size_t count = 0;
	for (uint32_t i = 0; i < findings->document_count; i++) {
		size_t origins;
		const struct origin *origin = findings_origins(findings, i, &origins);
		bool silent = false;
		for (size_t j = 0; j < origins; j++)
			silent |= origin[j].source != i && slice_is(origin[j].via, "silent");
		count += silent;
	}
	return count;
}

void
overview_make(struct overview *overview)
{
	struct findings *findings = &overview->findings;
	findings_settle(findings);
	amounts_read(&overview->amounts);
	names_make(&overview->names, findings);
	copies_make(&overview->copies, findings);
	for (size_t i = 0; i < findings->claim_count[CLAIMS_FIGURES]; i++)
		overview->figures[findings->claims[CLAIMS_FIGURES][i].verdict]++;
	for (size_t i = 0; i < findings->claim_count[CLAIMS_QUOTATIONS]; i++)
		overview->quotations[findings->claims[CLAIMS_QUOTATIONS][i].verdict]++;
	find_widest(overview);
	overview->silent = count_silent(findings);
	overview->compared = findings->figure_count || findings->quotation_count ||
			     findings->reuse_count || findings->origin_count ||
			     findings->independence_count;
}

void
overview_free(struct overview *overview)
{
	copies_free(&overview->copies);
	names_free(&overview->names);
	amounts_free(&overview->amounts);
	findings_free(&overview->findings);
}

/* --- The summary --- */

void
add_counted(struct buffer *to, size_t count, const char *one, const char *many)
{
	buffer_add_size(to, count);
	buffer_add_byte(to, ' ');
	buffer_add(to, slice_of(count == 1 ? one : many));
}

/* What was found of a kind, for a sentence: "2 figures are in conflict", "5 agree". */
struct finding {
	size_t count;
	const char *one, *many; /* what is said of one, and of more */
};

/* Adds a sentence of those that were found; the first names what is counted. */
static bool
add_sentence(struct buffer *to, const char *one, const char *many,
	const struct finding *findings, size_t count)
{
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		const struct finding *finding = &findings[i];
		if (finding->count == 0)
			continue;
		buffer_add(to, any ? SLICE(", ") : SLICE(" "));
		if (any)
			buffer_add_size(to, finding->count);
		else
			add_counted(to, finding->count, one, many);
		buffer_add_byte(to, ' ');
		buffer_add(to, slice_of(finding->count == 1 ? finding->one : finding->many));
		any = true;
	}
	buffer_add(to, any ? SLICE(".") : SLICE(""));
	return any;
}

static void
add_findings(struct buffer *to, const struct overview *overview)
{
	const struct finding figures[] = {
		{overview->figures[VERDICT_DIFFER], "is in conflict", "are in conflict"},
		{overview->figures[VERDICT_UNIT], "is given in different units",
			"are given in different units"},
		{overview->figures[VERDICT_AGREE], "agrees", "agree"},
	};
	const struct finding quotations[] = {
		{overview->quotations[VERDICT_ALTERED], "was altered", "were altered"},
		{overview->quotations[VERDICT_CUT], "was cut", "were cut"},
	};
	const struct finding silent = {overview->silent,
		"uses another's text without saying so",
		"use another's text without saying so"};
	if (!add_sentence(to, "figure", "figures", figures, 3))
		buffer_add(to, SLICE(" No figure is given by two reports."));
	add_sentence(to, "quotation", "quotations", quotations, 2);
	add_sentence(to, "report", "reports", &silent, 1);
}

/* What is missing before `compare` can tell anything. */
static void
add_missing(struct buffer *to, const struct overview *overview)
{
	const struct findings *findings = &overview->findings;
	if (findings->sentence_count == 0 && !overview->compared)
		buffer_add(to, findings->document_count == 1
				       ? SLICE(" There is no text in it.")
				       : SLICE(" There is no text in them."));
	else if (findings->document_count == 1)
		buffer_add(to, SLICE(" There is nothing to compare one report with."));
	else
		buffer_add(to,
			SLICE(" They were not compared: there is nothing to compare in them,"
			      " or their records did not pass through compare."));
}

/* "; what all of them say rests on 2 to 3 independent sources" */
static void
add_sources(struct buffer *to, const struct overview *overview)
{
	buffer_add(to, SLICE("; what "));
	if (overview->widest >= overview->findings.document_count)
		buffer_add(to, SLICE("all"));
	else
		buffer_add_size(to, overview->widest);
	buffer_add(to, SLICE(" of them say rests on "));
	if (overview->fewest_sources < overview->most_sources) {
		buffer_add_size(to, overview->fewest_sources);
		buffer_add(to, SLICE(" to "));
	}
	add_counted(to, overview->most_sources, "independent source", "independent sources");
}

void
overview_add_summary(struct buffer *to, const struct overview *overview)
{
	const struct findings *findings = &overview->findings;
	if (findings->document_count == 0) {
		buffer_add(to, SLICE("No reports in the input."));
		return;
	}
	add_counted(to, findings->document_count, "report", "reports");
	if (overview->widest > 1)
		add_sources(to, overview);
	buffer_add_byte(to, '.');
	if (overview->compared && findings->document_count > 1)
		add_findings(to, overview);
	else
		add_missing(to, overview);
}

/* --- Claims in order --- */

static int
compare_claims(const void *left, const void *right)
{
	const struct claim *a = *(const struct claim *const *)left;
	const struct claim *b = *(const struct claim *const *)right;
	if (a->documents != b->documents)
		return a->documents < b->documents ? 1 : -1;
	return (a->first > b->first) - (a->first < b->first);
}

const struct claim **
claims_of(const struct findings *findings, int kind, enum verdict verdict, size_t *count)
{
	const struct claim **claims =
		memory_new((findings->claim_count[kind] + 1) * sizeof *claims);
	*count = 0;
	for (size_t i = 0; i < findings->claim_count[kind]; i++)
		if (findings->claims[kind][i].verdict == verdict)
			claims[(*count)++] = &findings->claims[kind][i];
	if (*count > 1)
		qsort(claims, *count, sizeof *claims, compare_claims);
	return claims;
}
