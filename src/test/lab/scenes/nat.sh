# the client stands behind a NAT, and a public address is forwarded port by port to the server
usual_network
serve server 80
public=198.51.100.80
ip -n "$prefix-fw" addr add "$public/32" dev lo
ip -n "$prefix-client" route add "$public" via 10.9.1.2
ip -n "$prefix-r1" route add "$public" via 10.9.2.2
ns r1 nft -f - <<'NFT'
table ip lab {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname fw masquerade;
  }
}
NFT
# Only port 80 is forwarded: a ping of the public address is answered by the firewall, which owns it.
ns fw nft -f - <<NFT
table ip lab {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    ip daddr $public tcp dport 80 dnat to $server;
  }
}
NFT
capture client r1
echo hello | talk 80
echo hello | talk 80 "$public"
printf 'hello\nabort\n' | talk 80 "$public"
knock 81 1
ping_server
ping_server "$public"
expect 4 'ttl 61,.*10\.9\.4\.2 > .*echo reply'
expect 4 'ttl 63,.*198\.51\.100\.80 > .*echo reply'
expect 2 'ttl 61,.*198\.51\.100\.80\.80 > .*Flags \[S\.\]'
expect 1 'ttl 61,.*198\.51\.100\.80\.80 > .*Flags \[R'
expect 1 'ttl 61,.*10\.9\.4\.2\.81 > .*Flags \[R\.\]'
