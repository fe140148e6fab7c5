#!/bin/sh
# Inside the demo's container: the sources from /source, the demo, its results to /results. See demo-in-docker.
set -eu
cd /switchyard
find . -mindepth 1 -maxdepth 1 ! -name node_modules ! -name installed ! -name var -exec rm -rf {} +
tar -C /source --exclude=./.git --exclude=./.lab --exclude=./var --exclude=./dist --exclude=./node_modules -cf - . |
  tar -xf - --no-same-owner
cmp -s package-lock.json installed || {
  npm ci --no-audit --no-fund
  cp package-lock.json installed
}
mkdir .lab
ln -s / .lab/root

status=0
npm run --silent demo -- --json /results/summary.json "$@" || status=$?
[ ! -d var/demo/paper-notices ] || cp -R var/demo/paper-notices /results/
chown -R "$(stat -c %u:%g /source/package.json)" /results
exit $status
