package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import io.hopwise.parser.lexer.RecordTokens;
import io.hopwise.parser.lexer.TableLexers;
import io.hopwise.report.json.NdjsonWriter;
import io.hopwise.report.text.TextWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Records built to make the lexer, the parser or a builder go over the same text again and again:
 * each word of the fixtures is said many times where it stands, alone and with its neighbours, and
 * so are the characters that open something.
 */
class PumpTest {
  private static final int LENGTH = 24 << 10;
  private static final int LONGEST_RECORD = 2000;
  private static final int MOST_WORDS = 2;

  /** Linear time is about 1 ms of it; quadratic time would be half a second. */
  private static final long MOST_NANOS = 150_000_000;

  private final RecordTokens tokens = new RecordTokens(TableLexers.records());
  private final Set<String> tried = new HashSet<>();
  private final List<String> slow = new ArrayList<>();
  private int texts;

  @Test
  void noWordSaidManyTimesTakesLong() throws IOException {
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

  private void pump(byte[] record) throws IOException {
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
          String pumped = head + repeated(text.substring(starts[i], starts[j]));
          measure(pumped + "\n", words.toString());
          measure(pumped + text.substring(starts[j]), words.toString());
        }
      }
      pumpOpeners(head, i == 0 ? 0 : types[i - 1], types[i]);
    }
  }

  private void pumpOpeners(String head, int before, int type) throws IOException {
    if (!tried.add(before + "/" + type)) {
      return;
    }
    for (String opener : List.of("(", "[", "{", "<", " ", ",", ", ", ":", "0", "a", "\n\t", "a.")) {
      measure(head + repeated(opener) + "\n", before + " " + opener);
    }
  }

  private static String repeated(String piece) {
    return piece.repeat(1 + LENGTH / piece.length());
  }

  private void measure(String text, String name) throws IOException {
    texts++;
    byte[] bytes = text.getBytes(ISO_8859_1);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try (CaptureReader reader = Hopwise.read(new ByteArrayInputStream(bytes));
        NdjsonWriter json = new NdjsonWriter(OutputStream.nullOutputStream());
        TextWriter rendered = new TextWriter(OutputStream.nullOutputStream())) {
      while (reader.hasNext()) {
        Entry entry = reader.next();
        json.write(entry);
        rendered.write(entry);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      slow.add(name + ": " + e + " at " + e.getStackTrace()[0] + ": " + begin(text));
    }
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    if (nanos > MOST_NANOS) {
      slow.add(name + ": " + nanos / 1_000_000 + " ms for " + text.length() + ": " + begin(text));
    }
  }

  private static String begin(String text) {
    int end = Math.min(text.length(), 400);
    return text.substring(0, end).replace("\n", "\\n").replace("\t", "\\t");
  }
}
