/*
 * things: sources that are no persons with a name: organisations, outlets, documents, and those
 * that a noun alone tells of ("officials").
 */
#ifndef THINGS_H
#define THINGS_H

#include "names.h"
#include "phrase.h"

/* The kind of source that a noun of these traits is. */
enum source_class things_class(uint64_t traits);

/* What the common noun before a name, which is `run`, says of it: "the newspaper Nordbladet".
 */
enum source_class things_class_before(
	const struct word *words, struct range np, struct range run);

/* The fullest name of the outlet that stands in a noun phrase; empty where none does. */
struct slice things_outlet_in(const struct names *names, struct range np);

/* A source that is named by a noun, or by a name that is no person's. */
struct speaker things_noun(struct names *names, struct phrase phrase, struct slice outlet);

/* A source of that class, by the words that name it; who holds an office is named before. */
struct speaker things_other(struct names *names, struct phrase phrase, enum source_class class);

/* "the agency, Hydrodata"; false where the source is none of that form. */
bool things_named(struct names *names, struct phrase phrase, struct speaker *speaker);

/* "Polizeiangaben": the police; false where the source is none of that form. */
bool things_statement(struct names *names, struct range source, struct speaker *speaker);

/* газета «Труд»; false where the source is none of that form. */
bool things_quoted(struct names *names, struct range source, struct speaker *speaker);

#endif
