#!/usr/bin/env bash
# Meets the built program with things that go wrong: bash faults_test.sh PROGRAM CASE. Exit code 0: the case
# holds; 77: this machine cannot show it.
set -euo pipefail
program=$1
case_name=$2
tests=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
fixtures=$tests/fixtures
# shellcheck source=tests/support/program_case.sh
source "$tests/support/program_case.sh"
work=$(mktemp -d)
started=()
cleanup() {
  local pid
  for pid in ${started[@]+"${started[@]}"}; do kill -KILL "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT
cd "$work"
short=(--set calendar.last_day=2025-12-31)  # two years are enough

# Runs the program; its exit code is in $status, what it says in the files out and err.
meet() {
  status=0
  "$program" "$@" >out 2>err </dev/null || status=$?
}

tells_the_story() { grep -q '^What happened$' out || fail 'no story is told'; }

# What a recording that ends early must allow: the story so far, and its tables.
stays_readable() {  # stays_readable FILE EXIT_CODE
  meet replay "$1"
  exits_with "$2"
  tells_the_story
  meet export "$1" --csv tables
  exits_with "$2"
  [[ $(wc -l <tables/messages.csv) -gt 1 && $(wc -l <tables/prices.csv) -gt 1 ]] || fail 'the tables are empty'
}

# Begins a whole run and takes away only the beginning of its recording, so that the run comes to a halt in
# the middle. Sends it the signal there, and only then takes away the rest.
interrupted_run() {  # interrupted_run SIGNAL
  mkdir there
  mkfifo there/june-2025.mcap
  "$program" run --out there >out 2>err </dev/null &
  local pid=$! reader
  started+=("$pid")
  exec 8<there/june-2025.mcap  # returns when the program has opened the other end
  dd bs=1000 count=500 iflag=fullblock status=none <&8 >cut.mcap
  kill "-$1" "$pid"
  cat <&8 >>cut.mcap &
  reader=$!
  status=0
  wait "$pid" || status=$?
  exec 8<&-
  wait "$reader"
}

# Begins a host; its port is in $port, its process in $host. It is ended with the test.
begin_host() {
  : >host_out
  "$program" host "${short[@]}" --out hosted --port 0 --token letmein "$@" >host_out 2>host_err </dev/null &
  host=$!
  started+=("$host")
  local i
  for ((i = 0; i < 300; ++i)); do
    port=$(sed -n 's/^hosting .*:\([0-9]*\)$/\1/p' host_out)
    [[ -z $port ]] || return 0
    kill -0 "$host" 2>/dev/null || break
    sleep 0.1
  done
  cp host_out out
  cp host_err err
  fail 'the host does not say where it is'
}

# Sends a host the signal in the middle of a run, with a player at one of its seats.
interrupted_host() {  # interrupted_host SIGNAL
  begin_host --seat japan=remote --pace 0.01
  "$program" join "127.0.0.1:$port" --seat japan --token letmein >join_out 2>join_err </dev/null &
  local player=$! i
  started+=("$player")
  for ((i = 0; i < 300; ++i)); do
    [[ ! -s hosted/june-2025.mcap ]] || break
    sleep 0.1
  done
  sleep 1.5  # some months
  kill "-$1" "$host"
  status=0
  wait "$host" || status=$?
  cp host_out out
  cp host_err err
  exits_with 130
  says 'stopped before the last day'
  status=0
  wait "$player" || status=$?
  [[ $status -lt 128 || $status -eq 130 ]] || fail "the player ends with $status when its host does"
  stays_readable hosted/june-2025.mcap 0
  [[ ! -s err ]] || fail 'the recording of a stopped host is called damaged'
  if grep -q '^2025-12' tables/prices.csv; then fail 'the host was not stopped'; fi
  meet replay hosted/june-2025.mcap --verify
  exits_with 0
  grep -q 'every state hash is the same' out || fail 'the recording of a stopped host is not verified'
}

case $case_name in
  six_faults_give_six_messages)
    cat >six.toml <<'EOF'
title   = "Six faults"
summary = "None of this works"
extends = "june-2025"
colour  = "red"

[ore]
mined_reo_t_per_yaer = 2000
crack_recovery       = "much"
availability_mean    = 1.7

[event.visit]
kind       = "summit"
day        = 2035-01-01
confidence = "assumption"

[event.request]
office = "comerce"
EOF
    meet run six.toml --out there
    exits_with 2
    [[ ! -s out && ! -e there && ! -e runs ]] || fail 'something was written'
    [[ $(wc -l <err) -eq 6 ]] || fail 'not six messages'
    [[ $(grep -Ec '^six\.toml:[0-9]+:[0-9]+: found .*, expected ' err) -eq 6 ]] || fail 'a message has no place'
    says 'did you mean mined_reo_t_per_year?'
    says 'did you mean commerce?'
    ;;
  options_that_do_not_exist_are_refused)
    meet run --sed 3
    exits_with 2
    says '--sed'
    [[ ! -s out && ! -e runs ]] || fail 'something was written'
    meet ensemble --jobs 100000000
    exits_with 2
    says '--jobs'
    meet
    exits_with 2
    [[ -s err ]] || fail 'nothing is said'
    ;;
  a_file_that_is_missing_is_named)
    meet run nowhere.toml
    exits_with 2
    says_one_line 'nowhere.toml'
    [[ ! -e runs ]] || fail 'a folder was made'
    meet run june-2052
    exits_with 2
    says 'june-2025'
    meet replay nowhere.mcap
    exits_with 2
    says_one_line 'there is no file nowhere.mcap'
    meet export nowhere.mcap --csv tables
    exits_with 2
    says_one_line 'there is no file nowhere.mcap'
    [[ ! -e tables ]] || fail 'a folder was made'
    ;;
  a_mistake_in_a_list_of_offers_is_told)
    domain=$fixtures/negotiation/allocation
    printf 'a\tb\n' >offers.tsv
    meet estimate "$domain/files" --party 1 --model smith --bids offers.tsv
    exits_with 2
    says_one_line 'offers.tsv:1: found 2 values'
    meet estimate "$domain/files" --party 1 --model smiht --bids "$domain/opponent_bids.tsv"
    exits_with 2
    says_one_line 'did you mean "smith"?'
    meet estimate "$domain/files" --party 2 --model smith --bids "$domain/opponent_bids.tsv"
    exits_with 2
    says_one_line 'parties 0 to 1'
    meet estimate "$domain/files" --party 1 --model smith --bids "$domain/opponent_bids.tsv" --rounds 5
    exits_with 2
    says_one_line '48 offers, more than --rounds 5'
    meet estimate "$domain/files" --party 1 --model smith --bids "$domain/opponent_bids.tsv"
    exits_with 0
    grep -q '^Accuracy over' out || fail 'no accuracy is told'
    ;;
  a_negotiation_that_cannot_be_held_is_told)
    domain=$fixtures/negotiation/tied/files
    meet negotiate "$domain" --first bulware
    exits_with 2
    says_one_line 'no strategy is called "bulware"; did you mean "boulware"?'
    meet negotiate "$domain" --first boulware:exponnt=2
    exits_with 2
    says_one_line 'did you mean "exponent"?'
    meet negotiate "$domain" --rule alternating_ofers
    exits_with 2
    says_one_line 'alternating_offers'
    meet negotiate nowhere --first tough
    exits_with 2
    says_one_line 'nowhere'
    meet negotiate "$domain" --other tough
    exits_with 2
    says_one_line 'the domain has 2 parties'
    meet negotiate "$domain" --rounds 100001 --record n.mcap
    exits_with 2
    says_one_line 'at most 100000 rounds'
    [[ ! -e n.mcap ]] || fail 'a recording was begun'
    meet negotiate "$domain" --svg nowhere/at/all.svg
    exits_with 1
    says_one_line 'nowhere/at/all.svg'
    meet tournament "$domain" --strategies boulware,,tough
    exits_with 2
    meet tournament "$domain" --strategies boulware,tough --out nowhere/at/all.sqlite
    exits_with 1
    says_one_line 'nowhere/at/all.sqlite'
    ;;
  a_negotiation_is_recorded_told_and_verified)
    domain=$fixtures/negotiation/mou_core/files
    meet negotiate "$domain" --first boulware --second micro --record n.mcap --json
    exits_with 0
    mv out first
    meet replay n.mcap --json
    exits_with 0
    cmp -s first out || fail 'the replay tells something else'
    meet replay n.mcap --verify
    exits_with 0
    grep -q 'every one and the ending are the same' out || fail 'it is not verified'
    meet export n.mcap --csv tables
    exits_with 2
    says_one_line 'a negotiation over a domain'
    ;;
  a_domain_keeps_its_frontier_in_every_format)
    domain=$fixtures/negotiation/supply_contract/files
    meet frontier "$domain" --semantics negmas --csv before.csv
    exits_with 0
    for format in genius negmas toml; do
      meet convert "$domain" "in_$format" --to "$format" --semantics negmas
      exits_with 0
      meet frontier "in_$format" --semantics negmas --csv "$format.csv"
      exits_with 0
      cmp -s before.csv "$format.csv" || fail "another frontier in $format"
    done
    # GeniusWeb has no place for a value of no deal that is no package's.
    meet convert "$domain" in_geniusweb --to geniusweb --semantics negmas
    exits_with 0
    [[ $(grep -c '^not kept: that no deal is worth' out) -eq 2 ]] || fail 'what is lost is not told'
    meet convert "$domain" again --to genios
    exits_with 2
    ;;
  a_strategy_that_uses_up_its_budget_forfeits)
    meet negotiate "$fixtures/negotiation/mou_core/files" --first trade_off --budget 5
    exits_with 0
    grep -q 'forfeits in round' out || fail 'no forfeit is told'
    ;;
  a_folder_that_cannot_be_written_is_named)
    # A file in the way stops root as well.
    : >there
    meet run --out there
    exits_with 1
    says_one_line 'cannot make the folder there'
    meet run --out there/inside
    exits_with 1
    says_one_line 'cannot make the folder there/inside'
    # Said before a thousand histories are played, not after.
    meet ensemble --runs 1000000 --out there
    exits_with 1
    says_one_line 'cannot make the folder there'
    mkdir -p taken/results.sqlite/inside
    meet ensemble --runs 1000000 --out taken
    exits_with 1
    says_one_line 'taken/results.sqlite'
    mkdir -p occupied/june-2025.mcap
    meet run --out occupied
    exits_with 1
    says_one_line 'occupied/june-2025.mcap'
    meet run "${short[@]}" --out good --quiet
    exits_with 0
    meet export good/june-2025.mcap --csv there
    exits_with 1
    says_one_line 'cannot make the folder there'
    if [[ $EUID -ne 0 ]]; then
      mkdir closed
      chmod a-w closed
      meet run --out closed
      exits_with 1
      says_one_line 'closed'
      meet ensemble --runs 1000000 --out closed
      exits_with 1
      says_one_line 'closed'
    fi
    ;;
  a_full_disk_keeps_what_was_recorded)
    # A file may grow to 400 KiB: the limit that every system can set for one process.
    status=0
    (ulimit -f 400 && exec "$program" run --out there >/dev/null 2>err </dev/null) || status=$?
    : >out
    exits_with 1
    says 'cannot write the recording there/june-2025.mcap'
    stays_readable there/june-2025.mcap 1
    says_one_line 'breaks off after'
    # A disk that is really full, where this user may mount one.
    unshare -rm true 2>/dev/null || exit 0
    mkdir disk
    status=0
    # shellcheck disable=SC2016
    unshare -rm bash -c 'mount -t tmpfs -o size=600k tmpfs disk || exit 77
      status=0
      "$0" run --out disk/there >/dev/null 2>err </dev/null || status=$?
      cp disk/there/june-2025.mcap full.mcap
      exit "$status"' "$program" || status=$?
    [[ $status -ne 77 ]] || exit 0
    exits_with 1
    says 'the disk is full'
    stays_readable full.mcap 1
    ;;
  a_full_results_file_is_told)
    status=0
    (ulimit -f 40 && exec "$program" ensemble --runs 6 "${short[@]}" --out there >out 2>err </dev/null) || status=$?
    exits_with 1
    says_one_line 'cannot write there/results.sqlite'
    [[ -z $(ls there) ]] || fail "an unfinished results file is left: $(ls there)"
    # The results of a run that is over do not stand beside a recording of another one that broke off.
    meet run "${short[@]}" --out there
    exits_with 0
    [[ -s there/results.sqlite ]] || fail 'there are no results'
    status=0
    (ulimit -f 200 && exec "$program" run "${short[@]}" --seed 5 --out there >out 2>err </dev/null) || status=$?
    exits_with 1
    says 'cannot write'
    [[ ! -e there/results.sqlite && ! -e there/results.sqlite.unfinished ]] || fail 'results are left'
    if grep -q '^Results' out; then fail 'results are named that are not there'; fi
    # A disk that is really full, where this user may mount one.
    unshare -rm true 2>/dev/null || exit 0
    mkdir disk
    status=0
    # shellcheck disable=SC2016
    unshare -rm bash -c 'mount -t tmpfs -o size=40k tmpfs disk || exit 77
      status=0
      "$0" ensemble --runs 6 --set calendar.last_day=2025-12-31 --out disk/there >out 2>err </dev/null || status=$?
      ls disk/there >left
      exit "$status"' "$program" || status=$?
    [[ $status -ne 77 ]] || exit 0
    exits_with 1
    says_one_line 'cannot write disk/there/results.sqlite'
    [[ ! -s left ]] || fail "an unfinished results file is left: $(cat left)"
    ;;
  a_full_output_is_told)
    [[ -w /dev/full ]] || exit 77
    status=0
    "$program" run "${short[@]}" --out there >/dev/full 2>err </dev/null || status=$?
    : >out
    exits_with 1
    says_one_line 'cannot write the report to standard output'
    stays_readable there/june-2025.mcap 0
    status=0
    "$program" scenarios >/dev/full 2>err </dev/null || status=$?
    exits_with 1
    says_one_line 'cannot write the report to standard output'
    ;;
  a_closed_pipe_is_told)
    mkfifo pipe
    exec 8<>pipe
    exec 7>pipe
    exec 8<&-  # nobody reads any more
    status=0
    "$program" run "${short[@]}" --out there >&7 2>err </dev/null || status=$?
    : >out
    exits_with 1
    says_one_line 'cannot write the report to standard output'
    stays_readable there/june-2025.mcap 0
    ;;
  ctrl_c_ends_a_run_early)
    interrupted_run INT
    exits_with 130
    says 'stopped before the last day'
    stays_readable cut.mcap 0
    [[ ! -s err ]] || fail 'the recording of a stopped run is called damaged'
    if grep -q ',2031-12\|^2031-12' tables/prices.csv; then fail 'the run was not stopped'; fi
    meet replay cut.mcap --verify
    exits_with 0
    grep -q 'every state hash is the same' out || fail 'the recording of a stopped run is not verified'
    ;;
  sigterm_ends_a_run_early)
    interrupted_run TERM
    exits_with 130
    says 'stopped before the last day'
    stays_readable cut.mcap 0
    ;;
  ctrl_c_ends_an_ensemble_early)
    "$program" ensemble --runs 1000000 --jobs 2 --out there >out 2>err </dev/null &
    pid=$!
    started+=("$pid")
    until [[ -e there/results.sqlite.unfinished ]]; do sleep 0.1; done  # made just before the first run
    sleep 3  # for some runs, also where the machine has much else to do
    kill -INT "$pid"
    status=0
    wait "$pid" || status=$?
    exits_with 130
    says_one_line 'stopped after [1-9][0-9]* of 1000000 runs'
    [[ -s there/results.sqlite ]] || fail 'no results of the runs so far'
    grep -q 'Exports to Japan' out || fail 'what was played is not counted'
    ;;
  sigint_ends_a_host_early)
    interrupted_host INT
    ;;
  sigterm_ends_a_host_early)
    interrupted_host TERM
    ;;
  a_host_that_cannot_be_is_told)
    meet host "${short[@]}" --out there --bind 0.0.0.0 --port 0
    exits_with 2
    says_one_line 'give --tls-cert and --tls-key, or say --insecure'
    meet host "${short[@]}" --out there --tables 0
    exits_with 2
    says '0 tables are not possible'
    meet host "${short[@]}" --out there --seat atlantis=remote
    exits_with 2
    says_one_line 'has no seat "atlantis"; its seats are india, japan'
    meet host "${short[@]}" --out there --seat japan
    exits_with 2
    says_one_line 'write --seat japan=remote'
    for pace in slow -1 0 nan 1e9; do
      meet host "${short[@]}" --out there "--pace=$pace"
      exits_with 2
      says_one_line 'is no pace: fast, lockstep, or seconds a day'
    done
    begin_host --seat japan=remote
    meet host "${short[@]}" --out elsewhere --port "$port"
    exits_with 1
    says_one_line 'choose another with --port'
    [[ ! -e there/june-2025.mcap && ! -e elsewhere/june-2025.mcap ]] || fail 'a recording was begun'
    ;;
  a_cut_recording_is_told_as_far_as_it_goes)
    meet run --out there --quiet
    exits_with 0
    size=$(wc -c <there/june-2025.mcap)
    head -c $((size / 2)) there/june-2025.mcap >cut.mcap
    stays_readable cut.mcap 1
    says_one_line 'breaks off after'
    meet replay cut.mcap --verify
    exits_with 1
    grep -q 'every state hash is the same' out || fail 'what is whole is not verified'
    says_one_line 'breaks off after'
    head -c 20 there/june-2025.mcap >stub.mcap
    meet replay stub.mcap
    exits_with 1
    [[ $(grep -c . err) -eq 1 && ! -s out ]] || fail 'not one message'
    ;;
  a_damaged_month_is_left_out)
    meet run --out there --quiet
    exits_with 0
    size=$(wc -c <there/june-2025.mcap)
    # Most bytes belong to months; what lies between them is only an index, and nothing is lost with it, but
    # told all the same.
    lost=0
    for part in 3 4 5 6 7 8 9 10 11 12; do
      cp there/june-2025.mcap flipped.mcap
      printf 'flipped!' | dd of=flipped.mcap bs=1 seek=$((size * part / 16)) conv=notrunc status=none
      meet replay flipped.mcap
      tells_the_story
      exits_with 1
      if grep -q 'are damaged and left out' err; then
        says_one_line 'Another copy of the file has what is missing'
        lost=$((lost + 1))
      else
        says_one_line 'the records are not'
      fi
    done
    [[ $lost -ge 5 ]] || fail "only $lost of 10 damages were told"
    # In two places at once.
    printf 'flipped!' | dd of=flipped.mcap bs=1 seek=$((size / 3)) conv=notrunc status=none
    stays_readable flipped.mcap 1
    ;;
  any_damage_is_told)
    meet run "${short[@]}" --out there --quiet
    exits_with 0
    cp there/june-2025.mcap whole.mcap
    size=$(wc -c <whole.mcap)
    meet replay there/june-2025.mcap
    exits_with 0
    mv out whole.txt
    # The head, schemas and channels; places all over the months; the summary and the last bytes.
    places=(9 20 60 700 5000 20000 40000 60000)
    for part in $(seq 1 24); do places+=($((size * part / 25 + part))); done
    for back in 4000 1500 400 120 60 30 20 12 4; do places+=($((size - back))); done
    flip_a_bit() {  # flip_a_bit PLACE
      cp whole.mcap there/june-2025.mcap
      printf '\\x%02x' $((($(od -An -tu1 -j "$1" -N 1 whole.mcap) + 0) ^ 4)) >byte
      printf '%b' "$(cat byte)" | dd of=there/june-2025.mcap bs=1 seek="$1" conv=notrunc status=none
    }
    is_told() {  # is_told PLACE: by the command just met
      [[ $status -eq 1 || $1 -lt 60 && $status -eq 2 ]] || fail "a flipped bit at $1 is not told"
      [[ $(wc -l <err) -eq 1 ]] || fail "not one message of a flipped bit at $1"
    }
    complete=0
    for i in "${!places[@]}"; do
      place=${places[i]}
      flip_a_bit "$place"
      meet replay there/june-2025.mcap
      is_told "$place"
      if [[ $place -ge 60 ]] && ! grep -q 'left out' err; then
        says_one_line 'Nothing is missing here'
        cmp -s out whole.txt || fail "another story after a flipped bit at $place"
        complete=$((complete + 1))
      fi
      # Verification plays all again, which takes its time: of the months, a few are enough.
      if ((i < 4 || i % 6 == 0 || i >= ${#places[@]} - 4)); then
        meet replay there/june-2025.mcap --verify
        is_told "$place"
      fi
    done
    [[ $complete -ge 8 ]] || fail "only $complete damages beside the records"
    ;;
  a_folder_is_no_scenario)
    mkdir folder.toml
    printf 'extends = "folder.toml"\n' >on_a_folder.toml
    for verb in run describe ensemble; do
      for scenario in folder.toml on_a_folder.toml; do
        meet "$verb" "$scenario"
        exits_with 2
        says_one_line 'folder.toml'
      done
    done
    [[ ! -e runs ]] || fail 'something was written'
    ;;
  seeds_that_are_none_are_refused)
    for seed in -1 18446744073709551616 abc 1e3; do
      meet run "--seed=$seed"
      exits_with 2
      says 'a whole number from 0 to 18446744073709551615'
    done
    [[ ! -e runs ]] || fail 'something was written'
    ;;
  json_is_one_object_and_nothing_else)
    meet run "${short[@]}" --seed 5 --json
    exits_with 0
    [[ ! -s err ]] || fail 'something is said beside it'
    python3 - <<'END' || fail 'it is not one object with the report'
import json
text = open("out").read()
report, end = json.JSONDecoder().raw_decode(text)
assert not text[end:].strip(), text[end:]
assert report["seed"] == 5
assert len(report["parties"]) == 8
for key in ("story", "deals", "recording", "months"):
    assert report[key] is not None, key
END
    ;;
  a_recording_that_is_none_is_refused)
    echo 'not a recording' >words.mcap
    : >empty.mcap
    mkdir folder.mcap
    for file in words.mcap empty.mcap folder.mcap /dev/null; do
      meet replay "$file"
      exits_with 2
      says_one_line "$file"
      [[ ! -s out ]] || fail 'something was told'
    done
    ;;
  *) echo "no case $case_name" && exit 1 ;;
esac
