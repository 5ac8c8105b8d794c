# crosscheck: `make` builds, `make demo` and `make check` also install what is missing on Debian.

VERSION = 0.1.0
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec/crosscheck
MANDIR = $(PREFIX)/share/man
DESTDIR =

# Make's own rules would take src/attribute/weights, which is data, for a program of weights.c.
MAKEFLAGS += --no-builtin-rules

FILTERS = clean sentences numbers attribute compare report json progress

CFLAGS = -O2 -g
WARNINGS = -Wall -Wextra -Wno-missing-field-initializers -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wcast-qual -Wvla -Wundef
ifneq ($(CI),)
WARNINGS += -Werror
endif
HARDENING = -fPIE -fstack-protector-strong
ifeq ($(SANITIZE),)
HARDENING += -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
STANDARD = -std=c11 -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"'
LINKING = -pie -Wl,-z,relro,-z,now

# A build with sanitizers (SANITIZE=address,undefined) has folders of its own.
comma = ,
ifeq ($(SANITIZE),)
BUILD = .build/plain
BIN = bin
else
BUILD = .build/$(subst $(comma),-,$(SANITIZE))
BIN = $(BUILD)/bin
SANITIZING = -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

LIBS = -lutf8proc
LIBS_clean = -lgumbo -ljansson -lz

PACKAGES_BUILD = gcc libc6-dev libutf8proc-dev libgumbo-dev libjansson-dev zlib1g-dev
PACKAGES_CHECK = bats parallel
PACKAGES_LINT = clang shellcheck mandoc
PACKAGES_BROWSER = chromium fonts-dejavu-core
PACKAGES_DEB = debhelper dpkg-dev lintian

COMPILE = $(CC) $(STANDARD) $(WARNINGS) $(HARDENING) $(SANITIZING) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(LINKING) $(HARDENING) $(SANITIZING) $(CFLAGS) $(LDFLAGS)

PROGRAMS = $(FILTERS:%=$(BIN)/%)
TABLES = $(sort $(wildcard src/lang/*/*.tsv))
LIBRARY_SOURCES = $(wildcard src/lib/*.c)
LIBRARY_OBJECTS = $(LIBRARY_SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/tables.o
LIBRARY = $(BUILD)/libcrosscheck.a
FROZEN = clean numbers
$(foreach filter,$(FROZEN),$(eval MADE_$(filter) = $(BUILD)/$(filter)/frozen.o))
objects_of = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/$(1)/*.c)) $(MADE_$(1))
parts_of = $(filter-out %/main.o,$(call objects_of,$(1)))
OBJECTS = $(LIBRARY_OBJECTS) $(foreach filter,$(FILTERS),$(call objects_of,$(filter)))
PAGES_1 = bin/crosscheck.1 $(foreach filter,$(FILTERS),src/$(filter)/$(filter).1)
PAGES_7 = src/lib/crosscheck.7

# Made for the tests: a test of src/lib, libraries to preload, a target for each fuzz source, and two helpers.
TOOLS = $(BUILD)/tests
FUZZERS = $(patsubst tests/fuzz/%.c,$(TOOLS)/fuzz-%,$(filter-out %/main.c,$(wildcard tests/fuzz/*.c)))
TEST_TOOLS = $(TOOLS)/lib-test $(TOOLS)/measure $(TOOLS)/noise $(FUZZERS) \
	$(patsubst tests/preload/%.c,$(TOOLS)/preload-%.so,$(wildcard tests/preload/*.c))
LIBRARY_TESTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/lib/*.c))
FUZZ_MAIN = $(BUILD)/tests/fuzz/main.o

all: programs
programs: $(PROGRAMS) $(BIN)/crosscheck
tools: $(TEST_TOOLS)

.SECONDEXPANSION:
$(PROGRAMS): $(BIN)/%: $$(call objects_of,$$*) $(LIBRARY)
	@mkdir -p $(@D)
	@echo '  LINK $@'
	@$(LINK) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS_$*) $(LIBS) -lm

ifneq ($(BIN),bin)
$(BIN)/crosscheck: bin/crosscheck
	@mkdir -p $(@D)
	cp $< $@
endif

$(LIBRARY): $(LIBRARY_OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(COMPILE) -Isrc/lib -MMD -MP -c -o $@ $<

$(BUILD)/tables.c: $(TABLES) src/lang/compile.sh $(BUILD)/table-names
	@mkdir -p $(@D)
	@src/lang/compile.sh $(TABLES) >$@.part
	@mv $@.part $@

$(BUILD)/tables.o: $(BUILD)/tables.c $(BUILD)/flags
	@echo '  CC $<'
	@$(COMPILE) -Wno-overlength-strings -Isrc/lib -MMD -MP -c -o $@ $<

# What these filters make of their tables is made by the build, on the machine that builds.
BUILD_CC = $(CC)
FREEZE_clean = folded furniture_table phrase phrasebook
FREEZE_numbers = calendar decimal festivaldate lexicon rows trigger words
freeze_sources = $(wildcard src/$(1)/freeze/*.c) $(FREEZE_$(1):%=src/$(1)/%.c) $(LIBRARY_SOURCES) $(BUILD)/tables.c
freeze_headers = $(wildcard src/$(1)/freeze/*.h src/$(1)/*.h src/lib/*.h)
$(FROZEN:%=$(BUILD)/%/freeze): $(BUILD)/%/freeze: $$(call freeze_sources,$$*) $$(call freeze_headers,$$*) $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  LINK $@'
	@$(BUILD_CC) $(STANDARD) $(WARNINGS) -Wno-overlength-strings -O1 -Isrc/lib -o $@ $(filter %.c,$^) $(LIBS) -lm

$(FROZEN:%=$(BUILD)/%/frozen.c): %/frozen.c: %/freeze
	@$< >$@.part
	@mv $@.part $@

$(FROZEN:%=$(BUILD)/%/frozen.o): $(BUILD)/%/frozen.o: $(BUILD)/%/frozen.c
	@echo '  CC $<'
	@$(COMPILE) -Isrc/lib -Isrc/$* -MMD -MP -c -o $@ $<

$(BUILD)/tests/%.o: tests/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  CC $<'
	@$(COMPILE) -Isrc -Isrc/lib -MMD -MP -c -o $@ $<

$(TOOLS)/lib-test: $(LIBRARY_TESTS) $(LIBRARY)
	@echo '  LINK $@'
	@$(LINK) -o $@ $(LIBRARY_TESTS) $(LIBRARY) $(LIBS) -lm

# A fuzz target of a filter's name is linked with all of that filter but its main.
$(FUZZERS): $(TOOLS)/fuzz-%: $(BUILD)/tests/fuzz/%.o $(FUZZ_MAIN) $$(call parts_of,$$*) $(LIBRARY)
	@echo '  LINK $@'
	@$(LINK) -o $@ $(filter %.o,$^) $(LIBRARY) $(LIBS_$*) $(LIBS) -lm

$(TOOLS)/measure $(TOOLS)/noise: %: %.o $(LIBRARY)
	@echo '  LINK $@'
	@$(LINK) -o $@ $< $(LIBRARY) $(LIBS)

# Without sanitizers, which take the same functions for themselves.
$(TOOLS)/preload-%.so: tests/preload/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  LINK $@'
	@$(CC) $(STANDARD) $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -fPIC -shared -o $@ $<

# Files that are compiled in. `make train DATA=FOLDER` learns the tagger's weights anew from annotated news
# (src/attribute/train/corpus.h says in which form).
$(BUILD)/attribute/weights.o: src/attribute/weights
$(BUILD)/report/page_style.o: src/report/page.css

TRAIN_OBJECTS = $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/attribute/train/*.c)) \
	$(filter-out %/main.o %/weights.o %/tagger.o %/attributions.o,$(call objects_of,attribute))
$(BUILD)/train: $(TRAIN_OBJECTS) $(LIBRARY)
	@echo '  LINK $@'
	@$(LINK) -o $@ $(TRAIN_OBJECTS) $(LIBRARY) $(LIBS) -lz
train: $(BUILD)/train
	$(BUILD)/train $(DATA) >src/attribute/weights.part
	mv src/attribute/weights.part src/attribute/weights

# Files that change only when what they hold does: objects depend on the flags they were made with.
$(BUILD)/flags: always
	@mkdir -p $(@D)
	@echo '$(COMPILE) $(LINK)' | cmp -s - $@ || echo '$(COMPILE) $(LINK)' >$@
$(BUILD)/table-names: always
	@mkdir -p $(@D)
	@echo '$(TABLES)' | cmp -s - $@ || echo '$(TABLES)' >$@
always:

-include $(OBJECTS:.o=.d) $(TRAIN_OBJECTS:.o=.d) $(wildcard $(BUILD)/tests/*.d $(BUILD)/tests/*/*.d)

# Six reports of an invented flood, as text and as a page.
DEMO_PAGE = .build/demo.html
demo:
	@.ci/packages $(PACKAGES_BUILD)
	@$(MAKE) --no-print-directory programs
	@bin/crosscheck examples/*.txt examples/*.html
	@bin/crosscheck --html examples/*.txt examples/*.html >$(DEMO_PAGE)
	@printf '\n%s\n  %s\n' 'The same as a page for the browser, each value linked to its sentence:' \
		'file://$(abspath $(DEMO_PAGE))'

# The pictures in README.md.
pictures: programs
	@.ci/packages $(PACKAGES_BROWSER)
	.ci/pictures examples

# Test files run side by side on as many processors as there are.
check:
	@.ci/packages $(PACKAGES_BUILD) $(PACKAGES_CHECK)
	@$(MAKE) --no-print-directory programs tools
	BIN=$(abspath $(BIN)) TOOLS=$(abspath $(TOOLS)) SANITIZE=$(SANITIZE) CC='$(CC)' tests/run

# The page in a browser; how it looks is kept in .build/browser for a person's eyes.
check-browser:
	@.ci/packages $(PACKAGES_BUILD) $(PACKAGES_CHECK) $(PACKAGES_BROWSER)
	@$(MAKE) --no-print-directory programs
	BIN=$(abspath $(BIN)) SHOTS=$(abspath .build/browser) tests/run browser.bats

lint:
	@.ci/packages $(PACKAGES_BUILD) $(PACKAGES_LINT)
	shellcheck bin/crosscheck .ci/run .ci/packages .ci/pictures src/lang/compile.sh tests/run tests/bench \
		examples/crawl examples/crawl-hosts examples/misquotes examples/newsroom examples/watch
	shellcheck -S warning -e SC1112,SC2154,SC2164 tests/*.bats tests/*.bash
	mandoc -Tlint -Wwarning $(PAGES_1) $(PAGES_7)
	$(MAKE) CC=gcc CI=true BUILD=.build/gcc BIN=.build/gcc/bin programs tools
	$(MAKE) CC=clang CI=true BUILD=.build/clang BIN=.build/clang/bin programs tools

bench: programs tools
	BIN=$(abspath $(BIN)) TOOLS=$(abspath $(TOOLS)) tests/bench

# Needs clang: make fuzz CC=clang FUZZ_SECONDS=600. What breaks a target is kept in .build/fuzz; once mended
# it belongs into tests/fuzz/corpus.
FUZZ_SECONDS = 60
fuzz:
	$(MAKE) BUILD=.build/fuzz BIN=.build/fuzz/bin SANITIZE=address,undefined,fuzzer-no-link \
		CFLAGS='$(CFLAGS) -fno-sanitize=pointer-overflow' FUZZ_MAIN= LDFLAGS='-fsanitize=fuzzer $(LDFLAGS)' fuzzers
	for target in $(notdir $(FUZZERS)); do \
		mkdir -p .build/fuzz/corpus/$$target && .build/fuzz/tests/$$target -max_total_time=$(FUZZ_SECONDS) \
			-timeout=10 -artifact_prefix=.build/fuzz/$$target- .build/fuzz/corpus/$$target tests/fuzz/corpus \
			|| exit; done
fuzzers: $(FUZZERS)

install: programs
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man7
	sed 's|^exec_path=.*|exec_path=$(LIBEXECDIR)|' bin/crosscheck >$(DESTDIR)$(BINDIR)/crosscheck
	chmod 755 $(DESTDIR)$(BINDIR)/crosscheck
	install $(PROGRAMS) $(DESTDIR)$(LIBEXECDIR)
	install -m 644 bin/crosscheck.1 $(DESTDIR)$(MANDIR)/man1
	for filter in $(FILTERS); do install -m 644 src/$$filter/$$filter.1 \
		$(DESTDIR)$(MANDIR)/man1/crosscheck-$$filter.1 || exit; done
	install -m 644 $(PAGES_7) $(DESTDIR)$(MANDIR)/man7

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/crosscheck $(DESTDIR)$(MANDIR)/man1/crosscheck.1 \
		$(FILTERS:%=$(DESTDIR)$(MANDIR)/man1/crosscheck-%.1) $(DESTDIR)$(MANDIR)/man7/crosscheck.7
	rm -rf $(DESTDIR)$(LIBEXECDIR)

# A package for Debian, in .build/deb. Its tools want their folder at the top of the sources: they get a copy.
DEB = .build/deb/crosscheck-$(VERSION)
deb:
	@.ci/packages $(PACKAGES_BUILD) $(PACKAGES_DEB)
	rm -rf .build/deb
	mkdir -p $(DEB)/bin
	cp -R LICENSE Makefile README.md examples src $(DEB)
	cp bin/crosscheck bin/crosscheck.1 $(DEB)/bin
	mv $(DEB)/src/debian $(DEB)
	cd $(DEB) && env -u MAKEFLAGS dpkg-buildpackage --build=binary --no-sign
	lintian --fail-on error,warning .build/deb/*.changes
	@ls .build/deb/*.deb

clean:
	rm -rf .build $(FILTERS:%=bin/%)

.PHONY: all always bench check check-browser clean deb demo fuzz fuzzers install lint pictures programs tools train uninstall
.DELETE_ON_ERROR:
