#!/bin/sh
# build-deb.sh PROGRAM SHARE VERSION FOLDER: puts a Debian package into FOLDER, without root; the same input gives the same bytes.
set -eu
program=$1 share=$2 version=$3
mkdir -p "$4"
folder=$(cd "$4" && pwd)
root=$folder/root
umask 022
rm -rf "$root"

ZSH_FOLDER=vendor-completions packaging/install.sh "$program" "$share" "$root/usr"
packaging/check-program.sh --built "$root/usr/bin/newsroom"
gzip -9n "$root/usr/share/man/man1/newsroom.1"

doc=$root/usr/share/doc/newsroom
install -D -m 644 packaging/debian/changelog "$doc/changelog"
gzip -9n "$doc/changelog"
# A licence's text as a field of the copyright file: indented, with a dot for an empty line.
indented() { sed -e 's/^[[:space:]]*$/./' -e 's/^/ /' "$1"; }
sed 1,4d LICENSE > "$folder/expat"
indented "$folder/expat" > "$folder/expat.txt"
indented LICENSES/CC-BY-4.0.txt > "$folder/ccby.txt"
sed -e "/^@EXPAT@/{r $folder/expat.txt
d}" -e "/^@CCBY@/{r $folder/ccby.txt
d}" packaging/debian/copyright > "$doc/copyright"
rm "$folder/expat" "$folder/expat.txt" "$folder/ccby.txt"
python3 packaging/components.py "$version" shared > "$doc/newsroom.cdx.json"
cp "$doc/newsroom.cdx.json" "$folder/newsroom-$version-deb.cdx.json"

# dpkg-shlibdeps wants a source package around it.
mkdir -p "$folder/source/debian"
printf 'Source: newsroom\n\nPackage: newsroom\nArchitecture: any\n' > "$folder/source/debian/control"
depends=$(cd "$folder/source" && dpkg-shlibdeps -O "$root/usr/bin/newsroom" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
rm -r "$folder/source"
[ -n "$depends" ] || { echo "The packages of the C libraries are not known." >&2; exit 1; }

architecture=$(dpkg --print-architecture)
size=$(find "$root" -type f -printf '%s\n' | awk '{ n += int(($1 + 1023) / 1024) } END { print n }')
mkdir -p "$root/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$architecture/" -e "s/@SIZE@/$size/" -e "s/@DEPENDS@/$depends/" \
  packaging/debian/control.in > "$root/DEBIAN/control"
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) > "$root/DEBIAN/md5sums"
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$folder/newsroom_${version}_$architecture.deb"
rm -rf "$root"
