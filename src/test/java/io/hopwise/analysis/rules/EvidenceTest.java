package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Evidence;
import io.hopwise.analysis.Finding;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.testing.packets.Packets;
import io.hopwise.testing.packets.TcpPacketBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for a reset that somebody else sent, beside its TTL, and what does not. */
final class EvidenceTest {
  private static final String CLIENT = "192.0.2.10:40000";
  private static final String SERVER = "198.51.100.20:22";
  private static final int WINDOW = 500;

  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);

  @Test
  void theTtlAloneIsNoEvidence() {
    connect(1000);
    reset(1001, WINDOW);
    assertThat(evidence()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // sequence numbers of two resets (the server had sent 1 to 101), and whether one jumps ahead
    "1101, 2561, true",
    "1101, 1104, true",
    "1101, 1103, false",
    "1101, 1102, false",
    "1101, 1101, false",
    "1001, 1101, false",
    // numbers that run over
    "1101, 4294967295, true",
  })
  void ofTwoResetsOneJumpsAhead(long one, long two, boolean jumps) {
    connect(1000);
    accept(server().seq(1001).ack(1).data(100));
    reset(one, 0);
    reset(two, 0);
    assertThat(evidence().contains("jumps-ahead")).isEqualTo(jumps);
  }

  @Test
  void aLaterConnectionsNumbersDoNotJump() {
    connect(1000);
    accept(server().seq(1001).ack(1).data(100));
    reset(1101, 0);
    connect(900_000);
    reset(900_001, 0);
    assertThat(evidence()).doesNotContain("jumps-ahead");
  }

  @Test
  void withoutASynNothingIsKnownToJump() {
    accept(client().ack(1));
    accept(server().seq(1).ack(1).data(100));
    reset(101, 0);
    reset(5000, 0);
    assertThat(evidence()).doesNotContain("jumps-ahead");
  }

  @ParameterizedTest
  @CsvSource({
    // the reset's window and whether it is odd
    "0, false",
    "500, false",
    "501, true",
    "512, false",
    "244, true",
  })
  void aWindowThatTheConnectionNeverHadIsOdd(int window, boolean odd) {
    connect(1000);
    accept(server().seq(1001).ack(1).window(512));
    reset(1001, window);
    assertThat(evidence().contains("window")).isEqualTo(odd);
  }

  @ParameterizedTest
  @CsvSource({"true, true, false", "true, false, true", "false, true, true", "false, false, false"})
  void theBitAgainstFragmentsIsAHabit(boolean flows, boolean resets, boolean differs) {
    connect(1000, flows);
    TcpPacketBuilder reset = server().rst().seq(1001).window(0).ttl(63);
    accept(resets ? reset : reset.mayFragment());
    assertThat(evidence().contains("df-differs")).isEqualTo(differs);
  }

  @Test
  void payloadInAResetIsOdd() {
    connect(1000);
    accept(server().rst().seq(1001).window(0).data(9).ttl(63));
    assertThat(evidence()).contains("payload");
  }

  @ParameterizedTest
  @CsvSource({"77, true", "78, false", "1, false", "0, false"})
  void theIdOfTheOtherDirectionIsCopied(int id, boolean copied) {
    connect(1000);
    accept(client().seq(1).ack(1).id(id == 78 ? 77 : id));
    accept(server().rst().seq(1001).window(0).id(id).ttl(63));
    assertThat(evidence().contains("id-copied")).isEqualTo(copied);
  }

  @Test
  void aSideThatWasResetDoesNotGoOn() {
    connect(1000);
    reset(1001, 0);
    accept(server().seq(1001).ack(1).data(10));
    assertThat(evidence()).contains("goes-on");
  }

  @Test
  void aNewConnectionOfTheSamePortsIsNoGoingOn() {
    connect(1000);
    reset(1001, 0);
    connect(5000);
    accept(server().seq(5001).ack(1).data(10));
    assertThat(evidence()).doesNotContain("goes-on");
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "true, 1"})
  void aScannersOwnSystemResetsWhatItKnowsNothingOf(boolean options, int findings) {
    for (int i = 0; i < 3; i++) {
      accept(Packets.echoReply("192.0.2.10", "198.51.100.20").ttl(52).build());
    }
    TcpPacketBuilder syn = client().syn().ttl(52);
    accept(options ? syn.options(new TcpOption.Mss(1460), TcpOption.Flag.SACK_OK) : syn);
    accept(server().syn().seq(9).ack(1));
    accept(client().rst().seq(1).window(0).ttl(60));
    assertThat(analyzer.finish().of("forged-reset")).hasSize(findings);
  }

  private void connect(long isn) {
    connect(isn, true);
  }

  private void connect(long isn, boolean df) {
    accept(client().syn().seq(0));
    TcpPacketBuilder answer = server().syn().seq(isn).ack(1);
    accept(df ? answer : answer.mayFragment());
    accept(client().seq(1).ack(1));
  }

  private void reset(long seq, int window) {
    accept(server().rst().seq(seq).window(window).ttl(63));
  }

  private static TcpPacketBuilder client() {
    return Packets.tcp(CLIENT, SERVER).ttl(64).window(WINDOW);
  }

  private static TcpPacketBuilder server() {
    return Packets.tcp(SERVER, CLIENT).ttl(61).window(WINDOW);
  }

  private void accept(TcpPacketBuilder packet) {
    accept(packet.build());
  }

  private void accept(Packet packet) {
    analyzer.accept(packet);
  }

  private List<String> evidence() {
    List<Finding> findings = analyzer.finish().of("forged-reset");
    assertThat(findings).hasSize(1);
    return findings.get(0).evidence().stream().map(Evidence::name).toList();
  }
}
