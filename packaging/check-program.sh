#!/bin/sh
# check-program.sh [--built] PROGRAM: reads the ELF file and fails where the program is not hardened; with --built also where a
# program that is to be installed has a search path for libraries, symbols, or paths of the machine it was built on.
set -eu
built=no
if [ "$1" = --built ]; then
  built=yes
  shift
fi
program=$1
failed=0
fail() { echo "$program: $*" >&2; failed=1; }

header=$(readelf -hW "$program")
segments=$(readelf -lW "$program")
dynamic=$(readelf -dW "$program")
has() { printf '%s\n' "$1" | grep -Eq "$2"; }

has "$header" 'Type: +DYN' || fail "not a position-independent executable"
has "$segments" 'GNU_RELRO' || fail "no RELRO"
has "$dynamic" '\(FLAGS\).*BIND_NOW|\(BIND_NOW\)|\(FLAGS_1\).*NOW' || fail "no BIND_NOW"
has "$segments" 'GNU_STACK .* RW +0x' || fail "the stack is executable"
! has "$dynamic" '\(TEXTREL\)' || fail "text relocations"
! has "$segments" 'LOAD .* RWE +0x' || fail "a segment is writable and executable"
if [ $built = yes ]; then
  ! has "$dynamic" '\((RUNPATH|RPATH)\)' || fail "has a RUNPATH"
  ! readelf -SW "$program" | grep -Eq ' \.(symtab|debug_info) ' || fail "not stripped"
  for path in "$(pwd)" "${HOME:-/nonexistent}/"; do
    case "$path" in / | // | /root/ | "") continue ;; esac
    ! LC_ALL=C grep -aqF "$path" "$program" || fail "holds the path $path"
  done
fi
exit $failed
