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
#include "utf8.h"

enum {
	LAYERS = 3,
	RUN = 4096, /* longer runs are looked at in parts */
	CLEARLY = 20,
	LOST = 0xfffd
};

enum class {
	SPACE,
	ASCII_UPPER,
	ASCII_LOWER,
	ASCII_OTHER, /* digits, punctuation */
	UPPER,       /* accented and of other alphabets */
	LOWER,
	LETTER,   /* without case */
	RARE,     /* letters that no news is written with */
	OPENING,  /* quotation marks */
	CLOSING,  /* the apostrophe, too */
	DASH,     /* and ellipsis, bullet */
	NO_BREAK, /* space */
	SYMBOL,
	PICTURE, /* emoji, arrows, what stands anywhere */
	CONTROL,
};

struct letter {
	enum class class;
	int32_t script; /* of letters: the block's first character, roughly */
};

static enum class class_of_punctuation(int32_t c) {
	switch (c){case 0xa0 : return NO_BREAK; case 0xab : case 0x2018 : case 0x201c :
			case 0x201e : case 0xa1 : case 0xbf : return OPENING;
		case 0xbb : case 0x2019 : case 0x201d : case LOST : return CLOSING;
		case 0x2013 : case 0x2014 : case 0x2026 : case 0x2022 : case 0xb7 : return DASH;
		default : return SYMBOL;
}
}

static int32_t
script_of(int32_t c)
{
	if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00))
		return 'L';
	if (c < 0x400)
		return 0x370;
	if (c < 0x530)
		return 0x400;
	return c < 0x2e80 ? c & ~0x7f : 0x2e80;
}

static struct letter
look(int32_t c)
{
	if (c < 0x80) {
		enum class class = c == ' ' || (c >= '\t' && c <= '\r') ? SPACE
				   : utf8_is_upper(c)                   ? ASCII_UPPER
				   : utf8_is_lower(c)                   ? ASCII_LOWER
									: ASCII_OTHER;
		return (struct letter){class, utf8_is_letter(c) ? 'L' : 0};
	}
	if (c < 0xa0 || (c >= 0xe000 && c < 0xf900))
		return (struct letter){CONTROL, 0};
	bool letter = utf8_is_letter(c) && c != 0xaa && c != 0xba && c != 0xb5 && c != 0x192 &&
		      c != 0x2c6;
	if (letter && ((c >= 0x180 && c < 0x1cd) || (c >= 0x250 && c < 0x370)))
		return (struct letter){RARE, 'L'};
	if (letter)
		return (struct letter){utf8_is_upper(c)   ? UPPER
				       : utf8_is_lower(c) ? LOWER
							  : LETTER,
			script_of(c)};
	if (c >= 0x1f000 || (c >= 0x2600 && c < 0x27c0) || (c >= 0x3000 && c < 0x3040) ||
		c >= 0xfe00 || c == 0x200d || utf8_is_digit(c) || c == 0x2028)
		return (struct letter){c == LOST ? CLOSING : PICTURE, 0};
	return (struct letter){class_of_punctuation(c), 0};
}

static bool
is_letter(struct letter l)
{
	return l.script != 0;
}

static bool
is_lower(struct letter l)
{
	return l.class == LOWER || l.class == ASCII_LOWER;
}

static bool
is_upper(struct letter l)
{
	return l.class == UPPER || l.class == ASCII_UPPER;
}

/* What is strange about a letter in front of another. */
static int
strange_letters(struct letter a, struct letter b)
{
	if (a.script != b.script && a.script < 0x2e80 && b.script < 0x2e80)
		return 15;
	return is_lower(a) && is_upper(b) ? 20 : 0;
}

/* What is strange about two characters that follow one another, in tenths. */
static int
strange_pair(int32_t first, int32_t second)
{
	struct letter a = look(first), b = look(second);
	bool latin_lead = first == 0xc2 || first == 0xc3;
	if (is_letter(a) && is_letter(b))
		return strange_letters(a, b);
	if (is_letter(a) && a.class != ASCII_UPPER && a.class != ASCII_LOWER) {
		if (b.class == SYMBOL)
			return latin_lead ? 30 : 25;
		if (b.class == OPENING)
			return latin_lead ? 25 : 15;
		if (latin_lead && (b.class == CLOSING || b.class == DASH))
			return 5;
		return 0;
	}
	if (a.class == SYMBOL && (b.class == SYMBOL || b.class == OPENING))
		return 8;
	if (a.class == SYMBOL && (b.class == CLOSING || b.class == DASH))
		return 5;
	if (a.class == SYMBOL && is_letter(b) && b.class != ASCII_UPPER)
		return b.class == ASCII_LOWER ? 5 : 15;
	if ((a.class == CLOSING && first != 0x2019) && is_letter(b))
		return 15;
	if (a.class == OPENING && (b.class == SYMBOL || b.class == NO_BREAK))
		return 8;
	if ((a.class == DASH || a.class == CLOSING) && b.class == SYMBOL)
		return 8;
	return 0;
}

/* Ã and Â alone at the end of a word: what followed them became, or was, a space. */
static int
strange_end(int32_t before, int32_t lead, int32_t after)
{
	if ((lead != 0xc3 && lead != 0xc2) || (after != ' ' && after != 0xa0))
		return 0;
	struct letter l = look(before);
	return is_lower(l) || l.class == SPACE || l.class == ASCII_OTHER ||
			       l.class == CLOSING || l.class == OPENING
		       ? 25
		       : 0;
}

static int
strange_alone(int32_t c)
{
	enum class class = look(c).class;
	return class == CONTROL ? 30 : class == RARE ? 20 : 0;
}

/* How strange a run of characters is, between the one before it and the one after it. */
static int
strangeness(int32_t before, const int32_t *run, size_t len, int32_t after)
{
	int sum = len ? 0 : 1000;
	for (size_t i = 0; i < len; i++) {
		int32_t left = i ? run[i - 1] : before;
		int32_t right = i + 1 < len ? run[i + 1] : after;
		sum += strange_alone(run[i]) + strange_pair(left, run[i]);
		sum += strange_end(left, run[i], right);
		/* a small letter amid capitals */
		if (look(run[i]).class == LOWER && is_upper(look(left)) &&
			is_upper(look(right)))
			sum += 20;
		if (i + 1 == len)
			sum += strange_pair(run[i], after);
	}
	return sum;
}

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
		bool high = c >= 0xd800 && c < 0xdc00;
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
		(void)high;
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

/* The least strange reading of a run, put in its place. Returns what is left of strangeness. */
static int
best_reading(int32_t before, int32_t *run, size_t *len, int32_t after, int layers)
{
	int least = strangeness(before, run, *len, after);
	if (layers == 0)
		return least;
	int32_t *trial = memory_new(*len * sizeof *trial);
	int32_t *best = memory_new(*len * sizeof *best);
	size_t best_len = 0;
	for (size_t i = 0; i < sizeof suspects / sizeof *suspects; i++) {
		const struct charset *charset = charset_find(slice_of(suspects[i]));
		size_t trial_len;
		if (!charset || reread(run, *len, charset, trial, &trial_len) == 0)
			continue;
		int strange = best_reading(before, trial, &trial_len, after, layers - 1);
		if (strange + (best_len ? 1 : CLEARLY) <= least) {
			least = strange;
			best_len = trial_len;
			memcpy(best, trial, trial_len * sizeof *best);
		}
	}
	if (best_len) {
		memcpy(run, best, best_len * sizeof *best);
		*len = best_len;
	}
	free(trial);
	free(best);
	return least;
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

static bool
may_be_strange(struct slice text)
{
	for (size_t at = 0; at + 1 < text.len; at++) {
		unsigned char byte = (unsigned char)text.data[at];
		if (byte < 0xc2)
			continue;
		if (byte == 0xc3 && (unsigned char)text.data[at + 1] == 0x83)
			return true; /* Ã */
		if (byte == 0xc2)
			return true; /* controls, symbols */
		size_t len;
		utf8_decode(text, at, &len);
		at += len - 1;
		if (at + 1 < text.len && (text.data[at + 1] & 0x80))
			return true;
	}
	return false;
}

/* A run: characters above U+007F, with a lead's space that was a no-break space once. */
static size_t
run_length(const int32_t *text, size_t len)
{
	size_t count = 0;
	while (count < len && count < RUN && text[count] >= 0x80)
		count++;
	return count;
}

static void
add_all(struct buffer *to, const int32_t *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		utf8_add(to, text[i]);
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

static bool
repair_codes(struct buffer *to, int32_t *text, size_t len)
{
	bool changed = false;
	int32_t *run = memory_new((len < RUN ? len : RUN) * sizeof *run);
	for (size_t at = 0; at < len;) {
		size_t count = run_length(text + at, len - at);
		if (count == 0) {
			utf8_add(to, text[at++]);
			continue;
		}
		int32_t before = at ? text[at - 1] : ' ';
		int32_t after = at + count < len ? text[at + count] : ' ';
		int strange = strangeness(before, text + at, count, after);
		size_t run_len = count;
		memcpy(run, text + at, count * sizeof *run);
		if (strange >= CLEARLY) {
			best_reading(before, run, &run_len, after, LAYERS);
			map_controls(run, run_len);
			if (run[run_len - 1] == 0xc3 && after == ' ' &&
				strange_end(
					run_len > 1 ? run[run_len - 2] : before, 0xc3, ' ')) {
				run[run_len - 1] = 0xe0;
				count +=
					joins_next(text + at + count + 1, len - at - count - 1);
			}
			changed = true;
		}
		add_all(to, run, run_len);
		at += count;
	}
	free(run);
	return changed;
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
	bool changed = repair_codes(to, codes, count);
	free(codes);
	if (!changed)
		to->len = before;
	return changed;
}
