/*
 * The filter of a tcpdump command line, the words that are neither its options nor their values, with one blank between
 * them: see pcap-filter(7). What is read of it is how its primitives are joined, the ports they name, and what tells one
 * way of a connection from the other. LL(1): the next token always decides.
 */
grammar CaptureFilter;

// tcp port 80 or (udp and not port 53)
filter
    : all=expression? EOF
    ;

// `and` and `or` bind alike, from left to right:     host 192.0.2.1 and port 80 or icmp
expression
    : first=term rest+=joined*
    ;

joined
    : operator=(AND | OR) next=term
    ;

// not src net 10.0.0.0/8          tcp[tcpflags] & (tcp-syn | tcp-ack) != 0
term
    : denied+=NOT* atoms+=atom+
    ;

atom
    : PORT | WAY | NUMBER | WORD | ACCESS | OPERATOR
    | OPEN inner=expression CLOSE
    ;

AND      : 'and' | '&&' ;
OR       : 'or' | '||' ;
NOT      : 'not' | '!' ;
OPEN     : '(' ;
CLOSE    : ')' ;
PORT     : 'port' ;
WAY      : 'src' | 'dst' | 'inbound' | 'outbound' ;               // what one side sends alone
WORD_BOTH: ('src' | 'dst') ' '+ ('or' | 'and') ' '+ ('src' | 'dst') -> type(WORD) ;
NUMBER   : [0-9]+ ;
ACCESS   : '[' ~[\]\r\n]* ']' ;                                   // tcp[13], ip[2:2]
OPERATOR : '=' '='? | '!=' | '<' | '>' | '<=' | '>=' | '&' | '|' | '^' | '+' | '*' | '<<' | '>>' | '-' | '/' | '%' ;
WORD     : [A-Za-z0-9_:.*\\] [A-Za-z0-9_:./*\\-]* ;
BLANK    : [ \t]+ -> skip ;
OTHER    : . ;
