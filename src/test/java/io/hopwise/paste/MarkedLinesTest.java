package io.hopwise.paste;

import static io.hopwise.paste.Pasted.lines;
import static io.hopwise.paste.Pasted.packets;
import static io.hopwise.paste.Pasted.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines that are marked at their ends or amid them, or written over others. */
class MarkedLinesTest {
  private static final ImmutableList<String> FIXTURES =
      ImmutableList.of("tcp/session", "tcp/session6");

  private static void assertUndone(UnaryOperator<String> way) throws IOException {
    Pasted.assertUndone(FIXTURES, way);
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
