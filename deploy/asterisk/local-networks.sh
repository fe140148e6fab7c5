#!/bin/sh
# The IPv4 networks that this machine, or container, is on itself, one ADDRESS/MASK a line: local-networks.sh [ROUTES]
# ROUTES is /proc/net/route, where addresses are hexadecimal, the last octet first. A default route is no network.
set -eu
routes=${1:-/proc/net/route}

dotted() {
  first=${1#??????}
  second=${1#????} third=${1#??}
  printf '%d.%d.%d.%d' "0x$first" "0x${second%??}" "0x${third%????}" "0x${1%??????}"
}

echo 127.0.0.0/255.0.0.0
tail -n +2 "$routes" | while read -r _ destination gateway _ _ _ _ mask _; do
  [ "$gateway" = 00000000 ] && [ "$mask" != 00000000 ] || continue
  echo "$(dotted "$destination")/$(dotted "$mask")"
done
