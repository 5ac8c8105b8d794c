/*
 * lexicon: the words of one language that the grammar of quantities knows, from its tables.
 * A word may have several roles (second: an ordinal and a unit of time), so there is one entry
 * for each word or phrase with all that the tables say of it.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "decimal.h"
#include "memory.h"
#include "slice.h"
#include "tables.h"
#include "unit.h"
#include "words.h"

/* One for each table, as bits of entry.roles. */
enum role {
	ROLE_CARDINAL = 1 << 0,
	ROLE_SCALE = 1 << 1,
	ROLE_ORDINAL = 1 << 2,
	ROLE_DENOMINATOR = 1 << 3,
	ROLE_GLYPH = 1 << 4,
	ROLE_MULTIPLE = 1 << 5,
	ROLE_QUALIFIER = 1 << 6,
	ROLE_UNIT = 1 << 7,
	ROLE_CURRENCY = 1 << 8,
	ROLE_MONTH = 1 << 9,
	ROLE_WEEKDAY = 1 << 10,
	ROLE_SEASON = 1 << 11,
	ROLE_DAYPART = 1 << 12,
	ROLE_DAY = 1 << 13,
	ROLE_DESIGNATION = 1 << 14, /* makes a number behind it a name */
	ROLE_CASUALTY = 1 << 15,    /* what happened to those who are counted */
	ROLE_STOP = 1 << 16,        /* ends a noun phrase */
	ROLE_OPERATOR = 1 << 17,
	ROLE_FESTIVAL = 1 << 18,
	ROLE_SINGULAR = 1 << 19, /* no plural for all its s */
	ROLE_PLURAL = 1 << 20,   /* a plural without an s */
	ROLE_IDIOM = 1 << 21,    /* holds a number word and is no number */
	ROLE_SUFFIX = 1 << 22,   /* of scale: 5K */
	ROLE_WORD = 1 << 23, /* a common word too: may, sun; of a past: an auxiliary, have */
	ROLE_ZONE = 1 << 24, /* of time: GMT */
	ROLE_LEAD = 1 << 25, /* begins a phrase none of whose words tells that it is a number */
	ROLE_PAST = 1 << 26, /* a form of the past: held */
	ROLE_TALLY = 1 << 27,  /* the NUMBER of something */
	ROLE_PERSON = 1 << 28, /* people of any age */
	ROLE_DECADE = 1 << 29, /* in his THIRTIES */
	ROLE_AGO = 1 << 30,    /* before a duration: HACE tres semanas */
};

/* Words of the grammar itself, as bits of entry.operators; named as in the tables. */
#define OPERATORS(X)                                                                           \
	X(AND, "and")   /* hundred AND six; between 5 AND 6 */                                 \
	X(OR, "or")     /* two OR three */                                                     \
	X(TO, "to")     /* five TO six */                                                      \
	X(DASH, "dash") /* 5-6 */                                                              \
	X(BUT, "but")                                                                          \
	X(BETWEEN, "between")                                                                  \
	X(FROM, "from")                                                                        \
	X(OF, "of")       /* a third OF */                                                     \
	X(IN, "in")       /* one IN five */                                                    \
	X(A, "a")         /* A dozen */                                                        \
	X(THE, "the")     /* determiners that a noun phrase may begin with */                  \
	X(PER, "per")     /* ten PER day */                                                    \
	X(POINT, "point") /* one POINT three */                                                \
	X(MINUS, "minus")                                                                      \
	X(OVER, "over")       /* one OVER three */                                             \
	X(ORDINAL, "ordinal") /* 21ST */                                                       \
	X(TIMES, "times")     /* four TIMES */                                                 \
	X(FOLD, "fold")       /* five-FOLD */                                                  \
	X(AGO, "ago")                                                                          \
	X(EARLIER, "earlier")                                                                  \
	X(LATER, "later")                                                                      \
	X(SINCE, "since")                                                                      \
	X(UNTIL, "until")                                                                      \
	X(BY, "by")                                                                            \
	X(BEFORE, "before")                                                                    \
	X(AFTER, "after")                                                                      \
	X(ON, "on")                                                                            \
	X(AT, "at")                                                                            \
	X(CLOCK, "clock") /* at, where only a time of day follows: UM acht */                  \
	X(LAST, "last")                                                                        \
	X(NEXT, "next")                                                                        \
	X(THIS, "this")                                                                        \
	X(EARLY, "early")                                                                      \
	X(MID, "mid")                                                                          \
	X(LATE, "late")                                                                        \
	X(BEGINNING, "beginning")                                                              \
	X(END, "end")                                                                          \
	X(OCLOCK, "oclock")                                                                    \
	X(PAST, "past")       /* ten PAST nine */                                              \
	X(HALF, "half")       /* HALF an hour */                                               \
	X(QUARTER, "quarter") /* third QUARTER */                                              \
	X(WEEKEND, "weekend")                                                                  \
	X(EVERY, "every")       /* EVERY Monday: no one of them */                             \
	X(STARTING, "starting") /* STARTING 5 June */                                          \
	X(ENDED, "ended")       /* the year ENDED 5 June */                                    \
	X(OLD, "old")           /* ten years OLD */                                            \
	X(AGED, "aged")         /* AGED 70 */                                                  \
	X(MORE, "more")         /* 40 MORE */                                                  \
	X(OTHER, "other")       /* 40 OTHERS */                                                \
	X(BE, "be")             /* ten WERE killed */                                          \
	X(WILL, "will")         /* speaks of the future */                                     \
	X(MODAL, "modal")       /* COULD last */                                               \
	X(ALL, "all")           /* ALL day */                                                  \
	X(NOW, "now")                                                                          \
	X(FEW, "few")         /* a FEW weeks */                                                \
	X(CHANGE, "change")   /* ROSE from 5 to 10 */                                          \
	X(PRONOUN, "pronoun") /* 300 of THEM, of WHOM */                                       \
	X(AM, "am")                                                                            \
	X(PM, "pm")                                                                            \
	X(COMPARATIVE, "comparative") /* four times AS many, HIGHER */                         \
	X(FOR, "for")                 /* from 2 pm FOR three hours */                          \
	X(QUOTE, "quote")             /* '90s */

enum operator_bit {
#define OPERATOR_BIT(name, word) BIT_##name,
	OPERATORS(OPERATOR_BIT)
#undef OPERATOR_BIT
	OPERATOR_COUNT
};
#define OP(name) (UINT64_C(1) << BIT_##name)
_Static_assert(OPERATOR_COUNT <= 64, "operators are bits of 64");

/* What else the table of operators says of words, as bits of entry.traits: never of phrases
 * that begin with them, and never asked for together with operators. */
#define TRAITS(X)                                                                              \
	X(WEIGHT, "weight") /* speaks of pounds that weigh */                                  \
	X(LIVED, "lived")   /* he HAS 40 years, DIED at 90 years, MIT 20 Jahren */             \
	X(WEATHER, "weather")                                                                  \
	X(GAUGE, "gauge")   /* what a number measures: MAGNITUDE 6.3 */                        \
	X(VERSUS, "versus") /* 1.2 million euros, AGAINST 1.4 million */                       \
	X(EVE, "eve")       /* the night before a day: уночі ПРОТИ суботи */   \
	X(PART, "part")     /* drei VON zehn */                                                \
	X(PARENT, "parent") /* a FATHER of six: of so many children */                         \
	X(BYGONE, "other-time") /* five PREVIOUS votes, the two UPCOMING ones */               \
	X(DISPUTE, "dispute")   /* a ROW over 40 jobs: about them */                           \
	X(INFINITIVE,                                                                          \
		"infinitive") /* storm to HIT Wales: of headlines that tell what comes */      \
	X(CROWD, "crowd")     /* a POPULATION of 2.1m: of people, not metres */                \
	X(STREET, "street")   /* 10 Downing STREET */                                          \
	X(TERM, "term")       /* a ten-year SENTENCE: what lasts and has no age */             \
	X(ERA, "era")         /* 79 AD */                                                      \
	X(PAST_ERA, "bygone") /* 44 BC */

enum trait_bit {
#define TRAIT_BIT(name, word) TRAIT_BIT_##name,
	TRAITS(TRAIT_BIT)
#undef TRAIT_BIT
	TRAIT_COUNT
};
#define TRAIT(name) (1u << TRAIT_BIT_##name)
_Static_assert(TRAIT_COUNT <= 16, "traits are bits of 16");

enum scale_form {
	SCALE_WORD,   /* two MILLION */
	SCALE_ROUGH,  /* une DIZAINE: about so many */
	SCALE_SUFFIX, /* 5K: only behind digits */
	SCALE_MONEY,  /* $5M: only behind digits with a currency */
	SCALE_PLURAL, /* MILLIONS: at least two of it */
	SCALE_NOUN,   /* SCORES of: so too, but only before "of" and "were" */
	SCALE_EITHER, /* a word behind a number, else a plural: две ТЫСЯЧИ, ТЫСЯЧИ людей */
};

enum qualifier {
	QUALIFIER_EXACT,
	QUALIFIER_ABOUT,
	QUALIFIER_ATLEAST,
	QUALIFIER_ATMOST,
	QUALIFIER_RANGE,
};

enum {
	SIDE_BEFORE = 1,
	SIDE_AFTER = 2,
};

/* What the tables say of a word with a value, a unit and so on. */
struct sense {
	uint8_t scale_form, qualifier, side, month, weekday, season;
	uint8_t grain;   /* of a calendar unit, as enum grain */
	bool ratio;      /* of a multiple: twice, not doubled */
	uint16_t grains; /* of all units that begin with this word: bits of enum grain */
	uint64_t cardinal, ordinal, denominator, decade;
	uint64_t numerator; /* of a glyph */
	struct decimal scale, multiple, currency_factor, unit_factor;
	const struct unit *unit; /* times unit_factor: a decade is 10 years, BELOW zero -1 */
	struct slice currency;   /* ISO 4217 */
	int day_offset;          /* of today, yesterday … */
	int daypart_start, daypart_end; /* minutes since midnight */
	struct slice festival;          /* its date; festival_is_date() */
	struct slice state;             /* of a casualty: killed; empty: the word itself */
};

/* What a word may be to a number or date, as bits of entry.marks; recogniser_mark() tells it.
 */
enum mark {
	MARK_STARTS,  /* one may begin with it, */
	MARK_LEADS,   /* or with it where what stands behind */
	MARK_FOLLOWS, /* is such */
	MARK_NUMBER,  /* a number word */
	MARK_OPENS,   /* one may begin with a phrase that begins with it */
};

/* A word or phrase; of 64 bytes, for many are looked at and few have a sense. */
struct entry {
	uint32_t roles;
	uint32_t begins; /* the roles of all phrases that begin with this word, its own too */
	uint32_t ends;   /* and of those that end with it */
	uint8_t longest; /* tokens in the longest phrase that begins with this word */
	uint8_t marks;
	uint16_t traits;
	uint64_t operators;
	uint64_t leads;     /* the operators of all phrases that begin with this word */
	uint64_t followers; /* what may be second in a phrase: bits of lexicon_follower() */
	uint64_t rules, rules_behind; /* of periods, as bits: rules_mark() */
	struct sense *sense;          /* never NULL, never written to where it is no_sense */
};

extern struct sense no_sense;

/* Endings of words: a list with spaces between, and the bytes that any of them ends with. */
struct endings {
	struct slice list;
	uint64_t last[4];
};

struct frozen;

struct lexicon {
	const char *language;

	/* what holds for the whole language; lists of words or endings have spaces between them
	 */
	bool decimal_comma;   /* 1.234,5 */
	bool month_first;     /* 5/17/2018 */
	bool compounds;       /* zweihundertdrei */
	struct slice joint;   /* in them: zweihundertUNDdrei */
	bool ordinal_points;  /* 2. Quartal is the second */
	bool bare_scales;     /* tausend is a number, not only eintausend */
	bool half_before;     /* half three is half past two: halb drei */
	bool noun_capitals;   /* nouns begin with a capital */
	bool noun_compounds;  /* plurals stand before nouns: weapons systems */
	bool verbs_final;     /* a participle ends its clause: wurden bei dem Brand verletzt */
	bool bare_measures;   /* 1,2 ton cocaïne: no "of" behind measures */
	bool bare_parts;      /* 90 Prozent Wähler: no "of" between a part and its whole */
	bool of_units;        /* 34 DE ani: before units too */
	bool pointers_behind; /* last and next stand behind: la semaine DERNIÈRE */
	bool tenses;          /* forms of the past or the future are known */
	struct endings plural,
		singular;             /* endings of most plurals; of what only seems one: ss */
	struct endings past, present; /* of the past; of what only seems so: need */
	struct endings future, participle; /* of the future; of what goes on: carrying */
	struct endings persons, adverb;    /* of nouns for people: attaquant; of adverbs */
	struct slice decade_endings;       /* behind digits: 1990ER, 90-Х */
	struct slice decade_leads, decade_tails; /* words: ANNÉES 90; 90er JAHRE */

	struct entry compound; /* of a numeral that is one word, but for its value */
	struct entry *entries; /* the first of them says nothing */
	size_t count, capacity;
	struct words words; /* by the text in lower case, a space between tokens */
	struct words exact; /* by the text as it is: symbols of units, codes of currencies */
	uint64_t exact_tokens[256]; /* of those, for each first byte: bits of lexicon_follower()
				     */
	struct words_filter parts;  /* the first two bytes of what compounds are made of */
	struct units units;
	struct arena keys, senses;
	const struct frozen *made; /* by the build; NULL: from the tables */
};

/* Reads the tables of a language (as language_of() names it). They live as long as the program.
 */
void lexicon_read(struct lexicon *lexicon, const struct rules *rules, const char *language);

/* The sense of an entry, to be filled; a new one where it has none. */
struct sense *lexicon_sense(struct lexicon *lexicon, struct entry *entry);

/* What is known of a word or phrase in lower case, or of one as it is; NULL: nothing. */
static inline const struct entry *
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	uint32_t known = words_find(&lexicon->words, key);
	return known == WORDS_NONE ? NULL : &lexicon->entries[known];
}
static inline const struct entry *
lexicon_find_exact(const struct lexicon *lexicon, struct slice key)
{
	uint32_t known = words_find(&lexicon->exact, key);
	return known == WORDS_NONE ? NULL : &lexicon->entries[known];
}

/* Whether the tables say anything of a word by itself, or as the first of a phrase. */
static inline bool
lexicon_knows(const struct entry *entry)
{
	return entry && (entry->roles | entry->begins);
}

/* A number below 64 for a token: phrases are looked for only where their second one fits. */
static inline unsigned
lexicon_follower(struct slice token)
{
	unsigned char first = (unsigned char)token.data[0];
	unsigned char last = (unsigned char)token.data[token.len - 1];
	return (first * 7u + last * 13u + (unsigned)token.len) & 63;
}

/* Whether a token may be one that is matched as it is: most are not. */
static inline bool
lexicon_may_be_exact(const struct lexicon *lexicon, struct slice token)
{
	return lexicon->exact_tokens[(unsigned char)token.data[0]] >> lexicon_follower(token) &
	       1;
}

/*
 * Reads a numeral that is written as one word of a language that has such: zweihundertdrei.
 * False where the word is none.
 */
bool lexicon_compound(const struct lexicon *lexicon, struct slice word, uint64_t *value);

void lexicon_free(struct lexicon *lexicon);

#endif
