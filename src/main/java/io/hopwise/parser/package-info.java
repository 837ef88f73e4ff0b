/**
 * Internal: from the bytes of a record, through the ANTLR grammar, to a typed entry.
 *
 * <p>{@code grammar/} is the only description of the format. What is here runs it fast: {@link
 * io.hopwise.parser.LexerTable} is ANTLR's own lexer automaton written out as arrays, {@link
 * io.hopwise.parser.RecordTokens} cuts tokens with it, the generated parser (above {@link
 * io.hopwise.parser.RecordParser}) arranges them, and one builder per protocol turns the labelled
 * contexts into records.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser;
