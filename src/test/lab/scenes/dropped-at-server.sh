# captured at the server: SYNs arrive, its own packet filter drops them
usual_network
rule server input 'tcp dport 80 drop'
capture server r2
ping_server
knock 80 1 &
expect 3 'ttl 61,.*Flags \[S\]'
never '\.80 > '
