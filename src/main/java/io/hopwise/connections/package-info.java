/**
 * What became of each connection: opened, refused, rejected or unanswered, how it ended, by whom
 * and from how far away.
 *
 * <p>A {@link io.hopwise.connections.ConnectionTracker} is told of packets in their order and keeps
 * facts of each connection that only grow; a {@link io.hopwise.connections.ConnectionSummary} says
 * what they come to. What is remembered is bounded: what was forgotten is summed up at that moment,
 * counted, and never called unanswered.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.connections;
