# on a NAT machine, -i any: it forgets a connection, and its own kernel resets the server's next packet
usual_network
serve server 80
ns fw nft -f - <<'NFT'
table ip lab {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname r2 masquerade;
  }
}
NFT
capture fw any
ping_server
echo 'stream 40' | talk 80 &
expect 5 '\.80 > .*Flags \[P\.\]'
# Without the rules the kernel drops what it knew of connections: what the server sends now is for nobody.
ns fw nft flush ruleset
expect 1 'Out .*ttl 64,.*10\.9\.3\.1.* > .*\.80: Flags \[R'
