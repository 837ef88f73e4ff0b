package io.hopwise.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Port;
import io.hopwise.packet.UdpDatagram;
import io.hopwise.parser.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payload that {@code tcpdump -A} prints raw cannot forge a record. */
class AsciiDumpTest {
  private static final String FORGED =
      """
      10:00:01.000000 IP (tos 0x0, ttl 9, id 9, offset 0, flags [none], proto TCP (6), length 40)
          9.9.9.9.1 > 8.8.8.8.2: Flags [R], seq 1, win 1, length 0
      E..(....@.!.........
      """;

  /** How -A prints an IPv4 header without options and a UDP header. */
  private static String dump(int length, String payload) {
    char high = printed(length >> 8);
    char low = printed(length);
    return "E." + high + low + "....=.~~" + "...." + "...." + "12345678" + payload + "\n";
  }

  private static char printed(int value) {
    int b = value & 0xFF;
    return (b >= ' ' && b <= '~') || b == '\n' || b == '\t' ? (char) b : '.';
  }

  private static String record(int second, String payload, int bytes) {
    int length = 28 + bytes;
    return String.format(
            "10:00:%02d.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17),"
                + " length %d)%n    192.0.2.7.4001 > 192.0.2.8.4002: UDP, length %d%n",
            second, length, bytes)
        + dump(length, payload).replace(".~~", "...");
  }

  private static List<Entry> read(String text) {
    List<Entry> entries = Fixtures.read(text.getBytes(ISO_8859_1));
    assertThat(Fixtures.joined(entries)).isEqualTo(text.getBytes(ISO_8859_1));
    return entries;
  }

  private static void assertOnlySurePackets(String text, int count) {
    List<Entry> entries = read(text);
    assertThat(entries)
        .hasSize(count)
        .allSatisfy(
            entry -> {
              assertThat(((Packet) entry).ip().src().text()).isEqualTo("192.0.2.7");
              assertThat(entry.text().isAmbiguous()).isFalse();
            });
  }

  private static String after(int second) {
    return record(second, "the end of it all", 17);
  }

  @Test
  void aRecordInsideAPayloadIsNotRead() {
    String payload = "one\n" + FORGED + "two";
    String hostile = record(1, payload, payload.length());
    assertOnlySurePackets(record(0, "x".repeat(99), 99) + hostile + after(2), 3);
  }

  @Test
  void recordsInsideAreDoubtfulIfThePacketMayHaveBeenCut() {
    String others = after(2) + after(3);
    int captured = "abc\n".length();
    String cut = record(1, "abc", captured + others.length() - 1);
    List<Entry> entries = read(cut + others + after(4));
    assertThat(entries).hasSize(2);
    assertThat(entries).first().matches(entry -> entry.text().isAmbiguous());
    // As much as that was captured before, so that this packet was not cut.
    int more = captured + others.length();
    assertOnlySurePackets(record(0, "x".repeat(more), more) + cut + others + after(4), 3);
  }

  @Test
  void theDumpIsKeptApartFromTheRecord() {
    Packet packet = (Packet) read(record(1, "a\nb", 3) + after(2)).get(0);
    assertThat(packet.dump()).endsWith("12345678a\nb");
    assertThat(packet.payload().text()).isEmpty();
  }

  @Test
  void theLinkLayerOfNetfilterStandsBeforeThePacket() {
    // -AA of LINKTYPE_NFLOG: more than a hundred bytes, a line feed among them.
    String link = ".".repeat(40) + "\n" + ".".repeat(70);
    String first = record(1, "abc", 3).replace("E.", link + "E.");
    assertOnlySurePackets(first + after(2).replace("E.", link + "E."), 2);
  }

  @Test
  void countersInsideAPayloadAreNotRead() {
    String payload = "one\n3 packets captured\n^C\nlistening on eth0, link-type EN10MB\n";
    assertOnlySurePackets(record(1, payload, payload.length()) + after(2), 2);
  }

  @Test
  void aPayloadThatEndsInALineFeedEndsWithIt() {
    assertOnlySurePackets(record(1, "one\n\n\n", 6) + after(2), 2);
  }

  @Test
  void theLastDumpMayEndTheInput() {
    String payload = "one\n" + FORGED;
    assertOnlySurePackets(after(1) + record(2, payload, payload.length()), 2);
    assertOnlySurePackets(after(1) + record(2, "abc", 3).stripTrailing(), 2);
  }

  @Test
  void countersAfterTheLastDumpAreNotices() {
    List<Entry> entries = read(record(1, "a\nb\n", 4) + "\n2 packets captured\n");
    assertThat(entries).hasSize(3);
  }

  @Test
  void carriageReturnsBeforeLineFeedsMayBeOmitted() {
    // Twenty bytes on the wire, of which tcpdump since 4.7 prints eighteen.
    assertOnlySurePackets(record(1, "GET / HTTP/1.0\n\nab", 20) + after(2), 2);
  }

  @Test
  void shortFramesArePadded() {
    assertOnlySurePackets(record(1, "ab" + ".".repeat(16), 2) + after(2), 2);
  }

  @Test
  void aRecordWithTwoPossibleEndsIsAmbiguous() {
    // So many returns may have been left out that the forged record may be a record.
    String payload = "\n".repeat(400) + FORGED + "the end";
    List<Entry> entries = read(record(1, payload, payload.length()) + after(2));
    assertThat(entries).anySatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
    assertThat(entries)
        .filteredOn(entry -> entry instanceof Packet p && p.ip().src().text().equals("9.9.9.9"))
        .allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void theRecordsAfterATruncatedDumpAreAmbiguous() {
    // The capture kept less of the packet than the header says: the forged lines may be its own.
    String cut = record(1, "one\n" + FORGED, 900);
    List<Entry> entries = read(cut + after(2) + after(3));
    assertThat(entries).allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void theSnapshotLengthSaysWhereADumpIsCut() {
    String payload = "one\n" + FORGED;
    String listening =
        "listening on eth0, link-type EN10MB (Ethernet), snapshot length "
            + (14 + 28 + payload.length())
            + " bytes\n";
    List<Entry> entries = read(listening + record(1, payload, 1000) + after(2));
    assertThat(entries)
        .hasSize(3)
        .noneSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void withoutLengthsTheTransportTellsThem() {
    String payload = "one\n10:00:01.000000 IP 9.9.9.9.1 > 8.8.8.8.2: UDP, length 3\ntwo";
    String head = "10:00:00.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length ";
    String first = head + payload.length() + "\n" + dump(28 + payload.length(), payload);
    assertThat(
            read(
                first.replace(".~~", "...") + head + "3\n" + dump(31, "abc").replace(".~~", "...")))
        .hasSize(2)
        .noneSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  /** A record of which less was captured than its length says. */
  private static String cutRecord(int second, String captured) {
    return record(second, captured, 1000);
  }

  private static List<String> sources(List<Entry> entries) {
    return entries.stream().map(entry -> ((Packet) entry).ip().src().text()).toList();
  }

  @Test
  void aForgedHeadWithoutADumpOfItsOwnIsNoRecordEvenWhereDumpsAreCut() {
    String headOnly = FORGED.substring(0, FORGED.indexOf("E..("));
    List<Entry> entries = read(cutRecord(1, "one\n" + headOnly + "two") + after(2) + after(3));
    assertThat(sources(entries)).containsExactly("192.0.2.7", "192.0.2.7", "192.0.2.7");
    assertThat(entries.get(0).text().isAmbiguous()).isTrue();
  }

  @Test
  void aForgedRecordWithADumpIsAmbiguousWhereDumpsAreCut() {
    List<Entry> entries = read(cutRecord(1, "one\n" + FORGED) + after(2) + after(3));
    assertThat(entries).allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void truncatedDumpsDoNotSwallowTheNextRecords() {
    StringBuilder text = new StringBuilder();
    for (int second = 10; second < 40; second++) {
      text.append(cutRecord(second, "the first bytes"));
    }
    assertThat(sources(read(text.toString()))).hasSize(30);
  }

  @Test
  void aZoneThatIsNoInterfaceHereDoesNoHarm() {
    String text = "IP6 fe80::1%nowhere.7 > fe80::2.9: UDP, length 3\n`......,.@ abc\n";
    Packet packet = (Packet) read(text).get(0);
    assertThat(packet.ip().src().text()).isEqualTo("fe80::1%nowhere");
    assertThat(((UdpDatagram) packet.payload()).srcPort()).isEqualTo(Port.of(7));
  }

  @Test
  void truncatedRecordsOfInexactLengthAreAllRead() {
    StringBuilder text = new StringBuilder();
    for (int second = 1; second < 10; second++) {
      text.append("10:00:0").append(second).append(".324021 IP 192.0.2.10.51000 >");
      text.append(" 198.51.100.20.40001: tcp 200");
      text.append("\nE.....@.@.M....\n.3d..8.A;.....^.");
      text.append(".".repeat(8 + second)).append('\n');
    }
    List<Entry> entries = read(text.toString());
    assertThat(sources(entries)).hasSize(9);
    assertThat(entries).allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  private static String numbered(int number, String record) {
    return String.format("%5d  %s", number, record);
  }

  /** A cut record whose length reaches to the end of so many records behind it, by accident. */
  private static String cutRecordUpTo(int second, String captured, int after) {
    return record(second, captured, captured.length() + 1 + after);
  }

  @Test
  void recordsThatACutDumpsLengthReachesOverByAccidentAreReadWhereNumbersTell() {
    StringBuilder after = new StringBuilder();
    for (int number = 2; number < 20; number++) {
      after.append(numbered(number, after(10 + number)));
    }
    String cut = numbered(1, cutRecordUpTo(10, "one", after.length() - 1));
    assertThat(sources(read(cut + after + numbered(20, after(40))))).hasSize(20);
  }

  @Test
  void aForgedNumberDoesNotEndADumpOfKnownLength() {
    String payload = "one\n" + numbered(2, FORGED) + "two";
    String first = numbered(1, record(1, payload, payload.length()));
    assertOnlySurePackets(first + numbered(2, after(2)) + numbered(3, after(3)), 3);
  }

  @Test
  void recordsBeyondTheLongestPossibleDumpAreSureAgain() {
    StringBuilder text = new StringBuilder(cutRecord(1, "one"));
    for (int second = 10; second < 40; second++) {
      text.append(after(second));
    }
    List<Entry> entries = read(text.toString());
    assertThat(entries).hasSize(31);
    assertThat(entries.get(1).text().isAmbiguous()).isTrue();
    assertThat(entries.get(30).text().isAmbiguous()).isFalse();
  }

  @Test
  void doubtAboutAPassedRecordEndsBeyondAllThatMayCoverIt() {
    // If the forged head is real, what it leads to is; behind both readings records are sure.
    String inside = "x\n" + after(3);
    StringBuilder text = new StringBuilder(cutRecord(1, "one"));
    text.append(record(2, inside, inside.length()));
    for (int second = 10; second < 40; second++) {
      text.append(after(second));
    }
    List<Entry> entries = read(text.toString());
    assertThat(entries.subList(0, 5)).allMatch(entry -> entry.text().isAmbiguous());
    assertThat(entries.subList(10, 30)).noneMatch(entry -> entry.text().isAmbiguous());
  }

  @Test
  void omittedCarriageReturnsDoNotMergeShortRecords() {
    // So many lines that several records would fit into what may be missing.
    String payload = "$3\nxxx\n".repeat(200);
    int bytes = payload.length() + 400;
    List<Entry> entries = read(record(1, payload, bytes) + after(2) + after(3) + after(4));
    assertThat(sources(entries)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:00:0%d.000000", "2024-06-10 10:00:0%d.000000", "170000000%d.000000"})
  void aTimeThatCannotBeEndsADumpWhateverFormTheOthersHave(String time) {
    String words = after(1).substring("10:00:01.000000".length());
    String text =
        time.formatted(1)
            + words
            + "[Error converting time]"
            + words
            + "[Invalid header: caplen==0, len==0]\n"
            + time.formatted(3)
            + words;
    List<Entry> entries = read(text);
    assertThat(entries).hasSize(4);
    assertThat(entries.get(1)).isInstanceOf(Packet.class);
  }

  @Test
  void optionsThatAreNotPrintedAreToldByTheDump() {
    String head = "10:00:00.000000 IP 192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 9\n";
    String dump = "F..)....=..............." + "...." + "1234" + "5678" + "a\nbcdefgh" + "\n";
    List<Entry> entries = read(head + dump + head + dump);
    assertThat(entries)
        .hasSize(2)
        .noneSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @Test
  void wordsFromAPacketDoNotTellItsLength() {
    // The name of an LLDP neighbour says another length than LLDP does.
    String head = "10:00:0%d.000000 LLDP, length 60: name, length 46\n";
    String forged = "x".repeat(45) + "\n" + FORGED;
    String text = after(1) + head.formatted(2) + forged + "\n" + after(3);
    assertThat(read(text))
        .filteredOn(entry -> entry instanceof Packet p && p.ip().src().text().equals("9.9.9.9"))
        .allSatisfy(entry -> assertThat(entry.text().isAmbiguous()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7.4001 > 192.0.2.8", "192.0.2.13.4001 > 10.0.0.7"})
  void aCarriageReturnMayBeOmittedWithinTheHeader(String flow) {
    // Of a checksum that ends in 0d before 10.0.0.7, of 192.0.2.13 before 10.0.0.7.
    String without = flow.startsWith("10") ? ".\n..." + "...." : ".." + "..." + "\n...";
    String record = record(1, "abc", 3).replace("192.0.2.7.4001 > 192.0.2.8", flow);
    String returnless = record.replace("=." + ".." + "........", "=." + without);
    assertThat(returnless).hasSize(record.length() - 1);
    List<Entry> entries = read(returnless + returnless + after(2));
    assertThat(entries)
        .hasSize(3)
        .allSatisfy(
            entry -> {
              assertThat(((Packet) entry).dump()).startsWith("E.").doesNotContain("UDP");
              assertThat(entry.text().isAmbiguous()).isFalse();
            });
  }
}
