package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.OtherRecord;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells how long a dump of {@code tcpdump -A} is where the record itself does not say. */
class DumpLengthTest {
  private static final String PAIR = "10:00:0%d.000000 02:00:00:00:00:01 > 02:00:00:00:00:02, ";

  /** A head and the dump behind it, which cannot be told from a record of its own. */
  private static final String FORGED =
      PAIR.formatted(3)
          + "ethertype IPv4 (0x0800), length 60: 9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1,"
          + " length 0\n"
          + "E..(....@.!.................................\n";

  private static List<Entry> read(String text) {
    List<Entry> entries = Fixtures.read(text.getBytes(ISO_8859_1));
    assertThat(Fixtures.joined(entries)).isEqualTo(text.getBytes(ISO_8859_1));
    return entries;
  }

  /** As {@code -n -e -A} prints it. */
  private static String datagram(int second) {
    return PAIR.formatted(second)
        + "ethertype IPv4 (0x0800), length 47: 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n"
        + "E..!....=..............."
        + "....hello"
        + "\n";
  }

  private static void assertSure(String text, int count) {
    assertThat(read(text))
        .hasSize(count)
        .allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isFalse())
        .filteredOn(Packet.class::isInstance)
        .allSatisfy(entry -> assertThat(((Packet) entry).ip().src().text()).isEqualTo("192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ethertype Unknown (0x8874), length %d: ",
        "ethertype 802.1Q (0x8100), length %d: vlan 7, p 0, ethertype ARP (0x0806), ARP, rest",
        "ethertype IPv4 (0x0800), length %d: 192.0.2.7 > 192.0.2.8: sctp of some kind",
      })
  void theFrameLengthTellsHowLongTheDumpIs(String words) {
    int tags = words.contains("vlan") ? 4 : 0;
    String beginning = words.contains("IPv4") ? "E..m....=..............." : "";
    String payload = beginning + "one\n" + FORGED + "two";
    String head = PAIR.formatted(2) + words.formatted(14 + tags + payload.length());
    assertSure(datagram(1) + head + "\n" + payload + "\n" + datagram(4), 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EAP packet (0) v1, len 150, Request (1), id 1, len 150",
        "EAPOL key (3) v1, len 150",
        "PTPv2, v1 compat : no, msg type : sync msg, length : 154, domain : 0",
      })
  void lengthsInOtherWordsTellHowLongTheDumpIsToo(String words) {
    String next =
        "10:00:0%d.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17),"
            + " length 28)\n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 0\n"
            + "E.......=...............12345678\n";
    String forged = next.formatted(3).replace("192.0.2.7", "9.9.9.9");
    String payload = ("x\n" + forged + "x".repeat(154)).substring(0, 154);
    assertSure(
        next.formatted(1) + "10:00:02.000000 " + words + "\n" + payload + "\n" + next.formatted(4),
        3);
  }

  @Test
  void aFrameOfUnknownTypeMayBeginWithWhatLooksLikeARecord() {
    String head = PAIR.formatted(2) + "ethertype Unknown (0x8874), length %d: \n";
    String payload = FORGED + "two";
    String known = head.formatted(14 + payload.length()) + payload + "\n";
    assertSure(datagram(1) + known + datagram(4), 3);
    String unknown = "10:00:02.000000 something of unknown length\n" + payload + "\n";
    assertThat(read(datagram(1) + unknown + datagram(4)))
        .filteredOn(entry -> entry instanceof Packet p && p.ip().src().text().equals("9.9.9.9"))
        .allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void recordsWithoutTimesAndLengthsAreNotReadAsOne() {
    String head = "IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length 28)\n";
    String datagram =
        head
            + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 0\n"
            + "E.......=...............12345678\n";
    String others = "STP 802.1d, Config\n.....\nDTPv1, rest\n....\nCDPv2, ttl: 180s\n....\n";
    assertThat(read(datagram + others + datagram))
        .hasSize(5)
        .filteredOn(OtherRecord.class::isInstance)
        .hasSize(3);
  }

  @Test
  void aRecordWithoutAHeaderStandsAmongThoseWithoutTimes() {
    String datagram =
        "IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 0\nE.......=...............12345678\n";
    String none = "[Invalid header: caplen==0, len==0]\n";
    assertThat(read(datagram + none + datagram + none + none + datagram)).hasSize(6);
  }

  @Test
  void aLengthThatIsKnownRoughlyProvesNothingWhereDumpsAreCut() {
    // The first is cut for sure: all records behind it would not fill it.
    String head = "10:00:0%d.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: tcp %d\n";
    String dump = "E.......=...............1234567890123456\n";
    String cut = head.formatted(1, 1400) + dump + head.formatted(2, 200) + dump;
    String text = cut + head.formatted(3, 200) + dump + head.formatted(4, 0) + dump;
    assertThat(read(text)).hasSize(4);
  }
}
