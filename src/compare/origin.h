/*
 * origin: on whom the sentences of a report rest. Voices are those whom it names or quotes;
 * outlets stand behind whole reports, by a credit line ("Source: …") or in silence, where a
 * report carries text that another one credits to them.
 */
#ifndef ORIGIN_H
#define ORIGIN_H

#include "corpus.h"
#include "credit.h"
#include "name_index.h"
#include "reuse.h"
#include "words.h"

/* How an outlet is behind a report. */
enum credit {
	CREDIT_NAMED,
	CREDIT_SILENT,
};

#define NO_VOICE UINT32_MAX

/* Somebody whom one report names. */
struct voice {
	uint32_t report;
	enum voice_class class;
	enum credit credit; /* of an outlet */
	struct slice name;  /* the fullest form met */
	struct name key;
	bool vague;       /* it tells nobody from others: "a witness", "two officials" */
	bool identified;  /* though it has no name, it is one who has, or speaks on record */
	uint32_t role;    /* what the person is, in no report's list, or NO_VOICE */
	uint32_t office;  /* whom the person speaks for, in no report's list, or NO_VOICE */
	uint32_t via;     /* the outlet that it came by; NO_VOICE: first hand */
	uint32_t entity;  /* the same for one person, organisation or outlet in all reports */
	uint32_t bringer; /* the outlet by which one without a name came to any report */
	uint32_t face;    /* of one without a name the person that it is, else itself */
	uint32_t next;    /* voice of the report; NO_VOICE: no more */
	uint32_t first_link, last_link; /* its sentences, in `links`; 0: none */
};

/* A sentence of a voice. */
struct link {
	uint32_t sentence, next; /* 0: no more */
};

struct origins {
	struct voice *voices;
	size_t count, capacity;
	uint32_t *of_attribution; /* the voice of each attribution, or NO_VOICE */
	uint32_t *first;          /* the first voice of each report, or NO_VOICE */
	uint32_t *whole;          /* the outlet behind each report, or NO_VOICE */
	uint32_t *own; /* the outlet that published it, or NO_VOICE; in no report's list */
	size_t entities;
	struct link *links;
	size_t link_count, link_capacity;

	/* private */
	struct credits credits;
	struct name_scratch scratch;
	struct name_index index; /* of the voices of one report, */
	uint32_t indexed, last;  /* of this one, and the last of its voices, or NO_VOICE */
};

void origins_find(struct origins *origins, const struct corpus *corpus,
	struct lexicons *lexicons, const struct reuses *reuses);

/* A voice of that name, in no list yet; voice.c knows which ones are the same. */
struct voice voice_make(struct origins *origins, const struct lexicon *lexicon, uint32_t report,
	enum voice_class class, struct slice name);

/* Keeps a voice, in no report's list. */
uint32_t voice_add(struct origins *origins, const struct voice *voice);

/* The voice that is the same in its report; this one, behind the others, where there is none.
 */
uint32_t voice_find_or_add(struct origins *origins, const struct voice *voice);

/* The voice of that name in the report; a new one where there is none. */
uint32_t origins_voice_named(struct origins *origins, const struct lexicon *lexicon,
	uint32_t report, enum voice_class class, struct slice name);

/* Whether a voice can be the one of that class and name. */
bool origins_same(const struct voice *voice, enum voice_class class, const struct name *key);

/* Makes the index that of a report. */
void origins_index(struct origins *origins, uint32_t report);

/* Gives voices of several reports that are one person, outlet or organisation one number. */
void origins_unify(
	struct origins *origins, const struct corpus *corpus, struct lexicons *lexicons);

/* Whether somebody is told from others, be it without a name: "a doctor of the hospital". */
bool origins_described(const struct voice *voice);

/* The same for voices that may be one: by surname, or by any word order. */
uint32_t origins_bucket(const struct voice *voice);

/*
 * Finds the outlets that reports carry in silence. Who does may have been carried on itself: it
 * is looked for until no more are found.
 */
void origins_find_silent(struct origins *origins, const struct corpus *corpus,
	struct lexicons *lexicons, const struct reuses *reuses);

/* The voice that gives bytes start..end of a sentence, or NO_VOICE. */
uint32_t origins_voice(const struct origins *origins, const struct corpus *corpus,
	uint32_t sentence, uint32_t start, uint32_t end);

/* The name of that voice; empty where there is none. */
struct slice origins_speaker(const struct origins *origins, const struct corpus *corpus,
	uint32_t sentence, uint32_t start, uint32_t end);

/* Adds the record of a voice. */
void origin_write(struct buffer *to, const struct corpus *corpus, const struct origins *origins,
	const struct voice *voice);

void origins_free(struct origins *origins);

#endif
