/*
 * lexeme: a piece of text as tokens, each with what the lexicon knows of it.
 */
#ifndef LEXEME_H
#define LEXEME_H

#include "buffer.h"
#include "folded.h"
#include "lexicon.h"
#include "token.h"

struct lexeme {
	struct token token;
	bool capital;                    /* begins with a capital letter */
	const struct entry *entry;       /* of the word alone; never NULL */
	const struct entry *exact_entry; /* of the word as it is; never NULL */
};

enum {
	LEXEMES_BLOCK = 64
};

/* The marks that a block of lexemes has, as bits. */
struct lexeme_marks {
	uint64_t starts, leads, follows, numbers, opens;
};

struct amount_memo;

/* Where in folded.lower a token is in lower case. */
struct lexeme_place {
	uint32_t start, end;
};

/* All zero before its first use. */
struct lexemes {
	struct slice text; /* of `folded` */
	const struct lexicon *lexicon;
	struct lexeme *items;
	size_t count, capacity;
	struct lexeme_place *places; /* of each token, where the text is not plain */
	size_t places_capacity;
	uint8_t *token_marks; /* bits of enum mark, of each token */
	size_t token_marks_capacity;
	struct lexeme_marks *marks; /* the same, of each block */
	size_t marks_capacity;
	uint32_t begins;          /* of all words together: what phrases begin with them, */
	uint64_t leads;           /* and their operators */
	struct folded folded;     /* the text; behind it, in lower case, tokens beyond ASCII */
	struct buffer *phrase;    /* the last one looked up */
	struct amount_memo *memo; /* of amount.c: what was read last */
	struct arena compounds;   /* entries of numerals that are one word */
};

/* Fills it anew with the tokens of the text that lexemes->folded has taken. */
void lexemes_split(struct lexemes *lexemes, const struct lexicon *lexicon);

/* The first token from `at` on that something may begin with; the count where there is none. */
size_t lexemes_next_start(const struct lexemes *lexemes, size_t at);

void lexemes_free(struct lexemes *lexemes);

/* What stands where there is no lexeme: an empty one. */
extern const struct lexeme no_lexeme;

/* The lexeme there; an empty one where `at` is out of range, below 0 too. */
static inline const struct lexeme *
lexeme_at(const struct lexemes *lexemes, size_t at)
{
	return at < lexemes->count ? &lexemes->items[at] : &no_lexeme;
}

static inline const struct entry *
entry_at(const struct lexemes *lexemes, size_t at)
{
	return lexeme_at(lexemes, at)->entry;
}

/* Whether the word there alone has one of the roles, or of the operators. */
static inline bool
is_role(const struct lexemes *lexemes, size_t at, uint32_t roles)
{
	return (entry_at(lexemes, at)->roles & roles) != 0;
}

static inline bool
is_operator(const struct lexemes *lexemes, size_t at, uint64_t operators)
{
	return (entry_at(lexemes, at)->operators & operators) != 0;
}

static inline bool
is_trait(const struct lexemes *lexemes, size_t at, unsigned traits)
{
	return (entry_at(lexemes, at)->traits & traits) != 0;
}

static inline bool
is_kind(const struct lexemes *lexemes, size_t at, enum token_kind kind)
{
	return at < lexemes->count && lexemes->items[at].token.kind == kind;
}

static inline bool
is_hyphen(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at, OP(DASH));
}

/* Whether the token there is this one byte. */
static inline bool
is_mark(const struct lexemes *lexemes, size_t at, char mark)
{
	const struct token *token = &lexeme_at(lexemes, at)->token;
	return token->end == token->start + 1 && lexemes->text.data[token->start] == mark;
}

/* Whether white space, or the end of the text, stands before it. */
static inline bool
is_spaced(const struct lexemes *lexemes, size_t at)
{
	return at >= lexemes->count || lexemes->items[at].token.spaced;
}

/* Whether the token is the mark of an elision: d'euros, milliers d'oiseaux */
static inline bool
is_elision(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at, OP(QUOTE)) && !is_spaced(lexemes, at) &&
	       !is_spaced(lexemes, at + 1);
}

/* How many bytes the token has. */
static inline size_t
lexeme_len(const struct lexemes *lexemes, size_t at)
{
	const struct token *token = &lexeme_at(lexemes, at)->token;
	return token->end - token->start;
}

/* The text of the token in lower case. */
static inline struct slice
lexeme_lower(const struct lexemes *lexemes, size_t at)
{
	const char *lower = lexemes->folded.lower.data;
	if (lexemes->folded.plain || at >= lexemes->count) {
		const struct token *token = &lexeme_at(lexemes, at)->token;
		return (struct slice){lower + token->start, token->end - token->start};
	}
	const struct lexeme_place *place = &lexemes->places[at];
	return (struct slice){lower + place->start, place->end - place->start};
}

/* The text of the tokens first..next (next exclusive). */
static inline struct slice
lexemes_text(const struct lexemes *lexemes, size_t first, size_t next)
{
	if (next <= first)
		return SLICE("");
	return slice_cut(lexemes->text, lexemes->items[first].token.start,
		lexemes->items[next - 1].token.end);
}

/* Whether the next token may be the second one of a phrase that begins there. */
static inline bool
lexeme_goes_on(const struct lexemes *lexemes, size_t at)
{
	return at + 1 < lexemes->count &&
	       lexemes->items[at].entry->followers >>
			       lexicon_follower(lexeme_lower(lexemes, at + 1)) &
		       1;
}

/* Whether the token ends in one of the endings. */
bool lexeme_ends(const struct lexemes *lexemes, size_t at, const struct endings *endings);

/* Whether it is one of the words, which have a space between them. */
bool lexeme_among(const struct lexemes *lexemes, size_t at, struct slice words);

#endif
