#!/bin/sh
# Writes Asterisk's configuration with this site's values: render.sh TARGET_FOLDER
# Values come from the environment, defaults from placeholders.conf. Fails naming every value that is missing.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
target=$1
script=$(mktemp)
trap 'rm -f "$script"' EXIT

missing=
while IFS='=' read -r name default; do
  case $name in '' | '#'*) continue ;; esac
  eval "given=\${$name-\$default}"
  if [ "$given" = '?' ]; then
    missing="$missing $name"
    continue
  fi
  escaped=$(printf '%s' "$given" | sed 's/[\\|&]/\\&/g')
  printf 's|@%s@|%s|g\n' "$name" "$escaped" >>"$script"
done <"$here/placeholders.conf"

if [ -n "$missing" ]; then
  echo "render.sh: set these in the environment:$missing" >&2
  exit 1
fi

mkdir -p "$target/site"
for file in "$here"/conf/*.conf; do
  sed -f "$script" "$file" >"$target/$(basename "$file")"
done
