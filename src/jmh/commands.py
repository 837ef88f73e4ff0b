#!/usr/bin/env python3
"""Whole commands, start-up included, side by side with what a user would run instead.

    src/jmh/commands.py [--packets N] [--rounds N] [--pipe-packets N] [--slow-packets N]

Build first (mvn -q -DskipTests package). A capture is made with CaptureGenerator, printed by the installed tcpdump, and read by
every command in turn, round after round, so that whatever else the machine does hits all of them. The table shows medians,
and in brackets the least and the greatest.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HOPWISE = os.path.join(ROOT, "target", "hopwise")
JAR = os.path.join(ROOT, "target", "hopwise.jar")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"

# What stands in the columns of hopwise's CSV: tshark has a field for each protocol that a column can come from.
FIELDS = ["frame.time_epoch", "ip.src", "ipv6.src", "tcp.srcport", "udp.srcport", "ip.dst", "ipv6.dst", "tcp.dstport",
          "udp.dstport", "ip.ttl", "ipv6.hlim", "ip.id", "ip.len", "ipv6.plen", "ip.proto", "ipv6.nxt", "tcp.flags", "tcp.seq",
          "tcp.ack", "tcp.window_size_value"]
TIME_OF_DAY = {k: v for k, v in os.environ.items() if k != "TZ"}


def run(command, env=None):
    """Runs a shell pipeline; gives wall and CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], env=env or TIME_OF_DAY,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"failed with {done.returncode}: {command}\n{done.stderr}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def spread(values, form):
    return f"{form % statistics.median(values)} [{form % min(values)}–{form % max(values)}]"


def pipes(name):
    return name.replace("|", "\\|")


def table(title, packets, rows, rounds, base):
    """rows: (name, command, env, packets read or None for all). Ratios are against the row named base."""
    times = {name: [] for name, _, _, _ in rows}
    cpu = {name: [] for name, _, _, _ in rows}
    for _ in range(rounds):
        for name, command, env, _ in rows:
            wall, used = run(command, env)
            times[name].append(wall)
            cpu[name].append(used)
    read = {name: count or packets for name, _, _, count in rows}
    rate = {name: read[name] / statistics.median(times[name]) for name in times}
    print(f"\n{title}, {rounds} rounds, load {os.getloadavg()[0]:.1f} at the end\n")
    print(f"| command | packets | wall s | CPU s | packets/s | × {pipes(base)} |\n|---|---|---|---|---|---|")
    for name in times:
        print(f"| {pipes(name)} | {read[name]:,} | {spread(times[name], '%.2f')} | {spread(cpu[name], '%.2f')} | "
              f"{rate[name] / 1000:,.1f} k | {rate[name] / rate[base]:.3g} |", flush=True)


def capture(folder, packets):
    pcap = os.path.join(folder, f"{packets}.pcap")
    text = os.path.join(folder, f"{packets}.txt")
    generator = "io.hopwise.bench.CaptureGenerator"
    sources = os.path.join(HERE, "java")
    main = os.path.join(sources, *generator.split(".")) + ".java"
    subprocess.run([JAVA + "c", "-d", folder, "-sourcepath", sources, main], check=True)
    subprocess.run([JAVA, "-cp", folder, generator, pcap, str(packets), "1"], check=True)
    subprocess.run(f"tcpdump -nn -v -r {pcap} > {text} 2>/dev/null", shell=True, check=True, env=TIME_OF_DAY)
    return pcap, text


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--packets", type=int, default=500_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pipe-packets", type=int, default=2_000_000, help="0 leaves the pipes out")
    options.add_argument("--slow-packets", type=int, default=500_000,
                         help="for tshark, which takes a minute for half a million; 0 leaves the peers out")
    options.add_argument("--linear-packets", type=int, default=5_000_000, help="0 leaves this out")
    chosen = options.parse_args()
    folder = tempfile.mkdtemp(prefix="hopwise-bench-")
    utc = dict(TIME_OF_DAY, TZ="UTC")
    try:
        pcap, text = capture(folder, chosen.packets)
        rows = [
            ("tcpdump -nn -v", f"tcpdump -nn -v -r {pcap}", None, None),
            ("tcpdump -nn -v, TZ=UTC", f"tcpdump -nn -v -r {pcap}", utc, None),
            ("hopwise parse --format ndjson", f"{HOPWISE} parse --format ndjson {text}", None, None),
            ("hopwise analyze", f"{HOPWISE} analyze {text}", None, None),
            ("java -jar hopwise.jar parse --format ndjson", f"{JAVA} -jar {JAR} parse --format ndjson {text}", None, None),
            ("java -jar hopwise.jar analyze", f"{JAVA} -jar {JAR} analyze {text}", None, None),
        ]
        table(f"{chosen.packets:,} packets, text of {os.path.getsize(text) / 1e6:.0f} MB", chosen.packets, rows,
              chosen.rounds, "tcpdump -nn -v")
        if chosen.slow_packets:
            same = chosen.slow_packets == chosen.packets
            slow_pcap = pcap if same else capture(folder, chosen.slow_packets)[0]
            peers = os.path.join(HERE, "peers")
            subprocess.run([JAVA + "c", "-d", folder, f"{peers}/ReadWithRegex.java", f"{peers}/ReadByHand.java"], check=True)
            some = chosen.slow_packets
            rows = [
                ("hopwise parse --format ndjson", f"{HOPWISE} parse --format ndjson {text}", None, None),
                ("hopwise parse --format csv", f"{HOPWISE} parse --format csv {text}", None, None),
                ("tshark -T ek", f"tshark -n -r {slow_pcap} -T ek", None, some),
                ("tshark -T fields", f"tshark -n -r {slow_pcap} -T fields -E separator=, "
                 + " ".join("-e " + field for field in FIELDS), None, some),
                ("Python re, fields as text", f"{sys.executable} {peers}/read_with_re.py {text}", None, None),
                ("Python re, full records", f"{sys.executable} -B {peers}/read_into_records.py {text}", None, None),
                ("java.util.regex", f"{JAVA} -cp {folder} ReadWithRegex {text}", None, None),
                ("a reader written by hand", f"{JAVA} -cp {folder} ReadByHand {text}", None, None),
            ]
            table("What one would run instead", chosen.packets, rows, min(3, chosen.rounds), "hopwise parse --format ndjson")
        if chosen.pipe_packets:
            pcap, _ = capture(folder, chosen.pipe_packets)
            rows = [
                ("tcpdump | cat", f"tcpdump -nn -v -r {pcap} | cat", None, None),
                ("tcpdump | hopwise analyze", f"tcpdump -nn -v -r {pcap} | {HOPWISE} analyze", None, None),
                ("tcpdump | java -jar hopwise.jar", f"tcpdump -nn -v -r {pcap} | {JAVA} -jar {JAR}", None, None),
            ]
            table("At the end of a pipe", chosen.pipe_packets, rows, min(3, chosen.rounds), "tcpdump | cat")
        if chosen.linear_packets:
            _, more = capture(folder, chosen.linear_packets)
            rows = [(f"{name} of {count:,}", f"{HOPWISE} {arguments} {path}", None, count)
                    for name, arguments in (("parse", "parse --format ndjson"), ("csv", "parse --format csv"), ("analyze", "analyze"))
                    for count, path in ((chosen.packets, text), (chosen.linear_packets, more))]
            table("Ten times the packets", chosen.packets, rows, min(3, chosen.rounds), f"parse of {chosen.packets:,}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
