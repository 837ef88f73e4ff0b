package io.hopwise.framing;

import java.io.IOException;

/** The text after the open record, in which dumps are searched. */
final class FollowingText implements AsciiDumps.Text {
  private static final int MOST_DIGITS = 18;

  /** The cost of judging a head, beside its text, in bytes looked at. */
  private static final int HEAD_COST = 128;

  private final InputBuffer input;
  private final CurrentLine line;
  private final LineKinds kinds;
  private final DumpShapes shapes;
  private final TimestampForm heads;
  private final LookAheadBudget budget;

  /** The index where the record ends. */
  private final int offset;

  /** The head judged last, the judgement, and how far its packet may reach. */
  private int judged = -1;

  private AsciiDumps.Likeness likeness = AsciiDumps.Likeness.NOTHING;
  private int reach;
  private int bound;

  FollowingText(
      InputBuffer input,
      CurrentLine line,
      LineKinds kinds,
      DumpShapes shapes,
      TimestampForm heads,
      LookAheadBudget budget,
      int offset) {
    this.input = input;
    this.line = line;
    this.kinds = kinds;
    this.shapes = shapes;
    this.heads = heads;
    this.budget = budget;
    this.offset = offset;
  }

  private FollowingText after(int other) {
    return new FollowingText(input, line, kinds, shapes, heads, budget, other);
  }

  @Override
  public boolean has(int index) throws IOException {
    return input.has(offset + index);
  }

  @Override
  public byte at(int index) {
    return input.at(offset + index);
  }

  @Override
  public boolean isBoundary(int index) throws IOException {
    if (!has(index)) {
      return true;
    }
    if (!line.look(offset + index)) {
      return false;
    }
    budget.spend(line.end() - line.from());
    if (line.kind() == LineKind.BLANK) {
      int next = line.end() - offset;
      return has(next) && line.look(offset + next) && line.kind() == LineKind.NOTICE;
    }
    return heads.isNext(line.kind())
        || line.kind() == LineKind.NOTICE
        || line.kind() == LineKind.STATISTICS
        || line.kind() == LineKind.KEY;
  }

  @Override
  public AsciiDumps.Likeness likeness(int index) throws IOException {
    if (judged != index) {
      reach = index;
      bound = 0;
      likeness = judge(index);
      judged = index;
    }
    return likeness;
  }

  @Override
  public int reach(int index) throws IOException {
    likeness(index);
    return reach;
  }

  @Override
  public int bound(int index) throws IOException {
    likeness(index);
    return bound;
  }

  @Override
  public boolean isAffordable() {
    return budget.left() > 0;
  }

  @Override
  public boolean isSnapshotLengthKnown() {
    return shapes.isSnapshotLengthKnown();
  }

  private AsciiDumps.Likeness judge(int index) throws IOException {
    if (!has(index)) {
      return AsciiDumps.Likeness.RECORD;
    }
    int head = offset + index;
    if (!line.look(head)) {
      return AsciiDumps.Likeness.NOTHING;
    }
    LineKind kind = line.kind();
    if (!kind.isTimed() && kind != LineKind.UNTIMED && kind != LineKind.FLOW) {
      // Other messages, and counters within a dump, cannot be told from the dump's own text.
      boolean end = kind == LineKind.BLANK || kind == LineKind.STATISTICS;
      return end ? AsciiDumps.Likeness.RECORD : AsciiDumps.Likeness.NOTHING;
    }
    int end = endOfText(head);
    budget.spend(HEAD_COST + end - head);
    DumpShape shape = shapes.shape(input.bytes(), input.start() + head, input.start() + end);
    bound = shape.bound();
    reach = end - offset + bound + 1;
    if (shape.equals(DumpShape.NONE)) {
      return AsciiDumps.Likeness.NOTHING;
    }
    boolean hasDump = !shape.beginning().isEmpty() && AsciiDumps.isDump(after(end), shape);
    return hasDump
            || (!shape.isDistinctive() && HeadTimes.isNotEarlier(input, 0, head, heads.last()))
        ? AsciiDumps.Likeness.RECORD
        : AsciiDumps.Likeness.HEAD;
  }

  @Override
  public long step(int index) throws IOException {
    long mine = number(-offset);
    long its = mine < 0 ? -1 : number(index);
    return its < 0 ? 0 : its - mine;
  }

  /**
   * The number that {@code -#} prints before a record, followed by two spaces; -1 if there is none.
   */
  private long number(int index) throws IOException {
    int at = index;
    while (has(at) && at(at) == ' ') {
      at++;
    }
    int digits = at;
    long number = 0;
    while (has(at) && at - digits < MOST_DIGITS && at(at) >= '0' && at(at) <= '9') {
      number = 10 * number + at(at) - '0';
      at++;
    }
    boolean numbered = at > digits && has(at + 1) && at(at) == ' ' && at(at + 1) == ' ';
    return numbered ? number : -1;
  }

  /** The end of the lines that continue the head just looked at. */
  private int endOfText(int head) throws IOException {
    int last = head;
    while (true) {
      int end = line.end();
      if (!line.look(end) || !(line.kind().isIndented() || isAnnounced(last, end))) {
        return end;
      }
      last = end;
    }
  }

  private boolean isAnnounced(int from, int end) {
    int start = input.start();
    return line.kind() == LineKind.UNTIMED
        && kinds.announcement(input.bytes(), start + from, start + end, heads.isTimed())
            == LineKinds.Announcement.CERTAIN;
  }
}
