package io.hopwise.parser;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hopwise.CaptureReader;
import io.hopwise.Hopwise;
import io.hopwise.packet.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The raw texts of all entries, joined, are the input, byte for byte; UTF-16's are its UTF-8. */
class RawTextTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void linesFollowOneAnotherWithoutGapsAndNothingIsDropped(Path file) {
    byte[] bytes = Fixtures.bytes(file);
    List<Entry> entries = Fixtures.read(bytes);
    assertThat(Fixtures.joined(entries)).isEqualTo(inUtf8(bytes));
    long next = 1;
    for (Entry entry : entries) {
      if (entry.text().length() > 0) {
        assertThat(entry.text().firstLine()).as("%s", entry).isEqualTo(next);
        next += entry.text().lines();
      }
    }
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void nothingIsDroppedWhateverTheReadsBringAtOnce(Path file) {
    byte[] bytes = Fixtures.bytes(file);
    List<Entry> whole = Fixtures.read(bytes);
    for (int most : bytes.length < 6_000 ? new int[] {1, 7, 4096} : new int[] {4096}) {
      List<Entry> pieces = new ArrayList<>();
      CaptureReader reader = Hopwise.read(new Slow(bytes, most));
      reader.forEachRemaining(pieces::add);
      assertThat(pieces).as("%d bytes at once", most).isEqualTo(whole);
    }
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.hopwise.parser.Fixtures#texts")
  void nothingIsDroppedOfTheDamagedFixture(Path file) {
    Random random = new Random(file.toString().hashCode());
    byte[] bytes = inUtf8(Fixtures.bytes(file));
    for (int i = 0; i < 3 && bytes.length > 0; i++) {
      int from = random.nextInt(bytes.length);
      assertKept(Arrays.copyOfRange(bytes, 0, from), file);
      assertKept(Arrays.copyOfRange(bytes, from, bytes.length), file);
      assertKept(without(bytes, from, random.nextInt(200)), file);
    }
    assertKept(withLinesSwapped(bytes, random), file);
    for (int i = 0; i < bytes.length / 50; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    assertKept(bytes, file);
  }

  private static byte[] withLinesSwapped(byte[] bytes, Random random) {
    List<byte[]> lines = lines(bytes);
    for (int i = 0; i < 10 && lines.size() > 1; i++) {
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
    }
    ByteArrayOutputStream swapped = new ByteArrayOutputStream();
    lines.forEach(swapped::writeBytes);
    return swapped.toByteArray();
  }

  @Test
  void nothingIsDroppedOfRandomBytes() {
    Random random = new Random(6);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      assertKept(bytes, Path.of("random"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\r\r\n"})
  void lineEndsOfAllKindsAreReadAndKept(String lineEnd) {
    byte[] bytes = Fixtures.bytes(Path.of("testdata/reset/who-sent-the-reset.txt"));
    String text = new String(bytes, UTF_8);
    String other = text.replace("\r\n", "\n").replace("\n", lineEnd);
    List<Entry> entries = Fixtures.read(other);
    assertThat(new String(Fixtures.joined(entries), UTF_8)).isEqualTo(other);
    assertThat(Fixtures.packets(other)).hasSameSizeAs(Fixtures.packets(text)).isNotEmpty();
  }

  private static byte[] inUtf8(byte[] bytes) {
    boolean marked = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    return marked ? new String(bytes, 2, bytes.length - 2, UTF_16LE).getBytes(UTF_8) : bytes;
  }

  private static void assertKept(byte[] bytes, Path file) {
    byte[] joined = Fixtures.joined(Fixtures.read(bytes));
    assertThat(Arrays.equals(joined, bytes)).as(file.toString()).isTrue();
  }

  private static byte[] without(byte[] bytes, int from, int length) {
    int to = Math.min(bytes.length, from + length);
    byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, rest, from, bytes.length - to);
    return rest;
  }

  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, from, at + 1));
        from = at + 1;
      }
    }
    lines.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return lines;
  }

  /** Gives a few bytes at a time. */
  private static final class Slow extends InputStream {
    private final InputStream in;
    private final int most;

    Slow(byte[] bytes, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() throws java.io.IOException {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
      return in.read(bytes, offset, Math.min(most, length));
    }
  }
}
