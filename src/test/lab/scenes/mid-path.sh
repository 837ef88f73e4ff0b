# captured between the firewall and r2, where the firewall's resets never come: port 22 is silent, 80 opens
usual_network
serve server 80
rule fw forward 'tcp dport 22 reject with tcp reset'
capture r2 fw
knock 22 2
echo hello | talk 80
knock 81 2
ping_server
expect 2 'ttl 63,.*\.81 > .*Flags \[R\.\]'
expect 4 'ttl 63,.*echo reply'
