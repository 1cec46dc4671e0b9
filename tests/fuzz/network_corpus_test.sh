#!/usr/bin/env bash
# A real game's frames through the fuzz targets: bash network_corpus_test.sh PYTHON PROGRAM FRAME_REPLAY SESSION_REPLAY
set -euo pipefail
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
"$1" -B "$(dirname -- "${BASH_SOURCE[0]}")/network_corpus.py" "$2" "$corpus"
for kind in frame session; do
  count=$(find "$corpus/$kind" -type f | wc -l)
  [[ $count -ge 5 ]] || { echo "only $count files for $kind" && exit 1; }
done
"$3" "$corpus/frame"
"$4" "$corpus/session"
