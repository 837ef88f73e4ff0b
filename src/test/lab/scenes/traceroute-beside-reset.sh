# the client traces the route (TTL 1, 2, 3 ...) while the firewall resets port 22
usual_network
serve server 80
rule fw forward 'tcp dport 22 reject with tcp reset'
capture client r1
for ttl in 1 2 3 4 5; do ns client ping -n -q -c 1 -W 1 -t "$ttl" "$server" >/dev/null || true; done
knock 22 3
echo hello | talk 80
ping_server
expect 3 'ttl 63,.*\.22 > .*Flags \[R\.\]'
expect 4 'ttl 61,.*echo reply'
expect 1 'ttl 1,.*echo request'
