#!/usr/bin/env bash
# Holds README.md and docs/ against the built program: bash commands_test.sh SOURCE_FOLDER PROGRAM CASE.
# Exit code 0: the case holds.
set -euo pipefail
source_folder=$1
program=$2
case_name=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
documents=("$source_folder/README.md" "$source_folder"/docs/*.md)

fail() {
  echo "$case_name: $*"
  exit 1
}

# The commands of a document, one a line: in blocks (until a comment) and in running text (in backticks). The
# developer's verbs, view and python are left out: they build, and tests/build/launcher_test.sh is about them. host
# and join have a case of their own.
commands_of() {
  grep -oE '\./monazite [^`#]*' "$1" | sed -E 's/ +$//' |
    grep -vE '^\./monazite (build|test|bench|format|lint|help|view|python|host|join)( |$)' || true
}

# What a document calls by a name of its own.
filled_in() {
  sed -E -e 's/\bFILE(\.mcap)?( |$)/runs\/first\/june-2025.mcap\2/' -e 's/\bDIR\b/somewhere/' \
    -e 's/\bSCENARIO\b/quiet/' -e 's/\b(PATH|FOLDER)\b/offtake.toml/' -e 's/\bOUT\b/converted/' \
    -e 's/--to [a-z|]+\|toml.*/--to negmas/'
}

# The block in FILE that follows the line with these words, up to its closing fence.
block_after() {
  awk -v words="$2" 'found && /^```/ { if (inside) exit; inside = 1; next }
    inside { print }
    index($0, words) { found = 1 }' "$1"
}

case $case_name in
  commands_do_what_is_said)
    # Stands in for the launcher. Four histories show what a hundred do.
    cat >monazite <<EOF
#!/usr/bin/env bash
[[ \$1 == ensemble ]] || exec "$program" "\$@"
arguments=()
while [[ \$# -gt 0 ]]; do
  if [[ \$1 == --runs ]]; then shift; else arguments+=("\$1"); fi
  shift
done
exec "$program" "\${arguments[@]}" --runs 4
EOF
    chmod +x monazite
    # shellcheck disable=SC2016
    block_after "$source_folder/docs/scenarios.md" 'Save this as `my-crisis.toml`' >my-crisis.toml
    [[ -s my-crisis.toml ]] || fail 'docs/scenarios.md has no my-crisis.toml'
    # shellcheck disable=SC2016
    block_after "$source_folder/docs/negotiations.md" 'Save this as `offtake.toml`' >offtake.toml
    [[ -s offtake.toml ]] || fail 'docs/negotiations.md has no offtake.toml'
    printf '500\t0%%\t5\n1000\t0%%\t5\n' >offers.tsv
    ./monazite run june-2025 --out runs/first --quiet
    count=0
    for document in "${documents[@]}"; do
      while IFS= read -r command; do
        [[ -n $command ]] || continue
        expected=0
        [[ $command != *=nsh* ]] || expected=2  # shown for what it says
        status=0
        bash -c "$(filled_in <<<"$command")" >out 2>err </dev/null || status=$?
        if [[ $status -ne $expected ]]; then
          cat err
          fail "${document##*/} says: $command; exit code $status instead of $expected"
        fi
        [[ -s out || -s err ]] || fail "${document##*/} says: $command; it says nothing"
        count=$((count + 1))
      done <<<"$(commands_of "$document")"
    done
    [[ $count -ge 15 ]] || fail "only $count commands found"
    ;;
  two_terminals_play_what_is_said)
    mapfile -t said < <(grep -E '^ +\./monazite (host|join) ' "$source_folder/docs/classroom.md" | head -n 2 | sed 's/^ *//')
    [[ ${#said[@]} -eq 2 && ${said[0]} == *' host '* && ${said[1]} == *' join '* ]] ||
      fail 'docs/classroom.md begins with a host and a join'
    printf '#!/usr/bin/env bash\nexec "%s" "$@"\n' "$program" >monazite
    chmod +x monazite
    bash -c "exec ${said[0]} --port 0 --out hosted" >host.out 2>host.err &  # any port: others may be at work here
    host=$!
    trap 'kill "$host" 2>/dev/null || true; rm -rf "$work"' EXIT
    for _ in {1..100}; do
      [[ ! -s host.out ]] || break
      sleep 0.1
    done
    port=$(sed -nE 's/^hosting .*:([0-9]+)$/\1/p' host.out)
    [[ -n $port ]] || fail "the host does not say where it is: $(cat host.out host.err)"
    bash -c "timeout 60 ${said[1]/7410/$port}" >join.out || fail "$(cat join.out) (${said[1]})"
    wait "$host" || fail "the host ended with an error: $(cat host.err)"
    "$program" run june-2025 --out alone --quiet
    cmp hosted/june-2025.mcap alone/june-2025.mcap
    ;;
  every_command_is_in_the_launchers_help)
    # shellcheck disable=SC2094
    bash "$source_folder/monazite" help >help
    "$program" --help | awk '/^[A-Za-z]/ { inside = tolower($1) == "subcommands:"; next } inside && NF { print $1 }' >commands
    [[ $(wc -l <commands) -ge 6 ]] || fail "the program's help names $(wc -l <commands) commands"
    while IFS= read -r command; do
      grep -Eq "^  $command( |\$)" help || fail "./monazite help does not name $command"
    done <commands
    ;;
  links_lead_somewhere)
    for document in "${documents[@]}"; do
      while IFS= read -r link; do
        [[ -z $link || -e ${document%/*}/${link%%#*} ]] || fail "${document##*/} links to $link"
      done <<<"$(grep -oE '\]\([^)]+\)' "$document" | sed -E 's/^\]\(|\)$//g' | grep -v '^https\?:' || true)"
    done
    ;;
  the_readme_shows_a_real_run)
    block_after "$source_folder/README.md" 'It begins like this' >shown
    [[ $(tail -n 1 shown) == ... ]] || fail 'the README shows no beginning of a run'
    sed -i '$d' shown
    "$program" run --out there 2>err >out </dev/null
    head -n "$(wc -l <shown)" out | diff - shown || fail 'run ./monazite run, and show in README.md how it begins'
    ;;
  *) echo "no case $case_name" && exit 1 ;;
esac
