"""Attacks on time and memory. attack.py [JAR [NAME...]] runs each at three sizes, each ten times the one before, with a heap
of 160 MiB, and prints the figures; it fails where memory does not suffice or time grows faster than the input.
attack.py --print NAME SIZE prints one."""

import os
import subprocess
import sys
import time

HEAD = "IP (tos 0x0, ttl %d, id %d, offset 0, flags [DF], proto TCP (6), length 60)\n    %s.%d > %s.%d: Flags [%s], seq %d%s, win 0, length 0\n"


def host(number):
    return f"{10 + (number >> 24)}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def tcp(ttl, number, src, src_port, dst, dst_port, flags):
    ack = ", ack 1" if "." in flags else ""
    return HEAD % (ttl, number & 0xFFFF, src, src_port, dst, dst_port, flags, number, ack)


def tiny(n):
    for _ in range(n):
        yield "IP a > b: x\n"


def rejects(n):
    for i in range(n):
        yield f"nonsense {i}\n"


def sources(n):
    for i in range(n):
        yield tcp(60, i, host(i), 80, "192.0.2.1", 4000, ".")


def flows(n):
    for i in range(n):
        yield tcp(64, i, "192.0.2.1", 1024 + i % 60000, host(i // 16), 80, "S")


def resets(n):
    """Each of another host, and each forged."""
    for i in range(n):
        yield tcp(60, i, host(i), 80, "192.0.2.1", 4000, ".")
        yield tcp(60, i, host(i), 80, "192.0.2.1", 4000, ".")
        yield tcp(63, i, host(i), 80, "192.0.2.1", 4000, "R")


def floods(n):
    """32 forged resets in each of so many flows."""
    for i in range(n // 32):
        yield tcp(60, i, host(i), 80, "192.0.2.1", 4000, ".")
        for j in range(32):
            yield tcp(63, i + j, host(i), 80, "192.0.2.1", 4000, "R")


def ttls(n):
    """All TTLs of many hosts."""
    for i in range(n):
        yield tcp(i % 256, i, host(i // 256), 80, "192.0.2.1", 4000, ".")


def dumps(n):
    """Resets with 60 KB of dump behind each."""
    dump = "".join(f"\t0x{i:04x}:  {'4500 ' * 8}\n" for i in range(0, 0x10000, 64))
    for i in range(n // 100):
        yield tcp(60, i, host(i), 80, "192.0.2.1", 4000, ".") + dump
        yield tcp(63, i, host(i), 80, "192.0.2.1", 4000, "R") + dump


def names(n):
    """Host names of 10 kB."""
    for i in range(n // 100):
        yield tcp(60, i, f"{'x' * 10000}{i}", 80, "192.0.2.1", 4000, ".")


def nuls(n):
    for _ in range(n // 1000):
        yield "\0" * 1_000_000


def record(n):
    """One record without end, a gigabyte where n is a million."""
    yield tcp(60, 1, "192.0.2.9", 80, "192.0.2.1", 4000, ".")
    for _ in range(n // 1000):
        yield "\tmore and more of the same text\n" * 31250


def deep(n):
    """Packets in packets, as deep as a record is long."""
    for _ in range(n // 1000):
        yield "IP 1.2.3.4 > 1.2.3.5: " * 10000 + "\n"


def words(n):
    """Almost the name of a link layer, again and again."""
    for _ in range(n // 1000):
        yield "12:00:00.000000 " + "IP " * 100_000 + "\n"


def clock(i):
    return f"{i // 3600 % 24:02}:{i // 60 % 60:02}:{i % 60:02}.000000 "


def claims(n):
    """As -A prints them: packets said to have two million bytes, each with a dump of one."""
    for i in range(n):
        yield clock(i) + "IP a.80 > b.9: Flags [.], seq 1:9, ack 1, win 9, length 2000000\nE\n"


def cuts(n):
    """An ordinary -A capture of large packets of which little was captured."""
    for i in range(n):
        yield (
            clock(i) + "IP (tos 0x0, ttl 64, id 65, offset 0, flags [DF], proto TCP (6), length 65000)\n"
            "    10.0.0.1.80 > 10.0.0.2.9999: Flags [.], seq 1:64961, ack 1, win 9, length 64960\n"
            "E....A@.@...............%%........P.......aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
        )


def feeds(n):
    """Dumps of line feeds: of as many bytes a return may have been left out before each."""
    for i in range(n // 10):
        yield clock(i) + "IP a.80 > b.9: UDP, length 60000\nE" + "\n" * 600


def heads(n):
    """Dumps of heads, each of which claims to reach over all that follow."""
    for i in range(n // 10):
        yield (
            clock(i) + "IP (tos 0x0, ttl 64, id 65, offset 0, flags [DF], proto UDP (17), length 65000)\n"
            "    10.0.0.1.80 > 10.0.0.2.9999: UDP, length 64972\nE....A@.@...............%%..P..."
        )
        for j in range(9):
            yield "\n" + clock(i) + "IP a.80 > b.9: UDP, length 60000\nE.......\n\n.@........"
        yield "\n"


def tails(n):
    """Without times: lines that end as counters do, or announce a packet."""
    for i in range(n):
        yield (
            "IP 10.0.0.1.4 > 10.0.0.2.69: TFTP, length 9, RRQ x tcpdump: 5 packets captured,"
            " 5 packets received by filter, 0 packets dropped by kernel\n"
            "IP 10.0.0.1.4 > 10.0.0.2.69: TFTP, length 9, RRQ x: VXLAN, flags [I] (0x08), vni 5\n"
        )


def listening(n):
    """Messages behind each dump, which the frame may have held."""
    for i in range(n // 10):
        yield (
            clock(i) + "IP (tos 0x0, ttl 64, id 65, offset 0, flags [DF], proto UDP (17), length 28)\n"
            "    10.0.0.1.80 > 10.0.0.2.9999: UDP, length 0\nE....A@.@...............%%..P...\n"
        )
        yield "listening on eth0\n" * 9


ATTACKS = [
    tiny, rejects, sources, flows, resets, floods, ttls, dumps, names, nuls, record, deep, words,
    claims, cuts, feeds, heads, tails, listening,
]
SIZES = 10_000, 100_000, 1_000_000


def run(jar, attack, size):
    command = ["java", "-Xmx160m", "-jar", jar, "analyze"]
    start = time.time()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as hopwise:
        writer = os.fork()
        if writer == 0:
            hopwise.stdout.close()
            try:
                for text in attack(size):
                    hopwise.stdin.write(text.encode())
                hopwise.stdin.close()
            except BrokenPipeError:
                pass
            os._exit(0)
        hopwise.stdin.close()
        said = hopwise.stdout.read().decode()
        os.waitpid(writer, 0)
        _, status, used = os.wait4(hopwise.pid, 0)
        hopwise.returncode = os.waitstatus_to_exitcode(status)
    lines = said.strip().splitlines() or [""]
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i][:1].isupper()), 0)
    cpu = used.ru_utime + used.ru_stime
    return time.time() - start, cpu, used.ru_maxrss / 1024, hopwise.returncode, " ".join(lines[last:])


def main(jar, names_wanted):
    bad = []
    print("attack        size   seconds   CPU s  RSS MiB  exit  says")
    for attack in ATTACKS:
        if names_wanted and attack.__name__ not in names_wanted:
            continue
        before = None
        for size in SIZES:
            seconds, cpu, rss, code, said = run(jar, attack, size)
            print(f"{attack.__name__:10} {size:8} {seconds:8.1f} {cpu:8.1f} {rss:8.0f} {code:5}  {said[:90]}", flush=True)
            if code not in (0, 1, 3, 4):  # an exit code that a report has
                bad.append(f"{attack.__name__} {size}: exit {code}")
            if before and cpu > 15 * before + 5:
                bad.append(f"{attack.__name__} {size}: {cpu:.1f} s after {before:.1f} s for a tenth")
            before = cpu
    if bad:
        sys.exit("attack: " + "; ".join(bad))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--print"]:
        for piece in globals()[sys.argv[2]](int(sys.argv[3])):
            sys.stdout.write(piece)
    else:
        main(sys.argv[1] if sys.argv[1:] else "target/hopwise.jar", sys.argv[2:])
