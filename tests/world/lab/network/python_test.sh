#!/usr/bin/env bash
# Parties in Python at the program's own host: bash python_test.sh PROGRAM PYTHON EXAMPLES CASE, with the package
# on PYTHONPATH. Everything is on 127.0.0.1, has a time limit and ends by itself. Exit code 77: not possible here.
set -euo pipefail
program=$1
python=$2
examples=$3
case_name=$4
# shellcheck source=tests/world/lab/network/hosting.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/hosting.sh"

fail() {
  echo "$case_name: $*"
  exit 1
}

"$python" -c 'import google.protobuf' 2>/dev/null || {
  echo 'python3-protobuf is not installed'
  exit 77
}

join() { timeout 280 "$python" "$examples/$1" --port "$port" --token letmein "${@:2}"; }

case $case_name in
  the_twin_of_a_built_in_strategy_leaves_the_same_bytes)
    start_host --seat irel=remote
    join linear_twin.py --seat irel >twin.out || fail "$(cat twin.out)"
    end_host
    "$program" run june-2025 --seed 4 --out alone --quiet
    cmp hosted/june-2025.mcap alone/june-2025.mcap
    ;;
  the_first_party_plays_to_the_end_and_verifies)
    start_host --seat japan=remote
    join first_party.py --seat japan >party.out || fail "$(cat party.out)"
    end_host
    "$program" replay hosted/june-2025.mcap --verify | grep -q 'every state hash is the same' || fail 'it does not verify'
    ! cmp -s hosted/june-2025.mcap <("$program" run june-2025 --seed 4 --out alone --quiet && cat alone/june-2025.mcap) ||
      fail 'a party of its own leaves the history of the built-in one'
    ;;
  thirty_parties_play_at_twelve_tables)
    start_host --tables 12 --seat india=remote --seat japan=remote --seat irel=remote --wait 10 --decide-within 60
    players=()
    for table in {1..12}; do
      seats=(india japan)
      if [[ $table -le 6 ]]; then seats+=(irel); fi
      for seat in "${seats[@]}"; do
        join first_party.py --seat "$seat" --table "$table" >"party-$table-$seat.out" 2>&1 &
        players+=($!)
      done
    done
    [[ ${#players[@]} -eq 30 ]] || fail "${#players[@]} parties"
    for player in "${players[@]}"; do
      wait "$player" || fail "a party ended with an error: $(tail -n 3 party-*.out)"
    done
    end_host
    for table in {01..12}; do
      "$program" replay "hosted/table-$table/june-2025.mcap" --verify | grep -q 'every state hash is the same' ||
        fail "table $table does not verify"
    done
    [[ $(grep -c '^table ' host.out) -eq 12 ]] || fail 'the host does not tell of twelve tables'
    ;;
  *) echo "no case $case_name" && exit 1 ;;
esac
