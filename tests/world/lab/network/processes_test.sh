#!/usr/bin/env bash
# A host and those that join it, each a process of its own, to the last day: bash processes_test.sh PROGRAM two|six
set -euo pipefail
program=$1
# shellcheck source=tests/world/lab/network/hosting.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/hosting.sh"
fail() {
  echo "$*"
  exit 1
}

seats=(japan)
[[ $2 == two ]] || seats=(india japan irel toyotsu shin_etsu)
options=()
for seat in "${seats[@]}"; do options+=(--seat "$seat=remote"); done
start_host "${options[@]}"
players=()
for seat in "${seats[@]}"; do
  timeout 250 "$program" join "127.0.0.1:$port" --seat "$seat" --token letmein --save "$seat.mcap" >"$seat.out" 2>&1 &
  players+=("$!")
done
for player in "${players[@]}"; do wait "$player" || fail "$(cat ./*.out)"; done
end_host
"$program" run june-2025 --seed 4 --out alone --quiet
cmp hosted/june-2025.mcap alone/june-2025.mcap
for seat in "${seats[@]}"; do cmp "$seat.mcap" alone/june-2025.mcap; done
"$program" replay hosted/june-2025.mcap --verify | grep -q '^96 months' || fail 'it does not verify'
