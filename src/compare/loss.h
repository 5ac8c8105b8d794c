/*
 * loss: amounts that tell how many of a body were lost, killed and wounded taken together:
 * "4,000 casualties", "half of them have been killed or wounded".
 */
#ifndef LOSS_H
#define LOSS_H

#include "circumstance.h"
#include "figure.h"
#include "lexicon.h"

/* The numbers of the frames that tell it. */
struct loss_frames {
	uint8_t killed, wounded, casualties;
};

struct loss_frames loss_frames_of(const struct frames *frames);

/* Whether the words around the number at `place`, in its part of the sentence, tell that its
 * figure is a loss. */
bool loss_told(const struct loss_frames *frames, const struct words *words, struct slice text,
	struct place place);

/*
 * Whether both tell what share of a body was lost: "a third had sustained casualties", "their
 * numbers halved".
 */
bool loss_of_both(const struct figure *a, const struct figure *b);

#endif
