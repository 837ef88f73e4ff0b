package io.hopwise.framing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into frames: records with their continuation lines, messages of tcpdump, and other
 * lines. It works in one pass and constant memory; the frames, joined, are the input again.
 *
 * <p>Lines end in LF or CR LF, or all in CR alone if the first line does.
 */
public final class RecordFramer {
  /** The longest line and the longest record, in bytes. Longer ones are cut up. */
  public static final int LONGEST = 1 << 20;

  /** {@code ^C}. */
  private static final int KEY_LENGTH = 2;

  private final LineKinds kinds;
  private final DumpShapes shapes;
  private final InputBuffer input;
  private final TimestampForm heads = new TimestampForm();
  private final CurrentLine view;
  private final AmbiguityTracker doubt = new AmbiguityTracker();
  private final LookAheadBudget budget = new LookAheadBudget();
  private final RecordDumps dumps;
  private final Frame frame = new Frame();

  private boolean begun;
  private boolean insideLongLine;
  private long line = 1;

  /** Whether the open record may be payload. */
  private boolean doubtful;

  /**
   * Prepares to frame an input.
   *
   * @param in the input; not closed
   * @param kinds classifies lines
   * @param shapes tells how long the dump after a record is; it is given all notices of tcpdump
   * @param silence for a live input, milliseconds without a byte after which a record that looks
   *     complete is returned without waiting for the next head; 0 for a complete input
   */
  public RecordFramer(InputStream in, LineKinds kinds, DumpShapes shapes, long silence) {
    this.kinds = kinds;
    this.shapes = shapes;
    this.input = new InputBuffer(new TimedInput(in, silence));
    this.view = new CurrentLine(input, kinds, heads);
    this.dumps = new RecordDumps(input, view, kinds, shapes, heads, doubt, budget);
  }

  /**
   * Limits how much may be looked at ahead to begin with, where several readings of one text are
   * tried.
   *
   * @param bytes 0 or more
   */
  public void limitLookAhead(long bytes) {
    budget.limit(bytes);
  }

  /** How many bytes were looked at ahead so far, each as often as it was. */
  public long lookedAhead() {
    return budget.spent();
  }

  /**
   * The next frame, or null at the end of the input.
   *
   * @throws IOException if the input cannot be read
   */
  public @Nullable Frame next() throws IOException {
    boolean afterDoubt = frame.isAmbiguous();
    frame.clear();
    if (!begun) {
      begun = true;
      input.decideHowLinesEnd();
    }
    if (insideLongLine) {
      return restOfLongLine();
    }
    if (!view.look(0)) {
      return input.length() > 0 ? tooLong() : null;
    }
    doubtful = doubt.covers(input.offset());
    if (doubtful) {
      frame.markAmbiguous();
    }
    return switch (view.kind()) {
      case NOTICE -> notice();
      case STATISTICS, BLANK, WHITE -> oneLine(Frame.Content.NOTICE);
      case KEY -> key();
      case CONTINUATION, MARKER, LOOSE, STRAY -> stray(afterDoubt);
      // In a capture with times, a line without one is the rest of a record.
      case FLOW, UNTIMED, INDENTED_HEAD -> heads.isTimed() ? stray(afterDoubt) : record();
      default -> record();
    };
  }

  /**
   * A frame for a message of tcpdump. After a message that is certain, another capture may begin.
   */
  private Frame notice() {
    Frame notice = oneLine(Frame.Content.NOTICE);
    if (!doubtful) {
      heads.forget();
      dumps.beginCapture();
      shapes.observe(notice);
    }
    return notice;
  }

  private Frame record() throws IOException {
    if (!doubtful) {
      heads.observe(view.kind() == LineKind.INDENTED_HEAD ? LineKind.UNTIMED : view.kind());
    }
    dumps.beginRecord(doubtful);
    undoOrDoubtJoining();
    view.addCuts(frame);
    int previous = 0;
    int end = view.end();
    int lines = view.lines();
    int at = end;
    int linesAt = lines;
    int cuts = frame.cuts();
    boolean adjacent = true;
    boolean loose = false;
    boolean more;
    boolean hidden = false;
    while (true) {
      boolean whole = looksComplete(previous, end);
      more = view.look(at, whole);
      if (!more || at > LONGEST) {
        break;
      }
      LineKind kind = view.kind();
      if (kind == LineKind.BLANK || kind == LineKind.STATISTICS) {
        adjacent &= kind == LineKind.STATISTICS;
        if (kind == LineKind.STATISTICS) {
          frame.cut(at, view.end());
        }
        at = view.end();
        linesAt += view.lines();
        continue;
      }
      if (kind == LineKind.KEY && isKeyInsideRecord()) {
        view.takeForContinuation(KEY_LENGTH);
      }
      if (!goesOn(previous, end, adjacent, loose)) {
        break;
      }
      hidden = whole && dumps.mayLookLikeText() && dumps.beginsAfter(end);
      if (hidden) {
        break;
      }
      undoOrDoubtJoining();
      loose |= view.kind() == LineKind.LOOSE;
      view.addCuts(frame);
      cuts = frame.cuts();
      previous = at;
      at = view.end();
      end = at;
      linesAt += view.lines();
      lines = linesAt;
      adjacent = true;
      if (end > LONGEST) {
        frame.clear();
        return emit(Frame.Content.TOO_LONG, end, lines);
      }
    }
    frame.keepCuts(cuts);
    int dump = more && dumps.mayBegin() ? dumps.lengthAfter(frame, end, hidden) : 0;
    return dump == 0 ? emit(Frame.Content.RECORD, end, lines) : withDump(end, lines, dump);
  }

  private Frame withDump(int end, int lines, int dump) {
    frame.dump(end);
    int to = end + dump;
    int all = lines + linesIn(end, to);
    if (to > LONGEST) {
      frame.clear();
      return emit(Frame.Content.TOO_LONG, to, all);
    }
    return emit(Frame.Content.RECORD, to, all);
  }

  /** A line that was joined is parted again if it may be whole, or its record is doubtful. */
  private void undoOrDoubtJoining() throws IOException {
    if (!view.isJoined()) {
      return;
    }
    if (mayBeJoinedWrongly()) {
      view.undoJoining();
    } else if (dumps.mayBeginAfterCut(view.lineAfterCut())) {
      frame.markAmbiguous();
    }
  }

  /**
   * Whether a line that counters seem to split may also be whole: payload text, followed by the
   * packet's dump or, if records have no times, by the next record.
   */
  private boolean mayBeJoinedWrongly() throws IOException {
    boolean head = !heads.isTimed() && heads.isNext(view.kindAfterCut());
    if (head) {
      doubtLineAt(view.lineAfterCut());
    }
    return head || dumps.beginsAfterCut(view.lineAfterCut());
  }

  /** Marks the record that begins at a line as doubtful: it may belong to the previous one. */
  private void doubtLineAt(int place) {
    doubt.extendTo(input.offset() + place + 1);
  }

  /** Whether the current line belongs to the open record, whose last line is given. */
  private boolean goesOn(int previous, int end, boolean adjacent, boolean loose) {
    LineKind kind = view.kind();
    if (kind == LineKind.INDENTED_HEAD) {
      return adjacent || heads.isTimed();
    }
    if (kind == LineKind.CONTINUATION || kind == LineKind.WHITE) {
      return true;
    }
    if (dumps.areExpected() && kind != LineKind.UNTIMED) {
      return false;
    }
    return switch (kind) {
      case UNTIMED -> adjacent && isPacketInside(previous, end, loose);
      case FLOW -> adjacent && (loose ? isInside() : isBodyLine(previous, end));
      case MARKER, LOOSE -> adjacent;
      case STRAY -> loose;
      default -> false;
    };
  }

  /**
   * Whether a line with addresses continues the record: it may have lost its indentation, or be a
   * head of the oldest releases without times.
   */
  private boolean isBodyLine(int previous, int end) {
    return heads.last() != LineKind.FLOW && endsInParenthesis(previous, end);
  }

  /** Whether the current line, a head without a time, begins an inner packet of the record. */
  private boolean isPacketInside(int previous, int end, boolean loose) {
    int start = input.start();
    int own = start + ownFrom(previous);
    LineKinds.Announcement announced =
        kinds.announcement(input.bytes(), own, start + end, heads.isTimed());
    if (announced == LineKinds.Announcement.CERTAIN && (heads.isTimed() || !doubtful)) {
      return true;
    }
    boolean possible = announced != LineKinds.Announcement.NONE;
    return (possible || (loose && !dumps.areExpected())) && isInside();
  }

  /**
   * Whether the current line, which may continue the record, does. If records have times, it cannot
   * be a record. Otherwise it may be the next record, which must not be lost.
   */
  private boolean isInside() {
    if (!heads.isNext(view.kind())) {
      return true;
    }
    doubtLineAt(view.from());
    return false;
  }

  /** Whether an echoed key precedes a line that continues the record. */
  private boolean isKeyInsideRecord() {
    int start = input.start();
    int after = start + view.from() + view.prefix() + KEY_LENGTH;
    return kinds.kind(input.bytes(), after, start + view.end()).isIndented();
  }

  /**
   * Whether the record looks complete: one that ends with the header's parenthesis still lacks the
   * line with the addresses.
   */
  private boolean looksComplete(int from, int end) {
    boolean header = input.at(ownFrom(from)) != ' ';
    return !(header && endsInParenthesis(from, end));
  }

  /** The index where a line's own text begins. */
  private int ownFrom(int from) {
    return from + ByteOrderMark.before(input, from);
  }

  private boolean endsInParenthesis(int from, int end) {
    return input.lastOfLine(from, end) == ')';
  }

  private int linesIn(int from, int to) {
    int feeds = LineEnds.count(input.bytes(), input.start() + from, input.start() + to);
    return feeds + (input.at(to - 1) == '\n' ? 0 : 1);
  }

  /** A frame for {@code ^C}: two characters, and the line end if no text is joined to them. */
  private Frame key() {
    int after = view.prefix() + KEY_LENGTH;
    int rest = after;
    while (rest < view.end() && (input.at(rest) == '\r' || input.at(rest) == '\n')) {
      rest++;
    }
    return rest == view.end()
        ? oneLine(Frame.Content.NOTICE)
        : emit(Frame.Content.NOTICE, after, 0);
  }

  /** A line of no record. Behind what is doubtful it is the rest of that, and doubtful, too. */
  private Frame stray(boolean afterDoubt) {
    if (afterDoubt) {
      frame.markAmbiguous();
    }
    return oneLine(Frame.Content.STRAY);
  }

  private Frame oneLine(Frame.Content content) {
    view.addCuts(frame);
    return emit(content, view.end(), view.lines());
  }

  private Frame emit(Frame.Content content, int end, int lines) {
    int start = input.start();
    frame.set(content, input.bytes(), start, start + end, line, lines);
    input.release(end);
    budget.earn(end);
    view.shift(end);
    line += lines;
    return frame;
  }

  private Frame tooLong() {
    insideLongLine = true;
    return emit(Frame.Content.TOO_LONG, input.length(), 0);
  }

  private @Nullable Frame restOfLongLine() throws IOException {
    if (input.length() == 0 && !input.fill()) {
      insideLongLine = false;
      return null;
    }
    int end = input.lineEnd(0);
    if (end < 0) {
      return emit(Frame.Content.TOO_LONG, input.length(), 0);
    }
    insideLongLine = false;
    return emit(Frame.Content.TOO_LONG, end, 1);
  }
}
