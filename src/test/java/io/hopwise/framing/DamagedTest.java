package io.hopwise.framing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Packet;
import io.hopwise.packet.ip.IpHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to text on its way, and leaves enough to read all packets' headers. */
class DamagedTest {
  private static final Path FOLDER = Path.of("testdata", "damaged");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blank-lines-removed",
        "bom",
        "cr",
        "crcrlf",
        "crlf",
        "cut-lines-120",
        "fenced",
        "indented",
        "indented-2",
        "indented-3",
        "indented-8",
        "indented-session",
        "indented-tab",
        "interrupt-glued",
        "mail-indented",
        "mail-quoted",
        "mail-quoted-twice",
        "no-final-newline",
        "no-leading-space",
        "nul-hole",
        "one-line",
        "one-space-bodies",
        "statistics",
        "tabs-expanded",
        "tabs-to-4-spaces",
        "terminal",
        "typographic",
      })
  void noHeaderOfTheDamagedFixtureIsLost(String name) throws IOException {
    assertThat(headers(name)).isEqualTo(headers("original"));
  }

  private static List<IpHeader> headers(String name) throws IOException {
    try (CaptureReader reader = Hopwise.read(FOLDER.resolve(name + ".txt"))) {
      return reader.stream()
          .filter(Packet.class::isInstance)
          .map(entry -> ((Packet) entry).ip())
          .collect(ImmutableList.toImmutableList());
    }
  }
}
