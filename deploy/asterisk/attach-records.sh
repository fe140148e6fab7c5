#!/bin/bash
# Switches on call records (CDR, CEL) in a running Asterisk as soon as Postgres and its tables are there, then ends:
# attach-records.sh [asterisk.conf]
#
# cdr_pgsql and cel_pgsql read their table's columns when they load, and only then. Loaded without Postgres, they
# would never write a row, even after it came back. So Asterisk starts without them, and calls need no database.
set -u
conf=${1:-/etc/asterisk/asterisk.conf}
every=${ATTACH_RECORDS_EVERY:-5}

asterisk_says() { asterisk -C "$conf" -rx "$1" 2>/dev/null; }
running() { asterisk_says "module show like $1" | grep -q Running; }

setting() { sed -n "s/^$1 *= *//p" "$(dirname "$conf")/cdr_pgsql.conf"; }
host=$(setting hostname)
port=$(setting port)
# Asked first, for each attempt of the module's own writes errors to the log.
listening() { timeout 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$port" 2>/dev/null; }

attached() {
  listening || return 1
  running cdr_pgsql.so || asterisk_says 'module load cdr_pgsql.so' >/dev/null
  if ! asterisk_says 'cdr show pgsql status' | grep -q '^Connected to'; then
    asterisk_says 'module unload cdr_pgsql.so' >/dev/null
    return 1
  fi
  running cel_pgsql.so || asterisk_says 'module load cel_pgsql.so' >/dev/null
  running cel_pgsql.so
}

until attached; do sleep "$every"; done
