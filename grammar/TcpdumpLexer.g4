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

NUMBER        : (INT | ' ' D D? D? D? | '  ' D D? D? | '   ' D D? | '    ' D) '  ' ; // -#, in five columns or as many as it takes
LENGTHS       : 'caplen ' INT ' len ' INT ' ' ;                               // --lengths
TIME          : (MONTH ' ' ' '? D D? ' ')? CLOCK ' ' ;                         // no -t option; OpenBSD's -ttt: `Jun 10 06:13:20.123456 `
OUTGOING_TIME : CLOCK ' > ' | INT '.' D D D D D D ' > ' ;                     // 3.8, cooked capture with -e: sent by this host
EPOCH         : '-'? INT '.' INT ' ' ;                                        // -tt
DELTA         : D D D D D D ' ' | '-'? INT '.' ' '+ '-'? INT ' ' ;            // -ttt up to 3.9.8
SIGNED_DELTA  : ([ -] CLOCK | INT ':' INT ':-' INT '. ' INT) ' ' ;            // -ttt, -ttttt
DATE_TIME     : DATE ' ' CLOCK ' ' ;                                          // -tttt
ODD_TIME      : (DATE ' ')? '-'? INT ':' '-'? INT ':' '-'? INT ('.' ' '* '-'? INT?)? ' ' ('(invalid us) ' | '(invalid ns) ')?
              | [ -]? '[timestamp overflow] ' | [ -]? '[Error converting time] '
              | '[timestamp < 1970-01-01 00:00:00 UTC] ' ;

INTERFACE     : IFNAME ' '+ ('In' | 'Out' | [BMP?]) ' '+ ;                      // -i any: `eth0  In  `
COOKED        : ('  ' [BMP?] | ' In' | 'In ' | 'Out' | [<>BMP?]) ' ' ;         // -e on a cooked capture, PPP with direction
IFINDEX       : 'ifindex ' INT ' ' ;
MAC_PAIR      : MAC_OR_NAME ' > ' MAC_OR_NAME ', ' ;
MAC_ONE       : MAC ' ' ;
SAPS          : MAC ' ' ~[>:\r\n]+ ' > ' MAC ' ' -> type(OTHER), mode(LINES) ; // without -e: `02:00:5e:10:00:01 STP > 02:00:5e:10:00:02 OSI Unnumbered, ui, …`
OLD_MACS      : MAC ' ' (MAC | 'Broadcast') ' ' ;                                             // up to 3.7.2: `2:0:5e:10:0:1 2:0:5e:10:0:2 0800 55: `
OLD_ETHERTYPE : ([0-9a-z]+ ' ')? INT ': ' ;
FRAME         : LINK_NAME ', length ' INT ': ' ;                              // `802.3, length 49: `
ETHERTYPE     : 'ethertype ' ~[,(\r\n]+ ('(0x' HEX ')')? (', ' | ': ') ;
FRAME_LENGTH  : 'length ' INT ': ' ;
VLAN          : 'vlan ' INT16 ', p ' INT (', DEI' | ', CFI')? ', ' | '802.1Q vlan#' INT16 ' P' INT (' CFI')? ' ' ;
LLC           : 'LLC, dsap ' ~[:\r\n]+ (': ' | ', ethertype IPv' [46] ' (0x' HEX '): ') ;
OUI           : 'oui ' ~[,\r\n]+ ', ' ;
PPPOE         : (' [ver ' INT ']')? (' [type ' INT ']')? 'PPPoE ' ' '+ ('[len ' ~[\]\r\n]* '] ')? ('[ses ' ('0x' HEX | INT) '] ')?
              | 'PPPoE [ses ' ('0x' HEX | INT) '] ' ;                               // session 0 is not printed
PPP           : ('IP' '6'? | 'MPLS') (' (0x' HEX '), length ' | ' ') INT ': ' ;
NULL_LINK     : 'AF ' ([A-Za-z0-9]+ ' (' INT '), length ' | INT ' ') INT ': ' ;
NSH           : 'NSH, ' ~[:\r\n]* (': ' | (EOL '        ' ~[\r\n]*)* EOL '    ') ;
ARISTA        : 'SubType Timestamp ' ~[:\r\n]* (':' D D ':' D D '.' INT)? ': ' ;
QUIET_TYPE    : ('IPv' [46] | '802.1Q' ('-' [A-Za-z0-9]+)? | 'MPLS ' [a-z]+ | 'PPPoE ' [DS]) ', ' ;               // -q -e: `vlan 10, p 0, 802.1Q, vlan 20, p 0, IPv4, `
IPNET         : INT ' > ' INT ', ' 'family '? ;
JUNIPER       : 'hlen ' INT ', proto 0x' HEX ', ' | 'bpf_flags 0x' HEX ', ' | 'PFE proto ' INT ' (' ~[)\r\n]* '): '   // Junos: `bpf_flags 0x83,  In IP …`
              | EOL? '\tJuniper PCAP Flags ' ~[\r\n]+ (EOL '\t ' ~[\r\n]+)* EOL '\t-----original packet-----' EOL '\t' ;   // -vv
FAMILY        : 'IPv' [46] ' (' INT '), length ' INT ': ' ;
FRAME_RELAY   : 'FRF.16 Frag, seq ' INT ', Flags [' ~[\]\r\n]* '], ' | 'Pad! ' | 'No pad! ' | 'UI ' H H '! '
              | 'Q.922, ' ('hdr-len ' INT ', ')? 'DLCI ' INT ', ' ('Flags [' ~[\]\r\n]* '], ' ~[:\r\n]* ', ')? 'length ' INT ': ' ;
MACSEC        : 'an ' INT ', pn ' INT ', flags ' ~[,\r\n]+ ', ' ('sl ' INT ', ')? ('sci ' HEX ', ')? ;
TOKEN_RING    : H H ' ' H H ' '                                                  // `10 40 00:06:29:17:93:f8 > 00:20:35:01:2b:59, length 77: `
              | ('rt = ' HEX (':' HEX)* | ('Non-Broadcast' | 'All-routes' | 'Single-route') ' ' ('Forward' | 'Backward') (' [' INT ':' INT ']')*)
                ' (' ~[)\r\n]* ') ' ;                                               // through bridges
FDDI          : ('void' | 'nrt' | 'rt' | 'info' | 'nsa' | 'beacon' | 'claim' | ('mac' | 'smt' | 'imp_'? 'a'? 'sync') H) ' ' ;
ARCNET        : H H ' ' H H ' ' ([a-z0-9]+ ' ')? ('seqid ' HEX ' ' ('(' ~[)\r\n]* ') ')?)? INT ': ' ;   // `be 50 ip seqid 0001 89: `
ATM           : ([RT] 'x: ')? 'VPI:' INT ' VCI:' INT ' ' ('broadcast sig: ' | 'meta: ' | 'ilmi: ')? ;
PFLOG         : 'rule ' ~[ /\r\n]+ '/' INT? '(' ~[)\r\n]* ')' (' [' ~[\]\r\n]* ']')* ':'? ' ' [a-z]+ ' ' ('in' | 'out') ' on ' ~[: \t\r\n]+ ': ' ('[' ~[\]\r\n]* '] ')*   // OpenBSD: `rule 3/(match) block in on em0: `
              | 'rule ' INT ('.' ~[/\r\n]*)? '/' ~[:\r\n]* ': ' ~[:\r\n]+ ' on ' ~[:\r\n]+ ': ' ;          // `rule 3/0(match): pass in on em0: `
PKTAP         : '(' (PKTAP_NAME ', ')? (PKTAP_WORD ', ')* PKTAP_WORD ', '? ') ' ;            // macOS with -k: `(en0, proc curl:1234, svc BE, out) `
SIDE          : [A-Za-z] [A-Za-z0-9._-]* ', ' ('IN' | 'OUT') ': ' ;                    // Sophos: `PortB, IN: `
ENC           : '(' [a-z,]* '): '? 'SPI 0x' HEX ': ' ;                              // `(authentic,confidential): SPI 0x00001234: `
RARE_LINK     : ('unicast' | 'bcast' | 'IPOIB' | '0x' H H) ', '                           // `unicast, ethertype IPv4 (0x0800), length 104: `
              | 'DLT ' ~[:\r\n]* ' len ' INT ', length ' INT ': '
              | 'OSI NLPID ' ('IPv' [46] | 'PPP') ' (0x' HEX '): ' | 'CNLPID ' | 'Invalid direction ' INT ' '
              | (H H ' ' H H ' ' INT ' ')? ('unknown PPP protocol (0x' HEX ')' | 'IP' '6'?) ': '   // PPP of pppd: `IP: IP (tos …`
              | ('DA:' | 'SA:' | 'BSSID:' | 'RA:' | 'TA:') MAC ' ' | INT 'us '                     // 802.11: `0us DA:… BSSID:… SA:… LLC, …`
              | [IO] ' ' ('slip-' INT '!' | [cu] 'tcp ' ~[:\r\n]+) ': '
              | 'version ' INT ', resource ID ' INT ', ' ('family IPv' [46] ' (' INT ')' | 'IPv' [46]) ', length ' INT ': ' ;
RAW           : 'ip' '6'? ': ' ;
SWITCH_TAG    : 'BRCM tag OP: ' ~[\r\n]+? ('port: ' INT | 'DST map: 0x' HEX) ', '
              | 'Marvell ' 'E'? 'DSA ' ~[\r\n]+? ', FPri ' INT ', '
              | 'E'? 'DSA ' ('0x' HEX ', ')? ~[,\r\n]+ ', VLAN ' INT [a-z] ', ' ;
MPLS          : 'MPLS ' MPLS_LABEL -> mode(MPLS_STACK) ;

IP            : 'IP ' ;
IP6           : 'IP6 ' ;
WRONG_VERSION : 'IP' [0-9]+ ' ' ;                                             // `IP5 (tos 0x0, …`
EARLY         : '(DF) ' | '[tos 0x' HEX8 ECN? '] ' | '[ttl ' INT8 '] '
              | '[class 0x' HEX8 '] ' | '[flowlabel 0x' HEX20 '] ' | '[hlim ' INT8 '] ' ;
NOTE          : REMARK ;
NO_HEADER     : ( ' '? '[|ip' '6'? ']' | ' [length ' INT ' < ' INT '] (invalid)'
                | '[total length ' INT ' < header length ' INT '] (invalid)'
                | '[total length ' INT ' > header length ' INT '] (invalid)'
                | ' [header length ' INT ' < ' INT '] (invalid)' | ' [version ' INT ' != ' INT '] (invalid)'
                | 'bad-len ' INT | 'bad-hlen ' INT | 'version error: ' INT ' != ' INT
                | ', wrong link-layer encapsulation' ) -> mode(LINES) ;
V4_OPEN       : V4_PAREN -> mode(V4) ;
V6_CLASS      : '(class 0x' HEX8 ', ' -> mode(V6) ;
V6_FLOWLABEL  : '(flowlabel 0x' HEX20 ', ' -> mode(V6) ;
V6_HLIM       : '(hlim ' INT8 -> mode(V6) ;
SRC           : WORD ' > ' -> mode(DESTINATION) ;
EMPTY         : EOL -> type(NEWLINE), mode(LINES) ;
OTHER         : . -> mode(LINES) ;

// ---- The IPv4 parenthesis: `(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)`

mode V4;
TTL           : ', ttl ' ' '* INT8 ;
ID            : ', id ' INT16 ;
OFFSET        : ', offset ' INT16 ;
IP_FLAGS      : ', flags [' ('none' | IP_FLAG (', ' IP_FLAG)*) ']' ;
PROTO         : ', proto' ':'? ' ' NAME ' (' INT8 ')' ;
IP_LENGTH     : ', length' ':'? ' ' INT32 (' [was ' INT ', presumed ' ('TSO' | 'BIG TCP') ']')? ;
IP_OPTIONS    : (', options (' | ', optlength: ' INT ' (') -> mode(V4_OPTIONS) ;
IP_BAD_CKSUM  : ', bad cksum ' HEX16 (' (->' HEX16 ')')? '!' ;
V4_CLOSE      : ')' (EOL ' '* | ' '*) -> mode(ADDRESSES) ;
V4_OTHER      : . -> type(OTHER), mode(LINES) ;

mode V4_OPTIONS;
IP_OPTION     : ~[()\r\n[]+ ;
IP_OPTION_NUMBER : '(' INT ')' ;
IP_OPTION_NOTE   : '[' ~[\]\r\n]* ']' ;
IP_OPTIONS_END   : ')' -> mode(V4) ;
V4_OPTIONS_DUMP  : DUMP -> type(DUMP_LINE), mode(LINES) ;
V4_OPTIONS_CUT   : EOL -> type(NEWLINE), mode(LINES) ;
V4_OPTIONS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- The IPv6 parenthesis: `(class 0xb8, flowlabel 0x12345, hlim 64, next-header TCP (6) payload length: 20)`

mode V6;
FLOWLABEL     : 'flowlabel 0x' HEX20 ', ' ;
HLIM          : 'hlim ' INT8 ;
NEXT_HEADER   : ', next-header' ':'? ' ' NAME ' (' INT8 ')' ;
PAYLOAD_LENGTH: (', length: ' | ' payload length: ' | ', payload length ') INT32 ;
V6_CLOSE      : ') ' ('[real length ' INT ', presumed BIG TCP] ')? -> mode(ADDRESSES) ;
V6_OTHER      : . -> type(OTHER), mode(LINES) ;

// ---- The addresses: `192.0.2.1.22 > 192.0.2.2.51000:` -------------------------------------------

mode ADDRESSES;
ADDRESSES_SRC : (WORD | NAME_WITH_BLANKS) ' > ' -> type(SRC), mode(ADDRESSES_DESTINATION) ;
NO_ADDRESSES  : (' '? '[' | 'truncated-') -> mode(LINES) ;                     // `[|sctp]`
ADDRESSES_OTHER : . -> type(OTHER), mode(LINES) ;

// After a header in parentheses come only addresses: names inserted by hand may contain blanks.
mode ADDRESSES_DESTINATION;
ADDRESSES_DST : (WORD | NAME_WITH_BLANKS) ':' -> type(DST), mode(BODY) ;
ADDRESSES_DESTINATION_OTHER : . -> type(OTHER), mode(LINES) ;

mode DESTINATION;
DST           : WORD ':' -> mode(BODY) ;
DESTINATION_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- What the packet carries --------------------------------------------------------------------

mode BODY;
FLAGS         : ' '? 'Flags [' ~[\]\r\n]* ']' -> mode(TCP) ;
OLD_FLAGS     : ' '? ([SFRPWE]+ | '.') ',' -> mode(OLD_TCP) ;
OLD_FLAGS_BARE: ' '? ([SFRPWE]+ | '.') ' ' -> type(OLD_FLAGS), mode(OLD_TCP) ;   // up to 3.8.3
QUIET_TCP     : ' '? 'tcp ' INT -> mode(LINES) ;                              // -q
NFS_CALL      : ' '? INT ' ' NFS_PROCEDURE -> mode(LINES) ;                   // up to 4.4: the port of this end is an RPC id
NFS_REPLY     : ' '? 'reply ' ('ok' | 'ERR') ' ' INT -> mode(LINES) ;

UDP_SUM_OK    : ' '? '[udp sum ok]' ;
UDP_NO_SUM    : ' '? '[no cksum]' ;
UDP_BAD_SUM   : ' '? '[bad udp cksum ' (('0x' HEX ' -> 0x' HEX | HEX) '!]' | HEX '! -> ' HEX ']') ;   // the last: OpenBSD
UDP           : ' '? ('UDP, length' ':'? ' ' | 'udp ') INT -> mode(LINES) ;
UDP_BAD_LENGTH: ' '? 'UDP, bad length ' INT ' > ' INT -> mode(LINES) ;
VXLAN         : ' '? ('VXLAN, ' ~[\r\n]+ | 'OTV, ' ~[\r\n]+) EOL -> mode(CARRIED) ;
VXLAN_GPE     : ' '? 'VXLAN-GPE, ' ~[:\r\n]+ (': ' | EOL '    '?) -> type(VXLAN), mode(CARRIED) ;
GENEVE        : ' '? 'Geneve, ' (~[:\r\n] | ':' ~[ \r\n])+ (': ' | EOL INDENT) -> mode(CARRIED) ;
L2TP          : ' '* 'l2tp:' ~[{\r\n]* '{' -> mode(CARRIED) ;
UDP_MPLS      : ' '? 'MPLS ' MPLS_LABEL ((EOL INDENT | ' ') MPLS_LABEL)* (EOL INDENT | ' ') -> mode(CARRIED) ;

ICMP          : ' ICMP ' -> mode(ICMP_WORDS) ;
OLD_ICMP      : ' icmp' (' ' INT)? ': ' -> mode(ICMP_WORDS) ;
ICMP6_SUM_OK  : ' '? '[icmp6 sum ok]' ;
ICMP6_BAD_SUM : ' '? '[bad icmp6 cksum ' ('0x' HEX ' -> 0x' HEX | HEX) '!]' ;
ICMP6         : ' '? 'ICMP6, ' -> mode(ICMP6_WORDS) ;
OLD_ICMP6     : ' '? 'icmp6: ' -> mode(ICMP6_WORDS) ;

GRE           : ' GREv' [0-9] ', ' (~[:\r\n] | ':' ~[ \r\n])* (': ' | EOL INDENT) -> mode(CARRIED) ;
OLD_GRE       : ' [' [CRKSsA]* '] ' (('sum ' | 'off ' | 'seq ' | 'call ' | 'ack ' | 'key=') ('0x' HEX | INT) ' ')*
                -> type(GRE), mode(CARRIED) ;                                  // 3.8
OLDEST_GRE    : ' gre ' ('[' ~[\]\r\n]* '] ')? (('K' | 'S' | 'A' | 'ID') ':' HEX ' ')* ('ppp: IP ' INT ': ')?
                -> type(GRE), mode(CARRIED) ;                                  // up to 3.7.2
PIM_REGISTER  : ' PIMv2, length ' INT EOL INDENT 'Register, ' ~[\r\n]* EOL INDENT -> mode(CARRIED) ;
IP_IN_IP      : ' IP ' -> mode(CARRIED) ;
IP6_IN_IP     : ' IP6 ' -> mode(CARRIED) ;
V4_IN_IP      : ' '? V4_PAREN -> type(V4_OPEN), mode(V4) ;
V6_CLASS_IN_IP: ' '? '(class 0x' HEX8 ', ' -> type(V6_CLASS), mode(V6) ;
V6_FLOW_IN_IP : ' '? '(flowlabel 0x' HEX20 ', ' -> type(V6_FLOWLABEL), mode(V6) ;
V6_HLIM_IN_IP : ' '? '(hlim ' INT8 -> type(V6_HLIM), mode(V6) ;

OPTIONS_HEADER: ' '? ('HBH' | 'DSTOPT') ' '* ('(' ~[()\r\n]* ')' ' '?)*
                (' '* 'truncated-ip6 - ' INT ' bytes missing!')? ;              // a truncated jumbogram
ROUTING       : ' '? ('srcrt' | 'RT6') ' (' ~[()\r\n]* ')' ;
FRAG6         : ' '? 'frag (' ('0x' HEX ':')? INT '|' INT ')' ;                           // without -v: frag (1448|24)
AH            : ' '? 'AH(' ~[()\r\n]* ('(' ~[()\r\n]* ')' ~[()\r\n]*)? '):' ;
OLD_INNER     : ' '? WORD_OF_ADDRESS ' > ' -> type(SRC), mode(DESTINATION) ;   // IP in IP up to 3.7.2, and with -e
PORTS         : ' '? PORT_WORD ' > ' PORT_WORD ':' ;                           // after extension headers

BODY_DUMP     : DUMP -> type(DUMP_LINE), mode(LINES) ;
BODY_BREAK    : EOL -> type(NEWLINE), mode(LINES) ;
BODY_OTHER    : . -> type(OTHER), mode(LINES) ;

// ---- TCP: `Flags [S.], cksum 0x0102 (correct), seq 1, ack 2, win 3, options [mss 1460], length 0`

mode TCP;
CKSUM         : ', cksum 0x' HEX ' (correct)' ;
TCP_SUM_OK    : ' [tcp sum ok]' -> type(OLD_CKSUM) ;               // 3.8's word, in the current form
BAD_CKSUM     : ', cksum 0x' HEX ' (incorrect -> 0x' HEX ')' ;
TCP_SUM_BAD   : ' [bad tcp cksum ' HEX '!]' -> type(BAD_CKSUM) ;            // the same for an incorrect one
SEQ           : ', seq ' INT32 ;
SEQ_RANGE     : ', seq ' INT32 ':' INT32 ;
ACK           : ', ack ' INT32 ;
ACK_NOTE      : ', [ack ' INT32 ' != 0 while ACK flag not set]' ;
WIN           : ', win ' INT16 ;
URG           : ', urg ' INT16 ;
URG_NOTE      : ', [urg ' INT16 ' != 0 while URG flag not set]' ;
OPTIONS       : ', options [' -> mode(TCP_OPTIONS) ;
TCP_LENGTH    : ', length ' INT -> mode(LINES) ;
TCP_DUMP      : DUMP -> type(DUMP_LINE), mode(LINES) ;
TCP_BREAK     : EOL -> type(NEWLINE), mode(LINES) ;
TCP_OTHER     : . -> type(OTHER), mode(LINES) ;

mode TCP_OPTIONS;
NOP           : 'nop' ;
END_OPTION    : 'eol' ;
SACK_OK       : 'sackOK' ;
MSS           : 'mss ' INT16 ;
WSCALE        : 'wscale ' INT8 ;
TIMESTAMPS    : 'TS val ' INT32 ' ecr ' INT32 ;
SACK          : 'sack ' INT ' ' SACK_BLOCK+ ;
VALUE_OPTION  : ('echo ' | 'echoreply ' | 'cc ' | 'ccnew ' | 'ccecho ') INT32 ;
MD5           : 'md5' [ :]? DIGEST | 'md5 ' ('in'? 'valid') | 'md5 shared secret not supplied with -M, can\'t check - ' DIGEST ;
USER_TIMEOUT  : 'uto' ' '? '0x' HEX ' ' INT32 ;
TCP_AO        : 'tcp-ao keyid ' INT8 ' rnextkeyid ' INT8 ' mac 0x' HEX ;
FAST_OPEN     : ('tfo  ' | 'exp-tfo ') ('cookiereq' | 'cookie ' HEX) ;
MPTCP         : 'mptcp ' (INT ' ')? MPTCP_SUBTYPE (' ' OPTION_TEXT)? ;
UNKNOWN_OPTION: 'unknown-' INT8 (' 0x' HEX)? | 'opt-' INT8 ':' HEX? | 'Unknown Option ' HEX ;
OTHER_OPTION  : OPTION_TEXT ;
COMMA         : ',' ;
OPTIONS_END   : ']' -> mode(TCP) ;
OPTIONS_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
OPTIONS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- TCP up to 3.9.8: `S, cksum 0x0102 (correct), 1:1(0) ack 2 win 3 <mss 1460>` -----------------

mode OLD_TCP;
OLD_CKSUM     : ' cksum 0x' HEX ' (correct),' | '[tcp sum ok]' ;
OLD_BAD_CKSUM : ' cksum 0x' HEX ' (incorrect (-> 0x' HEX '),' | '[bad tcp cksum ' HEX ((' (->' HEX ')')? '!]' | '! -> ' HEX ']') ;   // the last: OpenBSD
OLD_RANGE     : (' '? | WRAP) INT32 ':' INT32 '(' INT16 ')' ;
OLD_ACK       : (' '? | WRAP) 'ack ' INT32 ;
OLD_WIN       : (' '? | WRAP) 'win ' INT ;                                         // text joined to it is cut off later
OLD_URG       : ' '? 'urg ' INT16 ;
OLD_OPTIONS   : (' ' | WRAP) '<' -> mode(OLD_TCP_OPTIONS) ;
OLD_TCP_DUMP  : DUMP -> type(DUMP_LINE), mode(LINES) ;
OLD_TCP_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
OLD_TCP_OTHER : . -> type(OTHER), mode(LINES) ;

mode OLD_TCP_OPTIONS;
OLD_NOP       : 'nop' -> type(NOP) ;
OLD_END       : 'eol' -> type(END_OPTION) ;
OLD_SACK_OK   : 'sackOK' -> type(SACK_OK) ;
OLD_MSS       : 'mss ' INT16 -> type(MSS) ;
OLD_WSCALE    : 'wscale ' INT8 -> type(WSCALE) ;
OLD_TIMESTAMPS: 'timestamp ' INT32 ' ' INT32 -> type(TIMESTAMPS) ;
OLD_SACK      : 'sack '? 'sack ' INT ' ' SACK_BLOCK+ ' '? -> type(SACK) ;
OLD_VALUE_OPTION : ('echo ' | 'echoreply ' | 'cc ' | 'ccnew ' | 'ccecho ') INT32 -> type(VALUE_OPTION) ;
OLD_MD5       : 'md5' [ :]? DIGEST -> type(MD5) ;
OLD_UNKNOWN_OPTION : 'opt-' INT8 ':' HEX? -> type(UNKNOWN_OPTION) ;
OLD_OTHER_OPTION : (~[,{}[\]<>\r\n] | '{' ~[}\r\n]* '}' | '[' ~[\]\r\n]* ']')+ -> type(OTHER_OPTION) ;
OLD_COMMA     : ',' -> type(COMMA) ;
OLD_OPTIONS_END : '>' -> type(OPTIONS_END), mode(LINES) ;
OLD_OPTIONS_DUMP : DUMP -> type(DUMP_LINE), mode(LINES) ;
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
OTHER_UNREACHABLE      : WORD ' unreachable - #' INT8 -> mode(ICMP_FIELDS) ;
OLD_OTHER_UNREACHABLE  : '#' INT8 ' ' WORD ' unreachable' -> mode(ICMP_FIELDS) ;
SOURCE_QUENCH          : 'source quench' -> mode(ICMP_FIELDS) ;
REDIRECT_NET           : 'redirect ' WORD ' to net ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_HOST          : 'redirect ' WORD ' to host ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_TOS_NET       : 'redirect-tos ' WORD ' to net ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_TOS_HOST      : 'redirect-tos ' WORD ' to host ' WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
REDIRECT_OTHER         : 'redirect-#' INT8 ' ' WORD ' to ' 'net '? WORD_NO_COMMA -> mode(ICMP_FIELDS) ;
ROUTER_ADVERTISEMENT   : 'router advertisement' -> mode(ICMP_FIELDS) ;
ROUTER_SOLICITATION    : 'router solicitation' -> mode(ICMP_FIELDS) ;
TIME_EXCEEDED          : 'time exceeded in-transit' -> mode(ICMP_FIELDS) ;
REASSEMBLY_EXCEEDED    : 'ip reassembly time exceeded' -> mode(ICMP_FIELDS) ;
OTHER_EXCEEDED         : 'time exceeded-#' INT8 -> mode(ICMP_FIELDS) ;
PARAMETER_OCTET        : 'parameter problem - octet ' INT -> mode(ICMP_FIELDS) ;
PARAMETER_CODE         : 'parameter problem - code ' INT8 -> mode(ICMP_FIELDS) ;
STAMP_QUERY            : 'time stamp query id ' INT16 ' seq ' INT16 -> mode(ICMP_FIELDS) ;
STAMP_REPLY            : 'time stamp reply id ' INT16 ' seq ' INT16 -> mode(ICMP_FIELDS) ;
INFORMATION_REQUEST    : 'information request' -> mode(ICMP_FIELDS) ;
INFORMATION_REPLY      : 'information reply' -> mode(ICMP_FIELDS) ;
MASK_REQUEST           : 'address mask request' -> mode(ICMP_FIELDS) ;
MASK_REPLY             : 'address mask is 0x' HEX -> mode(ICMP_FIELDS) ;
EXTENDED_ECHO_REQUEST  : 'extended echo request' -> mode(ICMP_FIELDS) ;
EXTENDED_ECHO_REPLY    : 'extended echo reply' -> mode(ICMP_FIELDS) ;
OTHER_TYPE             : 'type-#' INT8 -> mode(ICMP_FIELDS) ;
ICMP_DUMP              : DUMP -> type(DUMP_LINE), mode(LINES) ;
ICMP_BREAK             : EOL -> type(NEWLINE), mode(LINES) ;
ICMP_OTHER             : . -> type(OTHER), mode(LINES) ;

mode ICMP_FIELDS;
ICMP_ID       : ', id ' INT ;
ICMP_SEQ      : ','? ' seq ' INT ;                                            // without a comma in 3.8
ICMP_LENGTH   : ', length ' INT ;
ICMP_DETAIL   : ' '? ': org ' (~[,(\r\n] | ', recv ' | ', xmit ')+ | ' lifetime ' ~[,(\r\n]+ ;
ICMP_BAD_SUM  : ' (wrong icmp cksum ' HEX ' (->' HEX ')!)' | ' (wrong icmp csum)' | ' [bad icmp cksum ' HEX '! -> ' HEX ']' ;
ICMP_SUM_OK   : ' [icmp cksum ok]' ;                                          // this and the next two: OpenBSD
ICMP_HEX_ID   : ' (id:' HEX16 ;
ICMP_LAST_SEQ : ' seq:' INT ')' -> type(ICMP_SEQ) ;
FOR           : ' for ' -> mode(CARRIED) ;
ICMP_FIELDS_DUMP : DUMP -> type(DUMP_LINE), mode(LINES) ;
QUOTE         : EOL INDENT -> mode(CARRIED) ;
QUOTE_IP      : EOL '    ' ' '? 'IP ' -> type(QUOTE), mode(CARRIED) ;       // editors turn a tab into four spaces
ICMP_FIELDS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- ICMPv6: `ICMP6, echo reply, id 1, seq 2` -----------------------------------------------------

mode ICMP6_WORDS;
NO_ROUTE6         : 'destination unreachable' L ', unreachable route ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
PROHIBITED6       : 'destination unreachable' L ', ' ' '? 'unreachable prohibited ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
BEYOND_SCOPE6     : 'destination unreachable' L ', beyond scope ' WORD_NO_COMMA ', source address ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
ADDRESS_UNREACHABLE6 : 'destination unreachable' L ', unreachable address ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
PORT_UNREACHABLE6 : 'destination unreachable' L ', unreachable port, ' WORD_NO_COMMA ' ' [a-z]+ ' port ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
UNKNOWN_CODE6     : 'destination unreachable' L ', unknown unreach code (' INT8 ')' -> mode(ICMP6_FIELDS) ;
TOO_BIG6          : 'packet too big' L ', mtu ' INT -> mode(ICMP6_FIELDS) ;
TIME_EXCEEDED6    : 'time exceeded in-transit' L ' for ' WORD_NO_COMMA -> mode(ICMP6_FIELDS) ;
REASSEMBLY6       : 'time exceeded in-transit' L ' (reassembly)' -> mode(ICMP6_FIELDS) ;
OTHER_EXCEEDED6   : 'time exceeded in-transit' L ', unknown code (' INT8 ')' -> mode(ICMP6_FIELDS) ;
PARAMETER_HEADER6 : 'parameter problem' L ', er' 'r'? 'oneous - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_NEXT6   : 'parameter problem' L ', next header - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_OPTION6 : 'parameter problem' L ', option - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_CHAIN6  : 'parameter problem' L ', incomplete header chain - octet ' INT -> mode(ICMP6_FIELDS) ;
PARAMETER_CODE6   : 'parameter problem' L ', code-#' INT8 -> mode(ICMP6_FIELDS) ;
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
CUT_UNREACHABLE6  : 'destination unreachable' -> mode(ICMP6_FIELDS) ;            // from here: cut before ` [|icmp6]`
CUT_PORT6         : 'destination unreachable' L ', unreachable port' -> mode(ICMP6_FIELDS) ;
CUT_SCOPE6        : 'destination unreachable' L ', beyond scope' -> mode(ICMP6_FIELDS) ;
CUT_TOO_BIG6      : 'packet too big' -> mode(ICMP6_FIELDS) ;
CUT_EXCEEDED6     : 'time exceeded in-transit' -> mode(ICMP6_FIELDS) ;
CUT_PARAMETER6    : 'parameter problem' -> mode(ICMP6_FIELDS) ;
CUT_SOLICIT6      : 'neighbor solicitation' -> mode(ICMP6_FIELDS) ;
CUT_ADVERTISE6    : 'neighbor advertis' 'e'? 'ment' -> mode(ICMP6_FIELDS) ;
CUT_REDIRECT6     : 'redirect' -> mode(ICMP6_FIELDS) ;
OLD_ROUTE6        : WORD ' unreachable route' -> mode(ICMP6_FIELDS) ;           // from here: up to 3.8.3
OLD_PROHIBITED6   : WORD ' unreachable prohibited' -> mode(ICMP6_FIELDS) ;
OLD_SCOPE6        : WORD ' beyond scope of source address ' WORD -> mode(ICMP6_FIELDS) ;
OLD_ADDRESS6      : WORD ' unreachable address' -> mode(ICMP6_FIELDS) ;
OLD_PORT6         : WORD ' ' [a-z]+ ' port ' WORD ' unreachable' -> mode(ICMP6_FIELDS) ;
OLD_CODE6         : WORD ' unreachable code-#' INT8 -> mode(ICMP6_FIELDS) ;
OLD_TOO_BIG6      : 'too big ' INT -> type(TOO_BIG6), mode(ICMP6_FIELDS) ;
OLD_REASSEMBLY6   : 'ip6 reassembly time exceeded' -> type(REASSEMBLY6), mode(ICMP6_FIELDS) ;
OLD_EXCEEDED6     : 'time exceeded code-#' INT8 -> type(OTHER_EXCEEDED6), mode(ICMP6_FIELDS) ;
OLD_HEADER6       : 'parameter problem errorneous - octet ' INT -> type(PARAMETER_HEADER6), mode(ICMP6_FIELDS) ;
OLD_NEXT6         : 'parameter problem next header - octet ' INT -> type(PARAMETER_NEXT6), mode(ICMP6_FIELDS) ;
OLD_OPTION6       : 'parameter problem option - octet ' INT -> type(PARAMETER_OPTION6), mode(ICMP6_FIELDS) ;
OLD_PARAMETER6    : 'parameter problem code-#' INT8 -> type(PARAMETER_CODE6), mode(ICMP6_FIELDS) ;
OLD_SOLICIT6      : 'neighbor sol: who has ' WORD_OF_ADDRESS -> type(SOLICIT_NEIGHBOR6), mode(ICMP6_FIELDS) ;
OLD_ADVERTISE6    : 'neighbor adv: tgt is ' WORD_OF_ADDRESS -> type(ADVERTISE_NEIGHBOR6), mode(ICMP6_FIELDS) ;
OLD_REDIRECT6     : 'redirect ' WORD ' to ' WORD_OF_ADDRESS -> type(REDIRECT6), mode(ICMP6_FIELDS) ;
OLD_TYPE6         : 'type-#' INT8 -> type(OTHER_TYPE6), mode(ICMP6_FIELDS) ;
RENUMBERING6      : 'router renumbering' -> mode(ICMP6_FIELDS) ;
NODE_QUERY6       : ('who-are-you request' | 'node information query') -> mode(ICMP6_FIELDS) ;
NODE_REPLY6       : 'who-are-you reply '? 'node information reply' -> mode(ICMP6_FIELDS) ;
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
OTHER_TYPE6       : 'unknown icmp6 type (' INT8 ')' -> mode(ICMP6_FIELDS) ;
ICMP6_DUMP        : DUMP -> type(DUMP_LINE), mode(LINES) ;
ICMP6_BREAK       : EOL -> type(NEWLINE), mode(LINES) ;
ICMP6_OTHER       : . -> type(OTHER), mode(LINES) ;

mode ICMP6_FIELDS;
ICMP6_ID      : ', id ' INT -> type(ICMP_ID) ;
ICMP6_HEX_ID  : ', id 0x' ~[,\r\n ]+ -> type(ICMP_DETAIL) ;
ICMP6_SEQ     : ','? ' seq ' INT -> type(ICMP_SEQ) ;
ICMP6_DETAIL  : ('max resp delay: ' INT ' addr: ' WORD_NO_COMMA | ', ' INT ' group record(s)' | ', (CLR)' [A-Za-z ]+) -> type(ICMP_DETAIL) ;
ICMP6_LENGTH  : ', length ' INT -> type(ICMP_LENGTH) ;
ICMP6_CKSUM_OK : ' [icmp6 cksum ok]' -> type(ICMP_SUM_OK) ;
ICMP6_BAD_CKSUM : ' [bad icmp6 cksum ' HEX '! -> ' HEX ']' -> type(ICMP_BAD_SUM) ;
ICMP6_OPENBSD_ID : ' (id:' HEX16 -> type(ICMP_HEX_ID) ;
ICMP6_LAST_SEQ : ' seq:' INT ')' -> type(ICMP_SEQ) ;
ICMP6_FIELDS_DUMP : DUMP -> type(DUMP_LINE), mode(LINES) ;
ICMP6_FIELDS_BREAK : EOL -> type(NEWLINE), mode(LINES) ;
ICMP6_FIELDS_OTHER : . -> type(OTHER), mode(LINES) ;

// ---- An inner packet: after `\t`, ` for `, `IP ` -----------------------------------------

mode CARRIED;
CARRIED_IP        : 'IP ' -> type(IP) ;
CARRIED_IP6       : 'IP6 ' -> type(IP6) ;
CARRIED_MAC_PAIR  : MAC ' > ' MAC ', ' -> type(MAC_PAIR) ;
CARRIED_ETHERTYPE : 'ethertype ' ~[,(\r\n]+ ('(0x' HEX ')')? (', ' | ': ') -> type(ETHERTYPE) ;
CARRIED_FRAME     : LINK_NAME ', length ' INT ': ' -> type(FRAME) ;
CARRIED_LENGTH    : 'length ' INT ': ' -> type(FRAME_LENGTH) ;
CARRIED_VLAN      : 'vlan ' INT16 ', p ' INT (', DEI' | ', CFI')? ', ' -> type(VLAN) ;
CARRIED_PPP       : 'IP' '6'? ' (0x' HEX '), length ' INT ': ' -> type(PPP) ;
CARRIED_MPLS      : 'MPLS ' MPLS_LABEL -> type(MPLS), mode(MPLS_STACK) ;
CARRIED_NSH       : 'NSH, ' ~[:\r\n]* (': ' | (EOL '        ' ~[\r\n]*)* EOL '    ') -> type(NSH) ;
CARRIED_NOTE      : REMARK -> type(NOTE) ;
CARRIED_V4        : V4_PAREN -> type(V4_OPEN), mode(V4) ;
CARRIED_CLASS     : '(class 0x' HEX8 ', ' -> type(V6_CLASS), mode(V6) ;
CARRIED_FLOWLABEL : '(flowlabel 0x' HEX20 ', ' -> type(V6_FLOWLABEL), mode(V6) ;
CARRIED_HLIM      : '(hlim ' INT8 -> type(V6_HLIM), mode(V6) ;
CARRIED_SRC       : WORD ' > ' -> type(SRC), mode(DESTINATION) ;
CARRIED_DUMP      : DUMP -> type(DUMP_LINE), mode(LINES) ;
CARRIED_BREAK     : EOL -> type(NEWLINE), mode(LINES) ;
CARRIED_OTHER     : . -> type(OTHER), mode(LINES) ;

// ---- MPLS: `MPLS (label 1000, tc 3, ttl 62)`, one line a label -------------------------------------

mode MPLS_STACK;
MPLS_NEXT     : (EOL INDENT | ' ') MPLS_LABEL ;
MPLS_END      : (EOL INDENT | ' ') -> mode(CARRIED) ;
MPLS_OTHER    : . -> type(OTHER), mode(LINES) ;

// ---- Everything else on this line and the lines that follow -----------------------------------------

mode LINES;
OLD_DF        : ' '? '(DF)' ' '* ;                                            // up to 3.7.2 the header comes last:
OLD_FRAGMENT  : ' '? '(frag ' INT16 ':' INT16 '@' INT16 '+'? ')' ' '* ;       // (DF) [tos 0x10] (ttl 64, id 1, len 40)
OLD_TOS       : ' '? '[tos 0x' HEX8 ECN? ']' ' '* ;
OLD_TTL       : ' '? '[ttl ' INT8 ']' ' '* ;
OLD_CLASS     : ' '? '[class 0x' HEX8 ']' ' '* ;                               // and for IPv6 up to 3.8.3:
OLD_LABEL     : ' '? '[flowlabel 0x' HEX20 ']' ' '* ;                           // [class 0x2] (len 21, hlim 64)
OLD_HLIM      : ' '? '[hlim ' INT8 ']' ' '* ;
OLD_HEADER    : ' '? '(' ('ttl ' INT8 ', ')? ('id ' INT16 ', ')? 'len ' INT32 (', hlim ' INT8)?
                (', bad ip cksum ' HEX16 '! -> ' HEX16)? (', optlen=' INT ' '? ~[(),\r\n]*)? (', bad cksum ' HEX16 '!')? ')' ' '*
              | ' '? '(ttl ' INT8 ', id ' INT16 ')' ' '* ;                      // and before the first 3.x
TUNNEL_END    : ' (ipip-proto-' INT8 ')' ;                                    // up to 4.9.3 without -v
TEXT          : [([] TEXT_PART | TEXT_PART_1 ;
EXTENSION     : EOL INDENT ('ICMP Multi-Part' | 'MPLS') ' extension v' ~[\r\n]* ;
DUMP_LINE     : DUMP ;
NEWLINE       : EOL ;

// ---- Parts of tokens --------------------------------------------------------------------------------

fragment CLOCK      : INT ':' D D ':' D D '.' INT ;
fragment DATE       : D D D D '-' D D '-' D D | D D '/' D D '/' D D D D ;
fragment MAC        : OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET (':' H H ':' H H)? (' (oui ' ~[)\r\n]* ')')? ;   // eight bytes: FireWire
fragment OCTET      : H H? | 'xx' | 'XX' ;                                     // masked by whoever shared the text
fragment MAC_OR_NAME : MAC | [A-Za-z_] ~[ \t\r\n,:>]* ;   // without -n: Broadcast, and what /etc/ethers names
fragment MPLS_LABEL : '(label ' INT (' (' ~[)\r\n]* ')')? ', ' ('tc' | 'exp') ' ' INT (', [S]')? ', ttl ' INT ')' ;
fragment REMARK     : 'truncated-ip' '6'? ' - ' INT ' bytes missing!' ' '?
                    | '[total length ' INT ' > length ' INT '] (invalid) '
                    | '[header+payload length ' INT ' > length ' INT '] (invalid) ' ;
fragment V4_PAREN   : '(tos 0x' HEX8 ECN? ;
fragment MONTH      : 'Jan' | 'Feb' | 'Mar' | 'Apr' | 'May' | 'Jun' | 'Jul' | 'Aug' | 'Sep' | 'Oct' | 'Nov' | 'Dec' ;
fragment PKTAP_NAME : [a-z] [A-Za-z0-9._-]* ;
fragment PKTAP_WORD : ('proc' | 'eproc' | 'svc' | 'pid' | 'epid' | 'uuid' | 'euuid' | 'flowid' | 'flags' | 'dlt' | 'ptype' | 'comp_gencnt' | 'rtt' | 'nx' | 'ifname' | 'ttag') ' ' ~[,()\r\n]+ ('(' ~[()\r\n]* ')' ~[,()\r\n]*)?
                    | 'in' | 'out' | 'so' | 're' | 'ch' | 'wk' | 'dfr' | 'ka' | 'lpm' | 'ts' | 'nc' | 'nf' | 'fl' ;
fragment ECN        : ',ECT(0)' | ',ECT(1)' | ',CE' ;
fragment IP_FLAG    : '+' | 'DF' | 'rsvd' ;
fragment INDENT     : '\t' | '        ' | ;                                   // some editors drop it
fragment WRAP       : ' '? EOL [ \t]+ ;                                          // old text was often pasted wrapped
fragment TEXT_PART  : (~[([\r\n] | '\r' ~[([\r\n])* ;
fragment TEXT_PART_1 : (~[([\r\n] | '\r' ~[([\r\n])+ ;
fragment OPTION_TEXT : (~[,{}[\]\r\n] | '{' ~[}\r\n]* '}' | '[' ~[\]\r\n]* ']')+ ;
fragment MPTCP_SUBTYPE : 'capable' | 'join' | 'dss' | 'add-addr' | 'rem-addr' | 'prio' | 'fail' | 'fast-close' | 'tcprst' | 'unknown' ;
fragment NFS_PROCEDURE : 'null' | 'getattr' | 'setattr' | 'root' | 'lookup' | 'access' | 'readlink' | 'read' | 'write' | 'create'
                    | 'mkdir' | 'symlink' | 'mknod' | 'remove' | 'rmdir' | 'rename' | 'link' | 'readdir' | 'readdirplus'
                    | 'fsstat' | 'fsinfo' | 'pathconf' | 'commit' | 'proc-' INT ;
fragment DUMP       : EOL ('\t' | '    ' (' ' | '    ')?) '0x' H H H H ':' [ \t] ~[\r\n]*
                    | EOL '\t\t\t ' (H H (H H)? ' '?)+ | EOL '0x' H H H H '\t' ~[\r\n]* ;
fragment DIGEST     : H H H H H H H H H H H H H H H H H H H H H H H H H H H H H H H H ;
fragment LINK_NAME  : LINK_WORD LINK_MORE? LINK_MORE? LINK_MORE? LINK_MORE? LINK_MORE? ; // not any number: text that does not end in a length is examined again
fragment LINK_WORD  : [A-Za-z0-9.]+ ;
fragment LINK_MORE  : ' ' LINK_WORD ;
fragment NAME       : [A-Za-z0-9] [A-Za-z0-9 -]* ' (old)'? ;
fragment SACK_BLOCK : '{' INT32 ':' INT32 '}' ;
fragment L          : (', length ' INT)? ;                                    // ICMPv6 of 3.9.1 to 4.1.1
fragment WORD       : ~[ \t\r\n]+ ;
fragment IFNAME     : (D+ ~[ \t\r\n0-9:.] | ~[ \t\r\n0-9:.I]) ~[ \t\r\n:]*               // an interface: no time looks like it,
                    | 'I' (~[ \t\r\n:P] ~[ \t\r\n:]*)? | 'IP' ~[ \t\r\n:6] ~[ \t\r\n:]* | 'IP6' ~[ \t\r\n:]+ ;   // nor is it IP or IP6 of a host named B
fragment NAME_WITH_BLANKS : NAME_PART ' ' NAME_PART (' ' NAME_PART (' ' NAME_PART)?)? ;   // `my server.22`
fragment NAME_PART  : [A-Za-z0-9_*<{$\u0080-\u00ff] ~[ \t\r\n:,()[\]]* ;
fragment PORT_WORD  : ~[ .:\t\r\n]+ ;
fragment WORD_NO_COMMA : ~[ \t\r\n,]+ ;
fragment WORD_OF_ADDRESS : ~[ ()[\]{},\t\r\n]* [.:] ~[ ()[\]{},\t\r\n]* ;
fragment HEX        : H+ ;
fragment HEX8       : H H? ;
fragment HEX16      : H (H (H H?)?)? ;
fragment HEX20      : H (H (H (H H?)?)?)? ;
fragment INT        : D+ ;
fragment INT8       : D | [1-9] D | '1' D D | '2' [0-4] D | '25' [0-5] ;
fragment INT16      : D | [1-9] D | [1-9] D D | [1-9] D D D | [1-5] D D D D | '6' [0-4] D D D | '65' [0-4] D D
                    | '655' [0-2] D | '6553' [0-5] ;
fragment INT32      : D | [1-9] D (D (D (D (D (D (D D?)?)?)?)?)?)? | [1-3] D D D D D D D D D | '4' [0-1] D D D D D D D D
                    | '42' [0-8] D D D D D D D | '429' [0-3] D D D D D D | '4294' [0-8] D D D D D | '42949' [0-5] D D D D
                    | '429496' [0-6] D D D | '4294967' [0-1] D D | '42949672' [0-8] D | '429496729' [0-5] ;
fragment H          : [0-9a-f] ;
fragment D          : [0-9] ;
fragment EOL        : '\r'* '\n' | '\r' ;
