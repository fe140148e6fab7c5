#!/bin/sh
# Runs inside a lab's container, which shares the pids of the machine and, at /run/switchyard-lab, the folder .lab/labs/NAME.
# switchyard-lab hold [OWNER TICKS]           serves run-in-container until process OWNER, known by its start time, is
#                                             gone; else for ever
# switchyard-lab launch PIDFILE LOG PROGRAM…  becomes PROGRAM
set -eu
control=/run/switchyard-lab
jobs=$control/jobs

# Clock ticks between boot and the process's start: field 22 of stat, counted from the command's closing bracket.
ticks() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

sign_in() {
  printf '{"pid":%s,"startTicks":"%s"}\n' $$ "$(ticks $$)" >"$1.new"
  mv "$1.new" "$1"
}

# Each job is a folder: its command in args, and pipes for what goes in and comes out.
serve() {
  while read -r job <&3; do
    # shellcheck disable=SC2016
    xargs -0 -a "$jobs/$job/args" sh -c '"$@" <"$0/in" >"$0/out" 2>"$0/err"; echo $? >"$0/status"' \
      "$jobs/$job" 3<&- &
  done
}

task=$1
shift
case $task in
  hold)
    rm -rf "$jobs"
    mkdir "$jobs"
    mkfifo "$jobs/queue"
    exec 3<>"$jobs/queue"
    serve &
    sign_in "$control/container.pid"
    [ $# -gt 0 ] || wait
    while [ "$(ticks "$1")" = "$2" ]; do sleep 2; done
    ;;
  launch)
    exec >>"$2" 2>&1
    sign_in "$1"
    shift 2
    exec "$@"
    ;;
esac
