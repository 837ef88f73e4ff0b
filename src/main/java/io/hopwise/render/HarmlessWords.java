package io.hopwise.render;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;

/**
 * The words that tcpdump itself prints for headers and messages. They name protocols and fields and
 * identify nobody; any other word may be a name or a password.
 */
final class HarmlessWords {
  private static final ImmutableSet<String> ALL =
      ImmutableSet.copyOf(
          Splitter.on(CharMatcher.whitespace())
              .omitEmptyStrings()
              .split(
                  """
                  802.1aq 802.1d 802.1Q 802.1s 802.1w 802.3 a_rwnd AC-Cookie AC-Name accuracy ACK
                  Ack acK ack ackdat Acknowledgment acks active add-addr addr address addresses
                  addrs admin adv Advertisement advertisement advertisment advint AF AFI age AH ah
                  AID alert All-routes already alt-CoA an announce Announcement antenna any AoE AP
                  ArcNet Arista ARP arp AS as Assoc at auth Auth-Req authentic authenticated
                  Authentication authentication authkeyid authorized authtype auto Backbone backup
                  Backward bad bad-hlen bad-len bandwidth be Beacon because before Begin beyond bit
                  block boundary BRCM bridge-id Broadcast BRR BSS BTP BU buf_alloc by byte bytes
                  call cap CAPABLE capable caplen capture captured Care-of CCITT CCP CCVal CDP cdp
                  CDPv0 CDPv1 CDPv2 CFI CFMv0 CH chain channel CHAP CHDLC checksum chlim CID cipher
                  Cisco CIST cksum Class class Class-Type CLNP clock closed CLR cluster cmd CoA Code
                  code codeset Command command compat COMPLETE complete Conf-Ack Conf-Nack
                  Conf-Reject Conf-Request confidential Config config conn-confirm conn-initiate
                  CONN_MSG connect control cooked COOKIE Cookie cookie cookiereq correct correction
                  CoT CoTI count cpi CREDIT Critical CS CsCov csum ctrl cum cur cutoff D dagid DATA
                  Data data data-ack Database dBm DCCP DCCP-Ack DCCP-Close DCCP-CloseReq DCCP-Data
                  DCCP-DataAck DCCP-Request DCCP-Reset DCCP-Response DCCP-Sync DeAuthentication
                  decode DEI delay Delay_Req Delay_Resp Deprecated Description Destination
                  destination device DHCP direct-link directory Disassociated Disassociation
                  disconn-confirm disconn-initiate disconnect discovery DLCI DNS dnssl DODAG does
                  domain donemax dropped DSA DSAP dsap dss DST Dst dst_addr DSTOPT dstopt DTPv1 due
                  dump dvmrp EAP EAPOL ECHO echo Echo-Reply Echo-Request ecr edit EDSA egp EGPv0
                  EIGRP eigrp element EN10MB encapsulation End enhanced Entry EOL EOL-1 erroneous
                  ERROR error errorneous ES-IS ESP esp ether Ethernet ethernet Ethertype ethertype
                  exceeded exception exists exp exp-tfo explicit extended extension external failed
                  fails failure FAST fast-close fdelay field file filter fin First flag FLAGS Flags
                  flags follow Follow_Up for ForCES Format Forward forwarding FPri Frag frag frame
                  frames from full fwd_cnt gaddr Geneve GeoNet GI gm GN_ADDR got gre GREv0 GREv1
                  group H ha Handshake Hardware has have HB HBH hdr-len header header+payload
                  headerlength heartbeat Hello high HLIM hlim hmac ho homeaddr homeagent hop HopLim
                  hops host Host-Uniq HP HSRP HwInfo I IBSS ICMP icmp ICMP6 icmp6 ICMPv6 icv ID id
                  Identification IEEE ifindex IG igmp igmp-0 IGRP igrp ils-ack implicit In in
                  in-transit incomplete incorrect Individual InfiniBand infinity infinitys info
                  Information information INIT Init init initiated instance Interface interface
                  interval intvl Invalid invalid Inverse inverse IP ip ip-proto IP6 ip6 IPComp IPCP
                  ipip-proto-4 IPV4 IPv4 IPv6 IPv6CP IPX is is-at IS-IS is_in isolated its
                  ItsPduHeader ivl join jumbo K keep-alive keepalive kernel key Keygen keyid L1 L2
                  l2tp label Lack LACPv1 last-entry LCP Learn leave leaving left LEN len LENGTH
                  Length length lifetime limit link link-address link-layer link-local link-service
                  link-type Linux LINUX_SLL LINUX_SLL2 listener listening lladdr LLC LLDP log long
                  longer Loopback low LP LS-Ack LS-Request LS-Update LSP LSRR M M3UA mac MACsec
                  Magic-Num malformed managed management map mask match max maxdelay Mbit MCS MD
                  mechanism medium mesh Message MessageSize messageType MHz might min mineseen MIS
                  missing mldv2 mobility mode mop MP MPLS mptcp MS mtrace mtu Multi-Part multicast
                  MustBeZero names nanoseconds ndp need neighbor net NetBeui Networking next
                  NEXT-HEADER next-header NH nla NLB NLPID No no no-payload node noise non-backup
                  Non-Broadcast nonce NONE None none nonstoring NOP nop not NS NSH NULL Null null
                  number O oack Object object octet octets ODATA of off OFFSET offset OK ok on
                  onlink only OP op Open opt opt_len opt_type option options OPTS or ord origin
                  originTimeStamp OS OSI ospf OSPFv0 OSPFv2 OSPFv3 Other other OTV oui Out out
                  output overlay override OVN P p packet packets Pad pad pad1 PADI padn PADO PADR
                  PADS PADT pairwise PAP parameter pass pathcost PAYLOAD Payload payload pcap_loop
                  peer Peering PGM pgm pid pim PIMv0 PIMv1 PIMv2 plc pltime pn policy POLL Poll port
                  PPID PPP PPP-IP PPPoE precedence preciseOriginTimeStamp pref preference
                  preferred_ltime prefix present PRESPEC presumed prf prio priority PRIVACY Probe
                  problem prohibited Proposal PROTO proto Protocol protocol Protocols PTPv2 ptr
                  Q.922 Q.933 qqi quench query querymax R R/R2 RA rank Rapid RC rcv rdnss reachable
                  reachable_time reached reading reason reassembly received receiveTimeStamp record
                  recorded recv redirect redirect-tos refused Register rejected Relay-Session-ID
                  reliability rem-addr remaining renum renumbering Reply reply report reported
                  reportmax REQ req REQUEST Request request requires Reserved reserved reset
                  resources resp Response result retrans retrans_time Reverse rnd rnextkeyid
                  robustness root-id round route router router_ltime routing RPL RR RSNE rsv rsvd
                  RSVP RT rt RT6 rt6 rtalert rwnd Rx S s sabme SACK scope SCTP sctp seconds security
                  seg segleft segsize send sending seq sequence sequence# service service-index
                  Service-Name service-path-id ses set short should SHUTDOWN SID signal simple size
                  skipCount SLARP sll Slow small SNAP snap snapshot Solicitation solicitation
                  solicited source Specific SPI spi SPM sq Src src srcrt ssap SSEQ SSP SSRR STA
                  Stack stamp Standard start State stateful status step steps STP stp STREAM sub
                  subject subseq SubType success Successful such sudo SUM sum sumlen Summary
                  supported suppressed Sync sync t tag TAI TC tc TCP tcp tcp-ao tcpdump tcprst TDLS
                  TEB tell tfo tgt that The the this time timeout timer Timescale Timestamp
                  timestamp TIPC TLV to to_ex to_in Token token too Topology TOS tos total
                  traceroute trail trailing tried Truncated truncated truncated-ip truncated-ip6
                  truncated-option truncated-udp TS ts TS+ADDR TSN tsns TSO TSONLY TTL ttl two Tx tx
                  type type- UDLDv1 UDP udp udplite UI unacceptable unicast UNKNOWN Unknown unknown
                  unknown-version Unnumbered unreach unreachable unspecified untagged unverified
                  UPDATE uptime use UTC utc v v0 v0-ip4 v0-ip6 v1 v1-echo v2 v2.0 v3 val valid
                  valid_ltime variance VCI Vendor Vendor-Specific Ver ver verbose Version version
                  VID violation VIRTIO Virtual vlan vltime VMAN vni VPI vrid vrrp VRRPv2 VRRPv3
                  VTPv1 VTPv2 VXLAN VXLAN-GPE Warning was which who who-are-you who-has win with
                  wrong xmit yourseen
                  """));

  private HarmlessWords() {}

  /** Whether tcpdump itself prints the word, in this case. */
  static boolean contains(String word) {
    return ALL.contains(word);
  }
}
