package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static io.hopwise.paste.Pasted.packets;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.Packet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of one text that were pasted in different ways, with and without anything between. */
class PartsTest {
  private static final ImmutableList<String> BETWEEN =
      ImmutableList.of(
          "", "\n", "And this is what came next:\n", "Two lines of words,\nlike so:\n\n");

  /** The prefixes of two parts. */
  private static final ImmutableList<ImmutableList<String>> PREFIXES =
      ImmutableList.of(
          ImmutableList.of("> ", ""),
          ImmutableList.of("", "> "),
          ImmutableList.of("| ", "> "),
          ImmutableList.of("> > ", "> "),
          ImmutableList.of("> ", "> > "),
          ImmutableList.of("    ", ""),
          ImmutableList.of("# ", "    "),
          ImmutableList.of("Nov 14 22:13:20 fw1 tcpdump[4711]: ", ""));

  private static List<String> records(String fixture) throws IOException {
    List<String> records = new ArrayList<>();
    for (String record : Pasted.text(fixture).split("(?m)^(?=\\d)", -1)) {
      if (!record.isEmpty()) {
        records.add(record);
      }
    }
    return records;
  }

  private static String behind(String prefix, List<String> records) {
    return lines(String.join("", records), line -> prefix + line);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 12})
  void partsOfTwoFormsAreBothRead(int length) throws IOException {
    for (String fixture : List.of("tcp/session", "tcp/session.e", "tcp/session6")) {
      List<String> records = records(fixture);
      List<Packet> all = packets(String.join("", records));
      for (ImmutableList<String> prefixes : PREFIXES) {
        for (String between : BETWEEN) {
          if (prefixes.contains("    ") && length == 1 && fixture.equals("tcp/session6")) {
            continue; // One indented line is no part.
          }
          String text =
              behind(prefixes.get(0), records.subList(0, length))
                  + between
                  + behind(prefixes.get(1), records.subList(length, records.size()));
          assertThat(packets(text)).as("%s%s, %s", prefixes, between, fixture).isEqualTo(all);
        }
      }
    }
  }

  @Test
  void theFirstLineAloneMayBeQuoted() throws IOException {
    for (String fixture : List.of("tcp/session", "tcp/session.plain", "tcp/session6")) {
      String text = Pasted.text(fixture);
      for (String mark : List.of("> ", ">", ">> ", "| ")) {
        assertThat(packets(mark + text)).as(fixture + mark).isEqualTo(packets(text));
      }
    }
  }

  @Test
  void partsChangeRecordByRecord() throws IOException {
    List<String> records = records("tcp/session");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      String mark = List.of("> ", "", "> > ").get(i % 3);
      text.append(lines(records.get(i), line -> mark + line));
    }
    assertThat(packets(text.toString())).isEqualTo(packets(String.join("", records)));
  }

  @Test
  void quotationsOfDifferentDepthStandInOneMail() throws IOException {
    List<String> records = records("tcp/session");
    String mail =
        "On Mon, 10 Jun 2024 at 08:13, Ann Admin <ann@example.net> wrote:\n"
            + behind("> > ", records.subList(0, 3))
            + ">\n> and I see:\n"
            + behind("> ", records.subList(3, 8))
            + "\nWhy is that?\n\n"
            + behind("> ", records.subList(8, 9))
            + behind("", records.subList(9, records.size()));
    assertThat(packets(mail)).isEqualTo(packets(String.join("", records)));
  }

  @Test
  void indentedPartsBehindAnEmptyLineAreReadUnlessTheyAreOneLine() throws IOException {
    List<String> records = records("tcp/session.plain");
    String before = String.join("", records.subList(0, 5));
    String text = before + "\n" + behind("    ", records.subList(5, records.size()));
    assertThat(packets(text)).isEqualTo(packets(String.join("", records)));
    assertThat(packets(before + "\n" + behind("\t", records.subList(5, 6)))).hasSize(5);
  }

  @Test
  void aDumpEndsWhereThePrefixDoes() throws IOException {
    String dumps = Pasted.text("dump/packets.hex-ascii");
    String text = lines(dumps, line -> "| " + line);
    String next = Pasted.text("tcp/session");
    assertThat(packets(text + "\n" + next)).hasSize(packets(dumps).size() + packets(next).size());
  }
}
