#!/usr/bin/env bash
# The viewer on the command line, without a display: bash view_cli_test.sh MONAZITE VIEWER CASE. Exit code 0:
# the case holds; 77: this machine draws no pictures.
set -euo pipefail
program=$1
viewer=$2
case_name=$3
# shellcheck source=tests/support/program_case.sh
source "$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../support" && pwd)/program_case.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export XDG_CONFIG_HOME=$work/config
unset DISPLAY WAYLAND_DISPLAY

# Runs the viewer; its exit code is in $status, what it says in the files out and err.
meet() {
  status=0
  timeout 60 "$viewer" "$@" >out 2>err </dev/null || status=$?
  [[ $status -lt 124 ]] || fail "it crashed or hung: $status"
}

# Width and height of a PNG stand in its bytes 16 to 23.
png_size() {
  [[ $(head -c 4 "$1" | tail -c 3) == PNG ]] || fail "$1 is no PNG"
  od -An -tu1 -j16 -N8 "$1" | awk '{ print $1 * 16777216 + $2 * 65536 + $3 * 256 + $4 "x" \
                                           $5 * 16777216 + $6 * 65536 + $7 * 256 + $8 }'
}
needs_pictures() {
  meet --screenshot probe.png --size 640x400
  if [[ $status -eq 1 ]] && grep -qi 'EGL\|OpenGL' err; then
    echo "SKIP: $(cat err)"
    exit 77
  fi
}
record() {
  "$program" run --out runs --quiet >/dev/null
  file=runs/june-2025.mcap
}

case $case_name in
  help_names_every_option)
    meet --help
    exits_with 0
    for option in demo screenshot frames csv chart at from to every panel layout theme language size scale \
                  play-as seed; do
      grep -q -- "--$option" out || fail "--$option is not explained"
    done
    [[ ! -s err ]] || fail 'something is complained of'
    ;;
  a_screenshot_has_the_size_that_was_asked_for)
    needs_pictures
    record
    meet "$file" --screenshot a.png --at 2025-08-01
    exits_with 0
    [[ $(png_size a.png) == 1600x900 ]] || fail "it is $(png_size a.png)"
    meet "$file" --screenshot b.png --at 2025-08-01 --size 1280x720 --theme light --layout negotiation
    exits_with 0
    [[ $(png_size b.png) == 1280x720 ]] || fail "it is $(png_size b.png)"
    meet "$file" --screenshot again.png --at 2025-08-01
    cmp -s a.png again.png || fail 'the same twice gives other bytes'
    meet "$file" --screenshot other.png --at 2026-08-01
    ! cmp -s a.png other.png || fail 'another day looks the same'
    meet "$file" --screenshot ja.png --at 2025-08-01 --language ja
    ! cmp -s a.png ja.png || fail 'another language looks the same'
    [[ ! -s err ]] || fail 'something is complained of'
    ;;
  every_layout_and_panel_can_be_had_as_a_picture)
    needs_pictures
    record
    for layout in overview negotiation market what-if seat; do
      meet "$file" --screenshot "$layout.png" --layout "$layout" --at 2026-04-15 --size 1280x720
      exits_with 0
      [[ $(png_size "$layout.png") == 1280x720 ]] || fail "$layout is $(png_size "$layout.png")"
    done
    [[ $(md5sum ./*.png | cut -d' ' -f1 | sort -u | wc -l) -eq $(find . -name '*.png' | wc -l) ]] ||
      fail 'two layouts look the same'
    for panel in parties map charts market talks issues win-sets concessions book timeline; do
      meet "$file" --screenshot "panel-$panel.png" --panel "$panel" --size 800x600 --at 2026-04-15
      exits_with 0
      [[ $(png_size "panel-$panel.png") == 800x600 ]] || fail "$panel is $(png_size "panel-$panel.png")"
    done
    meet --demo --screenshot demo.png --scale 1.5
    exits_with 0
    [[ $(png_size demo.png) == 1600x900 ]] || fail "it is $(png_size demo.png)"
    meet --screenshot start.png
    exits_with 0
    meet --play-as japan --seed 7 --screenshot seat.png
    exits_with 0
    ;;
  a_film_has_a_picture_for_each_step)
    needs_pictures
    record
    meet "$file" --frames film --from 2025-08-01 --to 2025-08-29 --every 7 --size 640x400
    exits_with 0
    [[ $(find film -name 'frame-*.png' | wc -l) -eq 5 ]] || fail "it has $(find film -type f | wc -l)"
    [[ $(png_size film/frame-000000.png) == 640x400 ]] || fail 'of another size'
    ! cmp -s film/frame-000000.png film/frame-000004.png || fail 'nothing moves'
    ;;
  a_chart_is_written_as_csv_without_any_picture)
    record
    for chart in price cover stock flow share politics; do
      meet "$file" --csv "$chart.csv" --chart "$chart"
      exits_with 0
      [[ $(wc -l <"$chart.csv") -eq 97 ]] || fail "$chart has $(wc -l <"$chart.csv") lines"
      grep -q '^month,"' "$chart.csv" || fail 'no head'
    done
    meet "$file" --csv some.csv --from 2025-01-01 --to 2025-12-31
    exits_with 0
    [[ $(wc -l <some.csv) -eq 13 ]] || fail 'not a year'
    grep -q '^2025-06-30,[0-9]' some.csv || fail 'no values'
    meet "$file" --csv no/such/folder.csv
    exits_with 1
    says_one_line 'no/such/folder.csv'
    meet "$file" --csv x.csv --chart weather
    exits_with 2
    says_one_line 'weather'
    meet --csv x.csv
    exits_with 2
    says_one_line 'recording'
    ;;
  options_that_make_no_sense_are_refused_in_a_sentence)
    for bad in '--layout kitchen' '--theme blue' '--language tlh' '--at yesterday' '--from 2025-13-01' \
               '--size 100x100' '--size large' '--size 800x600x3' '--scale 9' '--every 0' '--colour' \
               '--seed many' '--play-as nobody' '--panel kitchen'; do
      # shellcheck disable=SC2086
      meet --screenshot x.png $bad
      exits_with 2
      says_one_line "${bad##* }"
      [[ ! -e x.png ]] || fail "a picture was made though $bad"
    done
    meet --demo --frames film --from 2026-01-01 --to 2025-01-01
    [[ $status -ne 0 ]] || fail 'a film backwards'
    ;;
  files_that_are_no_recordings_are_refused_in_a_sentence)
    echo 'not a recording' >words.mcap
    : >empty.mcap
    mkdir folder.mcap
    for file in nowhere.mcap words.mcap empty.mcap folder.mcap; do
      meet "$file" --screenshot x.png
      exits_with 2
      says_one_line "$file"
      meet "$file" --csv x.csv
      exits_with 2
      says_one_line "$file"
    done
    [[ ! -e x.png && ! -e x.csv ]] || fail 'something was written'
    meet --demo --screenshot no/such/folder.png
    [[ $status -eq 1 ]] || fail "exit code $status"
    ;;
  a_cut_recording_is_shown_as_far_as_it_is_whole)
    needs_pictures
    record
    size=$(wc -c <"$file")
    for part in 2 5 8 9; do
      head -c $((size * part / 10)) "$file" >cut.mcap
      meet cut.mcap --screenshot "cut$part.png" --at 2031-12-31
      exits_with 0
      [[ $(png_size "cut$part.png") == 1600x900 ]] || fail 'no picture'
      meet cut.mcap --csv cut.csv
      exits_with 0
      [[ $(wc -l <cut.csv) -gt 2 && $(wc -l <cut.csv) -lt 97 ]] || fail "$(wc -l <cut.csv) lines"
    done
    cp "$file" flipped.mcap
    printf 'flipped!' | dd of=flipped.mcap bs=1 seek=$((size / 2)) conv=notrunc status=none
    for layout in overview negotiation market what-if; do
      meet flipped.mcap --screenshot flipped.png --layout "$layout"
      exits_with 0
    done
    head -c 20 "$file" >stub.mcap
    meet stub.mcap --screenshot stub.png
    [[ $status -eq 1 || $status -eq 2 ]] || fail "exit code $status"
    [[ $(grep -c . err) -eq 1 ]] || fail 'not one message'
    ;;
  without_a_display_the_window_is_refused_in_a_sentence)
    meet
    exits_with 1
    says_one_line 'monazite view'
    ;;
  *) echo "no case $case_name" && exit 1 ;;
esac
