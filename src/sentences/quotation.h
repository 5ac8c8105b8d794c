/* quotation: what goes on with a quotation, or breaks off within one. */
#ifndef QUOTATION_H
#define QUOTATION_H

#include <stdbool.h>

#include "place.h"

/*
 * Whether who spoke follows the quotation: `“Stop!” Tom shouted`, `“Why?” Mr. Putin asked`. A
 * verb of speech comes behind a name of three words at most.
 */
bool quotation_is_told(const struct place *place);

/*
 * The same in scripts without capitals: the verb comes first, or ends the sentence within four
 * words ("끝났다." 그가 말했다.).
 */
bool quotation_is_told_caseless(const struct place *place);

/* The same in Chinese: “……。”市长说，… */
bool quotation_is_told_in_han(const struct place *place);

/*
 * In Japanese: whether what follows begins with one of the starters (「…。」しかし), not with a
 * particle that goes on with the sentence (「…。」と).
 */
bool quotation_is_over_before_kana(const struct place *place);

/*
 * Whether a dash broke the quotation off, so that what follows the next dash goes on with it:
 * «Це так, — сказав він. — Але».
 */
bool quotation_is_broken_off(const struct place *place);

#endif
