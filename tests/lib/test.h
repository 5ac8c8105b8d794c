/*
 * test: what the tests of src/lib have in common. A test is a function; main.c names them all.
 * A check that fails is told on standard error; the program's status is then 1.
 */
#ifndef TEST_H
#define TEST_H

#include <stdbool.h>

#include "slice.h"

#define CHECK(condition) test_check(condition, #condition, __FILE__, __LINE__)
#define SAME(got, want) test_same(got, want, __FILE__, __LINE__)

void test_check(bool good, const char *condition, const char *file, int line);

/* Checks that the bytes are those of the string, and shows both where they are not. */
void test_same(struct slice got, struct slice want, const char *file, int line);

/* One file for each of the library's. `file` is the argument on the command line, or NULL. */
void test_buffer(char *file);
void test_byteset(char *file);
void test_masks(char *file);
void test_memory(char *file);
void test_memory_return(char *file);
void test_memory_wide(char *file);
void test_memory_too_wide(char *file);
void test_map(char *file);
void test_map_alike(char *file);
void test_record_escape(char *file);
void test_record_parse(char *file);
void test_record_decimal(char *file);
void test_record_write(char *file);
void test_sort_arrange(char *file);
void test_sort_arrange_circle(char *file);
void test_tables(char *file);
void test_rules(char *file);
void test_language(char *file);
void test_octets(char *file);
void test_token(char *file);
void test_unit(char *file);
void test_utf8_decode(char *file);
void test_utf8_valid(char *file);
void test_utf8_repair(char *file);
void test_utf8_nfc(char *file);
void test_utf8_fold(char *file);
void test_utf8_properties(char *file);
void test_warn(char *file);

#endif
