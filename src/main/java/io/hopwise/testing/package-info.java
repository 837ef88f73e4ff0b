/**
 * Assertions on captures for JUnit tests: a failure shows the packets.
 *
 * <p>Your project must have AssertJ and JUnit Jupiter on its test class path; no other package of
 * Hopwise needs them. Four examples, from simple to advanced:
 *
 * <p>A recorded capture, as a file beside the test:
 *
 * <pre>{@code
 * @Test
 * void nothingIsReset(@Capture("ssh.txt") PacketCapture capture) {
 *   assertThat(capture).hasNoRejects().doesNotContain(rst());
 * }
 * }</pre>
 *
 * <p>What passed between two ends, step by step; a failure shows the first step that differs:
 *
 * <pre>{@code
 * assertThat(capture)
 *     .inFlow("10.9.1.1:55538", "10.9.4.2:22")
 *     .next(syn())
 *     .next(synAck()).within(Duration.ofMillis(50))
 *     .eventually(fin());
 * }</pre>
 *
 * <p>Who really sent a packet, by its TTL:
 *
 * <pre>{@code
 * assertThat(capture).hasFinding("forged-reset").onLine(3).withDistances(1, 3);
 * }</pre>
 *
 * <p>A live capture of what the test does:
 *
 * <pre>{@code
 * try (TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port " + port)) {
 *   client.send(request, BodyHandlers.ofString());
 *   assertThat(live.stop()).doesNotContain(rst());
 * }
 * }</pre>
 *
 * <p>Made captures come from {@link io.hopwise.testing.packets.Packets}, {@link
 * io.hopwise.testing.packets.Conversation} and {@link io.hopwise.testing.packets.CaptureBuilder},
 * and random ones from {@link io.hopwise.testing.packets.RandomPackets}.
 *
 * <p>Stable API.
 *
 * @see io.hopwise.testing.HopwiseAssertions
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing;
