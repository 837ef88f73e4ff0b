# ping works, the firewall resets port 22
usual_network
rule fw forward 'tcp dport 22 reject with tcp reset'
capture client r1
knock 22 3
ping_server
expect 3 'ttl 63,.*\.22 > .*Flags \[R\.\]'
expect 4 'ttl 61,.*echo reply'
