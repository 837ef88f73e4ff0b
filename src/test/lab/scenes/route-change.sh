# in mid-connection the route becomes two routers longer and stays so; then the server itself aborts
usual_network
detour
serve server 80
capture client r1

reroute() {
  route fw 4 5 2
  route r2 1 7 1
}

converse() {
  ping_server
  echo one
  echo two
  expect 2 'ttl 61,.*Flags \[P\.\]'
  reroute
  ping_server
  echo three
  echo four
  echo abort
}

converse | talk 80
expect 4 'ttl 61,.*echo reply'
expect 4 'ttl 59,.*echo reply'
expect 2 'ttl 59,.*Flags \[P\.\]'
expect 1 'ttl 59,.*Flags \[R'
