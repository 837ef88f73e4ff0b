/**
 * Internal: cuts text into frames. A frame is the lines of one record, one message of tcpdump's, or
 * a line that is neither.
 *
 * <p>{@link io.hopwise.framing.RecordFramer} is the entry point. {@link
 * io.hopwise.framing.LineKinds} classifies lines for it, and {@link io.hopwise.framing.DumpShapes}
 * tells how many bytes the dump after a record has; {@code io.hopwise.parser} implements both from
 * the grammar. Therefore a record with a dump of {@code -A} is parsed twice: first {@link
 * io.hopwise.parser.DumpShapeReader} reads it alone, with {@link
 * io.hopwise.parser.RecordReader#readAlone}, to find the end of the dump; then the whole frame is
 * read like any other.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.framing;
