package io.hopwise.cli.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.LossAccount;
import io.hopwise.packet.Entry;
import io.hopwise.packet.Notice;
import io.hopwise.parser.Fixtures;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command and the library believe the same of what tcpdump says it captured. */
class ReadCountsTest {
  /** A datagram and its payload of 8 bytes, as {@code tcpdump -vA} prints them. */
  private static final String DATAGRAM =
      """
      10:00:00.000000 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto UDP (17), length 36)
          192.0.2.7.4001 > 192.0.2.8.4002: UDP, length 8
      E..$....=...........12345678payload.
      """;

  @Test
  void aStatementThatMayBePayloadIsBelievedByNeither() {
    String text = DATAGRAM + "7 packets captured\n" + DATAGRAM;
    List<Entry> entries = agree(text.getBytes(UTF_8));
    assertThat(entries)
        .anyMatch(
            entry ->
                entry instanceof Notice notice
                    && notice.kind() == Notice.Kind.PACKETS_CAPTURED
                    && notice.text().isAmbiguous());
  }

  static List<Path> textsWithStatements() {
    return Fixtures.texts().stream()
        .filter(file -> new String(Fixtures.bytes(file), ISO_8859_1).contains(" captured\n"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsWithStatements")
  void ofAFixtureBothBelieveTheSame(Path file) {
    assertThat(agree(Fixtures.bytes(file))).isNotEmpty();
  }

  private static List<Entry> agree(byte[] text) {
    CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text));
    List<Entry> entries = new ArrayList<>();
    reader.forEachRemaining(entries::add);
    List<LossAccount> accounts = reader.summary().accounts();
    OptionalLong one =
        accounts.size() == 1 ? OptionalLong.of(accounts.get(0).captured()) : OptionalLong.empty();
    assertThat(counted(entries).stated()).isEqualTo(one);
    return entries;
  }

  private static ReadCounts counted(List<Entry> entries) {
    ReadCounts counts = new ReadCounts();
    entries.forEach(counts::add);
    return counts;
  }
}
