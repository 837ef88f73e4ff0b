package io.hopwise.testing.packets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import io.hopwise.packet.TcpOption;
import io.hopwise.render.TcpdumpRelease;
import io.hopwise.render.TcpdumpRenderer;
import io.hopwise.testing.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made is held to what the installed tcpdump prints for the same bytes. */
class MadePacketsTest {
  private static final String CLIENT = "192.0.2.10:51000";
  private static final String SERVER = "198.51.100.20:40001";
  private static final String CLIENT6 = "[2001:db8::10]:51000";
  private static final String SERVER6 = "[2001:db8:0:1::20]:40001";

  @TempDir Path folder;

  @Test
  void conversationIsWhatTcpdumpPrints() throws Exception {
    Conversation all =
        Conversation.between(CLIENT, SERVER)
            .at(LocalTime.of(22, 13, 20))
            .serverTtl(57)
            .handshake()
            .clientSends(52)
            .serverSends(4000)
            .foreign(reset -> reset.rst().ttl(63))
            .close();

    assertPrintedAsByTcpdump(all.wire(), all.packets());
  }

  @Test
  void conversationOverIpv6IsWhatTcpdumpPrints() throws Exception {
    Conversation all =
        Conversation.between(CLIENT6, SERVER6)
            .roundTrip(Duration.ofMillis(180))
            .handshake()
            .serverSends(1)
            .clientSends(3000)
            .serverCloses();

    assertPrintedAsByTcpdump(all.wire(), all.packets());
  }

  @Test
  void refusedAndResetConnectionsAreWhatTcpdumpPrints() throws Exception {
    Conversation refused = Conversation.between(CLIENT, SERVER).syn().serverResets();
    Conversation unanswered = Conversation.between(CLIENT, SERVER).syn().syn().syn();
    Conversation reset =
        Conversation.between(CLIENT, SERVER).handshake().clientSends(7).serverResets();
    Conversation given = Conversation.between(CLIENT, SERVER).handshake().clientResets();

    assertPrintedAsByTcpdump(refused.wire(), refused.packets());
    assertPrintedAsByTcpdump(unanswered.wire(), unanswered.packets());
    assertPrintedAsByTcpdump(reset.wire(), reset.packets());
    assertPrintedAsByTcpdump(given.wire(), given.packets());
  }

  @Test
  void singlePacketsAreWhatTcpdumpPrints() throws Exception {
    List<Packet> packets =
        List.of(
            Packets.udp(CLIENT, SERVER).data(13).ttl(0).id(65535).tos(0xfe).build(),
            Packets.udp(CLIENT6, SERVER6).tos(0xb8).flowLabel(0xabcde).ttl(0).build(),
            Packets.echoRequest("192.0.2.10", "198.51.100.20").echoId(4660).seq(7).build(),
            Packets.echoReply("2001:db8::1", "2001:db8::2").echoId(9).seq(65535).build(),
            Packets.tcp(CLIENT, SERVER).flags("none").window(0).build(),
            Packets.tcp(CLIENT, SERVER).flags("FSRPUEW").ack(5).seq(4294967295L).urgent(17).build(),
            Packets.tcp(CLIENT, SERVER).syn().options(new TcpOption.Mss(1460)).build(),
            Packets.tcp(CLIENT, SERVER).syn().options(new TcpOption.WindowScale(9)).build(),
            Packets.tcp(CLIENT, SERVER).push().seq(4294967295L).data(10).build(),
            Packets.tcp(CLIENT, SERVER).syn().incorrectChecksum().build());

    assertPrintedAsByTcpdump(packets, packets);
  }

  @Test
  void sacksAreRelativeToTheOtherSide() throws Exception {
    TcpOption sack =
        new TcpOption.Sack(
            ImmutableList.of(
                new TcpOption.Sack.Block(3_000_000_252L, 3_000_000_352L),
                new TcpOption.Sack.Block(3_000_000_052L, 3_000_000_152L)));
    List<Packet> wire =
        List.of(
            Packets.tcp(CLIENT, SERVER).seq(1000).ack(3_000_000_001L).options(sack).wire(),
            Packets.tcp(CLIENT, SERVER).seq(1000).ack(3_000_000_001L).options(sack).wire());
    RelativeNumbers numbers = new RelativeNumbers();

    assertPrintedAsByTcpdump(wire, wire.stream().map(numbers::next).toList());
  }

  @Test
  void errorsAboutPacketsAreWhatTcpdumpPrints() throws Exception {
    Packet udp = Packets.udp(CLIENT, SERVER).data(12).id(555).build();
    Packet syn = Packets.tcp(CLIENT, SERVER).syn().seq(1_000_000_000L).build();
    Packet udp6 = Packets.udp(CLIENT6, SERVER6).data(12).build();
    Packet syn6 = Packets.tcp(CLIENT6, SERVER6).syn().build();
    String router = "203.0.113.1";
    String router6 = "2001:db8:ffff::1";
    List<Packet> packets =
        List.of(
            Packets.timeExceeded(router, udp).ttl(63).build(),
            Packets.timeExceeded(router, syn).build(),
            Packets.netUnreachable(router, udp).build(),
            Packets.hostUnreachable(router, syn).build(),
            Packets.portUnreachable(router, udp).quotedTtl(60).build(),
            Packets.portUnreachable(router, syn).build(),
            Packets.adminProhibited(router, syn).build(),
            Packets.tooBig(router, udp, 1400).build(),
            Packets.tooBig(router, udp, 0).build());
    List<Packet> packets6 =
        List.of(
            Packets.timeExceeded(router6, udp6).build(),
            Packets.netUnreachable(router6, udp6).build(),
            Packets.hostUnreachable(router6, udp6).build(),
            Packets.adminProhibited(router6, syn6).build(),
            Packets.tooBig(router6, syn6, 1280).build());

    assertPrintedAsByTcpdump(packets, packets);
    assertThat(packets6.stream().map(TcpdumpRenderer.create()::render))
        .extracting(text -> text.substring(text.indexOf("ICMP6,")).strip())
        .containsExactly(
            "ICMP6, time exceeded in-transit for 2001:db8:0:1::20",
            "ICMP6, destination unreachable, unreachable route 2001:db8:0:1::20",
            "ICMP6, destination unreachable, unreachable address 2001:db8:0:1::20",
            "ICMP6, destination unreachable,  unreachable prohibited 2001:db8:0:1::20",
            "ICMP6, packet too big, mtu 1280");
  }

  @Test
  void pingsAndTraceroutesAreWhatTcpdumpPrints() throws Exception {
    ImmutableList<Packet> packets =
        new CaptureBuilder()
            .at(LocalTime.NOON)
            .ping("192.0.2.10", "198.51.100.20", 3, 61)
            .traceroute("192.0.2.10", "198.51.100.20", "192.0.2.1", "203.0.113.9")
            .packets();

    assertThat(packets).hasSize(12);
    assertPrintedAsByTcpdump(packets, packets);
  }

  @Test
  void captureIsInOrderOfTimeAndNumbered() {
    Packet late = Packets.udp(CLIENT, SERVER).at(Duration.ofSeconds(2)).build();
    Packet early = Packets.udp(SERVER, CLIENT).at(Duration.ofSeconds(1)).build();

    assertThat(new CaptureBuilder().numbered().add(late, early).text())
        .isEqualTo(
            """
                1  00:00:01.000000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 28)
                198.51.100.20.40001 > 192.0.2.10.51000: UDP, length 0
                2  00:00:02.000000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 28)
                192.0.2.10.51000 > 198.51.100.20.40001: UDP, length 0
            """);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Packets.udp(CLIENT, SERVER).ttl(256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ttl must be 0 to 255, not 256");
    assertThatThrownBy(() -> Packets.tcp(CLIENT, SERVER).seq(-1))
        .hasMessage("seq must be 0 to 4294967295, not -1");
    assertThatThrownBy(() -> Packets.udp(CLIENT, SERVER6))
        .hasMessage("one is IPv4, the other IPv6: 192.0.2.10:51000, [2001:db8:0:1::20]:40001");
    assertThatThrownBy(() -> Packets.udp("192.0.2.10.53", SERVER))
        .hasMessage("192.0.2.10.53: the port goes behind a colon: 192.0.2.10:53");
    assertThatThrownBy(() -> Conversation.between("192.0.2.10", SERVER))
        .hasMessage("no port in: 192.0.2.10");
    assertThatThrownBy(
            () -> Packets.tcp(CLIENT, SERVER).options(new TcpOption.Other("md5", "0001")))
        .hasMessage("cannot make the TCP option md5");
    assertThatThrownBy(() -> Packets.tcp(CLIENT, SERVER).data(65535).build())
        .hasMessage("length must be 0 to 65535, not 65575");
  }

  private void assertPrintedAsByTcpdump(List<Packet> wire, List<Packet> printed)
      throws IOException, InterruptedException {
    assumeTrue(Tcpdump.isInstalled(), "tcpdump is not installed");
    Path pcap = folder.resolve("made.pcap");
    Wire.write(pcap, wire);
    TcpdumpRenderer renderer =
        TcpdumpRenderer.forRelease(
            Tcpdump.version().compareTo("4.99.6") < 0
                ? TcpdumpRelease.V4_99_3
                : TcpdumpRelease.V4_99_6);

    assertThat(printed.stream().map(renderer::render).collect(Collectors.joining()))
        .isEqualTo(Tcpdump.print(pcap));
  }

  /** The installed tcpdump. */
  private static final class Tcpdump {
    static boolean isInstalled() {
      return Files.isExecutable(Path.of("/usr/bin/tcpdump"));
    }

    static String version() throws IOException, InterruptedException {
      return run("tcpdump", "--version").lines().findFirst().orElseThrow().substring(16);
    }

    static String print(Path pcap) throws IOException, InterruptedException {
      String text = run("tcpdump", "-n", "-v", "-r", pcap.toString());
      return text.substring(text.indexOf('\n') + 1);
    }

    private static String run(String... command) throws IOException, InterruptedException {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text;
    }
  }
}
