package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
import io.hopwise.packet.Reject;
import io.hopwise.parser.Fixtures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parser of single records says of each record what the reader of one says. */
class RecordParserTest {
  private static final RecordParser PARSER = new RecordParser();

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void itSaysWhatHopwiseParseSays(Path text) {
    for (Entry entry : Fixtures.read(Fixtures.bytes(text))) {
      String record = entry.text().toString();
      if (entry instanceof Packet && !record.isBlank()) {
        assertThat(said(PARSER::parse, record)).isEqualTo(said(Hopwise::parse, record));
      }
    }
  }

  /** What a parser makes of a text: an entry, or why it refuses it. */
  private static Object said(java.util.function.Function<String, Entry> parser, String record) {
    try {
      return parser.apply(record);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "\r\n", " ", "\t\n", "hello", "IP", "IP\n", "."})
  void whatIsNoRecordIsReadAsHopwiseParseDoes(String text) {
    assertThat(said(PARSER::parse, text)).hasToString(said(Hopwise::parse, text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:", "2001:db8:", "2001:db8:9:1::"})
  void aRecordThatEndsAmidAnAddressIsNoPacket(String cut) {
    String header = "IP6 (hlim 64, next-header UDP (17) payload length: 45) ";
    assertThat(PARSER.parse(header + "2001:db8:77::a.42100 > " + cut))
        .isInstanceOfSatisfying(
            Reject.class, reject -> assertThat(reject.error().expected()).contains("cut"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:::", "::1:", "2001:db8:9:1::5:", "2001:db8:1:2:3:4:5:6:", "x:"})
  void aWholeAddressIsOneWithoutAPort(String whole) {
    String record = "IP6 (hlim 64, next-header ICMPv6 (58) payload length: 16) 2001:db8::a > ";
    assertThat(PARSER.parse(record + whole + " ICMP6, echo request, id 1, seq 1, length 16"))
        .isInstanceOf(Packet.class);
  }

  @Test
  void nothingAndTwoRecordsAreRefused() {
    String record =
        """
        IP (tos 0x0, ttl 61, id 1, offset 0, flags [none], proto UDP (17), length 33)
            192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 5
        """;
    assertThat(PARSER.parse(record)).isInstanceOf(Packet.class);
    assertThatThrownBy(() -> PARSER.parse("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> PARSER.parse(record + record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than one record");
  }
}
