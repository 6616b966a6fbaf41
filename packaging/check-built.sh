#!/bin/sh
# check-built.sh PROGRAM: fails where PROGRAM was not built, or is older than its source.
set -eu
program=$1
if [ ! -x "$program" ]; then
  echo "There is no program to install. Run first, without sudo: make build" >&2
  exit 1
fi
newer=$(find Sources Package.swift -newer "$program" \( -name '*.swift' -o -name '*.h' \) | head -n 1)
if [ -n "$newer" ]; then
  echo "note: $newer is newer than the program. To install the newest, run first, without sudo: make build" >&2
fi
