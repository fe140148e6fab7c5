#!/bin/sh
# Writes Asterisk's configuration with this site's values: render.sh TARGET_FOLDER
# Values come from the environment, defaults from placeholders.conf. Fails naming every value that is missing, or
# that holds what Asterisk's files or libpq would take for syntax.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
target=$1
script=$(mktemp)
trap 'rm -f "$script"' EXIT

missing=
unsafe=
while IFS='=' read -r name default; do
  case $name in '' | '#'*) continue ;; esac
  eval "given=\${$name-\$default}"
  if [ "$given" = '?' ]; then
    missing="$missing $name"
    continue
  fi
  case $given in *[!A-Za-z0-9._:/+~-]*) unsafe="$unsafe $name" ;; esac
  printf 's|@%s@|%s|g\n' "$name" "$given" >>"$script"
done <"$here/placeholders.conf"

if [ -n "$missing" ]; then
  echo "render.sh: set these in the environment:$missing" >&2
fi
if [ -n "$unsafe" ]; then
  echo "render.sh: use letters, digits and . _ : / + ~ - only in:$unsafe" >&2
fi
[ -z "$missing$unsafe" ] || exit 1

mkdir -p "$target/site"
for file in "$here"/conf/*.conf; do
  sed -f "$script" "$file" >"$target/$(basename "$file")"
done
