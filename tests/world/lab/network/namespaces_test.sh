#!/usr/bin/env bash
# Plays hosted tables across a bad network: bash namespaces_test.sh PROGRAM cut|loss, or FAULTS_TEST faults. Two
# network namespaces of its own and a pair of interfaces between them.
#   cut     is cut for two seconds; nothing is late, so the recording is that of one process
#   loss    the same, with 20 ms of delay and 5 % of loss each way besides (where the kernel has no netem: a narrow
#           line that delays, and drops what it cannot hold)
#   faults  the games of faults_test.cpp, each fault once, over a line that delays and loses
# Exit code 77: this machine cannot show it.
set -euo pipefail
program=$1
kind=$2
work=$(mktemp -d)
here=mz-host-$$
there=mz-play-$$
started=()
cleanup() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill -KILL "$pid" 2>/dev/null || true; done
  ip netns del "$here" 2>/dev/null || true
  ip netns del "$there" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
skip() {
  printf '%s\n' "$1"
  exit 77
}
fail() {
  printf '%s\n' "$1" >&2
  cat host_out host_err join_out join_err >&2 2>/dev/null || true
  exit 1
}
something_was_lost() {
  local lost
  lost=$(ip netns exec "$here" tc -s qdisc show dev mzh$$ | grep -oE 'dropped [0-9]+' | grep -oE '[0-9]+')
  [[ $lost -gt 0 ]] || skip 'the line held everything: nothing was lost on the way'
}
cd "$work"

for tool in ip tc; do command -v "$tool" >/dev/null || skip "there is no $tool here"; done
ip netns add "$here" 2>err || skip "network namespaces are not permitted here: $(head -1 err)"
ip netns add "$there"
{
  ip link add mzh$$ netns "$here" type veth peer name mzp$$ netns "$there" &&
    ip -n "$here" addr add 10.213.77.1/30 dev mzh$$ &&
    ip -n "$there" addr add 10.213.77.2/30 dev mzp$$ &&
    ip -n "$here" link set mzh$$ up && ip -n "$there" link set mzp$$ up
} 2>err || skip "no interfaces can be made between namespaces here: $(head -1 err)"
if [[ $kind != cut ]]; then
  for end in "$here mzh$$" "$there mzp$$"; do
    read -r space link <<<"$end"
    ip netns exec "$space" tc qdisc add dev "$link" root netem delay 20ms loss 5% 2>err ||
      ip netns exec "$space" tc qdisc add dev "$link" root tbf rate 2mbit burst 3kb limit 6kb 2>err ||
      skip "neither netem nor tbf is to be had here: $(head -1 err)"
  done
fi

if [[ $kind == faults ]]; then
  ip netns exec "$here" env MONAZITE_TEST_HOST=10.213.77.1 "MONAZITE_TEST_PLAYERS=/run/netns/$there" \
    "$program" 'whatever one player does*' >out 2>&1 || {
    cat out >&2
    exit 1
  }
  grep -q 'in 1 test case' out || fail "$(cat out)"
  something_was_lost
  exit 0
fi

short=(--set calendar.last_day=2025-12-31)
"$program" run june-2025 --seed 4 "${short[@]}" --out alone --quiet >/dev/null

ip netns exec "$here" "$program" host june-2025 --seed 4 "${short[@]}" --out hosted --bind 10.213.77.1 --port 7410 \
  --insecure --token letmein-here --seat japan=remote --pace 0.005 >host_out 2>host_err </dev/null &
host=$!
started+=("$host")
for ((i = 0; i < 100; ++i)); do
  ! grep -q '^hosting' host_out || break
  sleep 0.1
done
ip netns exec "$there" timeout 150 "$program" join 10.213.77.1:7410 --seat japan --token letmein-here \
  >join_out 2>join_err </dev/null &
player=$!
started+=("$player")
for ((i = 0; i < 300; ++i)); do
  [[ ! -s hosted/june-2025.mcap ]] || break
  sleep 0.1
done
kill -0 "$player" 2>/dev/null || fail 'the game was over before the network could be cut'
ip -n "$here" link set mzh$$ down
sleep 2
ip -n "$here" link set mzh$$ up
status=0
wait "$player" || status=$?
[[ $status -eq 0 ]] || fail "the player ends with $status"
wait "$host" || status=$?
[[ $status -eq 0 ]] || fail "the host ends with $status"
cmp -s alone/june-2025.mcap hosted/june-2025.mcap || fail 'the recording is not that of one process'
if [[ $kind == loss ]]; then something_was_lost; fi
