package io.hopwise.testing;

import static io.hopwise.testing.HopwiseAssertions.assertThat;

import io.hopwise.connections.ConnectionSummary;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.Talk;
import io.hopwise.testing.capture.PacketCapture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link AssertionsTest}, for what became of connections. */
class ConnectionAssertionsTest {
  private static final String SYN = "Flags [S], seq 1000, win 64240, length 0";
  private static final String REFUSAL = "Flags [R.], seq 0, ack 1001, win 0, length 0";

  private static final PacketCapture OPENED =
      capture(new Talk().handshake(0).server(1, "Flags [R.], seq 1, ack 1, win 0, length 0"));

  private static final PacketCapture CUT =
      capture(
          new Talk()
              .handshake(0)
              .server(1, "Flags [P.], seq 1:101, ack 1, win 509, length 100")
              .serverTtl(63)
              .server(2, "Flags [R], seq 101, win 0, length 0"));

  private static final PacketCapture REFUSED = refused(61);
  private static final PacketCapture REFUSED_ON_THE_WAY = refused(63);
  private static final PacketCapture SILENT = capture(new Talk().client(0, SYN).client(1, SYN));

  private static final PacketCapture REJECTED =
      capture(
          new Talk()
              .client(0, SYN)
              .error(0.1, "203.0.113.1", "host 198.51.100.80 unreachable", "TCP (6)"));

  private static final PacketCapture ASKED =
      capture(new Talk().datagram(0, true, 20).datagram(0.1, false, 90));

  private static PacketCapture refused(int ttl) {
    Talk talk = new Talk().client(0, SYN).serverTtl(ttl).server(0.01, REFUSAL).serverTtl(61);
    for (int i = 1; i <= 4; i++) {
      talk.ping(i, true, 7, i).ping(i + 0.01, false, 7, i);
    }
    return capture(talk);
  }

  private static PacketCapture capture(Talk talk) {
    return PacketCapture.of(talk.text());
  }

  private static ConnectionAssert in(PacketCapture capture) {
    return assertThat(capture).connection("192.0.2.10", "198.51.100.80:443");
  }

  private static Stream<AssertionRow> all() {
    return Stream.of(
        row(
            "hasOutcome",
            () -> in(OPENED).hasOutcome(Outcome.OPENED),
            () -> in(SILENT).hasOutcome(Outcome.OPENED),
            says("outcome OPENED, but found UNANSWERED", SILENT)),
        row(
            "isOpened",
            () -> in(OPENED).isOpened(),
            () -> in(REFUSED).isOpened(),
            says("outcome OPENED, but found REFUSED", REFUSED)),
        row(
            "isUnanswered",
            () -> in(SILENT).isUnanswered(),
            () -> in(OPENED).isUnanswered(),
            says("outcome UNANSWERED, but found OPENED", OPENED)),
        row(
            "isAnswered",
            () -> in(ASKED).isAnswered(),
            () -> in(OPENED).isAnswered(),
            says("outcome ANSWERED, but found OPENED", OPENED)),
        row(
            "wasRefusedByHost",
            () -> in(REFUSED).wasRefusedByHost(),
            () -> in(REFUSED_ON_THE_WAY).wasRefusedByHost(),
            says("by Optional[HOST], but found Optional[DEVICE]", REFUSED_ON_THE_WAY)),
        row(
            "wasRefusedByDevice",
            () -> in(REFUSED_ON_THE_WAY).wasRefusedByDevice(1),
            () -> in(REFUSED_ON_THE_WAY).wasRefusedByDevice(2),
            says(
                "routers away Optional[OptionalInt[2]], but found Optional[OptionalInt[1]]",
                REFUSED_ON_THE_WAY)),
        row(
            "wasRejectedBy",
            () -> in(REJECTED).wasRejectedBy("203.0.113.1"),
            () -> in(REJECTED).wasRejectedBy("203.0.113.2"),
            says("rejected by Optional[203.0.113.2], but found Optional[203.0.113.1]", REJECTED)),
        row(
            "hasEnd",
            () -> in(OPENED).hasEnd(End.RESET),
            () -> in(REFUSED).hasEnd(End.RESET),
            says("end Optional[RESET], but found Optional.empty", REFUSED)),
        row(
            "wasResetByHost",
            () -> in(OPENED).wasResetByHost(),
            () -> in(SILENT).wasResetByHost(),
            says("a reset at the end, but found Optional.empty", SILENT)),
        row(
            "wasResetByDevice",
            () -> in(CUT).wasResetByDevice(1),
            () -> in(OPENED).wasResetByDevice(1),
            says("by Optional[DEVICE], but found Optional[HOST]", OPENED)),
        row(
            "hasTries",
            () -> in(SILENT).hasTries(2),
            () -> in(SILENT).hasTries(3),
            says("tries 3, but found 2", SILENT)));
  }

  private static AssertionRow row(
      String method, ThrowingCallable passes, ThrowingCallable fails, String says) {
    return new AssertionRow(ConnectionAssert.class, method, passes, fails, says);
  }

  private static String says(String what, PacketCapture capture) {
    ConnectionSummary first = capture.report().connections().connections().get(0);
    return "Expecting " + what + Context.in(capture, first).excerpt();
  }

  static Stream<Arguments> rows() {
    return all().map(AssertionRow::named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theAssertionPassesAndFailsAsItsRowSays(AssertionRow row) {
    row.check();
  }

  @Test
  void everyAssertionHasARow() {
    AssertionRow.assertComplete(ConnectionAssert.class, all());
  }
}
