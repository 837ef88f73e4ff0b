package io.hopwise.paste;

import static io.hopwise.paste.Pasted.packets;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What web pages, chats, terminals and data formats make of text is undone. */
class MarkupTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of("reset/who-sent-the-reset", "tcp/session", "tcp/session6", "udp/checksums");

  private static void assertUndone(UnaryOperator<String> way) throws IOException {
    Pasted.assertUndone(FIXTURES, way);
  }

  private static String html(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  private static String lines(String text, String before, String after) {
    return text.replaceAll("(?m)^(.*)\n", before + "$1" + after + "\n");
  }

  @Test
  void entitiesOfHtmlAreUndone() throws IOException {
    assertUndone(MarkupTest::html);
    assertUndone(text -> html(html(text)));
    assertUndone(text -> html(text).replace("    ", "&nbsp;&nbsp;&nbsp;&nbsp;"));
    assertUndone(text -> text.replace(">", "&#62;").replace("<", "&#x3c;"));
  }

  @Test
  void tagsOfHtmlAreUndone() throws IOException {
    assertUndone(text -> lines(html(text), "<span class=\"line\">", "</span>"));
    assertUndone(text -> lines(html(text), "<p>", "</p>"));
    assertUndone(text -> lines(html(text), "", "<br>"));
    assertUndone(text -> "<p>" + html(text).strip().replace("\n", "<br>") + "</p>\n");
    assertUndone(text -> "<html><body><pre>\n" + html(text) + "</pre></body></html>\n");
  }

  @Test
  void marksOfMarkdownAreUndone() throws IOException {
    assertUndone(text -> lines(text, "`", "`"));
    assertUndone(text -> text.replaceAll("([\\[\\]_*>#.-])", "\\\\$1"));
    assertUndone(text -> "```" + text.strip() + "```\n");
    assertUndone(text -> "[CODE]" + text.strip() + "[/CODE]\n");
  }

  @Test
  void whatATerminalWasSentIsUndone() throws IOException {
    assertUndone(text -> lines(text, "\u001b[1;34m", "\u001b[0m"));
    assertUndone(text -> lines(text, "", "\u001b[K"));
    assertUndone(text -> "\u001b]0;root@box: ~\u0007" + text);
    assertUndone(text -> "\u001b[?2004h\u001b[200~" + text + "\u001b[201~\u001b[?2004l\n");
  }

  @Test
  void typographyIsUndone() throws IOException {
    assertUndone(text -> text.replace("    ", "\u00a0\u00a0\u00a0\u00a0"));
    assertUndone(text -> text.replace(" > ", " \u2192 "));
    assertUndone(text -> text.replace(", ", ",\u200b "));
  }

  @Test
  void blanksAtLineEndsAreUndone() throws IOException {
    assertUndone(text -> lines(text, "", "  "));
    assertUndone(text -> lines(text, "", "\t"));
    assertUndone(text -> lines(text, "", " \r"));
  }

  @Test
  void stringsOfDataFormatsAreUndone() throws IOException {
    UnaryOperator<String> quoted =
        text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    assertUndone(
        text ->
            lines(
                quoted.apply(text),
                "{\"log\":\"",
                "\\\\n\",\"stream\":\"stdout\",\"time\":\"2023-11-14T22:13:20.123456789Z\"}"));
    assertUndone(text -> "\"" + quoted.apply(text).replace("\n", "\\n") + "\"\n");
    assertUndone(text -> "{\"stdout\": \"" + quoted.apply(text).replace("\n", "\\n") + "\"}\n");
    assertUndone(text -> "[\n" + lines(quoted.apply(text), "  \"", "\",") + "]\n");
    assertUndone(text -> "b'" + quoted.apply(text).replace("\n", "\\n") + "'\n");
  }

  @Test
  void wordsOfARecordThatReadAsTheyStandAreNotMarks() {
    String text =
        "10:00:00.000001 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 66)"
            + "\n    192.0.2.1.40000 > 192.0.2.2.80: Flags [P.], cksum 0x1 (correct), seq 1:27, ack"
            + " 1, win 502, length 26: HTTP, length: 26\n\tGET /?a=&gt;**b** HTTP/1.1\n";
    assertThat(packets(text).toString()).contains("/?a=&gt;**b** HTTP/1.1");
  }
}
