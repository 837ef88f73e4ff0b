# at the client and at the server, a NAT between them: port 81 is open, port 80 dropped by the server's own filter
usual_network
serve server 81
rule server input 'tcp dport 80 drop'
ns r1 nft -f - <<'NFT'
table ip lab {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    oifname fw masquerade random;
  }
}
NFT
capture_far server r2
capture client r1
echo hello | talk 81
knock 80 1 & # the kernel repeats the SYN after 1 s, and again
expect 3 '80: Flags \[S\]'
echo hello | talk 81
never '\.80 > '
