# the server starts at TTL 255; the firewall, which starts at 64, resets port 22
usual_network
set_sysctl server net.ipv4.ip_default_ttl=255
serve server 80
rule fw forward 'tcp dport 22 reject with tcp reset'
capture client r1
knock 22 3
echo hello | talk 80
ping_server
expect 3 'ttl 63,.*\.22 > .*Flags \[R\.\]'
expect 1 'ttl 252,.*\.80 > .*Flags \[F\.\]'
expect 4 'ttl 252,.*echo reply'
