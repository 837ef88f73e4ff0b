/**
 * Internal: turns frames into typed entries.
 *
 * <p>{@code grammar/} is the only description of the format. {@link io.hopwise.parser.RecordReader}
 * cuts a record's bytes into tokens ({@code io.hopwise.parser.lexer}), arranges them with the
 * generated parser ({@code io.hopwise.parser.grammar}) and turns the result into typed records
 * ({@code io.hopwise.parser.builder}). If a record does not match the grammar, {@link
 * io.hopwise.parser.FallBackToText} keeps the rest as text, or {@link
 * io.hopwise.parser.Expectations} says what was expected.
 *
 * <p>Framing depends on the parser in one point: only the record itself tells where the dump of
 * {@code -A} after it ends. {@link io.hopwise.parser.DumpShapeReader} answers that by reading the
 * record alone ({@link io.hopwise.parser.RecordReader#readAlone}), before its frame is complete.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser;
