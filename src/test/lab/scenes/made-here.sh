# on the firewall, -i any: it resets port 22 itself; port 81 is refused by the server behind it
usual_network
serve server 80
rule fw forward 'tcp dport 22 reject with tcp reset'
capture fw any
echo hello | talk 80
knock 22 2
knock 81 2
ping_server
expect 2 'Out.*\.22 > .*Flags \[R\.\]'
expect 4 '\.81 > .*Flags \[R\.\]'
