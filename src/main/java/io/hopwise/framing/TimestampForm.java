package io.hopwise.framing;

/** How the heads of a capture's records begin. */
final class TimestampForm {
  private LineKind last = LineKind.STRAY;
  private boolean timed;

  /**
   * What the last record began with, one whose time cannot be left aside; {@link LineKind#STRAY}
   * where there was none.
   */
  LineKind last() {
    return last;
  }

  /** Whether the records of this capture have times. */
  boolean isTimed() {
    return timed;
  }

  /** Takes note of another record's head. */
  void observe(LineKind head) {
    timed |= head.tellsTime() && (last == LineKind.STRAY || last.isTimed());
    if (head != LineKind.ODD_TIME || last == LineKind.STRAY) {
      last = head;
    }
  }

  /** Another capture may begin. */
  void forget() {
    last = LineKind.STRAY;
    timed = false;
  }

  /** Whether a line may be the next record's head. */
  boolean isNext(LineKind kind) {
    return kind.isHeadLike(last);
  }
}
