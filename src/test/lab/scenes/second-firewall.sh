# two firewalls at different distances: the near one resets port 22, the far one port 25
network client r1 fw r2 far r3 server
rule fw forward 'tcp dport 22 reject with tcp reset'
rule far forward 'tcp dport 25 reject with tcp reset'
capture client r1
knock 22 3
knock 25 3
ping_server
expect 3 'ttl 63,.*\.22 > .*Flags \[R\.\]'
expect 3 'ttl 61,.*\.25 > .*Flags \[R\.\]'
expect 4 'ttl 59,.*echo reply'
