/*
 * hours: times of day that what stands around them makes such: à 17 h 30, alle sette, o godz.
 * 15, um halb drei, de 9h à 18h. An hour alone is a number, and with its unit a duration.
 */
#ifndef HOURS_H
#define HOURS_H

#include "rule.h"

rule_read hours_read_led, hours_read_half, hours_read_stretch;

/* Minutes in words behind an hour: tre E MEZZA, midi ET DEMI; the token behind, or `at` */
size_t hours_read_part(const struct lexemes *lexemes, size_t at, struct period *period);

/*
 * The words before `at` that lead in a time of day and nothing else, and how many tokens they
 * have: ALLE sette; NULL: none do. Those without the operator "at" say "about": VERSO LE sette.
 */
const struct entry *hours_lead(
	const struct lexemes *lexemes, size_t floor, size_t at, size_t *tokens);

#endif
