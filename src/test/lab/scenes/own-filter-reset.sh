# the server's own packet filter resets port 22 and lets port 80 in
usual_network
serve server 80
rule server input 'tcp dport 22 reject with tcp reset'
capture client r1
knock 22 3
echo hello | talk 80
ping_server
expect 3 'ttl 61,.*\.22 > .*Flags \[R\.\]'
expect 4 'ttl 61,.*echo reply'
