# on a NAT, -i any: each packet stands before and behind it, with one address rewritten
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
echo hello | talk 80
printf 'hello\nabort\n' | talk 80
knock 81 2
ping_server
expect 2 '\.80 > .*Flags \[R'
expect 4 '\.81 > .*Flags \[R\.\]'
