# over IPv6 the server's kernel refuses port 81
family=6
usual_network
serve server 80
capture client r1
knock 81 3
echo hello | talk 80
ping_server
expect 3 'hlim 61,.*\.81 > .*Flags \[R\.\]'
expect 4 'hlim 61,.*echo reply'
