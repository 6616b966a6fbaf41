#!/bin/sh
# uninstall.sh PREFIX: removes what install.sh copied. What newsroom keeps for its users, in their XDG folders, stays.
set -eu
prefix=$1
rm -f "$prefix/bin/newsroom" "$prefix/share/man/man1/newsroom.1" "$prefix/share/bash-completion/completions/newsroom" \
  "$prefix/share/zsh/site-functions/_newsroom" "$prefix/share/fish/vendor_completions.d/newsroom.fish" \
  "$prefix/share/applications/newsroom.desktop"
rm -rf "$prefix/share/newsroom"
