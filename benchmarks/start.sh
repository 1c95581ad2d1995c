#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Seconds from the start of ./run --demo to its "Patchbay is ready", in a fresh home and again in the same one, and the
# resident memory after 20 s without work. Ends only what it has started. PATCHBAY_DIST=DIR measures an unpacked distribution.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=${1:-3}
work=$(mktemp -d /tmp/patchbay-start.XXXXXX)
run_pid=
finish() {
  if [[ -n $run_pid ]]; then kill -TERM "$run_pid" 2>/dev/null || true; wait "$run_pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

free_port() {
  local port
  while port=$((RANDOM % 20000 + 30000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

measure() { # name home
  local began ended pid rss
  PATCHBAY_HTTP_PORT=$(free_port) PATCHBAY_HTTPS_PORT=$(free_port) PATCHBAY_SSH_PORT=$(free_port)
  export PATCHBAY_HTTP_PORT PATCHBAY_HTTPS_PORT PATCHBAY_SSH_PORT PATCHBAY_TOWN=off
  : >"$work/out"
  local load; load=$(cut -d' ' -f1 /proc/loadavg)
  began=$(date +%s%N)
  "$root/run" --demo --home "$2" >"$work/out" 2>"$work/err" &
  run_pid=$!
  until grep -q '^Patchbay is ready' "$work/out"; do
    kill -0 "$run_pid" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.05
  done
  ended=$(date +%s%N)
  sleep 20
  pid=$(sed -n 's/^pid=//p' "$2/data/.instance")
  rss=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
  awk -v n="$1" -v ns=$((ended - began)) -v rss="$rss" -v load="$load" -v cpu="$(awk '{ print ($14 + $15) / 100 }' "/proc/$pid/stat")" \
    'BEGIN { printf "%s: ready after %.1f s, %d MB resident after 20 s idle, %.1f s CPU so far, load average before %s\n", n, ns / 1e9, rss, cpu, load }'
  kill -TERM "$run_pid"
  wait "$run_pid" || true
  run_pid=
}

echo "machine: $(nproc) cores, $(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo) MB, ${JAVA_MAX_MEM:-768m} heap at most, $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -n 1)"
# Building is not starting: a start that is thrown away makes sure that it is built.
[[ -n ${PATCHBAY_DIST:-} ]] || measure "building" "$work/home-0" >/dev/null
for ((round = 1; round <= rounds; round++)); do
  measure "first start $round" "$work/home-$round"
  measure "next start $round" "$work/home-$round"
done
