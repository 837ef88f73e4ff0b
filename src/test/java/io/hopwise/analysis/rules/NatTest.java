package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.LinkLayer;
import io.hopwise.testing.packets.Packets;
import io.hopwise.testing.packets.TcpPacketBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A machine that masquerades, captured on all its interfaces: each packet is printed twice. */
final class NatTest {
  private static final String INSIDE = "10.0.0.5:40000";
  private static final String OUTSIDE = "203.0.113.1:61000";
  private static final String SERVER = "198.51.100.20:80";

  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
  private Duration now = Duration.ofHours(10);
  private int id = 100;

  @Test
  void aResetThatIsPassedOnIsOneReset() {
    talk();
    fromServer(60, tcp -> tcp.rst().seq(21).id(0).dontFragment());
    Report report = analyzer.finish();
    assertThat(report.counts().judged()).isEqualTo(1);
    assertThat(report.of("forged-reset").get(0).count()).isEqualTo(1);
    assertThat(report.of("forged-reset").get(0).facts().receivers().values())
        .containsExactly("203.0.113.1");
  }

  @Test
  void aResetThatTheNatMadeItselfIsItsKernels() {
    talk();
    now = now.plusMillis(10);
    send(
        Packets.tcp(OUTSIDE, SERVER)
            .rst()
            .seq(10)
            .id(0)
            .ttl(64)
            .onInterface("eth1", LinkLayer.Direction.OUT));
    Report report = analyzer.finish();
    assertThat(report.of("nat-own-reset")).hasSize(1);
    assertThat(report.result()).isNotEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.counts().judged()).isEqualTo(1);
  }

  @Test
  void masqueradingIsNoOtherRoute() {
    talk();
    Report report = analyzer.finish();
    assertThat(report.of("route-change")).isEmpty();
    assertThat(report.of("both-sides-of-router")).isEmpty();
    assertThat(report.result()).isEqualTo(Report.Result.CLEAN);
  }

  @Test
  void aSynThatNobodyAnswersIsOneSyn() {
    for (int i = 0; i < 3; i++) {
      fromClient(tcp -> tcp.syn().seq(100));
      now = now.plusSeconds(3);
    }
    assertThat(analyzer.finish().of("syn-unanswered").get(0).count()).isEqualTo(3);
  }

  private void talk() {
    fromClient(tcp -> tcp.syn().seq(100));
    fromServer(52, tcp -> tcp.syn().seq(900).ack(101));
    fromClient(tcp -> tcp.ack(1).seq(1).data(9));
    fromServer(52, tcp -> tcp.ack(10).seq(1).data(20));
  }

  private void fromClient(UnaryOperator<TcpPacketBuilder> what) {
    id++;
    now = now.plusMillis(10);
    send(what.apply(Packets.tcp(INSIDE, SERVER)).ttl(64).id(id));
    send(what.apply(Packets.tcp(OUTSIDE, SERVER)).ttl(63).id(id));
  }

  private void fromServer(int ttl, UnaryOperator<TcpPacketBuilder> what) {
    id++;
    now = now.plusMillis(10);
    send(what.apply(Packets.tcp(SERVER, OUTSIDE).id(id)).ttl(ttl));
    send(what.apply(Packets.tcp(SERVER, INSIDE).id(id)).ttl(ttl - 1));
  }

  private void send(TcpPacketBuilder packet) {
    now = now.plusNanos(20_000);
    analyzer.accept(packet.at(now).build());
  }
}
