/*
 * The lines that stand around tcpdump's output where people paste it: prompts, what was typed behind
 * them, and what shells, containers and remote machines say. Asked only of lines that TcpdumpLines
 * does not know; a token has to take the whole line (a prompt: its beginning).
 *
 * The input is bytes, each taken as one character (ISO-8859-1), without the line end and the blanks
 * before it.
 */
lexer grammar SurroundingLines;

// ---- Prompts -------------------------------------------------------------------------------------------------

// user@host:~$   [root@host ~]#   host:dir user$   user@Mac ~ %   / #   sh-4.4#   PS C:\>   user@router>
// [2.7.2-RELEASE][root@fw]/root:   [root@esx1:~]   42 host:/root#   user@host [~]#
PROMPT   : ENVIRONMENT? ( (USER | 'I have no name!') '@' HOST ('(' ~[)\r\n]* ')')* (':' ~[ \t\r\n]*)? (' ' (PATH | NAME))? (' (' ~[)\r\n]* ')' | ' [' ~[\]\r\n]* ']')? ' '? MARK
                        | '[' ~[\]\r\n]+ '][' USER '@' HOST ']' PATH ':' | '[' USER '@' HOST ':' PATH ']' | INT ' ' NAME ':' PATH MARK
                        | '[' ~[\]\r\n]* '@' ~[\]\r\n]+ ']' (' '? (PATH | NAME))? ' '? MARK | '[' NAME ':' ' '? (PATH | NAME) ']' ' '? MARK
                        | USER '@' ('(' ~[)\r\n]* ')')+ MARK
                        | NAME ':' (PATH | NAME) ' ' USER [#$%] | NAME ':' PATH ' '? MARK | NAME ' ' PATH ' ' [#$%] | PATH ' '? [#$]
                        | '-'? ('sh' | 'bash' | 'ash' | 'zsh' | 'ksh') '-' INT '.' INT [a-z]* [#$] )
         | ('[' NAME ']: ')? 'PS ' ([A-Za-z] ':\\' | [/~]) ~[>\r\n]* '>' | [A-Za-z] ':\\' ~[<>:"|?*\r\n]* '>'
         | ('\u00e2\u0094\u0094' | '\u00e2\u0095\u00b0') ('\u00e2\u0094\u0080')+ (MARK | '\u00e2\u009e\u00a4') ;

// $   #   router#   switch(config)#   FGT #   <name>   gw1:0>   host{42}#   ~ (arrow)   (a prompt only if a command follows)
MARK_ONLY : MARK | '-> %' | (PATH ' ')? ARROW (' '+ PATH)? | NAME (' '? '(' ~[)\r\n]* ')' | ':' INT | '{' INT '}')? ' '? MARK | '<' NAME '>' ;

// Jun 10 06:13:20.123456                        (no surrounding line, but the head of a record: OpenBSD's -ttt)
DATED_HEAD : MONTH ' ' ' '? INT ' ' INT ':' INT ':' INT '.' INT ' ' ;

// ---- What is typed after a prompt ------------------------------------------------------------------------

mode TYPED;

// tcpdump -n   kubectl exec -it pod -- tcpdump -n   monitor traffic interface ge-0/0/0
TCPDUMP_COMMAND : (WRAPPER ' ' (~[\r\n]* [ '"|;&(])? | ASSIGNMENT+)? TCPDUMP (' ' ~[\r\n]*)?
                | ('cat ' | 'pktcap-uw ') ~[|\r\n]+ '| ' TCPDUMP (' ' ~[\r\n]*)? | 'run '? 'monitor traffic' (' ' ~[\r\n]*)? | 'view-pcap ' ~[\r\n]* ;
OTHER_COMMAND   : SUDO? PROGRAM ([ ;|&] ~[\r\n]*)? | [A-Za-z0-9_.~-]* '/' [A-Za-z0-9_./-]+ (' ' ~[\r\n]*)? ;

// ---- The same without a prompt: only what begins a longer command, and options after it --------------------

mode BARE;

BARE_COMMAND    : (WRAPPER ' ' (~[\r\n]* [ '"|;&(])? | ASSIGNMENT+ | [A-Za-z0-9_.~-]* '/' [A-Za-z0-9_./-]* '/' )
                  'tcpdump' (' ' ~[\r\n]*)? ' -' [A-Za-z#-] ~[\r\n]*
                | TCPDUMP ' -' [A-Za-z#-] ~[\r\n]* | 'cat ' ~[|\r\n]+ '| ' TCPDUMP ' -' ~[\r\n]* | 'tcpdump ' ('host' | 'port' | 'net' | 'icmp' | 'src' | 'dst') ' ' [a-z0-9.:]+ (' ' ('and' | 'or' | 'port' | 'host') ' ' ~[\r\n]*)?
                | 'monitor traffic ' ('interface' | 'matching' | 'no-resolve' | 'detail' | 'extensive' | 'size' | 'count') ' ' ~[\r\n]* ;

// ---- Where something was left out, or is set off ------------------------------------------------------------

mode MARKS;

// [...]   … ( ... )   <snip>   --- 8< ---   [12 packets omitted]   <U+4E2D U+7565>   --   (what grep -C prints between groups)
ELLIPSIS : OPENING? DOTS (' '* CUT_WORDS)? (' '* DOTS)? CLOSING?
         | OPENING DOTS ' '? (INT | 'some' | 'more' | 'many') (' ' [a-z]+)+ ' '? DOTS? CLOSING | OPENING CUT_WORDS ', ' [a-z0-9 ]+ CLOSING | OPENING CUT_WORDS (' ' INT)? (' ' [a-z]+)+ CLOSING
         | OPENING ((INT | 'some' | 'more' | 'many') ' ')? ([a-z]+ ' ')? CUT_WORDS (' ' [a-z]+)* CLOSING
         | DASHES CUT_WORDS DASHES? | CUT_WORDS DOTS | ('etc' | 'usw' | 'u.s.w' | 'etcetera') '.'? | '--' | '-'* ' '? (INT ' ' [a-z]+ ' ' CUT_WORDS) (' ' '-'+)?
         | [-=~ ]* ('8<' | '>8' | '%<' | '\u00e2\u009c\u0082' ('\u00ef\u00b8\u008f')?) [-=~ 8<>]* ([A-Za-z]+ [-=~ 8<>]*)?
         | DOTS ' '? [([<]? [A-Za-z0-9] [A-Za-z0-9 ,'-]* [)\]>]? ' '? DOTS | '\u00e2\u008b\u00ae' | '.' | ':' | OPENING? CUT_CJK CLOSING? ;

// ```console   [code]   {noformat}   <pre>   -----   $                                (marks without words)
FENCE    : ('```' | '~~~') [A-Za-z0-9_+{}. -]* | '[' '/'? ('code' | 'pre' | 'quote' | 'tt' | 'spoiler') ('=' ~[\]\r\n]*)? ']'
         | '{' ('code' | 'noformat' | 'quote' | 'panel') (':' ~[}\r\n]*)? '}' | ('<' '/'? ('pre' | 'code' | 'tt' | 'samp' | 'blockquote' | 'details' | 'p' | 'br' | 'div' | 'span') ' '? '/'? '>')+
         | '.. code' '-block'? '::' ~[\r\n]* | ('-' | '=' | '*' | '_' | '~' | '+' | '#' | ' ')* [-=*_~+#] | [$%>|] | '`' | [!?]+ | '^' '^'+ ;

// On Mon, 10 Jun 2024 08:13:20 +0200 Bob <bob@example.net> wrote:   Subject: Re: reset   (what a mail says of another one)
MAIL     : ~[\r\n]+ (' wrote:' | ' writes:' | ' a \u00c3\u00a9crit' ' '? ':' | ' escribi\u00c3\u00b3:' | ' ha scritto:' | ' schreef:')
         | ('Am ' | 'On ' | 'Le ') ~[\r\n]+ ' schrieb ' ~[:\r\n]+ ':' | INT '-' INT '-' INT ~[\r\n]+ '<' ~[<>@ \r\n]+ '@' ~[<>@ \r\n]+ '>:'
         | ('From' | 'To' | 'Cc' | 'Sent' | 'Date' | 'Subject' | 'Reply-To' | 'Message-I' [Dd] | 'Von' | 'An' | 'Gesendet' | 'Datum' | 'Betreff') ': ' ~[\r\n]+ ;

// The first of two lines of a prompt: a box corner (U+250C U+2500), then (user@host)-[~]
BOX      : USER '@' HOST (' [' ~[\]\r\n]+ ']')+
         | USER '@' HOST ' ' ('MINGW' | 'MSYS' | 'UCRT' | 'CLANG') INT? ' ' ~[\r\n]+
         | '\u00e2\u0094\u008c' ('\u00e2\u0094\u0080')+ ~[\r\n]+ | '\u00e2\u0095\u00ad' ('\u00e2\u0094\u0080')+ ~[\r\n]+ ;

// ---- What programs say ---------------------------------------------------------------------------------------

mode SAID;

// Messages of kubectl, docker, ssh, sudo, shells and firewalls' command lines.
CHATTER  : ( 'Defaulted container ' | 'Defaulting container name to ' | 'Defaulting debug container name to ' | 'Targeting container ' | 'Creating debugging pod '
           | 'Use \'kubectl ' | 'If you don\'t see a command prompt' | 'Unable to use a TTY' | 'Warning: container ' | 'error: ' | 'Error from server' | 'Error: ' | 'Error response from daemon: '
           | 'command terminated with ' | 'pod "' | 'pod/' | 'the input device is not a TTY' | 'OCI runtime ' | 'Unable to find image ' | 'Handling connection for ' | 'Forwarding from '
           | '(Promiscuous mode not supported' | '(No such device' | '(That device ' | '(No privilege ' | '(Attempt to create packet socket failed'
           | ('failed' | 'Failed') ' to resize tty' | 'Password' (' for ' | ':') | 'password' (' for ' ~[\r\n:]* ':' | ':') | '[sudo' | 'doas ' | 'sudo: ' | 'Sorry, try again' | 'Enter passphrase ' | USER ('@' HOST)? '\'s password:'
           | '(' USER ') Password' | 'We trust you have received the usual lecture' | 'Last login: ' | 'Last failed login: ' | 'Welcome to ' | 'The authenticity of host ' | 'Are you sure you want to continue connecting'
           | 'Permanently added ' | 'ECDSA key fingerprint ' | 'ED25519 key fingerprint ' | 'RSA key fingerprint ' | 'This key is not known by any other names' | 'Pseudo-terminal will not be allocated'
           | 'Connection to ' | 'Shared connection to ' | 'Connection closed' | 'Connection reset by ' | 'packet_write_wait: ' | 'client_loop: ' | 'X11 forwarding ' | 'channel ' INT ': open failed' | 'mux_client'
           | 'You have new mail' | 'You have mail' | 'Script started' | 'Script done' | 'nohup: ' | 'timeout: ' | 'Press any key' | 'Press Ctrl' | 'Press ^C' | '--More--' | '--More ' | '---(more' | '-- More --' | '(END)' | '(more)' | 'lines ' INT '-' INT
           | 'Trying ' | 'Escape character is '
           | ('-'? ('bash' | 'sh' | 'zsh' | 'ash' | 'ksh' | 'fish') | '/bin/sh' | '/bin/bash') ': ' ~[\r\n]* ('not found' | 'ermission denied' | 'o such file or directory' | 'no job control in this shell' | 'cannot set terminal process group' ) | 'Command \'tcpdump\' not found' | '-'? 'bash: cannot set terminal process group'
           | 'Terminated' | 'Killed' | 'logout' | 'exit' | 'User defined signal ' | 'Starting pod/' | 'Removing debug pod' | 'To use host binaries, run ' | 'Pod IP: ' | NAME ': Pulling from ' | 'Digest: sha256:' | 'Status: ' ('Downloaded ' | 'Image ') | NAME ': ' ('Pulling fs layer' | 'Waiting' | 'Download complete' | 'Verifying Checksum' | 'Pull complete' | 'Already exists')
           | '[' INT ']' [+-]? ' '+ ('Done' | 'Stopped' | 'Running' | 'Terminated' | 'Killed' | 'Exit ' | 'Interrupt') | '[' INT '] ' INT
           | ('real' | 'user' | 'sys') [\t ]+ INT 'm' INT | 'pcap_' | 'libibverbs: ' | 'dumpcap: '
           | 'verbose output suppressed, use ' | 'Address resolution ' | 'Reverse lookup for ' | 'Other reverse lookup failures ' | 'Use <no-resolve> ' | 'Listening on ' | '{' ('master' | 'primary' | 'secondary' | 'backup' | 'linecard' | 'node') (':' ~[}\r\n]*)? '}' | '[edit' | 'Entering configuration mode' | 'Exiting configuration mode'
           | 'tcpdump' [a-z0-9._-]* ': ' | [A-Za-z]? ':'? [\\/A-Za-z0-9_.~-]* [\\/] [Tt] 'cpdump' ('.exe')? ': '
           | [Ww] 'in' [Dd] 'ump' ('.exe')? ': ' | [A-Za-z] ':\\' ~[:\r\n]* ('indump' | 'inDump') ('.exe')? ': '
           | INT ' packet' 's'? ' captured' ('^C' | ', ')
           | INT ' packets ' ('sniffed' | 'transmitted') | INT ' packets received by filter' ~[\r\n]*
           ) ~[\r\n]* ;

// Wed Jun 10 06:13:20 UTC 2024   2024-06-10 06:13   10.06.2024 08:13:20              (what date prints, or a person writes)
DATE     : [A-Z] [a-z] [a-z] ' ' MONTH ' '+ INT ' ' INT ':' INT ':' INT (' ' [AP] 'M')? ' ' [A-Z0-9+-]+ ' ' INT | (YEAR '-' TWO '-' TWO | TWO [./] TWO [./] YEAR) (' ' TWO ':' TWO (':' TWO)?)? ;

// ---- What programs print that people run beside a capture ------------------------------------------------------
// Each takes a whole line, and words that no record has, so that the remains of one are not taken for it.

mode PRINTED;

// 64 bytes from 192.0.2.1: icmp_seq=1 ttl=61 time=0.5 ms   --- host ping statistics ---   Reply from 192.0.2.1: bytes=32 time<1ms TTL=61
PING       : 'PING ' ~[\r\n]+ ' bytes' (' of data.')? | 'PING ' ~[\r\n]+ ' data bytes' | INT ' bytes from ' ~[\r\n]+ ': ' ~[:\r\n]* ('seq' | 'time') [=<] ~[\r\n]+ | '--- ' ~[\r\n]+ ' statistics ---'
           | INT ' packets transmitted, ' ~[\r\n]+ | ('rtt' | 'round-trip') ' min/avg/max' ~[\r\n]+ | 'From ' ~[\r\n]+ (' icmp_seq=' | ': icmp_seq=') ~[\r\n]+ | 'Request timeout for icmp_seq ' INT
           | 'Request timed out.' | 'Pinging ' ~[\r\n]+ ' bytes of data:' | 'Reply from ' ~[\r\n]+ ': ' ('bytes=' ~[\r\n]+ | 'Destination ' [a-z]+ ' unreachable.') | 'Ping statistics for ' ~[\r\n]+ ':' | 'Packets: Sent = ' ~[\r\n]+ | 'Approximate round trip times ' ~[\r\n]+ | 'Minimum = ' ~[\r\n]+ ;

// traceroute to 192.0.2.9 (192.0.2.9), 30 hops max   1  192.0.2.1 (192.0.2.1)  0.5 ms  0.4 ms *
TRACEROUTE : 'tracer' ('oute' | 't') '6'? ' to ' ~[\r\n]+ ' hops ' ~[\r\n]+ | 'Tracing route to ' ~[\r\n]+ | 'over a maximum of ' INT ' hops' ~[\r\n]* | 'Trace complete.' | INT ':'? (' '+ HOP)+ ;

// LISTEN 0 128 0.0.0.0:22 0.0.0.0:*   tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN
SOCKETS    : ('tcp' | 'udp' | 'raw' | 'u_str') [46L]? [ \t]+ STATE [ \t]+ INT [ \t]+ INT [ \t]+ ~[\r\n]+ | STATE [ \t]+ INT [ \t]+ INT [ \t]+ ~[\r\n]+ | ('tcp' | 'udp' | 'raw') [46]* [ \t]+ INT [ \t]+ INT [ \t]+ SOCKET [ \t]+ SOCKET ~[\r\n]*
           | 'Active Internet connections' ~[\r\n]* | 'Proto ' ' '* 'Recv-Q' ~[\r\n]+ | 'Netid ' ' '* 'State' ~[\r\n]+ | 'State ' ' '* 'Recv-Q' ~[\r\n]+ ;

// -A INPUT -p tcp --dport 22 -j DROP   Chain INPUT (policy ACCEPT)   0  0 DROP  tcp  --  *  *  0.0.0.0/0  0.0.0.0/0  tcp dpt:22
RULES      : '-' [APNID] ' ' NAME (' ' ('-' | 'ACCEPT' | 'DROP') ~[\r\n]*)? | 'ip' '6'? 'tables' ('-legacy' | '-nft')? ' -' ~[\r\n]+ | 'Chain ' NAME ' (' ('policy ' | INT ' references') ~[\r\n]+ | 'pkts' ' '+ 'bytes target ' ~[\r\n]+ | 'target ' ' '+ 'prot opt ' ~[\r\n]+
           | ('num ' ' '*)? (INT ' '+)? (COUNT ' '+ COUNT ' '+)? ('ACCEPT' | 'DROP' | 'REJECT' | 'LOG' | 'RETURN' | 'MASQUERADE' | 'SNAT' | 'DNAT' | 'REDIRECT' | NAME) ' '+ ('tcp' | 'udp' | 'icmp' | 'icmpv6' | 'ipv6-icmp' | 'all' | 'esp' | 'gre' | INT) ' '+ ('--' | '-f') ' '+ ~[\r\n]+
           | '*' ('filter' | 'nat' | 'mangle' | 'raw' | 'security') | ':' [A-Z] [A-Za-z0-9_-]* ' ' ('ACCEPT' | 'DROP' | '-') ' [' INT ':' INT ']' | 'COMMIT' | 'Status: ' ('in')? 'active'
           | 'table ' [a-z0-9]+ ' ' NAME ' {' | 'chain ' NAME ' {' | 'type ' ('filter' | 'nat' | 'route') ' hook ' ~[\r\n]+ ;

// ssh: connect to host 192.0.2.9 port 22: Connection refused   curl: (7) Failed to connect ...   * Trying 192.0.2.9:80...
CLIENT     : ('ssh' | 'ssh_exchange_identification' | 'kex_exchange_identification' | 'nc' | 'ncat' | 'Ncat' | 'netcat' | 'telnet' | 'wget' | 'scp' | 'ftp' | 'ping' '6'? | 'psql' | 'mysql' | 'openssl') ': ' ~[\r\n]+ | 'curl: (' INT ') ' ~[\r\n]+
           | '* ' ' '* ('Trying ' | 'Connected to ' | 'connect to ' | 'Connection ' | 'Failed to connect ' | 'TCP_NODELAY ' | 'Rebuilt URL ' | 'Closing connection ' | 'Recv failure: ' | 'Immediate connect fail ' | 'Could not resolve ' | 'Host ' | 'IPv' INT ': ' | 'ALPN' | 'SSL ' | 'TLSv' | 'using HTTP/' | 'Empty reply ' | 'Request completely ' | 'Mark bundle ' | 'About to connect() to ' | 'Operation timed out ') ~[\r\n]*
           | 'Connected to ' ~[\r\n]+ '.' | 'Connecting to ' ~[\r\n]+ ('... ' ~[\r\n]* | '|:' INT '...' ~[\r\n]*) ;

// 2: eth0: <BROADCAST,UP> mtu 1500   inet 192.0.2.1/24 brd ...   default via 192.0.2.254 dev eth0
ADDRESSES  : INT ': ' IFNAME ': <' [A-Z_,-]+ '> mtu ' ~[\r\n]+ | IFNAME ':'? ' '+ ('flags=' INT ('<' [A-Z,]* '>')? ~[\r\n]* | 'Link encap:' ~[\r\n]+) | ('inet' | 'inet6') ' ' ('addr:' ' '?)? [0-9a-f] [0-9.:/%a-z]* (' ' ~[\r\n]*)? | ('link/' [a-z0-9]+ | 'ether') ' ' ~[\r\n]+ | 'valid_lft ' ~[\r\n]+
           | [RT] 'X ' ('packets' | 'errors' | 'bytes') [ :] ~[\r\n]+ | 'UP ' [A-Z ]+ ' MTU:' ~[\r\n]+ | 'collisions:' ~[\r\n]+ | 'default ' ('via ' | 'dev ') ~[\r\n]+ | QUAD ('/' INT)? ' ' ('dev ' | 'via ') NAME ~[\r\n]* | QUAD ' '+ QUAD ' '+ QUAD ' '+ [UGHRDMAC!]+ ' '+ INT ' '+ ~[\r\n]+ | 'Kernel IP' 'v6'? ' routing table' | 'Destination ' ' '* 'Gateway ' ~[\r\n]+ ;

// Nmap scan report for 192.0.2.9   22/tcp open ssh   ;; ANSWER SECTION:
SCANS      : ('Starting Nmap ' | 'Nmap scan report for ' | 'Host is up' | 'Not shown: ' | 'Nmap done: ' | 'Host seems down') ~[\r\n]* | 'PORT ' ' '* 'STATE ' ~[\r\n]+ | INT '/' ('tcp' | 'udp') ' '+ ('open' | 'closed' | 'filtered' | 'unfiltered' | 'open|filtered') (' ' ~[\r\n]*)? | ';; ' ~[\r\n]+ | '; <<>> DiG ' ~[\r\n]+ ;

// ---- Parts of tokens -----------------------------------------------------------------------------------------

fragment USER    : [A-Za-z0-9_] [A-Za-z0-9_.-]* '$'? ;
fragment HOST    : [A-Za-z0-9_] [A-Za-z0-9_.-]* ;
fragment NAME    : [A-Za-z0-9_] [A-Za-z0-9_.-]* ;
fragment PATH    : [~/] ~[ \t\r\n#$%>]* ;
fragment MARK    : [#$%>] ;
fragment ENVIRONMENT : '(' [A-Za-z0-9_.-]+ ') ' | '[' INT ':' INT (':' INT)? '] ' ;
fragment ARROW   : '\u00e2\u009d\u00af' | '\u00e2\u009e\u009c' | '\u00ce\u00bb' | '\u00c2\u00bb' | '\u00e2\u0096\u00b6' ;  // U+276F U+279C U+03BB U+00BB U+25B6
fragment DOTS    : '.' ' '? '.' (' '? '.')* | '\u00e2\u0080\u00a6'+ | '\u00e3\u0080\u0082' '\u00e3\u0080\u0082'+ ;            // U+2026 U+3002
fragment DASHES  : [-=*~_ ]+ ;
fragment OPENING : [([<{*]+ ' '? | '\u00e3\u0080\u0090' | '\u00ef\u00bc\u0088' | '\u00e3\u0080\u0094' ;                      // U+3010 U+FF08 U+3014
fragment CLOSING : ' '? [)\]>}*]+ | '\u00e3\u0080\u0091' | '\u00ef\u00bc\u0089' | '\u00e3\u0080\u0095' ;
fragment CUT_WORDS : [Ss] 'nip' ('ped' | 'pet')? | 'SNIP' | [Cc] 'ut' (' here')? | 'CUT' | [Tt] 'runcated' | [Oo] 'mitted' | [Ss] 'kip' 'ped'? | [Rr] 'emoved' | [Ee] 'lided' | [Rr] 'edacted' | [Tt] 'rimmed' | [Dd] 'eleted' | [Cc] 'lipped'
                 | [Aa] 'bbreviated' | [Ss] 'hortened' | 'more' (' ' [a-z]+)? | 'etc' '.'? | 'gek\u00c3\u00bcrzt' | 'Auszug' | 'coup\u00c3\u00a9' | 'recortado' | 'output omitted' | 'and so on' | 'repeat' ('s' | 'ed') ;
fragment CUT_CJK : ('\u00e4\u00b8\u00ad' | '\u00e4\u00bb\u00a5\u00e4\u00b8\u008b' | '\u00e5\u0089\u008d' | '\u00e5\u00be\u008c' | '\u00e4\u00bb\u00a5\u00e4\u00b8\u008a')? '\u00e7\u0095\u00a5'
                 | ('\u00e4\u00bb\u00a5\u00e4\u00b8\u008b' | '\u00e4\u00b8\u00ad\u00e9\u0097\u00b4' | '\u00e9\u0083\u00a8\u00e5\u0088\u0086')? '\u00e7\u009c\u0081\u00e7\u0095\u00a5' ;      // U+4E2D U+7565; U+7701 U+7565
fragment SUDO    : ('sudo' | 'doas') ' ' ('-' ~[ \r\n]+ ' ')* ;
fragment ASSIGNMENT : [A-Z_]+ '=' ~[ \r\n]* ' ' ;
fragment TCPDUMP : ([A-Za-z0-9_.~:-]* [/\\] [A-Za-z0-9_./\\ -]* [/\\] | [A-Za-z0-9_.~-]* [/\\])? ('tcpdump' ('64' | '-uw' | '.exe')? | [Ww] 'in' [Dd] 'ump' ('.exe')?) ;
fragment WRAPPER : ('sudo' | 'doas' | 'su' | 'ssh' | 'sshpass' | 'timeout' | 'gtimeout' | 'stdbuf' | 'nohup' | 'nice' | 'ionice' | 'chrt' | 'env' | 'unbuffer' | 'script' | 'time' | 'watch' | 'exec' | 'while' | 'until' | 'for' | 'nsenter' | 'chroot' | 'setpriv' | 'runuser'
                 | 'unshare' | 'cd' | 'strace' | 'bash' | 'sh' | 'run' | 'adb' | 'lxc-attach' | 'systemd-run' | 'ip net' ('ns' | 'n') ' exec' | 'ip vrf exec' | 'ip -n' | ('lxc' | 'incus' | 'pct') ' exec' | 'vagrant ssh' | 'kubectl sniff'
                 | ('kubectl' | 'oc' | 'docker' | 'podman' | 'nerdctl' | 'crictl' | 'k' | 'k3s kubectl' | 'microk8s kubectl' | 'docker-compose' | 'docker compose' | 'kubectl-debug') ' ' (~[\r\n]* ' ')? ('exec' | 'run' | 'debug' | 'shell')) ;
fragment PROGRAM : 'ls' | 'll' | 'cat' | 'zcat' | 'cd' | 'grep' | 'egrep' | 'awk' | 'sed' | 'sort' | 'ping' '6'? | 'fping' | 'traceroute' '6'? | 'tracepath' | 'mtr' | 'curl' | 'wget' | 'nc' | 'ncat' | 'netcat' | 'telnet' | 'ssh' | 'scp' | 'ip' | 'ifconfig' | 'iptables' | 'ip6tables' | 'iptables-save'
                 | 'nft' | 'ufw' | 'firewall-cmd' | 'ipset' | 'route' | 'netstat' | 'ss' | 'dig' | 'nslookup' | 'drill' | 'systemctl' | 'service' | 'journalctl' | 'docker' | 'podman' | 'kubectl' | 'oc' | 'crictl' | 'helm' | 'sysctl' | 'ethtool' | 'conntrack' | 'arp' | 'arping' | 'nmap' | 'hping3' | 'iperf' '3'?
                 | 'sudo' | 'su' | 'doas' | 'exit' | 'logout' | 'uname' | 'hostname' | 'date' | 'echo' | 'export' | 'vi' 'm'? | 'nano' | 'less' | 'head' | 'tail' | 'tee' | 'kill' 'all'? | 'pkill' | 'ps' | 'top' | 'lsof' | 'strace' | 'openssl' | 'python' '3'? | 'perl' | 'apt' '-get'? | 'yum' | 'dnf' | 'apk' | 'brew'
                 | 'tc' | 'bridge' | 'brctl' | 'wg' | 'pfctl' | 'tshark' | 'dumpcap' | 'capinfos' | 'editcap' | 'mergecap' | 'ngrep' | 'screen' | 'tmux' | 'time' | 'timeout' | 'watch' | 'nsenter' | 'fw' | 'snoop' | 'netsh' | 'pktmon' | 'pktcap-uw' | 'ethanalyzer' | 'nstcpdump.sh' | 'xl' | 'fg' | 'bg' | 'jobs' | 'history' | 'clear' | 'hopwise' | 'modprobe' | 'rm' | 'mv' | 'cp' | 'mkdir'
                 | ('show' | 'debug' | 'undebug' | 'diagnose' | 'diag' | 'get' | 'execute' | 'config' 'ure'? | 'terminal' | 'monitor' | 'display' | 'request' | 'enable' | 'conf t') ;
fragment MONTH   : 'Jan' | 'Feb' | 'Mar' | 'Apr' | 'May' | 'Jun' | 'Jul' | 'Aug' | 'Sep' | 'Oct' | 'Nov' | 'Dec' ;
fragment INT     : [0-9]+ ;
fragment TWO     : [0-9] [0-9]? ;
fragment YEAR    : [12] [0-9] [0-9] [0-9] ;
fragment QUAD    : INT '.' INT '.' INT '.' INT ;
fragment COUNT   : INT [KMGT]? ;
fragment IFNAME  : [a-z] [A-Za-z0-9_.-]* ('@' [A-Za-z0-9_.-]+)? ;
fragment SOCKET  : ('*' | [0-9a-f:.[\]]+ | ('localhost' | [a-z] [A-Za-z0-9.-]*)) ':' ('*' | [A-Za-z0-9-]+) ;
fragment STATE   : 'LISTEN' | 'ESTAB' 'LISHED'? | 'SYN-SENT' | 'SYN-RECV' | 'SYN_SENT' | 'SYN_RECV' | 'TIME-WAIT' | 'CLOSE-WAIT' | 'FIN-WAIT-' [12] | 'LAST-ACK' | 'CLOSING' | 'UNCONN' ;
fragment HOP     : '*' | '!' [A-Z]? | '<'? INT ('.' INT)? ' ms' | NAME ' (' [0-9a-f.:]+ ')' | QUAD | [0-9a-f]+ (':' [0-9a-f]*)+ | '[AS' [0-9/AS]+ ']' | 'Request timed out.' ;
