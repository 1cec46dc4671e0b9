#!/usr/bin/env bash
# Installs the libraries of a build into a scratch folder, builds the project external_strategy beside
# this file against them, and plays its strategy.  usage: external_strategy_test.sh BUILD SOURCE
set -euo pipefail

build=$1
source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

cmake --install "$build" --component development --prefix "$scratch/installed" >"$scratch/install.log" ||
  fail "the installation: $(tail -5 "$scratch/install.log")"
# The copy proves that the example needs nothing of this repository.
cp -r "$source" "$scratch/project"
{
  cmake -S "$scratch/project" -B "$scratch/out" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_PREFIX_PATH="$scratch/installed" "${@:3}"
  cmake --build "$scratch/out"
} >"$scratch/build.log" 2>&1 || fail "the build against the installed package: $(tail -30 "$scratch/build.log")"
if grep -rIl --include='*.h' --include='*.hpp' --include='*.cmake' -F "$build" "$scratch/installed"; then
  fail "these installed files name the build folder"
fi

play() { "$scratch/out/my_strategy" "$@"; }

printed=$(play)
[[ $printed == *'round 0: party 0 offers package 10,'* ]] || fail "it does not begin with its best package: $printed"
[[ $printed == *'agreed on '* ]] || fail "it finds no agreement with a conceder: $printed"
firm=$(play half_way:share=0 tough)
[[ $firm != *'agreed on '* ]] || fail "without a share it gives way: $firm"
soft=$(play half_way:share=1 | tail -1)
hard=$(play half_way:share=0.1 | tail -1)
[[ $soft != "$hard" ]] || fail "its number changes nothing: $soft"
contract=$(play half_way linear "$source/../../fixtures/negotiation/supply_contract/files")
[[ $contract == *'agreed on '* ]] || fail "it finds no supply contract: $contract"
if complaint=$(play half_wey 2>&1); then fail 'an unknown name is accepted'; fi
[[ $complaint == *'did you mean "half_way"?'* ]] || fail "the complaint is: $complaint"
