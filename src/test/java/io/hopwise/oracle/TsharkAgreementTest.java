package io.hopwise.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TsharkAgreementTest {
  /** What the captures hold at least, so that an agreement over nothing is none. */
  private static final int MANY = 40_000;

  private static AgreementTable table = new AgreementTable();

  @BeforeAll
  static void compareAllCaptures() throws IOException {
    List<String> missing = Programs.missing("tcpdump", "tshark", "mergecap");
    assumeTrue(missing.isEmpty(), () -> "not compared with tshark, not installed: " + missing);
    List<Path> captures = TsharkAgreement.captures(List.of("testdata"));
    table = TsharkAgreement.compare(captures);
  }

  @Test
  void whatIsReadIsWhatTsharkShows() {
    assertThat(table.differences()).isEmpty();
  }

  @Test
  void allCapturesOfLinksThatTsharkKnowsAreCompared() {
    Path unknown = Path.of("testdata/link/multilink-frame-relay.pcap");
    assertThat(table.unreadable()).isSubsetOf(List.of(unknown));
  }

  @Test
  void everyComparedFieldOccursInTheFixtures() {
    assertThat(table.agreements()).isGreaterThan(MANY);
    assertThat(Field.ALL).allSatisfy(field -> assertThat(table.agreements(field)).isPositive());
  }
}
