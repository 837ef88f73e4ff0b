"""The same with what hopwise's records have: numbers as numbers, hosts and ports apart, options one by one."""

import re
import sys

from read_with_re import FLOW, HEAD, HEAD6, ICMP, OPTION, TCP, UDP

TIMESTAMPS = re.compile(r"val (\d+) ecr (\d+)")
BLOCK = re.compile(r"(\d+):(\d+)")
WITH_PORTS = (6, 17)


def number(text, base=10):
    return None if text is None else int(text, base)


def seconds(clock):
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def endpoint(text, protocol):
    if protocol not in WITH_PORTS:
        return text, None
    host, _, port = text.rpartition(".")
    return host, int(port)


def option(kind, value):
    if kind == "TS":
        return kind, tuple(map(int, TIMESTAMPS.match(value).groups()))
    if kind == "sack":
        return kind, tuple((int(left), int(right)) for left, right in BLOCK.findall(value))
    return kind, int(value) if value.isdigit() else value


def carried(words):
    found = TCP.match(words)
    if found:
        flags, cksum, status, seq, end, ack, win, urg, options, length = found.groups()
        return (flags, int(cksum, 16), status, number(seq), number(end), number(ack), number(win), number(urg),
                tuple(option(*one) for one in OPTION.findall(options)) if options else (), int(length))
    found = UDP.match(words)
    if found:
        return found[1], int(found[2])
    found = ICMP.match(words)
    if found:
        cksum, kind, id_, seq, length = found.groups()
        return cksum, kind, number(id_), number(seq), number(length)
    return (words,)


def ipv4(fields):
    clock, tos, ttl, id_, offset, flags, _, protocol, length, bad, good = fields
    return (seconds(clock), int(tos, 16), int(ttl), int(id_), int(offset), flags.split(","), int(protocol), int(length),
            number(bad, 16), number(good, 16))


def ipv6(fields):
    clock, traffic_class, label, hops, _, protocol, length = fields
    return seconds(clock), number(traffic_class, 16), number(label, 16), int(hops), int(protocol), int(length)


def main(path):
    packets = 0
    last = None
    head = None
    protocol = None
    with open(path, encoding="latin-1") as text:
        for line in text:
            found = HEAD.match(line)
            if found:
                head = ipv4(found.groups())
                protocol = head[6]
                continue
            found = HEAD6.match(line)
            if found:
                fields = found.groups()
                head = ipv6(fields[:7])
                protocol = head[4]
                src, dst, words = fields[7:]
            else:
                found = FLOW.match(line) if head else None
                if not found:
                    continue
                src, dst, words = found.groups()
            last = head + endpoint(src, protocol) + endpoint(dst, protocol) + carried(words)
            packets += 1
            head = None
    print(packets, "packets, the last one", last, file=sys.stderr)


main(sys.argv[1])
