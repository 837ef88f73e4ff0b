# a container behind a bridge is stopped: its host answers for it with "host unreachable"
usual_network
serve server 80
capture client r1
ping_server
echo hello | talk 80
ip -n "$prefix-server" link set r2 down
for _ in 1 2; do ns client timeout 6 python3 "$here/peer.py" talk "$server" 80 </dev/null || true; done
expect 4 'ttl 61,.*echo reply'
expect 1 'host 10.9.4.2 unreachable'
