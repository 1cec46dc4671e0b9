#!/usr/bin/env bash
# What tests of a built program share, to be read in by them: $case_name, and in the folder at hand the files
# out and err, into which a case's own meet() writes what the program says; its exit code is in $status.

case_name=${case_name:?}
status=0

fail() {
  echo "$case_name: $*"
  echo "--- stdout (its beginning)" && head -n 20 out
  echo "--- stderr" && cat err
  exit 1
}

exits_with() { [[ $status -eq $1 ]] || fail "exit code $status instead of $1"; }
says() { grep -q -- "$1" err || fail "no message says: $1"; }
says_one_line() {
  says "$1"
  [[ $(grep -c . err) -eq 1 ]] || fail 'not one message but several'
}
