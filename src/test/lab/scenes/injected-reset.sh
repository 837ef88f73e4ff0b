# in mid-transfer the firewall resets the client; the server, told nothing, goes on sending
usual_network
serve server 80
capture client r1
ping_server
echo 'stream 40' | talk 80 &
expect 5 'ttl 61,.*\.80 > .*Flags \[P\.\]'
rule fw forward 'ip saddr 10.9.1.1 tcp dport 80 reject with tcp reset'
expect 1 'ttl 63,.*\.80 > .*Flags \[R'
sent=$(records | grep -cE 'ttl 61,.*Flags \[P\.\]')
expect $((sent + 3)) 'ttl 61,.*\.80 > .*Flags \[P\.\]'
