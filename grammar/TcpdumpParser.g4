parser grammar TcpdumpParser;
options { tokenVocab = TcpdumpLexer; }
record : ANY* EOF ;
