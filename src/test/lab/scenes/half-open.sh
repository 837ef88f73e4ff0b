# the client's own filter drops the answers of port 80: the server repeats its SYN-ACK, nothing is opened
usual_network
serve server 80
rule client input 'tcp sport 80 drop'
capture client r1
ping_server
knock 80 1 &
expect 2 'ttl 61,.*\.80 > .*Flags \[S\.\]'
