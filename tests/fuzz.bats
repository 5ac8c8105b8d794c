#!/usr/bin/env bats
# The fuzz targets, built without a fuzzer, over the corpus, the examples and some noise: tests/fuzz says
# what each of them holds to be true. `make fuzz CC=clang` looks for more.
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return
	for seed in $(seq 20); do
		"$TOOLS/noise" "$seed" 2000 >"noise.$seed"
		for text in "$TESTS"/samples/* "$TESTS"/../examples/*.html; do
			"$TOOLS/noise" "$seed" 40 "$text" >"noise.$seed.$(basename "$text")"
		done
	done
}

@test "each fuzz target holds over what is known to be hard" {
	for source in "$TESTS"/fuzz/*.c; do
		target=$(basename "$source" .c)
		[ "$target" != main ] || continue
		echo "$target"
		timeout 120 "$TOOLS/fuzz-$target" "$TESTS"/fuzz/corpus/* "$TESTS"/samples/* "$TESTS"/../examples/* noise.*
	done
}
