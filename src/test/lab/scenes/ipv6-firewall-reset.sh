# firewall-reset over IPv6: hop limits where IPv4 has TTLs
family=6
usual_network
rule fw forward 'tcp dport 22 reject with tcp reset'
wait_until 8 ping_server # a new IPv6 interface is deaf for up to a second
capture client r1
knock 22 3
ping_server
expect 3 'hlim 63,.*\.22 > .*Flags \[R\.\]'
expect 4 'hlim 61,.*echo reply'
