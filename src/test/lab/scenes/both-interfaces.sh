# captured on the firewall with -i any: every packet twice, the second time with one hop less
usual_network
serve server 80
capture fw any
ping_server
echo hello | talk 80
expect 4 'In .*ttl 63,.*echo reply'
expect 4 'Out .*ttl 62,.*echo reply'
expect 1 'Out .*ttl 62,.*\.80 > .*Flags \[F\.\]'
