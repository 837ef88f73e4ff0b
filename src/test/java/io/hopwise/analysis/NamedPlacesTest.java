package io.hopwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.analysis.citation.Ends;
import io.hopwise.analysis.citation.PacketRef;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.CaptureBuilder;
import io.hopwise.testing.packets.Packets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Captures of two hosts, merged: with the places named, nobody is accused. */
class NamedPlacesTest {
  private static final String CLIENT = "192.0.2.10";
  private static final String SERVER = "198.51.100.20";
  private static final PacketCapture PINGS =
      new CaptureBuilder().ping(CLIENT, SERVER, 4, 61).capture();

  /** The server's own refusal, as it leaves the server. */
  private static final PacketCapture REFUSED = refused(61, 64);

  /** A refusal from one router away. */
  private static final PacketCapture REFUSED_NEARER = refused(64, 63);

  private static PacketCapture refused(int synTtl, int resetTtl) {
    String client = CLIENT + ":40000";
    String server = SERVER + ":22";
    Packet syn = Packets.tcp(client, server).syn().seq(100).ttl(synTtl).build();
    Packet reset = Packets.tcp(server, client).rst().seq(0).ack(101).ttl(resetTtl).build();
    return PacketCapture.of(List.of(syn, reset));
  }

  @Test
  void twoHostsAreNotCompared() {
    Report report = at("host-a", PINGS).merge(at("host-b", REFUSED)).finish();
    assertThat(report.of("forged-reset")).isEmpty();
    assertThat(report.of("syn-refused")).hasSize(1);
  }

  @Test
  void capturesOfOneHostAreComparedNamedOrNot() {
    Report named = at("host-a", PINGS).merge(at("host-a", REFUSED_NEARER)).finish();
    Report unnamed = analyzed(Settings.STANDARD, PINGS, REFUSED_NEARER).finish();
    assertThat(named.of("forged-reset")).hasSize(1);
    assertThat(unnamed.of("forged-reset")).hasSize(1);
  }

  @Test
  void aHostThatComesAgainIsKnownAgain() {
    Analyzer early = at("host-a", PINGS).merge(at("host-b", PINGS));
    Report report = early.merge(at("host-a", REFUSED_NEARER)).finish();
    assertThat(report.of("forged-reset")).hasSize(1);
    PacketRef reset = report.of("forged-reset").get(0).packets().get(0);
    assertThat(reset.place()).isEqualTo("host-a");
  }

  @Test
  void everyPacketPointedToSaysItsPlaceAndItsEnds() {
    Report report = at("host-a", PINGS).merge(at("host-b", REFUSED)).finish();
    PacketRef first = report.of("syn-refused").get(0).packets().get(0);
    assertThat(first.place()).isEqualTo("host-b");
    Ends ends = first.ends();
    assertThat(Stream.of(ends.sender(), ends.receiver())).contains(CLIENT, SERVER);
    assertThat(ends.protocol()).isEqualTo(OptionalInt.of(6));
    assertThat(Stream.of(ends.senderPort(), ends.receiverPort()).map(Optional::orElseThrow))
        .anyMatch(port -> port.is(22))
        .anyMatch(port -> port.is(40000));
  }

  @Test
  void aFindingCitesEachPacketInTheTextOfItsPlace() {
    Report report = at("host-a", PINGS).merge(at("host-b", REFUSED)).finish();
    Finding refused = report.of("syn-refused").get(0);
    long line = report.texts().line(refused.packets().get(0).number());
    assertThat(refused.says()).contains("(line " + line + " of host-b)");
    assertThat(line).isLessThan(5).isNotEqualTo(refused.packets().get(0).line());
  }

  @Test
  void linesOfALaterTextCountFromItsOwnBeginningWhereverThatIs() {
    PacketCapture late = PacketCapture.of("some words\n".repeat(40) + REFUSED.text());
    Report report = at("host-a", PINGS).merge(at("host-b", late)).finish();
    assertThat(report.of("syn-refused").get(0).says()).contains("(line 43 of host-b)");
  }

  @Test
  void aPlaceHasAName() {
    assertThatThrownBy(() -> Settings.STANDARD.withPlace(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Analyzer at(String place, PacketCapture capture) {
    return analyzed(Settings.STANDARD.withPlace(place), capture);
  }

  private static Analyzer analyzed(Settings settings, PacketCapture... captures) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), settings);
    for (PacketCapture capture : captures) {
      capture.entries().forEach(analyzer::accept);
    }
    return analyzer;
  }
}
