/**
 * What became of each connection: opened, refused, rejected or unanswered, how it ended, by whom
 * and from how far away.
 *
 * <p>A {@link io.hopwise.connections.ConnectionTable} lists a {@link
 * io.hopwise.connections.ConnectionSummary} for each connection, a {@link
 * io.hopwise.connections.ServiceSum} for each server port, and a {@link
 * io.hopwise.connections.PlaceMatch} for what two captures of the same connection tell together. A
 * {@link io.hopwise.connections.PortAnswer} answers for one port. All of them are plain data:
 * {@code io.hopwise.connections.tracking} makes them.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.connections;
