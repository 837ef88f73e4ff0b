# ping works, the firewall refuses port 80 with ICMP "admin prohibited" in its own name
usual_network
rule fw forward 'tcp dport 80 reject with icmp admin-prohibited'
capture client r1
knock 80 3
ping_server
expect 3 'ttl 63,.*10\.9\.2\.2 > .*unreachable - admin prohibited'
expect 4 'ttl 61,.*echo reply'
never 'Flags \[R'
