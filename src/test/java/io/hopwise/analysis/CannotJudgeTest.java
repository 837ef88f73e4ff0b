package io.hopwise.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.analysis.rules.Fixtures;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import io.hopwise.packet.Packet;
import io.hopwise.testing.packets.Packets;
import io.hopwise.testing.packets.TcpPacketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why nothing could be judged: the reason given is the true one. */
final class CannotJudgeTest {
  private static final String HOST = "198.51.100.20";
  private static final String CLIENT = "192.0.2.10";

  private static final Packet RESET =
      Packets.tcp(HOST + ":22", CLIENT + ":40000").rst().ttl(244).build();

  @Test
  void whereNothingElseCameThatIsTheReason() {
    assertThat(reason(RESET))
        .startsWith("no other packet came from an address that sent a reset: ping that host");
  }

  @Test
  void icmpErrorsAreNamedAsAllThatCame() {
    Packet probe = Packets.tcp(CLIENT + ":40001", HOST + ":23").syn().build();
    assertThat(reason(Packets.adminProhibited(HOST, probe).ttl(53).build(), RESET))
        .startsWith("from an address that sent a reset nothing else came but ICMP errors, which a")
        .endsWith("ping that host while capturing, so that there is something to compare with");
  }

  @Test
  void packetsThatTellNoDistanceAreNamedAsSuch() {
    Packet query = Packets.udp(HOST + ":5353", "224.0.0.251:5353").ttl(255).build();
    assertThat(reason(query, RESET)).contains("nothing else came but later fragments, multicast");
  }

  @Test
  void packetsThatCameButDoNotCompareAreNotDenied() {
    Packet bare = Packets.tcp(CLIENT + ":40000", HOST + ":22").syn().build();
    Packet reset = Packets.tcp(CLIENT + ":40000", HOST + ":22").rst().build();
    assertThat(reason(bare, reset)).startsWith("the resets cannot be compared with what else came");
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent-tunnel.X", "silent-tunnel-own.xx"})
  void aDumpedPacketInADatagramIsInATunnel(String name) {
    assertThat(Fixtures.report("unanswered/" + name).reason())
        .startsWith("5 packets carry others that are not printed")
        .contains("(IP in UDP port 7777)");
  }

  @Test
  void datagramsThatMayCarryAnythingAreNotClean() {
    assertThat(Fixtures.report("unanswered/silent-tunnel").reason())
        .isEqualTo(
            "most packets are UDP datagrams whose content tcpdump does not know (5 of 5), and what"
                + " they carry was not looked at: if they are a tunnel, capture on the inner"
                + " interface of its end");
  }

  @ParameterizedTest
  @ValueSource(ints = {443, 53, 500})
  void datagramsOfAServiceAreNoTunnel(int port) {
    Packet asked = Packets.udp(CLIENT + ":40000", HOST + ":" + port).data(1200).build();
    Packet answered = Packets.udp(HOST + ":" + port, CLIENT + ":40000").data(1200).build();
    assertThat(report(asked, answered, asked, answered).result()).isEqualTo(Report.Result.CLEAN);
  }

  @Test
  void quietTextIsNamedWithTheOptionToLeaveOut() {
    String quiet =
        """
        10:00:00.000001 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)
            192.0.2.10.40000 > 198.51.100.20.22: tcp 0
        """;
    assertThat(reason(quiet.repeat(3))).startsWith("printed with -q, which leaves").contains("-v");
    assertThat(reason("10:00:00.000001 IP 192.0.2.10.40000 > 198.51.100.20.22: tcp 0\n"))
        .endsWith("run tcpdump without it and with -v (tcpdump -n -v ...)");
  }

  @Test
  void verboseTextIsNotToldToBeVerbose() {
    String flow = "10:00:00.000001 IP 192.0.2.10.40000 > 198.51.100.20.22: Flags [S], length 0\n";
    assertThat(reason("$ tcpdump -ni eth0\n" + flow))
        .endsWith("run tcpdump with -v (tcpdump -n -v ...)");
    assertThat(reason("$ tcpdump -nvi eth0 | grep Flags\n" + flow))
        .startsWith("the TTLs are missing, though this was printed with -v")
        .doesNotContain("run tcpdump");
  }

  @Test
  void otherProtocolsAreNoPacketsToJudge() {
    String arp = "10:00:00.000001 ARP, Request who-has 192.0.2.1 tell 192.0.2.2, length 28\n";
    assertThat(reason(arp.repeat(2)))
        .startsWith("there is no IP packet in the input, only 2 records of other protocols");
  }

  @Test
  void textThatIsMostlyUnreadIsNotClean() {
    String ping = Packets.echoReply(HOST, CLIENT).ttl(61).text();
    assertThat(reason(ping + ping + "?%$ 1\n!! 2 ::\n?%$ 3\n"))
        .isEqualTo(
            "most of the text could not be read, and resets may be among it (3 pieces beside 2"
                + " records): paste what tcpdump printed as it is");
  }

  @Test
  void aFewUnreadPiecesLeaveACaptureClean() {
    String ping = Packets.echoReply(HOST, CLIENT).ttl(61).text();
    assertThat(reason(ping.repeat(8) + "?%$ 1\n!! 2 ::\n?%$ 3\n"))
        .startsWith("much of the text could not be read");
    assertThat(report(ping.repeat(8) + "?%$ 1\n!! 2 ::\n").result()).isEqualTo(Report.Result.CLEAN);
  }

  @Test
  void tunnelsThatAreTooDeepAreNamed() {
    String tunnels =
        "(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto IPIP (4), length 160) 192.0.2.1 >"
            + " 192.0.2.2: IP ";
    String inner =
        "(tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 29) 192.0.2.1.9 >"
            + " 192.0.2.9.9: UDP, length 1\n";
    String five = "IP " + tunnels.repeat(5) + inner;
    assertThat(reason(five.repeat(2)))
        .isEqualTo(
            "2 packets are inside more tunnels than are looked into: capture behind the outer"
                + " ones");
    assertThat(report("IP " + tunnels.repeat(4) + inner).reason()).doesNotContain("tunnels");
  }

  @Test
  void aResetThatWasSeenWithTwoTtlsSaysSo() {
    Packet data =
        Packets.tcp(HOST + ":22", CLIENT + ":40000").ack(1).seq(1).data(9).ttl(61).build();
    TcpPacketBuilder reset = Packets.tcp(HOST + ":22", CLIENT + ":40000").rst().seq(10).id(7);
    assertThat(reason(data, data, reset.ttl(63).build(), reset.ttl(62).build()))
        .startsWith("2 resets cannot be judged, for the resets themselves carry several TTLs: ");
  }

  @Test
  void onePacketWithTheTtlOfTheResetDoesNotMakeItTheHosts() {
    TcpPacketBuilder data = Packets.tcp(HOST + ":22", CLIENT + ":40000").ack(1).data(9);
    Packet spoofed = Packets.tcp(HOST + ":22", CLIENT + ":40000").ack(1).ttl(63).build();
    Packet reset = Packets.tcp(HOST + ":22", CLIENT + ":40000").rst().seq(28).ttl(63).build();
    Packet one = data.seq(1).ttl(61).build();
    Packet two = data.seq(10).ttl(61).build();
    assertThat(reason(one, two, spoofed, reset))
        .startsWith("1 reset cannot be judged, for two senders");
    assertThat(reason(spoofed, one, two, spoofed, reset)).contains("for two senders");
    assertThat(reason(one, two, spoofed, spoofed, spoofed, reset)).contains("for two senders");
  }

  @Test
  void aFlowWhoseRouteChangedForGoodHasOneSender() {
    TcpPacketBuilder data = Packets.tcp(HOST + ":22", CLIENT + ":40000").ack(1).data(9);
    Packet reset = Packets.tcp(HOST + ":22", CLIENT + ":40000").rst().seq(37).ttl(59).build();
    Report report =
        report(
            data.seq(1).ttl(62).build(),
            data.seq(10).ttl(62).build(),
            data.seq(19).ttl(59).build(),
            data.seq(28).ttl(59).build(),
            reset);
    assertThat(report.result()).isEqualTo(Report.Result.CLEAN);
  }

  @Test
  void madeUpTtlsLeaveDoubtAndNoFinding() {
    Packet[] packets = new Packet[6];
    for (int i = 0; i < 4; i++) {
      packets[i] = Packets.udp(HOST + ":33434", CLIENT + ":33434").ttl(i + 1).build();
    }
    packets[4] = Packets.echoReply(HOST, CLIENT).ttl(61).build();
    packets[5] = RESET;
    assertThat(reason(packets)).startsWith("1 reset cannot be judged, for TTLs that were made up");
  }

  private static String reason(String text) {
    Report report = report(text);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    return report.reason();
  }

  private static Report report(String text) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      reader.forEachRemaining(analyzer::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return analyzer.finish();
  }

  private static String reason(Packet... packets) {
    Report report = report(packets);
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    return report.reason();
  }

  private static Report report(Packet... packets) {
    Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);
    for (Packet packet : packets) {
      analyzer.accept(packet);
    }
    return analyzer.finish();
  }

  @Test
  void whatATunnelHidesIsNotClean() {
    Report report = Fixtures.report("unanswered/silent-encrypted");
    assertThat(report.result()).isEqualTo(Report.Result.CANNOT_JUDGE);
    assertThat(report.reason()).startsWith("8 packets carry others").contains("ESP");
  }
}
