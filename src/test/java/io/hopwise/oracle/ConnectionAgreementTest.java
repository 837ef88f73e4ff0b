package io.hopwise.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What became of connections, held against readers that Hopwise has nothing in common with. */
@Tag("long")
class ConnectionAgreementTest {
  /** What the captures hold at least, so that an agreement over nothing is none. */
  private static final int MANY = 25;

  /** Where the two differ, and why. */
  private static final ImmutableMap<String, String> TSHARK_DIFFERS =
      ImmutableMap.of(
          "silent-under-way.pcap",
          "for tshark what comes 3 ms late is sent again, be it the first time that it is seen",
          "silent-receiver-lost.pcap",
          "and what fills a hole 400 ms late",
          "fires-fin.pcap",
          "for tshark what overlaps within 3 ms is out of order");

  private static final ImmutableMap<String, String> TCPTRACE_DIFFERS =
      ImmutableMap.of(
          "silent-copies.pcap",
          "for tcptrace the very same packet, by its IP id, is sent again",
          "silent-duplicate.pcap",
          "and so is this one",
          "fires-other-start.pcap",
          "and so is a segment whose sequence number and IP id a forger used before",
          "both-sides-of-router/",
          "and so is a SYN that comes by again with another TTL",
          "routing-loop/",
          "and so is one that goes round in circles");

  @Test
  void whatBecameOfConnectionsIsWhatTsharkMakesOfThem() throws IOException {
    assumeInstalled("tcpdump", "tshark");
    ConnectionAgreement agreement = ConnectionAgreement.compare(captures());
    assertThat(agreement.differences())
        .filteredOn(difference -> !isExplained(difference, TSHARK_DIFFERS))
        .isEmpty();
    for (String what : List.of("connection", "outcome", "end", "packets", "bytes")) {
      assertThat(agreement.agreements(what)).as(what).isGreaterThan(MANY);
    }
    assertThat(agreement.agreements("handshake")).isGreaterThan(MANY / 2);
    assertThat(agreement.agreements("retransmissions")).isGreaterThan(MANY);
  }

  @Test
  void packetsBytesAndWhatIsSentAgainAreTcptraces() throws IOException {
    assumeInstalled("tcpdump", "tcptrace");
    ConnectionAgreement agreement = ConnectionAgreement.withTcptrace(captures());
    assertThat(agreement.differences())
        .filteredOn(difference -> !isExplained(difference, TCPTRACE_DIFFERS))
        .isEmpty();
    for (String what : List.of("packets", "bytes", "retransmissions")) {
      assertThat(agreement.agreements(what)).as(what).isGreaterThan(MANY);
    }
  }

  /** Those in which somebody talks: in the others each packet is made for itself. */
  private static List<Path> captures() throws IOException {
    return TsharkAgreement.captures(List.of("testdata/rules", "testdata/reset"));
  }

  private static boolean isExplained(String difference, ImmutableMap<String, String> reasons) {
    return difference.startsWith("retransmissions")
        && reasons.keySet().stream().anyMatch(difference::contains);
  }

  private static void assumeInstalled(String... programs) {
    List<String> missing = Programs.missing(programs);
    assumeTrue(missing.isEmpty(), () -> "not compared, not installed: " + missing);
  }
}
