/**
 * Internal: cuts text into frames. A frame is the lines of one record, one message of tcpdump's, or
 * a line that is neither.
 *
 * <p>{@link io.hopwise.framing.RecordFramer} is the way in. {@link io.hopwise.framing.LineKinds}
 * tells it what a line is, {@link io.hopwise.framing.DumpShapes} how many bytes the dump behind a
 * record has; both are answered by {@link io.hopwise.parser} from the grammar.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.framing;
