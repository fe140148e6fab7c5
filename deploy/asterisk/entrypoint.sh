#!/bin/sh
# A container's start: configuration from the environment, then Asterisk in the foreground.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
log=/var/log/asterisk/messages.log

"$here/render.sh" /etc/asterisk
mkdir -p /run/asterisk /var/log/asterisk "${PROMPTS_DIR:-/var/lib/switchyard/prompts}"

# Debian keeps the modules in a folder named by the machine's architecture.
modules=$(ls -d /usr/lib/*/asterisk/modules)
sed -i "s|^astmoddir => .*|astmoddir => $modules|" /etc/asterisk/asterisk.conf

# The site's own files, and behind a network address translation what the carrier is told.
for file in pjsip.conf modules.conf extensions.conf; do
  rm -f "/etc/asterisk/site/$file"
  [ ! -f "/etc/switchyard/site/$file" ] || cp "/etc/switchyard/site/$file" /etc/asterisk/site/
done
if [ -n "${EXTERNAL_ADDRESS:-}" ]; then
  case $EXTERNAL_ADDRESS in
    *[!A-Za-z0-9.:-]*) echo "entrypoint.sh: EXTERNAL_ADDRESS must be an address or a host name" >&2; exit 1 ;;
  esac
  cat >>/etc/asterisk/site/pjsip.conf <<EOF

[udp](+)
external_signaling_address = $EXTERNAL_ADDRESS
external_media_address = $EXTERNAL_ADDRESS
EOF
  # Who is on a network of this container's own is told its own address; everybody else, private or not, the other one.
  "$here/local-networks.sh" | sed 's/^/local_net = /' >>/etc/asterisk/site/pjsip.conf
fi
# Asterisk writes recordings; the service ivr, in another container and of group 1000, reads them and deletes old ones.
install -d -o asterisk -g 1000 -m 2775 "${RECORDINGS_DIR:-/var/spool/asterisk/recording}"

chown -R asterisk:asterisk /etc/asterisk /run/asterisk /var/log/asterisk

# A Postgres that does not answer holds a call record up for so long, no longer; a record is not worth an fsync.
export PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-3}"
export PGOPTIONS="${PGOPTIONS:--c synchronous_commit=off}"

: >"$log"
chown asterisk:asterisk "$log"
tail -F "$log" 2>/dev/null &
# The container's log keeps the lines; the file is only the way there.
(while sleep 3600; do [ "$(stat -c %s "$log")" -lt 10000000 ] || : >"$log"; done) &
(sleep 3; exec "$here/attach-records.sh") &
"$here/ship-queue-log.sh" &

exec asterisk -f -U asterisk -G asterisk
