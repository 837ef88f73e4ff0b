package io.hopwise.parser.lexer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureFrames;
import io.hopwise.CaptureReader;
import io.hopwise.FrameReader;
import io.hopwise.Hopwise;
import io.hopwise.framing.Frame;
import io.hopwise.parser.grammar.TcpdumpParser;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

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
  void everChangingTextDoesNotGrowTheCaches() throws Exception {
    long before = remembered();
    for (int round = 0; round < 20; round++) {
      read(records(500));
    }
    assertThat(remembered()).isEqualTo(before);
  }

  /** A long run, by hand: {@code mvn test -Dtest=CachesTest -Dsoak.seconds=600}. */
  @Test
  @EnabledIfSystemProperty(named = "soak.seconds", matches = "\\d+", disabledReason = "takes long")
  void overALongTimeCachesAndHeapStayFlat() throws Exception {
    long before = remembered();
    FrameReader reader = new FrameReader();
    List<Long> heaps = new ArrayList<>();
    long start = System.nanoTime();
    long read = 0;
    for (int tenth = 1; tenth <= 10; tenth++) {
      long end = start + TimeUnit.SECONDS.toNanos(Long.getLong("soak.seconds")) / 10 * tenth;
      while (System.nanoTime() < end) {
        read += readFrames(reader, records(500) + garbage(20));
      }
      System.gc();
      heaps.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
      System.out.printf(
          "soak: %,d frames, ANTLR remembers %d, heap %,d kB%n",
          read, remembered(), heaps.get(heaps.size() - 1) >> 10);
    }
    assertThat(remembered()).isEqualTo(before);
    assertThat(heaps.get(9)).isLessThan(heaps.get(1) + (heaps.get(1) >> 2));
  }

  private static long readFrames(FrameReader reader, String text) throws Exception {
    CaptureFrames frames = Hopwise.frames(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    long count = 0;
    for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
      reader.read(frame);
      count++;
    }
    return count;
  }

  private String garbage(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      int length = random.nextInt(300);
      random.ints(length, 0, 256).forEach(c -> text.append((char) c));
      text.append('\n');
    }
    return text.toString();
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
