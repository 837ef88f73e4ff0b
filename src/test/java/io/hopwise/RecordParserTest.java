package io.hopwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopwise.packet.Entry;
import io.hopwise.packet.Packet;
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
