# shellcheck shell=bash disable=SC2154
# What the scenes are made of: nodes, links, firewalls, talk, one capture. Sourced by lab.sh, which sets
# $here (this folder), $scene (its name), $text and $pcap (the files to write).

prefix=hw$$ # two runs side by side have different PIDs, so their namespaces never meet
family=4    # an IPv6 scene sets 6 before it builds its network; then both are there
nodes=()
links=0
tcpdump_pid=
far_pid=

die() {
  echo "lab: $scene: $*" >&2
  exit 1
}

# ns NODE COMMAND...: run a command inside a node.
ns() {
  local node=$1
  shift
  ip netns exec "$prefix-$node" "$@"
}

set_sysctl() { ns "$1" sysctl -qw "$2"; }

# ---------------------------------------------------------------------------------------------- network

node() {
  ip netns add "$prefix-$1"
  nodes+=("$1")
  ip -n "$prefix-$1" link set lo up
  set_sysctl "$1" net.ipv4.ip_forward=1
  # Two ways between two nodes are no reason to drop what came by the other one.
  set_sysctl "$1" net.ipv4.conf.all.rp_filter=0
  set_sysctl "$1" net.ipv4.conf.default.rp_filter=0
  if [[ $family == 4 ]]; then
    set_sysctl "$1" net.ipv6.conf.default.disable_ipv6=1
    return
  fi
  set_sysctl "$1" net.ipv6.conf.all.forwarding=1
  # A router asks for its neighbours from its link-local address: without the check for duplicates it has
  # one at once.
  set_sysctl "$1" net.ipv6.conf.default.accept_dad=0
}

# link A B: the next free network, 10.9.N.0/24 and 2001:db8:9:N::/64; A is .1 in it and B is .2.
# Each end is an interface called like the node it leads to.
link() {
  local a=$1 b=$2
  links=$((links + 1))
  ip link add name "$b" netns "$prefix-$a" type veth peer name "$a" netns "$prefix-$b"
  link_end "$a" "$b" 1
  link_end "$b" "$a" 2
}

link_end() {
  ip -n "$prefix-$1" addr add "10.9.$links.$3/24" dev "$2"
  [[ $family == 4 ]] || ip -n "$prefix-$1" addr add "2001:db8:9:$links::$3/64" dev "$2" nodad
  ip -n "$prefix-$1" link set "$2" up
}

# route NODE NETWORK-NUMBER LINK HOST: NODE reaches that network through that neighbour.
route() {
  ip -n "$prefix-$1" route replace "10.9.$2.0/24" via "10.9.$3.$4"
  [[ $family == 4 ]] || ip -n "$prefix-$1" route replace "2001:db8:9:$2::/64" via "2001:db8:9:$3::$4"
}

# network NODE...: a chain with static routes; first node = client, last = server.
network() {
  local chain=("$@") last=$(($# - 1)) i n
  for i in "${chain[@]}"; do node "$i"; done
  for ((i = 0; i < last; i++)); do link "${chain[i]}" "${chain[i + 1]}"; done
  # Node i stands between network i on its left and network i + 1 on its right.
  for ((i = 0; i <= last; i++)); do
    for ((n = 1; n < i; n++)); do route "${chain[i]}" "$n" "$i" 1; done
    for ((n = i + 2; n <= last; n++)); do route "${chain[i]}" "$n" $((i + 1)) 2; done
  done
  server=10.9.$last.2
  server6=2001:db8:9:$last::2
}

# Nearly every scene: three routers lie between client and server, and the firewall is the second.
usual_network() { network client r1 fw r2 server; }

# detour: x and y are a second way between firewall and r2, two routers longer; nobody takes it yet.
detour() {
  node x
  node y
  link fw x # network 5
  link x y  # network 6
  link y r2 # network 7
  route x 1 5 1
  route x 4 6 2
  route y 1 6 1
  route y 4 7 2
}

# rule NODE HOOK RULE: one nftables filter rule; HOOK is forward for others' packets, input for its own.
rule() {
  ns "$1" nft -f - <<NFT
table inet lab { chain $2 { type filter hook $2 priority filter; $3; }; }
NFT
}

# ---------------------------------------------------------------------------------------------- traffic

server_address() { if [[ $family == 6 ]]; then echo "$server6"; else echo "$server"; fi; }

ping_server() { ns client ping -n -q -c 4 -i 0.1 -W 2 "${1:-$(server_address)}" >/dev/null; }

# serve NODE PORT: peer.py's server, ready when this returns.
serve() {
  ns "$1" python3 "$here/peer.py" serve "$2" &
  wait_until 5 listens "$1" "$2" || die "no server on $1 port $2"
}

listens() { [[ -n $(ns "$1" ss -Hltn "sport = :$2") ]]; }

# talk PORT [ADDRESS]: a client's connection; what stdin says is said, line by line. That it may be
# refused, reset or left without an answer is the point of most scenes, so it never fails.
talk() { ns client python3 "$here/peer.py" talk "${2:-$(server_address)}" "$1" || true; }

echoes() { [[ -n $(ns "$1" ss -Hlun "sport = :$2") ]]; }

# ask PORT TIMES: a client's UDP datagrams.
ask() { ns client python3 "$here/peer.py" ask "$(server_address)" "$1" "$2"; }

# knock PORT TIMES: connections that have nothing to say.
knock() {
  local i
  for ((i = 0; i < $2; i++)); do talk "$1" </dev/null; done
}

# ---------------------------------------------------------------------------------------------- capture

# capture NODE INTERFACE [FILTER]: as a user would with `2>&1 | tee`; the pcap holds the same packets.
capture() { start_capture "$text" "$@"; }

# capture_far NODE INTERFACE [FILTER]: the same at a second place, into SCENE.far.txt. Before capture.
capture_far() {
  start_capture "${text%.txt}.far.txt" "$@"
  far_pid=$tcpdump_pid
}

start_capture() {
  local text=$1 node=$2 interface=$3 filter=${4:-}
  : >"$text"
  # -Z root: the pcap is written where only root may. --immediate-mode: no second of waiting at the end;
  # but then the usual buffer holds 8 packets of full snapshot length, and this one (16 MiB) holds 64.
  # Not through ns: then $! would be a shell around tcpdump, which a signal stops in tcpdump's stead.
  # shellcheck disable=SC2086 # a filter is several words
  ip netns exec "$prefix-$node" tcpdump -nn -v -l --immediate-mode -B 16384 -Z root -i "$interface" \
    --print -w "${text%.txt}.pcap" $filter >"$text" 2>&1 &
  tcpdump_pid=$!
  wait_until 5 grep -q 'listening on' "$text" || die "tcpdump does not start: $(cat "$text")"
}

stop_capture() {
  [[ -n $tcpdump_pid ]] || return 0
  wait_until 5 settled || die "traffic does not end"
  stop_tcpdump "$tcpdump_pid" "$text"
  tcpdump_pid=
  [[ -z $far_pid ]] || stop_tcpdump "$far_pid" "${text%.txt}.far.txt"
}

stop_tcpdump() {
  kill -INT "$1"
  wait "$1" || die "tcpdump failed: $(tail -1 "$2")"
  grep -q '^0 packets dropped by kernel' "$2" || die "tcpdump lost packets"
}

# settled: nothing more was printed for a moment; what is still on its way would be lost by a stop.
settled() {
  local before
  before=$(stat -c %s "$text")
  sleep 0.2
  [[ $(stat -c %s "$text") == "$before" ]]
}

# records: the captured text with one record a line.
records() {
  awk '/^[ \t]/ { printf "%s", $0; next } NR > 1 { print "" } { printf "%s", $0 } END { print "" }' "$text"
}

# expect COUNT REGEX: wait until that many records match; a scene that does not come about fails here.
expect() { wait_until 8 seen "$1" "$2" || die "expected $1 of /$2/, got $(records | grep -cE "$2")"; }

seen() { (($(records | grep -cE "$2") >= $1)); }

# never REGEX: and that none does.
never() { ! records | grep -qE "$1" || die "there should be no /$1/"; }

# wait_until SECONDS COMMAND...
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS <= end)) || return 1
    sleep 0.05
  done
}

# --------------------------------------------------------------------------------------------- teardown

tear_down() {
  local status=$? name
  ((status == 0)) || echo "lab: ${scene:-a scene} failed with status $status" >&2
  for name in "${nodes[@]}"; do
    ip netns pids "$prefix-$name" 2>/dev/null | xargs -r kill 2>/dev/null || true
    ip netns del "$prefix-$name" 2>/dev/null || true
  done
}
