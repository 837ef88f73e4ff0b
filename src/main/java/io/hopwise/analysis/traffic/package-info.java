/**
 * What passed, kept in bounded memory: sources, connections, flows, packets, and the TTLs seen in
 * each.
 *
 * <p>{@link io.hopwise.analysis.traffic.Traffic} is the way in: only through it is anything added,
 * appended or forgotten. It remembers a {@link io.hopwise.analysis.traffic.Source} for every
 * address and a {@link io.hopwise.analysis.traffic.Connection} for every two ends, with a {@link
 * io.hopwise.analysis.traffic.Flow} for each direction.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.traffic;
