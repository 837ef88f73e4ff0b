# the last router before the server resets port 22: one router nearer than all else
network client r1 r2 fw server
serve server 80
rule fw forward 'tcp dport 22 reject with tcp reset'
capture client r1
ping_server
echo hello | talk 80
knock 22 3
expect 3 'ttl 62,.*\.22 > .*Flags \[R\.\]'
expect 4 'ttl 61,.*echo reply'
