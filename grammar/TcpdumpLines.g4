/*
 * How a line of tcpdump's output begins, and so where a record begins: one token a line, the longest
 * that fits. Says nothing about what follows: that is TcpdumpLexer's and TcpdumpParser's.
 *
 * The input is bytes, each taken as one character (ISO-8859-1).
 */
lexer grammar TcpdumpLines;

// ---- The head line of a record ----------------------------------------------------------------------

TIMED    : NUMBER? LENGTHS?
           ( CLOCK ' ' | '-'? INT '.' INT ' ' | '-'? INT '.' ' '+ INT ' ' | D D D D D D ' '
           | [ -] CLOCK ' ' | INT ':' INT ':-' INT '. ' INT ' ' | DATE ' ' CLOCK ' '
           | (DATE ' ')? '-'? INT ':' '-'? INT ':' '-'? INT '.' '-'? INT ' '
           | '[timestamp overflow] ' | '[Error converting time] ' | '[timestamp < 1970-01-01 00:00:00 UTC] ' )
         | '[Invalid header: ' ;

// With -t a record begins with its packet. These may also stand inside a record (VXLAN).
UNTIMED  : NUMBER? LENGTHS?
           ( 'IP ' | 'IP6 ' | 'IP6, ' | 'IP5 ' | 'ARP, ' | 'arp ' | 'RARP, ' | 'rarp ' | 'STP ' | '802.1d ' | 'LLDP, ' | 'LLC, ' | 'LLC '
           | 'CDPv' | 'EAPOL ' | 'EAP ' | 'IPX ' | 'PPPoE ' | 'MPLS ' | 'AF ' | 'AppleTalk' | 'LACPv' | 'Loopback, ' | 'IS-IS, '
           | 'DTPv' | 'VTPv' | 'UDLD' | 'CFMv' | 'BRCM ' | 'DSA ' | 'Marvell ' | 'LCP, ' | 'IPCP, ' | 'AARP ' | 'MACCTRL, ' | 'OAM, '
           | 'ip: ' | 'ip6: ' | 'PPP ' | '[|ether]' | ' [|ether]' | 'Unknown ' | '(tos 0x' | '(hlim ' | '(class 0x' | '(flowlabel 0x'
           | MAC ' > ' MAC ', ' | 'ethertype ' | WORD ' '+ ('In' | 'Out' | [BMP?]) ' '+ ('IP' '6'? ' ' | 'ARP, ' | 'ifindex ' | 'ethertype ')
           | ('  ' [BMP?] | ' In' | 'Out') ' ' (MAC ' ')? 'ethertype ' ) ;

// A flow without indentation: a whole record of tcpdump 3.7 -t, or a body line that lost its four spaces.
FLOW     : WORD ' > ' WORD ':' ;

// ---- Lines that continue a record -------------------------------------------------------------------

BODY     : '    ' ;
TAB      : '\t' | '        ' ;
OFFSET   : '0x' H H H H '\t' ;                                        // -X of 3.7 and older

// ---- What tcpdump and the terminal say of the capture -------------------------------------------------

BLANK       : EOL ;
CONTROL_C   : '^' [CZ\\] ;
LISTENING   : 'tcpdump: '? 'listening on ' ;
READING     : 'reading from ' 'PCAP-NG '? 'file ' ;
DROPPED     : 'dropped privs to ' ;
COUNTER     : INT ' packet' 's'? (' captured' | ' received by filter' | ' dropped by kernel' | ' dropped by interface')? EOL ;
GOT         : 'Got ' INT ;
STATISTICS  : 'tcpdump: ' INT ' packet' 's'? ' captured, ' ;
MESSAGE     : 'tcpdump: ' | 'tcpdump64: ' | 'Warning: ' | '[tcpdump' ;
COMMAND     : ('[' ~[\]\r\n]+ ']')? ([a-z0-9_-]+ '@' ~[ \r\n]+)? [#$%>] ' '* ('sudo ' ('-' ~[ \r\n]+ ' ')*)? 'tcpdump' [ \r\n] ;

// ---- Parts of tokens --------------------------------------------------------------------------------

fragment NUMBER  : ' '* INT '  ' ;
fragment LENGTHS : 'caplen ' INT ' len ' INT ' ' ;
fragment CLOCK   : INT ':' D D ':' D D '.' INT ;
fragment DATE    : D D D D '-' D D '-' D D | D D '/' D D '/' D D D D ;
fragment MAC     : H H? ':' H H? ':' H H? ':' H H? ':' H H? ':' H H? (' (oui ' ~[)\r\n]* ')')? ;
fragment WORD    : ~[ \t\r\n]+ ;
fragment INT     : D+ ;
fragment H       : [0-9a-f] ;
fragment D       : [0-9] ;
fragment EOL     : '\r'? '\n' | '\r' ;
