package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.parser.Fixtures;
import io.hopwise.parser.TcpdumpLineKinds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the first line of a dump looks like, it is the packet's. */
class DumpFirstLineTest {
  private static final String STATISTICS =
      "tcpdump: 1 packet captured, 2 packets received by filter, 0 packets dropped by kernel\n";

  /** Link layers, as -AA prints them, and what the line that begins with each looks like. */
  static Stream<String> links() {
    return Stream.of(
        "1:00:01.0 ....",
        "1700000.12 ...",
        "2024-06-10 10:00:01.0 ...",
        "000001 .......",
        " 0:00:01.0 ...",
        "[timestamp overflow] ...",
        "IP ...........",
        "arp ..........",
        "a > b:........",
        "    ..........",
        "\t.............",
        "0x0000:  .....",
        "\tJuniper PCAP Flags ...",
        "[|x]\n.........",
        ">>> NBT ......",
        "\t\n............",
        "\n.............",
        "^C............",
        STATISTICS + "....",
        "listening on ...",
        "reading from file ...",
        "tcpdump: .....",
        "2 packets captured\n...",
        "Got 7.........",
        "a@b:~#\n.......",
        "[a@b]$\n......",
        "$ tcpdump ....",
        "sudo tcpdump ....",
        "..............");
  }

  private static LineKind kind(String link) {
    byte[] line = (link.substring(0, link.indexOf('\n') + 1) + "E").getBytes(ISO_8859_1);
    byte[] all = (link + "E.\n").getBytes(ISO_8859_1);
    int end = link.indexOf('\n') < 0 ? all.length : line.length - 1;
    return new TcpdumpLineKinds().kind(all, 0, end);
  }

  @Test
  void everyKindOfLineIsTried() {
    Set<LineKind> kinds = EnumSet.noneOf(LineKind.class);
    links().forEach(link -> kinds.add(kind(link)));
    assertThat(kinds).isEqualTo(EnumSet.allOf(LineKind.class));
  }

  private static String record(String beginning, String link) {
    return beginning
        + "IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length 33)\n"
        + "    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5\n"
        + link
        + "E..!....=...........12345678hello\n";
  }

  private static void assertOnlyTheRecords(String text, int count) {
    List<Entry> entries = Fixtures.read(text.getBytes(ISO_8859_1));
    assertThat(Fixtures.joined(entries)).isEqualTo(text.getBytes(ISO_8859_1));
    assertThat(entries)
        .filteredOn(entry -> !(entry instanceof Packet))
        .allMatch(entry -> entry.text().isAmbiguous());
    assertThat(entries)
        .filteredOn(Packet.class::isInstance)
        .hasSize(count)
        .allMatch(entry -> ((Packet) entry).ip().src().text().equals("192.0.2.7"));
  }

  @ParameterizedTest
  @MethodSource("links")
  void aDumpsFirstLineBelongsToTheSecondRecordWhateverItLooksLike(String link) {
    String usual = ".".repeat(link.length());
    assertOnlyTheRecords(
        record("10:00:01.000000 ", usual)
            + record("10:00:02.000000 ", link)
            + record("10:00:03.000000 ", usual),
        3);
  }

  @ParameterizedTest
  @MethodSource("links")
  void aDumpsFirstLineBelongsToTheFirstRecordWhateverItLooksLike(String link) {
    assertOnlyTheRecords(
        record("10:00:01.000000 ", link)
            + record("10:00:02.000000 ", link)
            + record("10:00:03.000000 ", link),
        3);
  }

  @ParameterizedTest
  @MethodSource("links")
  void aDumpsFirstLineBelongsToItsRecordWithoutTimesToo(String link) {
    assertOnlyTheRecords(record("", link) + record("", link) + record("", link), 3);
  }

  /** IPv4 headers: an identification, a checksum and an address of 10.0.0.0/8 end a prompt. */
  @ParameterizedTest
  @ValueSource(strings = {"E..!..@.@..#\n...", "E..!..@.@..$\n...", "E..!a@..=..$\n\n\n\n"})
  void aHeaderIsNoPrompt(String header) {
    String head =
        "10:00:0%d.000000 IP (tos 0x0, ttl %d, id %d, offset 0, flags [none], proto UDP (17),"
            + " length 33)\n    %s.4001 > 192.0.2.8.4002: UDP, length 5\n";
    int ttl = header.charAt(8);
    int id = header.charAt(4) == 'a' ? 'a' * 256 + '@' : 0;
    String src = header.endsWith("\n") ? "10.10.10.10" : "10.1.2.3";
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < 5; i++) {
      text.append(head.formatted(i, ttl, id, src)).append(header).append("....12345678hello\n");
    }
    assertThat(Fixtures.read(text.toString().getBytes(ISO_8859_1)))
        .hasSize(4)
        .allMatch(entry -> entry instanceof Packet && !entry.text().isAmbiguous());
  }

  @Test
  void countersInApplicationTextDoNotSwallowTheDump() {
    String forged =
        "x\n10:00:01.500000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length"
            + " 40)\n    9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0\n";
    int length = 20 + forged.length();
    String carrier =
        "10:00:01.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length "
            + length
            + ")\n    192.0.2.7.4001 > 192.0.2.8.4002: words\n\tmore "
            + STATISTICS
            + "E."
            + (char) 0x2e
            + (length >= ' ' && length <= '~' ? (char) length : '.')
            + "....=..........."
            + forged
            + "\n";
    assertOnlyTheRecords(carrier + record("10:00:02.000000 ", ""), 2);
  }

  @Test
  void countersMayBeApplicationTextWhereTheLinkLayerHoldsLineFeeds() {
    String link = ".\nC.....CCC..";
    String carrier =
        "10:00:01.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length "
            + "45)\n    192.0.2.7.4001 > 192.0.2.8.69:  17 RRQ \"a\" x"
            + STATISTICS
            + link
            + "E..-....=...........12345678the end of it all\n";
    assertOnlyTheRecords(record("10:00:00.000000 ", "......CCCCCC..") + carrier, 2);
  }

  /** Where hosts have names, nothing tells their bytes: the characters look like any packet's. */
  @Test
  void dumpsInHexadecimalBehindNamesAreNoDumpsOfCharacters() throws IOException {
    String numeric = Files.readString(Path.of("testdata/dump/packets.hex-ascii.txt"), ISO_8859_1);
    String named =
        numeric
            .replace("203.0.113.77.", "client.example.net.")
            .replace("198.51.100.9.", "www.example.org.");
    List<Entry> entries = entries(named);
    assertThat(entries).hasSameSizeAs(entries(numeric));
    assertThat(entries).noneMatch(entry -> entry.text().isAmbiguous());
  }

  private static List<Entry> entries(String text) {
    return Hopwise.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1))).stream().toList();
  }
}
