package io.hopwise.text;

/**
 * A piece of the input that belongs together, pointing into the framer's buffer: valid only until
 * the next one is asked for.
 */
public final class Frame {
  private Kind kind = Kind.STRAY;
  private byte[] bytes = {};
  private int from;
  private int to;
  private long firstLine;
  private int lines;

  /** What a frame holds. */
  public enum Kind {
    /** A head line and the lines that go on with it. */
    RECORD,
    /** One line tcpdump says of the capture. */
    NOTICE,
    /** One line that is neither. */
    STRAY,
    /** A piece of a line or record that is longer than {@link RecordFramer#LONGEST}. */
    TOO_LONG
  }

  Frame set(
      Kind newKind, byte[] newBytes, int newFrom, int newTo, long newFirstLine, int newLines) {
    kind = newKind;
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    firstLine = newFirstLine;
    lines = newLines;
    return this;
  }

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** The buffer it stands in. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  /** Where it begins in the buffer. */
  public int from() {
    return from;
  }

  /** Where it ends in the buffer, behind its last line end. */
  public int to() {
    return to;
  }

  /** The line of the input it begins on, 1 or more. */
  public long firstLine() {
    return firstLine;
  }

  /** How many line ends it has (one more if the last line of the input has none). */
  public int lines() {
    return lines;
  }
}
