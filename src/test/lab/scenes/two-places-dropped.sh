# at the client and at the server: the firewall drops port 80; SYNs with TTL 1, 2, 3 tell how far they come
usual_network
serve server 81
rule fw forward 'tcp dport 80 drop'
capture_far server r2
capture client r1
echo hello | talk 81
for ttl in 1 2 3; do
  set_sysctl client net.ipv4.ip_default_ttl=$ttl
  timeout 1.5 ip netns exec "$prefix-client" python3 "$here/peer.py" talk "$server" 80 </dev/null || true
done
set_sysctl client net.ipv4.ip_default_ttl=64
knock 80 1 & # the kernel repeats the SYN after 1 s, and again
expect 3 'ttl 64,.*80: Flags \[S\]'
expect 1 'ttl 64,.*10\.9\.1\.2 > .*time exceeded'
echo hello | talk 81
never '\.80 > '
