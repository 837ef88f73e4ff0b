# the server answers over a detour that is two routers longer; a closed port is refused over it, too
usual_network
detour
route r2 1 7 1
route r2 2 7 1
serve server 80
capture client r1
knock 81 3
echo hello | talk 80
ping_server
expect 3 'ttl 59,.*\.81 > .*Flags \[R\.\]'
expect 4 'ttl 59,.*echo reply'
