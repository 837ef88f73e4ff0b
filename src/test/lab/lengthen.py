"""lengthen.py PCAP SECONDS: makes the longest silence of a capture that much longer, in place."""

import struct
import sys

path, seconds = sys.argv[1], int(sys.argv[2])
with open(path, "rb") as file:
    capture = bytearray(file.read())

starts, times = [], []
start = 24  # behind the file's own header
while start < len(capture):
    second, micros, length = struct.unpack_from("=III", capture, start)
    starts.append(start)
    times.append(second + micros / 1e6)
    start += 16 + length

silence = max(range(1, len(times)), key=lambda i: times[i] - times[i - 1])
for start in starts[silence:]:
    (second,) = struct.unpack_from("=I", capture, start)
    struct.pack_into("=I", capture, start, second + seconds)

with open(path, "wb") as file:
    file.write(capture)
