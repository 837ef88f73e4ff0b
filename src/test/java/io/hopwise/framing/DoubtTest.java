package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where a packet may have carried it changes nothing, and doubt ends. */
class DoubtTest {
  private static final String FORGED =
      """
      10:00:01.500000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)
          9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0
      E..(....@.!.....................P.......
      """;

  private static List<Entry> read(String text) {
    List<Entry> entries = Fixtures.read(text.getBytes(ISO_8859_1));
    assertThat(Fixtures.joined(entries)).isEqualTo(text.getBytes(ISO_8859_1));
    return entries;
  }

  private static char printed(int value) {
    int b = value & 0xFF;
    return (b >= ' ' && b <= '~') || b == '\n' || b == '\t' ? (char) b : '.';
  }

  /** A datagram of which so many characters of payload are printed. */
  private static String datagram(int second, int bytes, String payload) {
    int length = 28 + bytes;
    return String.format(
            "10:00:%02d.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17),"
                + " length %d)%n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length %d%n",
            second, length, bytes)
        + ("E." + printed(length >> 8) + printed(length) + "....=...........12345678")
        + payload
        + "\n";
  }

  private static String datagram(int second, String payload) {
    return datagram(second, payload.length(), payload);
  }

  /** A datagram of which as many returns may have been left out as there are line feeds. */
  private static String doubtful(int second, String words) {
    String payload = "\n".repeat(words.length() + 20) + words;
    return datagram(second, payload.length() + 1, payload + "x");
  }

  private static boolean isForged(Entry entry) {
    return entry instanceof Packet packet && packet.ip().src().text().equals("9.9.9.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on eth0, link-type EN10MB (Ethernet), snapshot length 92 bytes\n",
        "tcpdump: listening on eth0, link-type EN10MB (Ethernet), capture size 92 bytes\n",
        "reading from file x, link-type EN10MB (Ethernet), snapshot length 92\n"
      })
  void aDoubtfulSnapshotLengthShortensNoDump(String notice) {
    String inside = "y".repeat(50) + "\n" + FORGED + "z".repeat(20);
    String text = datagram(1, "x") + doubtful(2, notice) + datagram(3, inside) + datagram(4, "y");
    assertThat(read(text))
        .filteredOn(DoubtTest::isForged)
        .allMatch(entry -> entry.text().isAmbiguous());
    assertThat(read(text)).last().matches(entry -> !entry.text().isAmbiguous());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on eth7, link-type EN10MB (Ethernet)\n",
        "root@elsewhere:~# \n",
        "reading from file y, link-type EN10MB (Ethernet)\n"
      })
  void aDoubtfulMessageDoesNotMakeTimesForgotten(String notice) {
    String untimed = FORGED.substring("10:00:01.500000 ".length());
    String text = datagram(1, "x") + doubtful(2, notice + untimed) + datagram(3, "y");
    assertThat(read(text)).noneMatch(entry -> isForged(entry) && !entry.text().isAmbiguous());
  }

  @Test
  void aMessageAfterADumpIsDoubtfulIfTheCaptureContinues() {
    String notices =
        "listening on eth8, link-type EN10MB (Ethernet)\nlistening on eth9, link-type NULL\n";
    List<Entry> entries = read(datagram(1, "x") + notices + datagram(2, "y") + datagram(3, "z"));
    assertThat(entries)
        .filteredOn(Notice.class::isInstance)
        .hasSize(2)
        .allMatch(entry -> entry.text().isAmbiguous());
    assertThat(entries)
        .filteredOn(Packet.class::isInstance)
        .hasSize(3)
        .noneMatch(entry -> entry.text().isAmbiguous());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^C\n2 packets captured\n2 packets received by filter\n0 packets dropped by kernel\n",
        "\n2 packets captured\nroot@sensor:~# tcpdump -nvA\n"
      })
  void aMessageAfterADumpIsSureIfItCountsTheRecords(String end) {
    String listening = "listening on eth8, link-type EN10MB (Ethernet)\n";
    List<Entry> entries =
        read(datagram(1, "x") + datagram(2, "y") + end + listening + datagram(3, "z"));
    assertThat(entries).noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void aMessageAfterADumpIsSureIfAnEarlierTimeOrNothingFollows() {
    String reading = "reading from file b.pcap, link-type EN10MB (Ethernet)\n";
    assertThat(read(datagram(5, "x") + reading + datagram(2, "y")))
        .noneMatch(entry -> entry.text().isAmbiguous());
    assertThat(read(datagram(5, "x") + "root@sensor:~# \n"))
        .noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void theFrameOfTheLinkLayerTellsWhatBelongsToIt() {
    String trailer = "\nlistening on eth9, link-type EN10MB (Ethernet)";
    String link = "02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length %d: (tos";
    String with = datagram(1, "x").replace("IP (tos", link.formatted(14 + 29 + trailer.length()));
    String text = with.stripTrailing() + trailer + "\n" + datagram(2, "y");
    assertThat(read(text)).hasSize(2).noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void wordsAfterACompleteDumpLeaveItsRecordSure() {
    List<Entry> entries = read(datagram(1, "x".repeat(40)) + "words of somebody\n");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).text().isAmbiguous()).isFalse();
  }

  @Test
  void recordsAfterForeignWordsAfterADumpMayBelongToItsFrame() {
    List<Entry> entries = read(datagram(1, "x".repeat(40)) + "words\n" + FORGED + datagram(2, "y"));
    assertThat(entries.get(0).text().isAmbiguous()).isFalse();
    assertThat(entries)
        .filteredOn(DoubtTest::isForged)
        .hasSize(1)
        .allMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void doubtEndsBeyondTheFarthestReachOfThePacket() {
    StringBuilder text = new StringBuilder(datagram(1, "x"));
    text.append(doubtful(2, FORGED));
    for (int i = 0; i < 200; i++) {
      text.append(datagram(10 + i / 10, "as usual"));
    }
    List<Entry> entries = read(text.toString());
    assertThat(entries).anyMatch(entry -> entry.text().isAmbiguous());
    assertThat(entries.subList(entries.size() - 30, entries.size()))
        .noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void aForgedLengthInsideMakesDoubtLastAsFarAsIt() {
    String longer = FORGED.replace("length 40", "length 3000");
    StringBuilder text = new StringBuilder(datagram(1, "x"));
    text.append(doubtful(2, longer));
    for (int i = 0; i < 200; i++) {
      text.append(datagram(10 + i / 10, "as usual"));
    }
    List<Entry> entries = read(text.toString());
    int reached = text.indexOf("9.9.9.9") + 2900;
    long offset = 0;
    for (Entry entry : entries) {
      boolean inside = offset > text.indexOf("10:00:02") && offset < reached;
      assertThat(inside && !entry.text().isAmbiguous()).as("at %d", offset).isFalse();
      offset += entry.text().length();
    }
    assertThat(entries).last().matches(entry -> !entry.text().isAmbiguous());
  }
}
