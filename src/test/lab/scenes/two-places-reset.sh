# at the client and at the server: the firewall resets port 22, port 81 is open
usual_network
serve server 81
rule fw forward 'tcp dport 22 reject with tcp reset'
capture_far server r2
capture client r1
ping_server
knock 22 1
echo hello | talk 81
expect 1 'ttl 63,.*\.22 > .*Flags \[R\.\]'
