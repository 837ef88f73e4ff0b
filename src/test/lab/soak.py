"""The long run of soak.sh: what talks, what notes when a finding came, and what judges the end.

load SECONDS SHORT LONG COUNTS  talks for so long; now and then runs one of the two commands, which change the route;
                                writes what was done to the file COUNTS
stamp                           copies stdin to stdout, before each line the time it came
check OUTDIR                    compares what was done, what tcpdump says and what Hopwise says; prints the figures
"""

import collections
import json
import pathlib
import random
import re
import select
import socket
import statistics
import struct
import subprocess
import sys
import time

VISITS_A_SECOND = 60
ROUTE_SECONDS = 20
VICTIMS = 12  # of each kind, the last of them met for the first time near the end
BYSTANDERS = "198.18"  # 65536 addresses of the server, twice what Hopwise remembers
REFUSED = "198.19.0"  # the firewall resets their port 22
CUT_OFF = "198.19.1"  # the firewall resets their port 8080 when a client has sent a long line
LONG_LINE = b"x" * 700 + b"\n"


class Load:
    def __init__(self, seconds, short, long):
        self.random = random.Random(7)
        self.seconds = seconds
        self.routes = [long, short]
        self.start = time.time()
        self.done = collections.Counter()
        self.forged = collections.Counter()
        self.first = {}
        self.sessions = []
        self.half_open = collections.deque()
        self.icmp = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        self.number = 0

    def run(self):
        next_route = self.start + ROUTE_SECONDS
        next_slow = self.start
        deeds = [self.refused, self.talk, self.abort, self.datagram, self.prohibited, self.unanswered]
        visit = 0
        while (now := time.time()) < self.start + self.seconds:
            if now >= next_route:
                next_route += ROUTE_SECONDS
                self.change_route()
            if now >= next_slow:
                next_slow += 2
                self.keep_sessions()
                self.forge(now)
            self.visit(self.random.choice(deeds))
            visit += 1
            time.sleep(max(0, self.start + visit / VISITS_A_SECOND - time.time()))
        for session, _ in self.sessions:
            session.close()

    def change_route(self):
        subprocess.run(self.routes[0], shell=True, check=True)
        self.routes.reverse()
        self.done["route changes"] += 1

    def visit(self, deed):
        host = f"{BYSTANDERS}.{self.random.randrange(256)}.{self.random.randrange(1, 255)}"
        ping_first = self.random.random() < 0.5
        if ping_first:
            self.ping(host)
        deed(host)
        self.done[deed.__name__] += 1
        if not ping_first:
            self.ping(host)

    def ping(self, host):
        self.number = self.number % 0xFFFF + 1
        head = struct.pack("!BBHHH", 8, 0, 0, 77, self.number)
        body = b"soak" * 4
        total = sum(struct.unpack("!12H", head + body))
        total = (total & 0xFFFF) + (total >> 16)
        total = ~((total & 0xFFFF) + (total >> 16)) & 0xFFFF
        self.icmp.sendto(struct.pack("!BBHHH", 8, 0, total, 77, self.number) + body, (host, 0))
        self.done["pings"] += 1
        end = time.time() + 0.5
        while (left := end - time.time()) > 0 and select.select([self.icmp], [], [], left)[0]:
            packet = self.icmp.recv(2048)
            if packet[20] == 0 and struct.unpack("!H", packet[26:28])[0] == self.number:
                return
        self.done["pings without an answer"] += 1

    # What a host does by itself, or a device in its own name: nothing of it is forged.

    def refused(self, host):
        self.connect_in_vain(host, 7)

    def talk(self, host):
        with socket.create_connection((host, 80), timeout=5) as connection:
            connection.sendall(b"hello\n")
            connection.recv(100)

    def abort(self, host):
        with socket.create_connection((host, 80), timeout=5) as connection:
            connection.sendall(b"abort\n")
            self.expect_end(connection)

    def datagram(self, host):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            sender.sendto(b"anybody?", (host, 9))

    def prohibited(self, host):
        with socket.socket() as client:
            client.setblocking(False)
            client.connect_ex((host, 23))

    def unanswered(self, host):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex((host, 24))
        self.half_open.append(client)
        if len(self.half_open) > 20:
            self.half_open.popleft().close()

    def keep_sessions(self):
        """Connections that live through changes of the route, and are then reset by the server."""
        while len(self.sessions) < 4:
            host = f"{BYSTANDERS}.{self.random.randrange(256)}.7"
            session = socket.create_connection((host, 80), timeout=5)
            self.sessions.append((session, time.time() + ROUTE_SECONDS * (1 + self.random.random())))
        for session, end in list(self.sessions):
            if time.time() < end:
                session.sendall(b"still here\n")
                session.recv(100)
                continue
            session.sendall(b"abort\n")
            self.expect_end(session)
            session.close()
            self.sessions.remove((session, end))
            self.done["long sessions"] += 1

    # What the firewall does in a host's name.

    def forge(self, now):
        number = 1 + int((now - self.start) / self.seconds * VICTIMS) % VICTIMS
        for host in f"{REFUSED}.{number}", f"{CUT_OFF}.{number}":
            self.ping(host)
            self.ping(host)
        self.connect_in_vain(f"{REFUSED}.{number}", 22)
        self.note_forged(f"{REFUSED}.{number}")
        with socket.create_connection((f"{CUT_OFF}.{number}", 8080), timeout=5) as connection:
            connection.sendall(b"stream 6\n")
            connection.recv(100)
            connection.sendall(LONG_LINE)
            self.expect_end(connection)
        self.note_forged(f"{CUT_OFF}.{number}")

    def note_forged(self, host):
        self.forged[host] += 1
        self.first.setdefault(host, time.time())

    @staticmethod
    def connect_in_vain(host, port):
        try:
            socket.create_connection((host, port), timeout=5).close()
        except ConnectionRefusedError:
            return
        raise SystemExit(f"soak: {host} port {port} is open")

    @staticmethod
    def expect_end(connection):
        try:
            while connection.recv(1000):
                pass
        except ConnectionResetError:
            return
        raise SystemExit("soak: no reset came")


def load(seconds, short, long, counts):
    work = Load(int(seconds), short, long)
    work.run()
    done = {"did": work.done, "forged": work.forged, "first": work.first}
    pathlib.Path(counts).write_text(json.dumps(done))


def stamp():
    for line in sys.stdin:
        print(f"{time.time():.3f} {line}", end="", flush=True)


class Check:
    """The end: figures first, then what does not hold."""

    GROWTH = 1.10

    def __init__(self, folder):
        self.folder = folder
        self.wrong = []

    def read(self, name):
        return (self.folder / name).read_text()

    def must(self, holds, what):
        print(f"{'holds' if holds else 'WRONG'}  {what}")
        if not holds:
            self.wrong.append(what)

    def run(self):
        did = json.loads(self.read("did.json"))
        lines = [line.split(" ", 1) for line in self.read("findings.txt").splitlines()]
        said = [(float(at), json.loads(text)) for at, text in lines]
        summary = said[-1][1]
        print("done by the load:", ", ".join(f"{n} {what}" for what, n in sorted(did["did"].items())))
        print("said:", dict(collections.Counter(line["type"] for _, line in said)))
        print("summary:", json.dumps(summary["counts"]))
        self.memory()
        self.counts(summary)
        self.findings(did, said, summary)
        self.latency(did, said)
        self.ending()
        if self.wrong:
            sys.exit(f"soak: {len(self.wrong)} of the above do not hold")

    def memory(self):
        rows = [list(map(int, row.split())) for row in self.read("memory.txt").splitlines()]
        heap = collections.defaultdict(list)
        for seconds, left in re.findall(r"^\[([\d.]+)s\].*->(\d+)M\(", self.read("gc.log"), re.M):
            heap[int(float(seconds) / 60)].append(int(left))
        print("minute  hopwise MiB  heap after GC  CPU s  tcpdump MiB  packets  text MiB")
        for minute, rss, cpu, dump, packets, text in rows:
            left = min(heap[minute - 1], default=None)
            print(
                f"{minute:6}  {rss / 1024:11.1f}  {left if left is not None else '-':>13}  {cpu / 100:5.1f}"
                f"  {dump / 1024:11.1f}  {packets:7}  {text / 2**20:8.1f}"
            )
        measured = [row[1] / 1024 for row in rows][max(1, len(rows) // 4) :]
        half = len(measured) // 2
        if not half:
            print("too short to speak of memory")
            return
        first, second = statistics.median(measured[:half]), statistics.median(measured[half:])
        self.must(
            second <= first * self.GROWTH,
            f"resident memory is flat: after a quarter to warm up, median {first:.1f} MiB in the first"
            f" half, {second:.1f} MiB in the second (at most {self.GROWTH:.2f} times)",
        )

    def counts(self, summary):
        trailer = self.read("tcpdump.txt")
        captured, received, dropped = (
            int(re.search(rf"^(\d+) packets? {what}", trailer, re.M)[1])
            for what in ("captured", "received by filter", "dropped by kernel")
        )
        print(f"tcpdump: {captured} captured, {received} received by filter, {dropped} dropped by kernel")
        counted = summary["counts"]["records"]
        self.must(counted == captured, f"hopwise counts {counted} packets, tcpdump {captured}")
        self.must(dropped == 0, "the kernel dropped none")
        self.must(summary["counts"]["rejects"] == 0, "all text was read")

    def findings(self, did, said, summary):
        graded = [f for f in summary["findings"] if f["grade"] != "info"]
        forged = {f["cause"]: f for f in graded if f["rule"] == "forged-reset"}
        for host, times in sorted(did["forged"].items()):
            found = forged.get(host, {"grade": "none", "count": 0})
            self.must(
                found["count"] == times,
                f"{host} was forged {times} times: found {found['count']} ({found['grade']})",
            )
        others = [f for f in graded if f["cause"] not in did["forged"]]
        self.must(not others, f"nobody else is suspected {json.dumps(others[:5]) if others else ''}")
        rules = collections.Counter(f["rule"] for f in summary["findings"])
        print("findings by rule:", dict(rules))
        for rule in "syn-rejected-by-icmp", "syn-unanswered", "syn-refused", "route-change":
            self.must(rules[rule] > 0, f"{rule} is reported")
        self.taken_back(said)

    def taken_back(self, said):
        stands, stood = {}, []
        for at, line in said:
            key = line.get("rule"), line.get("cause")
            if line["type"] == "finding":
                stands.setdefault(key, at)
            elif line["type"] == "withdrawn":
                stood.append(round(at - stands.pop(key), 1))
        print(f"taken back: {len(stood)}")
        if stood:
            print(f"these stood for {statistics.median(stood)} s in the middle, {max(stood)} s at most")

    def latency(self, did, said):
        late = []
        for host, proved in did["first"].items():
            times = [at for at, line in said if line.get("rule") == "forged-reset" and line.get("cause") == host]
            late.append(round(min(times, default=float("inf")) - proved, 3))
        print("seconds from the first forged reset of a host to its finding:", late)
        self.must(max(late) <= 1, f"each is said within 1 s: at the latest after {max(late)} s")

    def ending(self):
        self.must(self.read("status.txt").split() == ["0", "0"], "tcpdump and hopwise end with 0")
        noise = self.read("hopwise.txt").strip()
        self.must(not noise, f"nothing on hopwise's standard error {noise[:500]}")


if __name__ == "__main__":
    word, *rest = sys.argv[1:]
    if word == "load":
        load(*rest)
    elif word == "stamp":
        stamp()
    else:
        Check(pathlib.Path(rest[0])).run()
