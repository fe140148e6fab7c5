#!/bin/bash
# Switches on call records (CDR, CEL, the queues' log) in a running Asterisk as soon as Postgres and its tables are
# there, then ends: attach-records.sh [asterisk.conf]
#
# The modules read their table's columns when they load, and only then. Loaded without Postgres, they would never write
# a row, even after it came back; loaded without its table, cdr_pgsql corrupts Asterisk's memory, which kills it. So
# Asterisk starts without them, and calls need no database.
set -u
conf=${1:-/etc/asterisk/asterisk.conf}
every=${ATTACH_RECORDS_EVERY:-5}

asterisk_says() { asterisk -C "$conf" -rx "$1" 2>/dev/null; }
running() { asterisk_says "module show like $1" | grep -q Running; }
load() { running "$1" || asterisk_says "module load $1" >/dev/null; }

setting() { sed -n "s/^$1 *= *//p" "$(dirname "$conf")/cdr_pgsql.conf"; }
host=$(setting hostname)
port=$(setting port)
# Asked first, for each attempt of a module's own writes errors to the log.
listening() { timeout 3 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$host" "$port" 2>/dev/null; }

# Asked through Asterisk's own connection; pbx_tables is pg_tables by extconfig.conf.
has_tables() {
  local table
  for table in cdr cel queue_log; do
    asterisk_says "realtime load pbx_tables tablename $table" | grep -Eq '^ *schemaname +pbx *$' || return 1
  done
}

attached() {
  listening || return 1
  load res_realtime.so
  load res_config_pgsql.so
  if ! has_tables; then
    # What it could not reach, or did not find, it would not look for again.
    asterisk_says 'module unload res_config_pgsql.so' >/dev/null
    return 1
  fi
  load cdr_pgsql.so
  load cel_pgsql.so
  running cdr_pgsql.so && running cel_pgsql.so
}

until attached; do sleep "$every"; done
