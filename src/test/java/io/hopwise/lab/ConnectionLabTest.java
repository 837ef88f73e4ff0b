package io.hopwise.lab;

import static io.hopwise.testing.HopwiseAssertions.assertThat;

import io.hopwise.connections.End;
import io.hopwise.connections.Outcome;
import io.hopwise.testing.ConnectionAssert;
import io.hopwise.testing.capture.PacketCapture;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of connections between real kernels: a scene for every outcome. */
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

  @Test
  void udpIsAnsweredRejectedOrNot() throws Exception {
    PacketCapture capture = PacketCapture.read(Lab.capture("udp-ports", folder));
    assertThat(capture).connection(CLIENT, SERVER + ":7").isAnswered();
    assertThat(capture).connection(CLIENT, SERVER + ":8").wasRejectedBy(SERVER);
    assertThat(capture).connection(CLIENT, SERVER + ":9").isUnanswered();
  }
}
