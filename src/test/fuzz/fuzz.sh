#!/usr/bin/env bash
# Has a fuzzer look for input that breaks one of the targets in io.hopwise.fuzz; see README.md beside this file.
set -euo pipefail

usage() {
  echo "usage: fuzz.sh reader|grammar|analysis|output|paste SECONDS OUTDIR" >&2
  exit 2
}

[[ $# == 3 ]] || usage
name=$1 seconds=$2
case "$name" in
  reader) target=io.hopwise.fuzz.ReaderFuzz ;;
  grammar) target=io.hopwise.parser.GrammarFuzz ;;
  analysis) target=io.hopwise.fuzz.AnalysisFuzz ;;
  output) target=io.hopwise.fuzz.OutputFuzz ;;
  paste) target=io.hopwise.fuzz.PasteFuzz ;;
  *) usage ;;
esac
cd "$(dirname "$0")/../../.."
mkdir -p "$3"
out=$(cd "$3" && pwd)
mkdir -p "$out/corpus-$name" "$out/found"

if [[ ! -s $out/classpath ]]; then
  mvn -q -B -Pfuzz test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$out/classpath"
  # A copy, so that a build beside it is of no matter.
  rm -rf "$out/classes"
  mkdir "$out/classes"
  cp -r target/classes/. target/test-classes/. "$out/classes"
  mkdir -p "$out/seeds"
  find testdata -name '*.txt' -size -33k -print0 | while IFS= read -r -d '' file; do
    cp "$file" "$out/seeds/$(tr / - <<<"${file#testdata/}")"
  done
  # And each record of theirs alone: mutation is quicker on little.
  awk '/^[^ \t]/ { file = sprintf("%s/seeds/record-%06d", out, ++n) } NR > 1 && file != "" { print > file } /^[^ \t]/ && n > 1 { close(last) } { last = file }' \
    out="$out" testdata/*/*.txt
fi

cd "$out"
exec java -Xmx1g -XX:+UseSerialGC -cp "$out/classes:$(cat "$out/classpath")" com.code_intelligence.jazzer.Jazzer \
  --target_class="$target" --instrumentation_includes='io.hopwise.**' --custom_hook_includes='io.hopwise.**' \
  --disabled_hooks='.*' --keep_going=1 --reproducer_path="$out/found" \
  -artifact_prefix="$out/found/$name-" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 \
  -max_len=8192 -len_control=20 -print_final_stats=1 "$out/corpus-$name" "$out/seeds"
