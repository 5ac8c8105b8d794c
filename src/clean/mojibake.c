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
#include "strangeness.h"
#include "utf8.h"

enum {
	LAYERS = 3,
	RUN = 512, /* longer runs are looked at in parts */
	CLEARLY = 20,
	LOST = 0xfffd
};

/* The byte that the character stands for, 0x1a where its byte was lost, -1 for none. */
static int
byte_of(const struct charset *charset, int32_t c, bool western)
{
	if (c == LOST)
		return 0x1a;
	int byte = charset_byte(charset, c);
	if (byte >= 0x80)
		return byte;
	if (c >= 0x80 && c < 0xa0 && western)
		return (int)c;
	return c == 0xa0 ? 0xa0 : -1; /* some encodings have none, and get one all the same */
}

static bool
continues(int byte)
{
	return byte == 0x1a || (byte >= 0x80 && byte < 0xc0);
}

static int32_t
bits(int byte)
{
	return byte & 0x3f;
}

/* Reads a UTF-8 sequence of bytes; how many they are, 0 where it is none. */
static size_t
read_sequence(const int *bytes, size_t len, int32_t *character)
{
	int lead = bytes[0];
	size_t want = lead >= 0xc2 && lead < 0xe0   ? 2
		      : lead >= 0xe0 && lead < 0xf0 ? 3
		      : lead >= 0xf0 && lead < 0xf5 ? 4
						    : 0;
	if (want == 0 || want > len)
		return 0;
	int32_t c = lead & (0x7f >> want);
	bool lost = false;
	for (size_t i = 1; i < want; i++) {
		if (!continues(bytes[i]))
			return 0;
		lost = lost || bytes[i] == 0x1a;
		c = c << 6 | bits(bytes[i]);
	}
	static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	if (!lost && (c < least[want] || c > 0x10ffff))
		return 0;
	*character = lost ? LOST : c;
	return want;
}

/* Reads a run as UTF-8 that was taken for `charset`. Returns how many sequences were found. */
static size_t
reread(const int32_t *run, size_t len, const struct charset *charset, int32_t *out,
	size_t *out_len)
{
	int bytes[4];
	bool western = slice_is(charset->name, "windows-1252");
	size_t found = 0, count = 0;
	for (size_t i = 0; i < len;) {
		size_t have = 0;
		while (have < 4 && i + have < len) {
			bytes[have] = byte_of(charset, run[i + have], western);
			have++;
		}
		int32_t c = 0;
		size_t took = read_sequence(bytes, have, &c);
		bool low = c >= 0xdc00 && c < 0xe000;
		if (took && low && count && out[count - 1] >= 0xd800 &&
			out[count - 1] < 0xdc00) {
			out[count - 1] =
				0x10000 + ((out[count - 1] - 0xd800) << 10) + c - 0xdc00;
		} else if (took && !low) {
			out[count++] = c;
		} else {
			took = 0;
			out[count++] = run[i];
		}
		found += took > 0;
		i += took ? took : 1;
	}
	for (size_t i = 0; i < count; i++) /* halves of surrogate pairs are no text */
		if (out[i] >= 0xd800 && out[i] < 0xe000)
			return 0;
	*out_len = count;
	return found;
}

static const char *const suspects[] = {"windows-1252", "macintosh", "windows-1251",
	"windows-1250", "iso-8859-2", "windows-1254", "windows-1257", "windows-1253", "ibm437"};

enum {
	SUSPECTS = sizeof suspects / sizeof *suspects
};

static const struct charset *
suspect(size_t i)
{
	static const struct charset *known[SUSPECTS];
	if (!known[i])
		known[i] = charset_find(slice_of(suspects[i]));
	return known[i];
}

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
		if (!suspect(i) ||
			reread(run->codes, run->len, suspect(i), trial.codes, &trial.len) == 0)
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
	size_t found = reread(run->codes, run->len, suspect((size_t)proven), codes, &trial.len);
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
		if ((unsigned char)text.data[at] < 0x80) {
			before = 0;
			len = 1;
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

/* Whether the run ends with a sequence that lacks one byte only. */
static bool
lacks_one(const int32_t *run, size_t len, const struct charset *charset)
{
	int32_t c;
	for (size_t back = 1; back <= 3 && back <= len; back++) {
		int bytes[4] = {0};
		for (size_t i = 0; i < back; i++)
			bytes[i] = byte_of(charset, run[len - back + i], true);
		bytes[back] = 0xa0;
		if (read_sequence(bytes, back + 1, &c) == back + 1)
			return true;
	}
	return false;
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
	struct buffer *to;
};

/* What is left at a run's end: the lead byte of a sequence whose rest became a space, or "?".
 */
static size_t
repair_end(struct repair *repair, struct run *run, size_t count)
{
	const int32_t *next = repair->text + repair->at + count;
	size_t left = repair->len - repair->at - count;
	int32_t last = run->codes[run->len - 1];
	int32_t before = run->len > 1 ? run->codes[run->len - 2] : run->before;
	bool lead = last == 0xc3 ||
		    (repair->proven >= 0 && last >= 0x80 &&
			    charset_byte(suspect((size_t)repair->proven), last) == 0xc3);
	if (run->after == ' ' && lead && (last != 0xc3 || strange_end(before, last, ' ') > 0)) {
		run->codes[run->len - 1] = 0xe0;
		repair->changed = true;
		return left > 1 && joins_next(next + 1, left - 1);
	}
	if (run->after == ' ' && last == 0xc2 && strange_end(before, last, ' ') > 0) {
		run->len--; /* a no-break space */
		repair->changed = true;
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
		at[count + 1] >= 0x80 && lacks_one(at, count, suspect((size_t)repair->proven)))
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

static void
repair_run(struct repair *repair, struct run *run)
{
	size_t count = run_length(repair->text + repair->at, repair->len - repair->at);
	count = take_run(repair, run, count);
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
