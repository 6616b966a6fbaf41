#!/bin/sh
# build-tarball.sh PROGRAM SHARE VERSION FOLDER: puts a tarball of bin/ and share/ into FOLDER; the same input gives the same bytes.
set -eu
program=$1 share=$2 version=$3 folder=$4
name=newsroom-$version-$(uname -m)
root=$folder/$name
umask 022
rm -rf "$root"

packaging/install.sh "$program" "$share" "$root"
packaging/check-program.sh --built "$root/bin/newsroom"
cp README.md CHANGELOG.md LICENSE SECURITY.md "$root"
cp -r LICENSES "$root"
python3 packaging/components.py "$version" static > "$root/newsroom.cdx.json"
cp "$root/newsroom.cdx.json" "$folder/newsroom-$version-tarball.cdx.json"
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -C "$folder" -c "$name" \
  | xz -9 > "$folder/$name.tar.xz"
rm -rf "$root"
ls -l "$folder/$name.tar.xz"
