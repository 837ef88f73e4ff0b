/**
 * Follows each connection while a capture is read, and sums up what became of it.
 *
 * <p>A {@link io.hopwise.connections.tracking.ConnectionLog} gets the packets in their order and
 * collects facts of each connection, to which later packets only add. The facts are summed up when
 * a table is asked for, or when the connection is forgotten: memory is bounded, and what was
 * forgotten is counted and never called unanswered.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.connections.tracking;
