# the firewall forgets a connection that was idle for 5 minutes and resets it at its next packet
usual_network
serve server 80
# The firewall really forgets, but after 1 s; the other 299 s are put into the capture afterwards. No TCP
# timestamps, because they would still tell the true time.
set_sysctl fw net.netfilter.nf_conntrack_tcp_timeout_established=1
set_sysctl server net.ipv4.tcp_timestamps=0
rule fw forward 'ct state new tcp flags & syn != syn reject with tcp reset'
capture client r1
ping_server

converse() {
  echo hello
  expect 1 '\.80 > .*Flags \[P\.\]'
  sleep 2.3 # longer than anything else in the scene takes: this silence is the one that is lengthened
  echo again
}

converse | talk 80
expect 1 'ttl 63,.*\.80 > .*Flags \[R'
stop_capture
python3 "$here/lengthen.py" "$pcap" 299
(cd "$(dirname "$pcap")" && tcpdump -nn -v -r "$(basename "$pcap")" >"$text" 2>&1)
