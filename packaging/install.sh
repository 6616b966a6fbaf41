#!/bin/sh
# install.sh PROGRAM SHARE PREFIX: copies the program without its symbols, the manual page and completions in SHARE, the desktop entry
# and the sample data below PREFIX. uninstall.sh removes the same files.
set -eu
program=$1 share=$2 prefix=$3

install -D -m 755 "$program" "$prefix/bin/newsroom"
strip "$prefix/bin/newsroom"
install -D -m 644 "$share/newsroom.1" "$prefix/share/man/man1/newsroom.1"
# A completion is read by a shell, not run.
install -d "$prefix/share/bash-completion/completions"
sed "1{/^#!/d}" "$share/newsroom.bash" > "$prefix/share/bash-completion/completions/newsroom"
chmod 644 "$prefix/share/bash-completion/completions/newsroom"
install -D -m 644 "$share/newsroom.zsh" "$prefix/share/zsh/${ZSH_FOLDER:-site-functions}/_newsroom"
install -D -m 644 "$share/newsroom.fish" "$prefix/share/fish/vendor_completions.d/newsroom.fish"
install -D -m 644 packaging/newsroom.desktop "$prefix/share/applications/newsroom.desktop"

# A sample of an earlier version may hold records that this one has not.
rm -rf "$prefix/share/newsroom/sample"
find data -type f | LC_ALL=C sort | while IFS= read -r file; do
  install -D -m 644 "$file" "$prefix/share/newsroom/sample/${file#data/}"
done
