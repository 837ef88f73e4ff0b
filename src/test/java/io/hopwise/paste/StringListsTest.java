package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each string holds a line, or a piece of the text. */
class StringListsTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "tcp/session", "tcp/session.plain", "udp/dns", "icmp6/errors", "dump/packets.hex-ascii");

  private static String json(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    return '"' + escaped.replace("\n", "\\n") + '"';
  }

  private static String list(String text, String indentation) {
    return lines(text, line -> indentation + json(line) + ",").replaceAll(",\n$", "\n");
  }

  @Test
  void bracketsBehindAListBelongToNoRecord() throws IOException {
    Pasted.assertUndone(
        FIXTURES,
        text ->
            "ok: [fw1] => {\n    \"out.stdout_lines\": [\n"
                + list(text, "        ")
                + "    ]\n}\n");
  }

  @Test
  void linesThatWereGivenBeforeAreNotReadAgain() throws IOException {
    String text = Pasted.text("dump/packets.hex-ascii") + Pasted.text("tcp/session").repeat(20);
    String task =
        "{\n    \"rc\": 0,\n    \"stdout\": "
            + json(text)
            + ",\n    \"stdout_lines\": [\n"
            + list(text, "        ")
            + "    ]\n}\n";
    assertThat(Pasted.packets(task)).isEqualTo(Pasted.packets(text));
  }

  @Test
  void piecesOfOneStringAreJoined() throws IOException {
    Pasted.assertUndone(
        FIXTURES,
        text -> {
          String escaped = json(text);
          String pieces =
              escaped.substring(1, escaped.length() - 1).replaceAll("((?:\\\\.|.){60})", "$1\n");
          return "static const char out[] =\n" + lines(pieces, line -> "    \"" + line + '"') + ";";
        });
    Pasted.assertUndone(
        FIXTURES,
        text -> lines(text, line -> "    " + json(line + "\n") + " +").replace(" +$", ""));
  }

  /** Of short lines the longest string is another one: the form met before is kept. */
  @Test
  void logObjectsAreReadAlikeUpToTheLast() throws IOException {
    Pasted.assertUndone(
        ImmutableList.of("dump/packets.hex-ascii"),
        text ->
            lines(
                text,
                line ->
                    "{\"log\":"
                        + json(line + "\n")
                        + ",\"stream\":\"stdout\",\"time\":\"2023-11-14T22:13:20.123456789Z\"}"));
  }
}
