package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One string holds the whole text, and was wrapped over lines. */
class WrappedStringsTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of(
          "tcp/session",
          "tcp/session.e",
          "tcp/session.plain",
          "tcp/session6",
          "udp/dns",
          "icmp6/errors");

  private static String json(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    return '"' + escaped.replace("\n", "\\n") + '"';
  }

  private static String amidWords(String line, int width) {
    return line.replaceAll("(.{" + width + "})(?=.)", "$1\n") + "\n";
  }

  private static String betweenWords(String line, int width) {
    StringBuilder wrapped = new StringBuilder();
    String rest = line;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 4) {
      int cut = rest.lastIndexOf(' ', width);
      wrapped.append(rest, 0, cut).append('\n');
      rest = rest.substring(cut + 1);
    }
    return wrapped.append(rest).append('\n').toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 80, 100, 132})
  void aStringIsJoined(int width) throws IOException {
    Pasted.assertUndone(FIXTURES, text -> amidWords(json(text), width));
    Pasted.assertUndone(FIXTURES, text -> betweenWords(json(text), width));
    Pasted.assertUndone(
        FIXTURES, text -> amidWords("{\"stdout\": " + json(text) + ", \"rc\": 0}", width));
    Pasted.assertUndone(
        FIXTURES, text -> amidWords("b'" + json(text).replaceAll("^.|.$", "") + "'", width));
  }

  @ParameterizedTest
  @ValueSource(ints = {72, 80})
  void marksBeforeWhatGoesOnAreNoPartOfIt(int width) throws IOException {
    Pasted.assertUndone(FIXTURES, text -> lines(amidWords(json(text), width), line -> "> " + line));
    Pasted.assertUndone(
        FIXTURES, text -> lines(betweenWords(json(text), width), line -> "> " + line));
    Pasted.assertUndone(FIXTURES, text -> amidWords("> " + json(text), width));
  }

  @Test
  void aStringThatIsLongerThanWhatIsLookedAtAtOnceGoesOn() throws IOException {
    String text = Pasted.text("tcp/session").repeat(60);
    List<Packet> packets = Pasted.packets(text);
    assertThat(Pasted.packets(amidWords(json(text), 80))).isEqualTo(packets);
    assertThat(Pasted.packets(betweenWords(json(text), 80))).isEqualTo(packets);
    assertThat(Pasted.packets(amidWords("{\"rc\": 0, \"stdout\": " + json(text) + "}", 80)))
        .isEqualTo(packets);
  }

  @Test
  void whatStandsBehindAStringIsReadAsItStands() throws IOException {
    String text = Pasted.text("tcp/session");
    List<Packet> packets = Pasted.packets(text + Pasted.text("udp/dns"));
    assertThat(Pasted.packets(amidWords(json(text), 80) + Pasted.text("udp/dns")))
        .isEqualTo(packets);
  }

  /** What lacks its end goes as far as lines were wrapped. */
  @Test
  void recordsBehindAStringThatLacksItsEndAreRead() throws IOException {
    String text = Pasted.text("tcp/session");
    String open = amidWords(json(text).replaceAll("\"$", ""), 80);
    List<Packet> packets = Pasted.packets(text + Pasted.text("udp/dns"));
    assertThat(Pasted.packets(open + Pasted.text("udp/dns"))).isEqualTo(packets);
  }

  /** A payload may hold a quotation mark, which opens no string for the records behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"06:13:20.000000 IP 192.0.2.1.1 > 192.0.2.2.2: Flags [S], length 0\\n",
        "\"",
        "\"\\n",
        "{\"log\":\"",
        "b'06:13:20.000000 IP \\n"
      })
  void aQuotationMarkInAPayloadHidesNoRecord(String payload) throws IOException {
    String text = Pasted.text("tcp/session");
    String plain = Pasted.text("udp/dns");
    String before = amidWords(json(text), 80);
    assertThat(Pasted.packets(before + payload + "\n" + plain)).containsAll(Pasted.packets(plain));
    assertThat(
            Pasted.packets(
                before + payload + " ".repeat(80 - payload.length() % 80) + "\n" + plain))
        .containsAll(Pasted.packets(plain));
  }

  @Test
  void apostrophesOfProseOpenNoString() throws IOException {
    String text = Pasted.text("tcp/session");
    assertThat(Pasted.packets("Here's what the hosts' log says:\n\n" + amidWords(json(text), 80)))
        .isEqualTo(Pasted.packets(text));
  }
}
