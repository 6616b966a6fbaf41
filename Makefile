# newsroom
#
#   make run           set up, build and browse the sample data in ./data
#   make test          set up, build and run every test
#   make check         format lint, import check and licences, no tests
#   make build         build the program for release, with its manual page and completions
#   make install       copy what "make build" made, and the sample data, below $(PREFIX); builds nothing
#   make uninstall     remove what "make install" copied
#   make deb           build a Debian package in .build/package
#   make dist          build a tarball; its program contains the C libraries except those of the C and C++ runtime
#   make fuzz          feed random input to the sanitiser, the readers and the query (SECONDS=60)
#   make screens       record the golden screens again and show the changes
#   make coverage      print the line coverage of each target
#   make bench         measure newsroom at BENCH_SIZES articles, and its peers where they are installed
#   make bench-quick   compare this checkout with another commit in turn (AGAINST=main), in under three minutes
#   make instructions  compare the instructions of five jobs with those recorded (RECORD=1: record them)
#   make help          this list

PREFIX ?= /usr/local
DATA ?= data

# The compiler checks the dependencies between the targets: see ARCHITECTURE.md.
FLAGS := --explicit-target-dependency-import-check error

BUILD_PACKAGES := libncursesw5-dev libsqlite3-dev libicu-dev libxml2-dev zlib1g-dev liblzma-dev pkg-config
TEST_PACKAGES := tmux unicode-data python3-jsonschema

.DEFAULT_GOAL := help

.PHONY: help
help:
	@sed -n 's/^#   //p' Makefile

# Installs missing Debian packages. Says which command needs root, and asks first when there is a person to ask.
define install_missing
	@missing=""; \
	for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] || packaging/install-packages.sh $$missing
endef

.PHONY: setup
setup:
	$(call install_missing,$(BUILD_PACKAGES))

.PHONY: setup-tests
setup-tests: setup
	$(call install_missing,$(TEST_PACKAGES))

# The C libraries become a part of the program, whose start takes a quarter less time then. They are looked for where pkg-config
# says, and that is made a folder with nothing but their archives.
ARCHIVES := .build/archives
ARCHIVED := icui18n icuuc icudata xml2 z lzma sqlite3 ncursesw tinfo

.PHONY: archives
archives: setup
	@rm -rf $(ARCHIVES) && mkdir -p $(ARCHIVES)
	@from=$$(pkg-config --variable=libdir sqlite3); \
	for name in $(ARCHIVED); do ln -s "$$from/lib$$name.a" $(ARCHIVES); done; \
	for name in icu-i18n icu-uc libxml-2.0; do \
	  sed -E 's|^(libdir *=).*|\1 $(CURDIR)/$(ARCHIVES)|; s|^Libs:.* -lxml2|& -lz -llzma|' \
	    "$$from/pkgconfig/$$name.pc" > $(ARCHIVES)/$$name.pc; \
	done

# Paths of this machine stay out of the program, and the linker leaves no path in which it looks for libraries.
RELEASE := -c release --product newsroom --static-swift-stdlib --disable-local-rpath $(FLAGS) \
  -Xswiftc -no-toolchain-stdlib-rpath -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." -Xcc "-ffile-prefix-map=$(CURDIR)=." \
  -Xswiftc -Xfrontend -Xswiftc -enable-stack-protector -Xlinker --no-export-dynamic
PROGRAM := .build/release/newsroom
SHARE := .build/share

# The date of what is built: of the last commit, so that the same source gives the same files.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH

# The manual page and completions, which the program itself writes.
define write_share
	@rm -rf $(SHARE) && mkdir -p $(SHARE)
	$(PROGRAM) --generate-manual > $(SHARE)/newsroom.1
	for shell in bash zsh fish; do $(PROGRAM) --generate-completion-script $$shell > $(SHARE)/newsroom.$$shell; done
endef

.PHONY: build
build: archives
	PKG_CONFIG_PATH="$(CURDIR)/$(ARCHIVES)" swift build $(RELEASE) -Xlinker -ltinfo
	$(write_share)

# The program of the Debian package, which uses the C libraries of the system and gets their security updates.
.PHONY: build-shared
build-shared: setup
	swift build $(RELEASE) -Xlinker -ltinfo
	$(write_share)

.PHONY: run
run: build
	@$(PROGRAM) --data $(DATA)

VERSION = $(shell sed -n 's/.*static let number = "\(.*\)"/\1/p' Sources/newsroom/Version.swift)

.PHONY: install
install:
	@packaging/check-built.sh $(PROGRAM)
	packaging/install.sh $(PROGRAM) $(SHARE) "$(DESTDIR)$(PREFIX)"

.PHONY: uninstall
uninstall:
	packaging/uninstall.sh "$(DESTDIR)$(PREFIX)"

.PHONY: deb
deb: build-shared
	$(call install_missing,dpkg-dev)
	packaging/build-deb.sh $(PROGRAM) $(SHARE) $(VERSION) .build/package

.PHONY: dist
dist: build
	packaging/build-tarball.sh $(PROGRAM) $(SHARE) $(VERSION) .build/package

.PHONY: test
test: SHELL := bash -o pipefail
test: setup-tests
	swift build --build-tests $(FLAGS)
	@# Tests run side by side: what failed is said once more at the end, where thousands of lines do not hide it.
	swift test --skip-build 2>&1 | tee .build/test.log || \
	  { grep -A 45 'recorded an issue' .build/test.log | grep -vE '^(✔|◇)' | tail -n 300; exit 1; }

# Line coverage of each target, from one run of the suite.
.PHONY: coverage
coverage: setup-tests
	swift test --enable-code-coverage $(FLAGS)
	@python3 Tests/coverage.py "$$(swift test --show-codecov-path)"

.PHONY: check
check: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	@# REUSE.toml needs reuse 4 or later; an older one cannot read it.
	@! reuse --version 2> /dev/null | head -n 1 | grep -qE ' [4-9]\.| [1-9][0-9]\.' || reuse lint --quiet || { reuse lint; exit 1; }
	swift build $(FLAGS)
	@! git ls-files | grep -E '(^|/)(\.build|Package\.resolved)' || { echo "build products are committed"; exit 1; }

# Seconds for all fuzzers together, building aside; what they learn and find is kept in FUZZ_CORPUS.
SECONDS ?= 60
FUZZ_CORPUS ?= /tmp/newsroom-fuzz
.PHONY: fuzz
fuzz: setup-tests
	swift build -c release --package-path Tests/Fuzzing --sanitize fuzzer --sanitize address
	Tests/Fuzzing/run.sh $(SECONDS) $(FUZZ_CORPUS)

.PHONY: screens
screens: setup-tests
	-RECORD_SCREENS=1 swift test $(FLAGS) --filter "NewsroomBrowserTests|TerminalCellsTests"
	git --no-pager diff --stat -- '*/Screens/*'
	git --no-pager diff -- '*/Screens/*'

# Sizes to measure, one of them beside the peers; 1000000 takes half an hour and 6 GB in BENCH_FOLDER.
BENCH_SIZES ?= 1000 10000 100000
BENCH_PEERS ?= 100000
BENCH_FOLDER ?= /tmp/newsroom-bench

.PHONY: bench
bench: build
	$(call install_missing,python3)
	@# The nested build looks for new files of the house only when a manifest is newer.
	@touch Package.swift Tests/Benchmarks/Package.swift
	swift build -c release --package-path Tests/Benchmarks
	python3 Tests/Benchmarks/bench.py Tests/Benchmarks/.build/release .build/release/newsroom $(BENCH_FOLDER) \
	  $(BENCH_PEERS) $(BENCH_SIZES)

# Builds another commit beside this one, then runs both in turn.
AGAINST ?= main
.PHONY: bench-quick
bench-quick: build
	$(call install_missing,python3)
	rm -rf .build/against && git worktree prune && git worktree add --detach .build/against $(AGAINST)
	$(MAKE) -C .build/against build
	python3 Tests/Benchmarks/quick.py .build/release/newsroom .build/against/.build/release/newsroom; \
	  status=$$?; git worktree remove --force .build/against; exit $$status

# Instructions do not depend on the load of the machine, so CI compares them.
.PHONY: instructions
instructions: build
	$(call install_missing,python3 valgrind)
	python3 Tests/Benchmarks/instructions.py .build/release/newsroom $(if $(RECORD),--record)
