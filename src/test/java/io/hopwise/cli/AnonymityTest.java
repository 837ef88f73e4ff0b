package io.hopwise.cli;

import static io.hopwise.cli.Ran.hopwise;
import static io.hopwise.cli.Ran.onInput;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.report.csv.CsvField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --anonymize} over a capture that holds all there is to leak, however it was printed. */
class AnonymityTest {
  private static final Path FOLDER = Path.of("testdata/anonymous");

  /** Every value that tells somebody apart, in each spelling that tcpdump has for it. */
  private static final ImmutableList<String> VALUES =
      ImmutableList.of(
          // addresses, as text, in dumps, and as numbers
          "203.0.113",
          "198.51.100",
          "192.0.2",
          "2001:db8",
          "cb0071",
          "cb00 71",
          "c633 64",
          "2001 0db8",
          // of the link layer, with colons, as IS-IS and dumps print them, and part of them
          "02:5e:c2:e7",
          "5e:c2:e7",
          "025e.c2e7",
          "025e c2e7",
          "c2e7 0099",
          "02:00:00:00:77",
          "02:00:00:00:09",
          // names and passwords, and their octets
          "plugh",
          "Xyzzy",
          "706c 7567",
          "5879 7a7a",
          "58797a7a",
          "Xyz",
          // keys, digests, cookies, tokens and codes of options
          "a1a2a3a4",
          "b1b2b3b4",
          "c1c2c3c4",
          "dec0de77",
          "feedbeef",
          "f989a1",
          "a1a2 a3a4",
          // tunnels, security associations, sessions, SCTP and DCCP
          "beef77",
          "12513143",
          "777001",
          "30584",
          "30585",
          "7778",
          "dd445566",
          "dd44 5566",
          "3735928439",
          "3237998233",
          "2033006391",
          "45295678",
          // sums that are there, and sums that should be
          "7a3f",
          "5b1d",
          "1446",
          "ff1f",
          "0868",
          "266d",
          "095b",
          "51d2",
          "12a3");

  private static final Pattern SUM =
      Pattern.compile(
          "c?k?sum 0x(?!0+\\b)|\"(?:found|expected)\":|-> ?0x(?!0+\\b)|cksum [0-9a-f]*[1-9a-f]");

  @ParameterizedTest
  @MethodSource("prints")
  void noIdentifyingValueIsLeftInTheCapture(Path printed) throws IOException {
    String original = Files.readString(printed);
    assertThat(original).contains("203.0.113");
    String fields = Joiner.on(',').join(CsvField.names());
    for (List<String> format :
        List.of(
            List.of("--format", "text"),
            List.of("--format", "ndjson"),
            List.of("--format", "csv"),
            List.of("--format", "csv", "--fields", fields + ",icmp.quoted.ip.src,inner.ip.src"))) {
      Ran ran = anonymized(printed, format);
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out())
          .as("%s %s", printed, format)
          .doesNotContain(VALUES)
          .doesNotContainPattern(SUM);
    }
  }

  @Test
  void theCaptureContainsEveryIdentifyingValue() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path printed : prints().toList()) {
      all.append(Files.readString(printed));
    }
    assertThat(all.toString()).contains(VALUES);
  }

  /** Masked text must stay what it was: a packet a packet, with the same fields in its headers. */
  @ParameterizedTest
  @MethodSource("prints")
  void anonymizedTextIsReadAsTheSameKindsOfEntries(Path printed) throws IOException {
    String text = anonymized(printed, List.of("--format", "text")).out();
    List<String> before = kinds(Files.readString(printed));
    assertThat(kinds(text)).isEqualTo(before);
  }

  @Test
  void theHelpSaysWhatAnonymizingKeeps() {
    assertThat(hopwise("parse", "--help").out().replaceAll("\\s+", " "))
        .contains("Not changed: protocols, ports, lengths, TTLs, flags, sequence numbers, IP ids");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@plugh-host:~$ tcpdump -i plugh0 -nn -v host plugh-host and port 22",
        "tcpdump: listening on plugh0, link-type EN10MB (Ethernet), snapshot length 262144 bytes",
        "listening on enx025ec2e70099, link-type EN10MB (Ethernet), capture size 262144 bytes",
        "reading from file /home/alice/plugh.pcap, link-type EN10MB (Ethernet)",
        "dropped privs to alice",
        "alice@plugh-host:~$ ls /home/alice",
        "plugh-host# ",
        "=== plugh-host of alice ===",
        "Here is what alice saw at plugh-host:",
        "[... 12 lines of plugh-host ...]",
        "Connection to plugh-host closed.",
        "tcpdump: plugh0: No such device exists",
        "tcpdump: /home/alice/plugh.pcap: No such file or directory",
        "10:00:00.000001 plugh0 In  IP 203.0.113.7.9 > 203.0.113.8.9: UDP, length 1",
        "10:00:00.000001 IP plugh-host.corp.example.9 > alice-pc.corp.example.plughd: UDP, length 1",
        "10:00:00.000001 ARP, Request who-has plugh-host tell alice-pc, length 28",
        "10:00:00.000001 IP 203.0.113.7 > 203.0.113.8: ICMP host plugh-host unreachable, length 36",
        "10:00:00.000001 IP6 fe80::1%plugh0.9 > ff02::1.9: UDP, length 1",
        "10:00:00.000001 LLDP, length 37: plugh-host",
        "10:00:00.000001 LLDP, length 37: 3735928439",
        "10:00:00.000001 STP 802.1d, Config, Flags [none], bridge-id 8000.02:5e:c2:e7:00:99.8001,"
            + " length 35",
        "10:00:00.000001 PPPoE PADO [AC-Name \"plugh-host\"] [AC-Cookie 0xa1a2a3a4] [Host-Uniq 0xfeedbeef]",
        "10:00:00.000001 Beacon (plugh-host) [1.0* 2.0* Mbit] ESS CH: 6, PRIVACY",
        "10:00:00.000001 IP 203.0.113.7 > 203.0.113.8: VRRPv2, Advertisement, vrid 1, auth \"plugh",
        "10:00:00.000001 IP 203.0.113.7.9 > 203.0.113.8.9: Flags [S], seq 1, win 5, options [mptcp 8"
            + " add-addr id 3 203.0.113.7,mptcp 12 join id 2 token 0xfeedbeef nonce 0xdec0de77],"
            + " length 0",
        "10:00:00.000001 CDPv2, ttl: 180s, Device-ID 'plugh-host', length 97",
        "10:00:00.000001 IP 203.0.113.7 > 203.0.113.8: ip-proto-253 plugh 025e.c2e7.0099 02-5e-c2-e7",
      })
  void noIdentifyingWordIsLeftInALine(String line) {
    for (String format : List.of("text", "ndjson", "csv")) {
      String text = line + "\n10:00:00.000002 IP 10.0.0.1.9 > 10.0.0.2.9: UDP, length 1\n";
      Ran ran = onInput(text, "parse", "--anonymize", "--secret", "s", "--format", format);
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out())
          .doesNotContain(VALUES)
          .doesNotContain("alice", "corp.example", "025ec2e7", "02-5e", "203.0");
    }
  }

  @Test
  void timesAreShiftedWhereThatIsAskedFor() {
    String line = "10:00:00.000001 IP 203.0.113.7.9 > 203.0.113.8.9: UDP, length 1\n";
    assertThat(shifted(line, "-3600")).startsWith("09:00:00.000001 ");
    assertThat(shifted(line, "+50400")).startsWith("00:00:00.000001 ");
    assertThat(shifted(line, "random")).doesNotContain("10:00:00", ".000001");
    assertThat(shifted("2024-06-10 " + line, "86400")).startsWith("2024-06-11 10:00:00.000001 ");
    assertThat(shifted("1718000000.25 " + line.substring(16), "-18")).startsWith("1717999982.25 ");
    assertThat(shifted("22:13:20.1000000 " + line.substring(16), "1")).doesNotContain("22:13");
  }

  @Test
  void aTimeShiftIsANumberAndNeedsAnonymize() {
    assertThat(hopwise("parse", "--shift-time", "1", "x").err())
        .isEqualTo("hopwise: --shift-time is for --anonymize\n");
    assertThat(hopwise("parse", "--anonymize", "--shift-time", "1h", "x"))
        .isEqualTo(new Ran(2, "", "hopwise: --shift-time takes seconds or random, not 1h\n"));
  }

  private static String shifted(String line, String shift) {
    return onInput(
            line,
            "parse",
            "--anonymize",
            "--secret",
            "s",
            "--shift-time",
            shift,
            "--format",
            "text")
        .out();
  }

  private static Ran anonymized(Path printed, List<String> format) {
    ImmutableList<String> args =
        ImmutableList.<String>builder()
            .add("parse", "--anonymize", "--secret", "a secret")
            .addAll(format)
            .add(printed.toString())
            .build();
    return hopwise(args.toArray(new String[0]));
  }

  private static List<String> kinds(String text) {
    List<String> kinds = new ArrayList<>();
    Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)))
        .forEachRemaining(entry -> kinds.add(kind(entry)));
    return kinds;
  }

  private static String kind(Entry entry) {
    return entry instanceof Packet packet
        ? packet.payload().getClass().getSimpleName() + packet.ip().ttl() + packet.ip().length()
        : entry.getClass().getSimpleName();
  }

  static Stream<Path> prints() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }
}
