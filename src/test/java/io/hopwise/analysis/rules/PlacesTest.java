package io.hopwise.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.analysis.Grade;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.rules.path.SeveralCaptures;
import io.hopwise.analysis.rules.reach.SynRefused;
import io.hopwise.analysis.rules.sender.ForgedReset;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.CaptureBuilder;
import io.hopwise.testing.packets.Packets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two captures in one text: pings in the first, a refused connection in the second. */
final class PlacesTest {
  private static final String CLIENT = "192.0.2.10";
  private static final String SERVER = "198.51.100.20";
  private static final String LISTENING = "listening on ";
  private static final String LINK = ", link-type EN10MB (Ethernet)\n";

  private static String pings() {
    return new CaptureBuilder().ping(CLIENT, SERVER, 4, 61).text();
  }

  private static String refused(int ttl) {
    String client = CLIENT + ":40000";
    String server = SERVER + ":22";
    Packet syn = Packets.tcp(client, server).syn().seq(100).build();
    Packet reset = Packets.tcp(server, client).rst().seq(0).ack(101).ttl(ttl).build();
    return PacketCapture.of(List.of(syn, reset)).text();
  }

  private static String run(String prompt, String network, String packets) {
    String command = prompt.isEmpty() ? "" : prompt + " tcpdump -nv\n";
    return command + (network.isEmpty() ? "" : LISTENING + network + LINK) + packets + "^C\n";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[root@client ~]#,eth0,[root@server ~]#,eth0",
        "root@client:~#,any,root@server:~#,any",
        "root@client:~#,\"\",root@server:/tmp#,\"\"",
        "\"\",eth0,\"\",ens3",
        "#,eth0,#,eth1",
      })
  void capturesOfTwoPlacesAreNotCompared(String one, String from, String other, String to) {
    String pings = run(one, from, pings());
    String refused = run(other, to, refused(64));
    for (String text : List.of(pings + refused, refused + pings)) {
      Report report = Fixtures.reportOf(text);
      assertThat(report.of(ForgedReset.ID)).isEmpty();
      assertThat(report.of(SynRefused.ID))
          .singleElement()
          .satisfies(finding -> assertThat(finding.says()).contains("captured at another place"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[root@client ~]#,eth0,[root@client tmp]#,eth0",
        "[root@client ~]#,eth0,\"\",eth0",
        "root@client:~#,any,root@client:~#,eth0",
        "#,\"\",#,\"\"",
        "\"\",eth0,\"\",any",
        "\"\",eth0,\"\",eth0",
        "\"\",\"\",\"\",eth0",
      })
  void capturesOfOnePlaceAreCompared(String one, String from, String other, String to) {
    String pings = run(one, from, pings());
    String refused = run(other, to, refused(63));
    for (String text : List.of(pings + refused, refused + pings)) {
      assertThat(Fixtures.reportOf(text).of(ForgedReset.ID)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "[root@client ~]#,eth0,\"\",eth0",
        "root@client:~#,any,root@client:~#,eth0",
        "#,\"\",#,\"\"",
        "\"\",eth0,\"\",eth0",
      })
  void whereTheyMayBeTwoPlacesItIsAHintAtMost(String one, String from, String other, String to) {
    String text = run(one, from, pings()) + run(other, to, refused(63));
    assertThat(Fixtures.reportOf(text).of(ForgedReset.ID))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.grade()).isEqualTo(Grade.LOW);
              assertThat(finding.innocentExplanations().get(0))
                  .startsWith("two captures in one text");
            });
  }

  @Test
  void thePlacesOfManyCapturesAreNotForgotten() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append(run("root@host" + i + ":~#", "eth0", i % 2 == 0 ? pings() : refused(64)));
    }
    assertThat(Fixtures.reportOf(text.toString()).of(ForgedReset.ID)).isEmpty();
  }

  @Test
  void aPromptBehindTheLastPacketIsThatOfTheNextCapture() {
    String pings = run("root@client:~#", "eth0", pings()) + "root@client:~#\n";
    assertThat(Fixtures.reportOf(pings + run("", "", refused(63))).of(ForgedReset.ID)).hasSize(1);
    assertThat(Fixtures.reportOf(pings + run("root@server:~#", "eth0", refused(64))).findings())
        .extracting(finding -> finding.rule())
        .containsExactlyInAnyOrder(SynRefused.ID, SeveralCaptures.ID);
  }

  @Test
  void whatBothPlacesSawIsCompared() {
    String pings = run("", "eth0", pings());
    String both = pings + run("", "eth1", pings() + refused(63));
    assertThat(Fixtures.reportOf(both).of(ForgedReset.ID)).hasSize(1);
  }
}
