/**
 * Internal: cuts text into frames. A frame is the lines of one record, one message of tcpdump's, or
 * a line that is neither.
 *
 * <p>{@link io.hopwise.framing.RecordFramer} is the way in. {@link io.hopwise.framing.LineKinds}
 * tells it what a line is, {@link io.hopwise.framing.DumpShapes} how many bytes the dump behind a
 * record has; both are answered by {@link io.hopwise.parser} from the grammar. So a record with a
 * dump of {@code -A} is parsed twice: {@link io.hopwise.parser.DumpShapeReader} reads it alone,
 * with {@link io.hopwise.parser.RecordReader#readAlone}, to tell where its dump ends, and once the
 * frame is whole it is read as any other.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.framing;
