/*
 * How the lines of other programs begin that print packets, or log them: one token per program. Asked
 * only of lines that tcpdump's grammar does not read, to name the program and say what to do instead.
 *
 * The input is bytes, each taken as one character (ISO-8859-1).
 */
lexer grammar OtherProgramLines;

// 0.123456 port1 in 192.0.2.10.40000 -> 198.51.100.20.443: syn 100          (FortiOS, verbosity 1 to 6)
FORTIOS    : 'interfaces=[' | 'filters=[' | 'Using Original Sniffing Mode'
           | SINCE ' '+ (NAME ' ' ('in' | 'out' | '--') ' ')? ADDRESS ' -> ' ADDRESS ': '
           | D D? D? D? D? D? D? '.' INT ' arp ' ('who-has ' | 'reply ')
           | SINCE ' '+ NAME ' ' ('in' | 'out' | '--') ' ' (ADDRESS ' -> ' ADDRESS | 'arp ' | 'Ether type ' | 'llc ' | 'stp ' | '802.1Q ' | 'esp ' | 'truncated-ip ') ;

// [vs_0][fw_1] eth0:i[60]: 192.0.2.10 -> 198.51.100.20 (TCP) len=60 id=1001   (Check Point)
FW_MONITOR : ('[' ~[\]\r\n]+ ']')* ' '? NAME ':' [iIoOeE] [A-Za-z]? INT? (' (' ~[)\r\n]* ')')? '[' INT ']:' ' '?
           | ' '? 'monitor: ' ('getting filter' | 'compiling' | 'loading' | 'monitoring' | 'unloading' | 'caught')
           | ('TCP' | 'UDP') ': ' INT ' -> ' INT | 'ICMP: type=' ;

// client -> server TCP D=443 S=40000 Syn Seq=100 Len=0 Win=64240              (Solaris)
SNOOP      : 'Using device ' NAME ' ' ~[\r\n]* '(' | (' '* INT ' '+ SINCE)? ' '* NAME ' -> ' NAME ' '+ ('TCP D=' | 'UDP D=' | 'ICMP ' [A-Z] | 'ARP ' [CR] ' ' | 'DNS ' [CR] ' ' | [A-Z]+ ' ' [CR] ' ' | 'ETHER Type=')
           | ('ETHER' | 'TCP' | 'UDP' | 'ICMP' | 'ARP') ':  ' | 'IP:   ' ;

//     1 0.000000000 192.0.2.10 U+2192 198.51.100.20 TCP 74 40000 U+2192 443 [SYN] Seq=0 Win=64240 Len=0
TSHARK     : (BLANKS? INT BLANKS)? BLANKS? SINCE BLANKS ADDRESS BLANKS ARROW BLANKS ADDRESS BLANKS [A-Z] [A-Za-z0-9./_-]* BLANKS [0-9A-Za-z[]
           | BLANKS? INT BLANKS SINCE BLANKS ADDRESS BLANKS ADDRESS BLANKS [A-Z] [A-Za-z0-9./_-]* BLANKS INT BLANKS
           | '"' INT '","' ~["\r\n]+ '","' ADDRESS '","' ADDRESS '","' | '"No.","Time",' | 'No.' BLANKS 'Time' BLANKS 'Source'
           | 'Frame ' INT (': ' INT | ' (' INT) ' bytes' | 'Ethernet II, Src: ' | 'Internet Protocol' (' Version ' [46])? ', Src: ' | 'Transmission Control Protocol, Src Port' | 'User Datagram Protocol, Src Port'
           | H H H H+ '  ' H H (' ' H H) (' ' H H) (' ' H H)
           | 'Internet Control Message Protocol' | 'Linux cooked capture' | 'Capturing on ' | 'Running as user "' ;

// 10:00:00.000001 eth0 curl.1234 Out IP 192.0.2.10.40000 > 198.51.100.20.443: Flags [S], …
PTCPDUMP   : CLOCK ' ' NAME ' ' ('-' | ~[ \t\r\n]+ '.' INT) ' ' ('In' | 'Out' | '?') ' ' [A-Z] | (DATE 'T' ~[ \r\n]+ ' ' [A-Z]+ ' ')? [Pp] 'tcpdump: capturing' | 'capturing, press Ctrl' ;

//    1: 10:00:00.000001       192.0.2.10.40000 > 198.51.100.20.443: S 100:100(0) win 64240    (ASA, FTD)
ASA        : ' '* INT ': ' CLOCK ' '+ (~[I \r\n] | 'I' ~[P \r\n]) | INT ' packet' 's'? ' shown' ;

//   0   74    0.000000   192.0.2.10       ->  198.51.100.20    0  BE   TCP                    (IOS XE)
IOS_CAPTURE : ' '* '#' ' '+ 'size' ' '+ 'timestamp' | ' '* INT ' '+ INT ' '+ SINCE ' '+ ADDRESS ' '+ '->' ' '+ ADDRESS
           | CLOCK ' ' [A-Z]+ ' ' MONTH ' '+ INT ' ' INT ' : IPv' [46] ' ' ;

// IP: s=192.0.2.10 (GigabitEthernet0/0), d=198.51.100.20 (GigabitEthernet0/1), len 60, forward
IOS_DEBUG  : 'IP: s=' | 'IP: tableid=' | 'IP: route map ' | 'FIBipv4-packet-proc: ' ;

// 12345.0: ethernet0/1(i) len=60:00005e005301->00005e005302/0800
SCREENOS   : INT '.' INT ': ' NAME '(' [io] ')' ' '? (':' | 'len=') | '****** ' INT '.' INT ': <' | ' '* 'vhl=' H+ ', tos=' ;

// 10:00:00.000001300 PktGroupId 1, PktNumber 1, Appearance 1, Direction Rx , …    (Windows)
PKTMON     : (CLOCK ' ')? 'PktGroupId ' INT ', PktNumber ' ;

// T 192.0.2.10:40000 -> 198.51.100.20:443 [S] #1
NGREP      : [TUI] ' ' (DATE ' ' CLOCK ' ')? ADDRESS ' -> ' ADDRESS ' [' | [TUI] ' ' (DATE ' ' CLOCK ' ')? ADDRESS ' -> ' ADDRESS [ \r\n] | 'interface: ' NAME ' (' ;

// 06/10-06:13:20.123456 192.0.2.10:40000 -> 198.51.100.20:443       (Snort; an alert of Suricata has the year)
SNORT      : D D '/' D D ('/' D D D D)? '-' CLOCK ' ' | '=+=+=+=' | ('TCP' | 'UDP' | 'ICMP' | 'PROTO' ':'? INT) ' TTL:' INT ' TOS:' | '[**] [' INT ':' ;

// #fields ts uid id.orig_h …
ZEEK       : '#separator ' | '#fields\t' | '#path\t' | '#set_separator\t' | '#empty_field\t' | '#unset_field\t' | '#types\t' | INT '.' INT '\tC' [A-Za-z0-9]+ '\t' ADDRESS '\t' | '{"ts":' ~[,\r\n]+ ',"uid":"' [A-Za-z0-9]+ '","id.' ;

// ether1      2.104      1 <-  00:00:5E:00:53:01  …
MIKROTIK   : 'INTERFACE' ' '+ 'TIME' ' '+ | NAME ' '+ SINCE ' '+ INT ' '+ ('<-' | '->') ' ' | '#' ' '+ 'TIME' ' '+ | 'Columns: ' ~[\r\n]* 'SRC-ADDRESS' ;

// ETHERNET packet transmitted on adapter en0 at 10:00:00.000001            (AIX)
IPREPORT   : [A-Z] [A-Za-z ]* ' packet ' ('transmitted' | 'received') ' on ' | '====( ' INT ' bytes ' | ('IP' | 'TCP' | 'UDP' | 'ICMP') ' header breakdown:' | ' '* '<' ' '* 'SRC' ' '* '=' | ' '* '<' ' '* 'source port' | 'Packet Number ' INT ;

//     [NEW] tcp      6 120 SYN_SENT src=192.0.2.10 dst=198.51.100.20 sport=40000 dport=443
CONNTRACK  : ' '* ('[' INT '.' INT '] ')? ' '* '[' ('NEW' | 'UPDATE' | 'DESTROY') '] ' | ('tcp' | 'udp' | 'icmp') ' '+ INT ' ' INT ' ' ~[\r\n]* 'src=' ;

// trace id 1a2b3c4d ip filter input packet: iif "eth0" …
NFT_TRACE  : 'trace id ' H+ ' ' [a-z] ;

// 2 123456789012 eni-0a1b2c3d 192.0.2.10 198.51.100.20 40000 443 6 20 4249 1718000000 1718000060 ACCEPT OK
VPC_FLOW   : INT ' ' ([0-9]+ | 'unknown') ' eni-' H+ ' ' ;

// ---- Programs whose lines are recognised by what they contain ---------------------------------------------

mode INSIDE;

// Jun 10 06:13:20 fw kernel: [12345.678901] IN=eth0 OUT= MAC=… SRC=192.0.2.10 DST=198.51.100.20 LEN=60 … TTL=64
IPTABLES_LOG : ~[\r\n]* 'IN=' ~[ \r\n]* ' OUT=' ~[ \r\n]* ' ' ~[\r\n]* 'SRC=' ;
IOS_LOG      : ~[\r\n]* ': IP: ' ('s=' | 'tableid=') ;
SNORT_ALERT  : ~[\r\n]* '[**] [' [0-9]+ ':' [0-9]+ ':' ;
JUNOS_FLOW   : ~[\r\n]* ('CID-' [0-9]+ ':' ~[\r\n]* 'RT:' | ':RT:<' | 'RT_FLOW: ' | 'RT_FLOW_SESSION_') ;      // 06:13:20.123456:CID-0:RT:<192.0.2.10/40000->198.51.100.20/443;6,0x0> matched filter f1:
PKTMON_TRACE : ~[\r\n]* '[Microsoft-Windows-PktMon]' ;
NETSH_TRACE  : ~[\r\n]* ('[Microsoft-Windows-NDIS-PacketCapture]' | 'Trace configuration:') ;
FILTERLOG    : ~[\r\n]* 'filterlog' ('[' [0-9]+ ']')? ': ' [0-9]* ',' ;
HUBBLE       : ~[\r\n]* (' FORWARDED (' | ' DROPPED (' | ' to-endpoint FORWARDED' | ' to-stack FORWARDED' | ' policy-verdict:') ;

// ---- Parts of tokens -----------------------------------------------------------------------------------------

fragment SINCE   : INT '.' INT | DATE ' ' CLOCK | CLOCK ;
fragment CLOCK   : INT ':' D D ':' D D '.' INT ;
fragment DATE    : D D D D [-/] D D [-/] D D ;
fragment ADDRESS : [0-9A-Za-z*] [0-9A-Za-z.:_*-]* ;
fragment NAME    : [A-Za-z0-9_] [A-Za-z0-9_./-]* ;
fragment ARROW   : '->' | '\u00e2\u0086\u0092' ;
fragment MONTH   : [A-Z] [a-z] [a-z] ;
fragment BLANKS  : [ \t]+ ;
fragment INT     : D+ ;
fragment H       : [0-9a-f] ;
fragment D       : [0-9] ;
