#!/bin/sh
# A container's start: configuration from the environment, then Asterisk in the foreground.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

"$here/render.sh" /etc/asterisk
mkdir -p /run/asterisk /var/log/asterisk "${PROMPTS_DIR:-/var/lib/switchyard/prompts}"
chown -R asterisk:asterisk /etc/asterisk /run/asterisk /var/log/asterisk

# A Postgres that does not answer holds a call record up for so long, no longer; a record is not worth an fsync.
export PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-3}"
export PGOPTIONS="${PGOPTIONS:--c synchronous_commit=off}"

: >/var/log/asterisk/messages.log
chown asterisk:asterisk /var/log/asterisk/messages.log
tail -F /var/log/asterisk/messages.log 2>/dev/null &
(sleep 3; exec "$here/attach-records.sh") &

exec asterisk -f -U asterisk -G asterisk
