#!/usr/bin/env bash
# Builds small networks out of network namespaces, lets real kernels talk, and keeps what the real
# tcpdump printed. See README.md beside this file.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat >&2 <<'TEXT'
usage: lab.sh list               the scenes, one line each
       lab.sh check              exit 0 if scenes can run here, else say what is missing and exit 77
       lab.sh run SCENE OUTDIR   play a scene; write OUTDIR/SCENE.txt and OUTDIR/SCENE.pcap
       lab.sh run all OUTDIR     play them all, one after the other
TEXT
  exit 2
}

list() {
  local file
  for file in "$here"/scenes/*.sh; do
    printf '%-20s %s\n' "$(basename "$file" .sh)" "$(sed -n '1s/^# //p' "$file")"
  done
}

# 77 is what test drivers read as "skipped".
lacks() {
  echo "lab: cannot run here: $1" >&2
  exit 77
}

check() {
  local tool
  [[ $(uname -s) == Linux ]] || lacks "not Linux"
  [[ $(id -u) == 0 ]] || lacks "not root"
  for tool in ip nft tcpdump python3 ping ss; do
    command -v "$tool" >/dev/null || lacks "no $tool"
  done
  ip netns add "hw$$-check" 2>/dev/null || lacks "no network namespaces"
  local can=yes
  ip netns exec "hw$$-check" nft add table inet lab 2>/dev/null || can=no
  ip netns del "hw$$-check"
  [[ $can == yes ]] || lacks "no nftables in a network namespace"
}

run_all() {
  local file failed=0
  for file in "$here"/scenes/*.sh; do
    "$here/lab.sh" run "$(basename "$file" .sh)" "$1" || failed=1
  done
  return "$failed"
}

run() {
  local scene=$1 out=$2
  check
  mkdir -p "$out"
  if [[ $scene == all ]]; then
    run_all "$out"
    return
  fi
  [[ -f $here/scenes/$scene.sh ]] || { echo "lab: no scene $scene; see lab.sh list" >&2; exit 2; }

  text=$(cd "$out" && pwd)/$scene.txt
  # shellcheck disable=SC2034 # lib.sh writes it
  pcap=${text%.txt}.pcap
  # shellcheck source=lib.sh
  source "$here/lib.sh"
  trap tear_down EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  # shellcheck source=/dev/null
  source "$here/scenes/$scene.sh"
  stop_capture
}

case "${1:-} $#" in
  "list 1") list ;;
  "check 1") check ;;
  "run 3") run "$2" "$3" ;;
  *) usage ;;
esac
