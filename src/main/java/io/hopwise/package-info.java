/**
 * The front door: reads the text tcpdump prints and says who really sent each packet.
 *
 * <p>One record:
 *
 * <pre>{@code
 * Entry entry = Hopwise.parse("IP 192.0.2.1.22 > 192.0.2.2.51000: Flags [R], seq 1, win 0, length 0");
 * }</pre>
 *
 * <p>Many, lazily, in memory that does not grow with the input. An entry is a packet, another
 * record, a notice of tcpdump's, or a reject; the raw texts of all entries, joined, are the input:
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
 * report.findings().forEach(finding -> System.out.println(finding.says()));
 * }</pre>
 *
 * <p>From here: {@link io.hopwise.packet} has the records, {@link io.hopwise.analysis} the rules
 * and what they find, {@link io.hopwise.render} the way back to text, {@link io.hopwise.testing}
 * what tests need.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise;
