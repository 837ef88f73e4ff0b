# two equal-cost ways back, one two routers longer: flows differ in TTL, each keeps its own
usual_network
detour
serve server 80
set_sysctl r2 net.ipv4.fib_multipath_hash_policy=1 # choose by ports too, not by addresses alone
ip -n "$prefix-r2" route replace 10.9.1.0/24 nexthop via 10.9.3.1 nexthop via 10.9.7.1
capture client r1

# A hash chooses the way, so knock until both were taken.
both_ways() { seen "$1" "ttl 61,.*$2" && seen "$1" "ttl 59,.*$2"; }
until both_ways 3 '\.80 > .*Flags \[S\.\]'; do echo hello | talk 80; done
until both_ways 1 '\.81 > .*Flags \[R\.\]'; do knock 81 1; done
ping_server
expect 4 'ttl (61|59),.*echo reply'
