package io.hopwise.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.testing.capture.PacketCapture;
import io.hopwise.testing.packets.RandomPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and read again says the same. */
class RoundTripTest {
  private final TcpdumpRenderer renderer = TcpdumpRenderer.create();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomPacketsComeBackAsTheyWere(long seed) {
    List<Packet> packets = new RandomPackets(seed).capture(250);

    List<Packet> read = PacketCapture.of(packets).packets();

    assertThat(read).hasSameSizeAs(packets);
    for (int i = 0; i < packets.size(); i++) {
      Packet packet = packets.get(i);
      assertThat(read.get(i).hasSameContentAs(packet))
          .as("%s\nread as\n%s", packet, read.get(i))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void randomPacketsComeBackInTheOtherSpelling(long seed) {
    TcpdumpRenderer other = TcpdumpRenderer.forRelease(TcpdumpRelease.V4_99_6);
    for (Packet packet : new RandomPackets(seed).capture(250)) {
      assertThat(((Packet) Hopwise.parse(other.render(packet))).hasSameContentAs(packet)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seq 5, [ack 12 != 0 while ACK flag not set], win 9, length 0",
        "seq 5, win 9, [urg 6 != 0 while URG flag not set], length 0",
        "seq 5, [ack 1 != 0 while ACK flag not set], win 9, [urg 6 != 0 while URG flag not set],"
            + " length 0",
        "seq 5, win 9, options [md5 shared secret not supplied with -M, can't check -"
            + " 000102030405060708090a0b0c0d0e0f,eol], length 0",
        "seq 5, win 9, options [md5 000102030405060708090a0b0c0d0e0f,eol], length 0",
      })
  void nothingPrintedOfASegmentIsLost(String words) {
    String line = "IP 192.0.2.1.7 > 192.0.2.2.9: Flags [S], " + words + "\n";
    assertThat(renderer.render(Hopwise.parse(line))).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IP5 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "[Error converting time] IP 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "22:13:20.1000000 IP 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "1700000000.4292819813 IP 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "22:13:20.123 IP 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "IP (DF) 192.0.2.1.7 > 192.0.2.2.9: Flags [S] [bad tcp cksum 9169!], seq 1, win 5, length"
            + " 0",
        "IP (DF) [tos 0x12,ECT(0)] [ttl 1] 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        "IP6 [class 0x2] [flowlabel 0x12345] [hlim 1] 2001:db8::1.7 > 2001:db8::2.9: UDP, length"
            + " 13",
        "IP 192.0.2.1.1701 > 203.0.113.5.1701:  l2tp:[](5/6) {IP 192.0.2.10.7 > 192.0.2.2.9: UDP,"
            + " length 13}",
        "IP6 (hlim 255, next-header ICMPv6 (58) payload length: 32) fe80::1 > ff02::1: [icmp6 sum"
            + " ok] ICMP6, who-are-you request, length 32 node information query (DNS name)",
        "IP6 (hlim 255, next-header ICMPv6 (58) payload length: 24) fe80::1 > ff02::1: [icmp6 sum"
            + " ok] ICMP6, RPL, length 24, RPL message, unknown code 0",
        "IP 192.0.2.1 > 192.0.2.2: ICMP type-#49, length 3 [|icmp]",
        "IP6 (hlim 64, next-header Options (0) payload length: 0) fe80::1 > fe80::2: HBH (jumbo:"
            + " 65537)  truncated-ip6 - 1 bytes missing!ICMP6, echo request, id 7, seq 8",
        "ethertype Arista Vendor Specific Protocol (0xd28b), length 110: SubType Timestamp"
            + " (0x0001), Timescale TAI (0), Format 64-bit (1), HwInfo R/R2 (0), Timestamp"
            + " 2019-05-29 20:36:39.944724424: IP 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
        """
        IP (tos 0x0, ttl 255, id 7, offset 0, flags [none], proto PIM (103), length 61)
            192.0.2.1 > 192.0.2.2: PIMv2, length 41
        \tRegister, cksum 0xdeff (correct), Flags [ none ]
        \tIP (tos 0x0, ttl 63, id 8, offset 0, flags [none], proto UDP (17), length 33)
            192.0.2.8.7 > 239.1.2.3.9: UDP, length 5\
        """,
        "00:04:23:57:a5:7a (oui Unknown) > Broadcast, ethertype IPv4 (0x0800), length 55:"
            + " 192.0.2.1.7 > 192.0.2.2.9: UDP, length 13",
      })
  void aLineIsPrintedAgainAsItWas(String line) {
    comesBack(Hopwise.parse(line + "\n"));
    assertThat(renderer.render(Hopwise.parse(line + "\n"))).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22:13:20.350763 IP 192.0.2.10.51000 > 198.51.100.20.53: P 1:31(30) ack 3 win 655354660+ A?"
            + " example.com. (29)",
        "22:13:20.217053 IP5 (tos 0x0, ttl  64, id 0, offset 0, flags [none], length: 41)"
            + " 192.0.2.10.51000 > 198.51.100.20.40001: UDP, length: 13",
        "22:13:20.163569 192.0.2.10.5 > 198.51.100.20.4: P [bad tcp cksum 9169!] 1:21(20) ack 3 win"
            + " 65535 (frag 778:40@0+) (ttl 64, len 60)",
        "22:13:20.123456 192.0.2.10.5 > 198.51.100.20.8: P 1:28(27) ack 3 win 65535 (DF)",
        "22:13:20.297279 192.0.2.1 > 203.0.113.5: gre [Kv0] K:0000002a 192.0.2.10.51 >"
            + " 198.51.100.20.4: [udp sum ok] udp 13 (ttl 33, id 11, len 41) (ttl 200, id 99, len"
            + " 65)",
        "22:13:20.270537 IP (tos 0x0, ttl 200, id 99, offset 0, flags [none], length: 65) 192.0.2.1"
            + " > 203.0.113.5: [K] key=0x2a IP (tos 0x0, ttl  33, id 11, offset 0, flags [none],"
            + " length: 41) 192.0.2.10.51 > 198.51.100.20.4: [udp sum ok] UDP, length: 13",
        "22:13:20.150198 IP 192.0.2.1 > 203.0.113.5: IP 192.0.2.10 > 198.51.100.20: ICMP echo"
            + " request, id 1, seq 1, length 16 (ipip-proto-4)",
      })
  void packetsInOldFormsSayTheSameInTodays(String line) {
    comesBack(Hopwise.parse(line + "\n"));
  }

  @Test
  void anEmptyLineBeforeADumpIsNotPartOfTheText() {
    String record =
        """
        18:44:34.812094 IP 192.0.2.1.9 > 192.0.2.2.30490: SOMEIP, service 1, retcode E_OK

        \t0x0000:  4500 002c 0001 0000 4011 495f c000 0201  E..,....@.I_....
        """;
    assertThat(((Packet) Hopwise.parse(record)).payload().text()).endsWith("E_OK");
    comesBack(Hopwise.parse(record));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void packetsOfTheFixturesSayTheSameWhenPrintedAgain(Path fixture) throws IOException {
    try (CaptureReader reader = Hopwise.read(fixture)) {
      reader.forEachRemaining(this::comesBack);
    }
  }

  private void comesBack(Entry entry) {
    // What may be a packet's payload, or its frame's trailer, is not printed alone.
    if (!(entry instanceof Packet packet) || entry.text().isAmbiguous()) {
      return;
    }
    String text = renderer.render(packet);
    assertThat(Hopwise.parse(text))
        .as("read from\n%s\nprinted as\n%s", packet.text(), text)
        .isInstanceOfSatisfying(
            Packet.class,
            again ->
                assertThat(again.hasSameContentAs(packet))
                    .as("read from\n%s\nprinted as\n%s\n%s\n%s", packet.text(), text, packet, again)
                    .isTrue());
  }

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("testdata"))) {
      return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }
}
