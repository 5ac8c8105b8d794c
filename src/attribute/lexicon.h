/*
 * lexicon: what a language's tables know of words, for quick asking: cues, the words of its
 * grammar, roles, honorifics, nouns that sources are called by, outlets, nationalities.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "tables.h"
#include "words.h"

/* Traits: bits of word.traits. */
#define TRAIT(number) ((uint64_t)1 << (number))

/* cues.tsv: the kind, and the form */
#define CUE_SPEECH TRAIT(0)   /* said: takes quotations, and clauses with or without "that" */
#define CUE_THAT TRAIT(1)     /* shows: takes clauses with "that" */
#define CUE_ACT TRAIT(2)      /* praised: takes an object */
#define CUE_ATTITUDE TRAIT(3) /* hopes: no speech at all */
#define CUE_BY TRAIT(4)       /* according to: the source follows, or CUE_MANNER tells */
#define CUE_NOUN TRAIT(5)     /* claim: may be a noun */
#define CUE_ING TRAIT(6)      /* saying */
#define CUE_BASE TRAIT(7)     /* say */
#define CUE_PAST TRAIT(8)     /* said: may be a participle */
#define CUE_VIA TRAIT(9)      /* citing: the source of a source follows */

/* How a CUE_BY that is not plain takes its source: one of these. */
#define CUE_MANNER (TRAIT(53) | TRAIT(59) | TRAIT(60))
#define CUE_BEHIND TRAIT(53)            /* zufolge: the source stands before it */
#define CUE_VIEW TRAIT(59)              /* pour: "Pour X, « … »", with a quotation alone */
#define CUE_ENDS TRAIT(60)              /* so: "„…“, so X." */
#define CUE_OWN (TRAIT(53) | TRAIT(59)) /* nach eigenen Angaben: the subject says it */
#define CUE_HEARSAY (TRAIT(53) | TRAIT(60)) /* angeblich: who says it is not told */
#define CUE_STATEMENT                                                                          \
	(TRAIT(59) | TRAIT(60)) /* -angaben: "nach Polizeiangaben", its beginning says it */

#define CUE_VERB (CUE_SPEECH | CUE_THAT | CUE_ACT | CUE_ATTITUDE)
#define CUE_ANY (CUE_VERB | CUE_BY)

/* grammar.tsv */
#define WORD_DETERMINER TRAIT(10)
#define WORD_POSSESSIVE TRAIT(11)
#define WORD_AUXILIARY TRAIT(12)
#define WORD_THAT TRAIT(13)
#define WORD_SUBORDINATOR TRAIT(14)
#define WORD_CONJUNCTION TRAIT(15)
#define WORD_RELATIVE TRAIT(16)
#define WORD_PREPOSITION TRAIT(17)
#define WORD_HE TRAIT(18)
#define WORD_SHE TRAIT(19)
#define WORD_IT TRAIT(20)
#define WORD_THEY TRAIT(21)
#define WORD_FIRST TRAIT(22)
#define WORD_OBJECT TRAIT(23)
#define WORD_TIME TRAIT(24)
#define WORD_BE TRAIT(25)
#define WORD_ARTICLE TRAIT(26)
#define WORD_DEFINITE TRAIT(27)
#define WORD_ABSOLUTE TRAIT(48)  /* with: "with officials saying that" */
#define WORD_AS TRAIT(49)        /* wie: ", wie die Polizei sagte" */
#define WORD_THIS TRAIT(51)      /* what the sentence before said: "Das sagte die Polizei." */
#define WORD_REFLEXIVE TRAIT(52) /* se: "se estima" says nothing for anybody */
#define WORD_ACCESS TRAIT(58)    /* seen: whom it was shown did not write it */
#define WORD_TOWARD TRAIT(61)    /* aan: "vertelt X aan de krant" */
#define WORD_AMOUNT TRAIT(54)    /* at: a figure may stand behind it, "put it at 300" */
#define FIGURE_DIRECT TRAIT(55)  /* counts: a figure stands right behind, "counts 87" */
#define FIGURE_AT TRAIT(56)      /* puts: a figure stands behind "at" */
#define CUE_BELIEF TRAIT(62)     /* believes: what somebody holds to be so */
#define CUE_TO TRAIT(57)         /* told: whom it is said to stands behind */
#define WORD_PRONOUN (WORD_HE | WORD_SHE | WORD_IT | WORD_THEY | WORD_FIRST)
#define WORD_FUNCTION                                                                          \
	(WORD_DETERMINER | WORD_POSSESSIVE | WORD_AUXILIARY | WORD_THAT | WORD_SUBORDINATOR |  \
		WORD_CONJUNCTION | WORD_RELATIVE | WORD_PREPOSITION | WORD_PRONOUN |           \
		WORD_OBJECT | WORD_BE)

/* source-nouns.tsv, roles.tsv, honorifics.tsv, outlets.tsv, nationalities.tsv */
#define NOUN_ANONYMOUS TRAIT(30)
#define NOUN_ORGANISATION TRAIT(31)
#define NOUN_OUTLET TRAIT(32)
#define NOUN_DOCUMENT TRAIT(33)
#define NOUN_PLURAL TRAIT(34)
#define NOUN_ROLE TRAIT(35)
#define NAME_HONORIFIC TRAIT(36)
#define NAME_MALE TRAIT(37)
#define NAME_FEMALE TRAIT(38)
#define NAME_OUTLET TRAIT(39)
#define NAME_PLACE TRAIT(40)
#define NAME_PEOPLE TRAIT(41)    /* Ukrainian */
#define NAME_PEOPLES TRAIT(42)   /* Ukrainians */
#define NAME_PARTICLE TRAIT(43)  /* de, van, bin */
#define NAME_OF_OUTLET TRAIT(50) /* Wire: ends the name of an outlet */
#define NAME_FIRST TRAIT(28)     /* Ida, where it is written with a capital */
#define NAME_OR_NOUN                                                                           \
	TRAIT(29)            /* unknown, in a language that writes all nouns with a capital    \
			      */
#define NAME_POINT TRAIT(46) /* of "Mr." and "Vladimir V. Putin", no full stop */
#define LABEL_ANY (TRAIT(44) | TRAIT(45)) /* what stands before a colon: one of these */
#define LABEL_SOURCE TRAIT(44)
#define LABEL_QUOTE TRAIT(45)
#define LABEL_HEADING (TRAIT(44) | TRAIT(45)) /* details: says nothing itself */
#define NOUN_STAFF TRAIT(47) /* analysts: with their employer's name they speak for it */
#define NOUN_SOURCE (NOUN_ANONYMOUS | NOUN_ORGANISATION | NOUN_OUTLET | NOUN_DOCUMENT)

/* An entry; of several words it is a phrase. */
struct entry {
	uint64_t hash; /* 0: an empty slot */
	uint64_t traits;
	struct slice name; /* the fullest form of an outlet */
	uint8_t words;
	uint8_t mood;
};

enum {
	CASE_BASES = TABLE_FIELDS - 1,
};

/* What ends a noun in another case, and what may end it in its first instead. */
struct case_ending {
	struct slice ending, bases[CASE_BASES]; /* of no bytes: "-" */
	uint8_t base_count;
	bool plural;
};

struct lexicon {
	const char *language;
	struct lexicon *next;
	bool elides;      /* short words end with an apostrophe: l'agence */
	bool inflects;    /* names have cases */
	bool nouns;       /* all nouns are written with a capital */
	bool verb_second; /* no comma closes what stands before the verb */
	bool verb_final;  /* what is said stands before its verb: "X, …ğını söyledi" */
	bool moods;       /* forms of verbs are known that tell what others say */
	bool infinitives; /* … some of them with an infinitive alone */
	bool tagged;      /* the tagger knows it: it learned from English alone */
	struct case_ending *cases;
	size_t case_count, case_capacity;
	uint32_t endings; /* bit n: there is an entry for an ending of n bytes, "-sprecher" */
	struct entry *slots;
	size_t capacity, count;
	uint64_t sieve[1024]; /* a bit is set for each entry (entries.h) */
};

/* The lexicon of a language, read from the tables on first use and kept. */
const struct lexicon *lexicon_of(
	struct lexicon **all, const struct rules *rules, const char *language);

/*
 * Gives the words from `from` on their traits. Those of a phrase go to the word that stands for
 * it: of a cue ("according to") the first, of a noun ("air force") the last, of a name all.
 */
void lexicon_mark(
	const struct lexicon *lexicon, struct words *words, struct slice text, size_t from);

/* The traits of a word that stands in the tables; 0 where it does not. */
uint64_t lexicon_traits(const struct lexicon *lexicon, struct slice word);

/*
 * What stands before the ending of a word that has one: "Polizei|angaben|"; all of the word
 * where it has none.
 */
struct slice lexicon_stem(const struct lexicon *lexicon, struct slice word);

/* The fullest form of the outlet that the word, or the phrase it begins, names; else empty. */
struct slice lexicon_outlet(const struct lexicon *lexicon, const struct word *word);

void lexicon_free(struct lexicon *all);

#endif
