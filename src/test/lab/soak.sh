#!/usr/bin/env bash
# Minutes or hours of live capture: a real tcpdump piped into the runnable jar, with traffic, real and forged
# resets and changes of the route going on. See README.md beside this file.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ $# == 2 || $# == 3 ]] || { echo "usage: soak.sh MINUTES OUTDIR [HOPWISE.JAR]" >&2; exit 2; }
minutes=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
jar=${3:-$here/../../../target/hopwise.jar}
"$here/lab.sh" check
[[ -f $jar ]] || { echo "soak: no $jar: build it first" >&2; exit 77; }

# shellcheck disable=SC2034 # lib.sh reads it
scene=soak
# shellcheck source=lib.sh
source "$here/lib.sh"
started=()
finish() {
  local status=$?
  kill "${started[@]}" 2>/dev/null || true
  (exit "$status") || true
  tear_down
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

usual_network
detour
# The server is 131072 hosts.
ns server ip route add local 198.18.0.0/15 dev lo
for way in "client 1.2" "r1 2.2" "fw 3.2" "r2 4.2" "x 6.2" "y 7.2"; do
  ip -n "$prefix-${way% *}" route add 198.18.0.0/15 via "10.9.${way#* }"
done
rule fw forward 'ip daddr 198.19.0.0/24 tcp dport 22 reject with tcp reset'
rule fw forward 'ip daddr 198.19.1.0/24 tcp dport 8080 meta length 700-900 reject with tcp reset'
rule fw forward 'tcp dport 23 reject with icmpx type admin-prohibited'
rule fw forward 'tcp dport 24 drop'
serve server 80
serve server 8080

# Both directions change: towards the server (198.18/15) and back to the client (network 1).
way() { echo "ip -n $prefix-fw route replace 198.18.0.0/15 via 10.9.$1; ip -n $prefix-r2 route replace 10.9.1.0/24 via 10.9.$2"; }
short=$(way 3.2 3.1)
long=$(way 5.2 7.1)

rm -f "$out"/{text,findings}.fifo
mkfifo "$out/text.fifo" "$out/findings.fifo"
python3 "$here/soak.py" stamp <"$out/findings.fifo" >"$out/findings.txt" &
stamp=$!
# The heap is small, so that what is kept too long shows at once.
java -Xmx128m "-Xlog:gc:file=$out/gc.log:uptime:filecount=0" -jar "$jar" analyze --format ndjson \
  <"$out/text.fifo" >"$out/findings.fifo" 2>"$out/hopwise.txt" &
hopwise=$!
ip netns exec "$prefix-client" tcpdump -l -n -v --immediate-mode -B 16384 -i r1 >"$out/text.fifo" 2>"$out/tcpdump.txt" &
dump=$!
started=("$dump" "$hopwise" "$stamp")
wait_until 10 grep -q 'listening on' "$out/tcpdump.txt" || die "tcpdump does not start"
# Namespaces share the process table, so /proc tells of all of them.
ns client python3 "$here/soak.py" load $((minutes * 60)) "$short" "$long" "$out/did.json" &
load=$!
started+=("$load")

sample() {
  local rss cpu of_dump packets text
  rss=$(awk '/^VmRSS/ { print $2 }' "/proc/$hopwise/status")
  cpu=$(awk '{ print $14 + $15 }' "/proc/$hopwise/stat")
  of_dump=$(awk '/^VmRSS/ { print $2 }' "/proc/$dump/status")
  packets=$(($(ns client cat /sys/class/net/r1/statistics/{rx,tx}_packets | paste -sd+)))
  text=$(awk '/^rchar/ { print $2 }' "/proc/$hopwise/io")
  echo "$1 $rss $cpu $of_dump $packets $text" | tee -a "$out/memory.txt"
}

: >"$out/memory.txt"
echo "minute, hopwise KiB, hopwise CPU 1/100 s, tcpdump KiB, packets on the link, bytes of text"
for ((minute = 1; minute <= minutes; minute++)); do
  sleep 60
  sample "$minute"
done
wait "$load" || die "the load failed"
sleep 3
kill -INT "$dump"
status=0
wait "$dump" || status=$?
echo "$status" >"$out/status.txt"
status=0
wait "$hopwise" || status=$?
echo "$status" >>"$out/status.txt"
wait "$stamp"
started=()
python3 "$here/soak.py" check "$out"
