# a machine at the second router resets a transfer with the TTL that the server's packets have
usual_network
serve server 80
capture client r1
ping_server
ns fw python3 "$here/forge.py" r2 80 62 &
sleep 0.3
echo 'stream 12' | talk 80 &
expect 1 'ttl 61, id 1,.*flags \[none\].*\.80 > .*Flags \[R\]'
expect 4 'ttl 61,.*\.80 > .*Flags \[P\.\]'
sleep 0.3
