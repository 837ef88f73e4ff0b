/*
 * How the words of TcpdumpLexer make a record. LL(1): the next token always decides, and what is
 * not understood below an IP header falls back to text (`lines`) without losing the header.
 */
parser grammar TcpdumpParser;
options { tokenVocab = TcpdumpLexer; superClass = TcpdumpParserBase; }

// One record, without its last line end:
//     1  22:13:20.123456 eth0  In  IP (…)
record
    : number=NUMBER? LENGTHS?
      ( time=(TIME | OUTGOING_TIME | EPOCH | DELTA | SIGNED_DELTA | DATE_TIME | ODD_TIME) link=links? (f=frame | odd=numbers)
      | link=links (f=frame | odd=numbers)
      | f=frame
      )
      (objectsHead=EXTENSION objects=lines)? EOF
    ;

// 1.0 Mb/s 2412 MHz 11b …                                     (a frame that begins with a number)
// 802.3 [|llc]
numbers
    : (EPOCH | DELTA | NUMBER) lines
    ;

// The text between the time and the IP header, much of it only with -e:
// 02:00:5e:10:00:01 > 02:00:5e:10:00:02, ethertype 802.1Q (0x8100), length 59: vlan 100, p 0, ethertype IPv4 (0x0800),
links
    : ( INTERFACE | COOKED | IFINDEX | MAC_PAIR | MAC_ONE | FRAME | ETHERTYPE | FRAME_LENGTH | VLAN | LLC | OUI
      | PPPOE | PPP | NULL_LINK | RAW | SWITCH_TAG | MPLS | MPLS_NEXT | MPLS_END | OLD_MACS | OLD_ETHERTYPE | IPNET
      | FAMILY | NSH | ARISTA | FRAME_RELAY | MACSEC | TOKEN_RING | FDDI | ARCNET | ATM
      | PFLOG | PKTAP | SIDE | ENC | RARE_LINK | QUIET_TYPE | JUNIPER )+
    ;

// A captured frame: an IP packet or something else.
frame
    : (IP | IP6 | wrong=WRONG_VERSION)? (note=NOTE)* (ip=packet | noHeader=NO_HEADER lines | lines)
    ;

packet
    : v4=ipv4
    | v6=ipv6
    | early=earlyWords? bare=flow
    ;

// (DF) [tos 0x10]                 (what 3.8 and older print last without -v; in canonical text first, where nothing can forge it)
earlyWords
    : EARLY+
    ;

// (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)
//     192.0.2.1.22 > 192.0.2.2.51000: …
ipv4
    : tos=V4_OPEN ttl=TTL? id=ID offset=OFFSET flags=IP_FLAGS proto=PROTO? len=IP_LENGTH
      (options=ipOptions (badSum=IP_BAD_CKSUM? V4_CLOSE (to=flow | NO_ADDRESSES lines) | lines) | badSum=IP_BAD_CKSUM? V4_CLOSE (to=flow | NO_ADDRESSES lines))
    ;

// , options (RR 192.0.2.1, 192.0.2.2, 0.0.0.0,EOL)            (not closed if they were not captured)
ipOptions
    : open=IP_OPTIONS (IP_OPTION | IP_OPTION_NUMBER | IP_OPTION_NOTE)* end=IP_OPTIONS_END?
    ;

// (class 0xb8, flowlabel 0x12345, hlim 64, next-header TCP (6) payload length: 20) 2001:db8::1.22 > …
ipv6
    : ( cls=V6_CLASS label=FLOWLABEL? hlim=HLIM | label=V6_FLOWLABEL hlim=HLIM | hlim=V6_HLIM )
      next=NEXT_HEADER? len=PAYLOAD_LENGTH V6_CLOSE (to=flow | NO_ADDRESSES lines)
    ;

// 192.0.2.1.22 > 192.0.2.2.51000: …                         (the whole record without -v)
flow
    : src=SRC (dst=DST carries=body | strange=OTHER lines)
    ;

// HBH (padn) 51000 > 40001: …
body
    : headers=extensions? ports=PORTS? p=payload
    ;

extensions
    : (OPTIONS_HEADER | ROUTING | FRAG6 | AH)+
    ;

payload
    : segment=tcp
    | oldSegment=oldTcp
    | quietSegment=quietTcp
    | dgram=udp
    | message=icmp
    | message6=icmp6
    | through=tunnel
    | rpc=nfs
    | other=lines
    ;

// Flags [S.], cksum 0x0102 (correct), seq 1, ack 2, win 3, options [mss 1460], length 0
tcp
    : flags=FLAGS sum=(CKSUM | BAD_CKSUM | OLD_CKSUM)? seq=(SEQ | SEQ_RANGE)? ack=ACK? ackNote=ACK_NOTE? win=WIN? urg=URG? urgNote=URG_NOTE?
      (OPTIONS options=tcpOptions OPTIONS_END?)? len=TCP_LENGTH? rest=lines
    ;

// S, cksum 0x0102 (correct), 1:1(0) ack 2 win 3 <mss 1460>
oldTcp
    : flags=OLD_FLAGS sum=(OLD_CKSUM | OLD_BAD_CKSUM)? seq=OLD_RANGE? ack=OLD_ACK? win=OLD_WIN urg=OLD_URG?
      (OLD_OPTIONS options=tcpOptions OPTIONS_END?)? rest=lines
    ;

// mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7
tcpOptions
    : ( NOP | END_OPTION | SACK_OK | MSS | WSCALE | TIMESTAMPS | SACK | VALUE_OPTION | MD5 | USER_TIMEOUT | TCP_AO
      | FAST_OPEN | MPTCP | UNKNOWN_OPTION | OTHER_OPTION | COMMA )*
    ;

// tcp 52                                                     (-q)
quietTcp
    : len=QUIET_TCP rest=lines
    ;

// [udp sum ok] UDP, length 13
udp
    : sum=(UDP_SUM_OK | UDP_NO_SUM | UDP_BAD_SUM) (len=(UDP | UDP_BAD_LENGTH) rest=lines | head=udpTunnel inner=carried | other=lines)
    | len=(UDP | UDP_BAD_LENGTH) rest=lines
    | head=udpTunnel inner=carried
    ;

// VXLAN, flags [I] (0x08), vni 42
udpTunnel
    : word=(VXLAN | GENEVE | L2TP | UDP_MPLS)
    ;

// ICMP 192.0.2.9 udp port 53 unreachable, length 64
//     IP (tos 0x0, ttl 1, …                                  (after a tab: the packet it is about)
icmp
    : head=(ICMP | OLD_ICMP) (words=icmpWords fields=icmpFields? ((QUOTE | FOR) quoted=carried | other=lines) | other=lines)
    ;

icmpWords
    : word=( ECHO_REPLY | ECHO_REQUEST | NET_UNREACHABLE | HOST_UNREACHABLE | PROTOCOL_UNREACHABLE
           | UDP_PORT_UNREACHABLE | TCP_PORT_UNREACHABLE | OTHER_PORT_UNREACHABLE | NEED_FRAG | NEED_FRAG_MTU
           | SOURCE_ROUTE_FAILED | NET_UNKNOWN | HOST_UNKNOWN | HOST_ISOLATED | NET_PROHIBITED | HOST_PROHIBITED
           | NET_TOS | HOST_TOS | FILTER_PROHIBITED | PRECEDENCE_VIOLATION | PRECEDENCE_CUTOFF | OTHER_UNREACHABLE
           | OLD_OTHER_UNREACHABLE | SOURCE_QUENCH | REDIRECT_NET | REDIRECT_HOST | REDIRECT_TOS_NET
           | REDIRECT_TOS_HOST | REDIRECT_OTHER | ROUTER_ADVERTISEMENT | ROUTER_SOLICITATION | TIME_EXCEEDED
           | REASSEMBLY_EXCEEDED | OTHER_EXCEEDED | PARAMETER_OCTET | PARAMETER_CODE | STAMP_QUERY | STAMP_REPLY
           | INFORMATION_REQUEST | INFORMATION_REPLY | MASK_REQUEST | MASK_REPLY | EXTENDED_ECHO_REQUEST
           | EXTENDED_ECHO_REPLY | OTHER_TYPE )
    ;

icmpFields
    : (ICMP_ID | ICMP_HEX_ID | ICMP_SEQ | ICMP_LENGTH | ICMP_SUM_OK | ICMP_BAD_SUM | ICMP_DETAIL)+
    ;

// [icmp6 sum ok] ICMP6, echo reply, id 1, seq 2
icmp6
    : sum=(ICMP6_SUM_OK | ICMP6_BAD_SUM)? head=(ICMP6 | OLD_ICMP6) (words=icmp6Words fields=icmpFields?)? other=lines
    ;

icmp6Words
    : word=( NO_ROUTE6 | PROHIBITED6 | BEYOND_SCOPE6 | ADDRESS_UNREACHABLE6 | PORT_UNREACHABLE6 | UNKNOWN_CODE6 | TOO_BIG6
           | TIME_EXCEEDED6 | REASSEMBLY6 | OTHER_EXCEEDED6 | PARAMETER_HEADER6 | PARAMETER_NEXT6 | PARAMETER_OPTION6
           | PARAMETER_CHAIN6 | PARAMETER_CODE6 | ECHO_REQUEST6 | ECHO_REPLY6 | LISTENER_QUERY6 | LISTENER_REPORT6
           | LISTENER_DONE6 | SOLICIT_ROUTER6 | ADVERTISE_ROUTER6 | SOLICIT_NEIGHBOR6 | ADVERTISE_NEIGHBOR6 | REDIRECT6
           | RENUMBERING6 | NODE_QUERY6 | NODE_REPLY6 | INVERSE_SOLICIT6 | INVERSE_ADVERTISE6 | LISTENER_REPORT_V2
           | HA_REQUEST6 | HA_REPLY6 | MOBILE_SOLICIT6 | MOBILE_ADVERTISE6 | RPL6 | EXTENDED_REQUEST6 | EXTENDED_REPLY6
           | MTRACE_RESPONSE6 | MTRACE_MESSAGE6 | OTHER_TYPE6 | OLD_ROUTE6 | OLD_PROHIBITED6 | OLD_SCOPE6 | OLD_ADDRESS6
           | OLD_PORT6 | OLD_CODE6 | CUT_UNREACHABLE6 | CUT_PORT6 | CUT_SCOPE6 | CUT_TOO_BIG6 | CUT_EXCEEDED6
           | CUT_PARAMETER6 | CUT_SOLICIT6 | CUT_ADVERTISE6 | CUT_REDIRECT6 )
    ;

// 48 null                                                    (NFS up to 4.4)
nfs
    : word=(NFS_CALL | NFS_REPLY) rest=lines
    ;

// GREv0, Flags [none], length 45
//     IP (tos 0x0, ttl 33, …                                 (after a tab)
tunnel
    : head=(GRE | PIM_REGISTER | IP_IN_IP | IP6_IN_IP) inner=carried
    | (v4=ipv4 | v6=ipv6 | bare=flow)               // with -e the words IP and IP6 are missing
    ;

// An inner packet, or words that say why there is none.
carried
    : link=links? (IP | IP6)? (note=NOTE)* (ip=packet | other=lines)
    ;

// Text that is not typed, kept as printed. Up to 3.7.2 the IP header comes last:
// S 1:1(0) win 5 (DF) [tos 0x10]  (ttl 64, id 1, len 40)
lines
    : ( OTHER | TEXT | NEWLINE | DUMP_LINE | OLD_DF | OLD_FRAGMENT | OLD_TOS | OLD_TTL | OLD_CLASS | OLD_LABEL | OLD_HLIM
      | OLD_HEADER | TUNNEL_END )*
    ;
