#!/bin/sh
# The parts of a command one by one (JMH), beside what tcpdump takes to print the same text.
#   src/jmh/parts.sh [PACKETS] [JMH's own options]
set -eu
cd "$(dirname "$0")/../.."
packets=${1:-500000}
[ $# -eq 0 ] || shift
mvn -q -B -Pbench -DskipTests test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
classes=target/classes:target/test-classes:$(cat target/bench.classpath)
java -cp "$classes" io.hopwise.bench.CaptureGenerator target/bench.pcap "$packets" 1
unset TZ
tcpdump -nn -v -r target/bench.pcap >target/bench.txt 2>/dev/null
printed() { for _ in 1 2 3 4 5 6 7; do /usr/bin/env time -f '%e s' tcpdump -nn -v -r target/bench.pcap 2>&1 >/dev/null | tail -1; done | sort | tr '\n' ' '; }
echo "tcpdump -nn -v prints $packets packets in $(printed)"
java -cp "$classes" org.openjdk.jmh.Main io.hopwise.bench.Parts "$@"
echo "tcpdump -nn -v prints $packets packets in $(printed)"
echo "tcpdump -nn -v with TZ=UTC in $(export TZ=UTC; printed)"
