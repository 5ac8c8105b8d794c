/*
 * pronouns: whom "he", "they", "their" and "who" stand for: a source that was met before, the
 * subject of the sentence before, or the words right before.
 */
#ifndef PRONOUNS_H
#define PRONOUNS_H

#include "names.h"

/* Who a personal pronoun is; itself, of class unknown, where nobody fits. */
struct speaker pronouns_resolve(struct names *names, const struct word *word);

/* The person whose words "in his view" tells; false where nobody fits. */
bool pronouns_person(const struct names *names, const struct word *word, struct speaker *owner);

/* Whose "her account", "their update" is; false where nobody fits. */
bool pronouns_owner(const struct names *names, const struct word *word, struct speaker *owner);

/* The words that "who" at the beginning of a source stands for; the source where none are. */
struct range pronouns_antecedent(const struct names *names, struct range source);

#endif
