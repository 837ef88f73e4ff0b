package io.hopwise.paste;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Packet;
import io.hopwise.text.RecordText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines that are marked at their ends or amid them, or written over others. */
class MarkedLinesTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of("tcp/session", "tcp/session6");

  private static void assertUndone(UnaryOperator<String> way) throws IOException {
    for (String fixture : FIXTURES) {
      String text = Files.readString(Path.of("testdata", fixture + ".txt"), ISO_8859_1);
      assertThat(packets(way.apply(text))).as(fixture).isNotEmpty().isEqualTo(packets(text));
    }
  }

  private static CaptureReader read(String text) {
    return Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<Packet> packets(String text) {
    return read(text)
        .packets()
        .map(packet -> packet.withText(RecordText.NONE))
        .collect(ImmutableList.toImmutableList());
  }

  private static String lines(String text, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    for (String line : Splitter.on('\n').split(text.stripTrailing())) {
      changed.append(change.apply(line)).append('\n');
    }
    return changed.toString();
  }

  @Test
  void marksOfLineEndsAreUndone() throws IOException {
    assertUndone(text -> lines(text, line -> line.replace("\t", "^I") + "$"));
    assertUndone(text -> lines(text, line -> line + "\u00b6"));
    assertUndone(text -> lines(text, line -> line + "^M"));
  }

  @Test
  void marksOfMarkdownAmidLinesAreUndone() throws IOException {
    assertUndone(text -> text.replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+)", "**$1**"));
    assertUndone(text -> text.replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+)", "[$1](http://$1)"));
    assertUndone(text -> text.replaceAll("(\\d+\\.\\d+\\.\\d+\\.\\d+\\.\\d+)", "`$1`"));
    assertUndone(text -> lines(text, line -> "~~" + line + "~~"));
    assertUndone(text -> lines(text, line -> "_" + line + "_"));
  }

  @Test
  void whatShowsProgressIsWrittenOver() throws IOException {
    assertUndone(text -> lines(text, line -> "[###   ] 50%\r" + line));
    assertUndone(text -> lines(text, line -> (line.contains(":20.") ? "Got 1\r" : "") + line));
    assertUndone(text -> text.replace("\n", "\r  \n"));
  }

  @Test
  void wordsBeforeARecordAreNoChatterOfAShell() throws IOException {
    int[] count = {0};
    assertUndone(text -> lines(text, line -> "[" + ++count[0] + "] " + line));
    assertUndone(text -> lines(text, line -> "tcpdump-4711: " + line));
  }

  @Test
  void recordsOfOneLengthAreNotTakenForCutLines() {
    String record = "10:00:00.00000%d IP 192.0.2.10.51000 > 198.51.100.20.40001: UDP, length 13\n";
    String text =
        String.format(record, 1)
            + String.format(record, 2)
            + String.format(record, 3)
            + "[Invalid header: caplen==0, len==0]\n"
            + String.format(record, 4);
    assertThat(packets(text)).hasSize(4).noneMatch(packet -> !packet.payload().text().isEmpty());
    assertThat(read(text).stream()).hasSize(5);
  }

  @Test
  void aCountOfTcpdumpDoesNotDecideHowLinesEnd() {
    String record = "10:00:00.00000%d IP 192.0.2.1 > 192.0.2.2: ICMP echo request, id 1, seq 1\n";
    String text = "Got 1\r" + String.format(record, 1) + String.format(record, 2);
    assertThat(packets(text)).hasSize(2);
  }
}
