lexer grammar TcpdumpLexer;
ANY : . ;
