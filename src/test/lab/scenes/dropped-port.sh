# ping works, the firewall drops port 80: the client's SYNs stay without an answer
usual_network
rule fw forward 'tcp dport 80 drop'
capture client r1
ping_server
knock 80 1 & # the kernel repeats the SYN after 1 s, and again
expect 3 'Flags \[S\]'
never '\.80 > '
