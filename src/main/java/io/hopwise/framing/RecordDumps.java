package io.hopwise.framing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The dumps of {@code -A} after the records of an input: where one may begin, where it ends, and
 * what becomes doubtful because of it.
 */
final class RecordDumps {
  /** The size of the largest packet in a standard Ethernet frame. */
  private static final int ETHERNET_PAYLOAD = 1500;

  /** More than the text of an inner packet takes. */
  private static final int LONGEST_TEXT = 1 << 14;

  /** The number of records in a capture that are searched closely for the first dump. */
  private static final int FIRST_RECORDS = 8;

  private final InputBuffer input;
  private final CurrentLine view;
  private final LineKinds kinds;
  private final DumpShapes shapes;
  private final TimestampForm heads;
  private final AmbiguityTracker doubt;
  private final LookAheadBudget budget;
  private final AsciiDumps dumps = new AsciiDumps();
  private final MessagesAfterDump messages;

  /** Whether records are followed by dumps. */
  private boolean expected;

  /** How many more records of this capture to search closely, as none had a dump so far. */
  private int first = FIRST_RECORDS;

  private boolean doubtful;

  /** The end of the last dump, and how far its frame may reach at most. */
  private long dumpEnd = -1;

  private long frameEnd = -1;

  /** The shape of the open record, once computed. */
  private @Nullable DumpShape early;

  RecordDumps(
      InputBuffer input,
      CurrentLine view,
      LineKinds kinds,
      DumpShapes shapes,
      TimestampForm heads,
      AmbiguityTracker doubt,
      LookAheadBudget budget) {
    this.input = input;
    this.view = view;
    this.kinds = kinds;
    this.shapes = shapes;
    this.heads = heads;
    this.doubt = doubt;
    this.budget = budget;
    this.messages = new MessagesAfterDump(input, view, heads);
  }

  /** Whether every record is followed by a dump. */
  boolean areExpected() {
    return expected;
  }

  /** Prepares for another capture, which may begin here. */
  void beginCapture() {
    first = FIRST_RECORDS;
    dumps.beginCapture();
    messages.beginCapture();
  }

  /** Prepares for another record. Nothing is learnt from one that may be payload. */
  void beginRecord(boolean mayBeNone) {
    doubtful = mayBeNone;
    early = null;
    messages.countRecord();
  }

  /** Whether the first line of a dump may look like a line that continues the record. */
  boolean mayLookLikeText() {
    return (first > 0 || expected) && dumps.mayBeginWithLink() && !input.returnsEndLines();
  }

  /** Whether the packet of the open record, whose text ends at a place, is found there. */
  boolean beginsAfter(int end) throws IOException {
    if (early == null) {
      early = shape(end);
    }
    return begins(early, end);
  }

  /** The same if the previous line is not yet known to belong to the record. */
  boolean beginsAfterCut(int end) throws IOException {
    return begins(shape(end), end);
  }

  /**
   * Whether the packet may begin there although its first line does not show it, as its link layer
   * holds line feeds.
   */
  boolean mayBeginAfterCut(int end) throws IOException {
    if (!expected) {
      return false;
    }
    int inView = view.from();
    DumpShape shape = shape(end);
    boolean begins = shape.isDistinctive() && dumps.mayBeDump(after(end), shape);
    view.look(inView);
    return begins;
  }

  private boolean begins(DumpShape shape, int place) throws IOException {
    if (!shape.isDistinctive()) {
      return false;
    }
    int inView = view.from();
    boolean begins = AsciiDumps.isDumpInLine(after(place), shape);
    view.look(inView);
    return begins;
  }

  /**
   * Whether the current line may begin a dump. If dumps are expected, any line may: a frame of
   * unknown type can begin with anything, and the first bytes of a packet may look like a prompt.
   */
  boolean mayBegin() {
    LineKind kind = view.kind();
    return expected
        || first > 0
        || kind == LineKind.STRAY
        || kind == LineKind.NOTICE
        || kind == LineKind.KEY;
  }

  /**
   * The length of the dump after a record; 0 if there is none.
   *
   * @param end the index where the record ends
   * @param hidden whether the first line of the dump may also be a line of the record
   */
  int lengthAfter(Frame record, int end, boolean hidden) throws IOException {
    if (input.returnsEndLines()) {
      return uncounted(record, end);
    }
    DumpShape shape = shape(end);
    AsciiDumps.Dump dump = find(after(end), shape, end, hidden);
    first = dump != null || shape.isDistinctive() ? 0 : Math.max(0, first - 1);
    if (dump == null) {
      doubtAfterNextLine(shape, input.offset() + end);
      return 0;
    }
    if (!doubtful) {
      expected |= dump.typical();
    }
    if (hidden || !dump.sure()) {
      record.markAmbiguous();
    }
    record.packetReaches(dump.cut() ? dump.reach() : shape.bound() + 1, dump.cut());
    observe(record, dump, shape, end, hidden);
    return dump.length();
  }

  /**
   * Extends the doubt if the next line may belong to the record, so that the dump would start after
   * it.
   */
  private void doubtAfterNextLine(DumpShape shape, long next) {
    if (expected && doubt.covers(next)) {
      doubt.extendTo(next + LONGEST_TEXT + shape.bound());
    }
  }

  private AsciiDumps.@Nullable Dump find(
      FollowingText after, DumpShape shape, int end, boolean hidden) throws IOException {
    LineKind kind = view.kind();
    boolean message = kind == LineKind.NOTICE || kind == LineKind.KEY;
    boolean plain = (expected || kind == LineKind.STRAY) && !message && !hidden;
    boolean begins = plain || (shape.isDistinctive() && AsciiDumps.isDump(after, shape));
    if (!begins && !(expected && message)) {
      return null;
    }
    boolean returnsAdded = end > 1 && input.at(end - 2) == '\r';
    AsciiDumps.Dump dump = dumps.find(after, shape, expected, doubtful, returnsAdded);
    return begins || (dump != null && dump.sure()) ? dump : null;
  }

  /**
   * Notes whether the previous record's frame may contain this one, and how far its own frame may
   * reach.
   */
  private void noteFrame(Frame record, DumpShape shape, long from, int length) {
    if (input.offset() == dumpEnd && from + length <= frameEnd) {
      record.markPossibleTrailer();
    }
    dumpEnd = shape.wholeFrame() ? -1 : from + length;
    frameEnd = from + ETHERNET_PAYLOAD;
  }

  private void observe(
      Frame record, AsciiDumps.Dump dump, DumpShape shape, int from, boolean hidden)
      throws IOException {
    long mine = input.offset() + from;
    if (hidden || !dump.sure() || dump.open() || (doubtful && dump.passed())) {
      doubt.extendTo(mine + dump.reach());
    }
    noteFrame(record, shape, mine, dump.length());
    if (!shape.wholeFrame() && !doubtful) {
      int room = ETHERNET_PAYLOAD - dump.length();
      doubt.extendTo(input.offset() + messages.doubtfulUntil(from + dump.length(), room));
    }
  }

  /**
   * If line ends are not those of tcpdump, the bytes of a dump cannot be counted. The dump is not
   * read, and everything after it that looks like a record may be payload.
   */
  private int uncounted(Frame record, int end) throws IOException {
    LineKind kind = view.kind();
    if (kind != LineKind.STRAY) {
      return 0;
    }
    byte[] text = record.uncut(input.bytes(), input.start(), input.start() + end);
    DumpShape shape = shapes.shape(text, 0, text.length);
    if (shape.isDistinctive() && AsciiDumps.isDump(after(view.from() + view.prefix()), shape)) {
      record.markAmbiguous();
      doubt.extendToEnd();
    }
    return 0;
  }

  private DumpShape shape(int end) {
    return shapes.shape(input.bytes(), input.start(), input.start() + end);
  }

  private FollowingText after(int place) {
    return new FollowingText(input, view, kinds, shapes, heads, budget, place);
  }
}
