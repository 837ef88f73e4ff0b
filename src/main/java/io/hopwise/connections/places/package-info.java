/**
 * Internal: compares what captures of several places saw of the same connection, to say where a
 * packet was lost or an answer made.
 *
 * <p>{@link io.hopwise.connections.places.PlaceMatches} is the entry point. {@code SameConnections}
 * finds the same connection in two captures, {@code PlaceOrder} says which place is nearer to the
 * client, {@code ServersSeen} whether a place would have seen the connection at all, and {@code
 * LastRouters} how far packets to the server came.
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.connections.places;
