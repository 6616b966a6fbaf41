#!/bin/sh
# install-packages.sh PACKAGE...: installs Debian packages. Without root it says what sudo is for, and asks where a person can answer.
set -eu

if [ "$(id -u)" = 0 ]; then
  echo "Installing Debian packages: $*"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive exec apt-get install -y -qq "$@"
fi

echo "These Debian packages are missing: $*"
echo "Installing them needs root: sudo apt-get update, sudo apt-get install $*"
if ! command -v sudo > /dev/null; then
  echo "There is no sudo here. Install the packages as root, then run make again." >&2
  exit 1
fi
if [ -t 0 ]; then
  printf "Run these two commands with sudo? [y/N] "
  read -r answer || answer=""
  case "$answer" in
    y | Y | yes) ;;
    *) echo "Nothing was installed." >&2; exit 1 ;;
  esac
  sudo apt-get update -qq
  exec sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
fi
# Nobody can be asked: sudo works only where it needs no password.
sudo -n apt-get update -qq
exec sudo -n DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
