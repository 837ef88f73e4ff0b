/**
 * The entry point: reads the text tcpdump prints and says who really sent each packet.
 *
 * <p>One record:
 *
 * <pre>{@code
 * Entry entry = Hopwise.parse("IP 192.0.2.1.22 > 192.0.2.2.51000: Flags [R], seq 1, win 0, length 0");
 * }</pre>
 *
 * <p>Many records, lazily and in constant memory. An entry is a packet, another record, a notice of
 * tcpdump's, or a reject; the raw texts of all entries, joined, are the input again:
 *
 * <pre>{@code
 * try (CaptureReader capture = Hopwise.read(Path.of("capture.txt"))) {
 *   while (capture.hasNext()) {
 *     if (capture.next() instanceof Packet packet) {
 *       System.out.println(packet.ip().src() + " " + packet.ip().ttl());
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>And who sent what:
 *
 * <pre>{@code
 * Report report = Hopwise.analyze(Path.of("capture.txt"));
 * report.findings().forEach(System.out::println); // text from the wire is escaped
 * }</pre>
 *
 * <p>Where to go from here: {@link io.hopwise.packet} has the records, {@link io.hopwise.analysis}
 * the rules and their findings, {@link io.hopwise.render} turns packets back into text, and {@link
 * io.hopwise.testing} has assertions for tests.
 *
 * <p>Threads: records, findings, reports, settings and rules are immutable and for any thread. What
 * reads, analyses or writes is for one thread at a time, unless its class says otherwise.
 *
 * <p>Ownership: a reader owns the input it was given and closes it with itself; {@link
 * io.hopwise.CaptureFrames} does not. A writer of entries closes its output; what writes one report
 * leaves it open.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise;
