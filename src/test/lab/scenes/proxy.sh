# a proxy on the firewall (nft redirect) answers port 80 in the server's name; it aborts one connection
usual_network
serve fw 8080
ns fw nft -f - <<'NFT'
table ip lab {
  chain prerouting {
    type nat hook prerouting priority dstnat;
    tcp dport 80 redirect to :8080;
  }
}
NFT
capture client r1
for _ in 1 2 3 4; do echo hello | talk 80; done
printf 'hello\nabort\n' | talk 80
ping_server
expect 5 'ttl 63,.*\.80 > .*Flags \[S\.\]'
expect 1 'ttl 63,.*\.80 > .*Flags \[R'
expect 4 'ttl 61,.*echo reply'
