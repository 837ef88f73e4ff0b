# a device answers every handshake in the server's name (nft synproxy), then lets the server speak
usual_network
serve server 80
# What synproxy asks for: cookies, and no guessing at connections whose start was not seen.
set_sysctl fw net.ipv4.tcp_syncookies=1
set_sysctl fw net.netfilter.nf_conntrack_tcp_loose=0
ns fw nft -f - <<'NFT'
table ip lab {
  chain prerouting {
    type filter hook prerouting priority raw;
    tcp dport 80 tcp flags syn notrack;
  }
  chain forward {
    type filter hook forward priority filter;
    tcp dport 80 ct state invalid,untracked synproxy mss 1460 wscale 7 timestamp sack-perm;
    ct state invalid drop;
  }
}
NFT
capture client r1
for _ in 1 2 3 4 5; do echo hello | talk 80; done
ping_server
expect 5 'ttl 63,.*\.80 > .*Flags \[S\.\]'
expect 5 'ttl 61,.*\.80 > .*Flags \[P\.\]'
expect 4 'ttl 61,.*echo reply'
never 'Flags \[R'
