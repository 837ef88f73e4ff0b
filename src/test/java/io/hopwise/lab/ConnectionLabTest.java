package io.hopwise.lab;

import static io.hopwise.testing.HopwiseAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.connections.PlaceMatch;
import io.hopwise.connections.PlaceMatch.Fate;
import io.hopwise.connections.PlaceMatch.LastRouter;
import io.hopwise.testing.ConnectionAssert;
import io.hopwise.testing.capture.PacketCapture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of connections between real kernels: a scene for every outcome. */
@Tag("long")
class ConnectionLabTest {
  private static final String CLIENT = "10.9.1.1";
  private static final String SERVER = "10.9.4.2";

  @TempDir private Path folder;

  @BeforeAll
  static void assumeTheLabRuns() throws Exception {
    Lab.assumeItRuns();
  }

  private ConnectionAssert connection(String scene, int port) throws Exception {
    PacketCapture capture = PacketCapture.read(Lab.capture(scene, folder));
    return assertThat(capture).connection(CLIENT, SERVER + ":" + port);
  }

  @Test
  void anOpenPortIsOpenedAndClosed() throws Exception {
    connection("open-port", 80).isOpened().hasEnd(End.CLOSED).hasTries(1);
  }

  @Test
  void aClosedPortIsRefusedByTheHost() throws Exception {
    connection("closed-port", 80).wasRefusedByHost();
  }

  @Test
  void theFirewallRefusesFromOneRouterAway() throws Exception {
    connection("firewall-reset", 22).wasRefusedByDevice(1);
  }

  @Test
  void theFirewallRejectsInItsOwnName() throws Exception {
    connection("icmp-rejected", 80).wasRejectedBy("10.9.2.2");
  }

  @Test
  void aDroppedPortIsUnanswered() throws Exception {
    connection("dropped-port", 80).isUnanswered();
  }

  @Test
  void aHandshakeThatIsNotCompletedIsHalfOpen() throws Exception {
    connection("half-open", 80).hasOutcome(Outcome.HALF_OPEN);
  }

  @Test
  void aConversationThatWentOnBeforeIsMidStream() throws Exception {
    connection("mid-stream", 80).hasOutcome(Outcome.MID_STREAM).hasEnd(End.CLOSED);
  }

  @Test
  void aResetIntoATransferIsADevices() throws Exception {
    connection("injected-reset", 80).isOpened().wasResetByDevice(1);
  }

  @Test
  void aResetOfAnIdleConnectionIsOneAfterSilence() throws Exception {
    connection("idle-timeout-reset", 80).isOpened().hasEnd(End.IDLE_RESET).wasResetByDevice(1);
  }

  /** What becomes of a connection between the client and the server, both captured. */
  private PlaceMatch match(String scene, int port) throws Exception {
    Path client = Lab.capture(scene, folder);
    Path server = folder.resolve(scene + ".far.txt");
    Report report = analyzer("client", client).merge(analyzer("server", server)).finish();
    return report.connections().matches().stream()
        .filter(match -> match.near().server().hasPort(port))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static Analyzer analyzer(String place, Path file) throws IOException {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD.withPlace(place));
    try (CaptureReader capture = Hopwise.open(file)) {
      capture.forEachRemaining(analyzer::accept);
    }
    return analyzer;
  }

  @Test
  void aSynThatTheFirewallDropsIsLostBehindTheRouterThatSawOne() throws Exception {
    PlaceMatch match = match("two-places-dropped", 80);
    assertThat(match.fate()).isEqualTo(Fate.LOST_BETWEEN);
    assertThat(match.lastRouter()).hasValue(new LastRouter("10.9.2.2", OptionalInt.of(1), true));
  }

  @Test
  void aSynThatTheServersOwnFilterDropsIsUnansweredThere() throws Exception {
    PlaceMatch match = match("two-places-nat", 80);
    assertThat(match.fate()).isEqualTo(Fate.UNANSWERED_THERE);
    assertThat(match.far().orElseThrow().client().host()).isEqualTo("10.9.2.1");
    assertThat(match("two-places-nat", 81).fate()).isEqualTo(Fate.SEEN_AT_BOTH);
  }

  @Test
  void aSynThatTheFirewallResetsIsRefusedBetween() throws Exception {
    PlaceMatch match = match("two-places-reset", 22);
    assertThat(match.fate()).isEqualTo(Fate.REFUSED_BETWEEN);
    assertThat(match.orderKnown()).isTrue();
    assertThat(match.far()).isEmpty();
  }

  @Test
  void udpIsAnsweredRejectedOrNot() throws Exception {
    PacketCapture capture = PacketCapture.read(Lab.capture("udp-ports", folder));
    assertThat(capture).connection(CLIENT, SERVER + ":7").isAnswered();
    assertThat(capture).connection(CLIENT, SERVER + ":8").wasRejectedBy(SERVER);
    assertThat(capture).connection(CLIENT, SERVER + ":9").isUnanswered();
  }
}
