/**
 * What a capture showed, kept in bounded memory: sources, connections, flows, and the TTLs seen in
 * each.
 *
 * <p>{@link io.hopwise.analysis.traffic.Recorder} is handed entries and keeps {@link
 * io.hopwise.analysis.traffic.ObservedCapture}; rules read it. Only this package changes what is
 * kept.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.traffic;
