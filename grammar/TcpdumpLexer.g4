/*
 * The words of tcpdump's text. One token is one field together with its label, as tcpdump prints
 * it: `, ttl 64` is a TTL. Where a word means different things in different places, there is a mode
 * for each place. No actions, no predicates: a mode ends with the token that leads to the next one.
 *
 * The input is bytes, each taken as one character (ISO-8859-1): what is printed need not be UTF-8.
 * The last token of a mode takes any single character, so that the text behind it is TEXT.
 */
lexer grammar TcpdumpLexer;

// ---- The head of a record: `    1  22:13:20.123456 eth0  In  IP …` -------------------------------

NUMBER        : ' '* INT '  ' ;                                               // -#
LENGTHS       : 'caplen ' INT ' len ' INT ' ' ;                               // --lengths
TIME          : CLOCK ' ' ;                                                   // no -t option
EPOCH         : '-'? INT '.' INT ' ' ;                                        // -tt
DELTA         : '-'? INT ('.' ' '+ '-'? INT)? ' ' ;                           // -ttt up to 3.9.8
SIGNED_DELTA  : ([ -] CLOCK | INT ':' INT ':-' INT '. ' INT) ' ' ;            // -ttt, -ttttt
DATE_TIME     : DATE ' ' CLOCK ' ' ;                                          // -tttt
ODD_TIME      : (DATE ' ')? '-'? INT ':' '-'? INT ':' '-'? INT '.' '-'? INT ' ' ('(invalid us) ' | '(invalid ns) ')?
              | '[timestamp overflow] ' | '[Error converting time] '
              | '[timestamp < 1970-01-01 00:00:00 UTC] ' ;

INTERFACE     : IFNAME ' '+ ('In' | 'Out' | [BMP?]) ' '+ ;                      // -i any: `eth0  In  `
COOKED        : ('  ' [BMP?] | ' In' | 'Out' | [<>BMP?]) ' ' ;                // -e on a cooked capture
IFINDEX       : 'ifindex ' INT ' ' ;
MAC_PAIR      : MAC ' > ' MAC ', ' ;
MAC_ONE       : MAC ' ' ;
FRAME         : [A-Za-z0-9.]+ (' ' [A-Za-z0-9.]+)* ', length ' INT ': ' ;     // `802.3, length 49: `
ETHERTYPE     : 'ethertype ' ~[,(\r\n]+ ('(0x' HEX ')')? (', ' | ': ') ;
FRAME_LENGTH  : 'length ' INT ': ' ;
VLAN          : 'vlan ' INT ', p ' INT (', DEI' | ', CFI')? ', ' ;
LLC           : 'LLC, dsap ' ~[:\r\n]+ (': ' | ', ethertype IPv' [46] ' (0x' HEX '): ') ;
OUI           : 'oui ' ~[,\r\n]+ ', ' ;
PPPOE         : 'PPPoE' ' '+ '[ses ' ('0x' HEX | INT) '] ' ;
PPP           : 'IP' '6'? ' (0x' HEX '), length ' INT ': ' ;
NULL_LINK     : 'AF ' [A-Za-z0-9]+ ' (' INT '), length ' INT ': ' ;
RAW           : 'ip' '6'? ': ' ;
SWITCH_TAG    : 'BRCM tag OP: ' ~[\r\n]+? ('port: ' INT | 'DST map: 0x' HEX) ', '
              | 'Marvell ' 'E'? 'DSA mode ' ~[\r\n]+? ', FPri ' INT ', '
              | 'E'? 'DSA ' ~[,\r\n]+ ', VLAN ' INT [a-z] ', ' ;
MPLS          : 'MPLS ' MPLS_LABEL ;
MPLS_NEXT     : (EOL '\t' | ' ') MPLS_LABEL ;
MPLS_END      : EOL '\t' | ' ' ;

IP            : 'IP ' ;
IP6           : 'IP6 ' ;
NOTE          : 'truncated-ip' '6'? ' - ' INT ' bytes missing!' ' '?
              | '[total length ' INT ' > length ' INT '] (invalid) '
              | '[header+payload length ' INT ' > length ' INT '] (invalid) ' ;
NO_HEADER     : ' '? '[|ip' '6'? ']' | ' [length ' INT ' < ' INT '] (invalid)'
              | '[total length ' INT ' < header length ' INT '] (invalid)'
              | '[total length ' INT ' > header length ' INT '] (invalid)'
              | ' [header length ' INT ' < ' INT '] (invalid)' | ' [version ' INT ' != ' INT '] (invalid)'
              | 'bad-len ' INT | 'bad-hlen ' INT | 'version error: ' INT ' != ' INT
              | ', wrong link-layer encapsulation' ;
V4_OPEN       : V4_PAREN -> mode(V4) ;
V6_CLASS      : '(class 0x' HEX ', ' -> mode(V6) ;
V6_FLOWLABEL  : '(flowlabel 0x' HEX ', ' -> mode(V6) ;
V6_HLIM       : '(hlim ' INT -> mode(V6) ;
SRC           : WORD ' > ' -> mode(DESTINATION) ;
EMPTY         : EOL -> type(NEWLINE), mode(LINES) ;
OTHER         : . -> mode(LINES) ;

// ---- The IPv4 parenthesis: `(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)`

mode V4;
TTL           : ', ttl ' ' '* INT ;
ID            : ', id ' INT ;
OFFSET        : ', offset ' INT ;
IP_FLAGS      : ', flags [' ~[\]\r\n]* ']' ;
PROTO         : ', proto' ':'? ' ' NAME ' (' INT ')' ;
IP_LENGTH     : ', length' ':'? ' ' INT (' [was ' INT ', presumed ' ('TSO' | 'BIG TCP') ']')? ;
IP_OPTIONS    : (', options (' | ', optlength: ' INT ' (') -> mode(V4_OPTIONS) ;
IP_BAD_CKSUM  : ', bad cksum ' HEX ' (->' HEX ')!' ;
V4_CLOSE      : ')' (EOL ' '* | ' ') -> mode(ADDRESSES) ;
V4_OTHER      : . -> type(OTHER), mode(LINES) ;

mode V4_OPTIONS;
IP_OPTION     : ~[()\r\n[]+ ;
IP_OPTION_NUMBER : '(' INT ')' ;
IP_OPTION_NOTE   : '[' ~[\]\r\n]* ']' ;
IP_OPTIONS_END   : ')' -> mode(V4) ;
V4_OPTIONS_CUT   : EOL -> type(NEWLINE), mode(LINES) ;
V4_OPTIONS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- The IPv6 parenthesis: `(class 0xb8, flowlabel 0x12345, hlim 64, next-header TCP (6) payload length: 20)`

mode V6;
FLOWLABEL     : 'flowlabel 0x' HEX ', ' ;
HLIM          : 'hlim ' INT ;
NEXT_HEADER   : ', next-header' ':'? ' ' NAME ' (' INT ')' ;
PAYLOAD_LENGTH: (', length: ' | ' payload length: ' | ', payload length ') INT ;
V6_CLOSE      : ') ' ('[real length ' INT ', presumed BIG TCP] ')? -> mode(ADDRESSES) ;
V6_OTHER      : . -> type(OTHER), mode(LINES) ;

// ---- The addresses: `192.0.2.1.22 > 192.0.2.2.51000:` -------------------------------------------

mode ADDRESSES;
ADDRESSES_SRC : WORD ' > ' -> type(SRC), mode(DESTINATION) ;
ADDRESSES_OTHER : . -> type(OTHER), mode(LINES) ;

mode DESTINATION;
DST           : WORD ':' -> mode(BODY) ;
DESTINATION_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- What the packet carries --------------------------------------------------------------------

mode BODY;
FLAGS         : ' '? 'Flags [' ~[\]\r\n]* ']' -> mode(TCP) ;
OLD_FLAGS     : ' '? ([SFRPWE]+ | '.') ',' -> mode(OLD_TCP) ;
OLD_FLAGS_BARE: ' '? ([SFRPWE]+ | '.') ' ' -> type(OLD_FLAGS), mode(OLD_TCP) ;
QUIET_TCP     : ' '? 'tcp ' INT -> mode(LINES) ;

UDP_SUM_OK    : ' '? '[udp sum ok]' ;
UDP_NO_SUM    : ' '? '[no cksum]' ;
UDP_BAD_SUM   : ' '? '[bad udp cksum ' ('0x' HEX ' -> 0x' HEX | HEX) '!]' ;
UDP           : ' '? ('UDP, length' ':'? ' ' | 'udp ') INT -> mode(LINES) ;
UDP_BAD_LENGTH: ' '? 'UDP, bad length ' INT ' > ' INT -> mode(LINES) ;
VXLAN         : ' '? ('VXLAN' '-GPE'? ', ' ~[\r\n]+ | 'OTV, ' ~[\r\n]+) EOL -> mode(CARRIED) ;
GENEVE        : ' '? 'Geneve, ' ~[\r\n]+ EOL '\t' -> mode(CARRIED) ;
L2TP          : ' '* 'l2tp:' ~[{\r\n]* '{' -> mode(CARRIED) ;
UDP_MPLS      : ' '? 'MPLS ' MPLS_LABEL (EOL '\t' MPLS_LABEL)* EOL '\t' -> mode(CARRIED) ;

ICMP          : ' ICMP ' -> mode(ICMP_WORDS) ;
OLD_ICMP      : ' icmp' (' ' INT)? ': ' -> mode(ICMP_WORDS) ;
ICMP6_SUM_OK  : ' '? '[icmp6 sum ok]' ;
ICMP6_BAD_SUM : ' '? '[bad icmp6 cksum ' ('0x' HEX ' -> 0x' HEX | HEX) '!]' ;
ICMP6         : ' '? 'ICMP6, ' -> mode(ICMP6_WORDS) ;
OLD_ICMP6     : ' '? 'icmp6: ' -> mode(ICMP6_WORDS) ;

GRE           : ' GREv' [0-9] ', ' (~[:\r\n] | ':' ~[ \r\n])* (': ' | EOL '\t') -> mode(CARRIED) ;
IP_IN_IP      : ' IP ' -> mode(CARRIED) ;
IP6_IN_IP     : ' IP6 ' -> mode(CARRIED) ;
V4_IN_IP      : ' '? V4_PAREN -> type(V4_OPEN), mode(V4) ;
V6_CLASS_IN_IP: ' '? '(class 0x' HEX ', ' -> type(V6_CLASS), mode(V6) ;
V6_FLOW_IN_IP : ' '? '(flowlabel 0x' HEX ', ' -> type(V6_FLOWLABEL), mode(V6) ;
V6_HLIM_IN_IP : ' '? '(hlim ' INT -> type(V6_HLIM), mode(V6) ;

OPTIONS_HEADER: ' '? ('HBH' | 'DSTOPT') ' '* ('(' ~[()\r\n]* ')' ' '?)* ;
ROUTING       : ' '? ('srcrt' | 'RT6') ' (' ~[()\r\n]* ')' ;
FRAG6         : ' '? 'frag (' '0x' HEX ':' INT '|' INT ')' ;
AH            : ' '? 'AH(' ~[()\r\n]* ('(' ~[()\r\n]* ')' ~[()\r\n]*)? '):' ;
PORTS         : ' '? PORT_WORD ' > ' PORT_WORD ':' ;                           // behind extension headers

BODY_BREAK    : EOL -> type(NEWLINE), mode(LINES) ;
BODY_OTHER    : . -> type(OTHER), mode(LINES) ;

// ---- TCP: `Flags [S.], cksum 0x0102 (correct), seq 1, ack 2, win 3, options [mss 1460], length 0`

mode TCP;
CKSUM         : ', cksum 0x' HEX ' (correct)' ;
TCP_SUM_OK    : ' [tcp sum ok]' -> type(OLD_CKSUM) ;               // 3.8's word, in the form of today
BAD_CKSUM     : ', cksum 0x' HEX ' (incorrect -> 0x' HEX ')' ;
SEQ           : ', seq ' INT ;
SEQ_RANGE     : ', seq ' INT ':' INT ;
ACK           : ', ack ' INT ;
ACK_NOTE      : ', [ack ' INT ' != 0 while ACK flag not set]' ;
WIN           : ', win ' INT ;
URG           : ', urg ' INT ;
URG_NOTE      : ', [urg ' INT ' != 0 while URG flag not set]' ;
OPTIONS       : ', options [' -> mode(TCP_OPTIONS) ;
TCP_LENGTH    : ', length ' INT -> mode(LINES) ;
TCP_BREAK     : EOL -> type(NEWLINE), mode(LINES) ;
TCP_OTHER     : . -> type(OTHER), mode(LINES) ;

mode TCP_OPTIONS;
NOP           : 'nop' ;
END_OPTION    : 'eol' ;
SACK_OK       : 'sackOK' ;
MSS           : 'mss ' INT ;
WSCALE        : 'wscale ' INT ;
TIMESTAMPS    : 'TS val ' INT ' ecr ' INT ;
SACK          : 'sack ' INT ' ' SACK_BLOCK+ ;
OTHER_OPTION  : (~[,{}[\]\r\n] | '{' ~[}\r\n]* '}' | '[' ~[\]\r\n]* ']')+ ;
COMMA         : ',' ;
OPTIONS_END   : ']' -> mode(TCP) ;
OPTIONS_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
OPTIONS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- TCP up to 3.9.8: `S, cksum 0x0102 (correct), 1:1(0) ack 2 win 3 <mss 1460>` -----------------

mode OLD_TCP;
OLD_CKSUM     : ' cksum 0x' HEX ' (correct),' | '[tcp sum ok]' ;
OLD_BAD_CKSUM : ' cksum 0x' HEX ' (incorrect (-> 0x' HEX '),' | '[bad tcp cksum ' HEX (' (->' HEX ')')? '!]' ;
OLD_RANGE     : ' '? INT ':' INT '(' INT ')' ;
OLD_ACK       : ' '? 'ack ' INT ;
OLD_WIN       : ' '? 'win ' INT ;
OLD_URG       : ' '? 'urg ' INT ;
OLD_OPTIONS   : ' <' -> mode(OLD_TCP_OPTIONS) ;
OLD_TCP_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
OLD_TCP_OTHER : . -> type(OTHER), mode(LINES) ;

mode OLD_TCP_OPTIONS;
OLD_NOP       : 'nop' -> type(NOP) ;
OLD_END       : 'eol' -> type(END_OPTION) ;
OLD_SACK_OK   : 'sackOK' -> type(SACK_OK) ;
OLD_MSS       : 'mss ' INT -> type(MSS) ;
OLD_WSCALE    : 'wscale ' INT -> type(WSCALE) ;
OLD_TIMESTAMPS: 'timestamp ' INT ' ' INT -> type(TIMESTAMPS) ;
OLD_SACK      : 'sack '? 'sack ' INT ' ' SACK_BLOCK+ ' '? -> type(SACK) ;
OLD_OTHER_OPTION : (~[,{}[\]<>\r\n] | '{' ~[}\r\n]* '}' | '[' ~[\]\r\n]* ']')+ -> type(OTHER_OPTION) ;
OLD_COMMA     : ',' -> type(COMMA) ;
OLD_OPTIONS_END : '>' -> type(OPTIONS_END), mode(LINES) ;
OLD_OPTIONS_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
OLD_OPTIONS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- ICMP: `ICMP echo reply, id 1, seq 2, length 64` ---------------------------------------------

mode ICMP_WORDS;
ECHO_REPLY             : 'echo reply' -> mode(ICMP_FIELDS) ;
ECHO_REQUEST           : 'echo request' -> mode(ICMP_FIELDS) ;
NET_UNREACHABLE        : 'net ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
HOST_UNREACHABLE       : 'host ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
PROTOCOL_UNREACHABLE   : WORD ' protocol ' INT ' unreachable' -> mode(ICMP_FIELDS) ;
UDP_PORT_UNREACHABLE   : WORD ' udp port ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
TCP_PORT_UNREACHABLE   : WORD ' tcp port ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
OTHER_PORT_UNREACHABLE : WORD ' protocol ' INT ' port ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
NEED_FRAG              : WORD ' unreachable - need to frag' -> mode(ICMP_FIELDS) ;
NEED_FRAG_MTU          : WORD ' unreachable - need to frag (mtu ' INT ')' -> mode(ICMP_FIELDS) ;
SOURCE_ROUTE_FAILED    : WORD ' unreachable - source route failed' -> mode(ICMP_FIELDS) ;
NET_UNKNOWN            : 'net ' WORD ' unreachable - unknown' -> mode(ICMP_FIELDS) ;
HOST_UNKNOWN           : 'host ' WORD ' unreachable - unknown' -> mode(ICMP_FIELDS) ;
HOST_ISOLATED          : WORD ' unreachable - source host isolated' -> mode(ICMP_FIELDS) ;
NET_PROHIBITED         : 'net ' WORD ' unreachable - admin prohibited' -> mode(ICMP_FIELDS) ;
HOST_PROHIBITED        : 'host ' WORD ' unreachable - admin prohibited' -> mode(ICMP_FIELDS) ;
NET_TOS                : 'net ' WORD ' unreachable - tos prohibited' -> mode(ICMP_FIELDS) ;
HOST_TOS               : 'host ' WORD ' unreachable - tos prohibited' -> mode(ICMP_FIELDS) ;
FILTER_PROHIBITED      : 'host ' WORD ' unreachable - admin prohibited filter' -> mode(ICMP_FIELDS) ;
PRECEDENCE_VIOLATION   : 'host ' WORD ' unreachable - host precedence violation' -> mode(ICMP_FIELDS) ;
PRECEDENCE_CUTOFF      : 'host ' WORD ' unreachable - precedence cutoff' -> mode(ICMP_FIELDS) ;
OTHER_UNREACHABLE      : WORD ' unreachable - #' INT -> mode(ICMP_FIELDS) ;
OLD_OTHER_UNREACHABLE  : '#' INT ' ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
SOURCE_QUENCH          : 'source quench' -> mode(ICMP_FIELDS) ;
REDIRECT_NET           : 'redirect ' WORD ' to net ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_HOST          : 'redirect ' WORD ' to host ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_TOS_NET       : 'redirect-tos ' WORD ' to net ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_TOS_HOST      : 'redirect-tos ' WORD ' to host ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_OTHER         : 'redirect-#' INT ' ' WORD ' to ' 'net '? WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
ROUTER_ADVERTISEMENT   : 'router advertisement' -> mode(ICMP_FIELDS) ;
ROUTER_SOLICITATION    : 'router solicitation' -> mode(ICMP_FIELDS) ;
TIME_EXCEEDED          : 'time exceeded in-transit' -> mode(ICMP_FIELDS) ;
REASSEMBLY_EXCEEDED    : 'ip reassembly time exceeded' -> mode(ICMP_FIELDS) ;
OTHER_EXCEEDED         : 'time exceeded-#' INT -> mode(ICMP_FIELDS) ;
PARAMETER_OCTET        : 'parameter problem - octet ' INT -> mode(ICMP_FIELDS) ;
PARAMETER_CODE         : 'parameter problem - code ' INT -> mode(ICMP_FIELDS) ;
STAMP_QUERY            : 'time stamp query id ' INT ' seq ' INT -> mode(ICMP_FIELDS) ;
STAMP_REPLY            : 'time stamp reply id ' INT ' seq ' INT -> mode(ICMP_FIELDS) ;
INFORMATION_REQUEST    : 'information request' -> mode(ICMP_FIELDS) ;
INFORMATION_REPLY      : 'information reply' -> mode(ICMP_FIELDS) ;
MASK_REQUEST           : 'address mask request' -> mode(ICMP_FIELDS) ;
MASK_REPLY             : 'address mask is 0x' HEX -> mode(ICMP_FIELDS) ;
EXTENDED_ECHO_REQUEST  : 'extended echo request' -> mode(ICMP_FIELDS) ;
EXTENDED_ECHO_REPLY    : 'extended echo reply' -> mode(ICMP_FIELDS) ;
OTHER_TYPE             : 'type-#' INT -> mode(ICMP_FIELDS) ;
ICMP_BREAK             : EOL -> type(NEWLINE), mode(LINES) ;
ICMP_OTHER             : . -> type(OTHER), mode(LINES) ;

mode ICMP_FIELDS;
ICMP_ID       : ', id ' INT ;
ICMP_SEQ      : ', seq ' INT ;
ICMP_LENGTH   : ', length ' INT ;
ICMP_DETAIL   : ' '? ': org ' (~[,\r\n] | ', recv ' | ', xmit ')+ | ' lifetime ' ~[,\r\n]+ ;
ICMP_BAD_SUM  : ' (wrong icmp cksum ' HEX ' (->' HEX ')!)' | ' (wrong icmp csum)' ;
FOR           : ' for ' -> mode(CARRIED) ;
QUOTE         : EOL '\t' -> mode(CARRIED) ;
ICMP_FIELDS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- ICMPv6: `ICMP6, echo reply, id 1, seq 2` -----------------------------------------------------

mode ICMP6_WORDS;
NO_ROUTE6         : 'destination unreachable' L ', unreachable route ' WORD -> mode(ICMP6_FIELDS) ;
PROHIBITED6       : 'destination unreachable' L ', ' ' '? 'unreachable prohibited ' WORD -> mode(ICMP6_FIELDS) ;
BEYOND_SCOPE6     : 'destination unreachable' L ', beyond scope ' WORD_NO_COMMA ', source address ' WORD -> mode(ICMP6_FIELDS) ;
ADDRESS_UNREACHABLE6 : 'destination unreachable' L ', unreachable address ' WORD -> mode(ICMP6_FIELDS) ;
PORT_UNREACHABLE6 : 'destination unreachable' L ', unreachable port, ' WORD ' ' [a-z]+ ' port ' WORD -> mode(ICMP6_FIELDS) ;
UNKNOWN_CODE6     : 'destination unreachable' L ', unknown unreach code (' INT ')' -> mode(ICMP6_FIELDS) ;
TOO_BIG6          : 'packet too big' L ', mtu ' INT -> mode(ICMP6_FIELDS) ;
TIME_EXCEEDED6    : 'time exceeded in-transit' L ' for ' WORD -> mode(ICMP6_FIELDS) ;
REASSEMBLY6       : 'time exceeded in-transit' L ' (reassembly)' -> mode(ICMP6_FIELDS) ;
OTHER_EXCEEDED6   : 'time exceeded in-transit' L ', unknown code (' INT ')' -> mode(ICMP6_FIELDS) ;
PARAMETER_HEADER6 : 'parameter problem' L ', er' 'r'? 'oneous - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_NEXT6   : 'parameter problem' L ', next header - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_OPTION6 : 'parameter problem' L ', option - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_CHAIN6  : 'parameter problem' L ', incomplete header chain - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_CODE6   : 'parameter problem' L ', code-#' INT -> mode(ICMP6_FIELDS) ;
ECHO_REQUEST6     : 'echo request' -> mode(ICMP6_FIELDS) ;
ECHO_REPLY6       : 'echo reply' -> mode(ICMP6_FIELDS) ;
LISTENER_QUERY6   : 'multicast listener query' -> mode(ICMP6_FIELDS) ;
LISTENER_REPORT6  : 'multicast listener report' -> mode(ICMP6_FIELDS) ;
LISTENER_DONE6    : 'multicast listener done' -> mode(ICMP6_FIELDS) ;
SOLICIT_ROUTER6   : 'router solicitation' -> mode(ICMP6_FIELDS) ;
ADVERTISE_ROUTER6 : 'router advertisement' -> mode(ICMP6_FIELDS) ;
SOLICIT_NEIGHBOR6 : 'neighbor solicitation' L ', who has ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
ADVERTISE_NEIGHBOR6 : 'neighbor advertis' 'e'? 'ment' L ', tgt is ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
REDIRECT6         : 'redirect' L ', ' WORD ' to ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
RENUMBERING6      : 'router renumbering' -> mode(ICMP6_FIELDS) ;
NODE_QUERY6       : ('who-are-you request' | 'node information query') -> mode(ICMP6_FIELDS) ;
NODE_REPLY6       : 'node information reply' -> mode(ICMP6_FIELDS) ;
INVERSE_SOLICIT6  : 'inverse neighbor solicitation' -> mode(ICMP6_FIELDS) ;
INVERSE_ADVERTISE6: 'inverse neighbor advertisement' -> mode(ICMP6_FIELDS) ;
LISTENER_REPORT_V2: 'multicast listener report v2' -> mode(ICMP6_FIELDS) ;
HA_REQUEST6       : 'ha discovery request' -> mode(ICMP6_FIELDS) ;
HA_REPLY6         : 'ha discovery reply' -> mode(ICMP6_FIELDS) ;
MOBILE_SOLICIT6   : 'mobile router solicitation' -> mode(ICMP6_FIELDS) ;
MOBILE_ADVERTISE6 : 'mobile router advertisement' -> mode(ICMP6_FIELDS) ;
RPL6              : 'RPL' -> mode(ICMP6_FIELDS) ;
EXTENDED_REQUEST6 : 'extended echo request' -> mode(ICMP6_FIELDS) ;
EXTENDED_REPLY6   : 'extended echo reply' -> mode(ICMP6_FIELDS) ;
MTRACE_RESPONSE6  : 'mtrace response' -> mode(ICMP6_FIELDS) ;
MTRACE_MESSAGE6   : 'mtrace message' -> mode(ICMP6_FIELDS) ;
OTHER_TYPE6       : 'unknown icmp6 type (' INT ')' -> mode(ICMP6_FIELDS) ;
ICMP6_BREAK       : EOL -> type(NEWLINE), mode(LINES) ;
ICMP6_OTHER       : . -> type(OTHER), mode(LINES) ;

mode ICMP6_FIELDS;
ICMP6_ID      : ', id ' INT -> type(ICMP_ID) ;
ICMP6_HEX_ID  : ', id 0x' ~[,\r\n ]+ -> type(ICMP_DETAIL) ;
ICMP6_SEQ     : ', seq ' INT -> type(ICMP_SEQ) ;
ICMP6_LENGTH  : ', length ' INT -> type(ICMP_LENGTH) ;
ICMP6_FIELDS_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
ICMP6_FIELDS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- A packet inside a packet: behind `\t`, ` for `, `IP ` -----------------------------------------

mode CARRIED;
CARRIED_IP        : 'IP ' -> type(IP) ;
CARRIED_IP6       : 'IP6 ' -> type(IP6) ;
CARRIED_MAC_PAIR  : MAC ' > ' MAC ', ' -> type(MAC_PAIR) ;
CARRIED_ETHERTYPE : 'ethertype ' ~[,(\r\n]+ ('(0x' HEX ')')? (', ' | ': ') -> type(ETHERTYPE) ;
CARRIED_FRAME     : [A-Za-z0-9.]+ (' ' [A-Za-z0-9.]+)* ', length ' INT ': ' -> type(FRAME) ;
CARRIED_LENGTH    : 'length ' INT ': ' -> type(FRAME_LENGTH) ;
CARRIED_VLAN      : 'vlan ' INT ', p ' INT (', DEI' | ', CFI')? ', ' -> type(VLAN) ;
CARRIED_PPP       : 'IP' '6'? ' (0x' HEX '), length ' INT ': ' -> type(PPP) ;
CARRIED_MPLS      : 'MPLS ' MPLS_LABEL -> type(MPLS) ;
CARRIED_MPLS_NEXT : (EOL '\t' | ' ') MPLS_LABEL -> type(MPLS_NEXT) ;
CARRIED_MPLS_END  : (EOL '\t' | ' ') -> type(MPLS_END) ;
CARRIED_NOTE      : ( 'truncated-ip' '6'? ' - ' INT ' bytes missing!' ' '?
                    | '[total length ' INT ' > length ' INT '] (invalid) '
                    | '[header+payload length ' INT ' > length ' INT '] (invalid) ' ) -> type(NOTE) ;
CARRIED_V4        : V4_PAREN -> type(V4_OPEN), mode(V4) ;
CARRIED_CLASS     : '(class 0x' HEX ', ' -> type(V6_CLASS), mode(V6) ;
CARRIED_FLOWLABEL : '(flowlabel 0x' HEX ', ' -> type(V6_FLOWLABEL), mode(V6) ;
CARRIED_HLIM      : '(hlim ' INT -> type(V6_HLIM), mode(V6) ;
CARRIED_SRC       : WORD ' > ' -> type(SRC), mode(DESTINATION) ;
CARRIED_BREAK     : EOL -> type(NEWLINE), mode(LINES) ;
CARRIED_OTHER     : . -> type(OTHER), mode(LINES) ;

// ---- Everything else on this line and the lines that follow -----------------------------------------

mode LINES;
TEXT          : ~[\r\n] (~[\r\n] | '\r' ~[\r\n])* ;
EXTENSION     : EOL '\t' ('ICMP Multi-Part' | 'MPLS') ' extension v' ~[\r\n]* ;
DUMP_LINE     : EOL ('\t' | '        ') '0x' H H H H ':' [ \t] ~[\r\n]* ;
NEWLINE       : EOL ;

// ---- Parts of tokens --------------------------------------------------------------------------------

fragment CLOCK      : INT ':' D D ':' D D '.' INT ;
fragment DATE       : D D D D '-' D D '-' D D | D D '/' D D '/' D D D D ;
fragment MAC        : H H? ':' H H? ':' H H? ':' H H? ':' H H? ':' H H? (' (oui ' ~[)\r\n]* ')')? ;
fragment MPLS_LABEL : '(label ' INT (' (' ~[)\r\n]* ')')? ', ' ('tc' | 'exp') ' ' INT (', [S]')? ', ttl ' INT ')' ;
fragment V4_PAREN   : '(tos 0x' HEX (',ECT(0)' | ',ECT(1)' | ',CE')? ;
fragment NAME       : [A-Za-z0-9] [A-Za-z0-9 -]* ' (old)'? ;
fragment SACK_BLOCK : '{' INT ':' INT '}' ;
fragment L          : (', length ' INT)? ;                                    // ICMPv6 of 3.9.1 to 4.1.1
fragment WORD       : ~[ \t\r\n]+ ;
fragment IFNAME     : ~[ \t\r\n0-9:] ~[ \t\r\n:]* ;                            // an interface: no time looks like it
fragment PORT_WORD  : ~[ .:\t\r\n]+ ;
fragment WORD_NO_COMMA : ~[ \t\r\n,]+ ;
fragment HEX        : H+ ;
fragment INT        : D+ ;
fragment H          : [0-9a-f] ;
fragment D          : [0-9] ;
fragment EOL        : '\r'? '\n' | '\r' ;
