# a public address forwards port 80; port 81 is refused by the NAT machine itself, which answers pings, too
usual_network
serve server 80
public=198.51.100.80
ip -n "$prefix-fw" addr add "$public/32" dev lo
ip -n "$prefix-client" route add "$public" via 10.9.1.2
ip -n "$prefix-r1" route add "$public" via 10.9.2.2
ns fw nft -f - <<NFT
table ip lab {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    ip daddr $public tcp dport 80 dnat to $server;
  }
}
NFT
capture client r1
ping_server "$public"
for _ in 1 2 3; do echo hello | talk 80 "$public"; done
talk 81 "$public" </dev/null
talk 81 "$public" </dev/null
expect 4 'ttl 63,.*echo reply'
expect 3 'ttl 61,.*\.80\.80 > .*Flags \[S\.\]'
expect 2 'ttl 63,.*\.80\.81 > .*Flags \[R\.\]'
