#!/bin/sh
# Builds the lab's root file system: a private Debian with Asterisk, NATS and SIP subscribers, nothing on the host.
# build-root.sh FOLDER   makes FOLDER/root, once: about 30 seconds, 480 MB. Needs root, Debian and its mirror.
set -eu
# Another one would not be there inside the root.
export TMPDIR=/tmp

suite=forky
packages=$(paste -sd, "$(dirname "$0")/packages")
version="1 $suite $packages"

here=$(cd "$(dirname "$0")" && pwd)
[ "$1" != --version ] || { echo "$version"; exit 0; }
folder=$1
root=$folder/root
stamp=$root/etc/switchyard-lab-root

mkdir -p "$folder"
chmod 755 "$folder"
# Two starters at once: the second waits and finds the root built. The lock goes with its holder.
exec 9>"$folder/root.lock"
flock -w 600 9 || { echo "another build of $root has not ended in 10 minutes" >&2; exit 1; }

# $1: the root; the sounds that Asterisk's queues say, made once for each state of their script
make_sounds() {
  install -m 755 "$here/../asterisk/make-sounds.sh" "$1/usr/local/sbin/"
  chroot "$1" /usr/local/sbin/make-sounds.sh >&2
}

if [ "$(cat "$stamp" 2>/dev/null)" = "$version" ]; then
  make_sounds "$root"
  exit 0
fi

# $1: a root that is not wanted any more
discard() {
  if grep -q " $1/" /proc/self/mountinfo; then
    echo "something is still mounted under $1; unmount it, then start again" >&2
    exit 1
  fi
  rm -rf --one-file-system "$1"
}

if ! command -v mmdebstrap >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -qq -y --no-install-recommends mmdebstrap >&2 ||
    { apt-get update -qq >&2 && apt-get install -qq -y --no-install-recommends mmdebstrap >&2; }
fi

for stale in "$root".building.* "$root".old.*; do
  [ -e "$stale" ] && discard "$stale"
done
building=$root.building.$$
# What it mounts is its own, and so goes with it, however it ends.
apart=
if unshare --mount true 2>/dev/null; then apart='unshare --mount'; fi
# shellcheck disable=SC2086
$apart mmdebstrap --quiet --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' \
  --aptopt='APT::Install-Recommends "false"' --include="$packages" "$suite" "$building" >&2 || {
  discard "$building"
  exit 1
}
mkdir -p "$building/var/lib/switchyard"
make_sounds "$building" || {
  discard "$building"
  exit 1
}
echo "$version" >"$building/etc/switchyard-lab-root"

# Whole or not at all: what others see is either the old root or the new one.
if [ -e "$root" ]; then
  mv "$root" "$root.old.$$"
fi
mv "$building" "$root"
[ ! -e "$root.old.$$" ] || discard "$root.old.$$"
