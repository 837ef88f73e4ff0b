/**
 * Captures as tests: states in JUnit what a capture must show, and fails with the packets.
 *
 * <p>Needs AssertJ and JUnit Jupiter, which the project whose tests use it brings along; nothing
 * else of Hopwise needs this package. Four steps, each a little more:
 *
 * <p>A capture that somebody took, as a file beside the test:
 *
 * <pre>{@code
 * @Test
 * void nothingIsReset(@Capture("ssh.txt") PacketCapture capture) {
 *   assertThat(capture).hasNoRejects().doesNotContain(rst());
 * }
 * }</pre>
 *
 * <p>What passed between two ends, step by step; a failure shows where it went another way:
 *
 * <pre>{@code
 * assertThat(capture)
 *     .inFlow("10.9.1.1:55538", "10.9.4.2:22")
 *     .next(syn())
 *     .next(synAck()).within(Duration.ofMillis(50))
 *     .eventually(fin());
 * }</pre>
 *
 * <p>Who really sent it, by the TTL it arrived with:
 *
 * <pre>{@code
 * assertThat(capture).hasFinding("forged-reset").onLine(3).withDistances(1, 3);
 * }</pre>
 *
 * <p>A capture taken while the test runs, of what it does:
 *
 * <pre>{@code
 * try (TcpdumpCapture live = TcpdumpCapture.start("lo", "tcp port " + port)) {
 *   client.send(request, BodyHandlers.ofString());
 *   assertThat(live.stop()).doesNotContain(rst());
 * }
 * }</pre>
 *
 * <p>Captures that nobody took are made by {@link io.hopwise.testing.packets.Packets}, {@link
 * io.hopwise.testing.packets.Conversation} and {@link io.hopwise.testing.packets.CaptureBuilder},
 * and at random by {@link io.hopwise.testing.packets.RandomPackets}.
 *
 * <p>Stable API.
 *
 * @see io.hopwise.testing.HopwiseAssertions
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing;
