package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.framing.Frame;
import io.hopwise.framing.RecordFramer;
import io.hopwise.fuzz.Growth;
import io.hopwise.packet.Entry;
import io.hopwise.parser.lexer.RecordTokens;
import io.hopwise.parser.lexer.TableLexers;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.report.text.TextWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records built to make the lexer, the parser or a builder go over the same text again and again:
 * each word of the fixtures is said many times where it stands, alone and with its neighbours, and
 * so are the characters that open something.
 */
class PumpTest {
  private static final int LENGTH = 16 << 10;
  private static final int LONGEST_RECORD = 2000;
  private static final int MOST_WORDS = 2;

  /**
   * Linear time is about 1 ms, quadratic time a fifth of a second. What takes longer is suspect.
   */
  private static final long SUSPECT_NANOS = 30_000_000;

  private final RecordTokens tokens = new RecordTokens(TableLexers.records());
  private final Growth growth =
      new Growth(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  private final Set<String> tried = new HashSet<>();
  private final List<String> slow = new ArrayList<>();
  private int texts;

  @Tag("long")
  @Test
  void aWordRepeatedManyTimesTakesLinearTime() {
    for (var file : Fixtures.texts()) {
      for (var entry : Fixtures.read(Fixtures.bytes(file))) {
        if (entry.text().length() < LONGEST_RECORD) {
          pump(entry.text().bytes());
        }
      }
    }
    assertThat(slow).as("of %s texts", texts).isEmpty();
    assertThat(texts).isGreaterThan(3000);
  }

  private void pump(byte[] record) {
    tokens.cut(record, 0, record.length);
    int[] starts = new int[tokens.size()];
    int[] types = new int[tokens.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = tokens.get(i).start;
      types[i] = tokens.get(i).type;
    }
    String text = new String(record, ISO_8859_1);
    for (int i = 0; i + 1 < starts.length; i++) {
      StringBuilder words = new StringBuilder().append(i == 0 ? 0 : types[i - 1]);
      String head = text.substring(0, starts[i]);
      for (int j = i + 1; j <= i + MOST_WORDS && j < starts.length; j++) {
        words.append(' ').append(types[j - 1]);
        if (tried.add(words.toString())) {
          String word = text.substring(starts[i], starts[j]);
          check(head, word, "\n", words.toString());
          check(head, word, text.substring(starts[j]), words.toString());
        }
      }
      pumpOpeners(head, i == 0 ? 0 : types[i - 1], types[i]);
    }
  }

  private void pumpOpeners(String head, int before, int type) {
    if (!tried.add(before + "/" + type)) {
      return;
    }
    for (String opener : List.of("(", "[", "{", "<", " ", ",", ", ", ":", "0", "a", "\n\t", "a.")) {
      check(head, opener, "\n", before + " " + opener);
    }
  }

  /** Reads a record in which a piece is repeated; if that takes long, sees whether it is linear. */
  private void check(String head, String piece, String tail, String name) {
    texts++;
    String text = pumped(head, piece, tail, LENGTH);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try {
      read(text);
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      if (nanos > SUSPECT_NANOS
          && growth.isFasterThanLinear(size -> read(pumped(head, piece, tail, size)), LENGTH)) {
        slow.add(name + ": " + nanos / 1_000_000 + " ms for " + text.length() + ": " + begin(text));
      }
    } catch (RuntimeException | StackOverflowError e) {
      slow.add(name + ": " + e + " at " + e.getStackTrace()[0] + ": " + begin(text));
    }
  }

  private static String pumped(String head, String piece, String tail, int length) {
    return head + piece.repeat(1 + length / piece.length()) + tail;
  }

  /**
   * Reads as a text is read that nobody pasted: how it was pasted is tried by bytes, within bounds.
   */
  private static void read(String text) {
    TcpdumpLineKinds kinds = new TcpdumpLineKinds();
    RecordFramer framer =
        new RecordFramer(
            new ByteArrayInputStream(text.getBytes(ISO_8859_1)),
            kinds,
            new DumpShapeReader(kinds),
            0);
    RecordReader records = new RecordReader(kinds);
    try (NdjsonWriter json = new NdjsonWriter(OutputStream.nullOutputStream());
        TextWriter rendered = new TextWriter(OutputStream.nullOutputStream())) {
      for (Frame frame = framer.next(); frame != null; frame = framer.next()) {
        Entry entry = records.read(frame);
        json.write(entry);
        rendered.write(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String begin(String text) {
    int end = Math.min(text.length(), 400);
    return text.substring(0, end).replace("\n", "\\n").replace("\t", "\\t");
  }
}
