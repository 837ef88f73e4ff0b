package io.hopwise.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.common.base.Splitter;
import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload that is itself pasted text of tcpdump makes no record and hides none. */
class PasteFuzzTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp/session",
        "tcp/session.plain",
        "tcp/session6",
        "icmp/unreachable",
        "udp/dns",
        "reset/who-sent-the-reset"
      })
  void aPayloadMakesNoRecord(String fixture) throws IOException {
    String text = Files.readString(Path.of("testdata", fixture + ".txt"), ISO_8859_1);
    List<String> pasted =
        List.of(
            text,
            "> " + text.replace("\n", "\n> "),
            HtmlEscapers.htmlEscaper().escape(text),
            String.join("\n", Splitter.fixedLength(76).split(text)),
            "{\"log\":\"" + text.replace("\n", "\\n") + "\"}",
            "\n\n" + text.replaceAll("(?m)^", "    "));
    for (String payload : pasted) {
      assertThatCode(() -> PasteFuzz.fuzzerTestOneInput(payload.getBytes(ISO_8859_1)))
          .as(payload.substring(0, 20))
          .doesNotThrowAnyException();
    }
  }
}
