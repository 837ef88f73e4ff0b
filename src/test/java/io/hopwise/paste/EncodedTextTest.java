package io.hopwise.paste;

import static io.hopwise.paste.Pasted.packets;
import static io.hopwise.paste.Pasted.text;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.escape.Escaper;
import com.google.common.net.UrlEscapers;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that was encoded as a whole, and other ways to number lines and to list them. */
class EncodedTextTest {
  private static CaptureReader read(byte[] text) {
    return Hopwise.read(new ByteArrayInputStream(text));
  }

  @Test
  void percentSignsAreUndone() throws IOException {
    Escaper escaper = UrlEscapers.urlPathSegmentEscaper();
    for (String fixture : List.of("tcp/session", "tcp/session6")) {
      String text = text(fixture);
      String encoded = escaper.escape(text);
      assertThat(packets(encoded)).as(fixture).isNotEmpty().isEqualTo(packets(text));
    }
  }

  @Test
  void pairsOfLokiAreRead() throws IOException {
    String text = text("tcp/session");
    StringBuilder pairs = new StringBuilder("{\"values\":[");
    for (String line : Splitter.on('\n').split(text.stripTrailing())) {
      String string = line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
      pairs.append(pairs.length() > 11 ? "," : "");
      pairs.append("[\"1699999999123456789\",\"").append(string).append("\"]");
    }
    assertThat(packets(pairs.append("]}\n").toString())).isNotEmpty().isEqualTo(packets(text));
  }

  @Test
  void numbersThatAreFlushLeftAreSetAside() throws IOException {
    String text = text("tcp/session");
    StringBuilder numbered = new StringBuilder();
    int count = 0;
    for (String line : Splitter.on('\n').split(text.stripTrailing())) {
      numbered.append(String.format("%-6d\t%s%n", ++count, line));
    }
    assertThat(packets(numbered.toString())).isNotEmpty().isEqualTo(packets(text));
  }

  @Test
  void utf16IsAmongHowTheTextWasTaken() throws IOException {
    CaptureReader reader = read(text("tcp/session").getBytes(UTF_16LE));
    while (reader.hasNext()) {
      reader.next();
    }
    assertThat(reader.summary().pasted()).hasSize(1);
    assertThat(reader.summary().pasted().get(0).words()).isEqualTo("UTF-16");
    assertThat(reader.summary().pasted().get(0).lines())
        .isEqualTo(text("tcp/session").lines().count());
  }

  @Test
  void aLineOfNoBreakBlanksIsKept() throws IOException {
    String text = text("tcp/session");
    assertThat(packets("\u00a0\u00a0\n" + text + "\u2003\n")).isEqualTo(packets(text));
  }
}
