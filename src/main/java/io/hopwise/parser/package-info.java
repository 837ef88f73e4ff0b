/**
 * Internal: turns frames into typed entries.
 *
 * <p>{@code grammar/} is the only description of the format. {@link io.hopwise.parser.RecordReader}
 * has a record's bytes cut into tokens ({@link io.hopwise.parser.lexer}), arranged by the generated
 * parser ({@link io.hopwise.parser.grammar}) and turned into records ({@link
 * io.hopwise.parser.builder}). Where a record does not fit, {@link
 * io.hopwise.parser.FallBackToText} keeps the rest as text, or {@link
 * io.hopwise.parser.Expectations} says what was expected.
 *
 * <p>Framing asks back: where the dump of {@code -A} behind a record ends, only the record itself
 * tells. {@link io.hopwise.parser.DumpShapeReader} answers by reading the record alone ({@link
 * io.hopwise.parser.RecordReader#readAlone}), before its frame is complete.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.parser;
