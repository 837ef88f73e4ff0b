# ping works, port 80 answers: handshake, data, close
usual_network
serve server 80
capture client r1
for _ in 1 2 3; do echo hello | talk 80; done
ping_server
expect 3 'ttl 61,.*\.80 > .*Flags \[F\.\]'
expect 4 'ttl 61,.*echo reply'
never 'Flags \[R'
