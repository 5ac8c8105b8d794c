#include "findings.h"

#include <stdlib.h>

static struct slice
keep(struct findings *findings, struct slice field)
{
	return arena_copy(&findings->arena, record_unescape(field, &findings->scratch));
}

/* Room for one more item in an array of `findings`; `count` is its count. */
#define ADD(findings, array, count)                                                            \
	((findings)->array = memory_reserve((findings)->array, &(findings)->capacity.array,    \
		 (findings)->count + 1, sizeof *(findings)->array),                            \
		&(findings)->array[(findings)->count++])

static uint32_t
document_of(struct findings *findings, struct slice id)
{
	const uint32_t *known = map_find(&findings->by_id, id);
	if (known)
		return *known;
	uint32_t at = (uint32_t)findings->document_count;
	map_add(&findings->by_id, arena_copy(&findings->arena, id), at, NULL);
	struct document_facts *document = ADD(findings, documents, document_count);
	*document = (struct document_facts){.id = keep(findings, id)};
	return at;
}

static void
take_document(struct findings *findings, const struct record *record)
{
	uint32_t at = document_of(findings, record->field[FIELD_ID]);
	struct document_facts *document = &findings->documents[at];
	document->language = keep(findings, record->field[DOC_LANGUAGE]);
	document->date = keep(findings, record->field[DOC_DATE]);
	document->outlet = keep(findings, record->field[DOC_OUTLET]);
	document->byline = keep(findings, record->field[DOC_BYLINE]);
	document->title = keep(findings, record->field[DOC_TITLE]);
}

/* A field that must be a whole number; what is none counts as 0. */
static size_t
size_of(struct slice field)
{
	size_t size = 0;
	record_size(field, &size);
	return size;
}

static void
take_sentence(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[FIELD_ID]);
	findings->documents[document].sentences++;
	struct sentence *sentence = ADD(findings, sentences, sentence_count);
	*sentence = (struct sentence){
		.document = document,
		.n = size_of(record->field[SENTENCE_N]),
		.line = size_of(record->field[SENTENCE_LINE]),
		.role = keep(findings, record->field[SENTENCE_ROLE]),
		.text = keep(findings, record->field[SENTENCE_TEXT]),
	};
}

static void
take_number(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[FIELD_ID]);
	struct mark *mark = ADD(findings, marks, mark_count);
	*mark = (struct mark){
		.document = document,
		.n = size_of(record->field[NUMBER_N]),
		.start = size_of(record->field[NUMBER_START]),
		.end = size_of(record->field[NUMBER_END]),
		.type = RECORD_NUMBER,
		.age = slice_is(record->field[NUMBER_KIND], "age"),
	};
}

static void
take_attribution(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[FIELD_ID]);
	struct mark *mark = ADD(findings, marks, mark_count);
	*mark = (struct mark){
		.document = document,
		.n = size_of(record->field[ATTRIBUTION_N]),
		.start = size_of(record->field[ATTRIBUTION_START]),
		.end = size_of(record->field[ATTRIBUTION_END]),
		.type = RECORD_ATTRIBUTION,
		.class = keep(findings, record->field[ATTRIBUTION_CLASS]),
		.speaker = keep(findings, record->field[ATTRIBUTION_SPEAKER]),
	};
}

static enum verdict
verdict_of(struct slice field)
{
	static const char *const names[] = {
		[VERDICT_DIFFER] = "differ",
		[VERDICT_UNIT] = "unit",
		[VERDICT_ALTERED] = "altered",
		[VERDICT_CUT] = "cut",
		[VERDICT_SAME] = "same",
		[VERDICT_AGREE] = "agree",
		[VERDICT_SINGLE] = "single",
	};
	for (enum verdict verdict = 0; verdict < sizeof names / sizeof *names; verdict++)
		if (slice_is(field, names[verdict]))
			return verdict;
	return VERDICT_UNKNOWN;
}

/* A cluster's verdict is the gravest one that its records give. */
static uint32_t
claim_of(struct findings *findings, int kind, struct slice name, struct slice verdict)
{
	enum verdict given = verdict_of(verdict);
	const uint32_t *known = map_find(&findings->by_claim[kind], name);
	if (known) {
		struct claim *claim = &findings->claims[kind][*known];
		claim->verdict = given < claim->verdict ? given : claim->verdict;
		return *known;
	}
	uint32_t at = (uint32_t)findings->claim_count[kind];
	name = arena_copy(&findings->arena, name);
	map_add(&findings->by_claim[kind], name, at, NULL);
	struct claim *claim = ADD(findings, claims[kind], claim_count[kind]);
	*claim = (struct claim){.name = keep(findings, name), .verdict = given};
	return at;
}

static void
take_figure(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[FIGURE_ID]);
	struct figure *figure = ADD(findings, figures, figure_count);
	*figure = (struct figure){
		.claim = claim_of(findings, CLAIMS_FIGURES, record->field[FIGURE_CLUSTER],
			record->field[FIGURE_VERDICT]),
		.document = document,
		.n = size_of(record->field[FIGURE_N]),
		.start = size_of(record->field[FIGURE_START]),
		.end = size_of(record->field[FIGURE_END]),
		.value = {keep(findings, record->field[FIGURE_LOW]),
			keep(findings, record->field[FIGURE_HIGH]),
			keep(findings, record->field[FIGURE_UNIT])},
		.what = keep(findings, record->field[FIGURE_WHAT]),
		.speaker = keep(findings, record->field[FIGURE_SPEAKER]),
		.surface = keep(findings, record->field[FIGURE_SURFACE]),
	};
}

static void
take_quotation(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[QUOTATION_ID]);
	struct quotation *quotation = ADD(findings, quotations, quotation_count);
	*quotation = (struct quotation){
		.claim = claim_of(findings, CLAIMS_QUOTATIONS, record->field[QUOTATION_CLUSTER],
			record->field[QUOTATION_VERDICT]),
		.document = document,
		.n = size_of(record->field[QUOTATION_N]),
		.start = size_of(record->field[QUOTATION_START]),
		.end = size_of(record->field[QUOTATION_END]),
		.speaker = keep(findings, record->field[QUOTATION_SPEAKER]),
		.text = keep(findings, record->field[QUOTATION_TEXT]),
		.form = keep(findings, record->field[QUOTATION_FORM]),
	};
}

static void
take_reuse(struct findings *findings, const struct record *record)
{
	struct slice kind = record->field[REUSE_KIND];
	uint32_t a = document_of(findings, record->field[REUSE_ID_A]);
	uint32_t b = document_of(findings, record->field[REUSE_ID_B]);
	struct reuse *reuse = ADD(findings, reuses, reuse_count);
	*reuse = (struct reuse){
		.a = a,
		.b = b,
		.n_a = size_of(record->field[REUSE_N_A]),
		.n_b = size_of(record->field[REUSE_N_B]),
		.kind = slice_is(kind, "verbatim") ? REUSE_VERBATIM
			: slice_is(kind, "near")   ? REUSE_NEAR
						   : REUSE_PARAPHRASE,
		.text_a = keep(findings, record->field[REUSE_TEXT_A]),
		.text_b = keep(findings, record->field[REUSE_TEXT_B]),
	};
	record_decimal(record->field[REUSE_SIMILARITY], &reuse->similarity);
}

/* How many sentences a list as "1,2,15-16" names. */
static size_t
count_listed(struct slice list)
{
	size_t count = 0;
	while (list.len > 0) {
		const char *comma = memchr(list.data, ',', list.len);
		size_t len = comma ? (size_t)(comma - list.data) : list.len;
		struct slice item = slice_cut(list, 0, len);
		const char *dash = len ? memchr(item.data, '-', len) : NULL;
		size_t split = dash ? (size_t)(dash - item.data) : len;
		size_t first = size_of(slice_cut(item, 0, split));
		size_t last = dash ? size_of(slice_cut(item, split + 1, len)) : first;
		count += last >= first ? last - first + 1 : 0;
		list = slice_cut(list, comma ? len + 1 : len, list.len);
	}
	return count;
}

static void
take_origin(struct findings *findings, const struct record *record)
{
	uint32_t document = document_of(findings, record->field[FIELD_ID]);
	struct origin *origin = ADD(findings, origins, origin_count);
	*origin = (struct origin){
		.document = document,
		.name = keep(findings, record->field[ORIGIN_ORIGIN]),
		.class = keep(findings, record->field[ORIGIN_CLASS]),
		.via = keep(findings, record->field[ORIGIN_VIA]),
		.sentences = count_listed(record->field[ORIGIN_SENTENCES]),
		.source = NOWHERE,
	};
}

static void
take_independent(struct findings *findings, const struct record *record)
{
	struct independence *independence = ADD(findings, independences, independence_count);
	*independence = (struct independence){
		.claim = keep(findings, record->field[INDEPENDENT_CLAIM]),
		.value = {keep(findings, record->field[INDEPENDENT_LOW]),
			keep(findings, record->field[INDEPENDENT_HIGH]), SLICE("")},
		.reports = size_of(record->field[INDEPENDENT_REPORTS]),
		.origins = size_of(record->field[INDEPENDENT_ORIGINS]),
		.names = keep(findings, record->field[INDEPENDENT_NAMES]),
	};
}

void
findings_take(struct findings *findings, const struct record *record)
{
	static void (*const takes[RECORD_TYPES])(struct findings *, const struct record *) = {
		[RECORD_DOC] = take_document,
		[RECORD_SENTENCE] = take_sentence,
		[RECORD_NUMBER] = take_number,
		[RECORD_ATTRIBUTION] = take_attribution,
		[RECORD_FIGURE] = take_figure,
		[RECORD_QUOTATION] = take_quotation,
		[RECORD_REUSE] = take_reuse,
		[RECORD_ORIGIN] = take_origin,
		[RECORD_INDEPENDENT] = take_independent,
	};
	if (takes[record->type])
		takes[record->type](findings, record);
}

bool
document_is_empty(const struct findings *findings, uint32_t document)
{
	return findings->sentence_count > 0 && findings->documents[document].sentences == 0;
}

bool
value_equal(const struct value *a, const struct value *b)
{
	return slice_equal(a->low, b->low) && slice_equal(a->high, b->high) &&
	       slice_equal(a->unit, b->unit);
}

bool
origin_is_text(const struct origin *origin)
{
	return slice_is(origin->via, "credited") || slice_is(origin->via, "silent");
}

bool
origin_lacks_name(const struct origin *origin)
{
	return slice_is(origin->class, "anonymous") &&
	       !slice_has_caseless(origin->name, 0, "unnamed ");
}

bool
origin_came_by(
	const struct findings *findings, const struct origin *origin, struct slice outlet)
{
	struct slice via = origin->via;
	if (origin_is_text(origin) || origin->source == origin->document)
		return false;
	if (via.len > 0 && slice_equal(via, findings->documents[origin->document].outlet))
		via = SLICE("");
	return slice_equal(via, outlet);
}

bool
value_is_open(const struct value *value)
{
	return (value->low.len == 0) != (value->high.len == 0);
}

bool
value_is_part(const struct value *value)
{
	double low;
	if (slice_is(value->unit, "%"))
		return true;
	return value->unit.len == 0 && record_decimal(value->low, &low) && low > 0 && low < 1;
}

struct slice
date_day(struct slice date)
{
	enum {
		DAY_LENGTH = 10
	};
	return slice_cut(date, 0, date.len < DAY_LENGTH ? date.len : DAY_LENGTH);
}

void
findings_free(struct findings *findings)
{
	free(findings->documents);
	free(findings->sentences);
	free(findings->marks);
	free(findings->claims[CLAIMS_FIGURES]);
	free(findings->claims[CLAIMS_QUOTATIONS]);
	free(findings->figures);
	free(findings->quotations);
	free(findings->reuses);
	free(findings->origins);
	free(findings->independences);
	map_free(&findings->by_id);
	map_free(&findings->by_claim[CLAIMS_FIGURES]);
	map_free(&findings->by_claim[CLAIMS_QUOTATIONS]);
	arena_free(&findings->arena);
	buffer_free(&findings->scratch);
}
