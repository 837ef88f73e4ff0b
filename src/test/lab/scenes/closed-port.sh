# ping works, nobody listens on port 80: the server's own kernel refuses
usual_network
capture client r1
knock 80 3
ping_server
expect 3 'ttl 61,.*\.80 > .*Flags \[R\.\]'
expect 4 'ttl 61,.*echo reply'
