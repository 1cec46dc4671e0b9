#!/usr/bin/env bash
# Tests the launcher with a toy project and toy tools (cmake, apt-get, dpkg-query), so that nothing is built
# or installed: bash launcher_test.sh LAUNCHER CASE. Exit code 0: the case holds.
set -euo pipefail
launcher=$1
case_name=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/tree" "$work/tools"
cp "$launcher" "$work/tree/monazite"
: >"$work/tree/CMakePresets.json"
log=$work/calls

tool() {  # tool NAME: its text from standard input
  { echo '#!/bin/bash' && cat; } >"$work/tools/$1"
  chmod +x "$work/tools/$1"
}

fail() {
  echo "$case_name: $*"
  echo "--- stdout" && cat "$work/out"
  echo "--- stderr" && cat "$work/err"
  exit 1
}

# Runs the launcher with the toy tools before the real ones; the result is in $status, $work/out, $work/err.
launch() {
  status=0
  (cd "$work" && env -u MONAZITE_NO_INSTALL PATH="$work/tools:$PATH" ${settings[@]+"${settings[@]}"} \
    "$work/tree/monazite" "$@" >"$work/out" 2>"$work/err" </dev/null) || status=$?
}
settings=()

# The toy cmake chatters, configures, and builds a program that prints its arguments.
tool cmake <<EOF
echo "cmake \$*" >>"$log"
if [[ \$1 == --preset ]]; then
  echo "-- chatter of configuring"
  mkdir -p "$work/tree/build/release" && : >"$work/tree/build/release/build.ninja"
  printf 'CMAKE_GENERATOR:INTERNAL=%s\nCMAKE_HOME_DIRECTORY:INTERNAL=%s\n' "\$4" "$work/tree" \
    >"$work/tree/build/release/CMakeCache.txt"
  [[ -e "$work/no_imgui" ]] || echo 'MONAZITE_HAS_VIEWER:INTERNAL=ON' >>"$work/tree/build/release/CMakeCache.txt"
elif [[ " \$* " == *' monazite_view '* ]]; then
  mkdir -p "$work/tree/build/release/viz/host"
  printf '#!/bin/bash\necho "viewer: \$*"\n' >"$work/tree/build/release/viz/host/monazite-view"
  chmod +x "$work/tree/build/release/viz/host/monazite-view"
elif [[ -e "$work/broken" ]]; then
  echo "[1/2] Building x.o" && echo "x.cpp:1: error: no such thing" && exit 1
elif [[ -e "$work/tree/build/release/world/app/monazite" ]]; then
  echo "[0/2] Re-checking globbed directories..." && echo "ninja: no work to do."
else
  echo "[1/2] Building x.o" && echo "[2/2] Linking monazite"
  mkdir -p "$work/tree/build/release/world/app"
  printf '#!/bin/bash\necho "program: \$*"\nexit 7\n' >"$work/tree/build/release/world/app/monazite"
  chmod +x "$work/tree/build/release/world/app/monazite"
fi
EOF
tool ninja <<<'exit 0'
tool apt-get <<EOF
echo "apt-get \$*" >>"$log"
[[ ! -e "$work/conflict" ]] || { cat "$work/conflict" && exit 100; }
[[ " \$* " == *" -s "* ]] && echo "Inst something"
exit 0
EOF
tool sudo <<'EOF'
[[ $1 == -n ]] && shift
exec "$@"
EOF
# All packages are there, but for those named in the file "missing".
tool dpkg-query <<EOF
[[ \$1 == -W ]] || exit 1
shift 3
for name; do grep -qx "\$name" "$work/missing" 2>/dev/null || echo "\$name installed"; done
EOF

case $case_name in
  output_is_the_programs)
    launch run --json
    [[ $status -eq 7 ]] || fail "exit code $status is not the program's"
    [[ $(<"$work/out") == 'program: run --json' ]] || fail 'standard output is not the program'"'"'s alone'
    grep -q 'building' "$work/err" || fail 'the build is not announced'
    ;;
  second_use_is_silent)
    launch run
    launch run
    [[ ! -s $work/err ]] || fail 'something was said though there was nothing to do'
    [[ $(grep -c -- '--preset' "$log") -eq 1 ]] || fail 'configured twice'
    ;;
  failed_build_shows_why)
    : >"$work/broken"
    launch run
    [[ $status -ne 0 && ! -s $work/out ]] || fail 'a failed build went on'
    grep -q 'x.cpp:1: error: no such thing' "$work/err" || fail 'the error is not shown'
    ;;
  missing_packages_are_installed)
    echo libzstd-dev >"$work/missing"
    launch run
    grep -q 'missing Debian packages: libzstd-dev$' "$work/err" || fail 'what is missing is not said'
    grep -Eq '^apt-get install -y --no-install-recommends --no-remove libzstd-dev$' "$log" ||
      fail "apt-get was not called as it should: $(cat "$log")"
    [[ $(<"$work/out") == 'program: run' ]] || fail 'standard output is not the program'"'"'s alone'
    ;;
  nothing_is_installed_against_the_will)
    echo libzstd-dev >"$work/missing"
    settings=(MONAZITE_NO_INSTALL=1)
    launch run
    [[ $status -ne 0 ]] || fail 'went on without the packages'
    grep -q 'apt-get install .*libzstd-dev' "$work/err" || fail 'the apt line is not printed'
    [[ ! -e $log ]] || fail 'apt-get was called'
    ;;
  conflicts_are_explained)
    echo libzstd-dev >"$work/missing"
    printf '%s\n' 'The following packages will be REMOVED:' '  libold-dev' \
      'E: Packages need to be removed but remove is disabled.' >"$work/conflict"
    launch run
    [[ $status -ne 0 ]] || fail 'went on in spite of the conflict'
    grep -q '^  libold-dev' "$work/err" || fail 'what is in the way is not named'
    grep -q 'apt-get install --no-install-recommends libzstd-dev' "$work/err" || fail 'no remedy is printed'
    ;;
  help_needs_no_build)
    launch help
    [[ $status -eq 0 && ! -e $log ]] || fail 'help built or installed something'
    for verb in run ensemble scenarios describe replay export view python build test bench format lint; do
      grep -Eq "^  $verb( |\$)" "$work/out" || fail "help does not name $verb"
    done
    ;;
  only_the_viewer_needs_its_packages)
    echo libimgui-dev >"$work/missing"
    : >"$work/no_imgui"
    launch run
    [[ $(<"$work/out") == 'program: run' ]] || fail 'the laboratory does not run without the viewer'
    ! grep -q apt-get "$log" || fail 'packages of the viewer were installed for the laboratory'
    sleep 1
    rm "$work/no_imgui"
    launch view a.mcap --at 2025-06-13
    grep -q 'apt-get install .* libimgui-dev$' "$log" || fail 'what the viewer lacks was not installed'
    [[ $(grep -c -- '--preset' "$log") -eq 2 ]] || fail 'a build without the viewer is configured again'
    [[ $(<"$work/out") == 'viewer: a.mcap --at 2025-06-13' ]] || fail 'the viewer was not started'
    launch view
    [[ $(grep -c -- '--preset' "$log") -eq 2 ]] || fail 'configured for nothing'
    ;;
  a_viewer_that_cannot_be_built_says_so)
    : >"$work/no_imgui"
    launch view
    [[ $status -ne 0 && ! -s $work/out ]] || fail 'went on without the viewer'
    grep -q 'the viewer needs Dear ImGui' "$work/err" || fail 'what it needs is not said'
    ;;
  python_programs_find_the_package)
    echo python3-protobuf >"$work/missing"
    echo 'import os, sys; print(sys.argv[1:], os.environ["PYTHONPATH"]); sys.exit(5)' >"$work/party.py"
    launch python party.py --seat 'the second'
    [[ $status -eq 5 ]] || fail "exit code $status is not the program's"
    [[ $(<"$work/out") == "['--seat', 'the second'] $work/tree/build/release/python"* ]] || fail 'not as it was called'
    grep -q -- '--target monazite_python' "$log" || fail 'the package was not built'
    grep -q 'apt-get install .* python3-protobuf$' "$log" || fail 'what it needs was not installed'
    launch python
    [[ $status -ne 0 ]] || fail 'no program is no error'
    grep -q 'name the program' "$work/err" || fail 'what is missing is not said'
    ;;
  presets_are_followed)
    launch run
    sleep 1
    touch "$work/tree/CMakePresets.json"
    launch run
    launch run
    [[ $(grep -c -- '--preset' "$log") -eq 2 ]] || fail 'a changed CMakePresets.json is configured once'
    ;;
  a_moved_tree_is_configured_afresh)
    launch run
    sed -i 's|^CMAKE_HOME_DIRECTORY.*|CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere|' "$work/tree/build/release/CMakeCache.txt"
    launch run
    grep -q -- '--fresh' "$log" || fail 'the configuration of another place was kept'
    ;;
  *) echo "no case $case_name" && exit 1 ;;
esac
