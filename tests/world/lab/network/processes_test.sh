#!/usr/bin/env bash
# A host and those that join it, each a process of its own, to the last day: bash processes_test.sh PROGRAM two|six
set -euo pipefail
program=$1
work=$(mktemp -d)
host=''
cleanup() {
  if [[ -n $host ]]; then kill "$host" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT
cd "$work"
fail() {
  echo "$*"
  exit 1
}

seats=(japan)
[[ $2 == two ]] || seats=(india japan irel toyotsu shin_etsu)
options=()
for seat in "${seats[@]}"; do options+=(--seat "$seat=remote"); done
timeout 250 "$program" host june-2025 --seed 4 --token letmein --port 0 --out hosted "${options[@]}" >host.out 2>host.err &
host=$!
for _ in {1..200}; do
  [[ ! -s host.out ]] || break
  sleep 0.05
done
port=$(sed -nE 's/^hosting .*:([0-9]+)$/\1/p' host.out)
[[ -n $port ]] || fail "the host does not say where it is: $(cat host.err)"
players=()
for seat in "${seats[@]}"; do
  timeout 250 "$program" join "127.0.0.1:$port" --seat "$seat" --token letmein --save "$seat.mcap" >"$seat.out" 2>&1 &
  players+=("$!")
done
for player in "${players[@]}"; do wait "$player" || fail "$(cat ./*.out)"; done
wait "$host" || fail "the host ended with an error: $(cat host.err)"
host=''
"$program" run june-2025 --seed 4 --out alone --quiet
cmp hosted/june-2025.mcap alone/june-2025.mcap
for seat in "${seats[@]}"; do cmp "$seat.mcap" alone/june-2025.mcap; done
"$program" replay hosted/june-2025.mcap --verify | grep -q '^96 months' || fail 'it does not verify'
