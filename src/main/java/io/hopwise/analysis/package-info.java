/**
 * Says who really sent each packet.
 *
 * <p>An IP header carries a claim, the source address, and a measurement, the TTL, one less for
 * every router passed. An {@link io.hopwise.analysis.Analyzer} is handed the entries of a capture
 * one at a time, remembers per source and per flow which TTLs were seen ({@link
 * io.hopwise.analysis.capture.ObservedCapture}), and asks its {@link io.hopwise.analysis.Rule}s
 * about the packets that do not fit. It reports each {@link io.hopwise.analysis.Finding} at once,
 * and a {@link io.hopwise.analysis.Report} at the end.
 *
 * <p>The rules that come with the library are in {@link io.hopwise.analysis.rules}.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis;
