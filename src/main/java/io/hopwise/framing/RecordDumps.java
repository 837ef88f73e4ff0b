package io.hopwise.framing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The dumps of {@code -A} behind the records of an input: where one may begin, where it ends, and
 * what is doubtful for that.
 */
final class RecordDumps {
  /** The bytes of the largest packet of an ordinary Ethernet frame. */
  private static final int ETHERNET_PAYLOAD = 1500;

  /** More than the text of a packet inside another one. */
  private static final int LONGEST_TEXT = 1 << 14;

  /** So many records of a capture at most are looked at closely for the first dump. */
  private static final int FIRST_RECORDS = 8;

  private final InputBuffer input;
  private final CurrentLine view;
  private final LineKinds kinds;
  private final DumpShapes shapes;
  private final TimestampForm heads;
  private final Quoting quoting;
  private final AmbiguityTracker doubt;
  private final LookAheadBudget budget;
  private final AsciiDumps dumps = new AsciiDumps();
  private final MessagesBehindDump messages;

  /** Whether dumps stand behind the records. */
  private boolean expected;

  /** How many records of this capture, without a dump so far, are still looked at closely. */
  private int first = FIRST_RECORDS;

  private boolean doubtful;

  /** Where the last dump ended, and how far its frame may reach at most. */
  private long dumpEnd = -1;

  private long frameEnd = -1;

  /** The shape of the open record, once it was asked for. */
  private @Nullable DumpShape early;

  RecordDumps(
      InputBuffer input,
      CurrentLine view,
      LineKinds kinds,
      DumpShapes shapes,
      TimestampForm heads,
      Quoting quoting,
      AmbiguityTracker doubt,
      LookAheadBudget budget) {
    this.input = input;
    this.view = view;
    this.kinds = kinds;
    this.shapes = shapes;
    this.heads = heads;
    this.quoting = quoting;
    this.doubt = doubt;
    this.budget = budget;
    this.messages = new MessagesBehindDump(input, view, heads);
  }

  /** Whether dumps stand behind all records. */
  boolean areExpected() {
    return expected;
  }

  /** Another capture may begin. */
  void beginCapture() {
    first = FIRST_RECORDS;
    messages.beginCapture();
  }

  /** Another record begins; nothing is learnt from one that may be none. */
  void beginRecord(boolean mayBeNone) {
    doubtful = mayBeNone;
    early = null;
    messages.countRecord();
  }

  /** Whether the first line of a dump may look like one that goes on with the record. */
  boolean mayLookLikeText() {
    return (first > 0 || expected) && dumps.mayBeginWithLink() && !input.returnsEndLines();
  }

  /** Whether the packet of the open record, of which the first lines end at a place, is there. */
  boolean beginsBehind(int end) throws IOException {
    if (early == null) {
      early = shape(end);
    }
    return begins(early, end);
  }

  /** The same where the line before is not yet known to belong to the record. */
  boolean beginsBehindCut(int end) throws IOException {
    return begins(shape(end), end);
  }

  private boolean begins(DumpShape shape, int place) throws IOException {
    if (quoting.isQuoted() || !shape.isTelling()) {
      return false;
    }
    int inView = view.from();
    boolean begins = AsciiDumps.isDumpInLine(behind(place), shape);
    view.look(inView);
    return begins;
  }

  /**
   * Whether the line in view may begin a dump. It may where dumps are expected, whatever it looks
   * like: nothing says what a frame of unknown type begins with, and the first bytes of a packet
   * may look like a prompt.
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
   * The length of the dump behind a record, 0 where there is none.
   *
   * @param end where the record ends
   * @param hidden whether the dump begins with what may as well be a line of the record
   */
  int lengthBehind(Frame record, int end, boolean hidden) throws IOException {
    if (quoting.isQuoted() || input.returnsEndLines()) {
      return uncounted(record, end);
    }
    DumpShape shape = shape(end);
    AsciiDumps.Dump dump = find(behind(end), shape, end, hidden);
    first = dump != null || shape.isTelling() ? 0 : Math.max(0, first - 1);
    if (dump == null) {
      doubtBehindNextLine(shape, input.offset() + end);
      return 0;
    }
    if (!doubtful) {
      expected |= dump.typical();
    }
    if (hidden || !dump.sure()) {
      record.doubt();
    }
    observe(record, dump, shape, end, hidden);
    return dump.length();
  }

  /** Where the next line may belong to the record, the dump stands behind it. */
  private void doubtBehindNextLine(DumpShape shape, long next) {
    if (expected && doubt.covers(next)) {
      doubt.reach(next + LONGEST_TEXT + shape.bound());
    }
  }

  private AsciiDumps.@Nullable Dump find(
      FollowingText behind, DumpShape shape, int end, boolean hidden) throws IOException {
    LineKind kind = view.kind();
    boolean message = kind == LineKind.NOTICE || kind == LineKind.KEY;
    boolean plain = (expected || kind == LineKind.STRAY) && !message && !hidden;
    boolean begins = plain || (shape.isTelling() && AsciiDumps.isDump(behind, shape));
    if (!begins && !(expected && message)) {
      return null;
    }
    boolean returnsAdded = end > 1 && input.at(end - 2) == '\r';
    AsciiDumps.Dump dump = dumps.find(behind, shape, expected, doubtful, returnsAdded);
    return begins || (dump != null && dump.sure()) ? dump : null;
  }

  /** Whether the frame of the record before may hold this one, and how far its own may reach. */
  private void noteFrame(Frame record, DumpShape shape, long from, int length) {
    if (input.offset() == dumpEnd && from + length <= frameEnd) {
      record.mayBeTrailer();
    }
    dumpEnd = shape.wholeFrame() ? -1 : from + length;
    frameEnd = from + ETHERNET_PAYLOAD;
  }

  private void observe(
      Frame record, AsciiDumps.Dump dump, DumpShape shape, int from, boolean hidden)
      throws IOException {
    long mine = input.offset() + from;
    if (hidden || !dump.sure() || dump.open() || (doubtful && dump.passed())) {
      doubt.reach(mine + dump.reach());
    }
    noteFrame(record, shape, mine, dump.length());
    if (!shape.wholeFrame() && !doubtful) {
      int room = ETHERNET_PAYLOAD - dump.length();
      doubt.reach(input.offset() + messages.doubtfulUntil(from + dump.length(), room));
    }
  }

  /**
   * Where something stands before each line, that of a dump cannot be counted: it is not read, and
   * all that looks like a record behind it may be what the packet carried. The same holds where
   * line ends are not those of tcpdump.
   */
  private int uncounted(Frame record, int end) throws IOException {
    LineKind kind = view.kind();
    if (kind != LineKind.STRAY) {
      return 0;
    }
    byte[] text = record.uncut(input.bytes(), input.start(), input.start() + end);
    DumpShape shape = shapes.shape(text, 0, text.length);
    if (shape.isTelling() && AsciiDumps.isDump(behind(view.from() + view.prefix()), shape)) {
      record.doubt();
      doubt.neverEnds();
    }
    return 0;
  }

  private DumpShape shape(int end) {
    return shapes.shape(input.bytes(), input.start(), input.start() + end);
  }

  private FollowingText behind(int place) {
    return new FollowingText(input, view, kinds, shapes, heads, budget, place);
  }
}
