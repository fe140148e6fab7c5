#!/bin/sh
# Builds the lab's image unless it is there: about a minute, 600 MB. Needs Docker, debian:forky-slim and Debian's mirror.
# build-image.sh IMAGE FOLDER   FOLDER holds the lock of those who build at the same time
set -eu
here=$(cd "$(dirname "$0")" && pwd)
image=$1
folder=$2

mkdir -p "$folder"
exec 9>"$folder/image.lock"
flock -w 600 9 || { echo "another build of $image has not ended in 10 minutes" >&2; exit 1; }

[ -n "$(docker image ls --quiet "$image")" ] && exit 0
docker build --network host --target lab --tag "$image" --file "$here/Dockerfile" "$here/.." >&2
