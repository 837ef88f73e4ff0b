# captured at the server with the filter "port 80": the firewall drops, so nothing arrives
usual_network
rule fw forward 'tcp dport 80 counter drop'
capture server r2 'port 80'
ping_server
knock 80 1 &
dropped() { ns fw nft list ruleset | grep -qE 'counter packets [3-9]'; }
wait_until 8 dropped
stop_capture
expect 1 '^0 packets captured'
