/*
 * mark: a place where a sentence may end: its marks (`.`, `?!`, `. . .`), what closes behind
 * them (quotation marks, brackets, footnotes), and what follows.
 */
#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon.h"
#include "slice.h"

struct mark {
	size_t start; /* of the first mark */
	size_t end;   /* behind what closes: where the sentence would end */
	size_t next;  /* what is not white space behind that; the text's length at its end */
	bool spaced;  /* white space lies between */
	bool query;   /* among the marks is ? or ! */
	bool final;   /* among them is one that needs no space behind it */
	bool ellipsis;
	bool closed;     /* a quotation mark or a bracket closes */
	bool quoted;     /* a quotation mark closes */
	bool doubled;    /* a mark closes, and another one follows: `(see Art. 5).` */
	bool footnote;   /* a footnote's mark belongs to it */
	size_t brackets; /* how many close */
	bool inner;      /* one of them opened within the sentence (known to the splitter) */
};

/*
 * Reads the mark that begins at text[at]. False where the character there is none: a bracket, a
 * bullet, a colon that is no full stop.
 */
bool mark_read(struct mark *mark, const struct lexicon *lexicon, struct slice text, size_t at);

/* mark_skip_space() where there is more than a space before a letter. */
size_t mark_skip_spaces(struct slice text, size_t at);

/* Behind the white space at `at`. */
static inline size_t
mark_skip_space(struct slice text, size_t at)
{
	if (at + 1 < text.len && text.data[at] == ' ')
		at++;
	return at >= text.len || (text.data[at] >= '!' && text.data[at] <= '~')
		       ? at
		       : mark_skip_spaces(text, at);
}

#endif
