# the firewall resets port 22; a proxy on it owns port 80, and port 443 reaches the server
usual_network
serve fw 8080
serve server 443
ns fw nft -f - <<'NFT'
table ip lab {
  chain prerouting { type nat hook prerouting priority dstnat; tcp dport 80 redirect to :8080; }
  chain forward { type filter hook forward priority filter; tcp dport 22 reject with tcp reset; }
}
NFT
capture client r1
for _ in 1 2 3; do echo hello | talk 80; done
for _ in 1 2; do echo hello | talk 443; done
knock 22 2
ping_server
expect 3 'ttl 63,.*\.80 > .*Flags \[S\.\]'
expect 2 'ttl 61,.*\.443 > .*Flags \[S\.\]'
expect 2 'ttl 63,.*\.22 > .*Flags \[R\.\]'
