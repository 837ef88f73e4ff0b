# of three UDP ports one answers, one is closed, and one is dropped by the firewall
usual_network
ns server python3 "$here/peer.py" echo 7 &
wait_until 5 echoes server 7 || die "nothing listens on UDP port 7"
rule fw forward 'udp dport 9 drop'
capture client r1
ask 7 1
ask 8 1
ask 9 2
expect 1 'ttl 61,.*\.7 > '
expect 1 'udp port 8 unreachable'
expect 2 '> 10\.9\.4\.2\.9:'
never '\.9 > '
