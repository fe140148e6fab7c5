#!/bin/bash
# Copies what Asterisk's queues write about themselves from their file into Postgres, as long as it runs:
# ship-queue-log.sh [asterisk.conf]
#
# Asterisk could write the table by itself, but it would do so from within the calls: while Postgres does not answer,
# callers would wait for it in silence. So the file is the log, and here nobody waits but this script. What Postgres
# missed it gets later; what it gets twice it keeps once (pbx-schema.sql).
set -u
export LC_ALL=C
conf=${1:-/etc/asterisk/asterisk.conf}
# Seconds between two looks, and after a failure; how long one line may take.
every=${SHIP_QUEUE_LOG_EVERY:-2}
pause=${SHIP_QUEUE_LOG_PAUSE:-15}
patience=5
# Bytes: a file that has been shipped whole begins anew from this size on.
largest=10000000

setting() { sed -n "s/^$1 *=>* *//p" "$conf"; }
node=$(setting systemname)
log=$(setting astlogdir)/queue_log
# How many bytes have been shipped.
mark=$log.shipped

asterisk_says() { timeout "$patience" asterisk -C "$conf" -rx "$1" </dev/null 2>/dev/null; }
# What attach-records.sh does last.
attached() { asterisk_says 'module show like cel_pgsql' | grep -q Running; }

store() {
  local line=${1//\\/\\\\}
  asterisk_says "realtime store pbx_queue_log node \"$node\" line \"${line//\"/\\\"}\"" | grep -q '^Stored'
}

ship() {
  local size offset line
  size=$(stat -c %s "$log" 2>/dev/null) || return 0
  offset=$(cat "$mark" 2>/dev/null || true)
  offset=${offset:-0}
  ((offset <= size)) || offset=0
  ((offset < size)) || return 0
  attached || return 0
  tail -c "+$((offset + 1))" "$log" | while IFS= read -r line; do
    store "$line" || exit 1
    offset=$((offset + ${#line} + 1))
    echo "$offset" >"$mark"
  done || return 1
  offset=$(cat "$mark" 2>/dev/null || echo 0)
  if ((offset > largest)) && [ "$(stat -c %s "$log")" = "$offset" ]; then
    : >"$log"
    echo 0 >"$mark"
  fi
}

while true; do
  if ship; then sleep "$every"; else sleep "$pause"; fi
done
