#!/bin/bash
# Measures buildsite on this machine. Everything it reads and writes lies in
# memory (/dev/shm, or $BENCH_DIR), because a disk's noise hides what is to be seen.
#
#   bench/run.sh          the small corpora
#   bench/run.sh all      those of 100,000 seeds, too: some GB of memory
set -euo pipefail
cd "$(dirname "$0")/.."
dir=$(mktemp -d "${BENCH_DIR:-/dev/shm}/buildsite-bench.XXXXXX")
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/" ./cmd/buildsite ./bench/corpus ./bench/measure

sizes="300 10000"
[ "${1:-}" = all ] && sizes="$sizes 100000"
echo "$(nproc) cores, $(go env GOVERSION), $(git rev-parse --short HEAD 2>/dev/null || echo no commit)"
for n in $sizes; do
  runs=5
  [ "$n" = 100000 ] && runs=2
  "$dir/corpus" -events "$n" "$dir/content"
  printf '%7s seeds  cold build         ' "$n"
  "$dir/measure" -runs "$runs" -fresh build "$dir/buildsite" "$dir/content" "$dir/public"
  printf '%7s seeds  nothing changed    ' "$n"
  "$dir/measure" -runs "$runs" build "$dir/buildsite" "$dir/content" "$dir/public"
  if [ "$n" != 100000 ]; then
    printf '%7s seeds  save to browser    ' "$n"
    "$dir/measure" -runs 9 save "$dir/buildsite" "$dir/content"
  fi
  rm -rf "$dir/content" "$dir/public"
done
"$dir/corpus" -events 0 -articles 1000 "$dir/content"
printf '%7s articles, cold build        ' 1000
"$dir/measure" -fresh build "$dir/buildsite" "$dir/content" "$dir/public"
printf '   real content, cold build        '
"$dir/measure" -fresh build "$dir/buildsite" content "$dir/public"
