# the capture begins amid a conversation: no handshake is in it
usual_network
serve server 80

converse() {
  echo hello
  wait_until 9 grep -qs 'listening on' "$text"
  echo again
}

connected() { [[ -n $(ns server ss -Htn state established "sport = :80") ]]; }

rm -f "$text" # of an earlier run
converse | talk 80 &
wait_until 5 connected || die "no connection"
sleep 0.3 # hello and its answer
capture client r1
expect 1 'ttl 61,.*\.80 > .*Flags \[P\.\]'
expect 1 'ttl 61,.*\.80 > .*Flags \[F\.\]'
never 'Flags \[S'
