package io.hopwise.analysis.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Analyzer;
import io.hopwise.analysis.rules.StandardRules;
import io.hopwise.analysis.settings.Settings;
import org.junit.jupiter.api.Test;

class PortNamesTest {
  private final Analyzer analyzer = new Analyzer(StandardRules.all(), Settings.STANDARD);

  // "Aa" and "BB" are the shortest names with one hash code.
  @Test
  void servicesWhoseNamesShareAHashCodeAreDifferentConnections() {
    assertThat("Aa").hasSameHashCodeAs("BB");
    accept("192.0.2.1.Aa > 192.0.2.2.51000");
    accept("192.0.2.1.BB > 192.0.2.2.51000");
    accept("192.0.2.2.51000 > 192.0.2.1.Aa");
    assertThat(analyzer.capture().connections()).hasSize(2);
  }

  @Test
  void bothDirectionsBetweenTwoNamesOfOneHostAreOneConnection() {
    accept("192.0.2.1.Aa > 192.0.2.1.BB");
    accept("192.0.2.1.BB > 192.0.2.1.Aa");
    assertThat(analyzer.capture().connections()).hasSize(1);
    assertThat(analyzer.capture().connections().get(0).flows())
        .extracting(Flow::packets)
        .containsExactly(1L, 1L);
  }

  @Test
  void aNameAndItsNumberAreOneConnection() {
    accept("192.0.2.1.telnet > 192.0.2.2.51000");
    accept("192.0.2.2.51000 > 192.0.2.1.23");
    assertThat(analyzer.capture().connections()).hasSize(1);
  }

  private void accept(String ends) {
    analyzer.accept(
        Hopwise.parse(
            "12:00:00.000000 IP (tos 0x0, ttl 60, id 1, offset 0, flags [DF], proto TCP (6), length"
                + " 40)\n    "
                + ends
                + ": Flags [.], ack 1, win 500, length 0\n"));
  }
}
