package io.hopwise.framing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A piece of the input that belongs together. As the framer gives it, it points into the framer's
 * buffer, and is valid only until the next one is asked for; {@link #kept()} is for longer.
 */
public final class Frame {
  private static final int NONE = -1;
  private static final int[] NO_CUTS = {};
  private static final int FIRST_CUTS = 8;

  private Kind kind = Kind.STRAY;
  private byte[] bytes = {};
  private int from;
  private int to;
  private int dumpFrom;
  private long firstLine;
  private int lines;
  private boolean ambiguous;
  private boolean possibleTrailer;
  private boolean kept;

  /** Pairs of offsets from {@link #from}: what stands between them does not belong. */
  private int[] cuts = NO_CUTS;

  private int cutCount;

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

  void clear() {
    cutCount = 0;
    dumpFrom = NONE;
    ambiguous = false;
    possibleTrailer = false;
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

  /** Leaves out what stands between two offsets from the frame's beginning. */
  void cut(int fromOffset, int toOffset) {
    if (2 * cutCount == cuts.length) {
      cuts = Arrays.copyOf(cuts, Math.max(FIRST_CUTS, 2 * cuts.length));
    }
    cuts[2 * cutCount] = fromOffset;
    cuts[2 * cutCount + 1] = toOffset;
    cutCount++;
  }

  /** Takes back all but the first cuts. */
  void keepCuts(int count) {
    cutCount = count;
  }

  /** What will be the frame, without what was cut from it so far. */
  byte[] uncut(byte[] buffer, int begin, int end) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(end - begin);
    int at = begin;
    for (int i = 0; i < cutCount && begin + cutTo(i) <= end; i++) {
      text.write(buffer, at, begin + cutFrom(i) - at);
      at = begin + cutTo(i);
    }
    text.write(buffer, at, end - at);
    return text.toByteArray();
  }

  void dump(int offset) {
    dumpFrom = offset;
  }

  void doubt() {
    ambiguous = true;
  }

  void mayBeTrailer() {
    possibleTrailer = true;
  }

  /** The same frame to be kept, and to be read in any thread: its bytes are its own. */
  public Frame kept() {
    Frame same = new Frame();
    same.kept = true;
    same.bytes = Arrays.copyOfRange(bytes, from, to);
    same.to = to - from;
    same.kind = kind;
    same.dumpFrom = dumpFrom;
    same.firstLine = firstLine;
    same.lines = lines;
    same.ambiguous = ambiguous;
    same.possibleTrailer = possibleTrailer;
    same.cutCount = cutCount;
    same.cuts = cutCount == 0 ? NO_CUTS : cuts.clone();
    return same;
  }

  /** All that it holds and nothing else, not to be changed. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] text() {
    return kept ? bytes : Arrays.copyOfRange(bytes, from, to);
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

  /** The offset from {@link #from} at which an ASCII dump begins; the length where none does. */
  public int dumpFrom() {
    return dumpFrom == NONE ? to - from : dumpFrom;
  }

  /** Whether the text alone does not tell where the frame begins or ends. */
  public boolean isAmbiguous() {
    return ambiguous;
  }

  /** Whether the link-layer frame of the record before may have held it, behind its packet. */
  public boolean isPossibleTrailer() {
    return possibleTrailer;
  }

  /**
   * How many pieces of the frame are not part of what it says: a message that cut it in two, a byte
   * order mark, the quotation marks of a mail.
   */
  public int cuts() {
    return cutCount;
  }

  /** Where such a piece begins, as an offset from {@link #from}. */
  public int cutFrom(int index) {
    return cuts[2 * index];
  }

  /** Where such a piece ends. */
  public int cutTo(int index) {
    return cuts[2 * index + 1];
  }
}
