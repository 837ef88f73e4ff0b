package io.hopwise.framing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the input that belongs together, such as a record. A frame returned by the framer
 * points into the framer's buffer and is valid only until the next call; use {@link #kept()} to
 * keep it.
 */
public final class Frame {
  private static final int NONE = -1;
  private static final int[] NO_CUTS = {};
  private static final int FIRST_CUTS = 8;

  private Content content = Content.STRAY;
  private byte[] bytes = {};
  private int from;
  private int to;
  private int dumpFrom;
  private int packetReach;
  private boolean cutDump;
  private long firstLine;
  private int lines;
  private boolean ambiguous;
  private boolean possibleTrailer;
  private boolean kept;

  /** Pairs of offsets from {@link #from}: the bytes between them are foreign. */
  private int[] cuts = NO_CUTS;

  private int cutCount;

  /** The bytes of the input it was made from if they differ from its own, otherwise null. */
  private byte @Nullable [] raw;

  /** The index in {@link #raw} of each byte from {@link #from} on. */
  private int[] places = NO_CUTS;

  /** Its lines in the text that was framed. */
  private int linesFramed;

  /** The content of a frame. */
  public enum Content {
    /** A head line and the lines that continue it. */
    RECORD,
    /** One line that tcpdump prints about the capture. */
    NOTICE,
    /** One line that is neither of these. */
    STRAY,
    /** Part of a line or record longer than {@link RecordFramer#LONGEST}. */
    TOO_LONG
  }

  void clear() {
    cutCount = 0;
    dumpFrom = NONE;
    packetReach = 0;
    cutDump = false;
    ambiguous = false;
    possibleTrailer = false;
    raw = null;
    places = NO_CUTS;
  }

  Frame set(
      Content newContent,
      byte[] newBytes,
      int newFrom,
      int newTo,
      long newFirstLine,
      int newLines) {
    content = newContent;
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    firstLine = newFirstLine;
    lines = newLines;
    linesFramed = newLines;
    return this;
  }

  /** Moves it some lines down: the input has more lines than the text that was framed. */
  public void moveLines(long more) {
    firstLine += more;
  }

  /**
   * Says which bytes of the input it was made from.
   *
   * @param input those bytes
   * @param inputPlaces the index there of each byte of the frame, and of the frame's end
   * @param inputLine the line of the input on which they begin
   * @param inputLines how many lines they have
   */
  @SuppressWarnings("EI_EXPOSE_REP2")
  public void standsFor(byte[] input, int[] inputPlaces, long inputLine, int inputLines) {
    raw = input;
    places = inputPlaces;
    firstLine = inputLine;
    lines = inputLines;
  }

  /** The number of line ends in the text that was framed. */
  public int linesFramed() {
    return linesFramed;
  }

  /** Whether it was made from other bytes of the input than its own. */
  public boolean isChanged() {
    return raw != null;
  }

  /** The bytes of the input it was made from. Do not change them. */
  public byte[] raw() {
    return raw == null ? text() : raw;
  }

  /** The index in {@link #raw} of a byte of {@link #text}. */
  public int placeInRaw(int offset) {
    return raw == null ? offset : places[Math.min(offset, places.length - 1)];
  }

  /** Leaves out the bytes between two offsets from the frame's beginning. */
  void cut(int fromOffset, int toOffset) {
    if (2 * cutCount == cuts.length) {
      cuts = Arrays.copyOf(cuts, Math.max(FIRST_CUTS, 2 * cuts.length));
    }
    cuts[2 * cutCount] = fromOffset;
    cuts[2 * cutCount + 1] = toOffset;
    cutCount++;
  }

  /** Undoes all but the first cuts. */
  void keepCuts(int count) {
    cutCount = count;
  }

  /** The bytes of the future frame, without what has been cut out so far. */
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

  void packetReaches(int length, boolean cut) {
    packetReach = length;
    cutDump = cut;
  }

  /** Marks it as ambiguous: it is not certain where it begins or ends. */
  public void markAmbiguous() {
    ambiguous = true;
  }

  void markPossibleTrailer() {
    possibleTrailer = true;
  }

  /** A copy of this frame that can be kept and read in any thread: it has its own bytes. */
  public Frame kept() {
    if (kept) {
      return this;
    }
    Frame same = new Frame();
    same.kept = true;
    same.bytes = Arrays.copyOfRange(bytes, from, to);
    same.to = to - from;
    same.content = content;
    same.dumpFrom = dumpFrom;
    same.packetReach = packetReach;
    same.cutDump = cutDump;
    same.firstLine = firstLine;
    same.lines = lines;
    same.ambiguous = ambiguous;
    same.possibleTrailer = possibleTrailer;
    same.raw = raw;
    same.places = places;
    same.linesFramed = linesFramed;
    same.cutCount = cutCount;
    same.cuts = cutCount == 0 ? NO_CUTS : cuts.clone();
    return same;
  }

  /** Exactly the bytes of the frame. Do not change them. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] text() {
    return kept ? bytes : Arrays.copyOfRange(bytes, from, to);
  }

  /** What it contains. */
  public Content content() {
    return content;
  }

  /** The buffer that contains it. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public byte[] bytes() {
    return bytes;
  }

  /** The index in the buffer where it begins. */
  public int from() {
    return from;
  }

  /** The index in the buffer after its last line end. */
  public int to() {
    return to;
  }

  /** The line of the input it begins on, 1 or more. */
  public long firstLine() {
    return firstLine;
  }

  /** The number of its lines. */
  public int lines() {
    return lines;
  }

  /**
   * The offset from {@link #from} at which an ASCII dump begins; the frame's length if there is
   * none.
   */
  public int dumpFrom() {
    return dumpFrom == NONE ? to - from : dumpFrom;
  }

  /** How many bytes its dump may have at most, as its packet says. */
  public int packetReach() {
    return packetReach;
  }

  /** Whether its dump was taken to be shorter than that. */
  public boolean isDumpCut() {
    return cutDump;
  }

  /** Whether the text does not tell for certain where the frame begins or ends. */
  public boolean isAmbiguous() {
    return ambiguous;
  }

  /** Whether the previous record's link-layer frame may have contained it, after its packet. */
  public boolean isPossibleTrailer() {
    return possibleTrailer;
  }

  /**
   * The number of foreign pieces inside: a message that splits the record, or a byte order mark.
   */
  public int cuts() {
    return cutCount;
  }

  /** The beginning of such a piece, as an offset from {@link #from}. */
  public int cutFrom(int index) {
    return cuts[2 * index];
  }

  /** The end of such a piece, as an offset from {@link #from}. */
  public int cutTo(int index) {
    return cuts[2 * index + 1];
  }
}
