package io.hopwise.cli;

import static io.hopwise.cli.Ran.onInput;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.Hopwise;
import io.hopwise.analysis.Report;
import io.hopwise.analysis.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How the text was taken is said once: in a message, in the report's head, and as data. */
class PastedInputTest {
  private static final String WORDS = "each line behind \">\" (17 lines from line 2 on)";

  private static String mail() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.plain.txt"), ISO_8859_1);
    return "Bob wrote:\n" + text.replaceAll("(?m)^(?=.)", "> ");
  }

  @Test
  void aMessageSaysHowTheTextWasTaken() throws IOException {
    assertThat(onInput(mail(), "parse").err()).contains("hopwise: pasted text: " + WORDS + "\n");
    assertThat(onInput(mail(), "analyze").err()).containsOnlyOnce("pasted text: ");
  }

  @Test
  void theHeadOfTheReportSaysIt() throws IOException {
    assertThat(onInput(mail(), "analyze").out()).contains("Pasted text: " + WORDS + "\n");
    assertThat(onInput(mail(), "analyze", "--format", "html").out())
        .contains("Pasted text: each line behind &quot;&gt;&quot; (17 lines from line 2 on)");
  }

  @Test
  void jsonHasItAsData() throws IOException {
    assertThat(onInput(mail(), "analyze", "--format", "ndjson").out())
        .contains(
            "\"pasted\":[{\"ways\":[\"line-prefix\"],\"words\":\"each line behind \\\">\\\"\","
                + "\"firstLine\":2,\"lines\":17}]");
  }

  @Test
  void theLibraryHasItAsData() throws IOException {
    byte[] bytes = mail().getBytes(ISO_8859_1);
    Report report =
        Hopwise.analyze(Hopwise.read(new ByteArrayInputStream(bytes)), Settings.STANDARD);
    assertThat(report.pasted()).singleElement().hasToString(WORDS);
  }

  @Test
  void ofTextAsItWasPrintedNothingIsSaid() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
    Ran ran = onInput(text, "analyze");
    assertThat(ran.err()).doesNotContain("pasted");
    assertThat(ran.out()).doesNotContain("Pasted");
    assertThat(onInput(text, "analyze", "--format", "json").out()).doesNotContain("pasted");
  }

  @Test
  void linesThatGrepLeftOutAreNamed() {
    Ran ran =
        onInput(
            "    192.0.2.1.40000 > 198.51.100.1.80: Flags [S], seq 1, win 64240, length 0\n"
                + "    198.51.100.1.80 > 192.0.2.1.40000: Flags [R.], seq 0, ack 2, win 0, length"
                + " 0\n",
            "analyze");
    assertThat(ran.err()).contains("the lines that hold the TTLs were left out, by grep perhaps");
    assertThat(ran.err()).doesNotContain("without -v");
    assertThat(ran.out()).contains("that hold them were left out, by grep perhaps");
  }

  @Test
  void cutsAtBothEndsOfTheTextAreSaid() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.txt"), ISO_8859_1);
    Ran ran = onInput(text.substring(30, 700), "parse");
    assertThat(ran.err()).contains("the text begins amid a record");
    assertThat(ran.err()).contains("the text ends amid a record");
    assertThat(onInput(text, "parse").err()).doesNotContain("amid a record");
    assertThat(onInput(text.stripTrailing(), "parse").err()).doesNotContain("amid a record");
  }

  @Test
  void firstLinesAloneAreNamedOnce() {
    String line =
        "10:00:00.00000%d IP (tos 0x0, ttl 6%d, id 1, offset 0, flags [DF], proto TCP (6), length"
            + " 60)\n";
    Ran ran = onInput(String.format(line, 1, 1) + String.format(line, 2, 2), "analyze");
    assertThat(ran.err()).containsOnlyOnce("(TTL 61, 62)").contains("paste both lines");
    assertThat(ran.err()).doesNotContain("nothing in");
    assertThat(ran.out()).contains("first lines of records (TTL 61, 62)");
  }

  @Test
  void wordsOfThePastedTextAreEscaped() throws IOException {
    String text = Files.readString(Path.of("testdata/tcp/session.plain.txt"), ISO_8859_1);
    String prefix = "<b>\u00001b]x\u00ff| ";
    Ran ran = onInput(text.replaceAll("(?m)^(?=.)", prefix), "analyze", "--format", "html");
    assertThat(ran.out()).doesNotContain("<b>");
    assertThat(ran.err()).doesNotContain("\u0000");
  }
}
