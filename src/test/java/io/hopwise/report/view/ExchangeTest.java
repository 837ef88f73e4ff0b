package io.hopwise.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final String CLIENT = "192.0.2.10.40000";
  private static final String SERVER = "198.51.100.20.443";

  private final StringBuilder text = new StringBuilder();
  private int packets;

  private void packet(String second, int ttl, boolean fromClient, String rest) {
    packets++;
    text.append("10:00:")
        .append(second)
        .append(" IP (tos 0x0, ttl ")
        .append(ttl)
        .append(", id ")
        .append(1000 + packets)
        .append(", offset 0, flags [DF], proto TCP (6), length 40)\n    ")
        .append(fromClient ? CLIENT + " > " + SERVER : SERVER + " > " + CLIENT)
        .append(": Flags ")
        .append(rest)
        .append('\n');
  }

  private void handshake() {
    packet("00.000000", 64, true, "[S], seq 100, win 64800, length 0");
    packet("00.010000", 55, false, "[S.], seq 500, ack 101, win 900, length 0");
    packet("00.020000", 64, true, "[.], ack 501, win 64800, length 0");
  }

  private List<String> steps() throws IOException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Report report =
        Hopwise.analyze(Hopwise.read(new ByteArrayInputStream(bytes)), Settings.STANDARD);
    Exchange exchange = Exchange.of(report.findings().get(0), report).orElseThrow();
    return exchange.steps().stream()
        .map(step -> step.from() + " " + step.label() + " " + step.sort())
        .toList();
  }

  @Test
  void eachPacketComesFromWhoSentIt() throws IOException {
    handshake();
    packet("00.030000", 64, true, "[P.], seq 101:201, ack 501, win 64800, length 100");
    packet("03.500000", 61, false, "[R.], seq 501, ack 201, win 7, length 0");
    packet("03.600000", 55, false, "[.], ack 201, win 900, length 0");
    assertThat(steps())
        .containsExactly(
            "RECEIVER SYN SEEN",
            "HOST SYN, ACK, TTL 55 SEEN",
            "RECEIVER ACK SEEN",
            "RECEIVER 100 bytes SEEN",
            "HOST 3.470 s later GAP",
            "DEVICE RST, ACK, TTL 61 SUSPECT",
            "HOST ACK, TTL 55 SEEN");
  }

  @Test
  void packetsAlikeAreOneStepAndThoseNotKeptAreCounted() throws IOException {
    handshake();
    for (int i = 0; i < 40; i++) {
      String data = "[P.], seq " + (101 + i * 10) + ":" + (111 + i * 10) + ", ack 501, win 64800";
      packet("00.1" + (10 + i) + "000", 64, true, data + ", length 10");
    }
    packet("00.200000", 61, false, "[R.], seq 501, ack 501, win 7, length 0");
    packet("00.300000", 55, false, "[.], ack 501, win 900, length 0");
    assertThat(steps())
        .containsExactly(
            "RECEIVER SYN SEEN",
            "HOST SYN, ACK, TTL 55 SEEN",
            "RECEIVER ACK SEEN",
            "RECEIVER 9 × 10 bytes SEEN",
            "HOST 21 packets between GAP",
            "RECEIVER 10 × 10 bytes SEEN",
            "DEVICE RST, ACK, TTL 61 SUSPECT",
            "HOST ACK, TTL 55 SEEN");
  }

  @Test
  void ofManyStepsTheBeginningIsSeenAndWhatStandsAroundTheFirstSuspect() throws IOException {
    handshake();
    packet("00.030000", 61, false, "[R.], seq 501, ack 101, win 7, length 0");
    for (int i = 0; i < 10; i++) {
      packet("00.0" + (40 + i) + "000", 64, true, "[.], ack 501, win 64800, length 0");
      packet("00.0" + (40 + i) + "500", 55, false, "[.], ack 101, win 900, length 0");
    }
    List<String> steps = steps();
    assertThat(steps).hasSize(17).contains("DEVICE RST, ACK, TTL 61 SUSPECT");
    assertThat(steps.get(16)).isEqualTo("HOST 8 more GAP");
  }

  @Test
  void whereNothingTellsTheHostsDistanceTheSenderMayBeTheHost() throws IOException {
    Report report = Hopwise.analyze(Path.of("testdata/rules/two-senders/fires.txt"));
    Exchange exchange = Exchange.of(report.findings().get(0), report).orElseThrow();
    assertThat(exchange.sender()).isEqualTo("host or device");
    assertThat(exchange.sentence()).contains("host or device from where? to 192.0.2.10: RST");
  }

  @Test
  void aSegmentThatCarriesSaysSo() throws IOException {
    Report report = Hopwise.analyze(Path.of("testdata/rules/injected-data/fires.txt"));
    Exchange exchange = Exchange.of(report.findings().get(0), report).orElseThrow();
    assertThat(exchange.sentence())
        .contains("a device behind router 4 to 192.0.2.10: FIN, 180 bytes, TTL 60");
  }
}
