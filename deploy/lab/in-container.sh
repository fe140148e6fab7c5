#!/bin/sh
# Runs inside a lab's container, which shares the pids of the machine.
# switchyard-lab hold PIDFILE [OWNER TICKS]   until process OWNER, known by its start time, is gone; else for ever
# switchyard-lab launch PIDFILE LOG PROGRAM…  becomes PROGRAM
set -eu

# Clock ticks between boot and the process's start: field 22 of stat, counted from the command's closing bracket.
ticks() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

sign_in() {
  printf '{"pid":%s,"startTicks":"%s"}\n' $$ "$(ticks $$)" >"$1.new"
  mv "$1.new" "$1"
}

task=$1 pidfile=$2
shift 2
case $task in
  hold)
    sign_in "$pidfile"
    [ $# -gt 0 ] || exec sleep infinity
    while [ "$(ticks "$1")" = "$2" ]; do sleep 2; done
    ;;
  launch)
    exec >>"$1" 2>&1
    shift
    sign_in "$pidfile"
    exec "$@"
    ;;
esac
