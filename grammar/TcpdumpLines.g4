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

// With -t a record begins with its packet. These may also stand inside a record (VXLAN).
UNTIMED  : NUMBER? LENGTHS?
           ( 'IP ' | 'IP6 ' | 'IP6, ' | 'IP5 ' | 'ARP, ' | 'arp ' | 'RARP, ' | 'rarp ' | 'STP ' | '802.1d ' | 'LLDP, ' | 'LLC, ' | 'LLC '
           | 'CDPv' | 'EAPOL ' | 'EAP ' | 'IPX ' | 'PPPoE ' | 'MPLS ' | 'AF ' | 'AppleTalk' | 'LACPv' | 'Loopback, ' | 'IS-IS, '
           | 'DTPv' | 'VTPv' | 'UDLD' | 'CFMv' | 'BRCM ' | 'DSA ' | 'EDSA ' | 'Marvell ' | 'LCP, ' | 'IPCP, ' | 'AARP ' | 'MACCTRL, ' | 'OAM, '
           | 'ip: ' | 'ip6: ' | 'PPP ' | '[|ether]' | ' [|' [a-z0-9_-]+ ']' | 'Unknown ' | '(tos 0x' | '(hlim ' | '(class 0x' | '(flowlabel 0x'
           | MAC ' > ' MAC ', ' | 'ethertype ' | WORD ' '+ ('In' | 'Out' | [BMP?]) ' '+ ('IP' '6'? ' ' | 'ARP, ' | 'ifindex ' | 'ethertype ')
           | ('  ' [BMP?] | ' In' | 'Out') ' ' (MAC ' ')? 'ethertype ' ) ;

// A flow without indentation: a whole record of tcpdump 3.7 -t, or a body line that lost its four spaces.
FLOW     : WORD ' > ' WORD ':' ;

// ---- Lines that continue a record -------------------------------------------------------------------

BODY     : '    ' ;
TAB      : '\t' | '        ' ;
SPACE    : ' EID ' ;                                                   // LISP
OFFSET   : '0x' H H H H '\t' ;                                        // -X of 3.7 and older
LOOSE    : '>>> NBT ' | 'NBT Session ' | 'SMB PACKET: ' ;              // up to 4.5.1, and what follows these
MARKER   : '[|' ~[\]\r\n]+ ']' EOL ;                                  // [|BGP Update]

// ---- What tcpdump and the terminal say of the capture -------------------------------------------------

BLANK       : EOL ;
CONTROL_C   : '^' [CZ\\] ;
LISTENING   : 'tcpdump: '? 'listening on ' ;
READING     : 'reading from ' 'PCAP-NG '? 'file ' ;
DROPPED     : 'dropped privs to ' ;
COUNTER     : INT ' packet' 's'? (' captured' | ' received by filter' | ' dropped by kernel' | ' dropped by interface')? EOL ;
GOT         : 'Got ' INT ;
STATISTICS  : 'tcpdump: ' INT ' packet' 's'? ' captured, ' INT ' packet' 's'? ' received by filter, '
              INT ' packet' 's'? ' dropped by kernel' (', ' INT ' packet' 's'? ' dropped by interface')? EOL ;
MESSAGE     : 'tcpdump: ' | 'tcpdump64: ' | 'Warning: ' | '[tcpdump' | '(No such device ' ;
PROMPT      : [a-z0-9_-]+ '@' ~[ \r\n]+ [#$] ' '* EOL ;
COMMAND     : ('[' ~[\]\r\n]+ ']')? ([a-z0-9_-]+ '@' ~[ \r\n]+)? [#$%>] ' '* ('sudo ' ('-' ~[ \r\n]+ ' ')*)? 'tcpdump' [ \r\n] ;

// ---- Lines that announce a packet on the next one -----------------------------------------------------

mode ANNOUNCING;

// VXLAN's own packet stands at column 0. Other packets inside one do so where the indentation was lost,
// and they are printed with -v only: not behind a line `IP 192.0.2.1 > 192.0.2.2: …` without parenthesis.
ANNOUNCEMENT : ~[\r\n]* ('VXLAN' | 'OTV, ') ~[\r\n]* EOL
             | (~[I \t\r\n] | 'IP' '6'? ' ' [([]) ~[\r\n]*
               ( 'ICMP ' ~[\r\n]* (' unreachable' | 'time exceeded' | 'redirect' | 'source quench' | 'parameter problem')
               | 'GREv' | 'Geneve, ' ) ~[\r\n]* EOL
             | ~[\r\n]* 'MPLS (' (~[()\r\n] | '(' ~[()\r\n]* ')')* ')' EOL ;

// ---- Parts of tokens --------------------------------------------------------------------------------

fragment BEFORE_TIME : NUMBER? LENGTHS? ;
fragment OUT     : '> ' MAC ' ' ([0-9a-z]+ ' ')? INT ':' ;                 // sent by this host, as 3.8 says it
fragment NUMBER  : ' '* INT '  ' ;
fragment LENGTHS : 'caplen ' INT ' len ' INT ' ' ;
fragment CLOCK   : INT ':' D D ':' D D '.' INT ;
fragment DATE    : D D D D '-' D D '-' D D | D D '/' D D '/' D D D D ;
fragment MAC     : H H? ':' H H? ':' H H? ':' H H? ':' H H? ':' H H? (' (oui ' ~[)\r\n]* ')')? ;
fragment WORD    : ~[ \t\r\n]+ ;
fragment INT     : D+ ;
fragment H       : [0-9a-f] ;
fragment D       : [0-9] ;
fragment EOL     : '\r'* '\n' | '\r' ;
