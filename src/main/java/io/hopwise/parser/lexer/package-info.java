/**
 * Internal: cuts a record into tokens.
 *
 * <p>{@link io.hopwise.parser.lexer.LexerTable} is ANTLR's own lexer automaton as arrays, and
 * {@link io.hopwise.parser.lexer.RecordTokens} walks it. {@link
 * io.hopwise.parser.lexer.PatternCache} and {@link io.hopwise.parser.lexer.PrefixTree} remember
 * token sequences cut before, so that a record like an earlier one is cut faster.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser.lexer;
