package io.hopwise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes an entry was read from, and their line numbers.
 *
 * <p>It holds bytes, not characters, because tcpdump's output need not be UTF-8. The raw texts of
 * all entries of an input, joined, are that input byte for byte, line ends included.
 *
 * @since 0.1
 */
public final class RecordText {
  /** The text of an entry that was made rather than read: no bytes, line 0. */
  public static final RecordText NONE = new RecordText(0, 0, new byte[0], false, false);

  private static final int MOST_SHOWN = 1000;

  private final long firstLine;
  private final int lines;
  private final byte[] bytes;
  private final boolean ambiguous;
  private final boolean possibleTrailer;

  private RecordText(
      long firstLine, int lines, byte[] bytes, boolean ambiguous, boolean possibleTrailer) {
    this.firstLine = firstLine;
    this.lines = lines;
    this.bytes = bytes;
    this.ambiguous = ambiguous;
    this.possibleTrailer = possibleTrailer;
  }

  /**
   * Wraps {@code bytes} without copying them; the caller must not change them afterwards.
   *
   * @param firstLine the line the text starts on, 1 or more
   * @param lines how many lines it spans, 1 or more (0 for part of a line that continues in the
   *     next text)
   * @param bytes the text as it stood in the input, line ends included
   */
  public static RecordText wrap(long firstLine, int lines, byte[] bytes) {
    return new RecordText(firstLine, lines, bytes, false, false);
  }

  /**
   * Like {@link #wrap}, for a text whose beginning or end is uncertain.
   *
   * @see #isAmbiguous()
   */
  public static RecordText wrapAmbiguous(long firstLine, int lines, byte[] bytes) {
    return new RecordText(firstLine, lines, bytes, true, false);
  }

  /** The same text, marked as one that the previous record's frame may have contained. */
  public RecordText asPossibleTrailer() {
    return new RecordText(firstLine, lines, bytes, ambiguous, true);
  }

  /**
   * Whether the previous record's link-layer frame may have contained this text after its packet:
   * {@code tcpdump -A} prints the whole frame, and without {@code -e} nothing says how long that
   * is. Only a machine on the same link can send such a frame, and it is rare, so the text is read
   * as what it looks like.
   */
  public boolean isPossibleTrailer() {
    return possibleTrailer;
  }

  /**
   * Whether the beginning or the end of this text is uncertain. Payload printed by {@code tcpdump
   * -A} may contain lines that look like records. Where neither the packet's length nor anything
   * else tells them apart, this text may have been written by whoever sent the payload.
   */
  public boolean isAmbiguous() {
    return ambiguous;
  }

  /** The line the text starts on, 1 for the first line of the input. */
  public long firstLine() {
    return firstLine;
  }

  /** How many lines the text spans. */
  public int lines() {
    return lines;
  }

  /** The number of bytes, line ends included. */
  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes, line ends included. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the bytes as they were read. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /**
   * The text for people: without its last line end, unsafe characters escaped, its line number
   * before it, and cut after {@value #MOST_SHOWN} characters. Empty for a text of no bytes.
   */
  public String shown() {
    if (bytes.length == 0) {
      return "";
    }
    String where = firstLine > 0 ? "line " + firstLine + ": " : "";
    String all = toString().stripTrailing();
    String some = all.length() > MOST_SHOWN ? all.substring(0, MOST_SHOWN) + "…" : all;
    return where + SafeText.block(some);
  }

  /** The text decoded as UTF-8, line ends included; invalid bytes become U+FFFD. */
  @Override
  public String toString() {
    return new String(bytes, UTF_8);
  }

  /** Two texts are equal if they hold the same bytes on the same lines. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RecordText that
        && firstLine == that.firstLine
        && lines == that.lines
        && ambiguous == that.ambiguous
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(firstLine) + Arrays.hashCode(bytes);
  }
}
