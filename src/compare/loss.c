#include "loss.h"

enum {
	LOSS_WORDS = 12 /* on either side of a number */
};

static uint8_t
frame_named(const struct frames *frames, struct slice name)
{
	for (size_t i = 1; i < frames->count; i++)
		if (slice_equal(frames->names[i], name))
			return (uint8_t)i;
	return 0;
}

struct loss_frames
loss_frames_of(const struct frames *frames)
{
	return (struct loss_frames){
		.killed = frame_named(frames, SLICE("killed")),
		.wounded = frame_named(frames, SLICE("wounded")),
		.casualties = frame_named(frames, SLICE("casualties")),
	};
}

/* What was read on one side of a number. */
struct side {
	bool killed, wounded;
};

/* Whether one more word tells that both are meant; a killed and another wounded are not. */
static bool
read_word(struct side *side, const struct loss_frames *frames, const struct word *word)
{
	uint8_t frame = word->frame;
	side->killed |= frame && frame == frames->killed;
	side->wounded |= frame && frame == frames->wounded;
	return (frame && frame == frames->casualties) || (side->killed && side->wounded);
}

bool
loss_told(const struct loss_frames *frames, const struct words *words, struct slice text,
	struct place place)
{
	struct side before = {0}, behind = {0};
	for (size_t i = place.first; i > 0 && place.first - i < LOSS_WORDS; i--) {
		if (words->items[i - 1].number || circumstance_ends_part(words, text, i - 1))
			break;
		if (read_word(&before, frames, &words->items[i - 1]))
			return true;
	}
	for (size_t i = place.last; i < words->count && i - place.last < LOSS_WORDS; i++) {
		if (words->items[i].number)
			break;
		if (read_word(&behind, frames, &words->items[i]))
			return true;
		if (circumstance_ends_part(words, text, i))
			break;
	}
	return false;
}

/* "Their numbers halved", "lost a third of its strength" */
static bool
is_decrease(const struct figure *figure)
{
	return figure->change == CHANGE_BY_SHARE && figure->circumstance.move == WORD_DOWN;
}

bool
loss_of_both(const struct figure *a, const struct figure *b)
{
	return a->dimension == DIMENSION_SHARE && b->dimension == DIMENSION_SHARE &&
	       (a->loss || b->loss) && (a->loss || is_decrease(a)) &&
	       (b->loss || is_decrease(b));
}
