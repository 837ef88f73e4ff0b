package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static io.hopwise.paste.Pasted.packets;
import static io.hopwise.paste.Pasted.read;
import static io.hopwise.paste.Pasted.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.text.PastedForm;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that were wrapped once each of them carried something in front, and hanging ones. */
class WrappedPrefixTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of("tcp/session", "tcp/session.e", "tcp/session.plain", "tcp/session6");

  private static void assertUndone(UnaryOperator<String> way) throws IOException {
    Pasted.assertUndone(FIXTURES, way);
  }

  private static String numbered(String text) {
    int[] count = {0};
    return lines(text, line -> String.format("%6d  %s", ++count[0], line));
  }

  /** What {@code fold -w} makes of a line, but for tabs. */
  private static String folded(String line, int width, String hang) {
    return Splitter.fixedLength(width)
        .splitToStream(line)
        .reduce((a, b) -> a + "\n" + hang + b)
        .orElse("");
  }

  private static String betweenWords(String line, int width, String hang) {
    StringBuilder wrapped = new StringBuilder();
    String rest = line;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 8) {
      int cut = rest.lastIndexOf(' ', width);
      wrapped.append(rest, 0, cut).append('\n');
      rest = hang + rest.substring(cut + 1);
    }
    return wrapped.append(rest).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 80, 100})
  void onlyTheFirstPieceOfALineIsNumbered(int width) throws IOException {
    assertUndone(text -> lines(numbered(text), line -> folded(line, width, "")));
    assertUndone(text -> lines(numbered(text), line -> betweenWords(line, width, "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {76, 80, 100})
  void onlyTheFirstPieceOfALineIsQuotedOrLogged(int width) throws IOException {
    assertUndone(text -> lines(text, line -> betweenWords("> " + line, width, "")));
    assertUndone(text -> lines(text, line -> folded("> " + line, width, "")));
    String log = "Nov 14 22:13:20 fw1 tcpdump[4711]: ";
    assertUndone(text -> lines(text, line -> betweenWords(log + line, width, "")));
    int[] count = {0};
    assertUndone(
        text ->
            lines(text, line -> folded("dump-1.txt:" + ++count[0] % 900 + ":" + line, width, "")));
  }

  @Test
  void fewLinesAreWrappedAndAllAreQuoted() throws IOException {
    String text = text("udp/dns");
    String wrapped = lines(text, line -> betweenWords(line, 100, ""));
    assertThat(packets(lines(wrapped, line -> "> " + line))).isEqualTo(packets(text));
    String cut = lines(text, line -> folded(line, 100, ""));
    assertThat(packets(lines(cut, line -> "> " + line))).isEqualTo(packets(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void whatGoesOnStandsBehindBlanks(int blanks) throws IOException {
    String hang = " ".repeat(blanks);
    assertUndone(text -> lines(text, line -> betweenWords(line, 80, hang)));
    assertUndone(text -> lines(text, line -> folded(line, 80, hang)));
  }

  @Test
  void wrappedLinesWithAnEmptyOneBehindEachAreJoined() throws IOException {
    for (String fixture : List.of("tcp/session", "tcp/session.e", "tcp/session6")) {
      String text = text(fixture);
      String wrapped = lines(text, line -> folded(line, 80, "")).replace("\n", "\n\n");
      assertThat(packets(wrapped)).as(fixture).isNotEmpty().isEqualTo(packets(text));
    }
  }

  @Test
  void anAddressBehindNoBreakBlanksIsNoName() throws IOException {
    String text = text("tcp/session");
    String wrapped = lines(text, line -> betweenWords(line, 80, ""));
    assertThat(packets(wrapped.replace("    ", "\u00a0\u00a0\u00a0\u00a0")))
        .isNotEmpty()
        .isEqualTo(packets(text));
  }

  @Test
  void proseBehindAQuotationIsNotJoinedToIt() throws IOException {
    String text = text("tcp/session");
    String quoted = lines(text, line -> betweenWords("> " + line, 80, ""));
    assertThat(packets(quoted + "\nThis is what I see here, and I do not understand it at all.\n"))
        .isEqualTo(packets(text));
  }

  @Test
  void aTimeIsNoPrefixOfWrappedLines() throws IOException {
    String wrapped = lines(text("tcp/session.plain"), line -> betweenWords(line, 80, ""));
    assertThat(packets(wrapped)).allMatch(packet -> packet.time().isPresent());
    try (CaptureReader reader = read(wrapped)) {
      while (reader.hasNext()) {
        reader.next();
      }
      assertThat(reader.summary().pasted())
          .isNotEmpty()
          .allMatch(
              form -> form.ways().equals(List.of("wrapped-lines")),
              PastedForm.summary(reader.summary().pasted()));
    }
  }

  @Test
  void aValueOnALineOfItsOwnBeginsNoRecord() throws IOException {
    String text = text("tcp/session");
    String wrapped = lines(text, line -> betweenWords(line, 100, "    "));
    assertThat(packets(wrapped)).isNotEmpty().isEqualTo(packets(text));
  }

  @Test
  void flagsOnALineOfTheirOwnAreRead() throws IOException {
    String text = text("reset/who-sent-the-reset");
    String wrapped = lines(text, line -> betweenWords(line, 120, "    "));
    assertThat(packets(wrapped)).isNotEmpty().isEqualTo(packets(text));
  }

  @Test
  void recordsThatWereWrittenOverACountAreNotHidden() throws IOException {
    String text = text("tcp/session");
    int[] count = {0};
    String counted =
        lines(
            text,
            line ->
                (++count[0] % 3 == 0 ? "tcpdump: " + count[0] + " packets\r\u001b[K" : "") + line);
    assertThat(packets(counted)).isNotEmpty().isEqualTo(packets(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {76, 80, 100})
  void linesThatWereIndentedFirstAreJoined(int width) throws IOException {
    Pasted.assertUndone(
        List.of("tcp/session", "tcp/session6"),
        text -> lines(text, line -> folded("    " + line, width, "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {76, 100})
  void linesOfALogDriverThatWereWrappedAreJoined(int width) throws IOException {
    for (String fixture : List.of("tcp/session", "tcp/session6")) {
      String text = text(fixture);
      String log =
          lines(text, line -> "{\"log\":\"" + line + "\\n\",\"stream\":\"stdout\",\"x\":\"2024\"}");
      assertThat(packets(lines(log, line -> folded(line, width, "")))).isEqualTo(packets(text));
      assertThat(packets(lines(log, line -> betweenWords(line, width, ""))))
          .isEqualTo(packets(text));
    }
  }
}
