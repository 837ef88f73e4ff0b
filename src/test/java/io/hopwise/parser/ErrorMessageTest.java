package io.hopwise.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.packet.Reject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged text is rejected with the place where it stopped making sense, and what fits there. */
class ErrorMessageTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "garbage | line 1:8: expected a record (a time, IP, IP6, ARP …) or a message of tcpdump"
            + " (listening on …)",
        "10:00:00.000001 IP (tos 0x0, utl 61, id 7, offset 0, flags [DF], proto TCP (6), length 40)"
            + " | line 1:28: expected \", id 0\"",
        "10:00:00.000001 IP (tos 0x0, ttl 999, id 7, offset 0, flags [DF], proto TCP (6), length 40)"
            + " | line 1:36: expected \", id 0\"",
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [XF], proto TCP (6), length 40)"
            + " | line 1:52: expected \", flags [+]\"",
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto TCP (6), length 40)"
            + " | line 1:91: expected an address and \" > \"",
        "10:00:00.000001 IP6 (hlim 61, next-header TCP (6) payload length: 20) 2001:db8::1 >"
            + " | line 1:71: expected an address and \" > \"",
        "10:00:00.000001 IP (tos 0x0, ttl 6 | line 1:35: expected \", id 0\"",
      })
  void anErrorNamesThePlaceAndWhatWasExpected(String text, String message) {
    Reject reject = (Reject) Fixtures.read(text + "\n").get(0);
    assertThat(reject.error().message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"ttl, 28", "offset, 42", "length, 79"})
  void theCaretStandsUnderThePlace(String word, int column) {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl 61, id 7, offset 0, flags [DF], proto TCP (6), length 40)\n";
    String damaged = text.replace(word, "x" + word.substring(1));
    Reject reject = (Reject) Fixtures.read(damaged).get(0);
    assertThat(reject.error().column()).isEqualTo(column);
    String[] lines = reject.error().withCaret().split("\n", -1);
    assertThat(lines[1].substring(lines[2].indexOf('^'))).startsWith(", x");
  }
}
