package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import java.io.ByteArrayInputStream;
import java.util.Random;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.junit.jupiter.api.Test;

/**
 * ANTLR keeps what it learns about a grammar for as long as a process lives; here it learns
 * nothing.
 */
class CachesTest {
  private static final String[] WORDS = {
    "IP",
    "IP6",
    "Flags [S.],",
    "seq 1",
    "ack 4294967295,",
    "ICMP echo",
    "proto",
    "[|tcp]",
    "0x",
    "(",
    "options [",
    "unknown-",
    " > ",
    ": ",
    "\n    ",
    "\t"
  };

  private final Random random = new Random(20261121);

  @Test
  void everChangingTextLeavesThemFlat() throws Exception {
    long before = remembered();
    for (int round = 0; round < 20; round++) {
      read(records(500));
    }
    assertThat(remembered()).isEqualTo(before);
  }

  private static void read(String text) throws Exception {
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      long bytes = 0;
      while (reader.hasNext()) {
        bytes += reader.next().text().length();
      }
      assertThat(bytes).isEqualTo(text.getBytes(UTF_8).length);
    }
  }

  private String records(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("IP (tos 0x0, ttl ")
          .append(random.nextInt(256))
          .append(", id 1, offset 0, flags [DF], proto TCP (6), length 40)\n    ");
      text.append("host-")
          .append(random.nextLong())
          .append(".example.")
          .append(random.nextInt(70000))
          .append(" > 192.0.2.1.22: ");
      for (int words = random.nextInt(12); words > 0; words--) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt());
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** What ANTLR remembers of all parsers of this grammar: states of its automata, and contexts. */
  private static long remembered() {
    ParserATNSimulator simulator =
        new TcpdumpParser(new RecordTokens(TableLexers.records())).getInterpreter();
    long states = simulator.getSharedContextCache().size();
    for (int i = 0; i < simulator.decisionToDFA.length; i++) {
      states += simulator.decisionToDFA[i].states.size();
    }
    return states;
  }
}
