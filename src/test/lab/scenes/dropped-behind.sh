# captured on the firewall with -i any, nothing but the SYNs: it passes them on, the server drops them
usual_network
rule server input 'tcp dport 80 drop'
capture fw any
knock 80 1 &
expect 3 'In .*ttl 63,.*Flags \[S\]'
expect 3 'Out .*ttl 62,.*Flags \[S\]'
never '\.80 > '
