/*
 * Mojibake of UTF-8 lies in runs of characters above U+007F, for each byte of a multi-byte
 * sequence is above 0x7f. A run is written back as bytes in each encoding that may have been
 * taken for UTF-8 by mistake, and read as UTF-8, more than once where that was done more than
 * once. What makes the run look strange (strangeness(): "Ã" within small letters, "€" behind
 * "â", a control) must become clearly less by that; so a real "É’" or "×”" stays.
 */
#include "mojibake.h"

#include <stdint.h>
#include <stdlib.h>

#include "charset.h"
#include "memory.h"
#include "misread.h"
#include "strangeness.h"
#include "utf8.h"

enum {
	LAYERS = 3,
	RUN = 512, /* longer runs are looked at in parts */
	CLEARLY = 20,
	LOST = MISREAD_LOST,
	SUSPECTS = MISREAD_SUSPECTS
};

/* A run of characters and what stands around it. */
struct run {
	int32_t *codes;
	size_t len;
	int32_t before, after;
	int taken_for;  /* the suspect that its last reading began with, -1: none */
	unsigned votes; /* for each suspect a bit: that led as far */
};

static int
strangeness_of(const struct run *run)
{
	return strangeness(run->before, run->codes, run->len, run->after);
}

/* The least strange reading of a run, put in its place. Returns what is left of strangeness. */
static int
read_best(struct run *run, int layers)
{
	int first = strangeness_of(run), least = first;
	run->taken_for = -1;
	run->votes = 0;
	if (layers == 0 || run->len < 2)
		return least;
	int32_t *best = memory_new(run->len * sizeof *best);
	struct run trial = *run;
	size_t best_len = 0;
	trial.codes = memory_new(run->len * sizeof *best);
	for (size_t i = 0; i < SUSPECTS; i++) {
		if (misread_read(run->codes, run->len, i, trial.codes, &trial.len) == 0)
			continue;
		int strange = read_best(&trial, layers - 1);
		bool clearly = strange + CLEARLY <= first && strange * 3 <= first;
		if (clearly && best_len && strange == least)
			run->votes |= 1u << i;
		if (clearly && (best_len == 0 || strange < least)) {
			least = strange;
			best_len = trial.len;
			memcpy(best, trial.codes, trial.len * sizeof *best);
			run->taken_for = (int)i;
			run->votes = 1u << i;
		}
	}
	if (best_len) {
		memcpy(run->codes, best, best_len * sizeof *best);
		run->len = best_len;
	}
	free(trial.codes);
	free(best);
	return least;
}

/* Where a text was taken for an encoding elsewhere, a run is read so that is not strange in
 * itself, if all of it can be: "ÄŒ" in front of "eÅ¡tina". */
static void
read_as_elsewhere(struct run *run, int proven)
{
	int32_t *codes = memory_new(run->len * sizeof *codes);
	struct run trial = *run;
	trial.codes = codes;
	size_t found = misread_read(run->codes, run->len, (size_t)proven, codes, &trial.len);
	bool all = found > 0 && found == trial.len;
	if (all && strangeness_of(&trial) <= strangeness_of(run)) {
		memcpy(run->codes, codes, trial.len * sizeof *codes);
		run->len = trial.len;
		run->taken_for = proven;
	}
	free(codes);
}

/* C1 controls that no reading explains are windows-1252's characters. */
static void
map_controls(int32_t *run, size_t len)
{
	const struct charset *western = charset_find(SLICE("windows-1252"));
	for (size_t i = 0; i < len; i++)
		if (run[i] >= 0x80 && run[i] < 0xa0)
			run[i] = western->high[run[i] - 0x80];
}

/* Characters of alphabets and punctuation that mojibake hardly consists of alone. */
static bool
is_common(int32_t c)
{
	return (c >= 0x386 && c < 0x460) || c == 0x490 || c == 0x491 ||
	       (c >= 0x590 && c < 0x2000) || (c >= 0x2010 && c < 0x201a) || c == 0x201c ||
	       c == 0x201d || c == 0x2026 || c == 0xa0 || c == 0xab || c == 0xbb ||
	       (c >= 0x2e80 && c < 0xd800) || (c >= 0xfe00 && c != LOST);
}

/* Capitals of Greek and Cyrillic, by their blocks. */
static bool
is_capital(int32_t c)
{
	return (c >= 0x386 && c < 0x3ac) || (c >= 0x400 && c < 0x430) || c == 0x490;
}

/* Whether two characters above U+007F need a closer look. */
static bool
may_be_strange_pair(int32_t a, int32_t b)
{
	if (!is_common(a) || !is_common(b))
		return true;
	return is_capital(b) && !is_capital(a) && a >= 0x3ac && a < 0x530;
}

static bool
may_be_strange(struct slice text)
{
	int32_t before = 0;
	for (size_t at = 0, len; at < text.len; at += len) {
		size_t ascii = utf8_ascii_end(text, at) - at;
		if (ascii > 0) {
			before = 0;
			len = ascii;
			continue;
		}
		int32_t c = utf8_decode(text, at, &len);
		if (c < 0xa0 || c == 0xc2 || c == 0xc3 || (c >= 0x2200 && c < 0x2300) ||
			(before && may_be_strange_pair(before, c)))
			return true;
		before = c;
	}
	return false;
}

static size_t
run_length(const int32_t *text, size_t len)
{
	size_t count = 0;
	while (count < len && count < RUN && text[count] >= 0x80)
		count++;
	return count;
}

/* "Ã " was "à", and the space its second byte: it belongs to the word that follows where that
 * is no word without it (Portuguese "Ã s" and "Ã quele"), else a space was there, too. */
static bool
joins_next(const int32_t *next, size_t len)
{
	static const char *const rests[] = {"s ", "quele", "quela", "quilo"};
	for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
		size_t at = 0;
		while (rests[i][at] && at < len && next[at] == rests[i][at])
			at++;
		if (!rests[i][at])
			return true;
	}
	return false;
}

/* A text being repaired. */
struct repair {
	int32_t *text;
	size_t len, at;
	int proven; /* the suspect that most strange runs were read by, -1: none */
	size_t votes[SUSPECTS];
	bool changed;
	size_t doubtful, read; /* runs read anew: "Ã¥" alone within a word, and all */
	bool sound;            /* a dash or quotation mark was met that is none of mojibake */
	struct buffer *to;
};

static bool
is_typographic(int32_t c)
{
	return c == 0x2013 || c == 0x2014 || (c >= 0x2018 && c <= 0x201d) || c == 0x2026;
}

static bool
is_ascii_letter(int32_t c)
{
	return c < 0x80 && utf8_is_letter(c);
}

/* Notes what a run, as it stood in the text, says of the text as a whole. */
static void
note_run(struct repair *repair, const struct run *run, const int32_t *was, size_t count)
{
	if (run->taken_for < 0) {
		repair->sound = repair->sound || (count == 1 && is_typographic(was[0]));
		return;
	}
	repair->read++;
	repair->doubtful += count == 2 && was[1] == 0xa5 && is_ascii_letter(run->before) &&
			    is_ascii_letter(run->after);
}

/* One "Ã¥" is no proof that a text was misread whose dashes and quotation marks are right; and
 * two encodings explain it. */
static bool
is_doubtful(const struct repair *repair)
{
	return repair->sound && repair->read == 1 && repair->doubtful == 1;
}

/* What is left at a run's end: the lead byte of a sequence whose rest became a space, or "?".
 */
static size_t
repair_end(struct repair *repair, struct run *run, size_t count)
{
	const int32_t *next = repair->text + repair->at + count;
	size_t left = repair->len - repair->at - count;
	int32_t last = run->codes[run->len - 1];
	int32_t before = run->len > 1 ? run->codes[run->len - 2] : run->before;
	bool lead =
		last == 0xc3 || (repair->proven >= 0 && last >= 0x80 &&
					misread_has_byte((size_t)repair->proven, last, 0xc3));
	if (run->after == ' ' && lead && (last != 0xc3 || strange_end(before, last, ' ') > 0)) {
		run->codes[run->len - 1] = 0xe0;
		repair->changed = true;
		return left > 1 && joins_next(next + 1, left - 1);
	}
	if (run->after == '?' && run->len > 1 && last == 0x20ac && before == 0xe2) {
		run->codes[run->len - 2] = LOST; /* a quotation mark */
		run->len--;
		repair->changed = true;
		return 1;
	}
	return 0;
}

/* Copies the run at the place reached; with the space behind it where that was a byte of it. */
static size_t
take_run(const struct repair *repair, struct run *run, size_t count)
{
	const int32_t *at = repair->text + repair->at;
	size_t left = repair->len - repair->at;
	memcpy(run->codes, at, count * sizeof *at);
	if (repair->proven >= 0 && count + 1 < left && at[count] == ' ' &&
		at[count + 1] >= 0x80 &&
		misread_lacks_space(
			at, count, at + count + 1, left - count - 1, (size_t)repair->proven))
		run->codes[count++] = 0xa0;
	while (repair->proven >= 0 && count < RUN && count < left && at[count] >= 0x80) {
		run->codes[count] = at[count];
		count++;
	}
	run->len = count;
	run->before = repair->at ? at[-1] : ' ';
	run->after = count < left ? at[count] : ' ';
	return count;
}

/* "Â " was a no-break space: the space stays, and what stands in front of it is read alone. */
static void
take_off_lead(struct repair *repair, struct run *run)
{
	int32_t last = run->codes[run->len - 1];
	int32_t before = run->len > 1 ? run->codes[run->len - 2] : run->before;
	if (run->after != ' ' || last != 0xc2 || strange_end(before, last, ' ') == 0)
		return;
	run->len--;
	repair->changed = true;
}

static void
repair_run(struct repair *repair, struct run *run)
{
	size_t count = run_length(repair->text + repair->at, repair->len - repair->at);
	count = take_run(repair, run, count);
	take_off_lead(repair, run);
	int strange = strangeness_of(run);
	run->taken_for = -1;
	run->votes = 0;
	if (strange >= CLEARLY) {
		read_best(run, LAYERS);
		map_controls(run->codes, run->len);
		repair->changed = true;
	}
	if (run->taken_for < 0 && repair->proven >= 0)
		read_as_elsewhere(run, repair->proven);
	note_run(repair, run, repair->text + repair->at, count);
	for (size_t i = 0; i < SUSPECTS; i++)
		repair->votes[i] += run->votes >> i & 1;
	if (run->len > 0)
		count += repair_end(repair, run, count);
	for (size_t i = 0; i < run->len; i++)
		utf8_add(repair->to, run->codes[i]);
	repair->at += count;
}

/* Goes through the text once. */
static void
repair_text(struct repair *repair)
{
	struct run run = {.codes = memory_new((RUN + 2) * sizeof *run.codes)};
	for (repair->at = 0; repair->at < repair->len;) {
		if (repair->text[repair->at] < 0x80)
			utf8_add(repair->to, repair->text[repair->at++]);
		else
			repair_run(repair, &run);
	}
	free(run.codes);
}

bool
mojibake_repair(struct buffer *to, struct slice text)
{
	if (!may_be_strange(text))
		return false;
	int32_t *codes = memory_new(text.len * sizeof *codes);
	size_t count = 0, before = to->len;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		codes[count++] = character < 0 ? LOST : character;
	}
	struct repair repair = {.text = codes, .len = count, .proven = -1, .to = to};
	repair_text(&repair);
	if (is_doubtful(&repair)) {
		free(codes);
		to->len = before;
		return false;
	}
	for (size_t i = 0; i < SUSPECTS; i++)
		if (repair.votes[i] > (repair.proven < 0 ? 0 : repair.votes[repair.proven]))
			repair.proven = (int)i;
	if (repair.proven >= 0) { /* again, with what was learned on the way */
		to->len = before;
		repair_text(&repair);
	}
	free(codes);
	if (!repair.changed)
		to->len = before;
	return repair.changed;
}
