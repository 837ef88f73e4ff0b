/*
 * How a line of tcpdump's output begins, and so where a record begins: one token a line, the longest
 * that fits. Says nothing about what follows: that is TcpdumpLexer's and TcpdumpParser's.
 *
 * The input is bytes, each taken as one character (ISO-8859-1).
 */
lexer grammar TcpdumpLines;

// ---- The head line of a record ----------------------------------------------------------------------

CLOCK_TIME   : BEFORE_TIME CLOCK ' ' OUT? ;                                          // 22:13:20.123456
EPOCH        : BEFORE_TIME '-'? INT '.' INT ' ' OUT? ;                             // 1700000000.123456 (-tt)
DATE_TIME    : BEFORE_TIME DATE ' ' CLOCK ' ' OUT? ;                               // 2023-11-14 22:13:20.123456 (-tttt)
DELTA        : BEFORE_TIME (D D D D D D ' ' | '-'? INT '.' ' '+ '-'? INT ' ') ;    // 60. 250000 (-ttt up to 3.9.8)
SIGNED_DELTA : BEFORE_TIME ([ -] CLOCK ' ' | INT ':' INT ':-' INT '. ' INT) ;      // -00:00:01.250000 (-ttt since 4.0)
ODD_TIME     : BEFORE_TIME
               ( (DATE ' ')? '-'? INT ':' '-'? INT ':' '-'? INT ('.' ' '* '-'? INT? | ' ')
               | [ -]? '[timestamp overflow] ' | [ -]? '[Error converting time] ' | '[timestamp < 1970-01-01 00:00:00 UTC] '
               | '[Invalid header: ' ) ;

// A line of traceroute, numbered as --number numbers records: 1  192.0.2.1 (192.0.2.1)  0.5 ms   2  * * *
HOP      : NUMBER ('*' | WORD (' (' ~[ \t\r\n)]+ ')')? '  ' INT ('.' INT)? ' ms') ;

// With -t a record begins with its packet. These may also begin an inner packet (VXLAN).
UNTIMED  : NUMBER? LENGTHS? (IP_PACKET | LINK | RARE_LINK | OTHER_PACKET) | NUMBER ~[ \t\r\n] ;

// Addresses without indentation: a whole record of tcpdump 3.7 -t, or a body line that lost its four spaces.
FLOW     : END ' > ' END ':' ;

// ---- Lines that continue a record -------------------------------------------------------------------

BODY     : '    ' ;
LESS     : ' ' (' ' ' '?)? END ' > ' END ':' ;                         // a body line that lost some of its four spaces
WHITE    : ' '* '\t' [ \t]* EOL | '    ' [ \t]* EOL ;                   // only white space: an empty line of a payload
TAB      : '\t' | '        ' ;
JUNIPER  : '\tJuniper PCAP Flags ' ;                                   // with -t and -vv the record begins like this, after an empty line
SPACE    : ' EID ' ;                                                   // LISP
OFFSET   : '0x' H H H H ('\t' | ':  ') ;                               // -X of 3.7 and older; Telnet prints it with -vvv -X
LOOSE    : '>>> NBT ' | 'NBT Session ' | 'SMB PACKET: ' ;              // up to 4.5.1; lines of any shape may follow
MARKER   : ('Telnet:' | '[|' ~[\]\r\n]+ ']' | 'message length ' INT ' < ' INT ' (invalid)' | '[length ' INT ' < caplen ' INT '] (invalid)') EOL ;   // BGP: [|BGP Update]; OTV

// ---- What tcpdump and the terminal print about the capture -------------------------------------------------

BLANK       : (' ' (' ' ' '?)?)? EOL ;
CONTROL_C   : '^' [CZ\\] ;
LISTENING   : 'tcpdump: '? 'listening on ' ;
READING     : 'reading from ' 'PCAP-NG '? 'file ' ;
DROPPED     : 'dropped privs to ' ;
COUNTER     : INT ' packet' 's'? (' captured' | ' received by filter' | ' dropped by kernel' | ' dropped by interface')? ' '* EOL ;
GOT         : 'Got ' INT ;
STATISTICS  : 'tcpdump: ' INT ' packet' 's'? ' captured, ' INT ' packet' 's'? ' received by filter, '
              INT ' packet' 's'? ' dropped by kernel' (', ' INT ' packet' 's'? ' dropped by interface')? EOL ;
MESSAGE     : 'tcpdump: ' | 'tcpdump64: ' | 'Warning: ' | '[tcpdump' | '(No such device '
            | INT ' bytes' ' '* EOL ;                                     // the rest of 'listening on' that was wrapped
PROMPT      : (USER_AT_HOST | DIRECTORY | PLACE) [#$] ' '* EOL ;
COMMAND     : (DIRECTORY? (USER_AT_HOST | PLACE)? [#$%>] | ARROW) ' '* SUDO? 'tcpdump' [ \r\n]
            | SUDO 'tcpdump' [ \r\n] | 'tcpdump -' ;

// ---- Lines that announce a packet on the next one -----------------------------------------------------

mode ANNOUNCING;

// A tunnel's header directly after the addresses is printed by tcpdump: application text never comes there.
TUNNEL_LINE  : ('    ' | ('IP' '6'? ' ' | FRAME_LENGTH) IP_HEADER?) WORD ' > ' WORD ': ' TUNNEL EOL ;

// The packets inside VXLAN and OpenFlow begin at column 0.
ANNOUNCEMENT : (~[\t\r\n] ~[\r\n]*)? ': ' TUNNEL EOL
             | '\t data (' INT ' octets), frame decoding below' EOL ;

// After a tab comes an inner packet or application text: without times nothing tells them apart.
INDENTED     : '\t' ~[\r\n]* ': ' TUNNEL EOL ;

// Other inner packets begin there if the indentation was lost: after a line with only addresses,
// and after MPLS labels, although without times nothing tells that from labels that end the record.
LOST_INDENT  : WORD ' > ' WORD ':' ('[' ~[\]\r\n]+ ']' | ' ')* 
               ( 'ICMP ' ~[\r\n]* (' unreachable' | 'time exceeded' | 'redirect' | 'source quench' | 'parameter problem')
               | 'GREv' | 'Geneve, ' ) ~[\r\n]* EOL ;
LOST_LABELS  : ~[\r\n]* 'MPLS (label ' (~[()\r\n] | '(' ~[()\r\n]* ')')* ')' EOL ;

// ---- How a packet begins ------------------------------------------------------------------------------

fragment IP_PACKET : 'IP ' | 'IP6 ' | 'IP6, ' | 'IP' INT ' ' ('(invalid)' | '(tos 0x' | WORD ' > ') | '(tos 0x' | '(hlim ' | '(class 0x' | '(flowlabel 0x'
                   | 'ip: ' | 'ip6: ' | 'ip v' INT | 'unknown ip ' | 'IP' '6'? ': ' | 'truncated-ip' '6'? ' - ' INT ' bytes missing!' | [IO] ' ' ('slip-' | 'ctcp' | 'utcp') ;

fragment LINK      : MAC ' > ' MAC [, ] | (MAC ' > ' MAC_NAME | MAC_NAME ' > ' MAC) ', ' | MAC_NAME ' > ' MAC_NAME ', ethertype ' | MAC ' ' ~[ >\r\n] ~[>\r\n]* ' > ' MAC ' ' | 'ethertype ' | ('unicast' | 'bcast' | 'IPOIB' | '0x' H H) ', ethertype ' | IFNAME ' '+ ('In' | 'Out' | [BMP?]) ' '+ (LINK_NEXT | OTHER_PACKET)
                   | ('  ' [BMP?] | ' In' | 'Out' | 'In ') (' ' | EOL) | 'PPPoE ' | 'MPLS ' | 'AF ' | 'PPP ' | 'IPv' [46] ', length ' | 'IPv' [46] ' ('
                   | 'Q.922, ' | 'FRF.16 ' | 'UI ' H H '! ' | 'NSH, ' | 'SLARP ' | 'unknown CHDLC protocol ' | 'unknown PPP protocol ' | H H ' ' H H ' ' ([0-9a-z]+ ' ')? INT ': '
                   | H H ' ' H H ' ' INT ' ' | [A-Z0-9_]+ (' (0x' H+ ')')? ', length ' | 'DLT ' | 'version ' INT ', resource ID ' | [RT] 'x: VPI:' | 'Invalid direction ' | 'no magic-number found!' | 'LLC, ' | 'LLC '
                   | INT 'us ' | INT '.' INT ' Mb/s ' | 'fhset ' | 'cfp ' | 'short preamble ' | 'wep ' | 'fragmented ' | 'bad-fcs ' | 'antenna ' INT ' ' | '-'? INT 'dB' 'm'? ' ' | ', ' ('ethertype ' | 'length: ') | 'BRCM ' | 'DSA ' | 'EDSA ' | 'Marvell ' | 'Arista ' | 'SubType ' | INT ' > ' INT (', family ' | ', IPv' [46] ', length ') | H H H H H H H H H H H H H H H H ' ' H H H H ;

fragment TUNNEL    : ('[' ~[\]\r\n]+ '] ')? ' '?
                   ( 'VXLAN, flags [' ~[\]\r\n]* '] (0x' H+ '), vni ' INT
                   | 'OTV, flags [' ~[\]\r\n]* '] (0x' H+ '), overlay ' INT ', instance ' INT ) ;

fragment FRAME_LENGTH : MAC ' > ' MAC ', ethertype IPv' [46] (' (0x' H+ ')')? ', length ' INT ': ' ;
fragment IP_HEADER    : '(' (~[()\r\n] | '(' ~[()\r\n]* ')')* ') ' ;

fragment RARE_LINK : ([a-z_]+ H? ' ' | H H ' ' (H H ' ')?) MAC ' > ' MAC ', ' | MAC ' ' MAC ' ' [0-9a-z]+ ' ' INT ': ' | 'rt = ' H | ('Non-Broadcast' | 'All-routes' | 'Single-route') ' '
                   | H H ' ' H H ' ' [0-9a-z]+ ' seqid ' H | 'rule ' INT [./] ~[:\r\n]* ': ' ~[:\r\n]+ ' on ' | '(' [a-z,]* '): '? 'SPI 0x' H
                   | '(' (IFNAME ', ')? ('proc ' | 'eproc ' | 'svc ' | ('in' | 'out') ', ') | '(' IFNAME ', ' ('in' | 'out') ') '
                   | 'Pad! ' | 'No pad! ' | ' [' ('ver' | 'type') ' ' INT ']' | INT ': ' (WORD ' > ' WORD ':' | 'IP' '6'? [, ] | '(tos 0x' | '(hlim ' | '(class 0x' | '(flowlabel 0x') ;

fragment LINK_NEXT : 'IP' '6'? ' ' | 'ifindex ' | 'ethertype ' ;

fragment OTHER_PACKET
                   : 'ARP, ' | 'arp ' | 'RARP, ' | 'rarp ' | 'STP ' | 'unknown STP version, ' | '802.1d ' | 'LLDP, ' | 'CDPv' | 'EAPOL ' | 'EAP ' | 'IPX ' | 'AppleTalk' | 'AARP ' | 'aarp ' | 'AT ' | 'et1 AT '
                   | ('LACP' | 'MARKER') ('v' | ' version ') | 'OAM' [, ] | 'unknown (' ('0x' H+ | INT) '), length ' | 'Loopback, ' | 'IS-IS' [a-z,] | 'ES-IS' [ ,] | 'CLNP' [, ] | 'OSI NLPID ' | 'OSI (' | 'DTPv' | 'VTPv' | 'UDLD' | 'CFMv' | 'MACCTRL, '
                   | ('LCP' | 'IPCP' | 'IP6CP' | 'CCP' | 'PAP' | 'CHAP' | 'MLPPP' | 'ECP' | 'BACP') [,: ] | ': ' ('CCP, ' | '(protocol ' | 'unknown PPP protocol ') | 'Q.933, ' | 'AoE ' | 'PTPv' | 'GeoNet ' | 'CALM FAST' | 'TIPC v'
                   | 'VIRTIO ' | 'MS NLB ' | 'IEEE 802.15.4 ' | INT '.' INT ' > ' INT '.' INT (', ' | ' ' INT ' ') | [a-z]+ '-hello ' | '[pad:' | 'Beacon ' | 'Probe ' | 'Assoc' | 'ReAssoc' | 'Authentication ' | 'DeAuthentication' | 'Disassociation' | 'Clear-To-Send' | 'Request-To-Send' | 'Acknowledgment'
                   | 'Power Save-Poll' | 'Data IV:' | 'More Data ' | 'Retry ' | 'Protected ' | ('BSSID' | [DSRT] 'A') ':' | 'Pwr Mgmt ' | 'ATIM' | 'unknown 802.11 ' | 'Unknown ' | 'UNSUPPORTED' | '[|ether]'
                   | ' [|' [a-z0-9._-]+ ']' | ' (pkt' '_'? 'len ' | ' (length ' INT ' < ' | ' (invalid)' | ' [extension_length ' | INT ':  [|' ;

// ---- Parts of tokens --------------------------------------------------------------------------------

fragment USER_AT_HOST : [A-Za-z0-9_.-]+ '@' ~[ \r\n]+ ;
fragment DIRECTORY : '[' ~[\]\r\n]+ ']' ;
fragment PLACE   : [A-Za-z0-9_.-]+ ':' [~/] ~[ \r\n]* ;                 // sensor:~
fragment ARROW   : '\u00e2\u009d\u00af' | '\u00e2\u009e\u009c' (' '+ ~[ \r\n]+)? ;   // U+276F, U+279C: prompts of current shells
fragment SUDO    : 'sudo ' ('-' ~[ \r\n]+ ' ')* ;
fragment BEFORE_TIME : NUMBER? LENGTHS? ;
fragment OUT     : '> ' MAC ' ' ([0-9a-z]+ ' ')? INT ':' ;                 // sent by this host, as printed by 3.8
fragment NUMBER  : (INT | ' ' D D? D? D? | '  ' D D? D? | '   ' D D? | '    ' D) '  ' ; // %5d
fragment IFNAME  : D* ~[\u0000- 0-9:.] ~[ \t\r\n:]* ;                   // an interface: no time looks like it
fragment LENGTHS : 'caplen ' INT ' len ' INT ' ' ;
fragment CLOCK   : INT ':' D D ':' D D '.' INT ;
fragment DATE    : D D D D '-' D D '-' D D | D D '/' D D '/' D D D D ;
fragment MAC     : OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET (':' H H ':' H H)? (' (oui ' ~[)\r\n]* ')')? ;
fragment OCTET   : H H? | 'xx' | 'XX' ;                                // masked by whoever shared the text
fragment MAC_NAME : [A-Za-z_] ~[ \t\r\n,:>]* ;                        // without -n: Broadcast, and what /etc/ethers names
fragment END     : [A-Za-z0-9:_] ~[ \t\r\n]* ;                       // an address or a name
fragment WORD    : ~[ \t\r\n]+ ;
fragment INT     : D+ ;
fragment H       : [0-9a-f] ;
fragment D       : [0-9] ;
fragment EOL     : '\r'* '\n' | '\r' ;
