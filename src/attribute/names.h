/*
 * names: who a source is: its name in the fullest form that the document has of it, its role,
 * and what kind of source it is.
 */
#ifndef NAMES_H
#define NAMES_H

#include "article.h"
#include "finding.h"
#include "persons.h"
#include "source.h"

/* All zero before its first use. */
struct names {
	const struct article *article;
	const struct lexicon *lexicon;
	struct persons persons;
	struct pasts pasts;
};

/* Reads the names of all persons in the article. */
void names_read(
	struct names *names, const struct article *article, const struct lexicon *lexicon);

/* Who the source of a finding is. To be called in the order of the text. */
struct speaker names_resolve(struct names *names, struct range source);

void names_free(struct names *names);

#endif
