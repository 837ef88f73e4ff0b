package io.hopwise.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ICMP quotes stands behind a tab, whatever became of that. */
class LostTabsTest {
  private static final List<String> FIXTURES =
      List.of(
          "icmp/traceroute", "icmp/unreachable", "icmp/traceroute.plain", "icmp/unreachable.plain");

  @ParameterizedTest
  @ValueSource(strings = {"\\t", "^I", " ", "  ", "    ", "        ", ""})
  void whatIsLeftOfATabIsOneAgain(String left) throws IOException {
    Pasted.assertUndone(FIXTURES, text -> text.replace("\t", left));
    Pasted.assertUndone(
        FIXTURES, text -> Pasted.lines(text.replace("\t", left), line -> "> " + line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\t", "^I"})
  void dumpsInHexadecimalStandBehindTabsToo(String left) throws IOException {
    Pasted.assertUndone(List.of("icmp6/errors"), text -> text.replace("\t", left));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "  ", ""})
  void dumpsInHexadecimalAreKnownWithoutTheirTabs(String left) throws IOException {
    List<String> fixtures = List.of("icmp6/errors");
    Pasted.assertUndone(fixtures, text -> text.replace("\t", left));
    Pasted.assertUndone(
        fixtures, text -> Pasted.lines(text.replace("\t", left), line -> "> " + line));
  }

  @Test
  void withoutTimesARecordBehindAMessageIsNoQuotedPacket() {
    String record =
        """
        IP (tos 0x0, ttl 60, id 7, offset 0, flags [none], proto ICMP (1), length 56)
            192.0.2.254 > 203.0.113.77: ICMP echo reply, id 1, seq 1, length 36
        IP (tos 0x0, ttl 57, id 9, offset 0, flags [DF], proto TCP (6), length 40)
            198.51.100.9.443 > 203.0.113.77.49731: Flags [R], cksum 0xd69c (correct), seq 1, win 0, length 0
        """;
    assertThat(Pasted.packets(record)).hasSize(2);
    assertThat(Pasted.packets(Pasted.lines(record, line -> "> " + line))).hasSize(2);
  }
}
