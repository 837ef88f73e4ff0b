package io.hopwise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * The bytes one entry was read from, with the lines they stood on.
 *
 * <p>Bytes, not characters: what tcpdump printed need not be UTF-8, and the raw texts of all
 * entries of an input, joined, are that input byte for byte (line ends included).
 *
 * @since 0.1
 */
public final class RecordText {
  /** The text of something that was made, not read: no bytes, line 0. */
  public static final RecordText NONE = new RecordText(0, 0, new byte[0], false, false);

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
   * Takes over {@code bytes} without copying them; the caller must not change them afterwards.
   *
   * @param firstLine the line the text starts on, 1 or more
   * @param lines how many lines it spans, 1 or more (0 for a piece of a line that goes on)
   * @param bytes the text as it stood in the input, line ends included
   */
  public static RecordText wrap(long firstLine, int lines, byte[] bytes) {
    return new RecordText(firstLine, lines, bytes, false, false);
  }

  /**
   * As {@link #wrap}, for a text of which it is not known where it begins or ends.
   *
   * @see #isAmbiguous()
   */
  public static RecordText wrapAmbiguous(long firstLine, int lines, byte[] bytes) {
    return new RecordText(firstLine, lines, bytes, true, false);
  }

  /** The same text, which the frame of the record before may have held. */
  public RecordText asPossibleTrailer() {
    return new RecordText(firstLine, lines, bytes, ambiguous, true);
  }

  /**
   * Whether the link-layer frame of the record before may have held this text behind its packet:
   * {@code tcpdump -A} prints all of a frame, and without {@code -e} nothing says how long it is.
   * Nothing but a machine on the same link can send such a frame, and it is rare: the text is taken
   * for what it looks like.
   */
  public boolean isPossibleTrailer() {
    return possibleTrailer;
  }

  /**
   * Whether it could not be known where this text begins or ends. Payload that {@code tcpdump -A}
   * prints may hold lines that look like records; where neither the packet's length nor anything
   * else tells them apart, what is cut there may be the payload's invention.
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

  /** How many bytes the text has, line ends included. */
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

  /** The text as UTF-8, line ends included; bytes that are not UTF-8 become U+FFFD. */
  @Override
  public String toString() {
    return new String(bytes, UTF_8);
  }

  /** Two texts are equal when they hold the same bytes on the same lines. */
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
