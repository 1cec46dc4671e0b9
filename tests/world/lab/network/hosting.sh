# shellcheck shell=bash
# For scripts that start a host of their own, to be sourced with `program` set: a folder to work in, and a host on
# 127.0.0.1 that has a time limit and is ended with the script.
work=$(mktemp -d)
host=''
cleanup() {
  if [[ -n $host ]]; then kill "$host" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT
cd "$work" || exit 1

start_host() {  # start_host OPTIONS...: sets `host` and `port`
  # shellcheck disable=SC2154  # the script that sources this sets it
  timeout 300 "$program" host june-2025 --seed 4 --token letmein --port 0 --out hosted "$@" >host.out 2>host.err &
  host=$!
  for _ in {1..200}; do
    [[ ! -s host.out ]] || break
    sleep 0.05
  done
  port=$(sed -nE 's/^hosting .*:([0-9]+)$/\1/p' host.out)
  [[ -n $port ]] || fail "the host does not say where it is: $(cat host.err)"
}

end_host() {
  wait "$host" || fail "the host ended with an error: $(cat host.err)"
  host=''
}
