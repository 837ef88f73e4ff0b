"""What one writes in an afternoon with Python's re: the fields of IP, TCP, UDP and ICMP as tuples of text."""

import re
import sys

HEAD = re.compile(
    r"^(\d\d:\d\d:\d\d\.\d+) IP \(tos (0x[0-9a-f]+), ttl (\d+), id (\d+), offset (\d+), flags \[([^]]*)\], "
    r"proto (\w+) \((\d+)\), length (\d+)(?:, bad cksum (\w+) \(->(\w+)\)!)?\)")
HEAD6 = re.compile(
    r"^(\d\d:\d\d:\d\d\.\d+) IP6 \((?:class (0x[0-9a-f]+), )?(?:flowlabel (0x[0-9a-f]+), )?hlim (\d+), "
    r"next-header (\S+) \((\d+)\) payload length: (\d+)\) (\S+) > (\S+): (.*)")
FLOW = re.compile(r"^    (\S+) > (\S+): (.*)")
TCP = re.compile(
    r"^Flags \[([^]]*)\], cksum (0x[0-9a-f]+) \(([^)]*)\)(?:, seq (\d+)(?::(\d+))?)?(?:, ack (\d+))?"
    r"(?:, win (\d+))?(?:, urg (\d+))?(?:, options \[([^]]*)\])?, length (\d+)")
UDP = re.compile(r"^(?:\[([^]]*)\] )?UDP, length (\d+)")
ICMP = re.compile(r"^(?:\[([^]]*)\] )?ICMP6?,? (.*?)(?:, id (\d+))?(?:, seq (\d+))?(?:, length (\d+))?$")
OPTION = re.compile(r"([a-zA-Z]\w*)(?: ([^,]*))?")


def carried(words):
    found = TCP.match(words)
    if found:
        fields = found.groups()
        return fields + (tuple(OPTION.findall(fields[8])) if fields[8] else (),)
    found = UDP.match(words) or ICMP.match(words)
    return found.groups() if found else (words,)


def main(path):
    packets = 0
    last = None
    head = None
    with open(path, encoding="latin-1") as text:
        for line in text:
            found = HEAD.match(line)
            if found:
                head = found.groups()
                continue
            found = HEAD6.match(line)
            if found:
                fields = found.groups()
                last = fields[:-1] + carried(fields[-1])
                packets += 1
                head = None
                continue
            found = FLOW.match(line) if head else None
            if found:
                src, dst, words = found.groups()
                last = head + (src, dst) + carried(words)
                packets += 1
                head = None
    print(packets, "packets", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
