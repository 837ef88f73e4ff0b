package io.hopwise.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into frames: records with the lines that go on with them, messages of tcpdump, and
 * whatever is left. One pass, in memory that does not grow with the input; the frames, joined, are
 * the input.
 *
 * <p>Lines end in LF or CR LF; where the first line of the input ends in CR alone, all do. Where
 * the first line is quoted as in a mail ({@code > }), that is left out of all lines that have it.
 */
public final class RecordFramer {
  /** The longest line and the longest record that are read, in bytes. What is longer is cut up. */
  public static final int LONGEST = 1 << 20;

  private static final int FIRST_BUFFER = 1 << 16;

  /** {@code ^C}. */
  private static final int KEY_LENGTH = 2;

  private final InputStream in;
  private final LineKinds kinds;
  private final DumpShapes shapes;
  private final long silence;
  private final Frame frame = new Frame();

  private byte[] buffer = new byte[FIRST_BUFFER];
  private int start;
  private int limit;
  private boolean begun;
  private boolean ended;
  private boolean decided;
  private boolean returnsEndLines;
  private boolean quoted;
  private boolean insideLongLine;
  private long line = 1;

  /** What the last record began with. */
  private LineKind head = LineKind.STRAY;

  /** Whether the records of this capture have times. */
  private boolean timed;

  /** Whether dumps of {@code -A} stand behind the records. */
  private boolean dumped;

  private final AsciiDumps dumps = new AsciiDumps();

  /** Where in the input {@link #start} is. */
  private long offset;

  /** What begins before this place of the input may be what a packet carried. */
  private long doubtfulUntil;

  /** Whether a record may have been taken for what a packet carried: no way back. */
  private boolean astray;

  /** Where the line being looked at ends, and what it is; valid for {@link #seenAt}. */
  private int seenAt = -1;

  private int seenEnd;
  private LineKind seenKind = LineKind.STRAY;
  private int seenLines;
  private int seenPrefix;

  /** Offsets in the line of a message that cut it in two; equal where none did. */
  private int seenCutFrom;

  private int seenCutTo;

  /**
   * Frames an input.
   *
   * @param in the input; not closed
   * @param kinds tells lines apart
   * @param shapes tells how long the dump behind a record is
   * @param silence for a live input, the milliseconds without a byte after which a record that
   *     looks whole is given out without waiting for the next one's head; 0 for an input that is
   *     complete
   */
  public RecordFramer(InputStream in, LineKinds kinds, DumpShapes shapes, long silence) {
    this.in = in;
    this.kinds = kinds;
    this.shapes = shapes;
    this.silence = silence;
  }

  /**
   * The next frame, or null at the end of the input.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame next() throws IOException {
    frame.clear();
    if (!decided) {
      decideHowLinesEnd();
    }
    if (insideLongLine) {
      return restOfLongLine();
    }
    if (!look(start)) {
      return start < limit ? tooLong(limit) : null;
    }
    if (isDoubtful()) {
      frame.doubt();
    }
    return switch (seenKind) {
      case NOTICE -> notice();
      case STATISTICS, BLANK -> one(Frame.Kind.NOTICE);
      case KEY -> key();
      case CONTINUATION, MARKER, LOOSE, STRAY -> one(Frame.Kind.STRAY);
      // In a capture with times, what has none is what is left of a record.
      case FLOW, UNTIMED -> timed ? one(Frame.Kind.STRAY) : record();
      default -> record();
    };
  }

  /** Behind what tcpdump says of itself another capture may begin. */
  private Frame notice() {
    head = LineKind.STRAY;
    timed = false;
    return one(Frame.Kind.NOTICE);
  }

  private boolean isDoubtful() {
    return astray || offset < doubtfulUntil;
  }

  private Frame record() throws IOException {
    timed |= seenKind.tellsTime() && (head == LineKind.STRAY || head.isTimed());
    head = seenKind;
    addCuts(start);
    int previous = start;
    int end = seenEnd;
    int lines = seenLines;
    int at = end;
    int linesAt = lines;
    int cuts = frame.cuts();
    boolean adjacent = true;
    boolean loose = false;
    boolean more;
    while (true) {
      int shift = start;
      boolean whole = at == end && looksWhole(previous, end);
      more = look(at, whole);
      // Looking may have moved the buffer's content.
      shift -= start;
      previous -= shift;
      end -= shift;
      at -= shift;
      if (!more || at - start > LONGEST) {
        break;
      }
      if (seenKind == LineKind.BLANK || seenKind == LineKind.STATISTICS) {
        adjacent &= seenKind == LineKind.STATISTICS;
        if (seenKind == LineKind.STATISTICS) {
          frame.cut(at - start, seenEnd - start);
        }
        at = seenEnd;
        linesAt += seenLines;
        continue;
      }
      if (seenKind == LineKind.KEY && keyInsideRecord()) {
        int key = seenAt - start + seenPrefix;
        frame.cut(key, key + KEY_LENGTH);
        seenKind = LineKind.CONTINUATION;
      }
      if (!goesOn(previous, end, adjacent, loose)) {
        break;
      }
      loose |= seenKind == LineKind.LOOSE;
      addCuts(at);
      cuts = frame.cuts();
      previous = at;
      at = seenEnd;
      end = at;
      linesAt += seenLines;
      lines = linesAt;
      adjacent = true;
      if (end - start > LONGEST) {
        frame.clear();
        return give(Frame.Kind.TOO_LONG, end, lines);
      }
    }
    frame.keepCuts(cuts);
    if (more && mayBeDump(at == end)) {
      return withDump(end, lines);
    }
    return give(Frame.Kind.RECORD, end, lines);
  }

  /** Whether the line just looked at belongs to the open record, whose last line is given. */
  private boolean goesOn(int previous, int end, boolean adjacent, boolean loose) {
    if (seenKind == LineKind.CONTINUATION) {
      return true;
    }
    if (dumped && !(seenKind == LineKind.UNTIMED)) {
      return false;
    }
    return switch (seenKind) {
      case UNTIMED ->
          adjacent && (kinds.announces(buffer, previous, end, timed) || (loose && !dumped));
      case FLOW -> adjacent && (loose || (head != LineKind.FLOW && endsInParenthesis(end)));
      case MARKER, LOOSE -> adjacent;
      case STRAY -> loose;
      default -> false;
    };
  }

  /** Whether a key was echoed in front of a line that goes on with the record. */
  private boolean keyInsideRecord() {
    int behind = seenAt + seenPrefix + KEY_LENGTH;
    return kinds.kind(buffer, behind, seenEnd) == LineKind.CONTINUATION;
  }

  /**
   * A header that ends in its parenthesis, quoted or not, waits for the line with the addresses.
   */
  private boolean looksWhole(int previous, int end) {
    boolean header = buffer[previous] != ' ';
    return !(header && endsInParenthesis(end));
  }

  private boolean endsInParenthesis(int end) {
    int last = end - 1;
    while (last > seenAt && (buffer[last] == '\n' || buffer[last] == '\r')) {
      last--;
    }
    return buffer[last] == ')';
  }

  private void addCuts(int at) {
    if (seenPrefix > 0) {
      frame.cut(at - start, at - start + seenPrefix);
    }
    if (seenCutTo > seenCutFrom) {
      frame.cut(at - start + seenCutFrom, at - start + seenCutTo);
    }
  }

  /**
   * The line behind a record, when it cannot be another record, may begin a dump; so may an empty
   * line between, as a link-layer address may begin with a line feed.
   */
  private boolean mayBeDump(boolean adjacent) {
    if (quoted || returnsEndLines) {
      return false;
    }
    if (dumped) {
      boolean message = seenKind == LineKind.NOTICE || seenKind == LineKind.KEY;
      return !message && !(adjacent && seenKind.isHeadLike(head));
    }
    return seenKind == LineKind.STRAY || (seenKind == LineKind.FLOW && head != LineKind.FLOW);
  }

  private Frame withDump(int end, int lines) throws IOException {
    Behind behind = new Behind(end - start);
    DumpShape shape = shapes.shape(buffer, start, end);
    boolean returnsAdded = end - start > 1 && buffer[end - 2] == '\r';
    AsciiDumps.Dump dump = dumps.find(behind, shape, dumped, returnsAdded);
    int from = start + behind.offset;
    if (dump == null) {
      return give(Frame.Kind.RECORD, from, lines);
    }
    dumped |= dump.typical();
    frame.dump(behind.offset);
    astray |= dump.passed() && (isDoubtful() || !dump.sure());
    if (!dump.sure()) {
      frame.doubt();
      doubtfulUntil = Math.max(doubtfulUntil, offset + behind.offset + dump.reach());
    }
    int to = from + dump.length();
    int all = lines + LineEnds.count(buffer, from, to) + (buffer[to - 1] == '\n' ? 0 : 1);
    if (to - start > LONGEST) {
      frame.clear();
      return give(Frame.Kind.TOO_LONG, to, all);
    }
    return give(Frame.Kind.RECORD, to, all);
  }

  /** What stands behind the open record, as dumps are looked for in it. */
  private final class Behind implements AsciiDumps.Text {
    private final int offset;

    Behind(int offset) {
      this.offset = offset;
    }

    @Override
    public boolean has(int index) throws IOException {
      while (start + offset + index >= limit && !ended && limit - start <= 2 * LONGEST) {
        if (isSilent()) {
          return false;
        }
        fill();
      }
      return start + offset + index < limit;
    }

    @Override
    public byte at(int index) {
      return buffer[start + offset + index];
    }

    @Override
    public boolean isBoundary(int index) throws IOException {
      if (!has(index)) {
        return true;
      }
      if (!look(start + offset + index)) {
        return false;
      }
      if (seenKind == LineKind.BLANK) {
        int next = seenEnd - start - offset;
        return has(next) && look(start + offset + next) && seenKind == LineKind.NOTICE;
      }
      return seenKind.isHeadLike(head)
          || seenKind == LineKind.NOTICE
          || seenKind == LineKind.STATISTICS
          || seenKind == LineKind.KEY;
    }

    @Override
    public AsciiDumps.Likeness likeness(int index) throws IOException {
      if (!has(index)) {
        return AsciiDumps.Likeness.RECORD;
      }
      int head = offset + index;
      if (!look(start + head)) {
        return AsciiDumps.Likeness.NOTHING;
      }
      if (!seenKind.isTimed() && seenKind != LineKind.UNTIMED && seenKind != LineKind.FLOW) {
        // Of other messages, and of counters amid a dump, nothing tells them from what it holds.
        boolean end = seenKind == LineKind.BLANK || seenKind == LineKind.STATISTICS;
        return end ? AsciiDumps.Likeness.RECORD : AsciiDumps.Likeness.NOTHING;
      }
      int end = endOfText(head);
      DumpShape shape = shapes.shape(buffer, start + head, start + end);
      if (shape.equals(DumpShape.NONE)) {
        return AsciiDumps.Likeness.NOTHING;
      }
      boolean hasDump =
          !shape.beginning().isEmpty() && AsciiDumps.network(new Behind(end), shape) >= 0;
      return hasDump || (!shape.isTelling() && isLater(index))
          ? AsciiDumps.Likeness.RECORD
          : AsciiDumps.Likeness.HEAD;
    }

    /** Where the lines end that go on with the head that was just looked at. */
    private int endOfText(int head) throws IOException {
      int line = head;
      while (true) {
        int end = seenEnd - start;
        if (!look(start + end)
            || !(seenKind == LineKind.CONTINUATION || isAnnounced(start + line, start + end))) {
          return end;
        }
        line = end;
      }
    }

    private boolean isAnnounced(int line, int end) {
      return seenKind == LineKind.UNTIMED && kinds.announces(buffer, line, end, timed);
    }

    /** Times of one length compare as their characters do. */
    private boolean isLater(int index) {
      int other = start + offset + index;
      for (int i = 0; other + i < limit; i++) {
        byte mine = buffer[start + i];
        byte its = buffer[other + i];
        if (mine == ' ' || its == ' ') {
          return mine == its || its != ' ';
        }
        if (mine != its) {
          return head == LineKind.DELTA || head == LineKind.SIGNED_DELTA || its > mine;
        }
      }
      return true;
    }
  }

  /** {@code ^C}: two characters, and the line end if nothing is glued to them. */
  private Frame key() {
    int behind = start + seenPrefix + KEY_LENGTH;
    int rest = behind;
    while (rest < seenEnd && (buffer[rest] == '\r' || buffer[rest] == '\n')) {
      rest++;
    }
    return rest == seenEnd ? one(Frame.Kind.NOTICE) : give(Frame.Kind.NOTICE, behind, 0);
  }

  private Frame one(Frame.Kind kind) {
    addCuts(start);
    return give(kind, seenEnd, seenLines);
  }

  private Frame give(Frame.Kind kind, int end, int lines) {
    frame.set(kind, buffer, start, end, line, lines);
    offset += end - start;
    start = end;
    line += lines;
    begun = true;
    return frame;
  }

  private Frame tooLong(int end) {
    insideLongLine = true;
    return give(Frame.Kind.TOO_LONG, end, 0);
  }

  private @Nullable Frame restOfLongLine() throws IOException {
    if (start == limit && !fill()) {
      insideLongLine = false;
      return null;
    }
    int end = lineEnd(start);
    if (end < 0) {
      return give(Frame.Kind.TOO_LONG, limit, 0);
    }
    insideLongLine = false;
    return give(Frame.Kind.TOO_LONG, end, 1);
  }

  private boolean look(int at) throws IOException {
    return look(at, false);
  }

  /**
   * Looks at the line that begins at an index, reading on as far as needed; afterwards it begins at
   * the same distance from {@link #start}. Returns false where there is no such line: at the end of
   * the input, where the line is too long, or where the input is silent and the caller would rather
   * not wait.
   */
  private boolean look(int at, boolean ratherNotWait) throws IOException {
    if (seenAt == at) {
      return true;
    }
    int distance = at - start;
    int end = lineEndAfter(distance, ratherNotWait);
    if (end == 0) {
      return false;
    }
    int from = start + distance;
    if (!begun && from == start) {
      quoted = isQuoted(from, start + end);
    }
    seenAt = from;
    seenEnd = start + end;
    seenLines = 1;
    seenPrefix = prefix(from, seenEnd);
    seenCutFrom = 0;
    seenCutTo = 0;
    seenKind = kinds.kind(buffer, from + seenPrefix, seenEnd);
    if (endsLikeStatistics(seenEnd)) {
      mend(distance);
    }
    return true;
  }

  /**
   * Where the line ends that begins at a distance from {@link #start}, as a distance too; 0 where
   * there is none.
   */
  private int lineEndAfter(int distance, boolean ratherNotWait) throws IOException {
    int end = lineEnd(start + distance);
    while (end < 0 && !ended) {
      if (limit - start - distance > LONGEST) {
        return 0;
      }
      boolean nothingYet = start + distance == limit;
      if (ratherNotWait && nothingYet && isSilent()) {
        return 0;
      }
      fill();
      end = lineEnd(start + distance);
    }
    if (end < 0) {
      return start + distance == limit ? 0 : limit - start;
    }
    return end - start;
  }

  /** What stands before a line and does not belong to it: a byte order mark, a mail's quoting. */
  private int prefix(int from, int end) {
    int prefix = !begun && from == start ? byteOrderMark(from, end) : 0;
    return quoted ? prefix + marks(from + prefix, end) : prefix;
  }

  /** The length of a mail's quotation marks, {@code > > }. */
  private int marks(int from, int end) {
    int at = from;
    while (at < end && buffer[at] == '>') {
      at += at + 1 < end && buffer[at + 1] == ' ' ? 2 : 1;
    }
    return at - from;
  }

  private int byteOrderMark(int from, int end) {
    boolean present =
        end - from >= 3
            && buffer[from] == (byte) 0xEF
            && buffer[from + 1] == (byte) 0xBB
            && buffer[from + 2] == (byte) 0xBF;
    return present ? 3 : 0;
  }

  /** Whether the first line means something only without a mail's quoting. */
  private boolean isQuoted(int first, int end) {
    int from = first + byteOrderMark(first, end);
    boolean marked = end - from > 2 && buffer[from] == '>' && buffer[from + 1] == ' ';
    return marked
        && meansNothing(kinds.kind(buffer, from, end))
        && kinds.kind(buffer, from + marks(from, end), end) != LineKind.STRAY;
  }

  /** {@code > > } looks like the beginning of a flow. */
  private static boolean meansNothing(LineKind kind) {
    return kind == LineKind.STRAY || kind == LineKind.FLOW;
  }

  /** Only lines that end as counters do are searched for them. */
  private boolean endsLikeStatistics(int end) {
    int last = end - 1;
    while (last > seenAt && (buffer[last] == '\n' || buffer[last] == '\r')) {
      last--;
    }
    return buffer[last] == 'l' || buffer[last] == 'e';
  }

  /**
   * Mends a line that tcpdump's counters cut in two: what stands before them goes on behind their
   * line. Not where the next line can stand for itself.
   */
  private void mend(int distance) throws IOException {
    int cut = kinds.statisticsAt(buffer, seenAt + seenPrefix, seenEnd);
    if (cut <= seenAt + seenPrefix) {
      return;
    }
    int cutFrom = cut - seenAt;
    int cutTo = seenEnd - seenAt;
    LineKind whole = seenKind;
    int prefix = seenPrefix;
    int end = lineEndAfter(distance + cutTo, false);
    seenAt = start + distance;
    seenEnd = seenAt + cutTo;
    seenPrefix = prefix;
    seenKind = whole;
    if (end == 0 || standsAlone(kinds.kind(buffer, seenEnd, start + end))) {
      return;
    }
    int before = cutFrom - prefix;
    byte[] joined = new byte[before + start + end - seenEnd];
    System.arraycopy(buffer, seenAt + prefix, joined, 0, before);
    System.arraycopy(buffer, seenEnd, joined, before, joined.length - before);
    LineKind mended = kinds.kind(joined, 0, joined.length);
    if (mended == LineKind.STRAY) {
      return;
    }
    seenKind = mended;
    seenEnd = start + end;
    seenLines = 2;
    seenCutFrom = cutFrom;
    seenCutTo = cutTo;
  }

  private boolean standsAlone(LineKind kind) {
    return kind == LineKind.CONTINUATION
        || kind == LineKind.NOTICE
        || kind == LineKind.STATISTICS
        || kind == LineKind.KEY
        || (head != LineKind.STRAY && kind.isTimed() && kind.isHeadLike(head));
  }

  private int lineEnd(int from) {
    return returnsEndLines
        ? LineEnds.behindReturn(buffer, from, limit)
        : LineEnds.behindFeed(buffer, from, limit);
  }

  /** Whether a live input stays without a byte for as long as was asked for. */
  private boolean isSilent() throws IOException {
    if (silence == 0) {
      return false;
    }
    long until = System.nanoTime() + silence * 1_000_000;
    while (in.available() == 0) {
      if (System.nanoTime() >= until) {
        return true;
      }
      try {
        Thread.sleep(Math.min(silence, 10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return false;
  }

  /** Reads more, moving what is still needed to the front of the buffer. */
  private boolean fill() throws IOException {
    if (start > 0 && (limit == buffer.length || start == limit)) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      seenAt = -1;
      start = 0;
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    return true;
  }

  /** Reads on until the end of the first line shows how lines end. */
  private void decideHowLinesEnd() throws IOException {
    decided = true;
    while (true) {
      int end = LineEnds.behindReturn(buffer, start, limit);
      int feed = LineEnds.behindFeed(buffer, start, limit);
      if (feed > 0 || (end > 0 && end + 2 <= limit)) {
        returnsEndLines = end > 0 && (feed < 0 || feed > end + 2);
        return;
      }
      if (limit - start > LONGEST || !fill()) {
        return;
      }
    }
  }
}
