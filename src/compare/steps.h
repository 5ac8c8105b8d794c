/*
 * steps: the reuse of a collection larger than memory, in steps that an outside sort carries
 *
 *	compare --keys | LC_ALL=C sort | compare --pairs | LC_ALL=C sort -u | compare --verify
 *
 * or that a map-reduce engine runs on many machines. Each step knows the lines at hand and
 * nothing else; what it finds is the same as reuse_find() does.
 *
 * --keys, a map: of each sentence a line for each key of its sketch
 *	key, document, n, language, text
 * --pairs, a reduce by the first field: of sentences that share a key, those that are alike
 *	document A, document B, n A, n B, language A, language B, text A, text B, key, sentences
 * (as many have the key); and --verify, a reduce by the first two, `reuse` records of those
 * that come from one text.
 *
 * Lines are sorted byte by byte: therefore n has 15 digits. Documents are given as written in
 * the records, texts are escaped as in them.
 */
#ifndef STEPS_H
#define STEPS_H

#include "lexicon.h"

/* Each reads the files (standard input where there are none) and returns the exit status. */
int steps_keys(char *const *files, struct lexicons *lexicons);
int steps_pairs(char *const *files, struct lexicons *lexicons);
int steps_verify(char *const *files, struct lexicons *lexicons);

#endif
