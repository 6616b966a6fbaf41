FLAGS := --explicit-target-dependency-import-check error

.PHONY: build
build:
	swift build $(FLAGS)
