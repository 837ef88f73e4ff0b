# a raw scanner sends SYNs that its own kernel knows nothing of, and resets what answers
usual_network
serve server 80
capture client r1
ping_server
ns client python3 - "$server" <<'P'
import socket, struct, sys
def sum16(b):
    s = sum(struct.unpack('!%dH' % (len(b) // 2), b)); s = (s & 0xffff) + (s >> 16); return ~(s + (s >> 16)) & 0xffff
raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP)
src, dst = socket.inet_aton('10.9.1.1'), socket.inet_aton(sys.argv[1])
for port in range(70, 100):
    h = struct.pack('!HHLLBBHHH', 51234, port, 7, 0, 0x50, 2, 1024, 0, 0)
    c = sum16(src + dst + struct.pack('!BBH', 0, 6, len(h)) + h)
    raw.sendto(h[:16] + struct.pack('!H', c) + h[18:], (sys.argv[1], 0))
P
expect 29 'ttl 61,.*Flags \[R\.\]'
expect 1 'ttl 61,.*\.80 > .*Flags \[S\.\]'
expect 1 'ttl 64,.*10.9.1.1.51234 > .*\.80: Flags \[R\]'
